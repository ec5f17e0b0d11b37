"""From a view to a finished page: what pages of every kind have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from generator.model.ids import kind_of, slug_of
from generator.model.site import Entity
from generator.pages import happenings, sections
from generator.pages.build import Build, record_path
from generator.pages.history import own_history
from generator.pages.markdown import Md
from generator.pages.page import Page, PageKind
from generator.pages.questions import check_link, questions
from generator.pages.writer import Writer

_GAPS: Final = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")
_BLOCK_ENDS: Final = re.compile(r"^(</(?:div|details)>)\n(?=\S)", re.MULTILINE)
"""A block of HTML only ends at a blank line, for most readers of Markdown."""


def render(w: Writer, template: str, view: Mapping[str, Any]) -> str:
    """Return the Markdown of a template, with single blank lines.

    In a template `w` is the writer and `t` says words of the locale: `t("key", name=value)`, or `t("group", name)`
    for a name from content or a language pack, which the locale may not know.
    """

    def t(key: str, name: str | None = None, **values: object) -> Md:
        return Md.escape(w.locale.word(key, name)) if name else w.locale.say(key, **values)

    made = w.build.templates.get_template(f"{template}.md.j2").render(view, w=w, t=t)
    return _BLOCK_ENDS.sub(r"\1\n\n", _GAPS.sub("\n\n", made)).strip() + "\n"


def path_of(entity_id: str) -> str:
    """Return the path of an entity's page."""
    return f"{entity_id}.md"


def index_of(entity_id: str) -> str:
    """Return the path of the index that lists an entity's kind."""
    return f"{kind_of(entity_id)}/index.md"


def entity_view(w: Writer, entity: Entity) -> dict[str, Any]:
    """Return what the templates of people, countries, organisations and places share."""
    site, record = w.site, entity.record
    articles = tuple(dict.fromkeys(link.article for link in entity.backlinks))
    found, more = sections.mentions(w, entity.backlinks)
    return {
        "title": w.flag(entity.id) + w.words(entity.name),
        "lead": None,
        "lead_marks": Md(""),
        "facts": (),
        "reviewed": entity.reviewed,
        "record_path": record_path(record) or f"{kind_of(entity.id)}/{slug_of(entity.id)}.yml",
        "description": sections.description(w, record),
        "coverage": sections.coverage(w, articles, record),
        "names": sections.names(w, entity),
        "events": happenings.events(w, site.events_of.get(entity.id, ()), entity.id),
        "said": happenings.statements(w, site.statements_by.get(entity.id, ()), "said"),
        "about": happenings.statements(w, site.statements_about.get(entity.id, ()), "about"),
        "said_to": happenings.statements(w, site.statements_to.get(entity.id, ()), "to"),
        "together": happenings.named_together(w, entity.id, entity.backlinks),
        "mentions": found,
        "more_mentions": more,
        "claims": sections.claims(w, record),
        "questions": questions(w, entity.id),
        "check": Md("") if entity.reviewed else check_link(w, entity.id),
        "sources": sections.sources(w, record),
        "identifiers": sections.identifiers(w, record),
        "history": own_history(w, entity.id),
    }


def entity_page(build: Build, entity: Entity, kind: PageKind, w: Writer, view: Mapping[str, Any]) -> Page:
    """Return the page of a person, country, organisation or place from its finished view."""
    name = w.plain(entity.name)
    articles = tuple(dict.fromkeys(link.article for link in entity.backlinks))
    events = build.site.events_of.get(entity.id, ())
    return Page(
        path=path_of(entity.id),
        kind=kind,
        title=name,
        markdown=render(w, kind, view),
        language=build.locale.language,
        description=w.locale.t(f"description.{kind}", name=name, n=len(articles)),
        parent=index_of(entity.id),
        edit_path=record_path(entity.record),
        updated=build.updated(articles, *(event.date.start for event in events if event.date)),
        noindex=not entity.reviewed,
    )
