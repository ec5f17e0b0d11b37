"""Gold sets in, scores out: every article understood by the engine and measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.hosts.read_command import read_one
from generator.model.reading import Reading
from tests.evaluation.case import Case
from tests.evaluation.counts import Counts
from tests.evaluation.gold import GoldArticle
from tests.evaluation.measures import MEASURES


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """Counts and errors of one article, by measure."""

    id: str
    language: str
    counts: Mapping[str, Counts]
    errors: Mapping[str, tuple[str, ...]]


def understand_file(article: GoldArticle) -> Reading:
    """Read one article as `knowledge-site read` does outside a site: no record of anybody helps.

    Raises:
        ValueError: the file could not be read, or offsets of the engine and of the annotation mean different texts.
    """
    result = read_one(article.path, None)
    if result.article is None or result.reading is None:
        raise ValueError(f"{article.path}: {[str(problem) for problem in result.problems]}")
    if result.article.text != article.text:
        raise ValueError(f"{article.path}: the text read is not the text annotated")
    return result.reading


def score_article(case: Case) -> ArticleScore:
    """Apply every measure."""
    sheets = {name: measure(case) for name, measure in MEASURES.items()}
    return ArticleScore(
        case.gold.id,
        case.gold.language,
        {name: sheet.counts() for name, sheet in sheets.items()},
        {name: tuple(sheet.errors) for name, sheet in sheets.items()},
    )


def score_all(articles: Iterable[GoldArticle]) -> tuple[ArticleScore, ...]:
    """Understand and score articles, in their order."""
    return tuple(score_article(Case(article, understand_file(article))) for article in articles)


def total(scores: Iterable[ArticleScore], measure: str) -> Counts:
    """Add the counts of one measure up."""
    return sum((score.counts[measure] for score in scores), Counts())
