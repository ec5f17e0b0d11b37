"""On which side of today a clause lies, told from the words next to a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.language.normalise import even
from generator.language.pack import Pack
from generator.language.tokens import Token

Side = Literal["", "past", "future"]

_REACH = 14
_HEAD = 2


@dataclass(frozen=True)
class _Tense:
    future: frozenset[str]
    until: frozenset[str]
    since: frozenset[str]
    future_endings: tuple[str, ...]
    no_future: frozenset[str]
    no_future_pairs: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    no_past: frozenset[str]
    passive: frozenset[str]
    perfect: frozenset[str]
    bounds: frozenset[str]

    def side(self, token: Token, before: str, after: str) -> Side:
        """Return what one word tells between its neighbours."""
        word = token.text.lower()
        if word in self.future:
            # "may have killed": the perfect takes the future back.
            return "" if after in self.perfect or f"{word} {after}" in self.no_future_pairs else "future"
        if word in self.past:
            return "past"
        if not token.text.islower() or len(word) < 3:
            return ""
        if word.endswith(self.future_endings) and word not in self.no_future:
            return "future"
        # "is held", "be released": the participle of a passive says nothing about time.
        if word.endswith(self.past_endings) and word not in self.no_past and before not in self.passive:
            return "past"
        return ""


@lru_cache(maxsize=8)
def _tense(pack: Pack) -> _Tense:
    data = pack.topic("dates").get("tense", {})

    def words(name: str) -> tuple[str, ...]:
        return tuple(even(word).lower() for word in data.get(name, ()))

    return _Tense(
        frozenset(words("future")),
        frozenset(words("until")),
        frozenset(words("since")),
        words("future_endings"),
        frozenset(words("no_future")),
        frozenset(words("no_future_pairs")),
        frozenset(words("past")),
        words("past_endings"),
        frozenset(words("no_past")),
        frozenset(words("passive")),
        frozenset(words("perfect")),
        frozenset(words("bounds")),
    )


def side_of(tokens: Sequence[Token], pack: Pack, first: int, after: int, reach: int = _REACH) -> Side:
    """Tell from the clause whether the date at tokens `[first, after)` lies in the past or the future.

    At most `reach` tokens are looked at on either side.
    The nearest word before the date decides, else the nearest after it. Empty: the clause does not tell.
    """
    tense = _tense(pack)
    if first and tokens[first - 1].text.lower() in tense.until:
        return "future"
    if first and tokens[first - 1].text.lower() in tense.since:
        return "past"
    number = first - 1
    while number >= max(0, first - reach) and not _bound(tense, tokens[number], number == first - 1):
        side = _told(tense, tokens, number)
        if side:
            return side
        number -= 1
    # A date at the head of its clause belongs to what follows the comma, any other one to what went before.
    head = first - 1 - number <= _HEAD
    for number in range(after, min(len(tokens), after + reach)):
        if _bound(tense, tokens[number], head and number == after):
            break
        side = _told(tense, tokens, number)
        if side:
            return side
    return ""


def _bound(tense: _Tense, token: Token, pass_comma: bool) -> bool:
    return token.text.lower() in tense.bounds or (token.text == "," and not pass_comma)


def _told(tense: _Tense, tokens: Sequence[Token], number: int) -> Side:
    before = tokens[number - 1].text.lower() if number else ""
    after = tokens[number + 1].text.lower() if number + 1 < len(tokens) else ""
    return tense.side(tokens[number], before, after)
