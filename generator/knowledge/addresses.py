"""Who owns which address, and which addresses lead elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.model.ids import kind_of, make_id, slug_of, slugify
from generator.model.problem import Position, Problem
from generator.model.records import Record
from generator.model.site import Entity


def build_redirects(
    records: Iterable[Record],
    entities: Mapping[str, Entity],
    told: Iterable[tuple[str, str]],
    taken: frozenset[str],
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return old or alternative id -> id, and the collisions.

    An old id (`redirect_from`) must lead to one page only and must not be a page itself. The would-be address of
    a spelling, or of an event as one article tells it (`told`: old id, id), is a courtesy: where two entities share it,
    or a page owns it, it leads nowhere.
    """
    redirects: dict[str, str] = {}
    owners: dict[str, Position] = {}
    problems = []
    for record in records:
        for old in record.redirect_from:
            old_id = old if "/" in old else make_id(kind_of(record.id), old)
            clash = old_id in taken or redirects.get(old_id, record.id) != record.id
            if clash:
                problems.append(_collision(record, old_id, owners.get(old_id)))
                continue
            redirects[old_id] = record.id
            owners[old_id] = record.position
    return redirects | _courtesies(entities, told, taken | frozenset(redirects)), tuple(problems)


def _courtesies(
    entities: Mapping[str, Entity], told: Iterable[tuple[str, str]], taken: frozenset[str]
) -> dict[str, str]:
    wanted: dict[str, set[str]] = {}
    for address, event in told:
        wanted.setdefault(address, set()).add(event)
    for entity in entities.values():
        for use in entity.names:
            slug = slugify(use.name)
            if slug and (use.recorded or " " in use.name):
                wanted.setdefault(make_id(entity.kind, slug), set()).add(entity.id)
    return {old: next(iter(ids)) for old, ids in sorted(wanted.items()) if len(ids) == 1 and old not in taken}


def _collision(record: Record, old_id: str, other: Position | None) -> Problem:
    owner = f"{other.path}:{other.line}" if other else f"the page {old_id}"
    return Problem.at(
        record.position,
        "address-collision",
        f"redirect_from {slug_of(old_id)!r} is already the address of {owner}",
        "remove it here or there: an address leads to one page",
    )
