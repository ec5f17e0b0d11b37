"""Typed ties between countries and between people, from events, statements and offices, each with its evidence.

Being named in one sentence ties nobody: that is left to the pages, which label it as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from generator.model.dates import DateRange
from generator.model.ids import kind_of, slug_of
from generator.model.records import Person, Role
from generator.model.site import EventEntry, Evidence, HeldRole, Part, SaidStatement, Site

_KINDS: Final = {
    "AGREE": "agreement",
    "CONSULT": "meeting",
    "SUPPORT": "support",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "CONCEDE": "concession",
    "REQUEST": "request",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "mobilisation",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
"""PLOVER type -> the tie it makes between those who take part; all other types make the tie `event`."""

EVENT_KINDS: Final = ("agreement", "visit", *(kind for kind in _KINDS.values() if kind != "agreement"), "event")
"""Every kind of tie that an event makes, in reading order."""

_ORDER: Final = (*EVENT_KINDS, "statement", "succession")

_VISITING: Final = frozenset({"visitor", "guest"})
_MOST: Final = 10
"""Most countries, or people, of one event that are tied two by two: a summit of fifty is no tie of any two of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One thing that ties two entities.

    `kind` is one of `EVENT_KINDS` (then `event` is set), `statement` (then `said` is, and `by` is the side that
    speaks), or `succession` in an office (`by` is who held it first).
    """

    kind: str
    evidence: tuple[Evidence, ...]
    event: EventEntry | None = None
    said: SaidStatement | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryRelation:
    """What ties two countries, the one with the smaller slug first: events by date, then statements as the site has."""

    first: str
    second: str
    ties: tuple[Tie, ...]

    @property
    def id(self) -> str:
        """The id of its page."""
        return relation_id(self.first, self.second)

    @property
    def events(self) -> tuple[EventEntry, ...]:
        """The events that concern both, by date, undated ones last."""
        return tuple(tie.event for tie in self.ties if tie.event)


def relation_id(one: str, other: str) -> str:
    """Return the id of the page of two countries, whichever comes first."""
    return f"relations/{'-'.join(sorted((slug_of(one), slug_of(other))))}"


def kind_of_event(event: EventEntry) -> str:
    """Return the kind of tie an event makes between those who act in it."""
    if event.type == "CONSULT" and any(part.part in _VISITING for part in event.parts):
        return "visit"
    return _KINDS.get(event.type, "event")


def country_relations(site: Site) -> dict[tuple[str, str], CountryRelation]:
    """Return all pairs of countries with a page that something ties, in the order of their slugs."""
    ties: dict[tuple[str, str], list[Tie]] = {}
    for event in site.dated_events:
        acting = parties(site, event)
        countries = sorted((acting | set(event.countries)) & site.entities.keys(), key=slug_of)
        for pair in combinations(countries, 2) if len(countries) <= _MOST else ():
            # A country that is only where it happened, or is only spoken of, has no part in the agreement.
            kind = kind_of_event(event) if acting.issuperset(pair) else "event"
            ties.setdefault(pair, []).append(Tie(kind=kind, evidence=event.evidence, event=event))
    for said in site.statements:
        about = [key for key in said.about if kind_of(key) == "countries" and key in site.entities]
        for side in speaks_for(site, said) if about else ():
            for other in about if side in site.entities else ():
                if other != side:
                    first, second = sorted((side, other), key=slug_of)
                    ties.setdefault((first, second), []).append(_words(said, side))
    return {
        pair: CountryRelation(first=pair[0], second=pair[1], ties=tuple(ties[pair]))
        for pair in sorted(ties, key=lambda pair: (slug_of(pair[0]), slug_of(pair[1])))
    }


def people_relations(site: Site) -> dict[str, dict[str, tuple[Tie, ...]]]:
    """Return, for every person that something ties to another one with a page, those others by id with the ties."""
    ties: dict[str, dict[str, list[Tie]]] = {}

    def add(one: str, other: str, tie: Tie) -> None:
        if one != other and {one, other} <= site.entities.keys() and {kind_of(one), kind_of(other)} == {"people"}:
            ties.setdefault(one, {}).setdefault(other, []).append(tie)
            ties.setdefault(other, {}).setdefault(one, []).append(tie)

    for event in site.dated_events:
        kind = kind_of_event(event)
        people = [part for part in event.parts if kind_of(part.entity) == "people"]
        for one, other in combinations(people, 2) if len(people) <= _MOST else ():
            add(one.entity, other.entity, Tie(kind=kind, evidence=_both(event, one, other), event=event))
    for said in site.statements:
        speaker = said.statement.speaker
        for named in said.about if speaker else ():
            add(speaker or "", named, _words(said, speaker or ""))
    for (before, after), evidence in _successions(site).items():
        add(before, after, Tie(kind="succession", evidence=tuple(dict.fromkeys(evidence)), by=before))
    return {person: {other: tuple(found[other]) for other in sorted(found)} for person, found in sorted(ties.items())}


def parties(site: Site, event: EventEntry) -> frozenset[str]:
    """Return the countries that act in an event: those its record names, and those its participants act for."""
    found = set(event.countries) if event.record else set()
    for part in event.parts:
        found.update(side_of(site, part, event.date))
    return frozenset(found)


def side_of(site: Site, part: Part, date: DateRange | None) -> tuple[str, ...]:
    """Return the countries that a participant acts for on a date."""
    if part.on_behalf_of:
        return (part.on_behalf_of,) if kind_of(part.on_behalf_of) == "countries" else ()
    return _acts_for(site, part.entity, date)


def speaks_for(site: Site, said: SaidStatement) -> tuple[str, ...]:
    """Return the countries that a speaker holds an office for when the article appears, or is."""
    known = site.articles[said.article].date
    return _acts_for(site, said.statement.speaker or "", DateRange(known.value) if known else None)


def office_on(site: Site, person: str, country: str, date: DateRange | None) -> HeldRole | None:
    """Return the office a person held for a country on a date: a dated one before one that is only reported."""
    held = [role for role in site.roles_of.get(person, ()) if role.country == country and _held(role, date)]
    return min(held, key=lambda role: (role.start_date is None, role.end_date is not None), default=None)


def _acts_for(site: Site, entity: str, date: DateRange | None) -> tuple[str, ...]:
    if kind_of(entity) == "countries":
        return (entity,)
    offices = site.roles_of.get(entity, ())
    return tuple(dict.fromkeys(role.country for role in offices if role.country and _held(role, date)))


def _held(role: HeldRole, date: DateRange | None) -> bool:
    """Tell whether an office may have been held on a date; what is not known fits."""
    if date is None:
        return True
    begun = role.start_date is None or role.start_date.first_day() <= date.last_day()
    return begun and (role.end_date is None or date.first_day() <= role.end_date.last_day())


def _words(said: SaidStatement, by: str) -> Tie:
    return Tie(kind="statement", evidence=(Evidence(said.article, said.sentence),), said=said, by=by)


def _both(event: EventEntry, one: Part, other: Part) -> tuple[Evidence, ...]:
    """Return what says that both took part: sentences that name both, else what the event rests on."""
    shared = tuple(item for item in one.evidence if item.article and item in other.evidence)
    return shared or event.evidence


def _successions(site: Site) -> dict[tuple[str, str], list[Evidence]]:
    """Return who followed whom in an office by the records of either: `(before, after)` -> what says so."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for person, entity in site.entities.items():
        for role in entity.record.roles if isinstance(entity.record, Person) else ():
            held = (held for held in site.roles_of.get(person, ()) if _is(held, role))
            evidence = next((office.evidence for office in held), ()) or (Evidence(record=role.position),)
            for pair in ((role.predecessor, person), (person, role.successor)):
                if pair[0] and pair[1]:
                    found.setdefault((pair[0], pair[1]), []).extend(evidence)
    return found


def _is(held: HeldRole, role: Role) -> bool:
    return held.recorded and (held.role, held.start_date, held.end_date) == (role.role, role.start_date, role.end_date)


def counted(ties: Iterable[Tie]) -> Mapping[str, int]:
    """Return how many ties there are of each kind, in reading order."""
    counts: dict[str, int] = {}
    for tie in ties:
        counts[tie.kind] = counts.get(tie.kind, 0) + 1
    return {kind: counts[kind] for kind in _ORDER if kind in counts}
