"""Dates, with relative ones counted from the article date or the last date said."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.language import date_calendar as calendar
from generator.language.date_tense import side_of
from generator.language.dates import DateExpression, DateParts, absolute, find_expressions
from generator.model.article import CONTENT_ZONES
from generator.model.dates import DateRange, PartialDate
from generator.model.reading import DateMention
from generator.understanding.document import Document, Sentence

Value = PartialDate | DateRange

# A date without a year lies in the past, unless the coming one is this much nearer: news tells what was.
_PAST_BIAS = 1.5
_MONTH_PAST_BIAS = 2.5
# Said with "this": within the weeks around the article.
_FEBRUARY_29_REACH = 8


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """Return the dates of the content zones in text order, each with its value, rule and anchor.

    A relative date that nothing anchors (no article date, nothing said before) is left out.
    """
    known = document.article.date
    resolver = _Resolver(document, known.value if known else None)
    return tuple(mention for item in _expressions(document) for mention in resolver.resolve(*item))


def _expressions(document: Document) -> Iterator[tuple[DateExpression, Sentence]]:
    for zone in document.article.zones:
        if zone.kind not in CONTENT_ZONES:
            continue
        for expression in find_expressions(document.text, document.pack, zone.start, zone.end):
            sentence = document.sentence_at(expression.start)
            if sentence is not None:
                yield expression, sentence


@dataclass(frozen=True, slots=True)
class _Said:
    """A date said earlier in the text; `stated` tells that its year was said, not inferred."""

    value: Value
    stated: bool
    sentence: Sentence


@dataclass
class _Resolver:
    """Counts expressions from the article's date and from what was said before; remembers as it goes."""

    document: Document
    today: PartialDate | None
    said: list[_Said] = field(default_factory=list)
    days: dict[tuple[int, int], int] = field(default_factory=dict)
    """(month, day) -> year, for full dates said with their year."""

    def resolve(self, expression: DateExpression, sentence: Sentence) -> Iterator[DateMention]:
        """Yield the mention of one expression, or nothing where it cannot be resolved."""
        value: Value | None = absolute(expression)
        anchor: PartialDate | None = None
        stated = value is not None
        doubt = ""
        if value is None:
            value, anchor, doubt = self._count(expression, sentence)
        elif expression.parts.weekday and isinstance(value, PartialDate):
            doubt = "" if calendar.weekday_of(value) == expression.parts.weekday else "weekday"
        if value is None:
            return
        self._remember(value, stated, sentence)
        yield DateMention(
            start=expression.start,
            end=expression.end,
            surface=self.document.article.text[expression.start : expression.end],
            value=str(value),
            rule=expression.rule,
            anchor=str(anchor) if anchor else None,
            doubt=doubt,
        )

    def _remember(self, value: Value, stated: bool, sentence: Sentence) -> None:
        self.said.append(_Said(value, stated, sentence))
        if stated and isinstance(value, PartialDate) and value.month and value.day:
            self.days[value.month, value.day] = value.year

    def _count(self, expression: DateExpression, sentence: Sentence) -> tuple[Value | None, PartialDate | None, str]:
        """Return value, anchor and doubt of an expression that is not absolute."""
        parts = expression.parts
        if expression.op == "calendar" and parts.year:
            # The calendar has no such day: keep the month, and say so.
            return calendar.partial(parts.year, parts.month), None, "day"
        base = self._base(expression)
        if base is None:
            return None, None, ""
        if expression.op == "offset":
            return _offset(base, expression), base, ""
        if expression.op == "period":
            return self._period(base, expression, sentence), base, ""
        if expression.op == "range":
            return self._range(expression, sentence, base), base, ""
        if expression.op == "season":
            return _season(base, expression), base, ""
        if expression.op == "calendar":
            return self._calendar(expression, sentence, base)
        return None, None, ""

    def _base(self, expression: DateExpression) -> PartialDate | None:
        """Return the date to count from: the article's, or the last said that is precise enough."""
        if expression.base == "article":
            return self.today
        need = {"day": 3, "week": 3, "weekend": 3, "month": 2}.get(expression.unit, 1)
        if expression.op == "calendar":
            need = 3
        for said in reversed(self.said):
            value = said.value if isinstance(said.value, PartialDate) else said.value.start
            if isinstance(said.value, DateRange) and need == 3:
                continue
            if sum(part is not None for part in (value.year, value.month, value.day)) >= need:
                return value
        return self.today

    def _period(self, base: PartialDate, expression: DateExpression, sentence: Sentence) -> Value | None:
        unit, amount = expression.unit, expression.amount
        if unit == "year":
            return calendar.partial(base.year + amount)
        if unit == "month":
            return calendar.add_months(base.year, base.month, amount) if base.month else None
        if not base.day:
            return None
        day = base.first_day()
        if unit == "week":
            return calendar.week(day, amount)
        if unit == "weekend":
            # On a Monday or Tuesday, "this weekend" is mostly the one just over.
            over = expression.toward == "here" and day.isoweekday() <= 2
            if over and self._side(expression, sentence) != "future":
                amount -= 1
            return calendar.week(day, amount, (6, 7))
        return calendar.add_days(day, amount) if unit == "day" else None

    def _side(self, expression: DateExpression, sentence: Sentence) -> str:
        starts = [token.start for token in sentence.tokens]
        first, after = bisect_left(starts, expression.start), bisect_left(starts, expression.end)
        return side_of(sentence.tokens, self.document.pack, first, after)

    def _calendar(
        self, expression: DateExpression, sentence: Sentence, base: PartialDate
    ) -> tuple[Value | None, PartialDate | None, str]:
        parts = expression.parts
        if parts.day and parts.month:
            return self._day_month(expression, sentence, base)
        if parts.month:
            return self._month(expression, sentence, base), base, ""
        if parts.weekday and base.day:
            return self._weekday(expression, sentence, base), base, ""
        return None, None, ""

    def _weekday(self, expression: DateExpression, sentence: Sentence, base: PartialDate) -> PartialDate | None:
        day, wanted, toward = base.first_day(), expression.parts.weekday, expression.toward
        assert wanted is not None
        if toward in ("past", "future"):
            return calendar.weekday(day, wanted, toward)
        if toward == "here" and day.isoweekday() == wanted:
            return base
        side = self._side(expression, sentence)
        if side == "future" and day.isoweekday() != wanted:
            return calendar.weekday(day, wanted, "future")
        return calendar.weekday(day, wanted, "")

    def _month(self, expression: DateExpression, sentence: Sentence, base: PartialDate) -> PartialDate | None:
        month = expression.parts.month
        assert month is not None
        if not base.month:
            return None
        if expression.toward in ("past", "future"):
            year = base.year
            if expression.toward == "past" and month >= base.month:
                year -= 1
            elif expression.toward == "future" and month <= base.month:
                year += 1
            return calendar.partial(year, month)
        told = self._told_year(sentence, (month, None), base)
        if told:
            return calendar.partial(told, month)
        back = (base.month - month) % 12
        ahead = 12 - back
        side = self._side(expression, sentence)
        future = ahead * _MONTH_PAST_BIAS < back if not side else side == "future" and back != 0
        return calendar.add_months(base.year, base.month, ahead if future else -back)

    def _day_month(
        self, expression: DateExpression, sentence: Sentence, base: PartialDate
    ) -> tuple[Value | None, PartialDate | None, str]:
        parts = expression.parts
        assert parts.month is not None
        assert parts.day is not None
        anchor = base.last_day() if base.month else None
        if anchor is None:
            return None, None, ""
        days = _same_days(anchor, parts.month, parts.day)
        if not days:
            return None, None, ""
        fitting = [day for day in days if parts.weekday and day.isoweekday() == parts.weekday]
        doubt = "weekday" if parts.weekday and not _near(fitting, anchor) else ""
        told = self.days.get((parts.month, parts.day)) or self._told_year(sentence, (parts.month, parts.day), base)
        # A weekday is said of days near at hand, and then decides by itself.
        value = calendar.partial(told, parts.month, parts.day) if told and not parts.weekday else None
        if value and not expression.toward:
            return value, base, ""
        candidates = _near(fitting, anchor) or days
        chosen = _nearest(candidates, anchor, expression.toward or self._side(expression, sentence))
        return PartialDate.from_date(chosen), base, doubt

    def _told_year(self, sentence: Sentence, month_day: tuple[int, int | None], base: PartialDate) -> int | None:
        """Return the year the tale is in, when the date before it says one that is not the article's.

        Only a date of the same sentence, or a month or day in the sentence before, carries its year on.
        """
        if not self.said:
            return None
        last = self.said[-1]
        value = last.value if isinstance(last.value, PartialDate) else last.value.end or last.value.start
        near = last.sentence.index == sentence.index or (
            last.sentence.index == sentence.index - 1 and last.sentence.zone == sentence.zone and value.month
        )
        if not (last.stated and near and value.year < base.year):
            return None
        later = (month_day[0], month_day[1] or 31) >= (value.month or 0, value.day or 0)
        year = value.year if later else value.year + 1
        return year if year < base.year or not value.month else None

    def _range(self, expression: DateExpression, sentence: Sentence, base: PartialDate) -> DateRange | None:
        until = expression.until
        assert until is not None
        first = expression.parts
        month = until.month or first.month
        last = self._single(expression, replace(until, month=month, year=until.year), sentence, base)
        if not isinstance(last, PartialDate):
            return None
        if first.year:
            return calendar.interval(calendar.partial(first.year, first.month or month, first.day), last)
        if first.weekday and not first.day and last.day:
            return calendar.interval(calendar.weekday(last.last_day(), first.weekday, "past"), last)
        start_month = first.month or (month if first.day else None)
        if start_month is None:
            return None
        # The first half is the last such date before the second half.
        later = (start_month, first.day or 0) > (last.month or 12, last.day or 31)
        return calendar.interval(calendar.partial(last.year - later, start_month, first.day), last)

    def _single(
        self, expression: DateExpression, parts: DateParts, sentence: Sentence, base: PartialDate
    ) -> Value | None:
        if parts.year:
            return calendar.partial(parts.year, parts.month, parts.day)
        single = replace(expression, op="calendar", parts=parts, until=None)
        return self._calendar(single, sentence, base)[0]


