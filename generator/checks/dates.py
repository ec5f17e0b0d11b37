"""Nothing ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.dates import DateRange, PartialDate
from generator.model.problem import Position, Problem
from generator.model.records import Country, Event, Organization, Person, Record
from generator.model.site import Site
from generator.reading.content import Content

_Period = tuple[Position, str, PartialDate | DateRange | None, str, PartialDate | None]


def dates_in_order(content: Content, _site: Site) -> Iterator[Problem]:
    """Report each end that lies before its beginning, both taken as widely as they may be meant."""
    for record in content.records:
        for position, first, start, last, end in _periods(record):
            if start is not None and end is not None and end.last_day() < start.first_day():
                message = f"{last} {end} lies before {first} {start}"
                yield Problem.at(position, "dates-reversed", message, "check both dates; they may have been swapped")


def _periods(record: Record) -> Iterator[_Period]:
    """Yield every pair of dates of a record that have an order."""
    for other in record.other_names:
        yield other.position, "start_date", other.start_date, "end_date", other.end_date
    if isinstance(record, Person):
        yield record.position, "birth_date", record.birth_date, "death_date", record.death_date
    elif isinstance(record, Organization):
        yield record.position, "founding_date", record.founding_date, "dissolution_date", record.dissolution_date
    elif isinstance(record, Event):
        yield record.position, "start_date", record.start_date, "end_date", record.end_date
    if isinstance(record, Person):
        roles = record.roles
    else:
        roles = record.memberships if isinstance(record, Country | Organization) else ()
    for role in roles:
        yield role.position, "start_date", role.start_date, "end_date", role.end_date
