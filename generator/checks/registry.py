"""All rules, in the order they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from generator.checks.articles import undated_articles
from generator.checks.dates import dates_in_order
from generator.checks.identity import address_collisions, codes_claimed_once, judgements_agree, names_told_apart
from generator.checks.references import articles_name_known_ids, references_exist
from generator.checks.sources import quotes_stand_in_articles, records_have_sources
from generator.model.problem import Problem
from generator.model.site import Site
from generator.reading.content import Content

Rule = Callable[[Content, Site | None], Iterable[Problem]]

RULES: Final[tuple[Rule, ...]] = (
    references_exist,
    articles_name_known_ids,
    quotes_stand_in_articles,
    dates_in_order,
    address_collisions,
    codes_claimed_once,
    judgements_agree,
    names_told_apart,
    undated_articles,
    records_have_sources,
)


def run_checks(content: Content, site: Site | None = None) -> tuple[Problem, ...]:
    """Run every rule and return what they find, sorted and without doubles.

    Without a `site`, rules judge by the content alone: quicker, but what was only found in articles is unknown to
    them. Problems of reading and of building the site are in `content.problems` and `site.problems`.
    """
    found = {problem for rule in RULES for problem in rule(content, site)}
    return tuple(sorted(found, key=Problem.sort_key))
