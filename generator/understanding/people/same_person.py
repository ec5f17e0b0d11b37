"""Which names of one article mean the same person, and which recorded person that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model.ids import make_id, slugify
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.people.spellings import match_spelling, namesakes
from generator.understanding.recorded import name_keys, recorded_names, telling

SURE = 0.9
"""Confidence of a mention by full name; less where only the sound of the name leads to a record."""
_COMPARE = 40
"""With so many bearers of one surname no more are compared: hostile lists must stay linear."""


@dataclass(eq=False, slots=True)
class Person:
    """One person of an article: its name, the folded words of its fullest spelling and of all others, its id.

    `candidates` are the recorded persons of one spelling, none of whom it is said to be.
    """

    name: str
    keys: tuple[str, ...]
    id: str
    recorded: bool = False
    confidence: float = SURE
    candidates: tuple[str, ...] = ()
    others: list[tuple[str, ...]] = field(default_factory=list)


def same(left: Sequence[str], right: Sequence[str]) -> bool:
    """Tell whether two full names can mean one person: the shorter is contained in the longer, in order.

    Both need two telling words; an initial stands for a word that begins with it.
    """
    short, long = sorted((telling(tuple(left)), telling(tuple(right))), key=len)
    if len(short) < 2:
        return False
    if not (_fits(short[-1], long[-1]) or _fits(short[0], long[0])):
        return False
    position = 0
    for key in short:
        while position < len(long) and not _fits(key, long[position]):
            position += 1
        if position == len(long):
            return False
        position += 1
    return True


def _fits(left: str, right: str) -> bool:
    if left == right:
        return True
    return (len(left) == 1 and right.startswith(left)) or (len(right) == 1 and left.startswith(right))


def group(names: Iterable[tuple[str, tuple[str, ...]]], gazetteer: Gazetteer) -> list[Person]:
    """Group full names into persons, each with the id of its record or else one made of its fullest name.

    A name that could be two different persons stays one of its own; two recorded persons are never one.
    """
    persons: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    known: dict[tuple[str, ...], Person] = {}
    exact = recorded_names(gazetteer).full
    for name, keys in sorted(names, key=lambda pair: (-len(telling(pair[1])), pair[1], pair[0])):
        if keys in known:
            continue
        words = telling(keys)
        near = [person for word in dict.fromkeys((words[0], words[-1])) for person in by_word.get(word, ())[:_COMPARE]]
        mine = exact.get(keys)
        fitting = {
            person.id: person
            for person in near
            if same(keys, person.keys) and (mine is None or not person.recorded or person.id == mine[0])
        }
        if len(fitting) == 1:
            person = next(iter(fitting.values()))
        else:
            person = _new(name, keys, gazetteer)
            persons.append(person)
        person.others.append(keys)
        known[keys] = person
        for word in dict.fromkeys((words[0], words[-1])):
            bearers = by_word.setdefault(word, [])
            if person not in bearers:
                bearers.append(person)
    return persons


def _new(name: str, keys: tuple[str, ...], gazetteer: Gazetteer) -> Person:
    recorded = match_recorded(name, gazetteer)
    if recorded:
        return Person(recorded[1], keys, recorded[0], recorded=True)
    made = make_id("people", slugify(name) or "unnamed")
    shared = namesakes(name, gazetteer)
    if shared:
        return Person(name, keys, made, candidates=shared)
    heard = match_spelling(name, gazetteer)
    if heard:
        entry = recorded_names(gazetteer).by_id[heard[0]]
        return Person(entry.name, keys, entry.id, recorded=True, confidence=SURE * SURE * heard[1])
    return Person(name, keys, made)


def match_recorded(name: str, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """Return id and name of the one recorded person that a found full name means, or None.

    A spelling that folds alike decides; otherwise one of the two names must hold the other's words, at least two.
    Other transliterations and scripts are matched in `recorded_spellings`, after this.
    """
    keys = name_keys(name)
    index = recorded_names(gazetteer)
    if keys in index.full:
        return index.full[keys]
    words = telling(keys)
    if len(words) < 2:
        return None
    found = {
        value
        for word in sorted({words[0], words[-1]})
        for spelled, value in index.by_word.get(word, ())[:_COMPARE]
        if same(keys, spelled) and len(words[0]) > 1 and len(telling(spelled)[0]) > 1
    }
    return min(found) if len({entry_id for entry_id, _ in found}) == 1 else None
