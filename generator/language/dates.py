"""The grammar of dates: finds the words that name a date and takes them apart, without counting anything yet.

What an expression means often hangs on the article's date; `generator.understanding.dates` does that part.
All words and phrases come from `packs/<language>/dates.yml`; the notation is that of `date_patterns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal, get_args

from generator.language import date_calendar as calendar
from generator.language.date_guards import Guards
from generator.language.date_patterns import Pattern, compile_pattern, words_of
from generator.language.date_words import DateWords, Lexeme, Values
from generator.language.pack import Pack
from generator.language.tokens import tokenise
from generator.model.dates import DateRange, PartialDate

Op = Literal["calendar", "range", "offset", "period", "decade", "season", "quarter", "none"]
Toward = Literal["", "past", "here", "future"]
Base = Literal["article", "said"]

_FIGURE = re.compile(r"\d")
_CACHED_LENGTH = 24
# The slots that say an amount, by operation.
_AMOUNTS = {
    "offset": ("deictic", "today", "said_day", "number"),
    "decade": ("decade", "short_decade", "tens", "year", "year_sure"),
    "season": ("season",),
    "quarter": ("ordinal", "quarter"),
}


@dataclass(frozen=True, slots=True)
class DateParts:
    """What is said of one date; `weekday` is ISO (Monday is 1). None: not said."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateExpression:
    """Words `[start, end)` that name a date, taken apart.

    - `calendar`: `parts`, some perhaps missing; `toward` says on which side of the base the date lies.
    - `range`: from `parts` to `until`.
    - `offset`: `amount` times `unit` after (or before) the base.
    - `period`: the calendar unit that holds the base, `amount` units on.
    - `decade`, `season`, `quarter`: `amount` is the first year, the first month, or the number; year in `parts`.

    The base is the article's date, or for anaphoric words (the day before) the last date said.
    """

    start: int
    end: int
    surface: str
    rule: str
    op: Op
    parts: DateParts = DateParts()
    until: DateParts | None = None
    toward: Toward = ""
    unit: str = ""
    amount: int = 0
    base: Base = "article"
    vague: bool = False
    """The words often mean no date ("these days"): only a tense nearby makes them one."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """One rule of a pack: its patterns and the fixed part of its meaning."""

    name: str
    op: Op
    patterns: tuple[Pattern, ...]
    toward: Toward
    unit: str
    amount: int
    sign: int
    base: Base
    guards: tuple[str, ...]
    vague: bool


@dataclass(frozen=True, slots=True)
class _Hit:
    """A rule that matched some symbols: one or more mentions, each `(first, end, ((slot, lexeme index), …))`."""

    rule: _Rule
    first: int
    end: int
    mentions: tuple[tuple[int, int, tuple[tuple[str, bool, int], ...]], ...]


class _Grammar:
    """The rules of one pack, compiled."""

    def __init__(self, pack: Pack) -> None:
        data = pack.topic("dates")
        rules: list[dict[str, Any]] = data.get("rules", [])
        cutter = DateWords(data, ())
        plain = {word for rule in rules for text in rule["patterns"] for word in words_of(text, cutter.split)}
        self.words = DateWords(data, plain)
        self.openers = frozenset(tokenise(form, pack)[0].key for form in self.words.trigger_forms)
        self.guards = Guards(data.get("guards", {}))
        self._by_first: dict[str, list[tuple[_Rule, Pattern]]] = {}
        for rule in (self._rule(raw) for raw in rules):
            for pattern in rule.patterns:
                for symbol in sorted(pattern.first):
                    self._by_first.setdefault(symbol, []).append((rule, pattern))
        self._remembered = lru_cache(maxsize=4096)(self._walk)

    def _rule(self, raw: dict[str, Any]) -> _Rule:
        op, toward, base = raw.get("op", "calendar"), raw.get("toward", ""), raw.get("base", "article")
        if op not in get_args(Op) or toward not in get_args(Toward) or base not in get_args(Base):
            raise ValueError(f"date rule {raw['name']!r}: unknown op, toward or base")
        return _Rule(
            name=raw["name"],
            op=op,
            patterns=tuple(compile_pattern(text, self.words.symbols, self.words.split) for text in raw["patterns"]),
            toward=toward,
            unit=raw.get("unit", ""),
            amount=int(raw.get("amount", "0")),
            sign=int(raw.get("sign", "1")),
            base=base,
            guards=tuple(raw.get("guards", ())),
            vague=raw.get("vague") == "true",
        )

    def hits(self, symbols: str) -> tuple[_Hit, ...]:
        """Return all that the rules match, best first. Phrases recur, so short ones are remembered."""
        return self._remembered(symbols) if len(symbols) <= _CACHED_LENGTH else self._walk(symbols)

    def _walk(self, symbols: str) -> tuple[_Hit, ...]:
        """Sort by where the mention begins; then the longest mention, the most context, the first rule is best.

        Overlaps stay in: a guard, which sees the text, may yet refuse the best.
        """
        found: list[tuple[tuple[int, int, int, int], _Hit]] = []
        for position, symbol in enumerate(symbols):
            for number, (rule, pattern) in enumerate(self._by_first.get(symbol, ())):
                match = pattern.regex.match(symbols, position)
                if match:
                    mentions = tuple(_mentions(pattern, match))
                    key = (mentions[0][0], -mentions[-1][1], position - match.end(), number)
                    found.append((key, _Hit(rule, position, match.end(), mentions)))
        return tuple(hit for _, hit in sorted(found, key=lambda item: item[0]))


def _mentions(pattern: Pattern, match: Any) -> Iterator[tuple[int, int, tuple[tuple[str, bool, int], ...]]]:
    filled = [(slot, match.start(slot.group)) for slot in pattern.slots if match.start(slot.group) >= 0]
    if not pattern.mentions:
        yield match.start(), match.end(), tuple((slot.category, slot.second, at) for slot, at in filled)
        return
    for group in pattern.mentions:
        first, end = match.span(group)
        if first >= 0:
            yield first, end, tuple((slot.category, slot.second, at) for slot, at in filled if first <= at < end)


@lru_cache(maxsize=8)
def _grammar(pack: Pack) -> _Grammar:
    return _Grammar(pack)


def may_hold_date(even_text: str, keys: Iterable[str], pack: Pack, start: int, end: int) -> bool:
    """Tell whether it is worth while to look for dates in `even_text[start:end]`, whose tokens have these keys."""
    return not _grammar(pack).openers.isdisjoint(keys) or _FIGURE.search(even_text, start, end) is not None


def find_expressions(even_text: str, pack: Pack, start: int = 0, end: int | None = None) -> list[DateExpression]:
    """Return the date expressions in `even_text[start:end]` (evened), in text order, without overlaps.

    Linear in the text, whatever it holds.
    """
    grammar = _grammar(pack)
    found: list[DateExpression] = []
    stop = len(even_text) if end is None else end
    for chunk in grammar.words.chunks(even_text, start, stop):
        free = 0
        for hit in grammar.hits("".join(lexeme.symbol for lexeme in chunk)):
            if hit.mentions[0][0] < free:
                continue
            span = (chunk[hit.first].start, chunk[hit.end - 1].end)
            if not all(grammar.guards.allow(name, even_text, *span) for name in hit.rule.guards):
                continue
            free = hit.mentions[-1][1]
            if hit.rule.op != "none":
                found += _expressions(hit, chunk, even_text)
    return found


def _expressions(hit: _Hit, chunk: Sequence[Lexeme], text: str) -> list[DateExpression]:
    made = []
    for first, end, slots in hit.mentions:
        values = [(category, second, chunk[at].values) for category, second, at in slots]
        start, stop = chunk[first].start, chunk[end - 1].end
        made.append(_express(hit.rule, start, stop, text[start:stop], values))
    return _share(made)


def _express(
    rule: _Rule, start: int, end: int, surface: str, slots: Sequence[tuple[str, bool, Values]]
) -> DateExpression:
    near: dict[str, int | str] = {}
    far: dict[str, int | str] = {}
    for category, second, values in slots:
        (far if second else near)[category] = values[category]
    toward = next((half[name] for half in (near, far) for name in ("toward", "towards") if name in half), rule.toward)
    return DateExpression(
        start=start,
        end=end,
        surface=surface,
        rule=rule.name,
        op=rule.op,
        parts=_parts(near),
        until=_until(near, far) if rule.op == "range" else None,
        toward=toward,  # type: ignore[arg-type]
        unit=str(near.get("unit", near.get("period", rule.unit))),
        amount=_amount(rule, near, str(toward)),
        base=rule.base,
        vague=rule.vague,
    )


def _amount(rule: _Rule, values: Values, toward: str) -> int:
    said = next((int(values[name]) for name in _AMOUNTS.get(rule.op, ()) if name in values), None)
    if rule.op == "period":
        return rule.amount or {"past": -1, "future": 1}.get(toward, 0)
    if said is None:
        return rule.amount
    if rule.op == "decade":
        return said // 10 * 10 + (0 if said >= 1000 else 1900)
    return said * rule.sign


def _parts(values: Values) -> DateParts:
    if "iso" in values:
        year, month, day = (int(part) for part in str(values["iso"]).split("-"))
        return DateParts(year, month, day)

    def first(*names: str) -> int | None:
        return next((int(values[name]) for name in names if name in values), None)

    short = first("old_year")
    return DateParts(
        first("year", "year_sure", "year_modern", "year_round") or (1900 + short if short else None),
        first("month", "month_bare"),
        first("day", "ordinal"),
        first("weekday", "weekday_bare"),
    )


def _until(near: Values, far: Values) -> DateParts:
    """Return the second half of an interval; in `1914-18` its century is that of the first."""
    parts = _parts(far)
    start = _parts(near).year
    if "short_year" in far and start:
        end = start // 100 * 100 + int(far["short_year"])
        return replace(parts, year=end if end >= start else end + 100)
    return parts


def _share(made: list[DateExpression]) -> list[DateExpression]:
    """Give the members of a list (`21, 22 and 23 November`) the month and year that only one of them names."""
    if len(made) < 2:
        return made
    month = next((item.parts.month for item in reversed(made) if item.parts.month), None)
    year = next((item.parts.year for item in reversed(made) if item.parts.year), None)
    return [
        replace(item, parts=replace(item.parts, month=item.parts.month or month, year=item.parts.year or year))
        if item.parts.day or item.parts.month
        else item
        for item in made
    ]


def absolute(expression: DateExpression) -> PartialDate | DateRange | None:
    """Return the date when the words say all of it; None when it must be counted, or is in no calendar."""
    parts = expression.parts
    if expression.op == "calendar" and parts.year:
        return calendar.partial(parts.year, parts.month, parts.day)
    if expression.op == "range" and expression.until:
        until = expression.until
        year = parts.year or until.year
        if year and until.year:
            first = calendar.partial(year, parts.month or (until.month if parts.day else None), parts.day)
            return calendar.interval(first, calendar.partial(until.year, until.month or parts.month, until.day))
    if expression.op == "decade":
        return calendar.interval(calendar.partial(expression.amount), calendar.partial(expression.amount + 9))
    if expression.op in ("season", "quarter") and parts.year:
        first_month = expression.amount if expression.op == "season" else 3 * expression.amount - 2
        return calendar.months(parts.year, first_month, 3)
    return None
