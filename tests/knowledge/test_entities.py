"""Who gets a page, under which name, with which spellings and sentences."""

from generator.model.reading import Reading
from generator.model.records import Country, OtherName, Place
from generator.model.settings import Settings
from generator.model.text import LangText
from tests.knowledge.builders import at, make_article, mention, person, sentence_spans, site_of

ONE, TWO = "Ada Lovelace wrote.", "Then Lovelace slept."


def lovelace_site(records=(), settings=None):
    article = make_article("a", ONE, TWO)
    reading = Reading(
        article=article.id,
        sentences=sentence_spans(article, ONE, TWO),
        mentions=(
            mention(article, "Ada Lovelace", "people/ada-lovelace"),
            mention(article, "Lovelace", "people/ada-lovelace", after=len(ONE), name="Ada Lovelace", form="short_name"),
        ),
    )
    return site_of((article, reading), records=records, settings=settings)


def test_candidate_with_a_full_name_gets_a_page_marked_not_reviewed() -> None:
    entity = lovelace_site().entities["people/ada-lovelace"]

    assert str(entity.name) == "Ada Lovelace"
    assert not entity.reviewed


def test_each_mention_is_listed_with_the_sentence_it_stands_in() -> None:
    entity = lovelace_site().entities["people/ada-lovelace"]

    assert [(link.article, link.sentence) for link in entity.backlinks] == [("articles/a", 0), ("articles/a", 1)]


def test_spellings_are_counted_and_recorded_ones_come_first() -> None:
    record = person("ada-lovelace", "Ada King", other_names=(OtherName(position=at(), name="Lovelace", lang="en"),))
    names = lovelace_site((record,)).entities["people/ada-lovelace"].names

    assert [(use.name, use.recorded, use.count) for use in names] == [
        ("Ada King", True, 0),
        ("Lovelace", True, 1),
        ("Ada Lovelace", False, 1),
    ]


def test_single_name_needs_more_evidence_than_one_mention() -> None:
    article = make_article("a", "Madonna sang.")
    reading = Reading(
        article=article.id,
        sentences=sentence_spans(article, "Madonna sang."),
        mentions=(mention(article, "Madonna", "people/madonna"),),
    )

    assert "people/madonna" not in site_of((article, reading)).entities
    assert "people/madonna" in site_of((article, reading), settings=Settings(min_mentions=1)).entities


def test_ambiguous_mention_makes_no_page() -> None:
    article = make_article("a", "Bush spoke.")
    reading = Reading(
        article=article.id,
        sentences=sentence_spans(article, "Bush spoke."),
        mentions=(mention(article, "Bush", None, kind="person", candidates=("people/a-bush", "people/b-bush")),),
    )

    assert not site_of((article, reading)).entities


def test_capital_for_a_government_is_listed_by_country_and_city() -> None:
    article = make_article("a", "Paris objected.")
    reading = Reading(
        article=article.id,
        sentences=sentence_spans(article, "Paris objected."),
        mentions=(mention(article, "Paris", "countries/france", form="capital", country="FR", name="France"),),
    )
    entities = site_of((article, reading)).entities

    assert [link.mention.surface for link in entities["countries/france"].backlinks] == ["Paris"]
    assert [link.mention.surface for link in entities["places/paris"].backlinks] == ["Paris"]


def test_record_without_any_mention_still_has_a_page() -> None:
    site = site_of(records=(person("grace-hopper", "Grace Hopper"),))

    assert site.entities["people/grace-hopper"].reviewed


def test_capital_standing_for_its_government_leaves_the_city_its_own_name() -> None:
    article = make_article("a", "Paris refused.")
    found = mention(article, "Paris", "countries/france", form="capital", country="FR", name="France")
    reading = Reading(article=article.id, sentences=sentence_spans(article, "Paris refused."), mentions=(found,))
    entities = site_of((article, reading)).entities

    assert entities["places/paris"].name.best("en") == "Paris"
    assert entities["countries/france"].name.best("en") == "France"


def test_capital_standing_for_its_government_is_listed_by_the_city_s_record_whatever_its_slug() -> None:
    article = make_article("a", "Paris refused.")
    found = mention(article, "Paris", "countries/france", form="capital", country="FR", name="France")
    reading = Reading(article=article.id, sentences=sentence_spans(article, "Paris refused."), mentions=(found,))
    city = Place(id="places/city-of-light", position=at(), name=LangText.of("Paris"), country="countries/france")
    state = Country(id="countries/gaul", position=at(), name=LangText.of("Gaul"), code="FR", capital="places/lutetia")
    seat = Place(id="places/lutetia", position=at(), name=LangText.of("Lutetia"))

    assert site_of((article, reading), records=(city,)).entities["places/city-of-light"].backlinks
    by_name = site_of((article, reading), records=(state, seat)).entities
    assert by_name["places/lutetia"].backlinks
    assert by_name["countries/gaul"].backlinks
    assert "places/paris" not in by_name
