"""Main events: type, date, people and countries of what an article is mostly about."""

from __future__ import annotations

from generator.model.reading import FoundEvent
from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.gold import GoldEvent

MOST = 3
"""How many main events of an article are looked at."""


def main_events(case: Case) -> Sheet:
    """Score the predicted main events. One that is an annotated event, though no main one, is neutral."""
    sheet = Sheet()
    predicted = [event for event in case.reading.events if event.main][:MOST]
    got = [(event.type, event.date) for event in predicted]
    for wanted in case.gold.events:
        if not wanted.main or wanted.optional:
            continue
        if any(_fits(case, wanted, event) for event in predicted):
            sheet.right += 1
        else:
            sheet.miss(f"{'/'.join(sorted(wanted.types))} {wanted.dates} {wanted.label[:60]!r}, got {got}")
    for event in predicted:
        if not any(_fits(case, wanted, event) for wanted in case.gold.events):
            sheet.add_wrong(f"{event.type} {event.date} {event.participants} {case.words(event.span)}")
    return sheet


def _fits(case: Case, wanted: GoldEvent, event: FoundEvent) -> bool:
    people = {case.person_of.get(key) for key in event.participants}
    countries = {code.upper() for code in event.countries}
    return (
        event.type.upper() in wanted.types
        and _dated(wanted, event.date or "")
        and (not wanted.people or len(wanted.people & people) * 2 >= len(wanted.people))
        and len(people - wanted.people - wanted.allowed_people) <= len(wanted.people) + 2
        and (not wanted.countries or bool((wanted.countries | wanted.allowed_countries) & countries))
    )


def _dated(wanted: GoldEvent, date: str) -> bool:
    """Tell whether a date says at least the month and contradicts no right answer; finer than asked is fine."""
    if not wanted.dates:
        return True
    if not date:
        return wanted.undated_ok
    return any(date.startswith(right) or (right.startswith(date) and len(date) >= 7) for right in wanted.dates)
