"""Sections about what happened: events, with the part somebody had in them, and other dated things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.knowledge.moments import Moment
from generator.model.dates import DateRange
from generator.model.site import EventEntry, Evidence, Part
from generator.pages.markdown import Md, join
from generator.pages.writer import Writer

YEARS_FROM = 10
"""Events from which a list of them has a heading for each year."""

MOST_PARTS = 5
"""Most participants named in a list of events."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list: when, what, and what part the page's subject had in it."""

    date: Md
    event: Md
    type: str
    part: Md
    marks: Md
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Year:
    """The events of a year under its heading, which is empty where a list is too short for headings."""

    heading: str
    anchor: str
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class EventList:
    """Events by year, and how many there are beyond them."""

    years: tuple[Year, ...]
    more: int


def event_line(w: Writer, event: EventEntry, subject: str | None = None) -> EventLine:
    """Return an event as a line, with the part that `subject` had in it."""
    part = next((item for item in event.parts if item.entity == subject), None) if subject else None
    return EventLine(
        w.date(event.date) or w.locale.say("date.unknown"),
        w.to(event.id),
        w.locale.word("event_type", event.type),
        part_words(w, part, event.date),
        w.sourced(_part_evidence(event, part), whole=event.evidence),
        event.reviewed,
    )


def _part_evidence(event: EventEntry, part: Part | None) -> tuple[Evidence, ...]:
    """Return what a part in an event rests on: a part that a record states, on what that names for the whole event."""
    evidence = part.evidence if part else ()
    if any(item.article or item.source for item in evidence):
        return evidence
    return event.evidence or evidence


def _where_and_who(w: Writer, event: EventEntry) -> Md:
    """Return where an event was and who took part, for lists that are about nobody alone."""
    who = [part.entity for part in event.parts] or list(event.countries)
    shown = [w.to(key) for key in who[:MOST_PARTS]]
    if len(who) > len(shown):
        shown.append(w.locale.say("source.more", n=len(who) - len(shown)))
    return join(" · ", [one for one in (w.to(event.place) if event.place else Md(""), w.list_of(shown)) if one])


def part_words(w: Writer, part: Part | None, date: DateRange | None) -> Md:
    """Return the part an entity had in an event, with its office that day, as the event names it or at its date."""
    if part is None:
        return Md("")
    words: list[str | Md] = [w.locale.word("part", part.part)] if part.part else []
    if part.role:
        words.append(w.words(part.role))
    elif office := w.office(part.entity, date):
        words.append(office)
    if part.on_behalf_of:
        words.append(w.locale.say("part_on_behalf", entity=w.to(part.on_behalf_of)))
    return join(w.locale.t("list.comma"), words)


def moments(
    w: Writer, found: Sequence[Moment], subject: str | None = None, more: int = 0, *, key: str = "events"
) -> EventList | None:
    """Return moments in the order given, by year where there are many, with how many more stand elsewhere.

    `key` is the id of their section.
    """
    if not found:
        return None
    pairs = [(moment.date.start.year if moment.date else 0, moment_line(w, moment, subject)) for moment in found]
    if len(pairs) < YEARS_FROM or len({year for year, _ in pairs}) < 2:
        return EventList((Year("", "", tuple(line for _, line in pairs)),), more)
    years = [(year, tuple(line for _, line in group)) for year, group in groupby(pairs, key=lambda pair: pair[0])]
    return EventList(
        tuple(
            Year(str(year) if year else w.locale.t("index.undated"), f"{key}-y{year}", lines) for year, lines in years
        ),
        more,
    )


def moment_line(w: Writer, moment: Moment, subject: str | None = None) -> EventLine:
    """Return a moment as a line, without naming the page's own subject again."""
    if moment.event:
        line = event_line(w, moment.event, subject)
        return line if subject else replace(line, part=_where_and_who(w, moment.event))
    own = moment.subject == subject
    words = [] if own else [w.to(moment.subject)]
    if moment.role:
        words.append(w.role(moment.role, subject))
    kind = w.locale.t(f"moment.{moment.kind}")
    return EventLine(
        w.date(moment.date),
        join(w.locale.t("list.comma"), words) or Md.escape(kind),
        kind if words else "",
        Md(""),
        w.marks(moment.evidence),
        True,
    )


def told_line(w: Writer, event: EventEntry, article: str) -> EventLine:
    """Return an event as a line for the page of an article, with the sentences of it that tell the event."""
    told = sorted({index for item in event.tellings if item.article == article for index in item.sentences})
    claims = [item for item in event.evidence if item.article == article and item.claimed]
    marks = w.marks_in(article, told)
    if claims and not any(item.article == article and not item.claimed for item in event.evidence):
        marks = Md(" ") + w.says(claims) + marks
    who = w.list_of(w.to(part.entity) for part in event.parts)
    return EventLine(
        w.date(event.date) or w.locale.say("date.unknown"),
        w.to(event.id),
        w.locale.word("event_type", event.type),
        who,
        marks,
        event.reviewed,
    )
