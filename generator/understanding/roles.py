"""Who holds which office, for which country or organisation."""

from __future__ import annotations

from generator.model.reading import Mention, RoleMention
from generator.understanding.document import Document


def find_roles(
    document: Document,
    names: tuple[Mention, ...],
) -> tuple[RoleMention, ...]:
    """Placeholder until its owner fills it."""
    return ()
