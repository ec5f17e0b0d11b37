"""Which functions cost the most, and which cost more than their share as a site grows."""

from __future__ import annotations

import cProfile
import pstats
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.hosts.project import project_of
from tests.benchmarks.growth import exponent
from tests.benchmarks.stages import run_stages, warm_up
from tests.evaluation.sets import REPOSITORY

LEAST_SHARE: Final = 0.02
"""Share of a stage's time from which a function is worth a line."""
LINEAR_CALLS: Final = 1.15
LINEAR_TIME: Final = 1.4
"""Exponents up to which growth counts as linear: calls are exact, times of single functions are not."""

_ADDRESS: Final = re.compile(r" at 0x[0-9a-f]+")

Costs = dict[str, dict[str, tuple[int, float]]]
"""Stage -> function -> number of calls, own seconds."""


@dataclass(frozen=True, slots=True)
class HotSpot:
    """One function of one stage: share of the stage's time, and growth of its calls and of its own time."""

    stage: str
    function: str
    share: float
    calls: int
    calls_exponent: float | None
    time_exponent: float | None

    @property
    def super_linear(self) -> bool:
        """Tell whether the function is called more often, or takes longer, than in proportion to the site."""
        return (self.calls_exponent or 0) > LINEAR_CALLS or (self.time_exponent or 0) > LINEAR_TIME


def profile_stages(folder: Path) -> Costs:
    """Run every stage under the profiler."""
    project = project_of(folder / "mkdocs.yml")
    warm_up(project)
    costs: Costs = {}

    def run(stage: str, work: Callable[[], object]) -> object:
        profiler = cProfile.Profile()
        result = profiler.runcall(work)
        stats: dict[tuple[str, int, str], tuple[int, int, float, float, object]]
        stats = pstats.Stats(profiler).stats  # type: ignore[attr-defined]
        costs[stage] = {_name(key): (calls, own) for key, (_, calls, own, _, _) in stats.items()}
        return result

    run_stages(project, run)
    return costs


def compare(small: Costs, large: Costs, ratio: float) -> list[HotSpot]:
    """Return the functions worth a line, by stage and falling share."""
    spots = []
    for stage, functions in large.items():
        total = sum(own for _, own in functions.values())
        for name, (calls, own) in functions.items():
            before_calls, before_own = small.get(stage, {}).get(name, (0, 0.0))
            if own >= LEAST_SHARE * total:
                grown = exponent(before_calls, calls, ratio), exponent(before_own, own, ratio)
                spots.append(HotSpot(stage, name, own / total, calls, *grown))
    order = list(large)
    return sorted(spots, key=lambda spot: (order.index(spot.stage), -spot.share, spot.function))


def _name(key: tuple[str, int, str]) -> str:
    path, line, function = key
    if path.startswith(str(REPOSITORY)):
        return f"{Path(path).relative_to(REPOSITORY).as_posix()}:{line} {function}"
    short = "/".join(Path(path).parts[-2:])
    return _ADDRESS.sub("", function) if path == "~" else f"{short}:{line} {function}"
