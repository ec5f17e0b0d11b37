"""Organisations that are known without a record: their names and acronyms by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.language.normalise import fold
from generator.language.pack import load_yaml_strings
from generator.model.ids import make_id, slug_of
from generator.model.text import UNDETERMINED, LangText

_TABLE = Path(__file__).parent / "tables" / "organizations.yml"
_NOT_LANGUAGES = frozenset({"acronyms", "exact", "common", "country"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """One way to write an organisation.

    `language` is a BCP 47 tag, or None where the spelling serves every language. An `acronym` and an `exact`
    name want their very letters; `common` ones are ordinary words too, so they say nothing at a sentence's start.
    """

    text: str
    language: str | None
    acronym: bool = False
    exact: bool = False
    common: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOrganization:
    """An organisation of the shipped table. `country` is the ISO 3166-1 code of the state it belongs to."""

    id: str
    name: LangText
    spellings: tuple[Spelling, ...]
    country: str | None = None


@lru_cache(maxsize=1)
def known_organizations() -> Mapping[str, KnownOrganization]:
    """Return the shipped table by id, in the order of the file."""
    table: Mapping[str, Mapping[str, Any]] = load_yaml_strings(_TABLE)
    entries = (_entry(slug, fields) for slug, fields in table.items())
    return {entry.id: entry for entry in entries}


def slug_of_organization(name: str) -> str | None:
    """Return the slug of the one organisation that is spelled so in any language; None for none or several."""
    slugs = _slugs().get(fold(name), frozenset())
    return next(iter(slugs)) if len(slugs) == 1 else None


@lru_cache(maxsize=1)
def _slugs() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for entry in known_organizations().values():
        for spelling in entry.spellings:
            found.setdefault(fold(spelling.text), set()).add(slug_of(entry.id))
    return {name: frozenset(slugs) for name, slugs in found.items()}


def _entry(slug: str, fields: Mapping[str, Any]) -> KnownOrganization:
    exact = frozenset(fields.get("exact", ()))
    common = "common" in fields
    spellings: dict[tuple[str | None, str], Spelling] = {}
    names: dict[str, str] = {}
    for language, value in fields.items():
        if language in _NOT_LANGUAGES:
            continue
        texts = [value] if isinstance(value, str) else value
        names[language] = texts[0]
        for text in texts:
            spellings[language, text] = Spelling(text=text, language=language, exact=text in exact, common=common)
    written = {text for _, text in spellings}
    for text in fields.get("exact", ()):
        if text not in written:
            spellings[None, text] = Spelling(text=text, language=None, exact=True, common=common)
    for known_language, text in _acronyms(fields.get("acronyms", ())):
        spellings[known_language, text] = Spelling(text=text, language=known_language, acronym=True, exact=True)
        names.setdefault(known_language or UNDETERMINED, text)
    return KnownOrganization(
        id=make_id("organizations", slug),
        name=LangText.of(names),
        spellings=tuple(spellings.values()),
        country=fields.get("country"),
    )


def _acronyms(value: Any) -> Iterator[tuple[str | None, str]]:
    by_language: Mapping[str, Any] = value if isinstance(value, Mapping) else {UNDETERMINED: value}
    for language, acronyms in by_language.items():
        for acronym in acronyms:
            yield (None if language == UNDETERMINED else language), acronym
