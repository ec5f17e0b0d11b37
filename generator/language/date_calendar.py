"""Calendar arithmetic on partial dates. What lies outside of the calendar (31 June, year 0) is None, never an error."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from generator.model.dates import DateRange, PartialDate

# What a date without a year costs per day (or month) away from the article, in the past and in the future, by what
# the clause tells, and how much more when it lies in another calendar year: news tells mostly what was, and leaves
# out the year of a date in its own year. The figures were weighed on news texts; only their proportions matter.
_COST = {"": (1.0, 1.5), "past": (1.0, 7.0), "future": (1.5, 1.0), "here": (1.0, 1.0)}
_OTHER_YEAR_IN_DAYS = 250.0
_OTHER_YEAR_IN_MONTHS = 6.0
# Leap days are at most eight years apart.
_YEARS_AROUND = 8


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


def offset(base: PartialDate, unit: str, amount: int) -> PartialDate | None:
    """Return the date `amount` units from `base`, as precise as the unit; None where `base` is less precise."""
    if unit == "year":
        return partial(base.year + amount)
    if unit == "month":
        return add_months(base.year, base.month, amount) if base.month else None
    return add_days(base.first_day(), amount * (7 if unit == "week" else 1)) if base.day else None


def period(base: PartialDate, unit: str, amount: int) -> PartialDate | DateRange | None:
    """Return the day, week, weekend, month or year that holds `base`, `amount` units on."""
    if unit in ("week", "weekend"):
        return week(base.first_day(), amount, (1, 7) if unit == "week" else (6, 7)) if base.day else None
    return offset(base, unit, amount)


def season(base: PartialDate, first: int, toward: str) -> DateRange | None:
    """Return the three months from month `first` on: before (`past`), around (`here`) or after the base."""
    if not base.month:
        return None
    into = (base.month - first) % 12
    if toward == "here":
        return months(base.year - (base.month < first and into < 3), first, 3)
    year = base.year if base.month >= first else base.year - 1
    return months(year - (into < 3) if toward == "past" else year + 1, first, 3)


def nearest_month(base: PartialDate, month: int, toward: str, side: str) -> PartialDate | None:
    """Return the year of a month said without one.

    `toward` is the side the words name (last March), `side` what the clause tells; the first binds, the second weighs.
    """
    if not base.month:
        return None
    if toward == "past":
        return partial(base.year - (month >= base.month), month)
    if toward == "future":
        return partial(base.year + (month <= base.month), month)
    past, future = _COST[side]
    back = (base.month - month) % 12
    ahead = 12 - back if back else 0
    cost_past = back * past + _OTHER_YEAR_IN_MONTHS * (month > base.month)
    cost_future = ahead * future + _OTHER_YEAR_IN_MONTHS * (month < base.month)
    return add_months(base.year, base.month, ahead if cost_future < cost_past else -back)


def nearest_day(
    anchor: dt.date, month: int, day: int, weekday: int | None, toward: str, side: str
) -> tuple[PartialDate | None, bool]:
    """Return the year of a day said without one, and whether the weekday fits; `toward`, `side` as above."""
    years = range(max(1, anchor.year - _YEARS_AROUND), min(9999, anchor.year + _YEARS_AROUND) + 1)
    days = [value.first_day() for value in (partial(year, month, day) for year in years) if value]
    if not days:
        return None, True
    days = _near(days, anchor) or days
    fitting = [value for value in _near(days, anchor) if value.isoweekday() == weekday]
    candidates = fitting or days
    if toward == "past":
        candidates = [value for value in candidates if value < anchor] or candidates
    elif toward == "future":
        candidates = [value for value in candidates if value > anchor] or candidates
    return PartialDate.from_date(min(candidates, key=_cost(anchor, toward or side))), weekday is None or bool(fitting)


def nearest_weekday_day(base: PartialDate, weekday: int, day: int, side: str) -> PartialDate | None:
    """Return the date of `Tuesday the 3rd` in the months around; None where no such month is near."""
    if not base.month:
        return None
    months_around = [add_months(base.year, base.month, amount) for amount in range(-3, 4)]
    dates = [partial(month.year, month.month, day) for month in months_around if month]
    fitting = [date.first_day() for date in dates if date and date.first_day().isoweekday() == weekday]
    return PartialDate.from_date(min(fitting, key=_cost(base.last_day(), side))) if fitting else None


def _cost(anchor: dt.date, side: str) -> Callable[[dt.date], tuple[float, dt.date]]:
    """Return what each day costs seen from the anchor; the day itself makes the order total."""
    past, future = _COST[side]

    def cost(value: dt.date) -> tuple[float, dt.date]:
        away = (value - anchor).days
        other = _OTHER_YEAR_IN_DAYS * (value.year != anchor.year)
        return (other + (away * future if away > 0 else -away * past), value)

    return cost


def _near(days: list[dt.date], anchor: dt.date) -> list[dt.date]:
    return [day for day in days if abs(day.year - anchor.year) <= 1]
