"""Whose a body is that every state has (`le ministère de la Santé`), where the article is about one country only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.language.countries import country_by_code
from generator.model.ids import make_id, slugify
from generator.model.reading import Mention

_CLEAR = 3
"""How many times as often as any other a country must be named for the bodies without owner to be its own."""
_TWICE = 2


def with_owner(names: Sequence[Mention], language: str) -> tuple[Mention, ...]:
    """Return the mentions, bodies without an owner given to the country that the article clearly is about."""
    counts = Counter(one.country for one in names if one.kind == "country" and one.country).most_common(2)
    if not counts or counts[0][1] < _TWICE or (len(counts) > 1 and counts[0][1] < _CLEAR * counts[1][1]):
        return tuple(names)
    info = country_by_code(counts[0][0] or "")
    if info is None:
        return tuple(names)
    land = info.names.get(language, (info.slug,))[0]
    return tuple(
        replace(one, id=make_id("organizations", slugify(f"{one.name} {info.slug}")), name=f"{one.name} ({land})")
        if one.kind == "organization" and one.id is None and not one.candidates and slugify(one.name)
        else one
        for one in names
    )
