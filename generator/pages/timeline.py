"""The timeline: every dated event by year and month, with the precision that is known."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from generator.model.site import EventEntry
from generator.pages import happenings
from generator.pages.build import Build
from generator.pages.markdown import Md
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.writer import Writer


@dataclass(frozen=True, slots=True)
class Entry:
    """One event with who took part."""

    line: happenings.EventLine
    who: Md
    where: Md


@dataclass(frozen=True, slots=True)
class Month:
    """The events of a month; an empty name for those of which only the year is known."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """The months of a year."""

    year: int
    months: tuple[Month, ...]


def timeline_page(build: Build) -> Page:
    """Return the page of all dated events, the newest year first, each year in the order of the calendar."""
    w = Writer(build, "timeline/index.md")
    dated = [event for event in build.site.dated_events if event.date]
    by_year = [
        Year(year, tuple(_months(w, list(events))))
        for year, events in groupby(dated, key=lambda event: _date(event)[0])
    ]
    title = w.locale.t("index.timeline")
    view = {"title": title, "years": tuple(reversed(by_year)), "count": len(dated)}
    return Page(
        path=w.path,
        kind="timeline",
        title=title,
        markdown=render(w, "timeline", view),
        language=build.locale.language,
        description=w.locale.t("index_intro.timeline"),
        updated=build.updated(build.newest[:1]),
    )


def _date(event: EventEntry) -> tuple[int, int]:
    return (event.date.start.year, event.date.start.month or 0) if event.date else (0, 0)


def _months(w: Writer, events: list[EventEntry]) -> list[Month]:
    return [
        Month(w.locale.month(month) if month else "", tuple(_entry(w, event) for event in found))
        for (_, month), found in groupby(events, key=_date)
    ]


def _entry(w: Writer, event: EventEntry) -> Entry:
    who = w.list_of(w.to(part.entity) for part in event.parts) or w.list_of(w.to(key) for key in event.countries)
    return Entry(happenings.event_line(w, event), who, w.to(event.place) if event.place else Md(""))
