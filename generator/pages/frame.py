"""What the pages of people, countries, organisations and places have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.model.ids import kind_of, slug_of
from generator.model.site import Entity
from generator.pages.build import Build, record_path
from generator.pages.lists.lists import Lists, LongList
from generator.pages.markdown import Md
from generator.pages.page import Page, PageKind
from generator.pages.rendering import render
from generator.pages.sections import shared
from generator.pages.sections.coverage import coverage
from generator.pages.sections.dated import mentions_list, moments_list, statements_list
from generator.pages.sections.history import own_history
from generator.pages.sections.questions import check_link, questions
from generator.pages.sections.together import named_together
from generator.pages.writer import Writer


def path_of(entity_id: str) -> str:
    """Return the path of an entity's page."""
    return f"{entity_id}.md"


def index_of(entity_id: str) -> str:
    """Return the path of the index that lists an entity's kind."""
    return f"{kind_of(entity_id)}/index.md"


def lists_of(build: Build, entity: Entity, *more: LongList[Any]) -> Lists:
    """Return the long lists of an entity's page, with `more` that its kind alone has."""
    site = build.site
    return Lists(
        build,
        entity.id,
        (
            moments_list(build.moments_of(entity.id), entity.id),
            statements_list(build, "said", site.statements_by.get(entity.id, ())),
            *more,
            statements_list(build, "about", site.statements_about.get(entity.id, ())),
            statements_list(build, "said_to", site.statements_to.get(entity.id, ())),
            mentions_list(build, entity.backlinks),
        ),
    )


def entity_view(w: Writer, entity: Entity, lists: Lists) -> dict[str, Any]:
    """Return what the templates of people, countries, organisations and places share."""
    record = entity.record
    articles = tuple(dict.fromkeys(link.article for link in entity.backlinks))
    return {
        "title": w.flag(entity.id) + w.words(entity.name),
        "lead": None,
        "lead_marks": Md(""),
        "facts": (),
        "reviewed": entity.reviewed,
        "record_path": record_path(record) or f"{kind_of(entity.id)}/{slug_of(entity.id)}.yml",
        "description": shared.description(w, record),
        "coverage": coverage(w, articles, record),
        "names": shared.names(w, entity),
        **lists.view(w),
        "together": named_together(
            # The people beside a person have a section of their own.
            w,
            entity.id,
            entity.backlinks,
            *(["people"] if entity.kind == "people" else []),
        ),
        "claims": shared.claims(w, record),
        "questions": questions(w, entity.id),
        "check": Md("") if entity.reviewed else check_link(w, entity.id),
        "sources": shared.sources(w, record),
        "identifiers": shared.identifiers(w, record),
        "history": own_history(w, entity.id),
    }


def entity_pages(
    build: Build, entity: Entity, kind: PageKind, w: Writer, view: Mapping[str, Any], lists: Lists
) -> Sequence[Page]:
    """Return the page of a person, country, organisation or place from its finished view, then its sheets."""
    name = w.plain(entity.name)
    articles = tuple(dict.fromkeys(link.article for link in entity.backlinks))
    events = build.site.events_of.get(entity.id, ())
    main = Page(
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
    return (main, *lists.pages(main, view["title"]))
