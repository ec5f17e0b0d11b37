"""Countries: every mention with its ISO code, and the set of country pages an article feeds."""

from __future__ import annotations

from generator.model.text import Span
from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.spans import shared, touches


def _wanted(case: Case) -> list[tuple[Span, str]]:
    return [
        (mention.span, country.code)
        for country in case.gold.countries
        for mention in country.mentions
        if country.code and not mention.optional
    ]


def _neutral(case: Case) -> tuple[Span, ...]:
    free = [
        mention.span
        for country in case.gold.countries
        for mention in country.mentions
        if mention.optional or not country.code
    ]
    return (*case.gold.neutral, *free)


def countries(case: Case) -> Sheet:
    """Score the mention spans with the right ISO code; a capital that is only a place is no country."""
    sheet = Sheet()
    predicted = case.mentions("country")
    used: set[int] = set()
    for span, code in _wanted(case):
        fitting = [
            n for n, item in enumerate(predicted) if shared(item.span, span) and (item.country or "").upper() == code
        ]
        if fitting:
            sheet.right += 1
            used.update(fitting)
        else:
            sheet.miss(f"{case.words(span)} {code} in {case.around(span)}")
    neutral = _neutral(case)
    for number, item in enumerate(predicted):
        if number not in used and not touches(item.span, neutral):
            sheet.add_wrong(f"{case.words(item.span)} {item.country} in {case.around(item.span)}")
    return sheet


def country_pages(case: Case) -> Sheet:
    """Score the set of countries the article speaks of."""
    sheet = Sheet()
    neutral = _neutral(case)
    wanted = {code for _, code in _wanted(case)}
    predicted = {(item.country or "").upper() for item in case.mentions("country") if not touches(item.span, neutral)}
    sheet.right = len(wanted & predicted)
    for code in sorted(wanted - predicted):
        sheet.miss(code)
    for code in sorted(predicted - wanted):
        sheet.add_wrong(code or "a country without code")
    return sheet
