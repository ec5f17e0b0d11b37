"""Saved web pages: the article's words by `trafilatura`, its metadata from the page's own head."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Final

from generator.model.problem import Position, Problem
from generator.reading.pagedata import PageData
from generator.reading.web.head import page_captions, page_data
from generator.reading.zones.blocks import folded

_MAX_BLOCKS: Final = 5000
_BLANKS: Final = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class WebPage:
    """The text taken from a page, blocks parted by a blank line.

    `title_at` and `captions_at` are where the headline and the captions of figures stand in it.
    """

    text: str
    data: PageData
    title_at: int | None = None
    captions_at: tuple[int, ...] = ()


def read_page(html: str, path: str) -> tuple[WebPage | None, tuple[Problem, ...]]:
    """Take the article out of a page. None where there is none, or where `trafilatura` is not installed."""
    try:
        import trafilatura
    except ImportError:
        hint = "run `pip install knowledge-site-generator[html]`, or save the article's text as .txt"
        message = "reading .html files needs the package trafilatura, which is not installed, or not completely"
        return None, (Problem.at(Position(path), "html-extra-missing", message, hint),)
    try:
        with _quiet():
            tree = trafilatura.load_html(html)
            if tree is None:
                return None, (_nothing(path),)
            data = page_data(tree, html)
            captions = page_captions(tree)
            blocks = _blocks(trafilatura, html)
    except Exception as error:  # a library that reads hostile pages fails in more ways than it lists
        message = f"the page cannot be read: {type(error).__name__}"
        return None, (Problem.at(Position(path), "bad-html", message, "save the article's text as .txt"),)
    if not blocks:
        return None, (_nothing(path),)
    return _put_together(blocks, captions, data), ()


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library from logging what the problems of the file say better."""
    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(level)


def _blocks(trafilatura: Any, html: str) -> list[str]:
    """Return the paragraphs of the article; everything the page shows where no article stands out."""
    found = trafilatura.extract(
        html, output_format="txt", favor_precision=True, include_comments=False, with_metadata=False
    )
    if not found:
        found = trafilatura.html2txt(html)
    lines = (_BLANKS.sub(" ", line).strip() for line in (found or "").split("\n"))
    return [line for line in lines if line][:_MAX_BLOCKS]


def _put_together(blocks: list[str], captions: list[str], data: PageData) -> WebPage:
    """Join headline, captions and paragraphs to one text, each once."""
    title_at = None
    if data.title:
        key = _key(data.title)
        blocks = [block for number, block in enumerate(blocks) if number > 3 or _key(block) != key]
        title_at = 0
    present = {_key(block) for block in blocks}
    fresh = [caption for caption in dict.fromkeys(captions) if _key(caption) not in present]
    pieces = [*([data.title] if data.title else []), *fresh, *blocks]
    text = "\n\n".join(pieces) + "\n"
    known = {_key(caption) for caption in captions}
    starts = list(accumulate((len(piece) + 2 for piece in pieces), initial=0))
    captions_at = tuple(start for start, piece in zip(starts, pieces, strict=False) if _key(piece) in known)
    return WebPage(text, data, title_at, captions_at)


def _key(line: str) -> str:
    return re.sub(r"\W+", "", folded(line))


def _nothing(path: str) -> Problem:
    hint = "save the page again once it is fully loaded, or paste the article's text into a .txt file"
    return Problem.at(Position(path), "empty-article", "no text was found in this page", hint)
