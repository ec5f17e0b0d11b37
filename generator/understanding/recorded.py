"""What the names of a gazetteer say about ids and persons, indexed once per gazetteer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.language.names import name_parts
from generator.understanding.gazetteer import Entry, Gazetteer, fold_words


@dataclass(frozen=True)
class RecordedNames:
    """`ids` of records, one entry `by_id`, and persons by their folded words.

    `full` maps the words of a person's full name to id and name (None: two persons are written so), `by_word` the
    first and last telling word to full names, `short` a recorded short name to the ids it may mean.
    """

    ids: frozenset[str]
    by_id: Mapping[str, Entry]
    full: Mapping[tuple[str, ...], tuple[str, str] | None]
    by_word: Mapping[str, list[tuple[tuple[str, ...], tuple[str, str]]]]
    short: Mapping[tuple[str, ...], frozenset[str]]


SMALL = name_parts()["untelling"]
"""Folded particles: they tell no two persons apart."""


@lru_cache(maxsize=4096)
def name_keys(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, particles included, initials without their dot."""
    return tuple(key.rstrip(".") for key in fold_words(name))


def telling(keys: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a name that tell persons apart; all of them where nothing else is left."""
    return tuple(key for key in keys if key not in SMALL) or keys


_LAST: list[tuple[Gazetteer, RecordedNames]] = []


def recorded_names(gazetteer: Gazetteer) -> RecordedNames:
    """Return the index of a gazetteer; the last one asked for is remembered."""
    if not (_LAST and _LAST[0][0] is gazetteer):
        _LAST[:] = [(gazetteer, _build(gazetteer))]
    return _LAST[0][1]


def _build(gazetteer: Gazetteer) -> RecordedNames:
    by_id: dict[str, Entry] = {}
    full: dict[tuple[str, ...], tuple[str, str] | None] = {}
    by_word: dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]] = {}
    short: dict[tuple[str, ...], set[str]] = {}
    for entry in gazetteer.entries:
        by_id.setdefault(entry.id, entry)
        if entry.kind != "person":
            continue
        keys = name_keys(entry.spelling)
        if entry.form == "short_name" or (
            len(telling(keys)) == 1 and fold_words(entry.name) != fold_words(entry.spelling)
        ):
            short.setdefault(keys, set()).add(entry.id)
            continue
        value = (entry.id, entry.name)
        known = full.setdefault(keys, value)
        if known is None or known[0] != entry.id:
            full[keys] = None
        words = telling(keys)
        if len(words) > 1:
            for word in sorted({words[0], words[-1]}):
                by_word.setdefault(word, []).append((keys, value))
    return RecordedNames(
        ids=frozenset(entry.id for entry in gazetteer.entries if entry.recorded),
        by_id=by_id,
        full=full,
        by_word=by_word,
        short={keys: frozenset(ids) for keys, ids in short.items()},
    )
