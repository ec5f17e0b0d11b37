"""`python -m tests.benchmarks`: where time, memory and bytes go, and how they grow with the size of a site."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.article import Article
from generator.reading.articles import read_article
from tests.benchmarks.corpus import write_site
from tests.benchmarks.hotspots import HotSpot, compare
from tests.benchmarks.name_index import rows_of_new_process
from tests.benchmarks.report import Benchmarks, SiteCosts, as_markdown, as_text
from tests.benchmarks.subtasks import SubTaskCosts, measure_hostile, measure_sub_tasks
from tests.benchmarks.worker import ask
from tests.evaluation.circumstances import circumstances
from tests.evaluation.readme import write_block
from tests.evaluation.sets import HELD_OUT, REPOSITORY, known_sets

PACKAGES = ("knowledge-site-generator", "mkdocs", "mkdocs-material", "markdown", "jinja2", "pyyaml")
SAMPLE = REPOSITORY / "content" / "articles" / "2023-07-31-iran-belarus-defence-memorandum.txt"
EXPLANATION = """\
Time is processor time (user) of one process on made-up sites of articles of about 4 kB, half English and half French:
`python -m tests.benchmarks`. An exponent of 1 means that twice the articles take twice the time."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write what was asked for."""
    options = _options().parse_args(arguments)
    with TemporaryDirectory() as folder:
        small = measure_site(Path(folder), max(4, options.articles // 4), options.repeats)
        large = measure_site(Path(folder), options.articles, options.repeats)
        spots = _profile(Path(folder), small.articles, large.articles) if options.profile else []
    found = Benchmarks(small=small, large=large, samples=_samples(), hostile=measure_hostile(), spots=spots)
    print(as_text(found))
    print("\n" + "\n".join(rows_of_new_process()))
    if options.json:
        options.json.write_text(json.dumps(asdict(found), ensure_ascii=False, indent=1), encoding="utf-8")
    if options.write:
        block = "\n\n".join([EXPLANATION, circumstances(options.date, PACKAGES), as_markdown(found)])
        write_block(REPOSITORY / "README.md", "speed", block)
    return 0


def measure_site(folder: Path, number: int, repeats: int) -> SiteCosts:
    """Make a site of `number` articles below `folder` and take every measurement of it, each in a new process."""
    site = write_site(folder / str(number), number)
    return SiteCosts(
        articles=number,
        stages=ask("stages", site, repeats),
        rebuild=ask("rebuild", site),
        build=ask("build", site),
    )


def _profile(folder: Path, small: int, large: int) -> list[HotSpot]:
    costs = [ask("profile", folder / str(number)) for number in (small, large)]
    return compare(costs[0], costs[1], large / small)


def _samples() -> dict[str, SubTaskCosts]:
    held_out = [article.path for one in known_sets() if one.name == HELD_OUT for article in one.articles]
    return {
        "sample article": measure_sub_tasks(_read([SAMPLE])),
        "test articles": measure_sub_tasks(_read(held_out), 3),
    }


def _read(paths: Sequence[Path]) -> list[Article]:
    return [article for path in paths if (article := read_article(path, path.parent)[0])]


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--articles", type=int, default=400, metavar="N", help="the larger site; the other has N/4")
    parser.add_argument("--repeats", type=int, default=3, metavar="N", help="runs of each stage; the shortest counts")
    parser.add_argument("--profile", action="store_true", help="name the functions that cost most or are not linear")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument("--write", action="store_true", help="put the figures into README.md")
    parser.add_argument("--date", default=dt.date.today().isoformat(), help="the date README.md shows; else today's")
    return parser


if __name__ == "__main__":
    sys.exit(main())
