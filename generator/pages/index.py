"""The index of each kind of page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from generator.language.normalise import fold
from generator.model.ids import ENTITY_KINDS
from generator.model.site import Entity, EventEntry
from generator.pages import happenings
from generator.pages.build import Build
from generator.pages.frame import render
from generator.pages.markdown import Md
from generator.pages.page import Page
from generator.pages.sections import ownership_of
from generator.pages.writer import Writer

LETTERS_FROM = 40
"""Entries from which an index of names gets a heading for each letter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of an index: a link, what it is in a few words, when (for events and articles), reviewed or not."""

    entity: Md
    note: Md
    count: int
    date: Md
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading; an empty heading means none. `anchor` is the heading's stable id."""

    heading: str
    anchor: str
    entries: tuple[Entry, ...]


def index_pages(build: Build) -> Iterable[Page]:
    """Return the indexes, one for each kind, also where there is nothing to list yet."""
    for kind in ENTITY_KINDS:
        if kind != "events":
            yield _page(build, kind, _entities(_writer(build, kind), kind))
    yield _page(build, "events", _events(_writer(build, "events")))
    yield _page(build, "articles", article_groups(_writer(build, "articles"), build.newest))
    yield _page(build, "sources", _sources(_writer(build, "sources")))


def _writer(build: Build, kind: str) -> Writer:
    return Writer(build, f"{kind}/index.md")


def _page(build: Build, kind: str, groups: tuple[Group, ...]) -> Page:
    w = _writer(build, kind)
    title = w.locale.t(f"index.{kind}")
    count = sum(len(group.entries) for group in groups)
    unreviewed = sum(not entry.reviewed for group in groups for entry in group.entries)
    view = {
        "title": title,
        "intro": w.locale.say(f"index_intro.{kind}"),
        "count": w.locale.say(f"count.{kind}", n=count, number=w.locale.number(count)),
        "unreviewed": unreviewed,
        "none_reviewed": unreviewed == count,
        "groups": groups,
    }
    return Page(
        path=w.path,
        kind="index",
        title=title,
        markdown=render(w, "index", view),
        language=build.locale.language,
        description=w.locale.t(f"index_intro.{kind}"),
        updated=build.updated(build.newest[:1]),
    )


def _entities(w: Writer, kind: str) -> tuple[Group, ...]:
    found = sorted(
        (entity for entity in w.site.entities.values() if entity.kind == kind),
        key=lambda entity: (*w.locale.sort_key(w.plain(entity.name)), entity.id),
    )
    pairs = [(_initial(w.plain(entity.name)), _entity(w, entity)) for entity in found]
    if len(pairs) < LETTERS_FROM:
        return (Group("", "", tuple(entry for _, entry in pairs)),) if pairs else ()
    return tuple(
        Group(letter, f"letter-{ord(letter[0]):x}", tuple(entry for _, entry in group))
        for letter, group in groupby(pairs, key=lambda pair: pair[0])
    )


def _initial(name: str) -> str:
    letter = fold(name)[:1].upper()
    return letter if letter.isalpha() else "#"


def _entity(w: Writer, entity: Entity) -> Entry:
    note = Md("")
    if entity.kind == "people":
        latest = w.latest_role(entity.id)
        note = w.role(latest) if latest else note
    elif entity.record is not None and (country := getattr(entity.record, "country", None)):
        note = w.to(country)
    articles = len({link.article for link in entity.backlinks})
    return Entry(w.to(entity.id), note, articles, Md(""), entity.reviewed)


def _events(w: Writer) -> tuple[Group, ...]:
    """Return events by year, newest first, undated ones last."""
    dated = [event for event in w.site.dated_events if event.date]
    undated = [event for event in w.site.dated_events if not event.date]
    groups = []
    for year, events in groupby(reversed(dated), key=lambda event: event.date.start.year if event.date else 0):
        entries = tuple(_event(w, event) for event in events)
        groups.append(Group(str(year), f"y{year}", entries))
    if undated:
        entries = tuple(_event(w, event) for event in undated)
        groups.append(Group(w.locale.t("index.undated"), "undated", entries))
    return tuple(groups)


def _event(w: Writer, event: EventEntry) -> Entry:
    line = happenings.event_line(w, event)
    articles = len({telling.article for telling in event.tellings})
    return Entry(line.event, Md.escape(line.type), articles, line.date, line.reviewed)


def article_groups(w: Writer, articles: Iterable[str], *, outlets: bool = True) -> tuple[Group, ...]:
    """Return articles by year, in the order given (newest first), with or without their outlets."""
    groups = []
    for year, found in groupby(articles, key=lambda key: _year(w, key)):
        entries = tuple(
            Entry(w.article(article), w.outlet(article) if outlets else Md(""), 0, w.article_date(article), True)
            for article in found
        )
        groups.append(Group(str(year) if year else w.locale.t("index.undated"), f"y{year or 0}", entries))
    return tuple(groups)


def _year(w: Writer, article: str) -> int | None:
    known = w.site.articles[article].date
    return known.value.year if known else None


def _sources(w: Writer) -> tuple[Group, ...]:
    found = sorted(w.site.sources.values(), key=lambda source: (*w.locale.sort_key(w.plain(source.name)), source.id))
    entries = tuple(
        Entry(
            w.to(source.id),
            ownership_of(w, source.record),
            len(source.articles),
            Md(""),
            source.record is not None,
        )
        for source in found
    )
    return (Group("", "", entries),) if entries else ()
