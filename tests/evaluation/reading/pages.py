"""Web pages, read as saved pages and as copied text, against the article that people marked in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.model.article import Article, Zone, ZoneKind
from generator.reading.articles import read_bytes
from tests.evaluation.counts import Counts
from tests.evaluation.reading.material import Half, Page
from tests.evaluation.reading.measures import SHINGLE, overlap, words
from tests.evaluation.reading.visible import visible_lines

LEAST_WORDS: Final = 4
"""Shorter lines are not scored: too many of them occur in the article and beside it alike."""
_FOLDER: Final = "content/articles/"


@dataclass(frozen=True, slots=True)
class PageScore:
    """What was counted in one page."""

    id: str
    half: Half
    html_shingles: Counts
    html_words: Counts
    text_lines: Counts
    text_words: Counts


def score_page(page: Page) -> PageScore:
    """Read one page twice and compare its body; a page that is refused has no body."""
    saved, _ = read_bytes(page.html, "page.html", f"{_FOLDER}page.html", allow_legacy=True)
    from_html = body_text(saved) if saved else ""
    lines = visible_lines(page.html)
    copied, _ = read_bytes("\n".join(lines).encode(), "page.txt", f"{_FOLDER}page.txt")
    return PageScore(
        page.id,
        page.half,
        overlap(from_html, page.article, SHINGLE),
        overlap(from_html, page.article),
        score_lines(lines, body_lines(copied, lines) if copied else [False] * len(lines), page.article),
        overlap(body_text(copied) if copied else "", page.article),
    )


def score_lines(lines: Sequence[str], kept: Sequence[bool], article: str) -> Counts:
    """Count the words of lines kept and left out, against the lines whose words stand in a row in the article."""
    wanted = f" {_even(article)} "
    right = wrong = missed = 0
    for line, is_kept in zip(lines, kept, strict=True):
        size = len(line.split())
        if size < LEAST_WORDS or not words(line):
            continue
        is_wanted = f" {_even(line)} " in wanted
        right += size * (is_kept and is_wanted)
        wrong += size * (is_kept and not is_wanted)
        missed += size * (is_wanted and not is_kept)
    return Counts(right, wrong, missed, 1)


def body_lines(article: Article, lines: Sequence[str]) -> list[bool]:
    """Tell of each line whether most of it is body.

    Raises:
        ValueError: the article's text is not these lines.
    """
    if article.text != "\n".join(lines):
        raise ValueError("the text read is not the text given")
    inside = bytearray(len(article.text))
    for zone in _body(article):
        inside[zone.start : zone.end] = b"\1" * (zone.end - zone.start)
    kept, start = [], 0
    for line in lines:
        kept.append(2 * sum(inside[start : start + len(line)]) > len(line))
        start += len(line) + 1
    return kept


def body_text(article: Article) -> str:
    """Return the running text, line by line."""
    return "\n".join(zone.span.of(article.text) for zone in _body(article))


def _body(article: Article) -> Iterator[Zone]:
    """The place and date that open the first sentence of a report are part of its running text."""
    return (zone for zone in article.zones if zone.kind is ZoneKind.BODY or zone.reason == "dateline_head")


def _even(text: str) -> str:
    return " ".join(words(text.lower()))
