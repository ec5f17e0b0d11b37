"""How much two stretches of a text have in common."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.text import Span


def shared(one: Span, other: Span) -> int:
    """Return the number of characters both cover."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def iou(one: Span, other: Span) -> float:
    """Return shared over united length, 0 to 1."""
    common = shared(one, other)
    return common / (len(one) + len(other) - common) if common else 0.0


def touches(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether `span` shares a character with any of the others."""
    return any(shared(span, other) for other in others)


def is_core(part: Span, whole: Span) -> bool:
    """Tell whether `part` lies inside `whole` and is at least two fifths of it."""
    return whole.contains(part) and len(part) * 2.5 >= len(whole)
