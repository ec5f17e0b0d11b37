"""The names of outlets as records have them, for telling where an article comes from."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language.normalise import fold
from generator.model.records import Record, Source


def outlet_names(records: Iterable[Record]) -> dict[str, str]:
    """Return the folded spelling of every outlet record -> its id; a spelling of two outlets is left out."""
    found: dict[str, set[str]] = {}
    for record in records:
        if isinstance(record, Source):
            for _, name in record.all_names():
                found.setdefault(fold(name), set()).add(record.id)
    return {name: next(iter(ids)) for name, ids in sorted(found.items()) if len(ids) == 1}
