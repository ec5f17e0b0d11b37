"""Words that tell another kind of event beside others: a fire kills, a party wins an election, a report is released."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from generator.language.tokens import Token
from generator.understanding.events.triggers import Trigger
from generator.understanding.lexicon.events import EventRules, Recast

_REACH = 12
"""Tokens to either side of a trigger within which another word may change what it tells."""


def recast(tokens: Sequence[Token], triggers: Sequence[Trigger], rules: EventRules) -> list[Trigger]:
    """Return the triggers of one sentence, each with the group that its neighbours make of it."""
    if not rules.recasts:
        return list(triggers)
    ordered = sorted(triggers, key=lambda one: one.first)
    firsts = [one.first for one in ordered]
    made = []
    for trigger in triggers:
        begin, end = bisect_left(firsts, trigger.last - _REACH), bisect_right(firsts, trigger.last + _REACH)
        made.append(_recast(tokens, trigger, ordered[begin:end], rules))
    return made


def _recast(tokens: Sequence[Token], trigger: Trigger, around: Sequence[Trigger], rules: EventRules) -> Trigger:
    for rule in rules.recasts.get(trigger.group.family, ()):
        if _fits(tokens, trigger, around, rule):
            return replace(trigger, group=rule.group)
    return trigger


def _fits(tokens: Sequence[Token], trigger: Trigger, around: Sequence[Trigger], rule: Recast) -> bool:
    if rule.forms and tokens[trigger.first].key not in rule.forms:
        return False
    near = [other.group.family for other in around if other is not trigger]
    if any(family in rule.unless for family in near):
        return False
    if any(family in rule.beside for family in near):
        return True
    begin, end = max(0, trigger.first - _REACH), trigger.last + _REACH + 1
    return bool(rule.words) and any(token.key in rule.words for token in tokens[begin:end])
