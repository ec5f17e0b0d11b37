"""Which tokens of a document mentions cover."""

from __future__ import annotations

from bisect import bisect_left
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
