"""A `Site` in, all its pages out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from generator.model.site import Entity, Site
from generator.pages.build import Build
from generator.pages.kinds.article import article_page
from generator.pages.kinds.changes import changes_pages
from generator.pages.kinds.country import country_pages
from generator.pages.kinds.event import event_page
from generator.pages.kinds.home import home_page
from generator.pages.kinds.indexes import index_pages
from generator.pages.kinds.organization import organization_pages
from generator.pages.kinds.person import person_pages
from generator.pages.kinds.place import place_pages
from generator.pages.kinds.redirect import redirect_pages
from generator.pages.kinds.relation import relation_pages
from generator.pages.kinds.review import review_pages
from generator.pages.kinds.source import source_pages
from generator.pages.kinds.timeline import timeline_pages
from generator.pages.locale import Locale
from generator.pages.page import Page
from generator.pages.repository import Repository
from generator.pages.templates import environment

_ENTITY_PAGES: Final[Mapping[str, Callable[[Build, Entity], Sequence[Page]]]] = {
    "people": person_pages,
    "countries": country_pages,
    "organizations": organization_pages,
    "places": place_pages,
}


def build_pages(
    site: Site, locale: Locale, templates: Sequence[Path] = (), repository: Repository | None = None
) -> tuple[Page, ...]:
    """Return every generated page in one interface language, in a fixed order.

    `templates` are folders whose templates replace the shipped ones of the same name; `repository` is where readers
    can edit the content. Pure: reads nothing but the templates.

    Raises:
        jinja2.TemplateError: a template is broken.
        KeyError: a template asks for words that no locale file has.
    """
    return tuple(_pages(Build(site, locale, environment(templates), repository)))


def _pages(build: Build) -> Iterator[Page]:
    site = build.site
    yield home_page(build)
    yield from index_pages(build)
    yield from timeline_pages(build)
    yield from review_pages(build)
    yield from changes_pages(build)
    for entity in site.entities.values():
        yield from _ENTITY_PAGES[entity.kind](build, entity)
    yield from relation_pages(build)
    for event in site.events.values():
        yield event_page(build, event)
    for article in site.articles.values():
        yield article_page(build, article)
    for source in site.sources.values():
        yield from source_pages(build, source)
    yield from redirect_pages(build)
