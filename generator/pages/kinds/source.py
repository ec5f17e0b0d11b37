"""The page of an outlet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.model.site import SourceEntry
from generator.pages.build import Build, record_path
from generator.pages.frame import index_of, path_of
from generator.pages.lists.lists import Lists
from generator.pages.markdown import Md, link, safe_url
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.sections import shared
from generator.pages.sections.coverage import ownership_of
from generator.pages.sections.dated import articles_list
from generator.pages.sections.history import own_history
from generator.pages.sections.questions import check_link
from generator.pages.writer import Writer


def source_pages(build: Build, source: SourceEntry) -> Sequence[Page]:
    """Return the page of one outlet, then its sheets."""
    w = Writer(build, path_of(source.id))
    name = w.plain(source.name)
    lists = Lists(build, source.id, [articles_list(build, source.articles)])
    view = _view(w, source) | lists.view(w)
    main = Page(
        path=w.path,
        kind="source",
        title=name,
        markdown=render(w, "source", view),
        language=build.locale.language,
        description=w.locale.t("description.source", name=name, n=len(source.articles)),
        parent=index_of(source.id),
        edit_path=record_path(source.record),
        updated=build.updated(source.articles),
        noindex=source.record is None,
    )
    return (main, *lists.pages(main, view["title"], "source_sheet"))


def _view(w: Writer, source: SourceEntry) -> dict[str, Any]:
    record = source.record
    shown = w.plain(source.name)
    return {
        "title": w.words(source.name),
        "lead": w.locale.say("source_page.own") if record and record.own_content else None,
        "lead_marks": Md(""),
        "facts": tuple(_facts(w, source)),
        "reviewed": record is not None,
        "check": Md("") if record else check_link(w, source.id),
        "record_path": record_path(record) or f"{source.id}.yml",
        "description": shared.description(w, record),
        "names": tuple(w.in_language(name, tag) for tag, name in record.all_names() if name != shown) if record else (),
        "names_mark": shared.record_line(w, record),
        "count": len(source.articles),
        "claims": shared.claims(w, record),
        "sources": shared.sources(w, record),
        "identifiers": shared.identifiers(w, record),
        "history": own_history(w, source.id),
    }


def _facts(w: Writer, source: SourceEntry) -> list[shared.Fact]:
    record = source.record
    if record is None:
        return []
    marks = shared.record_marks(w, record)
    url = safe_url(record.url)
    values: list[tuple[str, Md]] = [
        ("country", w.to(record.country) if record.country else Md("")),
        ("ownership", ownership_of(w, record)),
        ("language", Md.escape(w.locale.word("language", record.language)) if record.language else Md("")),
        ("rights", Md.escape(w.locale.t(f"rights.{record.rights or w.site.settings.rights}"))),
        ("website", link((record.url or "").partition("://")[2].rstrip("/"), url) if url else Md("")),
    ]
    facts = [shared.Fact(label, value) for label, value in values if value]
    return facts + shared.source_fact(marks)
