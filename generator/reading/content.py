"""All that contributors wrote, read once: articles, records, judgements, settings, and what is wrong with any of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from generator.model.article import Article
from generator.model.ids import KINDS, make_id, slugify
from generator.model.problem import Position, Problem
from generator.model.records import Judgement, Record
from generator.model.settings import Settings
from generator.reading.articles import read_article
from generator.reading.files import read_text, walk, wrong_extension
from generator.reading.outlets import outlet_names
from generator.reading.pins import complete_pins, slugs_of
from generator.reading.records.fields import Reference
from generator.reading.records.judgements import read_judgements
from generator.reading.records.read import RecordFiles, drop_doubles, read_record_files
from generator.reading.records.settings import read_settings

ARTICLE_ENDINGS: Final = (".md", ".txt", ".html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The content of a site. Articles and records are sorted by id, and no id occurs twice.

    `references` are the places in records and judgements that name another page. `claimed` are the ids of all files,
    those that could not be read included. `problems` are sorted.
    """

    articles: tuple[Article, ...] = ()
    records: tuple[Record, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    settings: Settings = field(default_factory=Settings)
    references: tuple[Reference, ...] = ()
    claimed: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()


def read_content(root: Path, content_dir: Path, config_dir: Path) -> Content:
    """Read everything below `content_dir` and the settings in `config_dir`.

    `root` is the project folder: paths in positions and problems are relative to it. Bad content never raises,
    and all problems of all files are found in one run.
    """
    settings, settings_problems = read_settings(config_dir, root)
    files = read_record_files(content_dir, root)
    judgements, references, judgement_problems = read_judgements(content_dir, root)
    articles, article_ids, article_problems = read_articles(content_dir, root, files)
    own_pages = _check_pages(content_dir, root)
    problems = {*settings_problems, *files.problems, *judgement_problems, *article_problems, *own_pages}
    return Content(
        articles=articles,
        records=files.records,
        judgements=judgements,
        settings=settings,
        references=(*files.references, *references),
        claimed=files.claimed | article_ids,
        problems=tuple(sorted(problems, key=Problem.sort_key)),
    )


def read_articles(
    content_dir: Path, root: Path, files: RecordFiles
) -> tuple[tuple[Article, ...], frozenset[str], tuple[Problem, ...]]:
    """Return the articles below `content_dir` by id, the ids of all article files, and the problems.

    Of two files with one id, the first by path stays. The records tell the names of outlets, and the ids that a bare
    slug in a pin can mean.
    """
    outlets = outlet_names(files.records)
    slugs = slugs_of(files.claimed)
    paths, found = walk(content_dir / "articles", root)
    problems = list(found)
    articles = []
    claimed = set()
    for path in paths:
        if path.suffix in ARTICLE_ENDINGS and path.name != "README.md":
            claimed.add(make_id("articles", slugify(path.stem)))
            article, trouble = read_article(path, root, outlets=outlets)
            problems.extend(trouble)
            if article:
                article, trouble = complete_pins(article, slugs)
                articles.append(article)
                problems.extend(trouble)
        elif not _beside_a_page(path) and path.name != "README.md":
            hint = f"save it as {', '.join(ARTICLE_ENDINGS[:-1])} or {ARTICLE_ENDINGS[-1]}, or move it elsewhere"
            problems.append(wrong_extension(path, root, hint))
    kept, doubles = drop_doubles((article.id, Position(article.path)) for article in articles)
    chosen = (article for article in articles if Position(article.path) in kept)
    return tuple(sorted(chosen, key=lambda article: article.id)), frozenset(claimed), (*problems, *doubles)


def _check_pages(content_dir: Path, root: Path) -> tuple[Problem, ...]:
    """Return what is wrong with the encoding of hand-written pages, which lie outside the folders of the kinds."""
    paths = sorted(path for path in content_dir.rglob("*.md") if path.is_file())
    own = (path for path in paths if path.relative_to(content_dir).parts[0] not in KINDS)
    return tuple(problem for path in own for problem in read_text(path, root)[1])


def _beside_a_page(path: Path) -> bool:
    """Tell whether a `.yml` file pins what an `.html` article of the same name says."""
    return path.suffix == ".yml" and path.with_suffix(".html").exists()
