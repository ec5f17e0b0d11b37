"""The page of two countries: what ties them, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator.knowledge.moments import OF_OFFICES, Moment, moment_of
from generator.knowledge.relations import CountryRelation, counted, office_on, side_of
from generator.model.dates import DateRange
from generator.model.ids import kind_of, slug_of
from generator.model.site import Part
from generator.pages.build import Build, event_dates
from generator.pages.lists.lists import Lists, LongList
from generator.pages.lists.paging import NEWEST
from generator.pages.markdown import Md, join
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.sections import happenings, shared
from generator.pages.sections.coverage import coverage
from generator.pages.sections.dated import mentions_list, moments_list, statements_list
from generator.pages.sections.entries import Entry
from generator.pages.writer import Writer

INDEX: Final = "relations/index.md"

_SECTIONS: Final = {"agreement": "agreements", "visit": "talks", "meeting": "talks"}
"""Kind of tie -> the section its events stand in; those of all other kinds stand among the other events."""

_WITH_EVENTS: Final = 10
_EVENTS_EACH: Final = 3
_JOINT_FROM: Final = 3
"""Moments from which a timeline says more than the sections above it."""


@dataclass(frozen=True, slots=True)
class Side:
    """The people of one of the two countries, with their offices."""

    country: Md
    anchor: str
    people: tuple[shared.RoleLine, ...]


@dataclass(frozen=True, slots=True)
class Partner:
    """A country tied to another one: a link to the page of both, how many ties of which kind, the newest events."""

    link: Md
    counts: Md
    lines: tuple[happenings.EventLine, ...]


def relation_pages(build: Build) -> Iterator[Page]:
    """Yield the page of every pair of countries that something ties, each with its sheets."""
    for relation in build.ties.relations.values():
        yield from _pages(build, relation)


def counts_of(w: Writer, relation: CountryRelation) -> Md:
    """Return in words how many ties of which kind there are."""
    counts = counted(relation.ties).items()
    return join(
        w.locale.t("list.comma"),
        [w.locale.say(f"ties.{kind}", n=number, number=w.locale.number(number)) for kind, number in counts],
    )


def relation_entry(w: Writer, key: str) -> Entry:
    """Return the line of a relation in an index."""
    relation = w.build.ties.relation_by_id[key]
    link = w.to_page(relation.id, w.build.plain(key))
    return Entry(link, counts_of(w, relation), 0, Md(""), w.build.reviewed(key))


def partners(w: Writer, country: str) -> tuple[Partner, ...]:
    """Return the countries that something ties to one, those with the most ties first, with the newest events."""
    found = []
    for number, relation in enumerate(w.build.ties.relations_of.get(country, ())):
        other = relation.second if relation.first == country else relation.first
        events = [event for event in relation.events if event.date][::-1] if number < _WITH_EVENTS else []
        lines = tuple(happenings.event_line(w, event) for event in events[:_EVENTS_EACH])
        words = w.flag(other) + w.name(other)
        found.append(Partner(w.to_page(relation.id, words), counts_of(w, relation), lines))
    return tuple(found)


def _pages(build: Build, relation: CountryRelation) -> Sequence[Page]:
    w = Writer(build, f"{relation.id}.md")
    title = build.plain(relation.id)
    sides = (relation.first, relation.second)
    lists = Lists(build, relation.id, _lists(build, relation))
    people = {side: _people(build, relation, side) for side in sides}
    articles = tuple(
        dict.fromkeys(
            item.article
            for tie in relation.ties
            for item in tie.evidence
            if item.article and item.article in build.site.articles
        )
    )
    names = {"first": Md.escape(build.plain(sides[0])), "second": Md.escape(build.plain(sides[1]))}
    view = {
        **lists.view(w),
        **names,
        "title": title,
        "lead": counts_of(w, relation),
        "coverage": coverage(w, articles, None, "coverage.tied"),
        "sides": tuple(
            Side(w.to(side), slug_of(side), _lines(w, side, people[side])) for side in sides if people[side]
        ),
        "joint": _joint(w, relation, people, limit=NEWEST if lists.divided else None),
    }
    main = Page(
        path=w.path,
        kind="relation",
        title=title,
        markdown=render(w, "relation", view),
        language=build.locale.language,
        description=w.locale.t("relation.description", name=title),
        parent=INDEX,
        updated=build.updated(articles, *(date for event in relation.events for date in event_dates(event))),
        noindex=not build.reviewed(relation.id),
    )
    return (main, *lists.pages(main, Md.escape(title), "relation_sheet", **names))


def _lists(build: Build, relation: CountryRelation) -> Iterator[LongList[Any]]:
    events: dict[str, list[Moment]] = {"agreements": [], "talks": [], "events": []}
    for tie in relation.ties:
        if tie.event:
            events[_SECTIONS.get(tie.kind, "events")].append(moment_of(tie.event))
    for key, moments in events.items():
        yield moments_list(moments, key=key)
    for key, side in (("said_first", relation.first), ("said_second", relation.second)):
        yield statements_list(build, key, [tie.said for tie in relation.ties if tie.said and tie.by == side])
    yield mentions_list(build, build.shared_sentences.get((relation.first, relation.second), ()))


def _people(build: Build, relation: CountryRelation, side: str) -> dict[str, tuple[DateRange | None, Part | None]]:
    """Return who acts for one side, with the date and the part of the latest event, or when they spoke."""
    found: dict[str, tuple[DateRange | None, Part | None]] = {}
    for tie in relation.ties:
        for part in tie.event.parts if tie.event else ():
            if kind_of(part.entity) == "people" and tie.event and side in side_of(build.site, part, tie.event.date):
                found[part.entity] = (tie.event.date or found.get(part.entity, (None, None))[0], part)
        speaker = tie.said.statement.speaker if tie.said and tie.by == side else None
        if tie.said and speaker and kind_of(speaker) == "people":
            known = build.site.articles[tie.said.article].date
            found.setdefault(speaker, (DateRange(known.value) if known else None, None))
    return dict(sorted(found.items(), key=lambda item: (*build.locale.sort_key(build.plain(item[0])), item[0])))


def _lines(
    w: Writer, side: str, people: Mapping[str, tuple[DateRange | None, Part | None]]
) -> tuple[shared.RoleLine, ...]:
    """Return people with the office they held for their side that day."""
    lines = []
    for person, (date, part) in people.items():
        office = office_on(w.site, person, side, date)
        if office:
            lines.append(shared.role_line(w, office, w.to(person), side))
        else:
            marks = w.marks(part.evidence) if part else Md("")
            lines.append(shared.RoleLine(w.to(person), w.words(part.role if part else None), Md(""), marks))
    return tuple(lines)


def _joint(
    w: Writer, relation: CountryRelation, people: Mapping[str, Iterable[str]], limit: int | None
) -> happenings.EventList | None:
    """Return what happened between the two and when those who acted came into office and left it, newest first."""
    events = [moment_of(event) for event in relation.events if event.date]
    offices = [
        moment
        for side, found in people.items()
        for person in found
        for moment in w.build.moments_of(person)
        if moment.kind in OF_OFFICES and side in moment.countries
    ]
    moments = sorted((*events, *offices), key=lambda moment: moment.sort_key, reverse=True)
    return happenings.moments(w, moments[:limit], key="joint") if events and len(moments) >= _JOINT_FROM else None
