"""Lines and line heads that say when (and where, and by which agency) a text was written."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from generator.language.dates import absolute, find_expressions
from generator.language.normalise import even
from generator.language.pack import languages, pack_for
from generator.model.dates import PartialDate
from generator.model.text import Span
from generator.reading.zones.blocks import Block, folded
from generator.reading.zones.captions import agency_at
from generator.reading.zones.phrases import phrases_of

_CLOCK: Final = re.compile(
    r"\b\d{1,2}\s?(?:[:h.]\s?\d{2}|h|am|pm|a\.m\.|p\.m\.)(?::\d{2})?\s*(?:am|pm|a\.m\.|p\.m\.)?\b", re.I
)
_ZONE: Final = re.compile(r"\b(?:[A-Z]{1,3}[ST]T|UTC|GMT|CET|CEST|ET|PT)(?:[+-]\d{1,2}(?::?\d{2})?)?\b")
_WORD: Final = re.compile(r"[^\W\d_]+")
_DASH: Final = re.compile(r"\s*[.,:]?\s*(?:[–—]|--|\s-)\s+")
_DIGIT: Final = re.compile(r"\d")
_HEAD_WINDOW: Final = 110
_NUMERIC: Final = re.compile(
    r"(?<![\d./-])(?:(\d{4})([./-])(\d{1,2})\2(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\6(\d{4}))(?![\d./-])"
)


class FoundDate(NamedTuple):
    """A date that words of the text say in full, the words, and the weekday they name (ISO, None: none)."""

    value: PartialDate
    span: Span
    weekday: int | None = None

    @property
    def weekday_fits(self) -> bool:
        """Tell whether the weekday named, if any, is the one of the date."""
        if self.weekday is None or self.value.precision != "day":
            return True
        return self.value.first_day().isoweekday() == self.weekday


def find_dates(
    even_text: str, language: str, start: int = 0, end: int | None = None, *, any_language: bool = True
) -> list[FoundDate]:
    """Return the dates of `even_text[start:end]` (evened) that need no counting, in text order.

    The language's own grammar comes first; a stretch without dates in it is read in the other languages as well,
    unless `any_language` is off (running text: a dateline may well be in another language, a paragraph is not).
    """
    stop = len(even_text) if end is None else end
    if not _DIGIT.search(even_text, start, stop):
        return []
    own = pack_for(language).language
    found = _in_language(even_text, own, start, stop)
    for other in languages() if any_language else ():
        if any(date.value.precision == "day" for date in found):
            return found
        if other != own:
            found = _in_language(even_text, other, start, stop) or found
    return found or _numeric(even_text, start, stop)


def _in_language(even_text: str, language: str, start: int, end: int) -> list[FoundDate]:
    found = []
    for expression in find_expressions(even_text, pack_for(language), start, end):
        value = absolute(expression)
        if isinstance(value, PartialDate):
            found.append(FoundDate(value, Span(expression.start, expression.end), expression.parts.weekday))
    return found


def _numeric(text: str, start: int, end: int) -> list[FoundDate]:
    """Read dates in figures that only one order of day and month makes possible, or that are day first."""
    found = []
    for match in _NUMERIC.finditer(text, start, end):
        year, _, month, day, first, _, second, late_year = match.groups()
        try:
            if year:
                value = PartialDate(int(year), int(month), int(day))
            else:
                value = PartialDate(int(late_year), int(second), int(first))
        except ValueError:
            continue
        found.append(FoundDate(value, Span(*match.span())))
    return found


def date_in_line(block: Block, language: str) -> FoundDate | None:
    """Return the full date of a line that says little else (a date line, a publication stamp), else None."""
    if block.words > 24 or len(block.text) > 400 or not any(char.isdigit() for char in block.text):
        return None
    dates = [date for date in find_dates(block.text, language) if date.value.precision == "day"]
    if not dates:
        return None
    rest = block.text
    for date in reversed(dates):
        rest = rest[: date.span.start] + " " + rest[date.span.end :]
    rest = _ZONE.sub(" ", _CLOCK.sub(" ", rest))
    if len(_WORD.findall(rest)) - _stamp_words(folded(rest)) > 3:
        return None
    first = dates[0]
    return FoundDate(first.value, Span(block.start + first.span.start, block.start + first.span.end), first.weekday)


def _stamp_words(key: str) -> int:
    """Count the words of publication stamps (`publié le`, `last updated at`) in a folded line."""
    vocabulary = _stamp_vocabulary()
    return sum(word in vocabulary for word in _WORD.findall(key))


@lru_cache(maxsize=1)
def _stamp_vocabulary() -> frozenset[str]:
    phrases = phrases_of("stamp", "start") | phrases_of("stamp", "whole") | phrases_of("stamp", "beside")
    return frozenset(word for phrase in phrases for word in _WORD.findall(phrase))


def head_end(text: str, start: int, end: int, language: str) -> int | None:
    """Return where the dateline at the head of a paragraph ends (`PARIS (AFP) – `, `5 July 2012. - `), else None."""
    window = min(end, start + _HEAD_WINDOW)
    dash = _DASH.search(text, start, window)
    if not dash or dash.start() == start:
        return None
    head = text[start : dash.start()]
    if _is_dateline(head, text[dash.end() : end], language):
        return dash.end()
    return None


def _is_dateline(head: str, following: str, language: str) -> bool:
    """Tell whether the words before a dash are a place, a date, an agency, or several of these."""
    if not (following[:1].isupper() or following[:1] in "\"'«“‘"):
        return False
    rest, dated = head, False
    for expression in reversed(find_expressions(even(head), pack_for(language))):
        if expression.op == "calendar":
            rest = rest[: expression.start] + " " + rest[expression.end :]
            dated = True
    agency = agency_at(rest)
    if agency:
        rest = rest[: agency.start()] + " " + rest[agency.end() :]
    words = _WORD.findall(rest)
    if not words:
        return dated or agency is not None
    if len(words) > 5:
        return False
    if dated or agency:
        return all(word[0].isupper() for word in words)
    return all(word.isupper() for word in words) and sum(map(len, words)) > 3
