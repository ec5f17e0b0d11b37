"""Persons as all articles together know them: spellings, countries and offices, whatever id each article gave them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.knowledge.words import content_words
from generator.language.countries import country_by_slug
from generator.language.namekeys.parts import Name, parse
from generator.model.ids import kind_of, slug_of
from generator.model.reading import Reading
from generator.model.records import Country, Person, Record

_SPELLINGS = 8
"""So many spellings of one person are compared; the rest are short forms of these."""


@dataclass(slots=True)
class Bearer:
    """One person id. `countries` are ISO codes, `offices` the telling words of offices, `articles` ids."""

    id: str
    recorded: bool = False
    spellings: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)

    def names(self) -> tuple[Name, ...]:
        """Return its full names, longest first."""
        ordered = sorted(self.spellings, key=lambda name: (-len(name), name))[:_SPELLINGS]
        return tuple(name for name in map(parse, ordered) if name.full)


def gather(readings: Iterable[Reading], records: Iterable[Record]) -> dict[str, Bearer]:
    """Return all persons by id, recorded ones and those only found."""
    known = list(records)
    codes = {record.id: record.code for record in known if isinstance(record, Country)}
    bearers: dict[str, Bearer] = {}
    for record in known:
        if isinstance(record, Person):
            bearers[record.id] = _recorded(record, codes)
    for reading in readings:
        _read(reading, bearers)
    return bearers


def _recorded(record: Person, codes: Mapping[str, str]) -> Bearer:
    bearer = Bearer(record.id, recorded=True, spellings={name for _, name in record.all_names()})
    for role in record.roles:
        bearer.offices.update(*(content_words(value) for _, value in role.role))
    for country in (record.country, *(role.country for role in record.roles)):
        if country:
            known = country_by_slug(slug_of(country))
            bearer.countries.add(codes.get(country) or (known.code if known else country))
    return bearer


def _read(reading: Reading, bearers: dict[str, Bearer]) -> None:
    for mention in reading.mentions:
        if mention.kind == "person" and mention.id and kind_of(mention.id) == "people":
            bearer = bearers.setdefault(mention.id, Bearer(mention.id))
            bearer.articles.add(reading.article)
            if not bearer.recorded and mention.form == "name":
                bearer.spellings.update((mention.name, " ".join(mention.surface.split())))
    for role in reading.roles:
        found = bearers.get(role.person)
        if found is not None:
            found.offices.update(content_words(role.role))
            if role.country:
                found.countries.add(role.country)
