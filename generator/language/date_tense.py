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


@dataclass(frozen=True)
class _Tense:
    future: frozenset[str]
    future_endings: tuple[str, ...]
    no_future: frozenset[str]
    past: frozenset[str]
    past_endings: tuple[str, ...]
    no_past: frozenset[str]
    passive: frozenset[str]
    bounds: frozenset[str]

    def side(self, token: Token, before: str) -> Side:
        """Return what one word tells; `before` is the word before it."""
        word = token.text.lower()
        if word in self.future:
            return "future"
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
        words("future_endings"),
        frozenset(words("no_future")),
        frozenset(words("past")),
        words("past_endings"),
        frozenset(words("no_past")),
        frozenset(words("passive")),
        frozenset(words("bounds")),
    )


def side_of(tokens: Sequence[Token], pack: Pack, first: int, after: int) -> Side:
    """Tell from the clause whether the date at tokens `[first, after)` lies in the past or the future.

    The nearest word before the date decides, else the nearest after it. Empty: the clause does not tell.
    """
    tense = _tense(pack)
    comma = False
    for number in range(first - 1, max(-1, first - 1 - _REACH), -1):
        token = tokens[number]
        if token.text.lower() in tense.bounds:
            break
        if token.text == "," and number != first - 1:
            comma = True
            break
        side = tense.side(token, tokens[number - 1].text.lower() if number else "")
        if side:
            return side
    for number in range(after, min(len(tokens), after + _REACH)):
        token = tokens[number]
        if token.text.lower() in tense.bounds or (token.text == "," and number != after and comma):
            break
        side = tense.side(token, tokens[number - 1].text.lower())
        if side:
            return side
    return ""
