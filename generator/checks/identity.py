"""One entity, one record; one code, one country."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.language.normalise import fold
from generator.model.ids import kind_of
from generator.model.problem import Problem, Severity
from generator.model.records import Country, Record
from generator.model.site import Site
from generator.reading.content import Content


def codes_claimed_once(content: Content, _site: Site) -> Iterator[Problem]:
    """Report each country record whose ISO code an earlier one has."""
    first: dict[str, Country] = {}
    for record in content.records:
        if not isinstance(record, Country):
            continue
        other = first.setdefault(record.code, record)
        if other is not record:
            message = f"the code {record.code} is already that of {other.id} ({other.position.path})"
            yield Problem.at(record.position, "duplicate-code", message, "correct one of the codes, or merge the files")


def names_told_apart(content: Content, _site: Site) -> Iterator[Problem]:
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
