"""Marks of Markdown and of pins in an article's text: found, so that understanding can look past them.

The text keeps them (offsets are those of the file); `blank` gives the same text with blanks in their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.model.article import Pin
from generator.model.ids import ENTITY_KINDS, slugify
from generator.model.problem import Position, Problem
from generator.model.text import Span

_PIN: Final = re.compile(r"\[\[([^\[\]|\n]{0,200})\|([^\[\]|\n]{1,300})\]\]")
_HEADING: Final = re.compile(r"^ {0,3}(#{1,6})[ \t]+|(?<![ \t])[ \t]+#+[ \t]*$", re.MULTILINE)
_HEADED: Final = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*)$", re.MULTILINE)
_RULE: Final = re.compile(r"^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|={3,}|-{3,})$", re.MULTILINE)
_LINE_START: Final = re.compile(r"^[ \t]{0,8}(?:>[ \t]?)+|^[ \t]{0,8}[*+-][ \t]+(?=\S)", re.MULTILINE)
_LINK: Final = re.compile(
    r"(!?\[)([^\[\]\n]{0,500})(\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)?(?:[ \t]+\"[^\"\n]*\")?\)|\]\[[^\[\]\n]*\])"
)
_AUTOLINK: Final = re.compile(r"<https?://[^<>\s]+>")
# Only the first underscore of a row can open: trying each of a long row would look at the same letters again and again.
_STRONG: Final = re.compile(r"(\*{1,3}|(?<!_)_{1,3}|~~|`+)(?=\S)([^\n*`~]{1,400}?)(?<=\S)\1(?!\w)")
_FOOTNOTE: Final = re.compile(r"\[\^[\w-]{1,20}\]:?")
_TAG: Final = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>\n]*)?/?>")
_ESCAPE: Final = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|>~-])")


@dataclass(frozen=True, slots=True)
class Markup:
    """What was found: stretches that are marks, pins, headings as `(level, start, end)`, and mistakes in pins."""

    marks: tuple[Span, ...] = ()
    pins: tuple[Pin, ...] = ()
    headings: tuple[tuple[int, int, int], ...] = ()
    problems: tuple[Problem, ...] = ()


def find_markup(text: str, start: int, path: str, *, markdown: bool) -> Markup:
    """Find the marks in `text[start:]`: pins only, unless it is Markdown."""
    pins, marks, problems = _pins(text, start, path)
    if not markdown:
        return Markup(tuple(marks), tuple(pins), (), tuple(problems))
    for pattern in (_TAG, _AUTOLINK, _RULE, _HEADING, _LINE_START, _FOOTNOTE, _ESCAPE):
        marks += [Span(*match.span()) for match in pattern.finditer(text, start) if match.end() > match.start()]
    marks += _comments(text, start)
    for match in _LINK.finditer(text, start):
        marks += [Span(*match.span(1)), Span(*match.span(3))]
    for match in _STRONG.finditer(text, start):
        if match.start() == 0 or not (match.group(1)[0] == "_" and text[match.start() - 1].isalnum()):
            marks += [Span(*match.span(1)), Span(match.end(2), match.end())]
    headings = tuple((len(match.group(1)), *match.span(2)) for match in _HEADED.finditer(text, start))
    return Markup(_merged(marks), tuple(pins), headings, tuple(problems))


def _comments(text: str, start: int) -> list[Span]:
    """Return the HTML comments; by hand, because a pattern would look for every missing end to the end of the text."""
    found = []
    begin = text.find("<!--", start)
    while begin >= 0:
        end = text.find("-->", begin + 4)
        if end < 0:
            break
        found.append(Span(begin, end + 3))
        begin = text.find("<!--", end + 3)
    return found


def blank(text: str, marks: Iterable[Span]) -> str:
    """Return `text` with blanks in place of marks (line breaks stay); same length."""
    pieces = []
    done = 0
    for span in marks:
        pieces += [text[done : span.start], "".join("\n" if char == "\n" else " " for char in span.of(text))]
        done = span.end
    return "".join([*pieces, text[done:]]) if pieces else text


def _pins(text: str, start: int, path: str) -> tuple[list[Pin], list[Span], list[Problem]]:
    pins: list[Pin] = []
    marks: list[Span] = []
    problems: list[Problem] = []
    if "[[" not in text:
        return pins, marks, problems
    for match in _PIN.finditer(text, start):
        words = Span(*match.span(2))
        marks += [Span(match.start(), words.start), Span(words.end, match.end())]
        target = match.group(1).strip()
        kind, slash, slug = target.rpartition("/")
        if target and (slug != slugify(slug) or not slug or (slash and kind not in ENTITY_KINDS)):
            problems.append(_bad_pin(text, match.start(1), path, target, slug))
        else:
            pins.append(Pin(words.start, words.end, target or None))
    return pins, marks, problems


def _bad_pin(text: str, offset: int, path: str, target: str, slug: str) -> Problem:
    line = text.count("\n", 0, offset) + 1
    column = offset - text.rfind("\n", 0, offset)
    message = f"`{target}` is not the id of a page"
    hint = f"write `[[{slugify(slug) or 'the-slug'}|words]]`, or `[[|words]]` for words that name no entity"
    return Problem.at(Position(path, line, column), "bad-pin", message, hint)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Sort spans and join those that touch or overlap."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
