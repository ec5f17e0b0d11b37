"""Small readings and records to build sites of."""

from __future__ import annotations

from typing import Any

from generator.knowledge.build import build_site
from generator.model.article import Article, Known, Zone, ZoneKind
from generator.model.dates import DateRange, PartialDate
from generator.model.problem import Position
from generator.model.reading import FoundEvent, Mention, Reading
from generator.model.records import Event, Judgement, Participant, Person, Record
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.text import LangText, Span


def at(path: str = "content/x.yml", line: int = 1) -> Position:
    return Position(path, line, 1)


def make_article(slug: str, *sentences: str, date: str | None = "2020-05-05", source: str = "sources/a") -> Article:
    text = " ".join(sentences)
    return Article(
        id=f"articles/{slug}",
        path=f"content/articles/{slug}.txt",
        text=text,
        zones=(Zone(0, len(text), ZoneKind.BODY),),
        language=Known("en", "default"),
        date=Known(PartialDate.parse(date), "front_matter") if date else None,
        source=Known(source, "front_matter"),
        source_name="A",
    )


def sentence_spans(article: Article, *sentences: str) -> tuple[Span, ...]:
    spans = []
    start = 0
    for sentence in sentences:
        start = article.text.index(sentence, start)
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence)
    return tuple(spans)


def mention(article: Article, surface: str, entity_id: str | None, after: int = 0, **more: Any) -> Mention:
    start = article.text.index(surface, after)
    kinds = {"people": "person", "countries": "country", "organizations": "organization", "places": "place"}
    kind = kinds[(entity_id or "people/x").partition("/")[0]]
    return Mention(
        start=start,
        end=start + len(surface),
        surface=surface,
        **{"kind": kind, "id": entity_id, "name": surface, **more},
    )


def event(**more: Any) -> FoundEvent:
    base: dict[str, Any] = {
        "type": "CONSULT", "main": True, "date": "2020-05-05", "place": None, "participants": (), "parts": (),
        "countries": (), "start": 0, "end": 1, "label": "the talks",
    }  # fmt: skip
    return FoundEvent(**{**base, **more})


def person(slug: str, name: str, **more: Any) -> Person:
    return Person(id=f"people/{slug}", position=at(f"content/people/{slug}.yml"), name=LangText.of(name), **more)


def event_record(slug: str, kind: str, date: str, *people: str, **more: Any) -> Event:
    return Event(
        id=f"events/{slug}",
        position=at(f"content/events/{slug}.yml"),
        name=LangText.of(slug),
        type=kind,
        start_date=DateRange.parse(date),
        participants=tuple(Participant(position=at(), entity=f"people/{who}") for who in people),
        **more,
    )


def site_of(
    *pairs: tuple[Article, Reading],
    records: tuple[Record, ...] = (),
    judgements: tuple[Judgement, ...] = (),
    settings: Settings | None = None,
) -> Site:
    return build_site(
        [article for article, _ in pairs],
        {article.id: reading for article, reading in pairs},
        records,
        settings or Settings(),
        judgements,
    )
