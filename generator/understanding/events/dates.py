"""Which date of a sentence is the date of an event it tells."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.tokens import Token
from generator.model.dates import PartialDate
from generator.model.reading import DateMention
from generator.understanding.events.scene import date_range
from generator.understanding.events.triggers import Trigger
from generator.understanding.lexicon.events import EventRules

_BOUNDARY, _SIGN, _COMMA, _TRIGGER, _OWNED, _LIMIT, _FUTURE, _OPENING = 8, 1, 6, 5, 10, 20, 30, 18
"""What it costs a date, in tokens, that a clause border, a sign or another event stands between it and a trigger, that
it stands right beside another event, that it is a term, or to come when the event is past; and what it gains by
opening the sentence."""
_FAR, _NOUN_FAR = 45, 16
"""The most a date may cost: a noun has its date near, a verb takes that of its sentence."""
_BESIDE = 3
"""Tokens within which a date belongs to an event first of all."""


def event_date(
    tokens: Sequence[Token],
    trigger: Trigger,
    clause: tuple[int, int],
    dates: Sequence[tuple[DateMention, int, int]],
    triggers: Sequence[Trigger],
    today: PartialDate | None,
    rules: EventRules,
) -> tuple[str | None, bool]:
    """Return the date of the nearest date expression, and whether it stands in the trigger's own clause."""
    best: tuple[int, int, str] | None = None
    finest: tuple[int, int, str] | None = None
    for date, first, last in dates:
        cost = _distance(tokens, trigger, first, last, triggers, rules)
        if today and not (trigger.planned or trigger.noun) and date_range(date.value).first_day() > today.last_day():
            cost += _FUTURE
        if best is None or (cost, first) < best[:2]:
            best = (cost, first, date.value)
        if cost <= _NOUN_FAR and (finest is None or len(date.value) > len(finest[2])):
            finest = (cost, first, date.value)
    if best is None or best[0] > (_NOUN_FAR if trigger.noun else _FAR):
        return None, False
    if finest and finest[2].startswith(best[2]):
        best = finest
    return best[2], clause[0] <= best[1] <= clause[1] or best[1] <= _BESIDE


def _distance(
    tokens: Sequence[Token], trigger: Trigger, first: int, last: int, triggers: Sequence[Trigger], rules: EventRules
) -> int:
    """Return how far a date is from a trigger, in tokens and obstacles."""
    begin, end = (last + 1, trigger.first) if last < trigger.first else (trigger.last + 1, first)
    cost = max(0, end - begin)
    if cost > _FAR:
        return cost
    for token in tokens[begin:end]:
        if token.key in rules.borders:
            cost += _BOUNDARY if token.kind == "word" or token.text in ";:" else _SIGN
    for other in triggers:
        if other is trigger:
            continue
        cost += _TRIGGER * (begin <= other.first < end and not other.noun)
        cost += _claim_of(tokens, other, trigger, first, rules)
    if first <= _BESIDE and not trigger.noun:
        cost -= _OPENING
    elif last < trigger.first and any(token.text == "," for token in tokens[begin:end]):
        cost += _COMMA
    limited = any(token.key in rules.limits for token in tokens[max(0, first - 2) : first + 1])
    return cost + (_LIMIT if limited else 0)


def _claim_of(tokens: Sequence[Token], other: Trigger, trigger: Trigger, first: int, rules: EventRules) -> int:
    """Return what it costs to take a date from beside another event; `elections of 17 June` never lend theirs."""
    gap = first - other.last - 1
    if not 0 <= gap <= _BESIDE or other.group.family == trigger.group.family:
        return 0
    if other.noun and any(token.key in rules.attributive for token in tokens[other.last + 1 : first]):
        return 2 * _FAR
    nearer = trigger.last >= first or other.last > trigger.last
    return _OWNED if nearer else 0
