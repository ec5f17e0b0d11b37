"""One line of an index, for each kind of thing that is listed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.markdown import Md
from generator.pages.sections import happenings
from generator.pages.sections.coverage import ownership_of
from generator.pages.writer import Writer


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an index: a link, what it is in a few words, when (for events and articles), reviewed or not.

    `facets` are attributes by which a script can filter the list.
    """

    entity: Md
    note: Md
    count: int
    date: Md
    reviewed: bool
    facets: Md | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading; an empty heading means none. `anchor` is the heading's stable id."""

    heading: str
    anchor: str
    entries: tuple[Entry, ...]


def entity_entry(w: Writer, key: str) -> Entry:
    """Return the line of a person, country, organisation or place."""
    entity = w.site.entities[key]
    note = Md("")
    if entity.kind == "people":
        latest = w.latest_role(key)
        note = w.role(latest) if latest else note
    elif entity.record is not None and (country := getattr(entity.record, "country", None)):
        note = w.to(country)
    return Entry(w.to(key), note, w.build.articles_naming(key), Md(""), entity.reviewed)


def event_entry(w: Writer, key: str) -> Entry:
    """Return the line of an event."""
    event = w.site.events[key]
    line = happenings.event_line(w, event)
    articles = len({telling.article for telling in event.tellings})
    return Entry(line.event, Md.escape(line.type), articles, line.date, line.reviewed)


def article_entry(w: Writer, key: str, *, outlet: bool = True) -> Entry:
    """Return the line of an article, with or without its outlet."""
    return Entry(w.article(key), w.outlet(key) if outlet else Md(""), 0, w.article_date(key), True)


def source_entry(w: Writer, key: str) -> Entry:
    """Return the line of an outlet."""
    source = w.site.sources[key]
    note = ownership_of(w, source.record)
    return Entry(w.to(key), note, len(source.articles), Md(""), source.record is not None)
