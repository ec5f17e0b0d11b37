"""The page of all changes of the knowledge, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.pages.build import Build
from generator.pages.markdown import Md
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.sections import history
from generator.pages.writer import Writer


@dataclass(frozen=True, slots=True)
class Day:
    """The changes of one day; `anchor` is the stable id of its heading."""

    date: Md
    anchor: str
    lines: tuple[history.ChangeLine, ...]


def changes_pages(build: Build) -> Iterator[Page]:
    """Yield the page of all changes; nothing where no history is known."""
    if not build.site.changes:
        return
    w = Writer(build, f"{history.INDEX}.md")
    title = w.locale.t("index.changes")
    shown = build.site.changes[: history.LIMIT]
    days = tuple(
        Day(w.date(date), f"d{date}", tuple(history.change_lines(w, list(found))))
        for date, found in groupby(shown, key=lambda change: change.date)
    )
    yield Page(
        path=w.path,
        kind="changes",
        title=title,
        markdown=render(w, "changes", {"title": title, "days": days, "more": len(build.site.changes) - len(shown)}),
        language=build.locale.language,
        description=w.locale.t("index_intro.changes"),
        updated=str(shown[0].date),
    )
