"""Organisations: known ones, acronyms introduced in the text, names built on head nouns."""

from __future__ import annotations

from generator.model.reading import Mention
from generator.understanding.document import Document
from generator.understanding.gazetteer import Gazetteer


def find_organizations(
    document: Document,
    gazetteer: Gazetteer,
) -> tuple[Mention, ...]:
    """Placeholder until its owner fills it."""
    return ()
