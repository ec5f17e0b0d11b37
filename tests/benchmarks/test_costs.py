"""What is counted, on a small site: pages, files, work done again. And what the programs report of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.hosts.project import project_of
from tests.benchmarks.corpus import write_site
from tests.benchmarks.growth import exponent
from tests.benchmarks.hotspots import compare, profile_stages
from tests.benchmarks.report import Benchmarks, SiteCosts, as_markdown, as_text
from tests.benchmarks.stages import STAGES, measure_rebuild, measure_stages, run_stages
from tests.benchmarks.subtasks import HOSTILE, SubTaskCosts, hostile_article, measure_sub_tasks, sub_tasks
from tests.benchmarks.worker import ask
from tests.support import article

HAND_WRITTEN = ("index.html", "about/index.html", "404.html")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_site(tmp_path_factory.mktemp("site"), 6)


def test_exponents() -> None:
    assert exponent(1.0, 4.0, 4) == pytest.approx(1)
    assert exponent(1.0, 16.0, 4) == pytest.approx(2)
    assert exponent(0.0, 1.0, 4) is None


def test_every_stage_is_timed_and_every_page_written_once(site: Path) -> None:
    costs = measure_stages(site)

    assert tuple(costs.seconds) == STAGES
    assert costs.counts["articles"] == 6
    assert costs.counts["files"] == costs.counts["pages"] > costs.counts["entities"] + costs.counts["events"]


def test_pages_share_no_path(site: Path) -> None:
    _, pages, written = run_stages(project_of(site / "mkdocs.yml"), lambda _, work: work())

    assert len({page.path for page in pages}) == written


def test_one_edited_article_is_the_only_one_understood_again(tmp_path: Path) -> None:
    costs = measure_rebuild(write_site(tmp_path, 6))

    assert (costs.understood_first, costs.understood_again) == (6, 1)


def test_the_profile_names_functions_with_their_calls(site: Path) -> None:
    costs = profile_stages(site)
    spots = compare(costs, costs, 4)

    assert tuple(costs) == STAGES
    assert any("generator/understanding/" in name for name in costs["understanding"])
    assert spots
    assert all(spot.calls_exponent == 0 and not spot.super_linear for spot in spots)


def test_sub_tasks_are_those_of_the_pipeline() -> None:
    costs = measure_sub_tasks([article("Bo Lund a dit « oui » à Lima le 3 juin 2019.")], 1)

    assert set(costs.by_task) <= set(sub_tasks())
    assert {"prepare", "find_people", "find_events"} <= set(costs.by_task)
    assert costs.total > 0


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_articles_have_the_length_asked_for(name: str) -> None:
    assert 990 <= len(hostile_article(HOSTILE[name], 1000).text) <= 1001


def test_the_report_shows_every_stage_and_what_is_not_linear() -> None:
    def costs(number: int, knowledge: float) -> SiteCosts:
        counts = dict.fromkeys(
            ("articles", "article bytes", "mentions", "entities", "events", "pages", "page bytes", "largest page"), 1
        )
        return SiteCosts(
            articles=number,
            stages={
                "seconds": dict.fromkeys(STAGES, number / 100) | {"knowledge": knowledge},
                "counts": counts,
                "peak_mib": 1.0,
            },
            rebuild={"again_seconds": 1.0, "first_seconds": 2.0, "understood_again": 1},
            build={
                "seconds": 1.0, "again_seconds": 0.5, "html_pages": 9, "peak_mib": 1.0, "largest_page": 1,
                "bytes_beyond_content": 1.0, "search_index_bytes": 1, "again_changed": 1,
            },
        )  # fmt: skip

    slow = {"sample": SubTaskCosts({"prepare": 9.0}, 9.5)}
    found = Benchmarks(small=costs(100, 1.0), large=costs(400, 16.0), samples=slow, hostile={})

    assert "2.00 (not linear)" in as_text(found)
    assert len(found.missed_goals()) == 2
    assert "| reading | 1.00 s | 4.00 s | 10.00 | 1.00 |" in as_markdown(found)


@pytest.mark.slow
def test_every_page_is_built_once_and_the_frame_does_not_grow_with_the_site(tmp_path: Path) -> None:
    """The real build, at two sizes: as many HTML pages as were made, and no bytes per page that others cause."""
    built = {}
    for number in (4, 12):
        folder = write_site(tmp_path / str(number), number)
        pages = ask("stages", folder)["counts"]["pages"]
        built[number] = ask("build", folder)
        assert built[number]["html_pages"] == pages + len(HAND_WRITTEN), json.dumps(built[number])

    assert built[12]["bytes_beyond_content"] < built[4]["bytes_beyond_content"] * 1.05
