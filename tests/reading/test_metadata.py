"""Title, date, outlet, language and authors, each with what it rests on."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.article import Article
from generator.model.problem import Problem, Severity
from generator.reading.articles import read_bytes
from generator.reading.zones.bylines import calm, outlet_id
from tests.support import cases


def read(case: dict[str, Any]) -> tuple[Article, tuple[Problem, ...]]:
    path = case.get("path", f"content/articles/{case.get('name', 'article.txt')}")
    article, problems = read_bytes(case["text"].encode(), path.split("/")[-1], path, outlets=case.get("outlets", {}))
    assert article, problems
    return article, problems


@pytest.mark.parametrize("case", cases("metadata"))
def test_what_is_worked_out(case: dict[str, Any]) -> None:
    article, problems = read(case)
    for key in ("title", "date", "source", "language"):
        if key in case:
            known = getattr(article, key)
            found = [str(known.value), known.basis] if known else "null"
            assert found == case[key], key
            if known and known.span and known.basis in ("dateline", "source_line", "title"):
                assert known.span.of(article.text).strip()
    if "authors" in case:
        assert list(article.authors) == case["authors"]
    assert not [problem for problem in problems if problem.severity is Severity.ERROR]


def test_span_of_a_date_is_its_words() -> None:
    article, _ = read(
        {"text": "Flood\n\n3 March 2020\n\nThe river rose on Tuesday, and the town was cut off, they said.\n"}
    )
    assert article.date
    assert article.date.span
    assert article.date.span.of(article.text) == "3 March 2020"


def test_weekday_that_does_not_fit_is_said() -> None:
    _, problems = read({"text": "Flood\nMonday, 3 March 2020\n\nThe river rose, and the town was cut off for a day.\n"})
    found = [problem for problem in problems if problem.code == "weekday"]
    assert [(problem.line, problem.column) for problem in found] == [(2, 1)]
    assert "2020-03-03" in found[0].message


def test_language_that_contradicts_the_text_is_said() -> None:
    words = "La rivière est montée mardi et la ville est restée coupée du monde toute la journée. " * 4
    article, problems = read({"text": f"---\nlanguage: en\n---\n{words}\n"})
    assert article.language.value == "en"
    assert [problem.code for problem in problems] == ["language-mismatch"]
    assert "`fr`" in problems[0].message


@pytest.mark.parametrize(
    ("name", "calmed"),
    [("FRENCH HARBOUR TV", "French Harbour TV"), ("AFP", "AFP"), ("Le Monde", "Le Monde"), ("LA VOIX", "LA Voix")],
)
def test_shouted_names_are_calmed(name: str, calmed: str) -> None:
    assert calm(name) == calmed


def test_outlets_are_found_by_their_words() -> None:
    outlets = {"harbour tv": "sources/harbour-tv", "harbour tv sport": "sources/sport", "river": "sources/river"}
    assert outlet_id("Harbour TV", outlets) == "sources/harbour-tv"
    assert outlet_id("HARBOUR TV SPORT LIVE", outlets) == "sources/sport"
    assert outlet_id("The Mountain", outlets) == "sources/the-mountain"
    assert outlet_id("Überbrücken", {}) == "sources/uberbrucken"
