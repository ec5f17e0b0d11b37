"""The page of a country."""

from __future__ import annotations

from collections.abc import Sequence

from generator.knowledge.moments import moment_of
from generator.model.records import Country
from generator.model.site import Entity, SaidStatement
from generator.pages.build import Build
from generator.pages.frame import entity_pages, entity_view, lists_of, path_of
from generator.pages.kinds.relation import partners
from generator.pages.lists.paging import NEWEST
from generator.pages.markdown import Md
from generator.pages.page import Page
from generator.pages.sections import happenings, shared
from generator.pages.sections.dated import statements_list
from generator.pages.sections.membership import member_of
from generator.pages.writer import Writer


def country_pages(build: Build, entity: Entity) -> Sequence[Page]:
    """Return the page of one country, then its sheets."""
    w = Writer(build, path_of(entity.id))
    officials = statements_list(build, "officials", _officials_statements(build, entity.id))
    lists = lists_of(build, entity, officials)
    view = entity_view(w, entity, lists)
    view["holders"] = shared.holders(w, entity.id)
    view["agreements"] = _agreements(w, entity.id, NEWEST if lists.divided else None)
    view["partners"] = partners(w, entity.id)
    view["facts"] = tuple(_facts(w, entity))
    view["memberships"] = member_of(w, entity.id)
    return entity_pages(build, entity, "country", w, view, lists)


def _facts(w: Writer, entity: Entity) -> list[shared.Fact]:
    record = entity.record
    facts = []
    if entity.code:
        facts.append(shared.Fact("code", Md.escape(entity.code)))
    if not isinstance(record, Country):
        # Without a record, a country is known by its code in the table that comes with the engine.
        return facts + shared.source_fact(w.table_mark()) if facts else []
    if record.capital:
        facts.append(shared.Fact("capital", w.to(record.capital)))
    return facts + shared.source_fact(shared.record_marks(w, record))


def _agreements(w: Writer, country: str, limit: int | None) -> happenings.EventList | None:
    """Return the agreements a country has a part in, newest first, undated ones last; all are among its events too."""
    events = [event for event in w.site.events_of.get(country, ()) if event.type == "AGREE"]
    found = [event for event in events[::-1] if event.date] + [event for event in events if not event.date]
    shown = [moment_of(event) for event in found[:limit]]
    return happenings.moments(w, shown, country, len(found) - len(shown), key="agreements")


def _officials_statements(build: Build, country: str) -> list[SaidStatement]:
    """Return what people said who are recorded or reported to hold an office for the country."""
    people = dict.fromkeys(role.person for role in build.site.roles_for.get(country, ()))
    return [said for person in people for said in build.site.statements_by.get(person, ())]
