"""People: known names, and unknown ones from titles, roles, speech verbs and given names."""

from __future__ import annotations

from generator.model.reading import Mention
from generator.understanding.document import Document
from generator.understanding.gazetteer import Gazetteer


def find_people(
    document: Document,
    gazetteer: Gazetteer,
    organizations: tuple[Mention, ...],
    lands: tuple[Mention, ...],
) -> tuple[Mention, ...]:
    """Placeholder until its owner fills it."""
    return ()
