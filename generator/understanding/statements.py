"""Who is reported to have said what, directly or indirectly."""

from __future__ import annotations

from generator.model.reading import Mention, Statement
from generator.understanding.document import Document


def find_statements(
    document: Document,
    mentions: tuple[Mention, ...],
) -> tuple[Statement, ...]:
    """Placeholder until its owner fills it."""
    return ()
