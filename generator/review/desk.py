"""The review desk: all queues in the order in which they are best worked on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Final

from generator.model.site import Site
from generator.review import claims, gaps, names, unwritten
from generator.review.items import Item
from generator.review.places import Material

QUEUES: Final[Mapping[str, Callable[[Material], tuple[Item, ...]]]] = MappingProxyType(
    {
        "names": names.ambiguous,
        "pairs": names.pairs,
        "contradictions": claims.contradictions,
        "dates": gaps.dates,
        "unsourced": gaps.unsourced,
        "missing": gaps.missing,
        "people": partial(unwritten.entities, kind="people"),
        "organizations": partial(unwritten.entities, kind="organizations"),
        "events": unwritten.events,
        "outlets": unwritten.outlets,
        "places": partial(unwritten.entities, kind="places"),
        "countries": partial(unwritten.entities, kind="countries"),
        "mentioned": names.mentioned,
        "single-source": claims.single,
    }
)
"""Name of each queue, which is also its address below `/review/`, and what fills it."""


def build_desk(site: Site, material: Material | None = None) -> Mapping[str, tuple[Item, ...]]:
    """Return every queue with its entries, empty ones too. A pure function of the site.

    `material` is what has been looked up of this site already.
    """
    material = material or Material(site)
    return {name: fill(material) for name, fill in QUEUES.items()}
