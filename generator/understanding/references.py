"""Role phrases and pronouns, resolved where safe."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.reading import Mention, RoleMention
from generator.understanding.document import Document
from generator.understanding.lexicon.people import people_words
from generator.understanding.people.pronouns import find_pronouns
from generator.understanding.roles.phrases import phrase_reader
from generator.understanding.roles.references import find_role_references


def resolve_references(
    document: Document,
    names: tuple[Mention, ...],
    roles: tuple[RoleMention, ...],
) -> tuple[Mention, ...]:
    """Return `names` with the role phrases and pronouns that mean a person of them, in text order.

    These have form `role`. What could mean several persons is left out.
    """
    words = people_words(document.pack)
    reader = phrase_reader(document, names, words)
    phrases = find_role_references(document, names, roles, reader, words)
    if not phrases:
        return _sorted((*names, *reader.pronouns))
    named = _sorted((*names, *phrases))
    return _sorted((*named, *find_pronouns(document, named, words)))


def _sorted(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.kind)))
