"""Dates, with relative ones counted from the article date or the last date said."""

from __future__ import annotations

from generator.model.reading import DateMention
from generator.understanding.document import Document


def find_dates(
    document: Document,
) -> tuple[DateMention, ...]:
    """Placeholder until its owner fills it."""
    return ()
