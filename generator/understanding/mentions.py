"""One reading per stretch of text: overlapping finds are settled, pins of the contributor win."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable

from generator.model.article import Pin
from generator.model.ids import KIND_OF_MENTION, kind_of
from generator.model.reading import Mention, MentionKind
from generator.understanding.document import Document
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.recorded import recorded_names

_KINDS: dict[str, MentionKind] = {
    "people": "person",
    "countries": "country",
    "organizations": "organization",
    "places": "place",
}
assert {kind: folder for folder, kind in _KINDS.items()} == KIND_OF_MENTION


def settle(
    document: Document,
    gazetteer: Gazetteer,
    people: tuple[Mention, ...],
    organizations: tuple[Mention, ...],
    lands: tuple[Mention, ...],
) -> tuple[Mention, ...]:
    """Return the finds without overlaps, in text order.

    Of overlapping finds the longer wins, then a recorded name over a found one, then the surer. A pin wins over
    all; one that names no entity removes what is there.
    """
    recorded = recorded_names(gazetteer).ids
    pins = document.article.pins
    pinned = [mention for pin in pins if (mention := _pinned(document, gazetteer, pin))]
    blocked = sorted((pin.start, pin.end) for pin in pins)

    def rank(mention: Mention) -> tuple[int, bool, float, int, str, str]:
        return (
            mention.start - mention.end,
            mention.id not in recorded,
            -mention.confidence,
            mention.start,
            mention.kind,
            mention.id or "",
        )

    found = sorted((*people, *organizations, *lands), key=rank)
    return tuple(sorted([*pinned, *_without_overlaps(found, blocked)], key=lambda one: (one.start, one.end)))


def _without_overlaps(ranked: Iterable[Mention], blocked: list[tuple[int, int]]) -> list[Mention]:
    """Keep each mention that shares no character with a better one or a blocked span; `blocked` is sorted."""
    kept: list[Mention] = []
    taken = list(blocked)
    for mention in ranked:
        place = bisect_left(taken, (mention.start, mention.end))
        if place and taken[place - 1][1] > mention.start:
            continue
        if place < len(taken) and taken[place][0] < mention.end:
            continue
        insort(taken, (mention.start, mention.end))
        kept.append(mention)
    return kept


def _pinned(document: Document, gazetteer: Gazetteer, pin: Pin) -> Mention | None:
    """Return the mention a pin makes; None for one that names no entity, or an event, which is no mention."""
    kind = _KINDS.get(kind_of(pin.id)) if pin.id else None
    if pin.id is None or kind is None:
        return None
    surface = document.article.text[pin.start : pin.end]
    entry = recorded_names(gazetteer).by_id.get(pin.id)
    return Mention(
        start=pin.start,
        end=pin.end,
        surface=surface,
        kind=kind,
        id=pin.id,
        name=entry.name if entry else surface,
        country=entry.country if entry else None,
    )
