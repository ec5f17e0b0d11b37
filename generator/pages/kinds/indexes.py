"""What each index lists, in which order, and how it can be grouped."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.ids import ENTITY_KINDS
from generator.pages.build import Build
from generator.pages.kinds.index import Listing, listing_pages
from generator.pages.kinds.relation import relation_entry
from generator.pages.lists import groupings as by
from generator.pages.page import Page
from generator.pages.sections.entries import article_entry, entity_entry, event_entry, source_entry

LETTERS_FROM = 40
"""Entries from which an index of names gets a heading for each letter."""

_WAYS = {
    "people": (by.NAME, by.COUNTRY, by.ROLE, by.REVIEW),
    "countries": (by.NAME, by.REVIEW),
    "organizations": (by.NAME, by.COUNTRY, by.REVIEW),
    "places": (by.NAME, by.COUNTRY, by.REVIEW),
}


def index_pages(build: Build) -> Iterator[Page]:
    """Yield the indexes with their groupings, one index for each kind, also where there is nothing to list yet."""
    for kind in ENTITY_KINDS:
        if kind != "events":
            yield from listing_pages(build, _entities(build, kind))
    yield from listing_pages(build, _events(build))
    yield from listing_pages(build, _articles(build))
    yield from listing_pages(build, _sources(build))
    yield from listing_pages(build, _relations(build))


def _entities(build: Build, kind: str) -> Listing:
    ids = [entity.id for entity in build.site.entities.values() if entity.kind == kind]
    ids.sort(key=lambda key: (*build.locale.sort_key(build.plain(key)), key))
    most = sorted(ids, key=build.articles_naming, reverse=True)
    return Listing(kind, ids, entity_entry, _WAYS[kind], most, "index.most_named", LETTERS_FROM)


def _events(build: Build) -> Listing:
    events = build.site.dated_events
    ids = [event.id for event in events if event.date][::-1] + [event.id for event in events if not event.date]
    ways = (by.YEAR, by.TYPE, by.COUNTRY, by.REVIEW)
    return Listing("events", ids, event_entry, ways, ids, "index.newest")


def _articles(build: Build) -> Listing:
    ways = (by.YEAR, by.OUTLET, by.LANGUAGE)
    return Listing("articles", build.newest, article_entry, ways, build.newest, "index.newest")


def _sources(build: Build) -> Listing:
    sources = build.site.sources
    ids = sorted(sources, key=lambda key: (*build.locale.sort_key(build.plain(key)), key))
    most = sorted(ids, key=lambda key: len(sources[key].articles), reverse=True)
    return Listing(
        "sources", ids, source_entry, (by.NAME, by.COUNTRY, by.REVIEW), most, "index.most_articles", LETTERS_FROM
    )


def _relations(build: Build) -> Listing:
    relations = build.ties.relation_by_id
    ids = sorted(relations, key=lambda key: (*build.locale.sort_key(build.plain(key)), key))
    most = sorted(ids, key=lambda key: len(relations[key].ties), reverse=True)
    ways = (by.NAME, by.COUNTRY, by.KIND, by.REVIEW)
    return Listing(
        "relations", ids, relation_entry, ways, most, "index.most_ties", LETTERS_FROM, parent="countries/index.md"
    )
