"""The `Site`: everything known, built once, frozen, queried by checks, pages, exports and hosts.

Nothing here decides anything: `generator.knowledge` fills it, everybody else reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeVar

from generator.model.article import Article
from generator.model.dates import DateRange, PartialDate
from generator.model.history import KnowledgeChange
from generator.model.problem import Position, Problem
from generator.model.reading import FoundEvent, Mention, Reading, Statement
from generator.model.records import Event, Record, Source, SourceRef
from generator.model.settings import Settings
from generator.model.text import LangText, Span

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a fact rests on: a sentence of an article, or a line of a record with the source it names.

    `sentence` is the 0-based index into `Reading.sentences`; None means the article as a whole. `claimed`: the article
    does not say it itself, it stands in words that the article reports, those of `claimed_by` (None: not identified).
    """

    article: str | None = None
    sentence: int | None = None
    record: Position | None = None
    source: SourceRef | None = None
    claimed: bool = False
    claimed_by: str | None = None


@dataclass(frozen=True, slots=True)
class Backlink:
    """One mention of an entity, with the sentence it stands in."""

    article: str
    sentence: int
    mention: Mention


@dataclass(frozen=True, slots=True)
class NameUse:
    """One spelling of a name: its language (None: unstated), whether a record has it, how often articles use it."""

    name: str
    language: str | None
    recorded: bool
    count: int = 0
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, country, organisation or place with a page of its own.

    Without a `record` it was found automatically and nobody has reviewed it.
    """

    id: str
    kind: str
    name: LangText
    record: Record | None = None
    code: str | None = None
    names: tuple[NameUse, ...] = ()
    backlinks: tuple[Backlink, ...] = ()

    @property
    def reviewed(self) -> bool:
        """Tell whether a person has written a record for it."""
        return self.record is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """An office a person holds or held, from a record or from articles.

    A role found in an article has no dates of its own: `stated` are the dates of the articles that give it.
    """

    person: str
    role: LangText
    country: str | None = None
    organization: str | None = None
    start_date: PartialDate | None = None
    end_date: PartialDate | None = None
    stated: tuple[PartialDate, ...] = ()
    recorded: bool = False
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An entity's share in an event, with the office held that day."""

    entity: str
    part: str | None = None
    role: LangText | None = None
    on_behalf_of: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one article tells an event."""

    article: str
    sentences: tuple[int, ...]
    event: FoundEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class EventEntry:
    """An event with a page of its own: its record, the articles that tell it, or both."""

    id: str
    name: LangText
    type: str
    date: DateRange | None = None
    place: str | None = None
    countries: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    record: Event | None = None
    tellings: tuple[Telling, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    addresses: tuple[str, ...] = ()
    """The ids it would have without its record, or if one of its later tellings were alone: they lead here."""

    @property
    def reviewed(self) -> bool:
        """Tell whether a person has written a record for it."""
        return self.record is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidStatement:
    """A statement with the article that carries it and the sentence it starts in."""

    article: str
    sentence: int
    statement: Statement
    about: tuple[str, ...] = ()
    """Ids of the entities named in the words said."""
    to: tuple[str, ...] = ()
    """Ids of those it was said to, where the text says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """An outlet with a page: its record if there is one, and its articles, newest first."""

    id: str
    name: LangText
    record: Source | None = None
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two articles with one text: `same` word for word, or `near` the same, as reprints of an agency's report are.

    `likeness` is the share of the shorter text that stands in the other, from 0 to 1.
    """

    first: str
    second: str
    kind: Literal["same", "near"]
    likeness: float


@dataclass(frozen=True, slots=True)
class NearPair:
    """Two persons who may be one: too alike for chance, not alike enough for a machine to join them.

    `score` runs from 0 to 1; `why` says in short English phrases what is alike and what is missing.
    """

    first: str
    second: str
    score: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Site:
    """All knowledge of one site. Every mapping is sorted by id, every tuple has a documented order.

    `backlinks` etc. live on the entities; the reverse maps below are keyed by entity id and hold only
    entities that have an entry.
    """

    settings: Settings
    articles: Mapping[str, Article]
    readings: Mapping[str, Reading]
    entities: Mapping[str, Entity]
    events: Mapping[str, EventEntry]
    sources: Mapping[str, SourceEntry]
    roles: tuple[HeldRole, ...] = ()
    statements: tuple[SaidStatement, ...] = ()
    redirects: Mapping[str, str]
    """Old or alternative id -> id of the page."""
    problems: tuple[Problem, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    """Articles that copy an earlier one, sorted by the copy, then by what it copies."""
    changes: tuple[KnowledgeChange, ...] = ()
    """What the repository's history changed in the knowledge, newest first; empty where no history is known."""
    near_pairs: tuple[NearPair, ...] = ()
    """Pairs of persons for people to judge, sorted by id; none that `judgements.yml` decides already."""

    @cached_property
    def copies_of(self) -> Mapping[str, tuple[str, ...]]:
        """Article id -> articles with the same or nearly the same text, copies and originals alike."""
        pairs = ((pair.first, pair.second) for pair in self.duplicates)
        return _group(both for first, second in pairs for both in ((first, second), (second, first)))

    @cached_property
    def roles_of(self) -> Mapping[str, tuple[HeldRole, ...]]:
        """Person id -> offices, current or latest first."""
        return _group((role.person, role) for role in self.roles)

    @cached_property
    def roles_for(self) -> Mapping[str, tuple[HeldRole, ...]]:
        """Country or organisation id -> offices held for it."""
        return _group((holder, role) for role in self.roles for holder in (role.country, role.organization) if holder)

    @cached_property
    def events_of(self) -> Mapping[str, tuple[EventEntry, ...]]:
        """Entity id -> events it takes part in, or that happened there, oldest first."""
        return _group(
            (entity, event)
            for event in self.dated_events
            for entity in dict.fromkeys(
                [part.entity for part in event.parts]
                + list(event.countries + event.organizations)
                + ([event.place] if event.place else [])
            )
        )

    @cached_property
    def dated_events(self) -> tuple[EventEntry, ...]:
        """All events by date (undated last), then id."""
        return tuple(
            sorted(
                self.events.values(),
                key=lambda event: (event.date is None, event.date.sort_key() if event.date else (), event.id),
            )
        )

    @cached_property
    def statements_by(self) -> Mapping[str, tuple[SaidStatement, ...]]:
        """Speaker id -> what it is reported to have said, in article and text order."""
        return _group((said.statement.speaker, said) for said in self.statements if said.statement.speaker)

    @cached_property
    def statements_about(self) -> Mapping[str, tuple[SaidStatement, ...]]:
        """Entity id -> statements whose words name it."""
        return _group((entity, said) for said in self.statements for entity in said.about)

    @cached_property
    def statements_to(self) -> Mapping[str, tuple[SaidStatement, ...]]:
        """Entity id -> statements said to it."""
        return _group((entity, said) for said in self.statements for entity in said.to)

    @cached_property
    def entities_in(self) -> Mapping[str, tuple[Entity, ...]]:
        """Article id -> entities it mentions, in id order."""
        return _group(
            (article, entity)
            for entity in self.entities.values()
            for article in dict.fromkeys(link.article for link in entity.backlinks)
        )

    @cached_property
    def events_in(self) -> Mapping[str, tuple[EventEntry, ...]]:
        """Article id -> events it tells, by date."""
        return _group(
            (article, event)
            for event in self.dated_events
            for article in dict.fromkeys(telling.article for telling in event.tellings)
        )

    @cached_property
    def old_addresses(self) -> Mapping[str, tuple[str, ...]]:
        """Id -> the ids whose addresses lead to its page, in order."""
        return _group((new, old) for old, new in self.redirects.items())

    @cached_property
    def changes_of(self) -> Mapping[str, tuple[KnowledgeChange, ...]]:
        """Entity id -> changes about it or concerning it, newest first."""
        return _group(
            (key, change) for change in self.changes for key in dict.fromkeys((change.entity, *change.others))
        )

    @cached_property
    def country_of_code(self) -> Mapping[str, str]:
        """ISO code -> id of the country's page."""
        return {one.code: one.id for one in self.entities.values() if one.kind == "countries" and one.code}

    def is_own(self, article: str) -> bool:
        """Tell whether an article was written for the site by its makers, and so is no independent source."""
        known = self.articles[article].source
        entry = self.sources.get(known.value) if known else None
        return bool(entry and entry.record and entry.record.own_content)

    def has_page(self, entity_id: str) -> bool:
        """Tell whether the id has a page of its own."""
        return (
            entity_id in self.entities
            or entity_id in self.events
            or entity_id in self.articles
            or entity_id in self.sources
        )

    def sentence(self, article: str, index: int) -> str:
        """Return the words of one sentence of an article, white space as in the file."""
        return self.readings[article].sentences[index].of(self.articles[article].text)

    def sentence_span(self, article: str, index: int) -> Span:
        """Return where that sentence stands."""
        return self.readings[article].sentences[index]


def _group(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Collect the values of each key, in the order they come."""
    groups: dict[K, list[V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}
