"""The newest events and articles, for the home page."""

from __future__ import annotations

from typing import Any

from generator.pages.build import Build
from generator.pages.kinds.review import open_questions
from generator.pages.markdown import link
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.sections import happenings
from generator.pages.sections.entries import article_entry
from generator.pages.sections.history import newest
from generator.pages.writer import Writer

NEWEST = 5
"""How many events and articles the home page shows."""


def home_page(build: Build) -> Page:
    """Return a home page; a host puts its sections below a home page written by hand."""
    w = Writer(build, "index.md")
    title = w.locale.t("index.home")
    return Page(
        path=w.path,
        kind="home",
        title=title,
        markdown=render(w, "home", {"title": title, **_view(w)}),
        language=build.locale.language,
        description=w.locale.t("index_intro.home"),
        updated=build.updated(build.newest[:1]),
    )


def _view(w: Writer) -> dict[str, Any]:
    dated = [event for event in w.site.dated_events if event.date]
    # Notes written for the site are no news.
    articles = [key for key in w.build.newest if not w.build.own(key)] or w.build.newest
    waiting = open_questions(w.build)
    desk = link(w.locale.t("review.title"), w.href("review/index"))
    return {
        "review": w.locale.say("home.open", n=waiting, number=w.locale.number(waiting), desk=desk) if waiting else None,
        "events": tuple(happenings.event_line(w, event) for event in dated[: -NEWEST - 1 : -1]),
        "changes": newest(w, NEWEST),
        "articles": tuple(article_entry(w, key) for key in articles[:NEWEST]),
    }
