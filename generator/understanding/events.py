"""Events: type, date, place, participants and the part they play."""

from __future__ import annotations

from generator.model.reading import DateMention, FoundEvent, Mention, RoleMention, Statement
from generator.understanding.document import Document


def find_events(
    document: Document,
    mentions: tuple[Mention, ...],
    dates: tuple[DateMention, ...],
    roles: tuple[RoleMention, ...],
    statements: tuple[Statement, ...],
) -> tuple[FoundEvent, ...]:
    """Placeholder until its owner fills it."""
    return ()
