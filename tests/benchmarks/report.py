"""What the benchmarks found, as text for a terminal and as Markdown for the README."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from tests.benchmarks.growth import exponent
from tests.benchmarks.hotspots import HotSpot
from tests.benchmarks.stages import STAGES
from tests.benchmarks.subtasks import STANDARD_BYTES, SubTaskCosts

GOAL_MS: Final = 8.0
"""Milliseconds that understanding a standard article may take."""
LINEAR: Final = 1.25
"""Exponent up to which a stage passes for linear; the rest is noise of the machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCosts:
    """The data of all measurements of one size of site."""

    articles: int
    stages: dict[str, Any]
    rebuild: dict[str, Any]
    build: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Benchmarks:
    """Everything measured: two sizes of site, the sub-tasks of understanding, hostile texts, the profile."""

    small: SiteCosts
    large: SiteCosts
    samples: dict[str, SubTaskCosts]
    hostile: dict[str, tuple[float, float, float | None]]
    spots: list[HotSpot] = field(default_factory=list)

    def stage_rows(self) -> list[list[str]]:
        """Return head and rows: stage, seconds at both sizes, per article, exponent."""
        head = [
            "stage",
            *(f"{size.articles} articles" for size in (self.small, self.large)),
            "ms per article",
            "exponent",
        ]
        rows = [head]
        for name, small, large in self._costs():
            grown = exponent(small, large, self.large.articles / self.small.articles)
            mark = " (not linear)" if grown is not None and grown > LINEAR else ""
            per_article = 1000 * large / self.large.articles
            growth = "-" if grown is None else f"{grown:.2f}{mark}"
            rows.append([name, f"{small:.2f} s", f"{large:.2f} s", f"{per_article:.2f}", growth])
        return rows

    def _costs(self) -> list[tuple[str, float, float]]:
        small, large = self.small.stages["seconds"], self.large.stages["seconds"]
        costs = [(name, small[name], large[name]) for name in STAGES]
        costs.append(("mkdocs build, all of it", self.small.build["seconds"], self.large.build["seconds"]))
        return costs

    def facts(self) -> list[list[str]]:
        """Return head and rows of what is counted rather than timed."""
        rows = [["", *(f"{size.articles} articles" for size in (self.small, self.large))]]
        rows += [[label, *(of(size) for size in (self.small, self.large))] for label, of in _FACTS]
        return rows

    def missed_goals(self) -> list[str]:
        """Return one line for each goal missed: time of understanding, growth of each stage."""
        ratio = self.large.articles / self.small.articles
        lines = [
            f"understanding, {name}: {sample.total:.1f} ms per {STANDARD_BYTES / 1000} kB, goal {GOAL_MS:.0f}"
            for name, sample in self.samples.items()
            if sample.total > GOAL_MS
        ]
        grown = {name: exponent(small, large, ratio) for name, small, large in self._costs()}
        return lines + [
            f"{name} grows with exponent {value:.2f}, goal {LINEAR}"
            for name, value in grown.items()
            if value is not None and value > LINEAR
        ]

    def task_rows(self) -> list[list[str]]:
        """Return head and rows: milliseconds per standard article of each sub-task, on each sample."""
        rows = [[f"ms per {STANDARD_BYTES / 1000} kB", *self.samples]]
        tasks = sorted(
            {name for sample in self.samples.values() for name in sample.by_task},
            key=lambda name: (-max(sample.by_task.get(name, 0.0) for sample in self.samples.values()), name),
        )
        rows += [
            [task, *(f"{sample.by_task.get(task, 0.0):.2f}" for sample in self.samples.values())] for task in tasks
        ]
        rows.append([f"all (goal {GOAL_MS:.0f})", *(f"{sample.total:.2f}" for sample in self.samples.values())])
        return rows


def _mib(number: float) -> str:
    return f"{number / 2**20:.1f} MiB"


def _kib(number: float) -> str:
    return f"{number / 1024:.1f} KiB"


_FACTS: Final[tuple[tuple[str, Callable[[SiteCosts], str]], ...]] = (
    ("articles' text", lambda size: _mib(size.stages["counts"]["article bytes"])),
    ("mentions", lambda size: str(size.stages["counts"]["mentions"])),
    ("entities / events with a page", lambda size: "{entities} / {events}".format(**size.stages["counts"])),
    ("generated pages", lambda size: str(size.stages["counts"]["pages"])),
    ("Markdown of the pages", lambda size: _mib(size.stages["counts"]["page bytes"])),
    ("largest page, Markdown", lambda size: _kib(size.stages["counts"]["largest page"])),
    ("largest page, HTML", lambda size: _kib(size.build["largest_page"])),
    ("HTML per page beyond content", lambda size: _kib(size.build["bytes_beyond_content"])),
    ("search index", lambda size: _mib(size.build["search_index_bytes"])),
    ("pages per second of mkdocs build", lambda size: f"{size.build['html_pages'] / size.build['seconds']:.0f}"),
    ("peak memory of mkdocs build", lambda size: f"{size.build['peak_mib']:.0f} MiB"),
    ("peak memory up to the pages", lambda size: f"{size.stages['peak_mib']:.0f} MiB"),
    ("after one edit, engine: of the first run", lambda size: _share(size.rebuild, "again_seconds", "first_seconds")),
    ("after one edit: articles understood anew", lambda size: str(size.rebuild["understood_again"])),
    ("after one edit, mkdocs build: of the first", lambda size: _share(size.build, "again_seconds", "seconds")),
    ("after one edit: HTML files that changed", lambda size: str(size.build["again_changed"])),
)


def _share(costs: dict[str, Any], part: str, whole: str) -> str:
    return f"{costs[part] / costs[whole]:.0%} ({costs[part]:.1f} s)"


def as_text(found: Benchmarks) -> str:
    """Return everything for a terminal."""
    parts = [_aligned(found.stage_rows()), _aligned(found.facts()), _aligned(found.task_rows())]
    parts.append(_aligned([["hostile text", "10 000 signs", "40 000 signs", "exponent"], *_hostile(found)]))
    if found.spots:
        parts.append(_aligned([["hot spot", "share", "calls", "growth", "", "function"], *_spots(found.spots)]))
    parts.append("\n  ".join(["goals missed:", *found.missed_goals()]))
    return "\n\n".join(parts)


def as_markdown(found: Benchmarks) -> str:
    """Return the tables of the README."""
    tables = [_markdown(rows) for rows in (found.stage_rows(), found.facts(), found.task_rows())]
    return "\n\n".join([*tables, f"Goals missed: {'; '.join(found.missed_goals()) or 'none'}."])


def _hostile(found: Benchmarks) -> list[list[str]]:
    return [
        [name, f"{1000 * small:.0f} ms", f"{1000 * large:.0f} ms", "-" if grown is None else f"{grown:.2f}"]
        for name, (small, large, grown) in found.hostile.items()
    ]


def _spots(spots: Sequence[HotSpot]) -> list[list[str]]:
    def grown(value: float | None) -> str:
        return "-" if value is None else f"{value:.2f}"

    return [
        [
            spot.stage,
            f"{spot.share:.0%}",
            str(spot.calls),
            f"{grown(spot.calls_exponent)} {grown(spot.time_exponent)}",
            "NOT LINEAR" if spot.super_linear else "",
            spot.function,
        ]
        for spot in spots
    ]


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in body)])
