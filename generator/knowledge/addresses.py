"""Who owns which address, and which addresses lead elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.language.countries import country_by_code
from generator.model.ids import kind_of, make_id, slug_of, slugify
from generator.model.problem import Position, Problem
from generator.model.records import Record
from generator.model.site import Entity, EventEntry


def build_redirects(
    records: Iterable[Record],
    entities: Mapping[str, Entity],
    taken: frozenset[str],
    events: Iterable[EventEntry] = (),
) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """Return old or alternative id -> id, and the collisions.

    An old id (`redirect_from`) must lead to one page only and must not be a page itself. The would-be address of
    a spelling is a courtesy: where two entities share the spelling, or a page owns it, it leads nowhere.
    """
    redirects: dict[str, str] = {}
    owners: dict[str, Position] = {}
    problems = []
    for record in records:
        for old in record.redirect_from:
            old_id = full_id(record, old)
            clash = old_id in taken or redirects.get(old_id, record.id) != record.id
            if clash:
                problems.append(_collision(record, old_id, owners.get(old_id)))
                continue
            redirects[old_id] = record.id
            owners[old_id] = record.position
    return redirects | _courtesies(entities, events, taken | frozenset(redirects)), tuple(problems)


def full_id(record: Record, old: str) -> str:
    """Return an id of `redirect_from`, which may be a bare slug, as a complete one."""
    return old if "/" in old else make_id(kind_of(record.id), old)


def moved(records: Iterable[Record]) -> dict[str, str]:
    """Return the ids that one record alone says it had, to its own: what articles tell of them is its, too."""
    listed = list(records)
    recorded = {record.id for record in listed}
    claims: dict[str, set[str]] = {}
    for record in listed:
        for old in record.redirect_from:
            claims.setdefault(full_id(record, old), set()).add(record.id)
    return {old: ids.pop() for old, ids in claims.items() if len(ids) == 1 and old not in recorded}


def _courtesies(entities: Mapping[str, Entity], events: Iterable[EventEntry], taken: frozenset[str]) -> dict[str, str]:
    wanted: dict[str, set[str]] = {}
    for event in events:
        for old in event.addresses:
            wanted.setdefault(old, set()).add(event.id)
    for entity in entities.values():
        land = country_by_code(entity.code) if entity.code else None
        if land:
            # Where it would be without its record.
            wanted.setdefault(land.id, set()).add(entity.id)
        for use in entity.names:
            slug = slugify(use.name)
            # A surname alone is that of many; the short name of a body is its own.
            if slug and (use.recorded or " " in use.name or entity.kind != "people"):
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
