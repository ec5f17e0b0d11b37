"""One entity, one page; one address, one entity; one decision about a pair."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.knowledge.addresses import build_redirects
from generator.language.normalise import fold
from generator.model.ids import kind_of
from generator.model.problem import Problem, Severity
from generator.model.records import Country, Judgement, Record
from generator.model.site import Site
from generator.reading.content import Content


def address_collisions(content: Content, _site: Site | None) -> Iterator[Problem]:
    """Report each old id in `redirect_from` that another record or article has, or claims too."""
    taken = frozenset(record.id for record in content.records) | frozenset(article.id for article in content.articles)
    yield from build_redirects(content.records, {}, taken)[1]


def codes_claimed_once(content: Content, _site: Site | None) -> Iterator[Problem]:
    """Report each country record whose ISO code an earlier one has."""
    first: dict[str, Country] = {}
    for record in content.records:
        if not isinstance(record, Country):
            continue
        other = first.setdefault(record.code, record)
        if other is not record:
            message = f"the code {record.code} is already that of {other.id} ({other.position.path})"
            yield Problem.at(record.position, "duplicate-code", message, "correct one of the codes, or merge the files")


def judgements_agree(content: Content, _site: Site | None) -> Iterator[Problem]:
    """Report each judgement that contradicts an earlier one about the same pair of ids."""
    decided: dict[tuple[str | None, str, str], Judgement] = {}
    for judgement in content.judgements:
        if judgement.decision not in ("same", "different"):
            continue
        for one, two in combinations(sorted(set(judgement.ids)), 2):
            other = decided.setdefault((judgement.article, one, two), judgement)
            if other.decision != judgement.decision:
                message = f"{one} and {two} are `{judgement.decision}` here, but `{other.decision}` on line {other.position.line}"  # noqa: E501
                yield Problem.at(judgement.position, "contradicting-judgements", message, "keep one of the two")


def names_told_apart(content: Content, _site: Site | None) -> Iterator[Problem]:
    """Warn of each record that has the name of an earlier one of its kind, unless a judgement tells them apart."""
    apart = {
        pair
        for judgement in content.judgements
        if judgement.decision == "different"
        for pair in combinations(sorted(set(judgement.ids)), 2)
    }
    first: dict[tuple[str, str], Record] = {}
    for record in content.records:
        # Two conferences of one name in two years are two events; their dates tell them apart.
        if kind_of(record.id) == "events":
            continue
        for name in dict.fromkeys(" ".join(fold(value).split()) for _, value in record.name):
            other = first.setdefault((kind_of(record.id), name), record)
            if other is record or (other.id, record.id) in apart:
                continue
            message = f"{record.id} has the same name as {other.id} ({other.position.path})"
            hint = "merge the two files, or say `decision: different` of both ids in judgements.yml"
            yield Problem.at(record.position, "same-name", message, hint, Severity.WARNING)
