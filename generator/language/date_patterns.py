"""The small notation in which packs write date phrases, compiled to regular expressions over symbols.

A text is first reduced to one *symbol* (a private-use character) per word, so that a pattern works on a string of
a few characters. The notation: `word` or `,` stands for itself, `<slot>` for any word of a category, `<slot2>` for
the same category in the second half of an interval, `[x]` for optional, `(x | y)` for a choice, and `{x}` marks the
words that make one mention (without braces: the whole phrase).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

_PIECE = re.compile(r"<(?P<slot>[a-z_]+)(?P<second>2?)>|(?P<mark>[\[\](){}|])|(?P<word>[^\s<>\[\](){}|]+)")


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a pattern that a word of `category` fills; `group` is its number in the regular expression."""

    group: int
    category: str
    second: bool
    mention: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern. `mentions` are the group numbers of the braces; `first` are the symbols it may begin with."""

    regex: re.Pattern[str]
    slots: tuple[Slot, ...]
    mentions: tuple[int, ...]
    first: frozenset[str]


def words_of(pattern: str, split: Callable[[str], list[str]]) -> set[str]:
    """Return the plain words of a pattern; `split` cuts them as the text will be cut (`l'an` -> `l'`, `an`)."""
    return {part for match in _PIECE.finditer(pattern) if match["word"] for part in split(match["word"])}


@dataclass
class _Builder:
    """Translates one pattern, left to right, by recursive descent."""

    pieces: list[re.Match[str]]
    symbols: Callable[[str], str]
    split: Callable[[str], list[str]]
    at: int = 0
    groups: int = 0
    slots: list[Slot] = field(default_factory=list)
    mentions: list[int] = field(default_factory=list)

    def choice(self, closing: str) -> tuple[str, set[str], bool]:
        """Translate up to `closing`: the expression, the symbols it may begin with, whether it may be empty."""
        parts, first, empty = [], set(), False
        while True:
            part, part_first, part_empty = self.sequence(closing)
            parts.append(part)
            first |= part_first
            empty = empty or part_empty
            mark = self.pieces[self.at]["mark"] if self.at < len(self.pieces) else ""
            self.at += 1
            if mark != "|":
                if (mark or "") != closing:
                    raise ValueError(f"unbalanced brackets in date pattern near {mark!r}")
                return "|".join(parts), first, empty

    def sequence(self, closing: str) -> tuple[str, set[str], bool]:
        """Translate up to `closing` or a bar, which stays unread."""
        parts: list[str] = []
        first: set[str] = set()
        empty = True
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            if piece["mark"] and (piece["mark"] == "|" or piece["mark"] == closing):
                break
            self.at += 1
            for part, part_first, part_empty in self.items(piece):
                parts.append(part)
                if empty:
                    first |= part_first
                empty = empty and part_empty
        return "".join(parts), first, empty

    def items(self, piece: re.Match[str]) -> list[tuple[str, set[str], bool]]:
        """Translate one piece; a word that the text cuts in two gives two items."""
        mark = piece["mark"]
        if mark == "[":
            inner, first, _ = self.choice("]")
            return [(f"(?:{inner})?", first, True)]
        if mark == "(":
            inner, first, empty = self.choice(")")
            return [(f"(?:{inner})", first, empty)]
        if mark == "{":
            self.groups += 1
            self.mentions.append(self.groups)
            inner, first, empty = self.choice("}")
            return [(f"({inner})", first, empty)]
        if mark:
            raise ValueError(f"stray {mark!r} in date pattern")
        if piece["slot"]:
            self.groups += 1
            self.slots.append(Slot(self.groups, piece["slot"], bool(piece["second"]), len(self.mentions) - 1))
            symbols = self.symbols(piece["slot"])
            return [(f"({_one_of(symbols)})", set(symbols), False)]
        return [
            (_one_of(found), set(found), False)
            for found in (self.symbols("=" + word) for word in self.split(piece["word"]))
        ]


def _one_of(symbols: str) -> str:
    # A category no word of the pack belongs to can never match.
    return f"[{symbols}]" if symbols else "(?!)"


def compile_pattern(pattern: str, symbols: Callable[[str], str], split: Callable[[str], list[str]]) -> Pattern:
    """Compile `pattern`; `symbols(name)` gives those of a category, `symbols("=" + word)` those of a plain word.

    Raises:
        ValueError: the brackets do not balance, or the pattern matches nothing at all.
    """
    builder = _Builder(list(_PIECE.finditer(pattern)), symbols, split)
    expression, first, empty = builder.choice("")
    if empty:
        raise ValueError(f"date pattern may match nothing: {pattern!r}")
    return Pattern(re.compile(expression), tuple(builder.slots), tuple(builder.mentions), frozenset(first))