def _offset(base: PartialDate, expression: DateExpression) -> Value | None:
    unit, amount = expression.unit, expression.amount
    if unit == "year":
        return calendar.partial(base.year + amount)
    if unit == "month":
        return calendar.add_months(base.year, base.month, amount) if base.month else None
    if not base.day:
        return None
    return calendar.add_days(base.first_day(), amount * (7 if unit == "week" else 1))


def _season(base: PartialDate, expression: DateExpression) -> DateRange | None:
    """Return the season before (`past`), after, or around the base, as three months."""
    if not base.month:
        return None
    first = expression.amount
    into = (base.month - first) % 12
    if expression.toward == "here":
        return calendar.months(base.year - (base.month < first and into < 3), first, 3)
    year = base.year if base.month >= first else base.year - 1
    if expression.toward == "past":
        return calendar.months(year - (into < 3), first, 3)
    return calendar.months(year + 1, first, 3)


def _same_days(anchor: dt.date, month: int, day: int) -> list[dt.date]:
    """Return that day in the years around, oldest first; 29 February needs a wider look."""
    years = range(max(1, anchor.year - _FEBRUARY_29_REACH), min(9999, anchor.year + _FEBRUARY_29_REACH) + 1)
    found = [value.first_day() for value in (calendar.partial(year, month, day) for year in years) if value]
    return _near(found, anchor) or found


def _near(days: list[dt.date], anchor: dt.date) -> list[dt.date]:
    return [day for day in days if abs(day.year - anchor.year) <= 1]


def _nearest(days: list[dt.date], anchor: dt.date, side: str) -> dt.date:
    """Return the day nearest to the anchor: on the given side if there is one, else rather in the past."""
    if side in ("past", "future"):
        fitting = [day for day in days if (day <= anchor if side == "past" else day >= anchor)]
        days = fitting or days

    def cost(day: dt.date) -> tuple[float, dt.date]:
        away = (day - anchor).days
        return (away * _PAST_BIAS if away > 0 else -away, day)

    return min(days, key=cost)
