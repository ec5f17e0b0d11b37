"""Word overlap of two texts, and the averages of it that the field reports."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from tests.evaluation.counts import Counts

SHINGLE: Final = 4
"""Words of a shingle, as the article-extraction-benchmark counts them."""
RESAMPLES: Final = 1000
SEED: Final = 20231
_WORD: Final = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Average:
    """Precision and recall averaged over texts, their harmonic mean, and the mean of each text's own F."""

    precision: float
    recall: float
    f: float
    mean_f: float


def words(text: str) -> list[str]:
    """Return the words of a text as they are written; signs are no words."""
    return _WORD.findall(text)


def overlap(found: str, wanted: str, size: int = 1) -> Counts:
    """Count the runs of `size` words that two texts share, each as often as it occurs in both.

    A text shorter than `size` is one run. With `size` 1 the order of words plays no part.
    """
    have, want = _runs(found, size), _runs(wanted, size)
    right = (have & want).total()
    return Counts(right, have.total() - right, want.total() - right, 1)


def _runs(text: str, size: int) -> Counter[tuple[str, ...]]:
    all_words = words(text)
    if not all_words:
        return Counter()
    return Counter(tuple(all_words[at : at + size]) for at in range(max(1, len(all_words) - size + 1)))


def average(texts: Sequence[Counts]) -> Average:
    """Average over texts, long and short alike.

    As the benchmark has it: precision over the texts for which anything was found, recall over those in which
    anything was wanted, F from these two. A text with nothing wanted and nothing found says nothing.
    """
    precision = _mean(text.precision for text in texts)
    recall = _mean(text.recall for text in texts)
    return Average(precision, recall, harmonic(precision, recall), _mean(text.f for text in texts))


def pooled(texts: Sequence[Counts]) -> Average:
    """Add the counts of all texts up first, so that every word weighs the same; `mean_f` is still by text."""
    total = sum(texts, Counts())
    return Average(total.precision or 0.0, total.recall or 0.0, total.f or 0.0, _mean(text.f for text in texts))


def harmonic(one: float, other: float) -> float:
    """Return the harmonic mean; 0 where both are 0."""
    return 2 * one * other / (one + other) if one + other else 0.0


def interval(
    texts: Sequence[Counts], statistic: Callable[[Sequence[Counts]], float], resamples: int = RESAMPLES
) -> tuple[float, float]:
    """Return the 95 % interval of a bootstrap over texts. Deterministic: the seed is fixed.

    Raises:
        ValueError: there is no text.
    """
    if not texts:
        raise ValueError("no text to draw from")
    chance = random.Random(SEED)
    values = sorted(statistic(chance.choices(texts, k=len(texts))) for _ in range(resamples))
    return values[int(0.025 * resamples)], values[min(resamples - 1, int(0.975 * resamples))]


def _mean(values: Iterable[float | None]) -> float:
    known = [value for value in values if value is not None]
    return fmean(known) if known else 0.0
