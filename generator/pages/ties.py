"""What ties entities to each other, as pages ask for it: relations, members, events that follow."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.knowledge.relations import CountryRelation, Tie, country_relations, people_relations
from generator.model.records import Country, Organization, Role
from generator.model.site import Site


class Ties:
    """Look-ups of one site, each made when it is first asked for."""

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def relations(self) -> Mapping[tuple[str, str], CountryRelation]:
        """All pairs of countries that something ties, in the order of their slugs."""
        return country_relations(self._site)

    @cached_property
    def relation_by_id(self) -> Mapping[str, CountryRelation]:
        """Id of the page of two countries -> their relation."""
        return {relation.id: relation for relation in self.relations.values()}

    @cached_property
    def relations_of(self) -> Mapping[str, tuple[CountryRelation, ...]]:
        """Country id -> its relations, those with the most ties first."""
        found: dict[str, list[CountryRelation]] = {}
        for relation in self.relations.values():
            found.setdefault(relation.first, []).append(relation)
            found.setdefault(relation.second, []).append(relation)
        return {key: tuple(sorted(some, key=lambda one: (-len(one.ties), one.id))) for key, some in found.items()}

    @cached_property
    def related_people(self) -> Mapping[str, Mapping[str, tuple[Tie, ...]]]:
        """Person id -> the people that something ties to them, with the ties."""
        return people_relations(self._site)

    @cached_property
    def memberships(self) -> tuple[tuple[str, str, Role], ...]:
        """Every recorded membership: member, body, and what the record says.

        In the record of an organisation, a membership that names a country alone is that country's in it.
        """
        found = []
        for key in sorted(self._site.entities):
            record = self._site.entities[key].record
            for role in record.memberships if isinstance(record, Country | Organization) else ():
                if role.organization:
                    found.append((key, role.organization, role))
                elif role.country and isinstance(record, Organization):
                    found.append((role.country, key, role))
        return tuple(found)

    @cached_property
    def followers(self) -> Mapping[str, tuple[str, ...]]:
        """Event id -> events whose records say that they follow it or are part of it, by date."""
        after: dict[str, list[str]] = {}
        for event in self._site.dated_events:
            if event.record:
                for before in dict.fromkeys((event.record.follows, event.record.parent)):
                    if before:
                        after.setdefault(before, []).append(event.id)
        return {key: tuple(events) for key, events in after.items()}
