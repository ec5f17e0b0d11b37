"""Which tokens of a document mentions cover."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from generator.model.reading import Mention
from generator.understanding.document import Document


def covered_tokens(document: Document, mentions: Iterable[Mention]) -> dict[int, Mention]:
    """Return the mention of each token that begins inside one, by the token's start; the first of several wins."""
    starts = [token.start for token in document.tokens]
    covered: dict[int, Mention] = {}
    done = 0
    for mention in sorted(mentions, key=lambda one: (one.start, one.end)):
        index = max(done, bisect_left(starts, mention.start, done))
        while index < len(starts) and starts[index] < mention.end:
            covered[starts[index]] = mention
            index += 1
        done = index
    return covered
