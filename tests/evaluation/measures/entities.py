"""Organisations and places: the mention spans of a kind."""

from __future__ import annotations

from collections.abc import Iterable

from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.gold import GoldEntity
from tests.evaluation.spans import touches


def organizations(case: Case) -> Sheet:
    """Score the mentions of organisations."""
    return _of_kind(case, case.gold.organizations, "organization")


def places(case: Case) -> Sheet:
    """Score the mentions of places."""
    return _of_kind(case, case.gold.places, "place")


def _of_kind(case: Case, entities: Iterable[GoldEntity], kind: str) -> Sheet:
    sheet = Sheet()
    marked = [mention for entity in entities for mention in entity.mentions]
    wanted = [mention.span for mention in marked if not mention.optional]
    neutral = [mention.span for mention in marked if mention.optional] + list(case.gold.neutral)
    predicted = [item.span for item in case.mentions(kind)]
    for span in wanted:
        if touches(span, predicted):
            sheet.right += 1
        else:
            sheet.miss(f"{case.words(span)} in {case.around(span)}")
    for span in predicted:
        if not touches(span, wanted) and not touches(span, neutral):
            sheet.add_wrong(f"{case.words(span)} in {case.around(span)}")
    return sheet
