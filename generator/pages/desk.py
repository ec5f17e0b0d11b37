"""The review desk as pages ask for it: its queues, where an entry stands in them, what is open about one page."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Final

from generator.knowledge.disagreements import Disagreement
from generator.model.site import NearPair, Site
from generator.review import Item, Material, build_desk

DESK_LIMIT: Final = 50
"""Most entries of one queue that its page shows: who settles these sees the next ones."""


class Desk:
    """Look-ups of one site, each made when it is first asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def _material(self) -> Material:
        return Material(self._site)

    @cached_property
    def queues(self) -> Mapping[str, tuple[Item, ...]]:
        """The queues of the review desk with their entries."""
        return build_desk(self._site, self._material)

    @cached_property
    def _shown(self) -> frozenset[tuple[str, str]]:
        return frozenset((name, item.key) for name, items in self.queues.items() for item in items[:DESK_LIMIT])

    def anchor(self, queue: str, key: str) -> str:
        """Return the anchor of an entry in the page of its queue; empty where the page does not show it yet."""
        return key if (queue, key) in self._shown else ""

    @cached_property
    def disagreements_of(self) -> Mapping[str, tuple[Disagreement, ...]]:
        """Id of a page -> what its sources do not agree on."""
        found: dict[str, list[Disagreement]] = {}
        for one in self._material.disagreements:
            for subject in one.subjects:
                found.setdefault(subject, []).append(one)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def near_pairs_of(self) -> Mapping[str, tuple[NearPair, ...]]:
        """Id of a person -> the pairs it is in, of persons who may be one."""
        found: dict[str, list[NearPair]] = {}
        for pair in self._site.near_pairs:
            for key in (pair.first, pair.second):
                found.setdefault(key, []).append(pair)
        return {key: tuple(pairs) for key, pairs in found.items()}
