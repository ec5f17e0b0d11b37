"""Dates, with relative ones counted from the article date or the last date said."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.language import date_calendar as calendar
from generator.language.date_tense import side_of
from generator.language.dates import DateExpression, DateParts, absolute, find_expressions, may_hold_date
from generator.model.dates import DateRange, PartialDate
from generator.model.reading import DateMention
from generator.understanding.document import Document, Sentence

Value = PartialDate | DateRange

# A vague word ("today") is a date only next to a verb that tells of one occasion.
_VAGUE_REACH = 6
# The rule of "the weekend", the last or the next.
_ANY_WEEKEND = "this-weekend"
# A date this near the beginning of its sentence (in tokens) sets the time of what follows.
_FRAME = 3
_QUOTED = re.compile(r'«[^«»]*»|“[^“”]*”|"[^"\n]*"')


def find_dates(document: Document) -> tuple[DateMention, ...]:
    """Return the dates of the content zones in text order, each with its value, rule and anchor.

    A relative date that nothing anchors (no article date, nothing said before) is left out.
    """
    known = document.article.date
    resolver = _Resolver(document, known.value if known else None)
    return tuple(mention for item in _expressions(document) for mention in resolver.resolve(*item))


def _expressions(document: Document) -> Iterator[tuple[DateExpression, Sentence]]:
    text, pack = document.text, document.pack
    for sentence in document.sentences:
        start, end = sentence.span.start, sentence.span.end
        if may_hold_date(text, sentence.keys, pack, start, end):
            for expression in find_expressions(text, pack, start, end):
                yield expression, sentence


@dataclass(frozen=True, slots=True)
class _Frame:
    """A date with its year that opens a sentence, and the last sentence it was seen to hold in."""

    date: PartialDate
    sentence: Sentence


@dataclass
class _Resolver:
    """Counts expressions from the article's date and from what was said before; remembers as it goes."""

    document: Document
    today: PartialDate | None
    frame: _Frame | None = None
    days: dict[tuple[int, int], int] = field(default_factory=dict)
    """(month, day) -> year, for full dates said with their year."""
    latest: dict[int, PartialDate] = field(default_factory=dict)
    """1, 2, 3 -> the last date said that is precise at least to the year, the month, the day."""

    def resolve(self, expression: DateExpression, sentence: Sentence) -> Iterator[DateMention]:
        """Yield the mention of one expression, or nothing where it cannot be resolved."""
        value: Value | None = absolute(expression)
        anchor: PartialDate | None = None
        stated = value is not None
        doubt = ""
        if expression.vague and (self._quoted(expression.start) or not self._side(expression, sentence, _VAGUE_REACH)):
            return
        if value is None:
            value, anchor, doubt = self._count(expression, sentence)
        elif expression.parts.weekday and isinstance(value, PartialDate):
            doubt = "" if calendar.weekday_of(value) == expression.parts.weekday else "weekday"
        if value is None:
            return
        self._remember(value, stated, expression.start, sentence)
        yield DateMention(
            start=expression.start,
            end=expression.end,
            surface=self.document.article.text[expression.start : expression.end],
            value=str(value),
            rule=expression.rule,
            anchor=str(anchor) if anchor else None,
            doubt=doubt,
        )

    def _quoted(self, offset: int) -> bool:
        """Tell whether an offset lies in quotation marks: there "aujourd'hui" is mostly "nowadays"."""
        number = bisect_right(self.quoted, offset, key=lambda span: span[0]) - 1
        return number >= 0 and offset < self.quoted[number][1]

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Where words stand in quotation marks."""
        return [match.span() for match in _QUOTED.finditer(self.document.text)]

    def _remember(self, value: Value, stated: bool, start: int, sentence: Sentence) -> None:
        first = value if isinstance(value, PartialDate) else value.end or value.start
        if start <= sentence.tokens[min(_FRAME, len(sentence.tokens)) - 1].start:
            told = self.frame and self.frame.sentence is sentence
            self.frame = _Frame(first, sentence) if stated or told else None
        # An interval is no day to count from, but it lies in a month and a year.
        date = value if isinstance(value, PartialDate) else PartialDate(value.start.year, value.start.month)
        for need in range(1, 1 + sum(part is not None for part in (date.year, date.month, date.day))):
            self.latest[need] = date
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
            return calendar.offset(base, expression.unit, expression.amount), base, ""
        if expression.op == "period":
            return self._period(base, expression, sentence), base, ""
        if expression.op == "range":
            return self._range(expression, sentence, base), base, ""
        if expression.op == "season":
            return calendar.season(base, expression.amount, expression.toward), base, ""
        if expression.op == "calendar":
            return self._calendar(expression, sentence, base)
        return None, None, ""

    def _base(self, expression: DateExpression) -> PartialDate | None:
        """Return the date to count from: the article's, or the last said that is precise enough."""
        if expression.base == "article":
            return self.today
        need = {"day": 3, "week": 3, "weekend": 3, "month": 2}.get(expression.unit, 1)
        if expression.op == "calendar" and not expression.unit:
            need = 3
        return self.latest.get(need, self.today)

    def _period(self, base: PartialDate, expression: DateExpression, sentence: Sentence) -> Value | None:
        amount = expression.amount
        if expression.unit == "weekend" and base.day:
            weekday = base.first_day().isoweekday()
            if expression.toward == "future" and weekday < 6:
                amount -= 1  # the weekend ahead is the next one
            elif expression.toward == "here" and weekday < 6:
                # On a Monday or Tuesday "this weekend" is mostly the one just over; "the weekend", by the tense.
                side = self._side(expression, sentence)
                told = side == "past" and expression.rule == _ANY_WEEKEND
                amount -= told or (weekday <= 2 and side != "future")
        return calendar.period(base, expression.unit, amount)

    def _side(self, expression: DateExpression, sentence: Sentence, reach: int = 14) -> str:
        starts = sentence.starts
        first, after = bisect_left(starts, expression.start), bisect_left(starts, expression.end)
        return side_of(sentence.tokens, self.document.pack, first, after, reach)

    def _calendar(
        self, expression: DateExpression, sentence: Sentence, base: PartialDate
    ) -> tuple[Value | None, PartialDate | None, str]:
        parts = expression.parts
        if expression.unit:
            return self._within(expression, base), base, ""
        if parts.day and parts.month:
            return self._day_month(expression, sentence, base)
        if parts.month:
            return self._month(expression, sentence, base), base, ""
        if parts.weekday and parts.day:
            near = calendar.nearest_weekday_day(base, parts.weekday, parts.day, self._side(expression, sentence))
            return near, base, ""
        if parts.weekday and base.day:
            return self._weekday(expression, sentence, base), base, ""
        return None, None, ""

    def _within(self, expression: DateExpression, base: PartialDate) -> Value | None:
        """Return a month or day of this, the last or the next year, or a day of such a month."""
        parts = expression.parts
        amount = {"past": -1, "future": 1}.get(expression.toward, 0)
        if expression.unit == "year":
            return calendar.partial(base.year + amount, parts.month, parts.day)
        month = calendar.add_months(base.year, base.month, amount) if base.month else None
        return calendar.partial(month.year, month.month, parts.day) if month else None

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
        told = None if expression.toward else self._told_year(expression, sentence, base)
        if told:
            return calendar.partial(told, month)
        side = "" if expression.toward else self._side(expression, sentence)
        return calendar.nearest_month(base, month, expression.toward, side)

    def _day_month(
        self, expression: DateExpression, sentence: Sentence, base: PartialDate
    ) -> tuple[Value | None, PartialDate | None, str]:
        month, day, weekday = expression.parts.month, expression.parts.day, expression.parts.weekday
        assert month is not None
        assert day is not None
        if not base.month:
            return None, None, ""
        # A weekday is said of days near at hand, and then decides by itself.
        if not weekday and not expression.toward:
            told = self.days.get((month, day)) or self._told_year(expression, sentence, base)
            value = calendar.partial(told, month, day) if told else None
            if value:
                return value, base, ""
        side = "" if expression.toward else self._side(expression, sentence)
        value, fits = calendar.nearest_day(base.last_day(), month, day, weekday, expression.toward, side)
        return value, base, "" if fits else "weekday"

    def _told_year(self, expression: DateExpression, sentence: Sentence, base: PartialDate) -> int | None:
        """Return the year the tale is in, when a date at the head of a sentence has set one before the article's.

        It holds to the end of its sentence, a month or day also through the next sentence of the paragraph.
        """
        frame = self.frame
        if not frame:
            return None
        date = frame.date
        near = frame.sentence.index == sentence.index or (
            frame.sentence.index == sentence.index - 1 and frame.sentence.zone == sentence.zone and date.month
        )
        if not near or date.year >= base.year:
            return None
        said = (expression.parts.month or 0, expression.parts.day or 31)
        year = date.year if said >= (date.month or 0, date.day or 0) else date.year + 1
        if year >= base.year and date.month:
            return None
        self.frame = _Frame(date, sentence)
        return year

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
