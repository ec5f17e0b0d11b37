"""Judgements for `judgements.yml`, ready to be decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.drafts.yamltext import Value, block
from generator.model.dates import PartialDate
from generator.model.ids import slug_of
from generator.reading.records.schema import DECISIONS

JUDGEMENTS: Final = "judgements.yml"
"""The file below the content folder that holds the list."""


def judgement_draft(
    decision: str,
    *,
    ids: Sequence[str] = (),
    surface: str | None = None,
    article: str | None = None,
    reason: str,
    date: PartialDate | None = None,
) -> str:
    """Return one item of the list in `judgements.yml`, its lines each ending in a newline.

    It is about complete `ids`, about the words `surface` (of one `article`, by id, or of all), or both. Without a date
    (nothing here reads the clock) a comment asks for the day of the decision.

    Raises:
        ValueError: there is no such decision, or it says of nothing.
    """
    if decision not in DECISIONS or not (ids or surface):
        raise ValueError(f"no judgement: {decision!r} of {ids!r}, {surface!r}")
    keys: dict[str, Value] = {
        "decision": decision,
        "ids": list(ids),
        "surface": surface or "",
        "article": slug_of(article) if article else "",
        "reason": reason,
        "date": str(date) if date else "",
    }
    lines = block(keys, "  ")
    asked = "" if date else "  # date: the day you decide, such as 2026-11-23\n"
    return f"- {lines.lstrip()}{asked}"
