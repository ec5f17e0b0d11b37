"""How a cost grows with the size of its input."""

from __future__ import annotations

import math


def exponent(small: float, large: float, ratio: float) -> float | None:
    """Return k where the cost grows with the k-th power of the size: 1 is linear. None where there was no cost.

    `ratio` is the larger size over the smaller one.
    """
    return math.log(large / small) / math.log(ratio) if small > 0 and large > 0 else None
