"""When a told event is one already known: likeness, and a calendar that keeps the comparisons few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from generator.model.dates import DateRange
from generator.model.ids import kind_of
from generator.model.records import Event
from generator.model.site import Telling

_RELATED_TYPES = (
    frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"}),
    frozenset({"ASSAULT", "COERCE", "MOBILIZE", "DEATH"}),
    frozenset({"REJECT", "ACCUSE", "THREATEN", "SANCTION", "PROTEST"}),
    frozenset({"DISASTER", "DEATH"}),
)
"""PLOVER types that different articles may give to one and the same event."""
_RELATED: Final = frozenset(pair for group in _RELATED_TYPES for pair in product(group, group))

_ENOUGH = 0.5
"""Likeness from which a told event is taken to be a known one."""


_LONG = 120
"""Months of an interval that are looked at: what is longer says too little about when."""


@dataclass(slots=True)
class Happening:
    """An event while its tellings are gathered.

    `quoted` are the sentences its record names as its source, `old` the ids that the record says it had.
    """

    id: str
    record: Event | None
    type: str
    date: DateRange | None
    place: str | None
    entities: set[str]
    countries: set[str]
    quoted: frozenset[tuple[str, int]] = frozenset()
    old: frozenset[str] = frozenset()
    tellings: list[Telling] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    """The ids that its tellings would have had by themselves."""

    def people(self) -> set[str]:
        """Return the persons among the entities."""
        return {who for who in self.entities if kind_of(who) == "people"}


class Calendar:
    """All happenings, found by id, by quoted sentence, and by when they may have been with who was there.

    However many happenings a month has, an event is compared with those alone that may be one with it (`likeness`):
    of the same day, or of the same month where one of the two has no day; with a person in common, or with a country
    where one of the two names no person.
    """

    def __init__(self) -> None:
        self._by_id: dict[str, Happening] = {}
        self._by_old_id: dict[str, Happening] = {}
        self._by_quote: dict[tuple[str, int], dict[str, Happening]] = {}
        self._by_time: dict[tuple[str, str], dict[str, Happening]] = {}

    def __iter__(self) -> Iterator[Happening]:
        return iter(self._by_id.values())

    def add(self, happening: Happening) -> None:
        """Enter a happening, or enter it anew after somebody joined it."""
        self._by_id[happening.id] = happening
        for old in happening.old:
            self._by_old_id.setdefault(old, happening)
        for quote in happening.quoted:
            self._by_quote.setdefault(quote, {})[happening.id] = happening
        for key in _filed_under(happening):
            self._by_time.setdefault(key, {})[happening.id] = happening

    def find(self, told: Happening, sentences: frozenset[tuple[str, int]]) -> Happening | None:
        """Return the happening that a told event, told in these sentences, is most likely one with; None if new."""
        same = self._by_id.get(told.id) or self._by_old_id.get(told.id)
        if same is not None:
            return same
        near: dict[str, Happening] = {}
        for quote in sentences:
            near.update(self._by_quote.get(quote, {}))
        for key in _asked_for(told):
            near.update(self._by_time.get(key, {}))
        rated = ((likeness(told, other, sentences), other) for other in near.values())
        best = min(rated, key=lambda pair: (-pair[0], pair[1].id), default=None)
        return best[1] if best and best[0] >= _ENOUGH else None


def _filed_under(happening: Happening) -> Iterator[tuple[str, str]]:
    """Yield when it was (a day, a month with or without a day) with who was there (also: nobody of a country)."""
    if happening.date is None:
        return iter(())
    day, months = _day(happening.date), _months(happening.date)
    times = [*(f"any {month}" for month in months), *([day] if day else [f"no day {month}" for month in months])]
    people = happening.people()
    nobody = () if people else (f"nobody {country}" for country in happening.countries)
    return product(times, (*people, *happening.countries, *nobody))


def _asked_for(told: Happening) -> Iterator[tuple[str, str]]:
    """Yield the keys under which those are filed with which a told event may be one."""
    if told.date is None:
        return iter(())
    day, months = _day(told.date), _months(told.date)
    times = [day, *(f"no day {month}" for month in months)] if day else [f"any {month}" for month in months]
    people = told.people()
    return product(times, (*people, *(f"nobody {country}" if people else country for country in told.countries)))


def _day(date: DateRange) -> str | None:
    """Return the day a date names; None where it is less precise, or an interval."""
    return str(date.start) if date.end is None and date.start.precision == "day" else None


def _months(date: DateRange) -> list[str]:
    first, last = date.first_day(), date.last_day()
    start, end = first.year * 12 + first.month, last.year * 12 + last.month
    return [str(month) for month in range(start, min(end, start + _LONG) + 1)]


def likeness(told: Happening, other: Happening, sentences: frozenset[tuple[str, int]]) -> float:
    """Rate from 0 to 1 how likely a told event is one already known; 0 where type or date forbid it."""
    if other.quoted & sentences:
        return 1.0 if _related(told.type, other.type) else 0.6
    if not _related(told.type, other.type) or not told.date or not other.date:
        return 0.0
    if not told.date.compatible(other.date):
        return 0.0
    people, other_people = told.people(), other.people()
    countries = _share(told.countries, other.countries)
    if not people or not other_people:
        who = countries * (0.7 if told.type == other.type else 0.4)
    else:
        who = 0.75 * _share(people, other_people) + 0.25 * countries
    same_day = str(told.date) == str(other.date) and told.date.start.precision == "day"
    bonus = (0.1 if told.type == other.type else 0.0) + (0.1 if same_day else 0.0)
    clash = 0.2 if told.place and other.place and told.place != other.place else 0.0
    return min(1.0, who + bonus - clash) if who else 0.0


def _related(first: str, second: str) -> bool:
    return first == second or "OTHER" in (first, second) or (first, second) in _RELATED


def _share(first: set[str], second: set[str]) -> float:
    return len(first & second) / len(first | second) if first and second else 0.0
