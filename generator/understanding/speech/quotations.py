"""Quotation marks in pairs: where quoted words begin and end, whatever marks are used and however badly."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model.text import Span

_APOSTROPHE_LIKE = frozenset("'’")
_SPACES = " \u00a0\u202f\u2009\t\n"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `outer` with the marks, `inner` without them and the spaces beside them.

    `open_ended` tells that the closing mark stands in a later paragraph (or nowhere, if that one reopens the quote).
    """

    outer: Span
    inner: Span
    open_ended: bool = False


def find_quotations(text: str, paragraphs: Sequence[Span], marks: tuple[str, ...]) -> list[Quotation]:
    """Return the outermost quotations of each paragraph, in text order.

    `text` is the article's own text (not evened: a typographic apostrophe must stay one). A mark without partner
    quotes nothing, except a quote that the next paragraph takes up again: that one runs to its paragraph's end.
    Linear in the length of the text.
    """
    closers, openers = _tables(marks)
    if not openers:
        return []
    mark = re.compile("[" + re.escape("".join(sorted({*closers, *openers}))) + "]")
    found: list[Quotation] = []
    left_open: tuple[int, str] | None = None
    for number, paragraph in enumerate(paragraphs):
        if left_open is not None and left_open[0] != number:
            left_open = None
        places = [match.start() for match in mark.finditer(text, paragraph.start, paragraph.end)]
        if not places:
            continue
        pairs, unclosed, stray = _pairs(text, paragraph, places, openers, closers)
        if left_open is not None and stray is not None and text[stray] in closers and not _inside(stray, pairs):
            # The mark that ends what an earlier paragraph began.
            pairs = [pair for pair in pairs if pair[0] >= stray]
            found.append(_quotation(text, paragraph.start, stray + 1, opened=False))
        outermost = _outermost(pairs)
        if unclosed is not None and _reopened(text, paragraphs, number, unclosed, openers):
            outermost = [pair for pair in outermost if pair[1] <= unclosed]
            found += [_quotation(text, start, end) for start, end in outermost]
            found.append(_quotation(text, unclosed, paragraph.end, closed=False))
            left_open = (number + 1, text[unclosed])
        else:
            found += [_quotation(text, start, end) for start, end in outermost]
    return [quotation for quotation in found if len(quotation.inner) > 0]


@lru_cache(maxsize=8)
def _tables(marks: tuple[str, ...]) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Return, for each closing mark, the marks that open it, and the other way round."""
    closers: dict[str, set[str]] = {}
    openers: dict[str, set[str]] = {}
    for pair in marks:
        opening, _, closing = pair.partition(" ")
        openers.setdefault(opening, set()).add(closing)
        closers.setdefault(closing, set()).add(opening)
    return (
        {mark: frozenset(partners) for mark, partners in closers.items()},
        {mark: frozenset(partners) for mark, partners in openers.items()},
    )


def _pairs(
    text: str,
    paragraph: Span,
    places: Sequence[int],
    openers: dict[str, frozenset[str]],
    closers: dict[str, frozenset[str]],
) -> tuple[list[tuple[int, int]], int | None, int | None]:
    """Match the marks of one paragraph, which stand at `places`.

    Returns the pairs, the first opening mark that found no partner, and the first closing one.
    """
    stack: list[int] = []
    open_marks: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    stray: int | None = None
    for place in places:
        mark = text[place]
        partners = [partner for partner in closers.get(mark, ()) if open_marks.get(partner)]
        if partners and _may_close(text, place, paragraph, mark in openers):
            while stack:
                opened = stack.pop()
                open_marks[text[opened]] -= 1
                if text[opened] in partners:
                    pairs.append((opened, place + 1))
                    break
        elif mark in openers and _may_open(text, place, paragraph, mark in closers):
            stack.append(place)
            open_marks[mark] = open_marks.get(mark, 0) + 1
        elif stray is None and not partners and mark not in _APOSTROPHE_LIKE:
            stray = place
    unclosed = next((place for place in stack if text[place] not in _APOSTROPHE_LIKE), None)
    return pairs, unclosed, stray


def _may_open(text: str, place: int, paragraph: Span, either: bool) -> bool:
    before = text[place - 1] if place > paragraph.start else " "
    after = text[place + 1] if place + 1 < paragraph.end else " "
    if text[place] in "‘'":
        return not before.isalnum() and (after.isalpha() or after == "[")
    # Inches and seconds (5" tall) open nothing.
    return not either or not before.isdigit()


def _may_close(text: str, place: int, paragraph: Span, either: bool) -> bool:
    before = text[place - 1] if place > paragraph.start else " "
    after = text[place + 1] if place + 1 < paragraph.end else " "
    if text[place] in _APOSTROPHE_LIKE:
        plural = before == "s" and after == " " and text[place + 2 : place + 3].islower()
        return not after.isalnum() and before not in _SPACES and not plural
    # A mark that may do both and hugs only the word after it opens another quotation.
    return not either or not (before in " (\n" and after.isalnum() and text[place] != '"')


def _outermost(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _inside(place: int, pairs: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in pairs)


def _reopened(
    text: str, paragraphs: Sequence[Span], number: int, unclosed: int, openers: dict[str, frozenset[str]]
) -> bool:
    """Tell whether the quote left open at `unclosed` goes on in the next paragraph."""
    if number + 1 >= len(paragraphs):
        return False
    following = paragraphs[number + 1]
    first = text[following.start]
    mark = text[unclosed]
    if first == mark or first in openers[mark]:
        return True
    # No new mark at the paragraph's head: only a closing mark that comes before any opening one takes it up.
    for place in range(following.start, following.end):
        if text[place] in openers[mark] and text[place] != mark:
            return True
        if text[place] in openers and text[place] not in _APOSTROPHE_LIKE:
            return False
    return False


def _quotation(text: str, start: int, end: int, *, opened: bool = True, closed: bool = True) -> Quotation:
    inner_start, inner_end = start + opened, end - closed
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Quotation(Span(start, end), Span(inner_start, inner_end), not closed)
