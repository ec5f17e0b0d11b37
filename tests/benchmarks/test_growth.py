"""Nothing grows faster than the site: every stage between 100 and 400 articles, and understanding on hostile text."""

from __future__ import annotations

from typing import Any

import pytest

from tests.benchmarks.corpus import write_site
from tests.benchmarks.growth import exponent
from tests.benchmarks.report import LINEAR
from tests.benchmarks.stages import STAGES
from tests.benchmarks.subtasks import HOSTILE, measure_hostile
from tests.benchmarks.worker import ask

SMALL, LARGE = 100, 400
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Any]:
    folder = tmp_path_factory.mktemp("sites")
    return {number: ask("stages", write_site(folder / str(number), number), 2) for number in (SMALL, LARGE)}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_takes_time_in_proportion_to_the_articles(costs: dict[int, Any], stage: str) -> None:
    small, large = (costs[number]["seconds"][stage] for number in (SMALL, LARGE))
    grown = exponent(small, large, LARGE / SMALL)

    assert grown is not None
    assert grown <= LINEAR, f"{stage}: {small:.2f} s for {SMALL} articles, {large:.2f} s for {LARGE}"


def test_pages_and_their_bytes_grow_with_the_articles(costs: dict[int, Any]) -> None:
    for what in ("mentions", "pages", "page bytes", "files"):
        small, large = (costs[number]["counts"][what] for number in (SMALL, LARGE))
        grown = exponent(small, large, LARGE / SMALL)
        assert grown is not None
        assert grown <= 1.1, f"{what}: {small} for {SMALL} articles, {large} for {LARGE}"


def test_hostile_text_takes_time_in_proportion_to_its_length() -> None:
    costs = measure_hostile()
    # Below a few milliseconds the clock decides, not the text.
    steep = {name: cost for name, cost in costs.items() if cost[1] > 0.02 and (cost[2] or 0) > LINEAR}

    assert set(costs) == set(HOSTILE)
    assert not steep
