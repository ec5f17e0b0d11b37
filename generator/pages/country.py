"""The page of a country."""

from __future__ import annotations

from generator.model.records import Country
from generator.model.site import Entity, EventEntry, SaidStatement
from generator.pages import happenings, sections
from generator.pages.build import HUB_LIMIT, Build
from generator.pages.frame import entity_page, entity_view, path_of
from generator.pages.markdown import Md
from generator.pages.membership import member_of
from generator.pages.page import Page
from generator.pages.writer import Writer

_EVENTS_PER_PAIR = 3


def country_page(build: Build, entity: Entity) -> Page:
    """Return the page of one country."""
    w = Writer(build, path_of(entity.id))
    view = entity_view(w, entity)
    view["holders"] = sections.holders(w, entity.id)
    view["partners"] = _partners(w, entity.id)
    view["officials"] = happenings.statements(w, _officials_statements(w, entity.id), "officials")
    view["facts"] = tuple(_facts(w, entity))
    view["memberships"] = member_of(w, entity.id)
    return entity_page(build, entity, "country", w, view)


def _facts(w: Writer, entity: Entity) -> list[sections.Fact]:
    record = entity.record
    facts = []
    if entity.code:
        facts.append(sections.Fact("code", Md.escape(entity.code)))
    if not isinstance(record, Country):
        # Without a record, a country is known by its code in the table that comes with the engine.
        return facts + sections.source_fact(w.table_mark()) if facts else []
    if record.capital:
        facts.append(sections.Fact("capital", w.to(record.capital)))
    return facts + sections.source_fact(sections.record_marks(w, record))


def _partners(w: Writer, country: str) -> tuple[tuple[Md, int, tuple[happenings.EventLine, ...]], ...]:
    """Return the countries that share events with this one: name, how many, and the newest of them."""
    shared: dict[str, list[EventEntry]] = {}
    for event in sorted(w.site.events_of.get(country, ())[::-1][:HUB_LIMIT], key=lambda event: event.date is None):
        for other in event.countries:
            if other != country:
                shared.setdefault(other, []).append(event)
    ranked = sorted(shared, key=lambda key: (-len(shared[key]), key))
    return tuple(
        (
            w.to(other),
            len(shared[other]),
            tuple(happenings.event_line(w, event) for event in shared[other][:_EVENTS_PER_PAIR]),
        )
        for other in ranked
    )


def _officials_statements(w: Writer, country: str) -> list[SaidStatement]:
    """Return what people said who are recorded or reported to hold an office for the country."""
    people = dict.fromkeys(role.person for role in w.site.roles_for.get(country, ()))
    return [said for person in people for said in w.site.statements_by.get(person, ())]
