from __future__ import annotations

import datetime as dt
import time
from pathlib import PurePath
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.article import Zone, ZoneKind
from generator.model.dates import DateRange
from generator.understanding.dates import find_dates
from generator.understanding.document import prepare
from tests.support import article, cases


@pytest.mark.parametrize("case", cases("dates"))
def test_case(case: Any, request: pytest.FixtureRequest) -> None:
    language = case.get("language") or PurePath(request.node.callspec.id.split(":")[0]).stem
    found = find_dates(prepare(article(case["text"], language, case.get("date"))))
    shown = [f"{date.surface} = {date.value}" + (f" ?{date.doubt}" if date.doubt else "") for date in found]
    assert shown == case["dates"]


def test_receipt_says_rule_and_anchor() -> None:
    text = "Le 3 mai 2019, il part. Le lendemain, il revient. Hier, il a parlé."
    found = find_dates(prepare(article(text, "fr", "2020-01-10")))
    assert [(date.rule, date.anchor) for date in found] == [
        ("day-month", None),
        ("day-before-after", "2019-05-03"),
        ("day-offset", "2020-01-10"),
    ]


def test_only_content_zones_are_read() -> None:
    text = "US photo, March 08, 2019\n\nLe 3 mai 2020.\n\n4 mai 2020"
    zones = (
        Zone(0, 24, ZoneKind.FOREIGN_CAPTION),
        Zone(26, 40, ZoneKind.DATELINE),
        Zone(42, 52, ZoneKind.FOOTER),
    )
    found = find_dates(prepare(article(text, "fr", "2020-05-05", zones)))
    assert [date.value for date in found] == ["2020-05-03"]


WORDS = (
    "le la du au de en et , - / ( ) . ' l' d' 1 2 29 30 31 1er 2015 2000 1999-12-31 31/12/9999 01.01.1000 "
    "1990s 90 70 lundi mardi février mars 29 fin début dernier prochain il y a trois jours ans semaine "
    "mois année suivante veille lendemain ce jour-là même cette hier demain aujourd'hui plus tard entre "
    "jusqu'au été trimestre deuxième années week-end On the last next this Monday Feb. 29th May in from "
    "to between and ago two weeks year that same day later 100 weekend following previous yesterday "
    "tomorrow early summer quarter 9999 will was \n \n\n"
)
PIECES = st.sampled_from(WORDS.split(" "))
ARTICLE_DATES = st.one_of(
    st.none(),
    st.sampled_from(["0001", "0001-01-01", "9999", "9999-12", "9999-12-31", "2012-02-29", "2000-02-29", "2023"]),
    st.dates().map(dt.date.isoformat),
)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.text(), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=12).map("".join)),
    st.sampled_from(["fr", "en"]),
    ARTICLE_DATES,
)
def test_never_raises_and_spans_are_sound(text: str, language: str, date: str | None) -> None:
    last = 0
    for found in find_dates(prepare(article(text, language, date))):
        assert last <= found.start < found.end <= len(text)
        assert found.surface == text[found.start : found.end]
        assert str(DateRange.parse(found.value)) == found.value
        last = found.end


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        *(
            ("fr", unit)
            for unit in ("lundi ", "1", "1, ", "du 4 au ", "la veille ", "de mars à ", "2015-", "en 2015 et ")
        ),
        *(
            ("en", unit)
            for unit in ("Monday ", "May ", "the ", "1st ", "from May ", "in 2015, ", "-", "two weeks later ")
        ),
    ],
)
def test_linear_on_hostile_text(language: str, unit: str) -> None:
    document = prepare(article(unit * (100_000 // len(unit)), language, "2019-02-28"))
    begun = time.process_time()
    find_dates(document)
    # Quadratic work on this length takes minutes; the bound leaves room for a slow machine.
    assert time.process_time() - begun < 8
