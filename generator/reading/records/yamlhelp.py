"""What went wrong in a YAML file, in the words of someone who does not know YAML.

The parser says where it gave up; the cause is mostly a sign or an indentation nearby. These rules look at the line.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Mistake(NamedTuple):
    """A place (line and column from 1), what is wrong there, and the remedy."""

    line: int
    column: int
    message: str
    hint: str


_KEY = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<key>[\w-]+|\"[^\"]*\"|'[^']*')[ ]*:(?=\s|$)")
_GLUED = re.compile(r"(?P<lead>\s*(?:- +)*)(?P<key>[A-Za-z_]\w*):(?P<value>[^\s/:].*)")
_QUOTED_VALUE = re.compile(r"(?:\s*(?:- +)*[\w-]+[ ]*:\s+|\s*(?:- +)+)(?P<quote>[\"']).*")
_RESERVED = "@`%|>"
_SHOWN = 60


def locate(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of an offset."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def shown(value: str) -> str:
    """Return a value fit for a message: one line, not too long, in back quotes."""
    line = " ".join(value.split())
    return f"`{line[: _SHOWN - 1]}…`" if len(line) > _SHOWN else f"`{line}`"


def glued_colon(value: str) -> str | None:
    """Return `key: value` where the space after a key's colon was forgotten, else None."""
    match = _GLUED.fullmatch(value)
    return f"{match['key']}: {match['value']}" if match else None


def explain(text: str, problem: str, place: tuple[int, int], context: tuple[int, int]) -> Mistake:
    """Say in plain words what the parser's message at `place` (and where its construct began) means here."""
    lines = text.split("\n")
    place, context = _inside(lines, place), _inside(lines, context)
    line, column = place
    source = lines[line - 1]
    first = _first_line(lines)
    if first and first[1].startswith("%"):
        return Mistake(first[0], 1, "an unquoted value cannot begin with `%`", "put the whole value in double quotes")
    if "end of stream" in problem or "document indicator" in problem:
        return _unclosed_quote(lines, context)
    tab = _leading_tab(lines, line)
    if tab:
        return tab
    if "mapping values are not allowed" in problem:
        return _unexpected_colon(lines, line, column, source)
    if "could not find expected ':'" in problem:
        return _no_colon(lines, context)
    if "expected ','" in problem:
        return _unclosed_bracket(lines, place, context)
    if "node content" in problem and not "\n".join([source[column - 1 :], *lines[line:]]).strip():
        opening = max(text.rfind("["), text.rfind("{"))
        return _unclosed_bracket(lines, place, locate(text, max(opening, 0)))
    if "escape" in problem or "hexdec" in problem or "hexadec" in problem:
        return Mistake(
            line,
            column,
            "a backslash inside double quotes begins a code that does not exist",
            "write the backslash twice, or put the value in single quotes",
        )
    if (
        "cannot start any token" in problem
        or "comment or line break" in problem
        or "comment or a line break" in problem
    ):
        return _reserved_sign(lines, place, context)
    if (
        "directive" in problem
        or "alias" in problem
        or "alphabetic or numeric" in problem
        or "anchor" in problem
        or "tag" in problem
    ):
        sign = lines[context[0] - 1][context[1] - 1 : context[1]]
        return Mistake(
            *context, f"an unquoted value cannot begin with `{sign}`", "put the whole value in double quotes"
        )
    if "sequence entries are not allowed" in problem:
        return Mistake(
            line,
            column,
            "a list cannot begin on the line of its key",
            "put each `- item` on a line of its own below the key, or quote the value if the dash belongs to it",
        )
    return _misplaced(lines, line, column, source)


def _leading_tab(lines: list[str], line: int) -> Mistake | None:
    """Find a tab in the indentation of the line the parser gave up on, or of the one before."""
    for number in (line, line - 1):
        if 1 <= number <= len(lines):
            source = lines[number - 1]
            lead = source[: len(source) - len(source.lstrip())]
            if "\t" in lead and source.strip():
                return Mistake(
                    number,
                    lead.index("\t") + 1,
                    "this line is indented with a tab",
                    "replace the tab by spaces, two for each level",
                )
    return None


def _unclosed_quote(lines: list[str], context: tuple[int, int]) -> Mistake:
    line, column = context
    source = lines[line - 1][column - 1 :]
    quote = source[:1] or '"'
    return Mistake(
        line,
        column,
        f"the quotation mark opened here is never closed: {shown(source)}",
        f"add {quote} at the end of the value",
    )


def _unexpected_colon(lines: list[str], line: int, column: int, source: str) -> Mistake:
    """A colon where no key can be: in a value, after a deeper indentation, or after a line without its own colon."""
    key = _KEY.match(source)
    if key and key.end() < column:
        value = source[key.end() :].strip()
        return Mistake(
            line,
            column,
            f"the value {shown(value)} has a colon followed by a space",
            f'put the whole value in double quotes: {source[: key.end()].strip()} "{value}"'
            if '"' not in value and len(value) <= _SHOWN
            else "put the whole value in double quotes (and \\ before each quotation mark inside)",
        )
    if not key:
        return Mistake(line, column, "this colon is not expected here", "put the whole value in double quotes")
    above = _line_above(lines, line)
    if above:
        number, before = above
        if glued_colon(before):
            return _glued(number, before)
        if not re.search(r":(\s|$)", before):
            return Mistake(
                number,
                len(before) - len(before.lstrip()) + 1,
                f"{shown(before)} is neither a key nor a list item",
                "write `key: value`, with a colon and a space, or quote the value above if this line continues it",
            )
    return Mistake(
        line,
        len(key["lead"]) + 1,
        f"the line {shown(source)} is indented deeper than the line above allows",
        "give all keys of one mapping the same number of spaces",
    )


