"""Which tokens of a document mentions cover, and which mentions can stand beside each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from generator.model.reading import Mention
from generator.understanding.document import Document


def covered_tokens(document: Document, mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Return the mention of each token that begins inside one, by the token's start; the first of several wins."""
    starts = document.starts
    covered: dict[int, Mention] = {}
    done = 0
    for mention in sorted(mentions, key=lambda one: (one.start, one.end)):
        first = bisect_left(starts, mention.start, done)
        done = bisect_left(starts, mention.end, first)
        for start in starts[first:done]:
            covered[start] = mention
    return covered


def apart(ordered: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep, in the order given, each mention that overlaps none kept before it; return what is kept in text order."""
    starts: list[int] = []
    kept: list[Mention] = []
    for mention in ordered:
        place = bisect_right(starts, mention.start)
        if place and kept[place - 1].end > mention.start:
            continue
        if place < len(kept) and kept[place].start < mention.end:
            continue
        starts.insert(place, mention.start)
        kept.insert(place, mention)
    return tuple(kept)
