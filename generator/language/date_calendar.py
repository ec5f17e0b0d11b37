"""Calendar arithmetic on partial dates. What lies outside of the calendar (31 June, year 0) is None, never an error."""

from __future__ import annotations

import datetime as dt

from generator.model.dates import DateRange, PartialDate


def partial(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """Return the partial date; an impossible day gives None."""
    try:
        return PartialDate(year, month, day if month else None)
    except ValueError:
        return None


def interval(first: PartialDate | None, last: PartialDate | None) -> DateRange | None:
    """Return `first/last`; None where an end is missing or the order is wrong."""
    if first is None or last is None:
        return None
    try:
        return DateRange(first, last)
    except ValueError:
        return None


def add_days(day: dt.date, amount: int) -> PartialDate | None:
    """Return the day `amount` days later."""
    try:
        return PartialDate.from_date(day + dt.timedelta(days=amount))
    except OverflowError:
        return None


def add_months(year: int, month: int, amount: int) -> PartialDate | None:
    """Return the month `amount` months later."""
    years, index = divmod(year * 12 + month - 1 + amount, 12)
    return partial(years, index + 1)


def months(year: int, month: int, length: int) -> DateRange | None:
    """Return the interval of `length` months that begins with the given one."""
    return interval(partial(year, month), add_months(year, month, length - 1))


def week(day: dt.date, amount: int, days: tuple[int, int] = (1, 7)) -> DateRange | None:
    """Return the week that holds `day`, `amount` weeks on, from ISO weekday `days[0]` to `days[1]`."""
    monday = 1 - day.isoweekday() + 7 * amount
    return interval(add_days(day, monday + days[0] - 1), add_days(day, monday + days[1] - 1))


def weekday(day: dt.date, wanted: int, toward: str) -> PartialDate | None:
    """Return the nearest day of ISO weekday `wanted`: before (`past`), after (`future`), or up to and with `day`."""
    back = (day.isoweekday() - wanted) % 7
    if toward == "future":
        return add_days(day, 7 - back)
    return add_days(day, -(back or 7) if toward == "past" else -back)


def weekday_of(date: PartialDate) -> int | None:
    """Return the ISO weekday of a full date."""
    return date.first_day().isoweekday() if date.day else None
