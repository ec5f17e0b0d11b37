"""One reading per stretch of text: overlapping finds are settled, pins of the contributor win."""

from __future__ import annotations

from generator.model.reading import Mention
from generator.understanding.document import Document


def settle(
    document: Document,
    people: tuple[Mention, ...],
    organizations: tuple[Mention, ...],
    lands: tuple[Mention, ...],
) -> tuple[Mention, ...]:
    """Placeholder until its owner fills it."""
    return tuple(sorted((*people, *organizations, *lands), key=lambda mention: (mention.start, -mention.end)))