def _no_colon(lines: list[str], context: tuple[int, int]) -> Mistake:
    line, column = context
    source = lines[line - 1]
    if glued_colon(source):
        return _glued(line, source)
    return Mistake(
        line,
        column,
        f"{shown(source)} is neither a key nor a list item",
        "write `key: value`, with a colon and a space; indent text of several lines deeper than its key",
    )


def _glued(line: int, source: str) -> Mistake:
    match = _GLUED.fullmatch(source)
    assert match is not None
    return Mistake(
        line,
        match.end("key") + 1,
        f"there is no space after the colon in {shown(source)}",
        f"write `{match['key']}: {match['value'].strip()[:_SHOWN]}`",
    )


def _unclosed_bracket(lines: list[str], place: tuple[int, int], context: tuple[int, int]) -> Mistake:
    line, column = context
    source = lines[line - 1][column - 1 :]
    opening = source[:1]
    closing = "}" if opening == "{" else "]"
    if place[0] == line and closing in source:
        return Mistake(
            *place,
            f"something between the brackets of {shown(source)} is not separated by a comma",
            "put values that contain a colon, a comma or a bracket in double quotes",
        )
    return Mistake(
        line,
        column,
        f"the bracket opened here is never closed: {shown(source)}",
        f"add {closing} at the end, or put the value in double quotes if the bracket belongs to it",
    )


def _reserved_sign(lines: list[str], place: tuple[int, int], context: tuple[int, int]) -> Mistake:
    line, column = place
    source = lines[line - 1]
    sign = source[column - 1 : column]
    if sign not in _RESERVED or not sign:
        # `> words` and `| words`: the parser stops at the words, the sign is where its construct began.
        line, column = context
        source = lines[line - 1]
        sign = source[column - 1 : column]
    return Mistake(
        line, column, f"an unquoted value cannot begin with `{sign}`", "put the whole value in double quotes"
    )


def _misplaced(lines: list[str], line: int, column: int, source: str) -> Mistake:
    """Everything else: text after a closing quotation mark, or a line that fits no indentation above it."""
    rest = source[column - 1 :]
    if rest[:1] in ("]", "}", ","):
        return Mistake(
            line, column, f"an unquoted value cannot begin with `{rest[0]}`", "put the whole value in double quotes"
        )
    quoted = _QUOTED_VALUE.fullmatch(source)
    if quoted and quoted.start("quote") + 1 < column:
        return _after_quote(lines, line, column, quoted["quote"])
    if source[: column - 1].count('"'):
        return _after_quote(lines, line, column, '"')
    above = _line_above(lines, line)
    if source.lstrip().startswith("-") and above:
        return Mistake(
            line,
            column,
            f"the list item {shown(source)} does not fit what is above it",
            "indent the dash below the key the list belongs to, and align the dashes of one list",
        )
    what = shown(source) if source.strip() else "the end of the file"
    return Mistake(
        line,
        column,
        f"{what} does not fit the indentation above it",
        "give all keys of one mapping, and all dashes of one list, the same number of spaces",
    )


def _after_quote(lines: list[str], line: int, column: int, quote: str) -> Mistake:
    above = _line_above(lines, line)
    if above:
        opened = _QUOTED_VALUE.fullmatch(above[1])
        if opened and opened["quote"] == quote and above[1].count(quote) == 1:
            return _unclosed_quote(lines, (above[0], opened.start("quote") + 1))
    if quote == "'":
        hint = "use double quotes around a value with an apostrophe, or write the apostrophe twice"
    else:
        hint = 'close every quotation mark on its own line, and write \\" for one inside the value'
    rest = lines[line - 1][column - 1 :]
    return Mistake(line, column, f"{shown(rest)} stands after the quotation mark that ends the value", hint)


def _line_above(lines: list[str], line: int) -> tuple[int, str] | None:
    """Return number and text of the nearest line above that is not blank or a comment."""
    for number in range(line - 1, 0, -1):
        source = lines[number - 1]
        if source.strip() and not source.lstrip().startswith("#"):
            return number, source
    return None


def _first_line(lines: list[str]) -> tuple[int, str] | None:
    """Return number and text of the first line that is not blank or a comment."""
    return next(
        ((number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.lstrip().startswith("#")),
        None,
    )


def _inside(lines: list[str], place: tuple[int, int]) -> tuple[int, int]:
    """Return the place, or the end of the text where the parser points below it."""
    return place if place[0] <= len(lines) else (len(lines), len(lines[-1]) + 1)
