"""Offices: what records say, with the articles that say the same, and what only articles say."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.knowledge.draft import Draft
from generator.knowledge.words import content_words, overlap
from generator.model.dates import PartialDate
from generator.model.ids import kind_of
from generator.model.records import Person, Role
from generator.model.site import Evidence, HeldRole
from generator.model.text import LangText

_SAME_ROLE = 0.6
"""Share of content words two role names must have in common to be one office."""


@dataclass(slots=True)
class _Office:
    person: str
    role: LangText
    country: str | None
    organization: str | None
    recorded: Role | None = None
    stated: set[PartialDate] = field(default_factory=set)
    evidence: dict[Evidence, None] = field(default_factory=dict)
    """In the order found, each once."""

    def fits(self, role: str, country: str | None, organization: str | None) -> bool:
        """Tell whether words found in an article name this office."""
        if country and self.country and country != self.country:
            return False
        if organization and self.organization and organization != self.organization:
            return False
        words = content_words(role)
        return any(overlap(words, content_words(value)) >= _SAME_ROLE for _, value in self.role)

    def covers(self, date: PartialDate | None) -> bool:
        """Tell whether the office may have been held on a date; an unknown date always fits."""
        if date is None or self.recorded is None:
            return True
        start, end = self.recorded.start_date, self.recorded.end_date
        return not (start and date.last_day() < start.first_day()) and not (end and date.first_day() > end.last_day())


def build_roles(draft: Draft) -> tuple[HeldRole, ...]:
    """Return all offices, by person; of one person the latest first."""
    offices: dict[str, list[_Office]] = {}
    for record in draft.records.values():
        if isinstance(record, Person):
            offices[record.id] = [_recorded(draft, record.id, role) for role in record.roles]
    for article in draft.newest_last:
        _add_found(draft, article, offices)
    held = [_held(office) for person in sorted(offices) for office in offices[person]]
    return tuple(sorted(held, key=_order))


def _recorded(draft: Draft, person: str, role: Role) -> _Office:
    evidence = dict.fromkeys(draft.cite_all(role.sources, role.position))
    return _Office(person, role.role, role.country, role.organization, role, set(), evidence)


def _add_found(draft: Draft, article: str, offices: dict[str, list[_Office]]) -> None:
    # A background note of today says nothing about who holds an office today.
    known = None if draft.own_content(article) else draft.articles[article].date
    date = known.value if known else None
    language = draft.articles[article].language.value
    for found in draft.readings[article].roles:
        if kind_of(found.person) != "people":
            continue
        country = draft.country_id(found.country) if found.country else None
        held = offices.setdefault(found.person, [])
        fitting = [office for office in held if office.fits(found.role, country, found.organization)]
        office = next((office for office in fitting if office.covers(date)), None)
        if office is None:
            office = _Office(found.person, LangText.of({language: found.role}), country, found.organization)
            held.append(office)
        if date:
            office.stated.add(date)
        office.country = office.country or country
        office.evidence[draft.evidence(article, draft.sentence_of(article, found.start), found.span)] = None


def _held(office: _Office) -> HeldRole:
    recorded = office.recorded
    return HeldRole(
        person=office.person,
        role=office.role,
        country=office.country,
        organization=office.organization,
        start_date=recorded.start_date if recorded else None,
        end_date=recorded.end_date if recorded else None,
        stated=tuple(sorted(office.stated, key=PartialDate.sort_key)),
        recorded=recorded is not None,
        evidence=tuple(office.evidence),
    )


def _order(role: HeldRole) -> tuple[str, int, tuple[int, ...], tuple[int, ...], str]:
    """Latest first: offices without end before ended ones, then by the last date known."""
    last = role.end_date or (role.stated[-1] if role.stated else role.start_date)
    ended = 1 if role.end_date else 0
    known = tuple(-part for part in last.sort_key()) if last else (0, 0, 0)
    start = tuple(-part for part in role.start_date.sort_key()) if role.start_date else (0, 0, 0)
    return (role.person, ended, known, start, str(role.role))
