"""Short names, role phrases and pronouns, resolved where safe."""

from __future__ import annotations

from generator.model.reading import Mention, RoleMention
from generator.understanding.document import Document


def resolve_references(
    document: Document,
    names: tuple[Mention, ...],
    roles: tuple[RoleMention, ...],
) -> tuple[Mention, ...]:
    """Placeholder until its owner fills it."""
    return names
