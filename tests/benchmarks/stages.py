"""Every stage of the engine over one site, each by itself, in processor time of this process (user seconds)."""

from __future__ import annotations

import gc
import resource
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, TypeVar
from unittest import mock

from generator.checks import run_checks
from generator.hosts import project as project_module
from generator.hosts.disk import write_pages
from generator.hosts.project import Loaded, Project, ReadingCache, load, project_of
from generator.hosts.render import render
from generator.knowledge.build import build_site
from generator.model.article import Article
from generator.model.reading import Reading
from generator.pages.page import Page
from generator.reading.content import read_content
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.known_names import build_gazetteer
from generator.understanding.pipeline import understand
from tests.benchmarks.corpus import article_slug

T = TypeVar("T")

STAGES: Final = ("reading", "understanding", "knowledge", "checks", "pages", "writing")
ADDED: Final = "\n\nOn Friday the ports of Peru and Kenya stayed closed.\n"


def user_seconds() -> float:
    """Return the processor time of this process outside the kernel, whose share (writing files) is the disk's mood."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


@dataclass(slots=True)
class Clock:
    """Processor seconds by stage; a stage run again keeps its shortest time, which the machine disturbed least."""

    seconds: dict[str, float] = field(default_factory=dict)

    def run(self, stage: str, work: Callable[[], T]) -> T:
        """Do the work of a stage and note its time."""
        gc.collect()
        start = user_seconds()
        result = work()
        spent = user_seconds() - start
        self.seconds[stage] = min(spent, self.seconds.get(stage, spent))
        return result


@dataclass(frozen=True, slots=True)
class StageCosts:
    """Seconds by stage, how much there was to do, and peak memory of the process."""

    seconds: dict[str, float]
    counts: dict[str, int]
    peak_mib: float


def measure_stages(folder: Path, repeats: int = 1) -> StageCosts:
    """Run every stage over the site in `folder`."""
    project = project_of(folder / "mkdocs.yml")
    clock = Clock()
    warm_up(project)
    for _ in range(repeats):
        loaded, pages, written = run_stages(project, clock.run)
    site = loaded.site
    counts = {
        "articles": len(site.articles),
        "article bytes": sum(len(article.text.encode()) for article in site.articles.values()),
        "mentions": sum(len(reading.mentions) for reading in site.readings.values()),
        "entities": len(site.entities),
        "events": len(site.events),
        "pages": len(pages),
        "page bytes": sum(len(page.markdown.encode()) for page in pages),
        "largest page": max(len(page.markdown.encode()) for page in pages),
        "files": written,
        "problems": len(loaded.problems),
    }
    return StageCosts(clock.seconds, counts, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def run_stages(
    project: Project, run: Callable[[str, Callable[[], object]], object]
) -> tuple[Loaded, tuple[Page, ...], int]:
    """Hand each stage in turn to `run(stage, work)`, which must call `work` and return what it returns."""
    made: dict[str, object] = {}

    def stage(name: str, work: Callable[[], T]) -> T:
        made[name] = run(name, work)
        return made[name]  # type: ignore[return-value]

    content = stage("reading", lambda: read_content(project.root, project.content_dir, project.config_dir))

    def understand_all() -> dict[str, Reading]:
        gazetteer = build_gazetteer(content.records)
        return {article.id: understand(article, gazetteer) for article in content.articles}

    readings = stage("understanding", understand_all)
    site = stage(
        "knowledge",
        lambda: build_site(content.articles, readings, content.records, content.settings, content.judgements),
    )
    problems = stage("checks", lambda: run_checks(content, site))
    loaded = Loaded(project, content, site, tuple(problems))
    pages, broken = stage("pages", lambda: render(loaded))
    if pages is None:
        raise ValueError(f"the made-up site cannot be rendered: {broken}")
    with TemporaryDirectory() as out:
        written = stage("writing", lambda: write_pages(pages, Path(out)))
    return loaded, pages, written


def warm_up(project: Project) -> None:
    """Load what a process loads once, whatever the size: packs, tables, templates."""
    content = read_content(project.root, project.content_dir, project.config_dir)
    few = {article.language.value: article for article in content.articles[:4]}
    readings = {article.id: understand(article, build_gazetteer(())) for article in few.values()}
    site = build_site(few.values(), readings, (), content.settings)
    render(Loaded(project, content, site, ()))


@dataclass(frozen=True, slots=True)
class RebuildCosts:
    """A second run of the engine in one process after one article was edited, against the first run."""

    first_seconds: float
    again_seconds: float
    understood_first: int
    understood_again: int


def measure_rebuild(folder: Path) -> RebuildCosts:
    """Run the engine up to the pages twice, one article edited in between. Changes the site in `folder`."""
    project = project_of(folder / "mkdocs.yml")
    warm_up(project)
    clock = Clock()
    cache = ReadingCache()
    understood: list[str] = []

    def counted(article: Article, gazetteer: Gazetteer) -> Reading:
        understood.append(article.id)
        return understand(article, gazetteer)

    with mock.patch.object(project_module, "understand", counted):
        clock.run("first", lambda: render(load(project, cache)))
        first = len(understood)
        edit(folder)
        clock.run("again", lambda: render(load(project, cache)))
    return RebuildCosts(clock.seconds["first"], clock.seconds["again"], first, len(understood) - first)


def edit(folder: Path, index: int = 0) -> None:
    """Add a sentence to one article."""
    path = folder / "content" / "articles" / f"{article_slug(index)}.txt"
    path.write_text(path.read_text(encoding="utf-8") + ADDED, encoding="utf-8")
