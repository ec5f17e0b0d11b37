"""Comparing short phrases (role names, labels) by the words that carry meaning."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.language.normalise import fold

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
"""Words up to this length are articles and prepositions in the languages we read."""


@lru_cache(maxsize=16384)
def content_words(phrase: str) -> frozenset[str]:
    """Return the folded words of more than three letters, and acronyms."""
    return frozenset(
        fold(word) for word in _WORD.findall(phrase) if len(word) > _SHORT or (word.isupper() and word[1:])
    )


def overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """Return the share of the smaller set that the other has too; 0.0 if either is empty."""
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0
