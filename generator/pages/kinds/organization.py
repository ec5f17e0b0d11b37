"""The page of an organisation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.records import Organization
from generator.model.site import Entity
from generator.pages.build import Build
from generator.pages.frame import entity_pages, entity_view, lists_of, path_of
from generator.pages.markdown import Md
from generator.pages.page import Page
from generator.pages.sections import shared
from generator.pages.sections.membership import member_of, members
from generator.pages.writer import Writer


def organization_pages(build: Build, entity: Entity) -> Sequence[Page]:
    """Return the page of one organisation, then its sheets."""
    w = Writer(build, path_of(entity.id))
    lists = lists_of(build, entity)
    view = entity_view(w, entity, lists)
    view["holders"] = shared.holders(w, entity.id)
    view["facts"] = tuple(_facts(w, entity))
    view["memberships"] = member_of(w, entity.id)
    view["members"] = members(w, entity.id)
    return entity_pages(build, entity, "organization", w, view, lists)


def _facts(w: Writer, entity: Entity) -> list[shared.Fact]:
    facts = []
    if isinstance(entity.record, Organization):
        record = entity.record
        values: list[tuple[str, Md]] = [
            ("acronym", w.words(record.acronym)),
            ("classification", Md.escape(w.locale.word("classification", record.classification or ""))),
            ("country", w.to(record.country) if record.country else Md("")),
            ("founded", w.date(record.founding_date)),
            ("dissolved", w.date(record.dissolution_date)),
        ]
        facts += [shared.Fact(label, value) for label, value in values if value]
        if facts:
            facts += shared.source_fact(shared.record_marks(w, record))
    return facts
