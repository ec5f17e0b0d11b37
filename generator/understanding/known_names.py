"""The site's records as gazetteer entries: every spelling a contributor wrote leads to the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.ids import kind_of
from generator.model.reading import MentionKind
from generator.model.records import Country, Organization, Record
from generator.understanding.gazetteer import Entry, Gazetteer

_KINDS: dict[str, MentionKind] = {
    "people": "person",
    "countries": "country",
    "organizations": "organization",
    "places": "place",
}


def build_gazetteer(records: Iterable[Record]) -> Gazetteer:
    """Return the gazetteer of a site's records, in record order; other kinds than the four of mentions are left out."""
    return Gazetteer(entry for record in records for entry in _entries(record))


def _entries(record: Record) -> Iterator[Entry]:
    kind = _KINDS.get(kind_of(record.id))
    if kind is None:
        return
    country = record.code if isinstance(record, Country) else None
    name = record.name.best("en")
    for _, spelling in record.all_names():
        yield Entry(
            spelling=spelling,
            kind=kind,
            id=record.id,
            name=name,
            country=country,
            exact=_shouts(spelling),
            recorded=True,
        )
    if isinstance(record, Organization) and record.acronym:
        for _, acronym in record.acronym:
            yield Entry(spelling=acronym, kind=kind, id=record.id, name=name, form="acronym", exact=True, recorded=True)


def _shouts(spelling: str) -> bool:
    """Acronyms match letter by letter only, so that `US` never means `us`."""
    return spelling.isupper() and len(spelling) <= 6
