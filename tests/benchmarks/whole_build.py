"""The whole `mkdocs build` of a site, and a second one in the same process as `mkdocs serve` makes it."""

from __future__ import annotations

import os
import resource
import time
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from tests.benchmarks.stages import edit, user_seconds


@dataclass(frozen=True, slots=True)
class BuildCosts:
    """Processor and wall-clock seconds, peak memory of the process, and what was written."""

    seconds: float
    wall_seconds: float
    again_seconds: float
    peak_mib: float
    html_pages: int
    html_bytes: int
    bytes_beyond_content: float
    largest_page: int
    search_index_bytes: int
    again_changed: int
    """How many HTML files the second build wrote with other bytes."""


def measure_build(folder: Path) -> BuildCosts:
    """Build the site twice in this process, one article edited in between; the first build is measured in full.

    Changes the site in `folder`.
    """
    os.environ["NO_MKDOCS_2_WARNING"] = "1"  # Material prints a banner otherwise
    wall = time.perf_counter()
    seconds = _build(folder)
    wall = time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pages = _pages(folder)
    edit(folder, 2)  # the first one may have been edited by another measurement
    again = _build(folder)
    after = _pages(folder)
    sizes = [len(data) for data in pages.values()]
    index = folder / "site" / "search" / "search_index.json"
    return BuildCosts(
        seconds=seconds,
        wall_seconds=wall,
        again_seconds=again,
        peak_mib=peak,
        html_pages=len(pages),
        html_bytes=sum(sizes),
        bytes_beyond_content=_beyond_content(pages),
        largest_page=max(sizes),
        search_index_bytes=index.stat().st_size,
        again_changed=sum(data != pages.get(name) for name, data in after.items()),
    )


def _build(folder: Path) -> float:
    """Build once and return the processor seconds. MkDocs keeps a plugin that has `on_startup` between builds."""
    start = user_seconds()
    config: MkDocsConfig = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return user_seconds() - start


def _pages(folder: Path) -> dict[str, bytes]:
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*.html"))}


def _beyond_content(pages: dict[str, bytes]) -> float:
    """Return the mean bytes of a page outside its `<article>`; redirects have none and are left out."""
    beyond = [
        len(data) - (data.rindex(b"</article>") - data.index(b"<article"))
        for data in pages.values()
        if b"<article" in data
    ]
    return sum(beyond) / len(beyond)
