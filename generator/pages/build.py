"""All pages of a `Site`, and what they share while they are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import jinja2

from generator.knowledge.disagreements import Disagreement
from generator.knowledge.moments import Moment, dated_moments, moment_of
from generator.knowledge.relations import CountryRelation, Tie, country_relations, people_relations
from generator.language.countries import country_by_slug
from generator.model.article import Article
from generator.model.dates import PartialDate
from generator.model.ids import kind_of, slug_of
from generator.model.reading import Mention
from generator.model.records import Country, Organization, Record, Role
from generator.model.site import Backlink, EventEntry, NearPair, SaidStatement, Site, SourceEntry
from generator.model.text import LangText
from generator.pages.locale import Locale
from generator.pages.passages import Passages
from generator.pages.repository import Repository
from generator.pages.rights import Visibility
from generator.review import Item, Material, build_desk

_MOST_NAMED = 10


DESK_LIMIT = 50
"""Most entries of one queue of the review desk: who settles these sees the next ones."""


@dataclass(frozen=True)
class Build:
    """The site, the words and the templates, with look-ups that many pages need and that are made once."""

    site: Site
    locale: Locale
    templates: jinja2.Environment
    repository: Repository | None = None

    @cached_property
    def visibility(self) -> Visibility:
        """What may be shown of each article."""
        return Visibility(self.site)

    @cached_property
    def _passages(self) -> dict[str, Passages]:
        return {}

    def passages(self, article_id: str) -> Passages:
        """Return the words of an article, ready to be cut up."""
        if article_id not in self._passages:
            self._passages[article_id] = Passages(self.site.articles[article_id])
        return self._passages[article_id]

    @cached_property
    def newest(self) -> tuple[str, ...]:
        """Article ids, newest first; undated ones last; then by id."""
        by_id = sorted(self.site.articles)
        return tuple(sorted(by_id, key=lambda key: _date_key(self.site.articles[key]), reverse=True))

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """Article id -> place in `newest`."""
        return {article: number for number, article in enumerate(self.newest)}

    @cached_property
    def country_of_code(self) -> Mapping[str, str]:
        """ISO code -> id of the country's page."""
        return {
            entity.code: entity.id
            for entity in self.site.entities.values()
            if entity.kind == "countries" and entity.code
        }

    def target(self, mention: Mention) -> str | None:
        """Return the id of the page that a mention leads to, None where there is none."""
        if mention.id is None:
            return None
        if mention.kind == "country" and mention.country and mention.country in self.country_of_code:
            return self.country_of_code[mention.country]
        return self.page_id(mention.id)

    def page_id(self, entity_id: str) -> str | None:
        """Return the id itself or the one it redirects to, if that has a page."""
        if self.site.has_page(entity_id):
            return entity_id
        moved = self.site.redirects.get(entity_id)
        return moved if moved and self.site.has_page(moved) else None

    def name(self, entity_id: str) -> LangText:
        """Return the name to show for an id, also for one without a page."""
        site = self.site
        known = site.entities.get(entity_id) or site.events.get(entity_id) or site.sources.get(entity_id)
        if known:
            return known.name
        if entity_id in self._found_names:
            return self._found_names[entity_id]
        land = country_by_slug(slug_of(entity_id)) if kind_of(entity_id) == "countries" else None
        if land:
            return LangText.of({tag: spellings[0] for tag, spellings in land.names.items() if spellings})
        return LangText.of(slug_of(entity_id).replace("-", " ").title())

    def plain(self, entity_id: str) -> str:
        """Return the name to show for an id in the words of the interface, on one line."""
        relation = self.relation_by_id.get(entity_id) if entity_id.startswith("relations/") else None
        if relation:
            return self.locale.t("relation.title", first=self.plain(relation.first), second=self.plain(relation.second))
        return " ".join(self.name(entity_id).best(self.locale.language).split())

    def reviewed(self, page_id: str) -> bool:
        """Tell whether a person has written a record for it, or for both countries of a relation.

        Articles, which everything rests on, always are.
        """
        site = self.site
        relation = self.relation_by_id.get(page_id) if page_id.startswith("relations/") else None
        if relation:
            return self.reviewed(relation.first) and self.reviewed(relation.second)
        known = site.entities.get(page_id) or site.events.get(page_id) or site.sources.get(page_id)
        return known is None or known.record is not None

    def articles_naming(self, entity_id: str) -> int:
        """Return how many articles name an entity."""
        return self._articles_naming.get(entity_id, 0)

    @cached_property
    def _articles_naming(self) -> Mapping[str, int]:
        return {key: len({link.article for link in entity.backlinks}) for key, entity in self.site.entities.items()}

    @cached_property
    def _found_names(self) -> Mapping[str, LangText]:
        names: dict[str, LangText] = {}
        for reading in self.site.readings.values():
            for mention in reading.mentions:
                if mention.id and mention.id not in names:
                    names[mention.id] = LangText.of(mention.name)
        return names

    def outlet(self, article_id: str) -> SourceEntry | None:
        """Return the outlet of an article, if it is known."""
        known = self.site.articles[article_id].source
        return self.site.sources.get(known.value) if known else None

    def own(self, article_id: str) -> bool:
        """Tell whether an article was written for the site by its makers, and so is no independent source."""
        entry = self.outlet(article_id)
        return bool(entry and entry.record and entry.record.own_content)

    @cached_property
    def _mentions(self) -> Mapping[str, Mapping[int, tuple[Mention, ...]]]:
        found: dict[str, dict[int, list[Mention]]] = {}
        for key, reading in self.site.readings.items():
            by_sentence = found.setdefault(key, {})
            number, last = 0, len(reading.sentences) - 1
            for mention in sorted(reading.mentions, key=lambda item: (item.start, -item.end)):
                while number < last and reading.sentences[number + 1].start <= mention.start:
                    number += 1
                by_sentence.setdefault(number, []).append(mention)
        return {
            key: {number: tuple(mentions) for number, mentions in by_sentence.items()}
            for key, by_sentence in found.items()
        }

    def all_mentions(self, article_id: str, sentence: int) -> tuple[Mention, ...]:
        """Return the mentions in one sentence of an article, in text order, linked or not."""
        return self._mentions[article_id].get(sentence, ())

    @cached_property
    def statements_in(self) -> Mapping[str, tuple[SaidStatement, ...]]:
        """Article id -> its statements, in text order."""
        found: dict[str, list[SaidStatement]] = {}
        for said in self.site.statements:
            found.setdefault(said.article, []).append(said)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def places_in_time(self) -> Mapping[str, Mapping[str, int]]:
        """Entity id -> event id -> the event's place in the entity's own sequence of events."""
        return {
            entity: {event.id: number for number, event in enumerate(events)}
            for entity, events in self.site.events_of.items()
        }

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """All that has a date, oldest first."""
        return dated_moments(self.site)

    @cached_property
    def _own_moments(self) -> Mapping[str, tuple[Moment, ...]]:
        found: dict[str, list[Moment]] = {}
        for moment in self.moments:
            if not moment.event:
                found.setdefault(moment.subject, []).append(moment)
        return {key: tuple(moments) for key, moments in found.items()}

    def moments_of(self, entity_id: str) -> tuple[Moment, ...]:
        """Return an entity's events and its own beginnings and ends, oldest first, undated events last."""
        events = [moment_of(event) for event in self.site.events_of.get(entity_id, ())]
        own = self._own_moments.get(entity_id, ())
        return tuple(sorted((*events, *own), key=lambda moment: moment.sort_key))

    @cached_property
    def relations(self) -> Mapping[tuple[str, str], CountryRelation]:
        """All pairs of countries that something ties, in the order of their slugs."""
        return country_relations(self.site)

    @cached_property
    def relation_by_id(self) -> Mapping[str, CountryRelation]:
        """Id of the page of two countries -> their relation."""
        return {relation.id: relation for relation in self.relations.values()}

    @cached_property
    def shared_sentences(self) -> Mapping[tuple[str, str], tuple[Backlink, ...]]:
        """Pair of tied countries -> the mentions of both in sentences that name both, each of which ties nothing."""
        found: dict[tuple[str, str], list[Backlink]] = {}
        for article, by_sentence in self._mentions.items():
            for sentence, mentions in by_sentence.items():
                named: dict[str, list[Backlink]] = {}
                for mention in mentions:
                    country = self.target(mention) if mention.kind == "country" else None
                    if country:
                        named.setdefault(country, []).append(Backlink(article, sentence, mention))
                # A sentence with many countries is a list of them.
                for pair in combinations(sorted(named, key=slug_of), 2) if len(named) <= _MOST_NAMED else ():
                    if pair in self.relations:
                        found.setdefault(pair, []).extend(named[pair[0]] + named[pair[1]])
        return {pair: tuple(links) for pair, links in found.items()}

    @cached_property
    def relations_of(self) -> Mapping[str, tuple[CountryRelation, ...]]:
        """Country id -> its relations, those with the most ties first."""
        found: dict[str, list[CountryRelation]] = {}
        for relation in self.relations.values():
            found.setdefault(relation.first, []).append(relation)
            found.setdefault(relation.second, []).append(relation)
        return {key: tuple(sorted(some, key=lambda one: (-len(one.ties), one.id))) for key, some in found.items()}

    @cached_property
    def related_people(self) -> Mapping[str, Mapping[str, tuple[Tie, ...]]]:
        """Person id -> the people that something ties to them, with the ties."""
        return people_relations(self.site)

    @cached_property
    def memberships(self) -> tuple[tuple[str, str, Role], ...]:
        """Every recorded membership: member, body, and what the record says.

        In the record of an organisation, a membership that names a country alone is that country's in it.
        """
        found = []
        for key in sorted(self.site.entities):
            record = self.site.entities[key].record
            for role in record.memberships if isinstance(record, Country | Organization) else ():
                if role.organization:
                    found.append((key, role.organization, role))
                elif role.country and isinstance(record, Organization):
                    found.append((role.country, key, role))
        return tuple(found)

    @cached_property
    def followers(self) -> Mapping[str, tuple[str, ...]]:
        """Event id -> events whose records say that they follow it or are part of it, by date."""
        after: dict[str, list[str]] = {}
        for event in self.site.dated_events:
            if event.record:
                for before in dict.fromkeys((event.record.follows, event.record.parent)):
                    if before:
                        after.setdefault(before, []).append(event.id)
        return {key: tuple(events) for key, events in after.items()}

    @cached_property
    def _material(self) -> Material:
        return Material(self.site)

    @cached_property
    def desk(self) -> Mapping[str, tuple[Item, ...]]:
        """The queues of the review desk with their entries."""
        return build_desk(self.site, self._material)

    @cached_property
    def _on_desk(self) -> frozenset[tuple[str, str]]:
        return frozenset((name, item.key) for name, items in self.desk.items() for item in items[:DESK_LIMIT])

    def on_desk(self, queue: str, key: str) -> str:
        """Return the anchor of an entry in the page of its queue; empty where the page does not show it yet."""
        return key if (queue, key) in self._on_desk else ""

    @cached_property
    def disagreements_of(self) -> Mapping[str, tuple[Disagreement, ...]]:
        """Id of a page -> what its sources do not agree on."""
        found: dict[str, list[Disagreement]] = {}
        for one in self._material.disagreements:
            for subject in one.subjects:
                found.setdefault(subject, []).append(one)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def near_pairs_of(self) -> Mapping[str, tuple[NearPair, ...]]:
        """Id of a person -> the pairs it is in, of persons who may be one."""
        found: dict[str, list[NearPair]] = {}
        for pair in self.site.near_pairs:
            for key in (pair.first, pair.second):
                found.setdefault(key, []).append(pair)
        return {key: tuple(pairs) for key, pairs in found.items()}

    def updated(self, articles: Iterator[str] | tuple[str, ...], *dates: PartialDate | None) -> str | None:
        """Return the latest day among the dates of articles and the given ones, ISO; None if none is known."""
        known = [self.site.articles[key].date for key in articles]
        days = [item.value.first_day() for item in known if item]
        days += [date.first_day() for date in dates if date]
        return max(days).isoformat() if days else None


def _date_key(article: Article) -> tuple[int, int, int]:
    return article.date.value.sort_key() if article.date else (0, 0, 0)


def event_dates(event: EventEntry) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the two ends of an event's date."""
    return (event.date.start, event.date.end) if event.date else (None, None)


def record_path(record: Record | None) -> str | None:
    """Return a record's file below the content folder."""
    return below_content(record.position.path, kind_of(record.id)) if record else None


def below_content(path: str, kind: str) -> str:
    """Return the part of a file's path that begins with the folder of its kind."""
    parts = path.split("/")
    return "/".join(parts[parts.index(kind) :]) if kind in parts else path
