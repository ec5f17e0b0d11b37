"""States, dependent territories and former states: codes, names by language, adjectives and inhabitants.

The tables are tab-separated text: `countries.tsv` (codes), `countries_names_<language>.tsv` (all spellings of a
language, by hand) and `countries_names_cldr.tsv` (the usual name in other languages, derived). In a cell, values are
separated by ` | `; the first is the usual one. A value that ends in `?` is *shared*: another entry has the better or an
equal claim to it, and only the rest of a text can decide (`Congo?`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from generator.model.ids import make_id

TABLES = Path(__file__).parent / "tables"
_EMPTY = "-"
"""Begins a cell that is empty on purpose; the reason follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryInfo:
    """One code of ISO 3166-1 (or 3166-3 for a former state; `XK` is Kosovo).

    `names` and `demonyms` map a language to spellings, the usual one first; demonyms are adjectives and inhabitants in
    every inflection, French ones in lower case, where the noun only differs by its capital. `shared_*` are spellings
    with an uncertain claim. `capital` and `seats` (other cities that stand for the government) are slugs of places.
    A `territory` depends on another state; with `part_of` it is a part of that state like any other region.
    """

    code: str
    slug: str
    names: Mapping[str, tuple[str, ...]]
    demonyms: Mapping[str, tuple[str, ...]]
    shared_names: Mapping[str, tuple[str, ...]]
    shared_demonyms: Mapping[str, tuple[str, ...]]
    capital: str | None = None
    seats: tuple[str, ...] = ()
    former: bool = False
    territory: bool = False
    part_of: str | None = None

    @property
    def id(self) -> str:
        """The id of its page where no record says otherwise."""
        return make_id("countries", self.slug)

    @property
    def flag(self) -> str:
        """The flag as a pair of regional indicators; empty for a former state."""
        return "" if self.former else "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in self.code)


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of `tables/`, keyed by the words of its first line."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def split_cell(cell: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the certain and the shared spellings of a cell."""
    if not cell or cell.startswith(_EMPTY):
        return (), ()
    values = cell.split(" | ")
    certain = tuple(value for value in values if not value.endswith("?"))
    return certain, tuple(value[:-1] for value in values if value.endswith("?"))


@lru_cache(maxsize=1)
def countries() -> Mapping[str, CountryInfo]:
    """Return every entry by its code, in code order."""
    texts: dict[str, list[dict[str, tuple[str, ...]]]] = {}
    for path in sorted(TABLES.glob("countries_names_??.tsv")):
        language = path.stem[-2:]
        for row in read_table(path.name):
            cells = (*split_cell(row["names"]), *split_cell(row["demonyms"]))
            for values, cell in zip(texts.setdefault(row["code"], [{}, {}, {}, {}]), cells, strict=True):
                if cell:
                    values[language] = cell
    for row in read_table("countries_names_cldr.tsv"):
        names = texts[row.pop("code")][0]
        names.update({language: (name,) for language, name in row.items()})
    return MappingProxyType({row["code"]: _info(row, texts[row["code"]]) for row in read_table("countries.tsv")})


def _info(row: Mapping[str, str], texts: list[dict[str, tuple[str, ...]]]) -> CountryInfo:
    names, shared_names, demonyms, shared_demonyms = (MappingProxyType(values) for values in texts)
    return CountryInfo(
        code=row["code"],
        slug=row["slug"],
        names=names,
        demonyms=demonyms,
        shared_names=shared_names,
        shared_demonyms=shared_demonyms,
        capital=row["capital"] or None,
        seats=tuple(row["seats"].split()),
        former=row["status"] == "former",
        territory=row["status"] == "territory",
        part_of=row["part_of"] or None,
    )


def country_by_code(code: str) -> CountryInfo | None:
    """Return the entry of a code, None where there is none."""
    return countries().get(code.upper())


@lru_cache(maxsize=1)
def _by_slug() -> Mapping[str, CountryInfo]:
    return {info.slug: info for info in countries().values()}


def country_by_slug(slug: str) -> CountryInfo | None:
    """Return the entry of an English slug (`iran`), None where there is none."""
    return _by_slug().get(slug)


def country_name(code: str, language: str) -> str:
    """Return the usual name in a BCP 47 language, else in English; an unknown code stands for itself."""
    info = country_by_code(code)
    if info is None:
        return code
    names = info.names.get(language.partition("-")[0].lower()) or info.names["en"]
    return names[0]
