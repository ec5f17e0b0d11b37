"""Partial ISO 8601 dates that keep the precision that was said, and intervals of them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["year", "month", "day"]

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day: `2023`, `2023-03`, `2023-07-31`."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs a month")
        # The calendar is the judge: 2023-02-29 and month 13 raise ValueError here.
        dt.date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, value: str) -> PartialDate:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.

        Raises:
            ValueError: the text has another shape, or names no day of the calendar.
        """
        match = _PARTIAL.fullmatch(value)
        if not match:
            raise ValueError(f"not a partial date: {value!r}")
        year, month, day = (int(part) if part else None for part in match.groups())
        assert year is not None
        return cls(year, month, day)

    @classmethod
    def from_date(cls, day: dt.date) -> PartialDate:
        """Build from a full calendar date."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """The finest unit that is known."""
        return "day" if self.day else "month" if self.month else "year"

    def first_day(self) -> dt.date:
        """Return the first day the date may mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> dt.date:
        """Return the last day the date may mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def compatible(self, other: PartialDate) -> bool:
        """Tell whether both may mean the same day."""
        return self.first_day() <= other.last_day() and other.first_day() <= self.last_day()

    def sort_key(self) -> tuple[int, int, int]:
        """Total order: an imprecise date sorts before the precise ones it contains."""
        return (self.year, self.month or 0, self.day or 0)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class DateRange:
    """What a date field may hold: one partial date (`end` is None) or an interval `a/b`."""

    start: PartialDate
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end.last_day() < self.start.first_day():
            raise ValueError("the interval ends before it starts")

    @classmethod
    def parse(cls, value: str) -> DateRange:
        """Read a partial date or `a/b`.

        Raises:
            ValueError: a part is no partial date, or the end lies before the start.
        """
        start, slash, end = value.partition("/")
        return cls(PartialDate.parse(start), PartialDate.parse(end) if slash else None)

    def first_day(self) -> dt.date:
        """Return the first day the range may mean."""
        return self.start.first_day()

    def last_day(self) -> dt.date:
        """Return the last day the range may mean."""
        return (self.end or self.start).last_day()

    def compatible(self, other: DateRange) -> bool:
        """Tell whether both may mean a common day."""
        return self.first_day() <= other.last_day() and other.first_day() <= self.last_day()

    def sort_key(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """Total order by start, then end."""
        return (self.start.sort_key(), (self.end or self.start).sort_key())

    def __str__(self) -> str:
        return f"{self.start}/{self.end}" if self.end else str(self.start)
