"""Small contents and sites to check."""

from __future__ import annotations

from typing import Any

from generator.model.article import Article, Pin
from generator.model.dates import PartialDate
from generator.model.problem import Position
from generator.model.reading import Mention, Reading
from generator.model.records import Country, Judgement, Person, Record, Role, SourceRef
from generator.model.settings import Settings
from generator.model.site import Entity, Site
from generator.model.text import LangText
from generator.reading.content import Content
from generator.reading.records.fields import Reference
from tests.support import article as make_article


def at(name: str = "people/a", line: int = 1, column: int = 1) -> Position:
    return Position(f"content/{name}.yml", line, column)


def person(slug: str, name: str = "", **more: Any) -> Person:
    return Person(id=f"people/{slug}", position=at(f"people/{slug}"), name=LangText.of(name or slug), **more)


def country(slug: str, code: str) -> Country:
    return Country(id=f"countries/{slug}", position=at(f"countries/{slug}"), name=LangText.of(slug), code=code)


def role(start: str | None = None, end: str | None = None, **more: Any) -> Role:
    return Role(
        position=at(line=3),
        role=LangText.of("chief"),
        start_date=PartialDate.parse(start) if start else None,
        end_date=PartialDate.parse(end) if end else None,
        **more,
    )


def quoting(quote: str, article: str = "articles/test") -> SourceRef:
    return SourceRef(position=at(line=4, column=12), article=article, quote=quote)


def judgement(decision: str, *ids: str, line: int = 1, **more: Any) -> Judgement:
    return Judgement(position=Position("content/judgements.yml", line, 3), decision=decision, ids=ids, **more)


def reference(target: str, candidate: bool = False) -> Reference:
    return Reference(at(line=7, column=9), "country", target, candidate)


def article(text: str = "Un texte.", date: str | None = "2023-07-31", **more: Any) -> Article:
    made = make_article(text, date=date)
    fields = {name: getattr(made, name) for name in Article.__slots__}
    return Article(**{**fields, **more})


def content(*records: Record, **more: Any) -> Content:
    return Content(records=records, **more)


def mention(entity_id: str | None, start: int = 0, end: int = 2, candidates: tuple[str, ...] = ()) -> Mention:
    return Mention(
        start=start, end=end, surface="Un", kind="person", id=entity_id, name="Un", candidates=candidates
    )  # fmt: skip


def site(*pages: str, articles: tuple[Article, ...] = (), mentions: tuple[Mention, ...] = (), **more: Any) -> Site:
    fields: dict[str, Any] = {
        "settings": Settings(),
        "articles": {one.id: one for one in articles},
        "readings": {one.id: Reading(article=one.id, mentions=mentions) for one in articles},
        "entities": {page: Entity(id=page, kind=page.partition("/")[0], name=LangText.of(page)) for page in pages},
        "events": {},
        "sources": {},
        "redirects": {},
    }
    return Site(**{**fields, **more})


def pin(start: int, end: int, target: str | None) -> Pin:
    return Pin(start, end, target)
