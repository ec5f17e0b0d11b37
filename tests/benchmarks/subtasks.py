"""Where the time of understanding one article goes, by sub-task of the pipeline, and how it grows with the text."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from types import FunctionType
from typing import Any, Final
from unittest import mock

from generator.model.article import Article
from generator.understanding import pipeline
from generator.understanding.gazetteer import Gazetteer
from tests.benchmarks.growth import exponent
from tests.support import article

STANDARD_BYTES: Final = 4400
"""Size of the article that the goal for speed is said for."""

HOSTILE: Final = {
    "names without end": "Aba Bebo Cido ",
    "initials": "A. B. C. ",
    "opened quotes": "« “ ",
    "quotes in quotes": "« a dit “oui”, » ",
    "particles": "de la van der ",
    "dates": "31 juillet 2023 et ",
    "roles": "ministre de la Défense du président de la République ",
    "said": "a déclaré que ",
    "brackets": "((((",
    "short sentences": "Il a dit. ",
    "one letter": "a",
    "commas": "Aba, Bebo, ",
}
"""Texts that invite backtracking; each is repeated to the length asked for."""


@dataclass(frozen=True, slots=True)
class SubTaskCosts:
    """Milliseconds of processor time per standard article, by sub-task in their order, and in all."""

    by_task: dict[str, float]
    total: float


def sub_tasks() -> tuple[str, ...]:
    """Return the names of the functions that the pipeline calls."""
    return tuple(
        name
        for name, value in vars(pipeline).items()
        if isinstance(value, FunctionType) and value.__module__ != pipeline.__name__
    )


def measure_sub_tasks(articles: Sequence[Article], repeats: int = 5) -> SubTaskCosts:
    """Understand the articles several times; of each sub-task the shortest run counts."""
    gazetteer = Gazetteer(())
    size = sum(len(one.text.encode()) for one in articles)
    best: dict[str, float] = {}
    total = float("inf")
    for _ in range(repeats + 1):  # the first run loads the packs and is never the shortest
        spent = dict.fromkeys(sub_tasks(), 0.0)
        with ExitStack() as stack:
            for name in spent:
                stack.enter_context(mock.patch.object(pipeline, name, _timed(name, getattr(pipeline, name), spent)))
            for one in articles:
                pipeline.understand(one, gazetteer)
        best = {name: min(value, best.get(name, value)) for name, value in spent.items()}
        start = time.process_time()
        for one in articles:
            pipeline.understand(one, gazetteer)
        total = min(total, time.process_time() - start)
    scale = 1000 * STANDARD_BYTES / size
    return SubTaskCosts({name: value * scale for name, value in best.items() if value}, total * scale)


def hostile_article(pattern: str, length: int) -> Article:
    """Return an article of one paragraph that repeats a pattern up to `length` characters."""
    return article((pattern * (length // len(pattern) + 1))[:length].strip() + ".", "fr", "2023-07-31")


def measure_hostile(lengths: tuple[int, int] = (10_000, 40_000)) -> dict[str, tuple[float, float, float | None]]:
    """Return name -> seconds to understand a hostile text of two lengths, and the exponent between them."""
    costs = {}
    for name, pattern in HOSTILE.items():
        small, large = (_seconds(hostile_article(pattern, length)) for length in lengths)
        costs[name] = (small, large, exponent(small, large, lengths[1] / lengths[0]))
    return costs


def _seconds(one: Article, repeats: int = 3) -> float:
    """Return the shortest of several runs, the garbage collector off: its full sweeps would hide the growth."""
    best = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(repeats):
            start = time.process_time()
            pipeline.understand(one, Gazetteer(()))
            best = min(best, time.process_time() - start)
    finally:
        gc.enable()
    return best


def _timed(name: str, work: Callable[..., Any], spent: dict[str, float]) -> Callable[..., Any]:
    def timed(*arguments: Any) -> Any:
        start = time.process_time()
        result = work(*arguments)
        spent[name] += time.process_time() - start
        return result

    return timed
