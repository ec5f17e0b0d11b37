"""One event told by several articles, or by a record and articles, is one page."""

import pytest

from generator.knowledge import happenings
from generator.model.reading import Reading
from generator.model.records import Source, SourceRef
from generator.model.site import Site
from generator.model.text import LangText
from tests.knowledge.builders import at, event, event_record, make_article, sentence_spans, site_of

TEXT = "They met in May."


def told(slug: str, *events: object, date: str = "2020-05-06") -> tuple:
    article = make_article(slug, TEXT, date=date)
    return article, Reading(article=article.id, sentences=sentence_spans(article, TEXT), events=events)


def tellings(site: Site, slug: str) -> list[str]:
    return [telling.article for telling in site.events[f"events/{slug}"].tellings]


def test_told_event_joins_the_record_with_the_same_people_and_day() -> None:
    record = event_record("the-talks", "CONSULT", "2020-05-05", "ada", "bob", countries=("countries/france",))
    site = site_of(told("a", event(participants=("people/ada", "people/bob"), countries=("FR",))), records=(record,))

    assert list(site.events) == ["events/the-talks"]
    assert tellings(site, "the-talks") == ["articles/a"]


def test_the_record_sharing_more_people_wins() -> None:
    visit = event_record("a-visit", "CONSULT", "2020-05", "ada", "bob")
    reception = event_record("b-reception", "CONSULT", "2020-05", "ada", "carl")
    site = site_of(
        told("a", event(date="2020-05", participants=("people/carl", "people/ada"))), records=(visit, reception)
    )

    assert tellings(site, "b-reception") == ["articles/a"]
    assert tellings(site, "a-visit") == []


def test_another_day_is_another_event() -> None:
    record = event_record("the-talks", "CONSULT", "2020-04-01", "ada", "bob")
    site = site_of(told("a", event(participants=("people/ada", "people/bob"))), records=(record,))

    assert len(site.events) == 2
    assert tellings(site, "the-talks") == []


def test_two_articles_tell_one_event() -> None:
    same = {"participants": ("people/ada", "people/bob"), "countries": ("FR",)}
    site = site_of(told("a", event(**same)), told("b", event(**same, label="other words"), date="2020-05-07"))

    (entry,) = site.events.values()
    assert [telling.article for telling in entry.tellings] == ["articles/a", "articles/b"]


def test_address_of_a_found_event_is_its_own_date_type_and_people() -> None:
    site = site_of(told("a", event(place="places/paris", participants=("people/ada", "people/bob"))))

    assert list(site.events) == ["events/2020-05-05-consult-paris-ada-bob"]


def test_side_event_without_date_gets_no_page() -> None:
    assert not site_of(told("a", event(main=False, date=None, participants=("people/ada",)))).events


def test_parts_of_a_record_keep_the_sentences_that_name_them() -> None:
    record = event_record("the-talks", "CONSULT", "2020-05-05", "ada", "bob")
    site = site_of(told("a", event(participants=("people/ada", "people/bob"))), records=(record,))

    evidence = site.events["events/the-talks"].parts[0].evidence
    assert [(item.article, item.sentence) for item in evidence][1:] == [("articles/a", 0)]


def test_notes_written_for_the_site_report_no_events_of_their_own() -> None:
    own = Source(id="sources/a", position=at(), name=LangText.of("Notes"), own_content=True)
    record = event_record("the-talks", "CONSULT", "2020-05-05", "ada", "bob")
    known = event(participants=("people/ada", "people/bob"))
    unknown = event(date="2019-01-01", participants=("people/carl",))
    site = site_of(told("a", known, unknown), records=(own, record))

    assert list(site.events) == ["events/the-talks"]
    assert tellings(site, "the-talks") == ["articles/a"]


def test_two_tellings_with_one_address_are_one_event_and_none_is_lost() -> None:
    here = {"type": "ASSAULT", "place": "places/paris"}
    site = site_of(told("a", event(**here, countries=("FR",))), told("b", event(**here, countries=("DE", "PL", "IT"))))

    (entry,) = site.events.values()
    assert len(entry.tellings) == 2


def test_an_event_is_known_by_the_sentence_its_record_quotes() -> None:
    source = SourceRef(position=at(), article="articles/a", quote="met in May")
    record = event_record("the-talks", "CONSULT", "1999", sources=(source,))
    site = site_of(told("a", event(date="2020-05-05")), records=(record,))

    assert tellings(site, "the-talks") == ["articles/a"]


def test_an_event_of_a_month_without_day_is_one_with_that_of_a_day_in_it() -> None:
    named = {"participants": ("people/ada", "people/bob"), "countries": ("FR",)}
    site = site_of(told("a", event(**named)), told("b", event(**named, date="2020-05"), date="2020-05-07"))

    (entry,) = site.events.values()
    assert len(entry.tellings) == 2


def test_an_event_that_names_nobody_is_one_with_that_which_does() -> None:
    named = event(participants=("people/ada",), countries=("FR",))
    site = site_of(told("a", named), told("b", event(countries=("FR",)), date="2020-05-07"))

    (entry,) = site.events.values()
    assert len(entry.tellings) == 2


def test_an_event_is_compared_with_few_others_however_many_a_month_has(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    likeness = happenings.likeness
    monkeypatch.setattr(happenings, "likeness", lambda *both: compared.append(both) or likeness(*both))
    site_of(
        *(
            told(str(n), event(date=f"2020-05-{1 + n % 28:02d}", participants=(f"people/{n}",), countries=("FR",)))
            for n in range(300)
        ),
        *(told(f"s{n}", event(date=f"2020-05-{1 + n % 28:02d}", participants=("people/ada",))) for n in range(300)),
    )

    assert len(compared) < 600
