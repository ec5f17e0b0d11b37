"""What is title, body, caption or furniture: traps of our own, and the shapes in which people paste text."""

from __future__ import annotations

from typing import Any

import pytest

from generator.model.article import CONTENT_ZONES, Article, ZoneKind
from generator.reading.articles import read_article, read_bytes
from tests.support import TESTS, cases


def read(text: str, name: str = "article.txt") -> Article:
    article, problems = read_bytes(text.encode(), name, f"content/articles/{name}")
    assert article, problems
    return article


def content(article: Article) -> str:
    return "\n".join(zone.span.of(article.text) for zone in article.zones if zone.kind in CONTENT_ZONES)


def zones_of(article: Article, kind: ZoneKind) -> list[str]:
    return [zone.span.of(article.text) for zone in article.zones if zone.kind is kind]


@pytest.mark.parametrize("case", cases("traps"))
def test_what_is_no_part_of_the_story_makes_no_page(case: dict[str, Any]) -> None:
    article = read(case["text"])
    kept = content(article)
    assert [words for words in case["drop"] if words in kept] == []
    assert [words for words in case["keep"] if words not in kept] == []
    if "date" in case:
        # A story without a date of its own must not take that of another story.
        assert (str(article.date.value) if article.date else "null") == case["date"]
    if "title" in case:
        assert article.title
        assert article.title.value == case["title"]
    if "authors" in case:
        assert list(article.authors) == case["authors"]
    if "source" in case:
        assert article.source
        assert article.source.value == case["source"]


def test_there_are_enough_traps() -> None:
    assert len(cases("traps")) >= 20


@pytest.mark.parametrize("case", cases("zones"))
def test_zones(case: dict[str, Any]) -> None:
    article = read(case["text"], case.get("name", "article.txt"))
    found = [[zone.kind.value, " ".join(zone.span.of(article.text).split())] for zone in article.zones]
    wanted = [[kind, " ".join(words.split())] for kind, words in case["zones"]]
    shortened = [[kind, words[: len(want[1])]] for (kind, words), want in zip(found, wanted, strict=False)]
    assert shortened == wanted
    assert len(found) == len(wanted)


def test_first_article_of_the_site() -> None:
    path = TESTS.parent / "content" / "articles" / "2023-07-31-iran-belarus-defence-memorandum.txt"
    article, problems = read_article(path, TESTS.parent)
    assert article
    assert problems == ()
    kinds = [zone.kind.value for zone in article.zones if zone.kind is not ZoneKind.FRONT_MATTER]
    assert kinds == [
        "navigation",
        "navigation",
        "title",
        "foreign_caption",
        "caption",
        *["body"] * 15,
        "footer",
        "source",
    ]
    assert article.date
    assert (str(article.date.value), article.date.basis) == ("2023-07-31", "caption")
