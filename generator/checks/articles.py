"""What every article should have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.problem import Position, Problem, Severity
from generator.model.site import Site
from generator.reading.content import Content


def undated_articles(content: Content, _site: Site | None) -> Iterator[Problem]:
    """Warn of each article without a date: what it tells cannot stand on a timeline."""
    for article in content.articles:
        if article.date is None:
            message = "this article has no date, and its text names none"
            hint = "add `date: YYYY-MM-DD` to its front matter"
            yield Problem.at(Position(article.path), "undated-article", message, hint, Severity.WARNING)
