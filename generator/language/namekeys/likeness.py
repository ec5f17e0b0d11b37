"""How alike two words of names sound: an edit distance in which what spellings often exchange is cheap."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import accumulate

from generator.language.namekeys.letters import VOWELS, letters
from generator.language.namekeys.sounds import Word

GENDERED = 0.6
"""Likeness of `Petrov` and `Petrova`, `Daniel` and `Daniela`: two persons as a rule."""
_SHORT = 3
"""In words of so few sounds a vowel counts double: `Ali` is not `Ela`."""
_SAME_SOUND = 0.98
_COUNTERPART = 0.95
"""Likeness of the forms that one given name has in neighbouring languages (`Mykola`, `Nikolai`)."""
_UNSAID = 0.45
"""What a vowel that a script without short vowels does write counts, where the other spelling lacks it."""
_MUTE = 0.5
"""An `e` at the very end is often not written: it counts by so much."""


@lru_cache(maxsize=262144)
def likeness(left: Word, right: Word) -> float:
    """Return 0.0 (nothing in common) to 1.0 (the same letters); symmetric."""
    if left.plain == right.plain:
        return 1.0
    if left.sounds == right.sounds:
        return _SAME_SOUND
    if left.counterpart and left.counterpart == right.counterpart:
        return _COUNTERPART
    first, second = sorted((left, right), key=lambda word: (not word.bare, word.sounds))
    strict = not first.bare and min(len(first.sounds), len(second.sounds)) <= _SHORT
    weight = max(_weight(first.sounds, first.bare), _weight(second.sounds, first.bare))
    value = max(0.0, 1.0 - _distance(first, second, strict) / weight)
    return min(value, GENDERED if not first.bare and _gendered(first.sounds, second.sounds) else _SAME_SOUND)


def _gendered(left: str, right: str) -> bool:
    """Tell whether just one of two words ends in an `a` where the other has no like ending."""
    if not left or not right or (left[-1] == "a") == (right[-1] == "a"):
        return False
    other = right if left[-1] == "a" else left
    return other[-1] not in VOWELS or other[-1] == "i"


@lru_cache(maxsize=4)
def _swaps(bare: bool, strict: bool) -> Mapping[str, Mapping[str, float]]:
    """Return for each sound what taking another one for it costs, where that is not 1.0; bare: of a bare word."""
    rows: dict[str, dict[str, float]] = {}
    for (mine, other), cost in letters().exchange.items():
        rows.setdefault(mine, {})[other] = cost
    vowel = letters().vowel * (2.0 if strict else 1.0)
    for mine in VOWELS:
        rows.setdefault(mine, {}).update(dict.fromkeys(VOWELS, vowel))
    if bare:
        for mine in "eiou":
            rows[mine].update(dict.fromkeys(VOWELS, _UNSAID))
        rows["a"].update(dict.fromkeys(VOWELS, 0.1))
        rows["u"]["o"] = rows["i"]["e"] = 0.0
    return {mine: {**row, mine: 0.0} for mine, row in rows.items()}


@lru_cache(maxsize=131072)
def _weight(sounds: str, bare: bool) -> float:
    omit = letters().omission
    return sum((0.0 if bare else omit[sound]) if sound in VOWELS else 1.0 for sound in sounds) or 1.0


@lru_cache(maxsize=131072)
def _leave(sounds: str, bare: bool, to_bare: bool, strict: bool) -> tuple[float, ...]:
    """Return what leaving out each sound of a word costs; `to_bare`: as against a word without short vowels."""
    omit = letters().omission
    costs = [omit.get(sound, 1.0) * (2.0 if strict and sound in VOWELS else 1.0) for sound in sounds]
    if to_bare:
        costs = [
            0.0 if sound in VOWELS else min(cost, 0.2) if sound in "vhJ" else cost
            for sound, cost in zip(sounds, costs, strict=True)
        ]
    if bare:
        costs = [min(cost, _UNSAID) if sound in VOWELS else cost for sound, cost in zip(sounds, costs, strict=True)]
    if len(sounds) > 2 and sounds[-1] == "e":
        costs[-1] *= _MUTE
    return tuple(costs)


def _distance(first: Word, second: Word, strict: bool) -> float:
    """Return the least cost of making one row of sounds of the other; of two words a bare one comes first."""
    right = second.sounds
    leave = _leave(right, second.bare, first.bare and not second.bare, strict)
    swaps = _swaps(first.bare, strict)
    row = [0.0, *accumulate(leave)]
    for mine, drop in zip(first.sounds, _leave(first.sounds, first.bare, False, strict), strict=True):
        costs = swaps.get(mine, {mine: 0.0})
        above = row[0]
        best = above + drop
        row[0] = best
        for number, other in enumerate(right):
            swapped = above + costs.get(other, 1.0)
            above = row[number + 1]
            best += leave[number]
            if swapped < best:
                best = swapped
            if above + drop < best:
                best = above + drop
            row[number + 1] = best
    return row[-1]
