"""Where the site's own sources do not agree: a record and an article, two records, two articles.

Shown on the pages of those concerned and listed for people to settle, so false alarms cost trust: an office counts
only where its words are the same, a month is allowed for news that come before or after an office, and what an
article calls former is no office of that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from generator.knowledge.births import births_told
from generator.knowledge.offices import GRACE, Office, after, before, held_then, sole_office
from generator.language.places import place_by_slug
from generator.model.dates import DateRange, PartialDate
from generator.model.ids import slug_of
from generator.model.records import Person
from generator.model.site import EventEntry, Evidence, HeldRole, Site

Field = Literal["office", "holder", "birth_date", "event_date", "event_place"]


@dataclass(frozen=True, slots=True)
class Value:
    """One of the values that disagree, and what it rests on. `what` is an office, a date, or the id of a place."""

    what: HeldRole | DateRange | str
    evidence: tuple[Evidence, ...]
    recorded: bool


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values that cannot all be right. `subjects` are the ids of the pages that show it."""

    field: Field
    subjects: tuple[str, ...]
    values: tuple[Value, ...]


def disagreements(site: Site) -> tuple[Disagreement, ...]:
    """Return all disagreements by their subjects, offices before dates and places. Linear in the size of the site."""
    found = (*_offices(site), *_holders(site), *_births(site), *_events(site))
    return tuple(sorted(found, key=lambda one: one.subjects))


def dates_given(event: EventEntry) -> dict[str, tuple[Evidence, ...]]:
    """Return by value the dates that articles and the record give for an event; empty where all can be right.

    A record's date is the judge: days that all lie in its month are no disagreement, as articles may tell one visit
    at several of its days.
    """
    given: dict[str, list[Evidence]] = {}
    for telling in event.tellings:
        if telling.event.date:
            sentence = telling.sentences[0] if telling.sentences else None
            given.setdefault(telling.event.date, []).append(Evidence(telling.article, sentence))
    if event.date and event.record and str(event.date) not in given:
        given[str(event.date)] = [Evidence(record=event.record.position)]
    ranges = [DateRange.parse(value) for value in given]
    own = event.date if event.record else None
    if all(
        one.compatible(other) for one, other in (((own, one) for one in ranges) if own else combinations(ranges, 2))
    ):
        return {}
    return {value: tuple(evidence) for value, evidence in sorted(given.items())}


def _offices(site: Site) -> Iterator[Disagreement]:
    """Offices that an article gives to somebody outside the dates of the record."""
    for person, roles in site.roles_of.items():
        recorded = [role for role in roles if role.recorded]
        for told in filter(None, (held_then(site, role) for role in roles if recorded and not role.recorded)):
            same = [role for role in recorded if Office.of(role).is_one_with(Office.of(told))]
            dates = [date for date in told.stated if same and all(_outside(role, date) for role in same)]
            if dates:
                late = _stated_on(site, told, dates)
                yield Disagreement("office", (person,), (*map(_value, same), _value(late)))


def _outside(role: HeldRole, date: PartialDate) -> bool:
    return before(date, role.start_date) or after(date, role.end_date)


def _holders(site: Site) -> Iterator[Disagreement]:
    """Offices for one holder that the sources give to two persons at a time."""
    by_office: dict[tuple[object, ...], list[HeldRole]] = {}
    for role in site.roles:
        if sole_office(role) and (held := held_then(site, role)):
            for key in Office.of(role).meeting_keys():
                by_office.setdefault(key, []).append(held)
    seen = set()
    for roles in by_office.values():
        # The dates of a record make the claim; what only articles say has no dates to be inside of.
        for first in roles if any(role.recorded for role in roles) else ():
            if not (first.recorded and first.start_date):
                continue
            for other in roles:
                clash = _held_too(site, first, other)
                if clash and (first.person, other.person, first.start_date) not in seen:
                    seen.add((first.person, other.person, first.start_date))
                    yield Disagreement("holder", (first.person, other.person), (_value(first), _value(clash)))


def _held_too(site: Site, first: HeldRole, other: HeldRole) -> HeldRole | None:
    """Return the other office as far as it lies inside the time of the first; None where it does not."""
    if other.person == first.person or first.start_date is None:
        return None
    if other.recorded:
        # Two records: the one that began earlier has no end, or ends too late.
        if other.start_date is None or first.start_date.first_day() > other.start_date.first_day():
            return None
        if first.start_date == other.start_date and first.person > other.person:
            return None
        if first.end_date and first.end_date.first_day() <= other.start_date.last_day() + GRACE:
            return None
        return other
    inside = [
        date
        for date in other.stated
        if date.first_day() > first.start_date.last_day() + GRACE
        and (first.end_date is None or date.last_day() < first.end_date.first_day() - GRACE)
    ]
    return _stated_on(site, other, inside) if inside else None


def _stated_on(site: Site, role: HeldRole, dates: Iterable[PartialDate]) -> HeldRole:
    """Return an office with only those of its articles that have one of the dates."""
    kept = frozenset(dates)
    evidence = tuple(
        item
        for item in role.evidence
        if item.article and (known := site.articles[item.article].date) and known.value in kept
    )
    return replace(role, stated=tuple(sorted(kept, key=PartialDate.sort_key)), evidence=evidence)


def _value(role: HeldRole) -> Value:
    return Value(role, role.evidence, role.recorded)


def _births(site: Site) -> Iterator[Disagreement]:
    for entity in site.entities.values():
        record = entity.record
        if not isinstance(record, Person) or record.birth_date is None:
            continue
        told: Mapping[str, list[Evidence]] = births_told(site, entity)
        other = {value: found for value, found in told.items() if not _may_be(value, record.birth_date)}
        if other:
            recorded = Value(DateRange(record.birth_date), (Evidence(record=record.position),), True)
            values = (Value(DateRange.parse(value), tuple(found), False) for value, found in sorted(other.items()))
            yield Disagreement("birth_date", (entity.id,), (recorded, *values))


def _may_be(value: str, date: PartialDate) -> bool:
    return DateRange.parse(value).compatible(DateRange(date))


def _events(site: Site) -> Iterator[Disagreement]:
    for event in site.events.values():
        if given := dates_given(event):
            own = str(event.date) if event.record and event.date else ""
            values = (Value(DateRange.parse(date), found, date == own) for date, found in given.items())
            yield Disagreement("event_date", (event.id,), tuple(values))
        if event.record and event.record.location and (places := _other_cities(event, event.record.location)):
            recorded = Value(event.record.location, (Evidence(record=event.record.position),), True)
            told = (Value(place, tuple(found), False) for place, found in sorted(places.items()))
            yield Disagreement("event_place", (event.id,), (recorded, *told))


def _other_cities(event: EventEntry, recorded: str) -> dict[str, list[Evidence]]:
    """Return the cities other than the recorded one in which articles place an event.

    Only cities of the shipped table: a palace, a province or a summit's venue may well lie in the recorded one.
    """
    places: dict[str, list[Evidence]] = {}
    if place_by_slug(slug_of(recorded)) is None:
        return places
    for telling in event.tellings:
        place = telling.event.place
        if place and place != recorded and place_by_slug(slug_of(place)):
            sentence = telling.sentences[0] if telling.sentences else None
            places.setdefault(place, []).append(Evidence(telling.article, sentence))
    return places
