"""Everything that has a date: events, the beginnings and ends of offices, lives and bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.model.dates import DateRange, PartialDate
from generator.model.records import Organization, Person
from generator.model.site import EventEntry, Evidence, HeldRole, Site

OF_OFFICES: Final = ("office_start", "office_end")
OF_LIVES: Final = ("birth", "death")
OF_BODIES: Final = ("founding", "dissolution")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Something that happened, on a date if that is known.

    `kind` is `event` (then `event` is set), one of `OF_OFFICES` (then `role` is), `OF_LIVES` or `OF_BODIES`;
    `subject` is the id of the event, else of the person or body.
    """

    kind: str
    subject: str
    date: DateRange | None
    evidence: tuple[Evidence, ...]
    countries: tuple[str, ...] = ()
    event: EventEntry | None = None
    role: HeldRole | None = None

    @property
    def sort_key(self) -> tuple[bool, tuple[tuple[int, int, int], ...], str, str]:
        """Total order by date, undated moments last."""
        return (self.date is None, self.date.sort_key() if self.date else (), self.subject, self.kind)


def moment_of(event: EventEntry) -> Moment:
    """Return an event as a moment."""
    return Moment(
        kind="event",
        subject=event.id,
        date=event.date,
        evidence=event.evidence,
        countries=event.countries,
        event=event,
    )


def dated_moments(site: Site) -> tuple[Moment, ...]:
    """Return all that has a date, oldest first."""
    events = (moment_of(event) for event in site.dated_events if event.date)
    found = [*events, *_offices(site.roles), *_limits(site)]
    return tuple(sorted(found, key=lambda moment: moment.sort_key))


def _offices(roles: tuple[HeldRole, ...]) -> Iterator[Moment]:
    for role in roles:
        for kind, date in zip(OF_OFFICES, (role.start_date, role.end_date), strict=True):
            if date:
                yield Moment(
                    kind=kind,
                    subject=role.person,
                    date=DateRange(date),
                    evidence=role.evidence,
                    countries=(role.country,) if role.country else (),
                    role=role,
                )


def _limits(site: Site) -> Iterator[Moment]:
    """Yield when recorded people were born and died, and bodies were founded and dissolved."""
    for entity in site.entities.values():
        record = entity.record
        if isinstance(record, Person):
            yield from _pair(site, record, OF_LIVES, (record.birth_date, record.death_date))
        elif isinstance(record, Organization):
            yield from _pair(site, record, OF_BODIES, (record.founding_date, record.dissolution_date))


def _pair(
    site: Site,
    record: Person | Organization,
    kinds: tuple[str, str],
    dates: tuple[PartialDate | None, PartialDate | None],
) -> Iterator[Moment]:
    countries = (record.country,) if record.country else ()
    for kind, date in zip(kinds, dates, strict=True):
        if date:
            evidence = tuple(
                Evidence(
                    article=source.article if source.article in site.articles else None,
                    record=source.position,
                    source=source,
                )
                for source in record.sources
            ) or (Evidence(record=record.position),)
            yield Moment(kind=kind, subject=record.id, date=DateRange(date), evidence=evidence, countries=countries)
