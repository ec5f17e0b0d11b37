"""Which names of one article mean the same person, and which recorded person that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model.ids import make_id, slugify
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.recorded import name_keys, recorded_names, telling

_COMPARE = 40
"""With so many bearers of one surname no more are compared: hostile lists must stay linear."""


@dataclass
class Person:
    """One person of an article: the names it is written with (folded words), the fullest spelling, its id."""

    name: str
    keys: tuple[str, ...]
    id: str = ""
    recorded: bool = False
    gender: str = "u"
    others: list[tuple[str, ...]] = field(default_factory=list)

    def add(self, name: str, keys: tuple[str, ...]) -> None:
        """Take in one more spelling; the fullest becomes the name."""
        self.others.append(keys)
        if (len(keys), len(name)) > (len(self.keys), len(self.name)):
            self.name, self.keys = name, keys


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


def group(names: Iterable[tuple[str, tuple[str, ...]]]) -> list[Person]:
    """Group full names into persons, in the order of their first mention.

    A name that could be two different persons stays one of its own.
    """
    persons: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    exact: dict[tuple[str, ...], Person] = {}
    for name, keys in sorted(names, key=lambda pair: -len(telling(pair[1]))):
        known = exact.get(keys)
        if known is None:
            words = telling(keys)
            near = {
                id(person): person for word in words[:1] + words[-1:] for person in by_word.get(word, ())[:_COMPARE]
            }
            fitting = [person for person in near.values() if same(keys, person.keys)]
            if len(fitting) == 1:
                known = fitting[0]
                known.add(name, keys)
            else:
                known = Person(name, keys)
                persons.append(known)
                for word in {*words[:1], *words[-1:]}:
                    by_word.setdefault(word, []).append(known)
            exact[keys] = known
    return persons


def assign_id(person: Person, gazetteer: Gazetteer) -> None:
    """Give a person the id of its record, or one made of its own name."""
    recorded = match_recorded(person.name, gazetteer)
    if recorded:
        person.id, person.name = recorded
        person.recorded = True
    else:
        person.id = make_id("people", slugify(person.name) or "unnamed")


def match_recorded(name: str, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """Return id and name of the one recorded person that a found full name means, or None.

    A spelling that folds alike decides; otherwise one of the two names must hold the other's words, at least two.
    The one home of this decision: matching across scripts and transliterations belongs here.
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
