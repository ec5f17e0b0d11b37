"""The newest events and articles."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.text import LangText
from generator.pages import Page
from tests.pages.conftest import make_site
from tests.pages.support import items, one, tree


def test_newest_events_and_articles_come_first_with_their_sources(pages: Mapping[str, Page]) -> None:
    root = tree(pages["index.md"])
    events = items(root, "latest-events")
    assert [event.all("a")[0].text for event in events] == ["Une visite", "Arvale accord"]
    assert all(event.all("a", "ks-source") for event in events)
    assert [article.all("a")[0].attrs["href"] for article in items(root, "latest-articles")] == [
        "articles/accord.md", "articles/talks.md",
    ]  # fmt: skip


def test_notes_written_for_the_site_are_no_news() -> None:
    site = make_site()
    courrier = site.sources["sources/le-courrier"]
    assert courrier.record is not None
    own = replace(courrier, record=replace(courrier.record, own_content=True, name=LangText.of("Notes")))
    page = one(replace(site, sources={**site.sources, courrier.id: own}), "index.md")
    assert [article.all("a")[0].attrs["href"] for article in items(tree(page), "latest-articles")] == [
        "articles/talks.md"
    ]
