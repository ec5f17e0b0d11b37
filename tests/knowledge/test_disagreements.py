"""Record against text: what is shown as a disagreement, and what is none."""

from __future__ import annotations

from typing import Any

import pytest

from generator.knowledge.disagreements import Disagreement, disagreements
from generator.model.dates import PartialDate
from generator.model.reading import DateMention, Reading, RoleMention
from generator.model.records import Role
from generator.model.site import Site
from generator.model.text import LangText
from tests.knowledge.builders import at, event, event_record, make_article, mention, person, sentence_spans, site_of

DEFENCE = {"en": "Minister of Defence", "fr": "ministre de la Défense"}
ADA, IGOR = "people/ada-ferrand", "people/igor-malin"


def told(slug: str, sentence: str, who: str, words: str, date: str, country: str | None = "IR", **more: Any) -> Any:
    """Return an article in which `words` are said to be the office of the person named there."""
    article = make_article(slug, sentence, date=date)
    name = "Ada Ferrand" if who == ADA else "Igor Malin"
    start = sentence.index(words)
    role = RoleMention(
        person=who, role=words, country=country, organization=None, start=start, end=start + len(words)
    )  # fmt: skip
    reading = Reading(
        article=article.id,
        sentences=sentence_spans(article, sentence),
        mentions=(mention(article, name, who),),
        roles=(role,),
        **more,
    )
    return article, reading


def minister(slug: str, start: str | None, end: str | None, role: dict[str, str] = DEFENCE) -> Any:
    dates = {key: PartialDate.parse(value) for key, value in (("start_date", start), ("end_date", end)) if value}
    held = Role(position=at(line=4), role=LangText.of(role), country="countries/iran", **dates)
    return person(slug, slug.replace("-", " ").title(), roles=(held,))


def found(site: Site) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.field, one.subjects) for one in disagreements(site)]


@pytest.mark.parametrize(
    ("sentence", "words", "date", "expected"),
    [
        ("Defence Minister Ada Ferrand spoke.", "Defence Minister", "2019-05-05", True),
        ("Defence Minister Ada Ferrand spoke.", "Defence Minister", "2010-05-05", True),
        ("Defence Minister Ada Ferrand spoke.", "Defence Minister", "2015-05-05", False),
        # News come a little before and after.
        ("Defence Minister Ada Ferrand resigned.", "Defence Minister", "2017-01-20", False),
        ("Defence Minister Ada Ferrand spoke.", "Defence Minister", "2017", False),
        ("The former Defence Minister Ada Ferrand spoke.", "Defence Minister", "2019-05-05", False),
        ("Ex-Defence Minister Ada Ferrand spoke.", "Ex-Defence Minister", "2019-05-05", False),
        # Another office, and one too vague to be told apart.
        ("Foreign Minister Ada Ferrand spoke.", "Foreign Minister", "2019-05-05", False),
        ("Minister Ada Ferrand spoke.", "Minister", "2019-05-05", False),
    ],
)
def test_an_office_outside_its_recorded_dates(sentence: str, words: str, date: str, expected: bool) -> None:
    record = minister("ada-ferrand", "2013-01-01", "2016-12-31")
    site = site_of(told("a", sentence, ADA, words, date), records=(record,))

    assert found(site) == ([("office", (ADA,))] if expected else [])


def test_two_holders_of_one_office_at_a_time() -> None:
    record = minister("ada-ferrand", "2013-01-01", None)
    article = told("a", "Defence Minister Igor Malin spoke.", IGOR, "Defence Minister", "2019-05-05")
    site = site_of(article, records=(record,))
    (one,) = disagreements(site)

    assert (one.field, one.subjects) == ("holder", (ADA, IGOR))
    assert [(value.recorded, value.evidence[0].article) for value in one.values] == [
        (True, None),
        (False, "articles/a"),
    ]


@pytest.mark.parametrize(
    "changed",
    [
        {"country": "BY"},
        {"date": "2012-05-05"},
        {"words": "deputy Defence Minister", "sentence": "The deputy Defence Minister Igor Malin spoke."},
        {"sentence": "The former Defence Minister Igor Malin spoke."},
        {"country": None},
    ],
    ids=lambda changed: "-".join(changed),
)
def test_no_second_holder(changed: dict[str, Any]) -> None:
    base = {"sentence": "Defence Minister Igor Malin spoke.", "words": "Defence Minister", "date": "2019-05-05"}
    article = told("a", who=IGOR, **{**base, **changed})

    assert found(site_of(article, records=(minister("ada-ferrand", "2013-01-01", None),))) == []


def test_records_that_give_one_office_to_two() -> None:
    first, second = minister("ada-ferrand", "2013-01-01", None), minister("igor-malin", "2015-03", None)
    ended = minister("ada-ferrand", "2013-01-01", "2015-03-04")

    assert found(site_of(records=(first, second))) == [("holder", (ADA, IGOR))]
    assert found(site_of(records=(ended, second))) == []
    deputies = [minister(slug, start, None, {"en": "deputy minister of defence"}) for slug, start in
                (("ada-ferrand", "2013"), ("igor-malin", "2015"))]  # fmt: skip
    assert found(site_of(records=tuple(deputies))) == []


@pytest.mark.parametrize(
    ("sentence", "said", "value", "expected"),
    [
        ("Ada Ferrand was born on 3 March 1961 in Lyon.", "3 March 1961", "1961-03-03", True),
        ("Ada Ferrand was born on 3 March 1960 in Lyon.", "3 March 1960", "1960-03-03", False),
        ("Ada Ferrand was born in 1960.", "1960", "1960", False),
        ("Ada Ferrand was elected on 3 March 1991.", "3 March 1991", "1991-03-03", False),
    ],
)
def test_another_date_of_birth(sentence: str, said: str, value: str, expected: bool) -> None:
    start = sentence.index(said)
    date = DateMention(start=start, end=start + len(said), surface=said, value=value)
    article = told("a", sentence, ADA, "Ada", "2019-05-05", dates=(date,))
    site = site_of(article, records=(person("ada-ferrand", "Ada Ferrand", birth_date=PartialDate(1960, 3, 3)),))

    assert found(site) == ([("birth_date", (ADA,))] if expected else [])


def tell_event(date: str, place: str | None = None, **more: Any) -> list[Disagreement]:
    """Return the disagreements about a recorded event that an article tells in the sentence its record quotes."""
    sentence = "They met in Lyon."
    article = make_article("a", sentence)
    reading = Reading(
        article=article.id,
        sentences=sentence_spans(article, sentence),
        mentions=(mention(article, "Lyon", "places/lyon"),),
        events=(event(date=date, place=place, participants=("people/a",), start=0, end=9),),
    )
    record = event_record("talks", "CONSULT", "2020-05-05", "a", **more)
    return list(disagreements(site_of((article, reading), records=(record,))))


def test_where_a_recorded_event_took_place() -> None:
    assert [one.field for one in tell_event("2020-05-05", "places/lyon", location="places/paris")] == ["event_place"]
    assert tell_event("2020-05-05", "places/lyon", location="places/lyon") == []
    assert tell_event("2020-05-05", "places/some-palace", location="places/lyon") == []
