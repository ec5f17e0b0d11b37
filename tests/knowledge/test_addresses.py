"""Addresses stay, and lead to one page."""

from generator.model.reading import Reading
from generator.model.records import OtherName, Record
from generator.model.site import Site
from tests.knowledge.builders import at, event, event_record, make_article, mention, person, sentence_spans, site_of


def named(slug: str, name: str, *others: str, **more):
    return person(slug, name, other_names=tuple(OtherName(position=at(), name=other) for other in others), **more)


def test_every_spelling_leads_to_the_page() -> None:
    site = site_of(records=(named("ada-lovelace", "Ada Lovelace", "Ада Лавлейс", "Ada King"),))

    assert site.redirects == {"people/ada-king": "people/ada-lovelace", "people/ada-lavleys": "people/ada-lovelace"}


def test_spelling_of_two_people_leads_nowhere() -> None:
    site = site_of(records=(named("a", "A Person", "Same Name"), named("b", "B Person", "Same Name")))

    assert "people/same-name" not in site.redirects


def test_old_id_that_is_a_page_is_a_problem() -> None:
    site = site_of(records=(named("a", "A"), named("b", "B", redirect_from=("a",))))

    assert [problem.code for problem in site.problems] == ["address-collision"]
    assert "people/a" not in site.redirects


def told_by(*people: str, records: tuple[Record, ...] = (), first: str = "Aleksandr Popov", form: str = "name") -> Site:
    """Return a site with one article in which President Aleksandr Popov, or whoever is `first`, and Ada King meet."""
    article = make_article("a", f"President {first} met Ada King.")
    met = event(participants=people, end=len(article.text), label="met")
    mentions = (mention(article, first, people[0], form=form), mention(article, "Ada King", people[1]))
    reading = Reading(
        article=article.id, sentences=sentence_spans(article, article.text), mentions=mentions, events=(met,)
    )
    return site_of((article, reading), records=records)


def test_a_record_of_a_person_under_another_spelling_leaves_an_event_where_it_is() -> None:
    (before,) = told_by("people/aleksandr-popov", "people/ada-king").events
    after = told_by("people/alexandre-popov", "people/ada-king", records=(named("alexandre-popov", "Alexandre Popov"),))

    assert list(after.events) == [before]


def test_a_record_of_a_person_known_by_family_name_leaves_an_event_where_it_is() -> None:
    (before,) = told_by("people/popov", "people/ada-king", first="Popov").events
    record = named("aleksandr-popov", "Aleksandr Popov")
    after = told_by("people/aleksandr-popov", "people/ada-king", records=(record,), first="Popov", form="short_name")

    assert list(after.events) == [before]


def test_a_record_of_an_event_keeps_the_address_it_had_without() -> None:
    (before,) = told_by("people/aleksandr-popov", "people/ada-king").events
    record = event_record("talks", "CONSULT", "2020-05-05", "aleksandr-popov", "ada-king")
    after = told_by("people/aleksandr-popov", "people/ada-king", records=(record,))

    assert after.redirects[before] == "events/talks"
