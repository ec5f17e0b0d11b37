"""Articles that are copies of others."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.article import Article
from generator.model.problem import Position, Problem, Severity
from generator.model.site import Duplicate, Site
from generator.reading.content import Content


def articles_once(_content: Content, site: Site) -> Iterator[Problem]:
    """Warn of the same text twice from one outlet; note near copies, and the same text from another outlet.

    A text that two outlets carry is no mistake: it is said so that nobody takes it for two sources.
    """
    for pair in site.duplicates:
        first, second = site.articles[pair.first], site.articles[pair.second]
        reprint = first.source and second.source and first.source.value != second.source.value
        if pair.kind == "same" and not reprint:
            message = f"this is the same text as {first.path}"
            hint = "delete one of the two files, or give each its outlet as `source: …` if two outlets carry it"
            yield Problem.at(Position(second.path), "same-text", message, hint, Severity.WARNING)
        else:
            yield _near(pair, first, second)


def _near(pair: Duplicate, first: Article, second: Article) -> Problem:
    share = "the same text as" if pair.kind == "same" else f"nearly the same text ({pair.likeness:.0%}) as"
    hint = "nothing needs to be done: both together count as one source"
    return Problem.at(Position(second.path), "near-copy", f"this is {share} {first.path}", hint, Severity.NOTE)
