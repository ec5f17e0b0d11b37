"""Bodies that every state has (`Ministry of Defence`): whose they are, told by a country word in or before the name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.language.countries import countries
from generator.language.pack import Pack
from generator.language.tokens import Token
from generator.understanding.gazetteer import Entry, Gazetteer, Match
from generator.understanding.lexicon.organizations import OrganizationRules

_LONGEST_LAND = 5
"""Most words of a country's name that are looked at before a possessive."""


class StateBody(NamedTuple):
    """The name without its country, and the country's ISO code where the name or its owner tells it."""

    name: str
    country: str | None


def state_body(
    tokens: Sequence[Token], first: int, last: int, rules: OrganizationRules, pack: Pack
) -> StateBody | None:
    """Read tokens `[first, last]` as a body every state has; None where other words make the name somebody's own."""
    lands = _lands(pack)
    kept: list[Token] = []
    codes = set()
    position = first
    while position <= last:
        token = tokens[position]
        match = lands.match_at(tokens, position) if token.kind == "word" else None
        if match and match.last <= last:
            codes.add(_code(match))
            position = match.last + 1
            continue
        plain = token.key in rules.generic or token.key in rules.common_words or token.key in rules.function_words
        if token.kind == "word" and not plain:
            return None
        kept.append(token)
        position += 1
    while kept and (kept[-1].kind != "word" or kept[-1].key in rules.function_words):
        kept.pop()
    if len(codes) > 1 or not any(token.key in rules.generic for token in kept):
        return None
    owner = next(iter(codes)) if codes else _owner(tokens, first, pack)
    return StateBody(_spell(kept), owner)


def land_in(tokens: Sequence[Token], first: int, last: int, pack: Pack) -> str | None:
    """Return the code of the first country word among tokens `[first, last]`, or of the owner named before them."""
    for position in range(first, last + 1):
        match = _lands(pack).match_at(tokens, position) if tokens[position].kind == "word" else None
        if match:
            return _code(match)
    return _owner(tokens, first, pack)


def _owner(tokens: Sequence[Token], first: int, pack: Pack) -> str | None:
    """Return the code of the country whose possessive stands before the name (`Iran's Ministry of Defence`)."""
    if first < 2 or tokens[first - 1].key not in pack.topic("text").get("clitics", ()):
        return None
    for begin in range(max(0, first - 1 - _LONGEST_LAND), first - 1):
        match = _lands(pack).match_at(tokens, begin) if tokens[begin].kind == "word" else None
        if match and match.last == first - 2:
            return _code(match)
    return None


def _code(match: Match) -> str | None:
    return match.entries[0].country


def _spell(tokens: Sequence[Token]) -> str:
    name = ""
    for number, token in enumerate(tokens):
        apart = number and tokens[number - 1].end < token.start
        name += (" " if apart else "") + token.text
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=8)
def _lands(pack: Pack) -> Gazetteer:
    """Names and adjectives of countries in the language of a pack."""
    return Gazetteer(
        Entry(
            spelling=spelling,
            kind="country",
            id=info.id,
            name=spelling,
            country=info.code,
            exact=spelling.isupper(),
            any_case=spelling[:1].islower(),
        )
        for info in countries().values()
        for spelling in (*info.names.get(pack.language, ()), *info.demonyms.get(pack.language, ()))
    )
