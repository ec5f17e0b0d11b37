"""The page of a place."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.records import Place
from generator.model.site import Entity
from generator.pages.build import Build
from generator.pages.frame import entity_pages, entity_view, lists_of, path_of
from generator.pages.markdown import Md
from generator.pages.page import Page
from generator.pages.sections import shared
from generator.pages.writer import Writer


def place_pages(build: Build, entity: Entity) -> Sequence[Page]:
    """Return the page of one place, then its sheets."""
    w = Writer(build, path_of(entity.id))
    lists = lists_of(build, entity)
    view = entity_view(w, entity, lists)
    view["facts"] = tuple(_facts(w, entity))
    return entity_pages(build, entity, "place", w, view, lists)


def _facts(w: Writer, entity: Entity) -> list[shared.Fact]:
    facts = []
    if isinstance(entity.record, Place):
        record = entity.record
        values: list[tuple[str, Md]] = [
            ("classification", Md.escape(w.locale.word("classification", record.classification or ""))),
            ("country", w.to(record.country) if record.country else Md("")),
        ]
        if record.latitude is not None and record.longitude is not None:
            values.append(("coordinates", Md.escape(f"{record.latitude:.4f}, {record.longitude:.4f}")))
        facts += [shared.Fact(label, value) for label, value in values if value]
        if facts:
            facts += shared.source_fact(shared.record_marks(w, record))
    return facts
