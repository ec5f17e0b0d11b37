"""The timeline: all that has a date, on pages by year, by country and by type, which an overview links."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.knowledge.moments import OF_OFFICES, Moment
from generator.model.ids import slug_of
from generator.pages.build import Build
from generator.pages.lists.lists import Jump
from generator.pages.lists.paging import LIMIT, NEWEST, Sheet, Step, Steps, by_date, divide
from generator.pages.markdown import Md
from generator.pages.page import NOT_SEARCHED, Page
from generator.pages.rendering import render
from generator.pages.sections import happenings
from generator.pages.writer import Writer

_OVERVIEW: Final = "timeline/index"


@dataclass(frozen=True)
class Facet:
    """One way to filter: its key, the folder of its pages, the groups of a moment, and the steps below the group."""

    key: str
    folder: str
    groups: Callable[[Build, Moment], Iterable[Step]]
    below: int = 0

    def path(self, step: Step) -> str:
        """Return the id of the page of one group."""
        return f"{self.folder}/{step.slug}"


@dataclass(frozen=True, slots=True)
class Section:
    """The moments of a year or a month under a heading of level 2 or 3; level 0 has no heading."""

    level: int
    heading: str
    anchor: str
    lines: tuple[happenings.EventLine, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of the filter bar: what it filters by, and the links."""

    key: str
    label: str
    jumps: tuple[Jump, ...]


def _steps(build: Build, moment: Moment) -> Steps:
    return by_date(build.locale, moment.date.start if moment.date else None, slug_of(moment.subject))


def _year(build: Build, moment: Moment) -> Iterable[Step]:
    return _steps(build, moment)[:1]


def _countries(build: Build, moment: Moment) -> Iterable[Step]:
    return [Step(slug_of(key), build.plain(key)) for key in dict.fromkeys(moment.countries)]


def _types(build: Build, moment: Moment) -> Iterable[Step]:
    if moment.event:
        kind = moment.event.type
        return [Step(kind.lower(), build.locale.word("event_type", kind))]
    kind = "offices" if moment.kind in OF_OFFICES else "lives"
    return [Step(kind, build.locale.t(f"moment.{kind}"))]


FACETS: Final = (
    Facet("year", "timeline", _year, below=1),
    Facet("country", "timeline/countries", _countries),
    Facet("type", "timeline/types", _types),
)

_Groups = Mapping[Step, Sequence[tuple[Steps, Moment]]]


def timeline_pages(build: Build) -> Iterator[Page]:
    """Yield the overview, then the pages of each year, country and type, each divided further where it is long."""
    newest = build.moments[::-1]
    groups = {facet: _grouped(build, newest, facet) for facet in FACETS}
    yield _overview(build, newest, groups)
    for facet, found in groups.items():
        for step, entries in found.items():
            for sheet in divide(entries):
                yield _sheet(build, facet, step, sheet, found)


def _grouped(build: Build, moments: Sequence[Moment], facet: Facet) -> _Groups:
    """Return moments by group, each with its steps below the group: years newest first, other groups by their words."""
    found: dict[Step, list[tuple[Steps, Moment]]] = {}
    for moment in moments:
        steps = _steps(build, moment)[facet.below :]
        for group in facet.groups(build, moment):
            found.setdefault(group, []).append((steps, moment))
    if facet.below:
        return found
    return {step: found[step] for step in sorted(found, key=lambda step: build.locale.sort_key(step.words))}


def _overview(build: Build, newest: Sequence[Moment], groups: Mapping[Facet, _Groups]) -> Page:
    w = Writer(build, f"{_OVERVIEW}.md")
    title = w.locale.t("index.timeline")
    shown = newest if len(newest) <= LIMIT else newest[:NEWEST]
    view = {
        "title": title,
        "intro": w.locale.say("index_intro.timeline"),
        "back": Md(""),
        "beside": (),
        "bars": tuple(
            Bar(facet.key, w.locale.t(f"bar.{facet.key}"), _jumps(w, facet, found))
            for facet, found in groups.items()
            if found
        ),
        "count": w.locale.say("count.moments", n=len(newest), number=w.locale.number(len(newest))),
        "newest": len(shown) < len(newest),
        "sections": tuple(_sections(w, shown)),
    }
    return Page(
        path=w.path,
        kind="timeline",
        title=title,
        markdown=render(w, "timeline", view),
        language=build.locale.language,
        description=w.locale.t("index_intro.timeline"),
        updated=build.updated(build.newest[:1]),
    )


def _sheet(build: Build, facet: Facet, step: Step, sheet: Sheet[Moment], groups: _Groups) -> Page:
    at = facet.path(step)
    here = f"{at}/{sheet.address}" if sheet.steps else at
    w = Writer(build, f"{here}.md")
    name = w.locale.t("index.timeline")
    whole = Sheet((step, *sheet.steps), sheet.entries).title(w.locale)
    title = w.locale.t("sheet.title", name=name, part=whole)
    back = w.to_page(_OVERVIEW, name)
    if sheet.steps:
        back += Md(" › ") + w.to_page(at, step.words)
    moments = [moment for _, moment in sheet.entries]
    below = tuple(Jump(one.words, w.href(f"{here}/{one.slug}"), count) for one, count in sheet.below)
    view = {
        "title": title,
        "intro": "",
        "back": w.locale.say("sheet.back", page=back),
        "beside": _beside(w, facet, step, sheet, groups),
        "bars": (Bar("below", w.locale.t("bar.groups"), below),) if below else (),
        "count": w.locale.say("count.moments", n=len(moments), number=w.locale.number(len(moments))),
        "newest": False,
        "sections": tuple(_sections(w, moments, one_year=facet.below > 0 or bool(sheet.steps))),
    }
    return Page(
        path=w.path,
        kind="timeline",
        title=title,
        markdown=render(w, "timeline", view),
        language=build.locale.language,
        description=w.locale.t("sheet.list", name=name, part=whole),
        parent=f"{_OVERVIEW}.md",
        updated=build.updated(build.newest[:1]),
        meta=NOT_SEARCHED,
    )


def _jumps(w: Writer, facet: Facet, groups: _Groups, here: Step | None = None) -> tuple[Jump, ...]:
    return tuple(
        Jump(step.words, None if step == here else w.href(facet.path(step)), len(found))
        for step, found in groups.items()
    )


def _beside(w: Writer, facet: Facet, step: Step, sheet: Sheet[Moment], groups: _Groups) -> tuple[Jump, ...]:
    """Return links to the pages beside one; all countries are in the overview alone, as they may be many."""
    if sheet.steps:
        above = "/".join([facet.path(step), *(one.slug for one in sheet.steps[:-1])])
        return tuple(
            Jump(one.words, None if one == sheet.steps[-1] else w.href(f"{above}/{one.slug}"), count)
            for one, count in sheet.beside
        )
    return () if facet.key == "country" else _jumps(w, facet, groups, step)


def _sections(w: Writer, moments: Sequence[Moment], *, one_year: bool = False) -> Iterator[Section]:
    """Yield moments, given newest first, by year and month: newest year first, each in the order of the calendar."""
    for year, found in groupby(moments, key=lambda moment: moment.date.start.year if moment.date else 0):
        ordered = list(found)[::-1]
        if not one_year:
            yield Section(2, str(year), f"y{year}", ())
        for month, group in groupby(ordered, key=lambda moment: (moment.date and moment.date.start.month) or 0):
            lines = tuple(happenings.moment_line(w, moment) for moment in group)
            level = (2 if one_year else 3) if month else 0
            yield Section(level, w.locale.month(month) if month else "", f"y{year}-{month:02d}", lines)
