"""Who belongs to what: an organisation's members, and what a country or an organisation is a member of."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.records import Role
from generator.model.site import HeldRole
from generator.pages.quotes import cite_all
from generator.pages.sections.shared import RoleLine
from generator.pages.writer import Writer


def member_of(w: Writer, entity_id: str) -> tuple[RoleLine, ...]:
    """Return the bodies an entity belongs to, as its own record or theirs says."""
    return _lines(w, ((body, role) for member, body, role in w.build.ties.memberships if member == entity_id))


def members(w: Writer, entity_id: str) -> tuple[RoleLine, ...]:
    """Return who belongs to an organisation, as its own record or theirs says."""
    return _lines(w, ((member, role) for member, body, role in w.build.ties.memberships if body == entity_id))


def _lines(w: Writer, found: Iterable[tuple[str, Role]]) -> tuple[RoleLine, ...]:
    dated = sorted(found, key=lambda pair: (_day(pair[1]), pair[0], pair[1].position.path, pair[1].position.line))
    lines: dict[tuple[str, str, str], RoleLine] = {}
    for other, item in dated:
        held = HeldRole(
            person=other,
            role=item.role,
            start_date=item.start_date,
            end_date=item.end_date,
            recorded=True,
            evidence=cite_all(w.site, item.sources, item.position),
        )
        line = RoleLine(w.to(other), w.role(held), w.role_time(held), w.sourced(held.evidence))
        # Both records may say the same.
        lines.setdefault((other, str(line.role), str(line.time)), line)
    return tuple(lines.values())


def _day(role: Role) -> tuple[int, int, int]:
    return role.start_date.sort_key() if role.start_date else (0, 0, 0)
