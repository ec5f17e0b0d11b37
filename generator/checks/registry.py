"""All rules, in the order they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from generator.checks.articles import undated_articles
from generator.checks.copies import articles_once
from generator.checks.dates import dates_in_order
from generator.checks.identity import codes_claimed_once, names_told_apart
from generator.checks.references import articles_name_known_ids, references_exist
from generator.checks.sources import quotes_stand_in_articles, records_have_sources
from generator.checks.titles import titles_in_their_time
from generator.model.problem import Problem
from generator.model.site import Site
from generator.reading.content import Content

Rule = Callable[[Content, Site], Iterable[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    references_exist,
    articles_name_known_ids,
    quotes_stand_in_articles,
    dates_in_order,
    codes_claimed_once,
    names_told_apart,
    undated_articles,
    articles_once,
    records_have_sources,
    titles_in_their_time,
)


def run_checks(content: Content, site: Site) -> tuple[Problem, ...]:
    """Run every rule and return what they find, sorted and without doubles.

    The problems of reading and of building the site are not among them: `content.problems` and `site.problems`
    hold those.
    """
    found = {problem for rule in RULES for problem in rule(content, site)}
    return tuple(sorted(found, key=Problem.sort_key))
