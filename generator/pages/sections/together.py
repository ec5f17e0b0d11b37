"""The section about who and what is named in the same sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model.ids import KIND_OF_MENTION, kind_of
from generator.model.site import Backlink, Evidence
from generator.pages.markdown import Md
from generator.pages.writer import Writer

NEIGHBOURS = 12
"""Most entities of one kind listed as named in the same sentences."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity named in the same sentences, how often, and the newest of them."""

    entity: Md
    count: int
    marks: Md


def shared_sentences(
    w: Writer, subject: str, backlinks: Iterable[Backlink], kind: str = ""
) -> dict[str, list[Evidence]]:
    """Return the entities, of one kind or of all, named in the same sentences as `subject`, newest article first."""
    rank = w.build.rank
    sentences = sorted({(rank[item.article], item.article, item.sentence) for item in backlinks})
    shared: dict[str, list[Evidence]] = {}
    for _, article, index in sentences:
        there = w.build.all_mentions(article, index)
        for entity in dict.fromkeys(w.build.target(mention) for mention in there):
            if entity and entity != subject and (not kind or kind_of(entity) == kind):
                shared.setdefault(entity, []).append(Evidence(article, index))
    return shared


def named_together(
    w: Writer, subject: str, backlinks: Iterable[Backlink], *without: str
) -> dict[str, tuple[Neighbour, ...]]:
    """Return, by kind, the entities named in the same sentences as `subject`, the most frequent first.

    Kinds in `without` are left out.
    """
    shared = shared_sentences(w, subject, backlinks)
    groups: dict[str, list[str]] = {kind: [] for kind in KIND_OF_MENTION.values()}
    for entity in sorted(shared, key=lambda key: (-len(shared[key]), key)):
        groups.setdefault(kind_of(entity), []).append(entity)
    return {
        kind: tuple(
            Neighbour(w.to(entity), len(shared[entity]), w.marks(shared[entity][:3])) for entity in found[:NEIGHBOURS]
        )
        for kind, found in groups.items()
        if found and kind not in without
    }
