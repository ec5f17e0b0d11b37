"""Pins with a bare slug (`[[slug|words]]`) get the id of the one page that slug can mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.language.countries import country_by_slug
from generator.language.places import place_by_slug
from generator.model.article import Article, Pin
from generator.model.ids import ENTITY_KINDS, kind_of, make_id, slug_of
from generator.model.problem import Position, Problem
from generator.reading.records.yamlhelp import locate


def slugs_of(ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return slug -> the ids of entities that have it, in the order of `ENTITY_KINDS`."""
    found: dict[str, set[str]] = {}
    for one in ids:
        if kind_of(one) in ENTITY_KINDS:
            found.setdefault(slug_of(one), set()).add(one)
    return {slug: tuple(sorted(ids, key=lambda one: ENTITY_KINDS.index(kind_of(one)))) for slug, ids in found.items()}


def complete_pins(article: Article, slugs: Mapping[str, tuple[str, ...]]) -> tuple[Article, tuple[Problem, ...]]:
    """Return the article with complete ids in its pins, and a problem for each slug that several pages have.

    `slugs` are those of the records (`slugs_of`); after them come the shipped countries and cities. A slug that
    nothing has is taken for a person's: whether that page will exist is asked by a check.
    """
    if all(pin.id is None or "/" in pin.id for pin in article.pins):
        return article, ()
    pins, problems = [], []
    for pin in article.pins:
        if pin.id is None or "/" in pin.id:
            pins.append(pin)
            continue
        ids = slugs.get(pin.id) or _in_tables(pin.id)
        pins.append(Pin(pin.start, pin.end, ids[0] if ids else make_id("people", pin.id)))
        if len(ids) > 1:
            problems.append(
                Problem.at(
                    Position(article.path, *locate(article.text, pin.start)),
                    "ambiguous-reference",
                    f"`{pin.id}` may be {' or '.join(ids)}",
                    f"write the complete id: [[{ids[0]}|{article.text[pin.start : pin.end]}]]",
                )
            )
    return replace(article, pins=tuple(pins)), tuple(problems)


def _in_tables(slug: str) -> tuple[str, ...]:
    """Return the ids that a slug has in the shipped tables."""
    ids = []
    if country_by_slug(slug):
        ids.append(make_id("countries", slug))
    if place_by_slug(slug):
        ids.append(make_id("places", slug))
    return tuple(ids)
