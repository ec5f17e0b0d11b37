"""The figures of a report: which statistic of which measure, its goal, and how sure it is."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from tests.evaluation.counts import Counts
from tests.evaluation.scoring import ArticleScore, total

LAG: Final = 0.08
"""How far below a goal one language alone may stay."""
RESAMPLES: Final = 1000
SEED: Final = 20231

Statistic = Literal["F", "precision", "recall", "exact", "right", "spurious per article", "per article"]
_OF: Final[dict[Statistic, Callable[[Counts], float | None]]] = {
    "F": lambda counts: counts.f,
    "precision": lambda counts: counts.precision,
    "recall": lambda counts: counts.recall,
    "exact": lambda counts: counts.recall,
    "right": lambda counts: counts.recall,
    "spurious per article": lambda counts: counts.wrong_per_article,
    "per article": lambda counts: counts.wrong_per_article,
}
_LOW_IS_GOOD: Final = frozenset({"spurious per article", "per article"})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a report. `goal` is the least value, or the most where a low value is good."""

    label: str
    measure: str
    statistic: Statistic
    goal: float | None = None

    @property
    def low_is_good(self) -> bool:
        """Tell whether the goal is an upper bound."""
        return self.statistic in _LOW_IS_GOOD

    def value(self, counts: Counts) -> float | None:
        """Return the statistic; None where nothing was there to measure."""
        return _OF[self.statistic](counts)

    def meets(self, value: float | None, slack: float = 0.0) -> bool:
        """Tell whether a value reaches the goal, or comes as near as `slack`; True without goal or value."""
        if self.goal is None or value is None:
            return True
        return value <= self.goal + slack if self.low_is_good else value >= self.goal - slack


ROWS: Final = (
    Row("people of two or more name parts", "people", "F", 0.90),
    Row("person mentions, linked to the right person", "person_mentions", "F", 0.88),
    Row("country mentions", "countries", "precision", 0.95),
    Row("country mentions", "countries", "recall", 0.90),
    Row("country pages", "country_pages", "F"),
    Row("organisations", "organizations", "F", 0.75),
    Row("places", "places", "F"),
    Row("dates", "dates", "exact", 0.85),
    Row("dates", "dates", "spurious per article", 0.2),
    Row("statements", "statements", "F", 0.80),
    Row("speaker of statements found", "speaker", "right", 0.65),
    Row("roles: person, office, country", "roles", "F", 0.65),
    Row("main events: type, date, participants", "main_events", "F", 0.50),
    Row("false pages of people", "false_person_pages", "per article"),
    Row("false pages of countries", "false_country_pages", "per article"),
    Row("false pages", "false_pages", "per article", 0.3),
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One row measured: over all articles with its 95 % interval, and by language."""

    row: Row
    counts: Counts
    value: float | None
    low: float | None
    high: float | None
    by_language: dict[str, Counts]

    def of(self, language: str) -> float | None:
        """Return the value of one language."""
        return self.row.value(self.by_language[language])

    @property
    def missed(self) -> bool:
        """Tell whether the goal is missed over all articles, or by more than `LAG` in one language."""
        return not self.row.meets(self.value) or bool(self.lagging)

    @property
    def lagging(self) -> tuple[str, ...]:
        """Return the languages that stay more than `LAG` below the goal; rates per article have no such rule."""
        if self.row.low_is_good:
            return ()
        return tuple(language for language in self.by_language if not self.row.meets(self.of(language), LAG))


def measure_rows(scores: Sequence[ArticleScore], resamples: int = RESAMPLES) -> tuple[Figure, ...]:
    """Return every row's figure. Deterministic: the resampling has a fixed seed."""
    languages = list(dict.fromkeys(score.language for score in scores))
    samples = _samples(scores, resamples)
    figures = []
    for row in ROWS:
        values = sorted(value for sample in samples if (value := row.value(total(sample, row.measure))) is not None)
        counts = total(scores, row.measure)
        by_language = {
            language: total((score for score in scores if score.language == language), row.measure)
            for language in languages
        }
        low, high = (_quantile(values, 0.025), _quantile(values, 0.975)) if values else (None, None)
        figures.append(Figure(row, counts, row.value(counts), low, high, by_language))
    return tuple(figures)


def _samples(scores: Sequence[ArticleScore], number: int) -> list[list[ArticleScore]]:
    """Draw articles with replacement, as many of each language as there are."""
    chance = random.Random(SEED)
    groups: dict[str, list[ArticleScore]] = {}
    for score in scores:
        groups.setdefault(score.language, []).append(score)
    return [
        [drawn for group in groups.values() for drawn in chance.choices(group, k=len(group))] for _ in range(number)
    ]


def _quantile(values: Sequence[float], share: float) -> float:
    return values[min(len(values) - 1, int(share * len(values)))]
