"""What the steps of building a `Site` share while they work: inputs and the look-ups made from them once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from generator.language.countries import country_by_code
from generator.language.normalise import even
from generator.language.organizations import slug_of_organization
from generator.language.places import slug_of_place
from generator.model.article import Article
from generator.model.ids import kind_of, make_id, slug_of, slugify
from generator.model.problem import Position
from generator.model.reading import Reading
from generator.model.records import Country, Place, Record, Source, SourceRef
from generator.model.settings import Settings
from generator.model.site import Evidence
from generator.model.text import Span


@dataclass(frozen=True)
class Draft:
    """All input of one site, by id, in id order."""

    settings: Settings
    articles: Mapping[str, Article]
    readings: Mapping[str, Reading]
    records: Mapping[str, Record]
    found: Mapping[str, Reading] = field(default_factory=dict)
    """The readings as they were before any judgement: what addresses are made of, so that no judgement moves them."""

    @cached_property
    def newest_last(self) -> tuple[str, ...]:
        """Article ids by date, undated ones first, then id."""
        return tuple(sorted(self.articles, key=lambda key: (self.date_key(key), key)))

    def date_key(self, article: str) -> tuple[int, int, int]:
        """Return the sort key of an article's date; all zeros where it is not known."""
        known = self.articles[article].date
        return known.value.sort_key() if known else (0, 0, 0)

    def own_content(self, article: str) -> bool:
        """Tell whether an article was written for this site: it supports what is known but reports nothing itself."""
        known = self.articles[article].source
        record = self.records.get(known.value) if known else None
        return isinstance(record, Source) and record.own_content

    @cached_property
    def _country_ids(self) -> Mapping[str, str]:
        return {record.code: record.id for record in self.records.values() if isinstance(record, Country)}

    def country_id(self, code: str) -> str:
        """Return the id of the country page for an ISO code: the record's, else the table's."""
        recorded = self._country_ids.get(code)
        if recorded:
            return recorded
        known = country_by_code(code)
        return make_id("countries", known.slug if known else code.lower())

    def capital_id(self, code: str) -> str | None:
        """Return the id of the page of a state's capital: the one its record names, else the table's city."""
        country = self.records.get(self.country_id(code))
        if isinstance(country, Country) and country.capital:
            return country.capital
        known = country_by_code(code)
        if known is None or not known.capital:
            return None
        city = make_id("places", known.capital)
        if city in self.records:
            return city
        places = (self._spelled.get((country_id, known.capital)) for country_id in (self.country_id(code), None))
        return next(filter(None, places), city)

    @cached_property
    def _spelled(self) -> Mapping[tuple[str | None, str], str]:
        """The ids of recorded places by their country and the slug of each of their spellings."""
        recorded = [record for record in self.records.values() if isinstance(record, Place)]
        return {(place.country, slugify(name)): place.id for place in recorded for _, name in place.all_names()}

    def own_slug(self, article: str, key: str) -> str:
        """Return the slug that somebody or something named in an article would have without a record.

        What is named after it (an event) must not move when somebody writes a record under another slug. `key` is the
        id of the reading before any judgement.
        """
        spelled = self._spelled_in[article].get(key)
        if key not in self.records or not spelled:
            return slug_of(key)
        in_table = {"places": slug_of_place, "organizations": slug_of_organization}.get(kind_of(key))
        return (in_table(spelled) if in_table else None) or slugify(spelled) or slug_of(key)

    @cached_property
    def _spelled_in(self) -> Mapping[str, Mapping[str, str]]:
        """Article -> id -> the fullest name by which the article calls whatever has the id."""
        found: dict[str, dict[str, str]] = {}
        for article, reading in self.found.items():
            names = found.setdefault(article, {})
            for mention in reading.mentions:
                # A body's short form is a mere noun (`the ministry`); a person's is the name, where no other is given.
                short = mention.form == "short_name" and mention.kind == "person"
                if mention.id and (short or mention.form in ("name", "acronym")):
                    spelled = " ".join(mention.surface.split())
                    names[mention.id] = min(names.get(mention.id, spelled), spelled, key=_fullest)
        return found

    def sentence_of(self, article: str, offset: int) -> int:
        """Return the index of the sentence that covers, or last began before, a place in an article's text."""
        starts = self._sentence_starts[article]
        return max(0, bisect_right(starts, offset) - 1)

    @cached_property
    def _sentence_starts(self) -> Mapping[str, list[int]]:
        return {key: [span.start for span in reading.sentences] for key, reading in self.readings.items()}

    def evidence(self, article: str, sentence: int, span: Span) -> Evidence:
        """Return a sentence as evidence of what its words `span` say: the article's own word, or a claim it reports."""
        said = next((said for said in self.readings[article].statements if said.span.contains(span)), None)
        return Evidence(article, sentence, claimed=said is not None, claimed_by=said.speaker if said else None)

    def sentences_in(self, article: str, span: Span) -> tuple[int, ...]:
        """Return the indexes of the sentences a span touches."""
        return tuple(
            index for index, sentence in enumerate(self.readings[article].sentences) if sentence.overlaps(span)
        )

    def find_quote(self, article: str, quote: str) -> int | None:
        """Return the index of the first sentence of an article that holds `quote`, white space and signs evened."""
        wanted = " ".join(even(quote).split()).casefold()
        text = even(self.articles[article].text)
        for index, sentence in enumerate(self.readings[article].sentences):
            if wanted in " ".join(sentence.of(text).split()).casefold():
                return index
        return None

    def cite(self, source: SourceRef) -> Evidence:
        """Turn a record's source into evidence: the quoted sentence, the article, or the web page."""
        if source.article is None or source.article not in self.articles:
            return Evidence(record=source.position, source=source)
        sentence = self.find_quote(source.article, source.quote) if source.quote else None
        return Evidence(article=source.article, sentence=sentence, record=source.position, source=source)

    def cite_all(self, sources: Iterable[SourceRef], record: Position) -> tuple[Evidence, ...]:
        """Return the evidence of a recorded value: its sources, or the record's own line where it names none."""
        return tuple(self.cite(source) for source in sources) or (Evidence(record=record),)


def _fullest(name: str) -> tuple[int, str]:
    """Sort the name of most words first, as those do who find the persons of an article."""
    return (-len(name.replace("-", " ").split()), name)
