"""The page of a person."""

from __future__ import annotations

from generator.model.records import Person
from generator.model.site import Entity
from generator.pages import sections
from generator.pages.build import Build
from generator.pages.frame import entity_page, entity_view, path_of
from generator.pages.markdown import Md, join
from generator.pages.page import Page
from generator.pages.writer import Writer


def person_page(build: Build, entity: Entity) -> Page:
    """Return the page of one person."""
    w = Writer(build, path_of(entity.id))
    view = entity_view(w, entity)
    view["roles"] = sections.roles_of(w, entity.id)
    view["lead"] = latest_role(w, entity.id)
    view["lead_marks"] = Md("").join(w.marks(role.evidence, 3) for role in build.site.roles_of.get(entity.id, ())[:1])
    view["facts"] = tuple(_facts(w, entity))
    return entity_page(build, entity, "person", w, view)


def latest_role(w: Writer, person: str) -> Md | None:
    """Return the office of a person on the latest date known, with that date."""
    held = w.site.roles_of.get(person, ())
    if not held:
        return None
    time = w.role_time(held[0])
    return join(w.locale.t("list.comma"), [w.role(held[0]), time]) if time else w.role(held[0])


def _facts(w: Writer, entity: Entity) -> list[sections.Fact]:
    facts = []
    if isinstance(entity.record, Person):
        record, marks = entity.record, sections.record_marks(w, entity.record)
        if record.honorific_prefix:
            facts.append(sections.Fact("title", w.words(record.honorific_prefix) + marks))
        if record.country:
            facts.append(sections.Fact("country", w.to(record.country) + marks))
        for label, date in (("born", record.birth_date), ("died", record.death_date)):
            if date:
                facts.append(sections.Fact(label, w.date(date) + marks))
    return facts + sections.first_and_last(w, entity)
