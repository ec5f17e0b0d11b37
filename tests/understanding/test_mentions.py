from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Pin
from generator.model.reading import Mention
from generator.understanding.document import prepare
from generator.understanding.gazetteer import Entry, Gazetteer
from generator.understanding.mentions import settle
from tests.support import article
from tests.understanding.people_support import NOBODY, Read

TEXT = "Paris Hilton aime la Banque de France."


def mention(surface: str, kind: str, identifier: str, confidence: float = 0.9) -> Mention:
    start = TEXT.index(surface)
    return Mention(
        start=start,
        end=start + len(surface),
        surface=surface,
        kind=kind,  # type: ignore[arg-type]
        id=identifier,
        name=surface,
        confidence=confidence,
    )


HILTON = mention("Paris Hilton", "person", "people/paris-hilton")
PARIS = mention("Paris", "place", "places/paris")
BANK = mention("Banque de France", "organization", "organizations/banque-de-france")
FRANCE = mention("France", "country", "countries/france")


def test_the_longer_find_wins() -> None:
    document = prepare(article(TEXT))
    assert settle(document, NOBODY, (HILTON,), (BANK,), (PARIS, FRANCE)) == (HILTON, BANK)


def test_a_recorded_name_wins_over_a_surer_found_one() -> None:
    document = prepare(article(TEXT))
    body = mention("France", "organization", "organizations/france", 0.99)
    known = Gazetteer([Entry(spelling="France", kind="country", id="countries/france", name="France", recorded=True)])
    assert settle(document, known, (), (body,), (FRANCE,)) == (FRANCE,)
    assert settle(document, NOBODY, (), (body,), (FRANCE,)) == (body,)


def test_a_pin_wins_and_an_empty_pin_removes() -> None:
    text = "Loriot et Loriot parlent."
    read = Read(text, "fr", pins=(Pin(0, 6, "people/luc-loriot"), Pin(10, 16, None)))
    assert [(one.start, one.id, one.name) for one in read.names] == [(0, "people/luc-loriot", "Loriot")]


def test_a_pin_takes_name_and_country_from_the_record() -> None:
    known = Gazetteer(
        [Entry(spelling="Géorgie", kind="country", id="countries/georgia", name="Georgia", country="GE", recorded=True)]
    )
    one = Read("La Géorgie.", "fr", gazetteer=known, pins=(Pin(3, 10, "countries/georgia"),)).names[0]
    assert (one.kind, one.name, one.country, one.confidence) == ("country", "Georgia", "GE", 1.0)


def test_a_pin_to_an_event_is_no_mention() -> None:
    assert Read("La Guerre est finie.", "fr", pins=(Pin(3, 9, "events/war"),)).names == ()


SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9), st.floats(0, 1)), max_size=30)


@given(SPANS)
def test_nothing_overlaps_and_nothing_that_would_fit_is_dropped(spans: list[tuple[int, int, float]]) -> None:
    text = "x" * 40
    found = tuple(
        Mention(
            start=start,
            end=start + length,
            surface=text[start : start + length],
            kind="person",
            id=f"people/{number}",
            name="x",
            confidence=confidence,
        )
        for number, (start, length, confidence) in enumerate(spans)
    )
    kept = settle(prepare(article(text)), NOBODY, found, (), ())
    assert all(left.end <= right.start for left, right in pairwise(kept))
    assert all(any(one.span.overlaps(other.span) for other in kept) for one in found)
