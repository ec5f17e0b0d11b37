"""Two written names side by side: which parts answer each other, what is left over, what speaks against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.language.namekeys.likeness import likeness
from generator.language.namekeys.parts import Name
from generator.language.namekeys.sounds import Word, word_of
from generator.language.names import Strength, given_names

PART, PART_BARE = 0.82, 0.91
"""Likeness from which two words count as one part of a name in two spellings; bare: where one lacks its vowels."""
WEAK = 0.66
"""Likeness from which two words may be one part misspelled: enough to show a person, never to decide."""
_FREELY = 0.95
"""Likeness from which two given names are ways to write one, though both are common."""
_LEFT_OUT = 0.25
"""Weight of a word that only one of the names has; a father's name and initials weigh less."""
_MINOR = 0.08
_INITIAL = 0.2

Weigh = Callable[[Word], float]


@dataclass(frozen=True, slots=True)
class Pair:
    """A word of one name (or two written as one) and the word of the other that answers it."""

    left: str
    right: str
    likeness: float
    weight: float
    parts: int
    bare: bool = False
    two_names: bool = False
    places: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`score` runs from 0.0 to 1.0; `parts` counts full words that answer each other, however spelled.

    `conflict` says what speaks against one person, `doubt` what keeps a machine from deciding; "" for nothing.
    `left_out` are words that only one of the names has; `open_end` tells that its last word is among them.
    """

    score: float
    parts: int
    pairs: tuple[Pair, ...]
    conflict: str = ""
    doubt: str = ""
    left_out: tuple[str, ...] = ()
    open_end: bool = False

    @property
    def weakest(self) -> float:
        """The likeness of the parts that are least alike; 0.0 without any."""
        return min((pair.likeness for pair in self.pairs), default=0.0)

    @property
    def sure(self) -> bool:
        """Tell whether two parts agree and nothing speaks against."""
        agreed = all(pair.likeness >= (PART_BARE if pair.bare else PART) for pair in self.pairs)
        return self.parts > 1 and agreed and not self.conflict and not self.doubt


def alike_weight(_word: Word) -> float:
    """Weigh all words alike, where nothing is known of how many people bear them."""
    return 1.0


def compare(left: Name, right: Name, weigh: Weigh = alike_weight) -> Comparison:
    """Compare two names, whichever order their parts stand in. `weigh` says how much a word tells (rare: more)."""
    pairs, lefts, rights = _align(left.words, right.words, weigh)
    matched = sum(pair.weight * pair.likeness for pair in pairs)
    total = sum(pair.weight for pair in pairs)
    left_initials, right_initials = list(left.initials), list(right.initials)
    lefts = _initials(lefts, right_initials)
    rights = _initials(rights, left_initials)
    answered = len(left.initials) - len(left_initials) + len(right.initials) - len(right_initials)
    matched += _INITIAL * answered * 0.9
    total += _INITIAL * answered
    over = sum(weigh(word) for word in (*lefts, *rights))
    total += over if lefts and rights else over * _LEFT_OUT
    total += _MINOR * (len(left.patronymics) != len(right.patronymics))
    total += _MINOR * len(set(left_initials) ^ set(right_initials))
    conflict = _conflict(left, right, lefts, rights, left_initials, right_initials)
    total *= 1.5 if conflict else 1.0
    return Comparison(
        score=matched / total if total else 0.0,
        parts=sum(pair.parts for pair in pairs),
        pairs=tuple(pairs),
        conflict=conflict,
        doubt=_doubt(left, right, pairs, lefts, rights),
        left_out=tuple(word.plain for word in (*lefts, *rights)),
        open_end=any(rest and rest[-1] is name.words[-1] for rest, name in ((lefts, left), (rights, right))),
    )


def _align(left: Sequence[Word], right: Sequence[Word], weigh: Weigh) -> tuple[list[Pair], list[Word], list[Word]]:
    """Pair words, the most alike first; return the pairs and the words left over on both sides."""
    ranked = sorted(_candidates(left, right), key=lambda item: (-item[0], item[1], item[2]))
    used: tuple[set[int], set[int]] = (set(), set())
    pairs = []
    for value, mine, others in ranked:
        if used[0].intersection(mine) or used[1].intersection(others):
            continue
        used[0].update(mine)
        used[1].update(others)
        words = [left[number] for number in mine], [right[number] for number in others]
        weight = max(sum(map(weigh, side)) for side in words)
        spelled = [" ".join(word.plain for word in side) for side in words]
        several = max(len(mine), len(others))
        last = mine[-1] == len(left) - 1 or others[-1] == len(right) - 1
        bare = any(word.bare for side in words for word in side)
        two_names = several == 1 and _two_names(words[0][0], words[1][0], value, last)
        pairs.append(Pair(spelled[0], spelled[1], value, weight, several, bare, two_names, (mine[0], others[0])))
    rest = [
        [word for number, word in enumerate(side) if number not in done]
        for side, done in zip((left, right), used, strict=True)
    ]
    return pairs, rest[0], rest[1]


def _candidates(
    left: Sequence[Word], right: Sequence[Word]
) -> Iterator[tuple[float, tuple[int, ...], tuple[int, ...]]]:
    for mine, first in enumerate(left):
        for other, second in enumerate(right):
            value = likeness(first, second)
            if value >= WEAK:
                yield value, (mine,), (other,)
    yield from _doubles(left, right)
    yield from ((value, mine, others) for value, others, mine in _doubles(right, left))


def _doubles(left: Sequence[Word], right: Sequence[Word]) -> Iterator[tuple[float, tuple[int, ...], tuple[int, ...]]]:
    """Two words on the left written as one on the right (`Jong Un`, `Jongun`)."""
    for mine in range(len(left) - 1):
        one = joined(left[mine], left[mine + 1])
        for other, second in enumerate(right):
            if _longest(second) > max(map(_longest, left[mine : mine + 2])):
                value = likeness(one, second)
                if value >= PART:
                    yield value, (mine, mine + 1), (other,)


def _longest(word: Word) -> int:
    return max(map(len, word.skeletons))


def joined(first: Word, second: Word) -> Word:
    """Return two words written as one."""
    one = word_of(f"{first.plain}'{second.plain}")
    bare, romanised = first.bare or second.bare, first.romanised or second.romanised
    return Word(one.plain, one.sounds, one.skeletons, bare, romanised=romanised)


def _initials(words: list[Word], initials: list[str]) -> list[Word]:
    """Take out the words that initials of the other name stand for, and these initials."""
    rest = []
    for word in words:
        first = next((letter for letter in initials if _begins(word, letter)), None)
        if first is None:
            rest.append(word)
        else:
            initials.remove(first)
    return rest


def _begins(word: Word, letter: str) -> bool:
    return word.plain.startswith(letter) or word.sounds.startswith(word_of(letter).sounds)


def _conflict(
    left: Name, right: Name, lefts: list[Word], rights: list[Word], left_initials: list[str], right_initials: list[str]
) -> str:
    if left.generation and right.generation and left.generation != right.generation:
        return "another generation"
    if lefts and rights:
        return f"{lefts[0].plain} is not {rights[0].plain}"
    if left.patronymics and right.patronymics and not _answer(left.patronymics, right.patronymics):
        return "another father's name"
    if left.initials and right.initials and sorted(left.initials) != sorted(right.initials):
        return "other initials"
    fathers = [*left.patronymics, *right.patronymics]
    for letter in (*left_initials, *right_initials):
        if fathers and not any(_begins(word, letter) for word in fathers):
            return "other initials"
    return ""


def _answer(left: Sequence[Word], right: Sequence[Word]) -> bool:
    return any(likeness(one, other) >= PART for one in left for other in right)


def _doubt(left: Name, right: Name, pairs: Sequence[Pair], lefts: list[Word], rights: list[Word]) -> str:
    if left.generation != right.generation:
        return "generation given once"
    if any(pair.two_names for pair in pairs):
        return "two names of their own"
    if _turned(pairs) and all(_given(word) for word in (*left.words, *right.words)):
        return "given names in another order"
    longer, rest = (left, lefts) if lefts else (right, rights)
    if not rest:
        return ""
    if rest[0] is longer.words[0] and len(longer.words) > 2:
        # `Luis Durand` is not `Jose Luis Durand`, nor a son always his father's namesake.
        return "first name left out"
    # Without its end a name may be given names only: `Jean Pierre` of `Jean Pierre Durand`. A comma says which the
    # family name is.
    family = {word for name in (left, right) for word in name.family} - set(rest)
    if rest[-1] is longer.words[-1] and not family:
        if len(rest) > 1:
            return "several names left out"
        if all(_given(word) for word in longer.words if word not in rest):
            return "no family name"
    return ""


def _turned(pairs: Sequence[Pair]) -> bool:
    """Tell whether the parts of one name stand in another order in the other (`Ali Hassan`, `Hassan Ali`)."""
    places = sorted(pair.places for pair in pairs)
    return any(first[1] > second[1] for first, second in pairwise(places))


def _two_names(left: Word, right: Word, value: float, last: bool) -> bool:
    """Tell whether two Latin spellings are two names of their own (`Davis`, `Davies`), not two ways to write one.

    Given names are spelled with more freedom than family names, which come `last`.
    """
    if _undoubled(left) == _undoubled(right) or left.romanised or right.romanised or (not last and value >= _FREELY):
        return False
    if left.counterpart and left.counterpart == right.counterpart:
        return False
    return all(given_names().strength(word.plain) >= Strength.WEAK for word in (left, right))


def _undoubled(word: Word) -> str:
    return "".join(sign for sign, _ in groupby(word.plain))


def _given(word: Word) -> bool:
    return bool(word.counterpart) or given_names().strength(word.plain) is Strength.SURE
