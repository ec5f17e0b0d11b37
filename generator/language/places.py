"""Capitals, cities, regions, continents, seas and other well-known places, by slug.

`tables/places.tsv` is kept by hand, `tables/places_geonames.tsv` is derived and only adds to it. Columns after `kind`
are languages; an empty cell means that the place is written as in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from generator.language.countries import countries, read_table, split_cell
from generator.language.normalise import fold
from generator.model.ids import make_id

_FIXED = ("slug", "country", "kind")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceInfo:
    """One place. `country` is the code it lies in (None: several, or disputed beyond a table); names as for countries.

    `kind` is one of city, district, region, island, continent, sea, river, lake, mountain, site.
    `capital` tells a capital of a state that exists today.
    """

    slug: str
    country: str | None
    kind: str
    names: Mapping[str, tuple[str, ...]]
    shared_names: Mapping[str, tuple[str, ...]]
    capital: bool = False

    @property
    def id(self) -> str:
        """The id of its page where no record says otherwise."""
        return make_id("places", self.slug)


@lru_cache(maxsize=1)
def places() -> Mapping[str, PlaceInfo]:
    """Return every place by its slug, in slug order; the table kept by hand wins."""
    capitals = {info.capital for info in countries().values() if not info.former}
    found = {}
    for table in ("places_geonames.tsv", "places.tsv"):
        for row in read_table(table):
            names, shared = {}, {}
            for language, cell in row.items():
                if language not in _FIXED:
                    names[language], shared[language] = split_cell(cell or row["en"])
            found[row["slug"]] = PlaceInfo(
                slug=row["slug"],
                country=row["country"] or None,
                kind=row["kind"],
                names=MappingProxyType(names),
                shared_names=MappingProxyType(shared),
                capital=row["slug"] in capitals,
            )
    return MappingProxyType(dict(sorted(found.items())))


def place_by_slug(slug: str) -> PlaceInfo | None:
    """Return the place of a slug, None where there is none."""
    return places().get(slug)


def slug_of_place(name: str) -> str | None:
    """Return the slug of the one place that has this name in any language; None for none or several."""
    slugs = _slugs().get(fold(name), frozenset())
    return next(iter(slugs)) if len(slugs) == 1 else None


@lru_cache(maxsize=1)
def _slugs() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for info in places().values():
        for names in info.names.values():
            for name in names:
                found.setdefault(fold(name), set()).add(info.slug)
    return MappingProxyType({name: frozenset(slugs) for name, slugs in found.items()})


def place_name(slug: str, language: str) -> str:
    """Return the usual name in a BCP 47 language, else in English; an unknown slug stands for itself."""
    info = places().get(slug)
    if info is None:
        return slug
    names = info.names.get(language.partition("-")[0].lower()) or info.names["en"]
    return names[0]
