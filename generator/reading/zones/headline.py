"""Which line of a page is the headline of its article."""

from __future__ import annotations

from generator.model.article import ZoneKind
from generator.reading.zones.region import Lines


def find_headline(lines: Lines, first: int, last: int) -> int | None:
    """Return the number of the headline of the body `first`..`last`; None where no line looks like one."""
    for number, named in enumerate(lines.known):
        if named is not None and named[0] is ZoneKind.TITLE:
            return number
    if last < 0:
        return 0 if len(lines.blocks) > 1 and _title_like(lines, 0) else None
    words = _body_stems(lines, first, last)
    candidates = [number for number in range(first) if _title_like(lines, number)]
    if not candidates:
        alone = first < last and lines.blocks[first].words * 2 < lines.blocks[first + 1].words
        return first if alone and _title_like(lines, first) and not lines.blocks[first].prose else None
    if candidates[0] == 0 and _shared_with(lines, 0, words) >= 2:
        return 0
    scores = {number: _title_score(lines, number, words) for number in candidates}
    best = max(scores.values())
    # Of lines that fit about as well, the one nearest to the text: headlines of other stories stand above.
    return max(number for number in candidates if scores[number] >= best - 0.01)


def _title_like(lines: Lines, number: int) -> bool:
    block, its = lines.blocks[number], lines.marks[number]
    if lines.known[number] is not None or its.group or its.caption or its.date or block.bullet:
        return False
    if not 2 <= block.words <= 32 or block.parts > 2:
        return False
    return not block.text.endswith((".", ";", ",", ":")) or block.text.endswith(("...", "…"))


def _body_stems(lines: Lines, first: int, last: int) -> frozenset[str]:
    return frozenset(
        word[:5] for block in lines.blocks[first : last + 1] for word in block.key.split() if len(word) > 3
    )


def _title_score(lines: Lines, number: int, body: frozenset[str]) -> float:
    block = lines.blocks[number]
    shared = _shared_with(lines, number, body)
    shouted = block.text.isupper() and block.words < 4
    return shared * 2 + min(block.words, 12) * 0.5 + (block.stop > 0) + (block.parts == 1) - 3 * shouted


def _shared_with(lines: Lines, number: int, body: frozenset[str]) -> int:
    return sum(word[:5] in body for word in lines.blocks[number].key.split() if len(word) > 3)
