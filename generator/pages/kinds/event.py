"""The page of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.knowledge.disagreements import dates_given
from generator.model.dates import DateRange
from generator.model.ids import slug_of
from generator.model.site import EventEntry, Part, SaidStatement
from generator.pages.build import Build, event_dates, record_path
from generator.pages.frame import index_of, path_of
from generator.pages.markdown import Md
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.sections import happenings, shared
from generator.pages.sections.coverage import coverage
from generator.pages.sections.history import own_history
from generator.pages.sections.questions import check_link, questions
from generator.pages.sections.said import statements
from generator.pages.writer import Writer

_MARKS_IN_BOX = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """How one article tells the event: the sentences, each with its mark."""

    article: Md
    outlet: Md
    date: Md
    sentences: tuple[tuple[Md, Md], ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part, in which part and office that day."""

    entity: Md
    part: Md
    marks: Md


def event_page(build: Build, event: EventEntry) -> Page:
    """Return the page of one event."""
    w = Writer(build, path_of(event.id))
    name = w.plain(event.name)
    articles = _articles(event)
    when = build.locale.range(event.date) if event.date else build.locale.t("date.unknown")
    return Page(
        path=w.path,
        kind="event",
        title=name,
        markdown=render(w, "event", _view(w, event)),
        language=build.locale.language,
        description=w.locale.t("description.event", name=name, date=when, n=len(articles)),
        parent=index_of(event.id),
        edit_path=record_path(event.record),
        updated=build.updated(articles, *event_dates(event)),
        noindex=not event.reviewed,
    )


def _articles(event: EventEntry) -> tuple[str, ...]:
    told = [telling.article for telling in event.tellings]
    return tuple(dict.fromkeys(told + [item.article for item in event.evidence if item.article]))


def _view(w: Writer, event: EventEntry) -> dict[str, Any]:
    record = event.record
    articles = tuple(article for article in _articles(event) if article in w.site.articles)
    return {
        "title": w.words(event.name),
        "lead": None,
        "lead_marks": Md(""),
        "facts": tuple(_facts(w, event)),
        "reviewed": event.reviewed,
        "record_path": record_path(record) or f"events/{slug_of(event.id)}.yml",
        "description": shared.description(w, record),
        "coverage": coverage(w, articles, record, "coverage.told"),
        "claimed": _claimed(w, event),
        "participants": tuple(_participant(w, event, part) for part in event.parts),
        "outcome": w.words(record.outcome) + shared.record_marks(w, record) if record and record.outcome else None,
        "said": statements(w, _said_there(w, event)),
        "sequence": tuple(_sequence(w, event)),
        "wordings": tuple(_wording(w, article, event) for article in sorted(articles, key=w.build.rank.__getitem__)),
        "dates": _dates_given(w, event),
        "claims": shared.claims(w, record),
        "questions": questions(w, event.id),
        "check": Md("") if event.reviewed else check_link(w, event.id),
        "sources": shared.sources(w, record),
        "identifiers": shared.identifiers(w, record),
        "history": own_history(w, event.id),
    }


def _facts(w: Writer, event: EventEntry) -> list[shared.Fact]:
    marks = w.sourced(event.evidence, _MARKS_IN_BOX)
    values: list[tuple[str, Md]] = [
        ("when", w.date(event.date)),
        ("type", Md.escape(w.locale.word("event_type", event.type))),
        ("where", w.to(event.place) if event.place else Md("")),
        ("countries", w.list_of(w.to(country) for country in event.countries)),
        ("organizations", w.list_of(w.to(body) for body in event.organizations)),
    ]
    # The type is our classification; everything else is somebody's word.
    return [shared.Fact(label, value) for label, value in values if value] + shared.source_fact(marks)


def _claimed(w: Writer, event: EventEntry) -> Md | None:
    """Return whose claim the event is, where no outlet says itself that it happened."""
    found = w.build.standing(tuple(event.evidence))
    return w.locale.say("notice.claimed", who=w.speakers(found)) if found.kind == "claimed" else None


def _participant(w: Writer, event: EventEntry, part: Part) -> Participant:
    evidence = part.evidence
    if any(item.record for item in evidence):
        # What a record says of a part rests on all that the record names.
        evidence = (*evidence, *(item for item in event.evidence if item.source))
    return Participant(w.to(part.entity), happenings.part_words(w, part, event.date), w.sourced(evidence))


def _said_there(w: Writer, event: EventEntry) -> list[SaidStatement]:
    """Return what participants are reported to have said in the sentences that tell the event."""
    told = dict.fromkeys(telling.article for telling in event.tellings)
    found = (said for article in told for said in w.build.statements_in.get(article, ()))
    there = (said for said in found if w.build.occasion(said) == event.id)
    return sorted(there, key=lambda said: (w.build.rank[said.article], said.statement.start, said.statement.end))


def _wording(w: Writer, article: str, event: EventEntry) -> Wording:
    indexes = {index for telling in event.tellings if telling.article == article for index in telling.sentences}
    indexes |= {item.sentence for item in event.evidence if item.article == article and item.sentence is not None}
    told, title = shared.without_title(w, article, sorted(indexes))
    return Wording(w.article(article, title), w.outlet(article), w.article_date(article), w.sentences(article, told))


def _dates_given(w: Writer, event: EventEntry) -> tuple[tuple[Md, Md], ...]:
    """Return the dates that articles give for the event, where two of them cannot both be right."""
    found = dates_given(event).items()
    return tuple((w.iso(value), w.sourced(evidence) + w.told(evidence)) for value, evidence in found)


def _sequence(w: Writer, event: EventEntry) -> list[tuple[str, happenings.EventLine, Md]]:
    """Return what came before and after: recorded links first, then each participant's neighbouring events.

    An entry is (locale key of the relation, event, whose sequence it is).
    """
    site, record = w.site, event.record
    named = (("part_of", record.parent), ("follows", record.follows)) if record else ()
    found = [(key, site.events[other], "") for key, other in named if other and other in site.events]
    after = w.build.ties.followers.get(event.id, ())
    found += [(_relation(w, event.id, other), site.events[other], "") for other in after]
    seen = {other.id for _, other, _ in found} | {event.id}
    for part in event.parts if event.date else ():
        number = w.build.places_in_time.get(part.entity, {}).get(event.id)
        sequence = site.events_of.get(part.entity, ())
        for place in (number - 1, number + 1) if number is not None else ():
            other = sequence[place] if 0 <= place < len(sequence) else event
            if other.date and other.id not in seen:
                seen.add(other.id)
                found.append((_order(event.date, other.date), other, part.entity))
    found.sort(key=lambda entry: _date_key(entry[1]))
    return [(key, happenings.event_line(w, other), w.to(whose) if whose else Md("")) for key, other, whose in found]


def _date_key(event: EventEntry) -> tuple[bool, tuple[tuple[int, int, int], ...], str]:
    return (event.date is None, event.date.sort_key() if event.date else (), event.id)


def _order(date: DateRange | None, other: DateRange) -> str:
    """Say when something else happened; dates that may mean the same day have no order."""
    if date is None or date.compatible(other):
        return "around"
    return "before" if other.last_day() < date.first_day() else "after"


def _relation(w: Writer, event: str, other: str) -> str:
    record = w.site.events[other].record
    return "has_part" if record and record.parent == event else "followed_by"
