"""The page of a person."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.records import Person
from generator.model.site import Entity
from generator.pages.build import Build
from generator.pages.frame import entity_pages, entity_view, lists_of, path_of
from generator.pages.markdown import Md, join
from generator.pages.page import Page
from generator.pages.sections import shared
from generator.pages.sections.related import related_people
from generator.pages.writer import Writer


def person_pages(build: Build, entity: Entity) -> Sequence[Page]:
    """Return the page of one person, then its sheets."""
    w = Writer(build, path_of(entity.id))
    lists = lists_of(build, entity)
    view = entity_view(w, entity, lists)
    view["events_title"] = w.locale.say("section.timeline")
    view["related"] = related_people(w, entity.id, entity.backlinks)
    view["roles"] = shared.roles_of(w, entity.id)
    latest = w.latest_role(entity.id)
    if latest:
        time = w.role_time(latest)
        view["lead"] = join(w.locale.t("list.comma"), [w.role(latest), time]) if time else w.role(latest)
        view["lead_marks"] = w.sourced(latest.evidence, 3)
    view["facts"] = tuple(_facts(w, entity))
    return entity_pages(build, entity, "person", w, view, lists)


def _facts(w: Writer, entity: Entity) -> list[shared.Fact]:
    if not isinstance(entity.record, Person):
        return []
    record = entity.record
    values: list[tuple[str, Md]] = [
        ("title", w.words(record.honorific_prefix)),
        ("country", w.to(record.country) if record.country else Md("")),
        ("born", w.date(record.birth_date)),
        ("died", w.date(record.death_date)),
    ]
    facts = [shared.Fact(label, value) for label, value in values if value]
    return facts + shared.source_fact(shared.record_marks(w, record)) if facts else []
