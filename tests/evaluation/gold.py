"""Annotated articles as typed data. `optional` is neutral everywhere: neither rewarded nor penalised."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model.text import Span


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Words that mean an entity."""

    span: Span
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldRole:
    """An office; `country` is an upper-case ISO code or empty."""

    role: str
    country: str = ""
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """A person, country, organisation or place of one article; `page` tells whether it must get a page."""

    id: str
    name: str = ""
    code: str = ""
    page: bool = True
    mentions: tuple[GoldMention, ...] = ()
    roles: tuple[GoldRole, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDate:
    """Words that name a date, and every value that is right for them."""

    span: Span
    values: frozenset[str]
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """Words said; `speakers` are all right answers, the annotator's own first; empty: nobody is named."""

    span: Span
    mode: str
    speakers: tuple[str | None, ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """An event. `dates` are all right answers; `undated_ok` allows none at all."""

    label: str
    types: frozenset[str]
    dates: tuple[str, ...] = ()
    undated_ok: bool = False
    people: frozenset[str] = frozenset()
    allowed_people: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    allowed_countries: frozenset[str] = frozenset()
    main: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldArticle:
    """One annotated article. `neutral` are soft traps: linking them is no error."""

    id: str
    language: str
    text: str
    path: Path
    people: tuple[GoldEntity, ...] = ()
    countries: tuple[GoldEntity, ...] = ()
    organizations: tuple[GoldEntity, ...] = ()
    places: tuple[GoldEntity, ...] = ()
    dates: tuple[GoldDate, ...] = ()
    statements: tuple[GoldStatement, ...] = ()
    events: tuple[GoldEvent, ...] = ()
    neutral: tuple[Span, ...] = ()


def load_folder(folder: Path) -> tuple[GoldArticle, ...]:
    """Read every `<id>.json` of a folder with the `<id>.txt` beside it, by id.

    Raises:
        FileNotFoundError: an annotation has no text.
        KeyError: an annotation lacks a key it must have.
    """
    return tuple(load_article(path) for path in sorted(folder.glob("*.json")))


def load_article(path: Path) -> GoldArticle:
    """Read one annotation and its text."""
    text_path = path.with_suffix(".txt")
    text = text_path.read_bytes().decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return from_data(json.loads(path.read_text(encoding="utf-8")), text, text_path)


def from_data(data: Mapping[str, Any], text: str, path: Path) -> GoldArticle:
    """Build an article from the parsed annotation."""
    return GoldArticle(
        id=path.stem,
        language=str(data.get("language") or "und"),
        text=text,
        path=path,
        people=tuple(map(_entity, data.get("people", ()))),
        countries=tuple(map(_entity, data.get("countries", ()))),
        organizations=tuple(map(_entity, data.get("organizations", ()))),
        places=tuple(map(_entity, data.get("places", ()))),
        dates=tuple(map(_date, data.get("dates", ()))),
        statements=tuple(map(_statement, data.get("quotes", ()))),
        events=tuple(map(_event, data.get("events", ()))),
        neutral=tuple(_span(trap) for trap in data.get("traps", ()) if trap.get("severity") == "soft"),
    )


def _span(data: Mapping[str, Any]) -> Span:
    return Span(data["start"], data["end"])


def _entity(data: Mapping[str, Any]) -> GoldEntity:
    optional = bool(data.get("optional"))
    return GoldEntity(
        id=data.get("id", ""),
        name=data.get("name", ""),
        code=(data.get("iso2") or "").upper(),
        page=bool(data.get("page", True)) and not optional and not data.get("page_optional"),
        mentions=tuple(GoldMention(_span(item), optional or bool(item.get("optional"))) for item in data["mentions"]),
        roles=tuple(map(_role, data.get("roles", ()))),
    )


def _role(data: Mapping[str, Any]) -> GoldRole:
    return GoldRole(
        role=data.get("role") or "", country=_code(data.get("country")), optional=bool(data.get("optional"))
    )


def _code(country: str | None) -> str:
    """Return `BY` for `country:BY` and `by`."""
    return (country or "").rpartition(":")[2].upper()


def _date(data: Mapping[str, Any]) -> GoldDate:
    values = (data["value"], *data.get("accept", ()), *data.get("accept_values", ()))
    return GoldDate(span=_span(data), values=frozenset(values), optional=bool(data.get("optional")))


def _statement(data: Mapping[str, Any]) -> GoldStatement:
    speakers = (data["speaker"], *data.get("accept_speakers", ())) if data.get("speaker") else ()
    return GoldStatement(span=_span(data), mode=data["kind"], speakers=speakers, optional=bool(data.get("optional")))


def _event(data: Mapping[str, Any]) -> GoldEvent:
    accepted = data.get("accept_dates", ())
    countries = frozenset(map(_code, data.get("countries") or ()))
    return GoldEvent(
        label=data.get("label", ""),
        types=frozenset(name.upper() for name in (data["type"], *data.get("accept_types", ()))),
        dates=tuple(str(date) for date in (data.get("date"), *accepted) if date),
        undated_ok=None in accepted,
        people=frozenset(key for key in data.get("participants") or () if key.startswith("person:")),
        allowed_people=frozenset(data.get("accept_participants", ())),
        countries=countries,
        allowed_countries=frozenset(map(_code, data.get("accept_countries", ()))),
        main=bool(data.get("main")),
        optional=bool(data.get("optional")),
    )
