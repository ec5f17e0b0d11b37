"""Roles: the right person with at least half of the office's content words and no wrong country."""

from __future__ import annotations

from generator.model.reading import RoleMention
from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.gold import GoldRole
from tests.evaluation.words import content_words


def roles(case: Case) -> Sheet:
    """Score each annotated role once, however often it is predicted; a leftover prediction about a person is wrong."""
    sheet = Sheet()
    left = list(case.reading.roles)
    for person in case.gold.people:
        for wanted in person.roles:
            if not content_words(wanted.role):
                continue
            others = [found for found in left if not _fits(case, person.id, wanted, found)]
            if len(others) < len(left):
                sheet.right += not wanted.optional
                left = others
            elif not wanted.optional:
                sheet.miss(f"{person.name}: {wanted.role} {wanted.country}")
    for found in left:
        if found.person in case.person_of and content_words(found.role):
            sheet.add_wrong(f"{found.person}: {found.role!r} {found.country or ''}")
    return sheet


def _fits(case: Case, person: str, wanted: GoldRole, found: RoleMention) -> bool:
    words, have = content_words(wanted.role), content_words(found.role)
    country = (found.country or "").upper()
    return (
        case.person_of.get(found.person) == person
        # Two words more than asked are free: "ministre de la Défense" may be given with its honorific.
        and len(words & have) * 2 >= max(len(words), len(have) - 2)
        and (not wanted.country or country in (wanted.country, ""))
    )
