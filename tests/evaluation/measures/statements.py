"""Statements: the words said, and who said them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.reading import Statement
from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.gold import GoldStatement
from tests.evaluation.spans import iou, shared

SAME_WORDS = 0.3
"""Least overlap at which two spans are the same statement."""


def statements(case: Case) -> Sheet:
    """Score the spans of the words said; a predicted statement answers one annotated one at most."""
    sheet = Sheet()
    pairs = list(_pairs(case))
    for wanted, found in pairs:
        if wanted.optional:
            continue
        if found:
            sheet.right += 1
        else:
            sheet.miss(f"{wanted.mode} {case.words(wanted.span)}")
    answers = {id(found) for _, found in pairs if found}
    for said in case.reading.statements:
        if id(said) not in answers:
            sheet.add_wrong(f"{said.mode} {case.words(said.span)} by {said.speaker}")
    return sheet


def speaker(case: Case) -> Sheet:
    """Score the speaker of the statements found whose speaker the text names. `recall` is the share that is right."""
    sheet = Sheet()
    for wanted, found in _pairs(case):
        if wanted.optional or not found or not wanted.speakers:
            continue
        if _is_right(case, found.speaker, wanted.speakers):
            sheet.right += 1
        else:
            sheet.miss(f"{case.words(found.span, 50)} by {wanted.speakers[0]}, got {found.speaker}")
    return sheet


def _pairs(case: Case) -> Iterator[tuple[GoldStatement, Statement | None]]:
    """Give each annotated statement, in order, the best predicted one that is left."""
    left = list(case.reading.statements)
    for wanted in case.gold.statements:
        best = max(left, key=lambda said: iou(said.span, wanted.span), default=None)
        if best and iou(best.span, wanted.span) >= SAME_WORDS:
            left = [said for said in left if said is not best]
            yield wanted, best
        else:
            yield wanted, None


def _is_right(case: Case, predicted: str | None, speakers: tuple[str | None, ...]) -> bool:
    if predicted is None:
        return False
    if case.person_of.get(predicted) in speakers:
        return True
    if speakers[0] in {person.id for person in case.gold.people}:
        return False
    spans = [
        mention.span
        for entity in (*case.gold.organizations, *case.gold.countries)
        if entity.id in speakers
        for mention in entity.mentions
    ]
    return any(shared(item.span, span) for item in case.reading.mentions if item.id == predicted for span in spans)
