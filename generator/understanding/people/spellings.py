"""Recorded persons by the sound of their names: a spelling or script that no record has yet still leads to one."""

from __future__ import annotations

from generator.language.namekeys.index import Known, NameIndex
from generator.understanding.gazetteer import Gazetteer

_LAST: list[tuple[Gazetteer, NameIndex]] = []


def name_index(gazetteer: Gazetteer) -> NameIndex:
    """Return the index of the recorded persons of a gazetteer, short names left out; the last one is remembered."""
    if not (_LAST and _LAST[0][0] is gazetteer):
        names: dict[str, list[str]] = {}
        for entry in gazetteer.entries:
            if entry.kind == "person" and entry.form == "name":
                names.setdefault(entry.id, []).append(entry.spelling)
        _LAST[:] = [(gazetteer, NameIndex(Known(person, tuple(spelled)) for person, spelled in names.items()))]
    return _LAST[0][1]


def match_spelling(name: str, gazetteer: Gazetteer) -> tuple[str, float] | None:
    """Return id and score of the one recorded person whom a full name means, or None.

    Two parts of the name must agree and nobody else may come near (`NameIndex.decide`), so a family name alone, a
    brother or a namesake of another father never leads to a record.
    """
    if not gazetteer.entries:
        return None
    decision, ranked = name_index(gazetteer).decide(name)
    return (ranked[0].id, ranked[0].score) if decision == "link" else None


def namesakes(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the ids of the recorded persons who share this very spelling, if there are several."""
    found = name_index(gazetteer).exact(name) if gazetteer.entries else ()
    return found if len(found) > 1 else ()


def heard_bearers(word: str, gazetteer: Gazetteer) -> set[str]:
    """Return the ids of the recorded persons whose family name sounds like one word: who may be meant, no more."""
    if not gazetteer.entries:
        return set()
    return name_index(gazetteer).bearers(word)
