"""Acronyms: introduced beside the full name in either order, or used without introduction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.language.tokens import Token
from generator.understanding.organization_rules import OrganizationRules

_SHAPE = re.compile(r"(?=(?:.*[A-ZÀ-ÞА-Я]){2})[A-ZÀ-ÞА-Я][\w&]{1,9}\.?")
_CAPITALS = re.compile(r"[A-ZÀ-ÞА-Я]{2,9}")
_UNKNOWN = re.compile(r"[A-ZÀ-Þ]{3,6}")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_REACH = 20
"""Tokens that a full name may be long."""


class Introduction(NamedTuple):
    """An acronym at token `acronym` and the full name `[first, last]` beside it, one of them in brackets."""

    acronym: int
    first: int
    last: int


def find_introductions(tokens: Sequence[Token], rules: OrganizationRules) -> Iterator[Introduction]:
    """Find `Full Name (FN)` and `FN (Full Name)` where the letters agree with the words."""
    for index, token in enumerate(tokens):
        if token.text != "(" or not 0 < index < len(tokens) - 2:
            continue
        after = tokens[index + 1]
        if tokens[index + 2].text in "),;" and is_acronym_shape(after.text):
            first = _backwards(tokens, index - 1, after.text, rules)
            if first is not None:
                yield Introduction(index + 1, first, index - 1)
        elif _CAPITALS.fullmatch(tokens[index - 1].text):
            last = _forwards(tokens, index + 1, tokens[index - 1].text, rules)
            if last is not None:
                yield Introduction(index - 1, index + 1, last)


def bracketed_acronyms(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Find `Name (ACRONYM)` whatever the letters: (index of the acronym, last token of what stands before)."""
    for index in range(1, len(tokens) - 2):
        if tokens[index].text == "(" and tokens[index + 2].text == ")" and _CAPITALS.fullmatch(tokens[index + 1].text):
            yield index + 1, index - 1


def is_acronym_shape(word: str) -> bool:
    """Tell whether a word has at least two capitals and is short (`OTAN`, `AfD`, `LaREM`)."""
    return _SHAPE.fullmatch(word) is not None


def unknown_acronyms(tokens: Sequence[Token], rules: OrganizationRules) -> Iterator[int]:
    """Find all-capital words that are probably organisations: no Roman numeral, no unit, not shouted, not a label."""
    if _shouted(tokens):
        return
    for index, token in enumerate(tokens):
        if not _UNKNOWN.fullmatch(token.text) or token.text in rules.not_acronyms or _ROMAN.fullmatch(token.text):
            continue
        before = tokens[index - 1] if index else None
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if after is not None and after.text in ("-", "/", ":", "°") and after.start == token.end:
            continue
        if before is not None and before.text in ("-", "/", "@", "#", "°", "$") and before.end == token.start:
            continue
        if (after is not None and after.kind == "number") or (before is not None and before.kind == "number"):
            continue
        if (
            before is not None
            and before.text == "("
            and (after is None or after.text != ")" or index < 2 or _label(tokens, index))
        ):
            continue
        yield index


def _label(tokens: Sequence[Token], index: int) -> bool:
    """`((WSS)) :` marks a speaker in a transcript."""
    return tokens[index - 2].text == "("


def _shouted(tokens: Sequence[Token]) -> bool:
    words = [token.text for token in tokens if token.kind == "word" and len(token.text) > 1]
    return len(words) > 2 and sum(word.isupper() for word in words) * 2 > len(words)


def _letters(acronym: str) -> str:
    return "".join(char for char in acronym if char.isalpha()).casefold()


def _initials(token: Token) -> str:
    return token.key[:1]


def _backwards(tokens: Sequence[Token], last: int, acronym: str, rules: OrganizationRules) -> int | None:
    """Return the first word of the name that ends at `last` and whose initials spell the acronym."""
    letters = _letters(acronym)
    skippable = rules.function_words
    waiting = len(letters) - 1
    position = last
    floor = max(0, last - _REACH)
    while position >= floor and waiting >= 0:
        token = tokens[position]
        if token.kind == "word" and _initials(token) == letters[waiting] and token.key not in skippable:
            waiting -= 1
        elif token.kind == "word" and token.key in skippable:
            if _initials(token) == letters[waiting] and not token.key.endswith("'"):
                # `de`, `and` may give a letter (`Bureau of Alcohol and …`): only when the next word does not.
                before = tokens[position - 1] if position else None
                if before is None or _initials(before) != letters[waiting]:
                    waiting -= 1
        elif token.text not in "-'&,":
            return None
        if waiting < 0:
            return position if token.capital else None
        position -= 1
    return None


def _forwards(tokens: Sequence[Token], first: int, acronym: str, rules: OrganizationRules) -> int | None:
    """Return the last word of the bracketed name that begins at `first` and whose initials spell the acronym."""
    letters = _letters(acronym)
    found = 0
    position = first
    end = min(len(tokens), first + _REACH)
    while position < end and tokens[position].text != ")":
        token = tokens[position]
        if token.kind == "word" and token.key not in rules.function_words:
            if found >= len(letters) or _initials(token) != letters[found]:
                return None
            found += 1
        elif token.kind != "word" and token.text not in "-'&,":
            return None
        position += 1
    complete = position < end and found == len(letters) and tokens[first].capital
    return position - 1 if complete else None
