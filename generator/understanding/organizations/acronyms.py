"""Acronyms: introduced beside the full name in either order, or used without introduction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.language.tokens import Token
from generator.understanding.document import Sentence
from generator.understanding.lexicon.organizations import OrganizationRules

_SHAPE = re.compile(r"(?=(?:.*[A-ZÀ-ÞА-Я]){2})[A-ZÀ-ÞА-Я][\w&]{1,9}\.?")
_CAPITALS = re.compile(r"[A-ZÀ-ÞА-Я]{2,9}")
_UNKNOWN = re.compile(r"[A-Z]{3,6}")
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_REACH = 20
"""Tokens that a full name may be long."""


class Introduction(NamedTuple):
    """An acronym at token `acronym` and the full name `[first, last]` beside it, one of them in brackets."""

    acronym: int
    first: int
    last: int


def find_introductions(tokens: Sequence[Token], rules: OrganizationRules) -> Iterator[Introduction]:
    """Find `Full Name (FN)` and `FN (Full Name)` where the letters agree with the words and name an organisation."""
    for intro in _pairs(tokens, rules):
        if not _other_thing(tokens, intro.first, intro.last, rules):
            yield intro


def _pairs(tokens: Sequence[Token], rules: OrganizationRules) -> Iterator[Introduction]:
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


def other_acronyms(tokens: Sequence[Token], rules: OrganizationRules) -> Iterator[str]:
    """Return the acronyms that a sentence introduces for laws, illnesses and the like."""
    for index in range(1, len(tokens) - 2):
        if tokens[index].text == "(" and tokens[index + 2].text == ")" and tokens[index - 1].key in rules.not_heads:
            yield tokens[index + 1].text
    for intro in _pairs(tokens, rules):
        if _other_thing(tokens, intro.first, intro.last, rules):
            yield tokens[intro.acronym].text


def bracketed_acronyms(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Find `Name (ACRONYM)` whatever the letters: (index of the acronym, last token of what stands before)."""
    for index in range(1, len(tokens) - 2):
        if tokens[index].text == "(" and tokens[index + 2].text == ")" and _CAPITALS.fullmatch(tokens[index + 1].text):
            yield index + 1, index - 1


def is_acronym_shape(word: str) -> bool:
    """Tell whether a word has at least two capitals and is short (`OTAN`, `AfD`, `LaREM`)."""
    return _SHAPE.fullmatch(word) is not None


def unknown_acronyms(sentence: Sentence, rules: OrganizationRules) -> Iterator[int]:
    """Find all-capital words that are probably organisations: no Roman numeral, no unit, not shouted, not a label."""
    tokens = sentence.tokens
    shouting = None
    for index in sentence.capitals:
        token = tokens[index]
        word = token.text
        if not word.isupper() or not _UNKNOWN.fullmatch(word) or word in rules.not_acronyms or _ROMAN.fullmatch(word):
            continue
        if shouting is None:
            shouting = _shouted(tokens)
        if shouting:
            return
        before = tokens[index - 1] if index else None
        if before is not None and before.key in rules.indefinite:
            continue  # "un AVC": a thing of which there are many
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        if not (_glued(token, after, "-/:°") or _glued(token, before, "-/@#°$") or _labelled(tokens, index)):
            yield index


def initials(words: Sequence[Token], rules: OrganizationRules) -> str:
    """Return the capitals that stand for a name: `PP` for `Parti populaire`."""
    return "".join(
        word.text[0].upper() for word in words if word.kind == "word" and word.key not in rules.function_words
    )


def _other_thing(tokens: Sequence[Token], first: int, last: int, rules: OrganizationRules) -> bool:
    return tokens[first].key in rules.not_heads or tokens[last].key in rules.not_heads


def _glued(token: Token, neighbour: Token | None, signs: str) -> bool:
    """Tell whether a sign or a number beside the word makes it part of something else (`SARS-CoV`, `PSL 1`)."""
    if neighbour is None:
        return False
    touches = neighbour.start == token.end or neighbour.end == token.start
    shouted = neighbour.kind == "word" and len(neighbour.text) > 2 and neighbour.text.isupper()
    return neighbour.kind == "number" or shouted or (touches and neighbour.text in signs)


def _labelled(tokens: Sequence[Token], index: int) -> bool:
    """`(AP) …`, `((AB)) :` and `… of the region. (abc)` mark an agency or a speaker; `Jean Dupont (XYZ)` a party."""
    if index == 0 or tokens[index - 1].text != "(":
        return False
    closed = index + 1 < len(tokens) and tokens[index + 1].text == ")"
    return not closed or index < 2 or not tokens[index - 2].capital


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
