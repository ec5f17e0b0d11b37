"""What every article should have."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.problem import Position, Problem, Severity
from generator.model.site import Site
from generator.reading.content import Content


def undated_articles(content: Content, _site: Site) -> Iterator[Problem]:
    """Warn of each article without a date: what it tells cannot stand on a timeline.

    An article with an error in its file is left alone: its date may be what could not be read.
    """
    faulty = {problem.path for problem in content.problems if problem.severity is Severity.ERROR}
    for article in content.articles:
        if article.date is None and article.path not in faulty:
            message = "this article has no date, and its text names none"
            hint = "add `date: YYYY-MM-DD` to its front matter"
            yield Problem.at(Position(article.path), "undated-article", message, hint, Severity.WARNING)
