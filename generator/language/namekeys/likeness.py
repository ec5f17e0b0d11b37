"""How alike two words of names sound: an edit distance in which what spellings often exchange is cheap."""

from __future__ import annotations

from functools import lru_cache

from generator.language.namekeys.letters import VOWELS, letters
from generator.language.namekeys.sounds import Word

GENDERED = 0.6
"""Likeness of `Petrov` and `Petrova`, `Daniel` and `Daniela`: two persons as a rule."""
_SHORT = 3
"""In words of so few sounds a vowel counts double: `Ali` is not `Ela`."""
_SAME_SOUND = 0.98
_LAST_VOWEL = 0.5
"""A vowel at the very end is often mute or not written: it counts by so much."""


@lru_cache(maxsize=262144)
def likeness(left: Word, right: Word) -> float:
    """Return 0.0 (nothing in common) to 1.0 (the same letters); symmetric."""
    if left.plain == right.plain:
        return 1.0
    if left.sounds == right.sounds:
        return _SAME_SOUND
    bare = left.bare or right.bare
    short = min(len(left.sounds), len(right.sounds)) <= _SHORT
    weight = max(_weight(left.sounds, bare), _weight(right.sounds, bare))
    cost = _distance(*sorted((left.sounds, right.sounds)), bare, short and not bare)
    value = max(0.0, 1.0 - cost / weight)
    return min(value, GENDERED) if not bare and _gendered(left.sounds, right.sounds) else min(value, _SAME_SOUND)


def _gendered(left: str, right: str) -> bool:
    """Tell whether just one of two words ends in an `a` where the other has no like ending."""
    if not left or not right or (left[-1] == "a") == (right[-1] == "a"):
        return False
    other = right if left[-1] == "a" else left
    return other[-1] not in VOWELS or other[-1] == "i"


def _weight(sounds: str, bare: bool) -> float:
    return sum(_omit(sound, bare) if sound in VOWELS else 1.0 for sound in sounds) or 1.0


def _omit(sound: str, bare: bool) -> float:
    cost = letters().omission.get(sound, 1.0)
    if bare:
        return 0.0 if sound in VOWELS else 0.2 if sound in "vhJ" else cost
    return cost


def _swap(left: str, right: str, bare: bool) -> float:
    if left == right:
        return 0.0
    if left in VOWELS and right in VOWELS:
        return 0.0 if bare else letters().vowel
    known = letters().exchange.get((left, right))
    return 1.0 if known is None else known


def _distance(left: str, right: str, bare: bool, short: bool) -> float:
    """Return the least cost of making one row of sounds of the other."""
    strict = 2.0 if short else 1.0
    last = len(right) - 1
    leave = [
        _omit(sound, bare) * (strict if sound in VOWELS else 1.0) * (_LAST_VOWEL if _mute(right, number) else 1.0)
        for number, sound in enumerate(right)
    ]
    row = [0.0]
    for cost in leave:
        row.append(row[-1] + cost)
    for place, mine in enumerate(left):
        drop = _omit(mine, bare) * (strict if mine in VOWELS else 1.0) * (_LAST_VOWEL if _mute(left, place) else 1.0)
        above, row = row, [row[0] + drop]
        for number in range(last + 1):
            swap = _swap(mine, right[number], bare)
            if mine in VOWELS and right[number] in VOWELS:
                swap *= strict
            row.append(min(above[number] + swap, above[number + 1] + drop, row[number] + leave[number]))
    return row[-1]


def _mute(sounds: str, place: int) -> bool:
    return place == len(sounds) - 1 and place > 1 and sounds[place] == "e"
