"""Records: what contributors wrote about an entity. They always win over what was found.

Every record knows the file and line it came from, so that a page can cite it and a problem can point at it.
Ids are complete (`people/ada-lovelace`), also where the file has the bare slug.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.article import Rights
from generator.model.dates import DateRange, PartialDate
from generator.model.problem import Position
from generator.model.text import LangText


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRef:
    """What a value rests on: an article (with the words quoted, if given) or a web page."""

    position: Position
    article: str | None = None
    quote: str | None = None
    url: str | None = None
    title: str | None = None
    accessed: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName:
    """One more way in which an entity is written (Popolo `other_names`)."""

    position: Position
    name: str
    lang: str | None = None
    note: LangText | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """The entity's number in another register."""

    scheme: str
    identifier: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office held: for a country or an organisation, between two dates where known (Popolo membership)."""

    position: Position
    role: LangText
    country: str | None = None
    organization: str | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    predecessor: str | None = None
    successor: str | None = None
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A value of one field that sources do not agree on, or that needs a source of its own.

    `field` is a key of the locale files (`diplomatic_relations_since`, `rank`, …) or free words.
    """

    position: Position
    field: LangText
    value: LangText
    date: PartialDate | None = None
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An entity that took part in an event, the part it played, its office that day, and for whom."""

    position: Position
    entity: str
    part: str | None = None
    role: LangText | None = None
    on_behalf_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all kinds of record share."""

    id: str
    position: Position
    name: LangText
    other_names: tuple[OtherName, ...] = ()
    description: LangText | None = None
    url: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    redirect_from: tuple[str, ...] = ()

    def all_names(self) -> tuple[tuple[str | None, str], ...]:
        """Return every spelling once, in file order: `(BCP 47 language or None, spelling)`."""
        pairs = [(None if tag == "und" else tag, value) for tag, value in self.name]
        pairs += [(other.lang, other.name) for other in self.other_names]
        return tuple({value: (tag, value) for tag, value in reversed(pairs)}.values())[::-1]

    def all_sources(self) -> tuple[SourceRef, ...]:
        """Return every source the record names, for itself or for one of its values."""
        held: tuple[Role, ...] = getattr(self, "roles", ()) or getattr(self, "memberships", ())
        claimed = (source for claim in self.claims for source in claim.sources)
        return (*self.sources, *claimed, *(source for role in held for source in role.sources))


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Record):
    """A human being."""

    honorific_prefix: LangText | None = None
    birth_date: PartialDate | None = None
    death_date: PartialDate | None = None
    country: str | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Country(Record):
    """A state; `code` is ISO 3166-1 alpha-2, or ISO 3166-3 for a former one."""

    code: str
    capital: str | None = None
    memberships: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization(Record):
    """A body people act for: alliance, ministry, company, agency, party."""

    acronym: LangText | None = None
    classification: str | None = None
    country: str | None = None
    founding_date: PartialDate | None = None
    dissolution_date: PartialDate | None = None
    memberships: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A city, region, building or other spot."""

    country: str | None = None
    classification: str | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """Something that happened."""

    type: str
    start_date: DateRange | None = None
    end_date: PartialDate | None = None
    location: str | None = None
    countries: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    outcome: LangText | None = None
    parent: str | None = None
    follows: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """An outlet that publishes articles: who owns it, and what may be shown of its texts."""

    country: str | None = None
    ownership: LangText | None = None
    language: str | None = None
    rights: Rights | None = None
    excerpt_words: int | None = None
    own_content: bool = False
    """True for texts written for this site: never an independent source of an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A human decision on identity: `same`, `different`, `unsure` or `not-an-entity`, with its reason."""

    position: Position
    decision: str
    ids: tuple[str, ...] = ()
    surface: str | None = None
    article: str | None = None
    reason: str = field(default="")
    date: PartialDate | None = None
