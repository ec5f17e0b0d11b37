"""Many people by their names: who may be meant by a spelling, ranked, each with a score and the reasons for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from math import log
from typing import Literal

from generator.language.namekeys.compare import PART, WEAK, Comparison, compare, joined
from generator.language.namekeys.letters import letters
from generator.language.namekeys.likeness import likeness
from generator.language.namekeys.parts import Name, parse
from generator.language.namekeys.sounds import Word, skeletons, word_of
from generator.language.normalise import fold

Decision = Literal["link", "unsure", "none"]

LINK = 0.75
"""A score from which a machine may decide, if two parts agree and nobody else comes near."""
MARGIN = 0.04
"""How far the next person must be behind."""
LINK_BARE, MARGIN_BARE = 0.9, 0.08
"""The same for names in a script that leaves vowels out: consonants alone fit more people."""
UNSURE = 0.55
"""A score from which a person is worth showing."""
_FLOOR = 0.3
"""People below this score are not shown."""
_SHOWN = 10
_TRIED = 32
"""So many names at most are compared in full: those that share the most telling words with what is asked."""
_RUN = 0.5
"""What two words written as one count for, before they are compared."""
_REMEMBERED = 50000
_LONGER = 4
"""Words that differ by more sounds are no spellings of one name, vowels not written included."""


@dataclass(frozen=True, slots=True)
class Known:
    """A person as the index takes it: every spelling, ids of countries, folded words of offices."""

    id: str
    names: tuple[str, ...]
    countries: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the person asked for; empty where nothing is."""

    countries: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person that may be meant. `score` from 0.0 to 1.0; `why` are short reasons in English, for people."""

    id: str
    score: float
    why: tuple[str, ...]
    sure: bool
    """Whether two parts of the name agree, or one and the country or office, and nothing speaks against."""


class NameIndex:
    """Frozen after building. The order of the people and of their names changes no answer."""

    def __init__(self, people: Iterable[Known]) -> None:
        self.people: Mapping[str, Known] = {one.id: one for one in sorted(people, key=lambda one: one.id)}
        self._names: list[tuple[Name, str]] = []
        self._spelled: dict[str, set[str]] = {}
        self._with: dict[Word, list[int]] = {}
        self._runs: dict[str, list[int]] = {}
        for one in self.people.values():
            for spelling in sorted(set(one.names)):
                self._add(spelling, one.id)
        self._found: dict[Word, list[tuple[Word, float]]] = {}
        self._common = log(len(self._names) + 2)
        self._by_skeleton: dict[str, list[Word]] = {}
        for word in self._with:
            for skeleton in word.skeletons:
                self._by_skeleton.setdefault(skeleton, []).append(word)

    def _add(self, spelling: str, person: str) -> None:
        name = parse(spelling)
        number = len(self._names)
        self._names.append((name, person))
        self._spelled.setdefault(_key(spelling), set()).add(person)
        for word in set(name.words):
            self._with.setdefault(word, []).append(number)
        for first, second in zip(name.words, name.words[1:], strict=False):
            self._runs.setdefault(skeletons(first.sounds + second.sounds)[0], []).append(number)

    def weigh(self, word: Word) -> float:
        """Return how much a word tells: 1.0 for one that no name has, 0.2 for one that all have."""
        return max(0.2, 1.0 - log(len(self._with.get(word, ())) + 1) / self._common)

    def exact(self, name: str) -> tuple[str, ...]:
        """Return the ids of people one of whose names is spelled so, case, accents and signs aside."""
        return tuple(sorted(self._spelled.get(_key(name), ())))

    def rank(self, name: str, context: Context | None = None) -> tuple[Candidate, ...]:
        """Return who may be meant, best first, ids in order where scores are equal; at most ten."""
        asked = parse(name)
        same = self.exact(name)
        best: dict[str, Candidate] = {}
        for number in self._tried(asked):
            known, person = self._names[number]
            found = self._candidate(compare(asked, known, self.weigh), known, person, context)
            if person not in best or _order(found) < _order(best[person]):
                best[person] = found
        for person in same:
            why: tuple[str, ...] = ("same spelling",) if len(same) == 1 else ("same spelling", f"shared by {len(same)}")
            # One word that others bear as their family name tells nobody apart, even if a record lists it.
            told = len(asked.words) != 1 or self.bearers(name) <= {person}
            why += () if told else ("one part, borne by others",)
            best[person] = _judged(Candidate(person, 1.0, why, told), self.people[person], context)
        shown = (one for one in best.values() if one.score >= _FLOOR or one.id in same)
        return tuple(sorted(shown, key=_order)[:_SHOWN])

    def decide(self, name: str, context: Context | None = None) -> tuple[Decision, tuple[Candidate, ...]]:
        """Return what a machine may make of a name, and the ranked candidates. Precision comes first."""
        ranked = self.rank(name, context)
        if not ranked:
            return "none", ()
        first = ranked[0]
        next_best = ranked[1].score if len(ranked) > 1 else 0.0
        strict = any(word.bare for word in parse(name).words)
        needed, ahead = (LINK_BARE, MARGIN_BARE) if strict else (LINK, MARGIN)
        clear = first.sure and first.score >= needed and first.score - next_best >= ahead
        return ("link" if clear else "unsure" if first.score >= UNSURE else "none"), ranked

    def bearers(self, word: str) -> set[str]:
        """Return the ids of people whose name ends in a word that sounds like this one."""
        asked = word_of(word)
        numbers = (
            number for other, value in self._similar(asked) if value >= _NEAR_SURE for number in self._with[other]
        )
        names = (self._names[number] for number in numbers)
        return {person for name, person in names if likeness(name.words[-1], asked) >= _NEAR_SURE}

    def _candidate(self, found: Comparison, known: Name, person: str, context: Context | None) -> Candidate:
        why = [f"{pair.left} ~ {pair.right} {pair.likeness:.2f}" for pair in found.pairs]
        why += [f"left out: {', '.join(found.left_out)}"] if found.left_out and not found.conflict else []
        why += [reason for reason in (found.conflict, found.doubt) if reason]
        why += ["one part only"] if found.parts < 2 else []
        score = _NOT_SPELLED * found.score * (1.0 if found.parts > 1 else 0.85) * (_DOUBTED if found.doubt else 1.0)
        candidate = Candidate(person, score, (f"as {known.text}", *why), found.sure)
        judged = _judged(candidate, self.people[person], context)
        one_part = found.parts == 1 and not found.conflict and not found.doubt and found.weakest >= _NEAR_SURE
        if one_part and any(reason.startswith("same ") for reason in judged.why):
            return Candidate(person, max(judged.score, LINK), judged.why, True)
        return judged

    def _tried(self, asked: Name) -> list[int]:
        """Return the numbers of the names worth comparing in full, those that share the most telling words first."""
        gathered: dict[int, float] = {}
        for word in asked.words:
            row = dict.fromkeys(self._runs.get(word.skeletons[0], ()), _RUN)
            self._fill(row, self._similar(word))
            for number, telling in row.items():
                gathered[number] = gathered.get(number, 0.0) + telling
        for first, second in zip(asked.words, asked.words[1:], strict=False):
            row = {}
            self._fill(row, self._like(joined(first, second), set(joined(first, second).skeletons)))
            for number, telling in row.items():
                gathered[number] = gathered.get(number, 0.0) + telling
        return nsmallest(_TRIED, gathered, key=lambda number: (-gathered[number], number))

    def _fill(self, row: dict[int, float], found: Iterable[tuple[Word, float]]) -> None:
        for other, value in found:
            telling = value * self.weigh(other)
            for number in self._with[other]:
                if telling > row.get(number, 0.0):
                    row[number] = telling

    def _similar(self, asked: Word) -> list[tuple[Word, float]]:
        """Return the words that may be another spelling of one, with their likeness; misspelled ones if need be."""
        known = self._found.get(asked)
        if known is None:
            known = self._like(asked, set(asked.skeletons))
            if not any(value >= PART for _, value in known):
                known = self._like(asked, _near_keys(asked))
            if len(self._found) < _REMEMBERED:
                self._found[asked] = known
        return known

    def _like(self, asked: Word, keys: set[str]) -> list[tuple[Word, float]]:
        found = {word for key in keys for word in self._by_skeleton.get(key, ())}
        rated = (
            (word, likeness(asked, word)) for word in found if abs(len(word.sounds) - len(asked.sounds)) <= _LONGER
        )
        return [(word, value) for word, value in rated if value >= WEAK]


_NEAR_SURE = 0.95
"""Likeness of two words that mean one family in all likelihood."""
_NOT_SPELLED, _DOUBTED = 0.99, 0.95
"""Factors that keep the very spelling first, and what a person must decide behind what a machine may."""


def _key(spelling: str) -> str:
    return " ".join(fold(part) for part in spelling.replace("-", " ").replace(".", " ").split())


def _near_keys(word: Word) -> set[str]:
    """Return the skeletons of a word, and those with one consonant more or less."""
    classes = sorted({sign for signs in letters().classes.values() for sign in signs} - {"-"})
    keys = set(word.skeletons)
    for skeleton in word.skeletons:
        if len(skeleton) > 2:
            places = range(len(skeleton) + 1)
            keys.update(skeleton[:place] + more + skeleton[place:] for place in places for more in classes)
            keys.update(skeleton[:place] + skeleton[place + 1 :] for place in places)
    return keys


def _order(candidate: Candidate) -> tuple[float, str]:
    return (-candidate.score, candidate.id)


def _judged(candidate: Candidate, person: Known, context: Context | None) -> Candidate:
    """Return the candidate with what country and office say for or against it."""
    if context is None:
        return candidate
    score, sure, why = candidate.score, candidate.sure, list(candidate.why)
    if context.countries and person.countries:
        if context.countries & person.countries:
            why.append("same country")
            score = min(1.0, score + 0.02)
        else:
            why.append("another country")
            score, sure = score * 0.85, False
    if context.roles & person.roles:
        why.append("same office")
        score = min(1.0, score + 0.02)
    return Candidate(candidate.id, score, tuple(why), sure)
