"""Dates: the exact value on the right words. `recall` is the share that is exact, `wrong` are spurious ones."""

from __future__ import annotations

from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.spans import iou, is_core, touches

SAME_WORDS = 0.5
"""Least overlap at which two spans are the same expression."""


def dates(case: Case) -> Sheet:
    """Score each date annotated against the one predicted date that covers it best."""
    sheet = Sheet()
    left = dict(enumerate(case.reading.dates))
    for wanted in case.gold.dates:
        if wanted.optional:
            continue
        number = max(left, key=lambda n: iou(left[n].span, wanted.span), default=None)
        best = left[number] if number is not None else None
        if best and (iou(best.span, wanted.span) < SAME_WORDS and not is_core(best.span, wanted.span)):
            best = None
        if best and number is not None:
            del left[number]
        if best and best.value in wanted.values:
            sheet.right += 1
        else:
            values = "/".join(sorted(wanted.values))
            sheet.miss(f"{case.words(wanted.span)} = {values}, got {best.value if best else 'nothing'}")
    neutral = [item.span for item in case.gold.dates if item.optional]
    for item in left.values():
        if not touches(item.span, neutral):
            sheet.add_wrong(f"{case.words(item.span)} = {item.value} in {case.around(item.span)}")
    return sheet
