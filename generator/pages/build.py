"""All pages of a `Site`, and what they share while they are made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import jinja2

from generator.knowledge.moments import Moment, dated_moments, moment_of
from generator.language.countries import country_by_slug
from generator.model.article import Article
from generator.model.dates import PartialDate
from generator.model.ids import kind_of, slug_of
from generator.model.reading import Mention
from generator.model.records import Record
from generator.model.site import Backlink, EventEntry, Evidence, SaidStatement, Site, SourceEntry
from generator.model.text import LangText
from generator.pages.desk import Desk
from generator.pages.locale import Locale
from generator.pages.passages import Passages
from generator.pages.repository import Repository
from generator.pages.rights import Visibility
from generator.pages.standing import Standing, standing
from generator.pages.ties import Ties

_MOST_NAMED = 10
"""Most countries named in one sentence that is more than a list of countries."""


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

    def target(self, mention: Mention) -> str | None:
        """Return the id of the page that a mention leads to, None where there is none."""
        if mention.id is None:
            return None
        if mention.kind == "country" and mention.country and mention.country in self.site.country_of_code:
            return self.site.country_of_code[mention.country]
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
        relation = self.ties.relation_by_id.get(entity_id) if entity_id.startswith("relations/") else None
        if relation:
            return self.locale.t("relation.title", first=self.plain(relation.first), second=self.plain(relation.second))
        return " ".join(self.name(entity_id).best(self.locale.language).split())

    def reviewed(self, page_id: str) -> bool:
        """Tell whether a person has written a record for it, or for both countries of a relation.

        Articles, which everything rests on, always are.
        """
        site = self.site
        relation = self.ties.relation_by_id.get(page_id) if page_id.startswith("relations/") else None
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
        return self.site.is_own(article_id)

    @cached_property
    def _standings(self) -> dict[tuple[Evidence, ...], Standing]:
        return {}

    def standing(self, evidence: tuple[Evidence, ...]) -> Standing:
        """Return on whose word something stands, worked out once for each evidence."""
        if evidence not in self._standings:
            self._standings[evidence] = standing(self.site, evidence)
        return self._standings[evidence]

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

    def occasion(self, said: SaidStatement) -> str | None:
        """Return the id of the event at which something was said: told in that sentence, the speaker taking part."""
        found = self._told_in.get((said.article, said.sentence), ())
        return next((key for key, who in found if said.statement.speaker in who), None)

    @cached_property
    def _told_in(self) -> Mapping[tuple[str, int], list[tuple[str, frozenset[str]]]]:
        """Article and sentence -> events told there, each with who took part."""
        told: dict[tuple[str, int], list[tuple[str, frozenset[str]]]] = {}
        for event in self.site.dated_events:
            who = frozenset(part.entity for part in event.parts)
            for place in dict.fromkeys((item.article, index) for item in event.tellings for index in item.sentences):
                told.setdefault(place, []).append((event.id, who))
        return told

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
                for pair in combinations(sorted(named, key=slug_of), 2) if len(named) <= _MOST_NAMED else ():
                    if pair in self.ties.relations:
                        found.setdefault(pair, []).extend(named[pair[0]] + named[pair[1]])
        return {pair: tuple(links) for pair, links in found.items()}

    @cached_property
    def ties(self) -> Ties:
        """What ties entities to each other."""
        return Ties(self.site)

    @cached_property
    def desk(self) -> Desk:
        """What people should look at."""
        return Desk(self.site)

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
