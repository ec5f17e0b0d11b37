"""Outlets: one page for each that carries an article or has a record."""

from __future__ import annotations

from generator.knowledge.draft import Draft
from generator.model.ids import slug_of
from generator.model.records import Source
from generator.model.site import SourceEntry
from generator.model.text import LangText


def build_sources(draft: Draft) -> dict[str, SourceEntry]:
    """Return the outlets by id, each with its articles, newest first."""
    carried: dict[str, list[str]] = {key: [] for key, record in draft.records.items() if isinstance(record, Source)}
    found_names: dict[str, str] = {}
    for article in reversed(draft.newest_last):
        known = draft.articles[article].source
        if known:
            carried.setdefault(known.value, []).append(article)
            found_names.setdefault(known.value, draft.articles[article].source_name or slug_of(known.value))
    entries = {}
    for key in sorted(carried):
        record = draft.records.get(key)
        name = record.name if record else LangText.of(found_names[key])
        entries[key] = SourceEntry(
            id=key, name=name, record=record if isinstance(record, Source) else None, articles=tuple(carried[key])
        )
    return entries
