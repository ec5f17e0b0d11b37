"""What may be shown of an article's text: the one home of the rule."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.model.article import Rights, ZoneKind
from generator.model.records import SourceRef
from generator.model.site import Evidence, Site
from generator.model.text import Span
from generator.pages.quotes import find_quote

_TITLE, _EVENT, _RECORD, _STATEMENT, _MENTION = range(5)
"""Why a sentence is cited; what counts most comes first where the words allowed are few."""


def rights_of(site: Site, article_id: str) -> Rights:
    """Return the rights of an article: its own, else its outlet's, else the site's."""
    article = site.articles[article_id]
    outlet = site.sources.get(article.source.value) if article.source else None
    return article.rights or (outlet.record.rights if outlet and outlet.record else None) or site.settings.rights


def excerpt_words(site: Site, article_id: str) -> int:
    """Return how many words of an article the whole site may show: its outlet's limit, else the site's."""
    known = site.articles[article_id].source
    outlet = site.sources.get(known.value) if known else None
    limit = outlet.record.excerpt_words if outlet and outlet.record else None
    return site.settings.excerpt_words if limit is None else limit


def visible_sentences(site: Site, article_id: str) -> frozenset[int]:
    """Return the sentences of an article that any page may show; for many articles ask one `Visibility`."""
    return Visibility(site).of(article_id)


@dataclass(frozen=True)
class Visibility:
    """Which sentences may be shown, over the whole site, worked out once.

    `full` rights show all. `excerpt` shows sentences that the site cites, those that tell an event first, until the
    words allowed are used up. `link` shows none. The title, which every list of articles shows, is always visible,
    unless it is no headline but the first words of the text. Offices, which pages state as facts in the words of the
    article, are stated whatever the rights; an excerpt has their words less.
    """

    site: Site

    @cached_property
    def _known(self) -> dict[str, frozenset[int]]:
        return {}

    def of(self, article_id: str) -> frozenset[int]:
        """Return the visible sentences of one article."""
        if article_id not in self._known:
            self._known[article_id] = self._work_out(article_id)
        return self._known[article_id]

    def shows(self, article_id: str, sentence: int) -> bool:
        """Tell whether a sentence may be shown."""
        return sentence in self.of(article_id)

    def shows_span(self, article_id: str, span: Span) -> bool:
        """Tell whether every sentence that a span touches may be shown."""
        return all(index in self.of(article_id) for index in sentences_in(self.site, article_id, span))

    def _work_out(self, article_id: str) -> frozenset[int]:
        site = self.site
        sentences = site.readings[article_id].sentences
        rights = rights_of(site, article_id)
        if rights == "full":
            return frozenset(range(len(sentences)))
        titles = site.articles[article_id].spans_of(ZoneKind.TITLE)
        shown = {index for index, span in enumerate(sentences) if any(zone.contains(span) for zone in titles)}
        if rights == "link":
            return frozenset(shown)
        offices = self._words_of_offices(article_id)
        left = excerpt_words(site, article_id) - sum(offices.values())
        for _, index in sorted((why, index) for index, why in self._cited(article_id).items()):
            words = len(site.sentence(article_id, index).split()) - offices[index]
            if index not in shown and words <= left:
                shown.add(index)
                left -= words
        return frozenset(shown)

    def shows_title(self, article_id: str) -> bool:
        """Tell whether an article's title may be shown: always, unless it is the beginning of a hidden sentence."""
        beginning = self._beginning(article_id)
        return beginning is None or self.shows_span(article_id, beginning)

    def _beginning(self, article_id: str) -> Span | None:
        """Return the first words of a text that stand in for the headline it lacks."""
        title = self.site.articles[article_id].title
        return title.span if title and title.basis == "first_line" else None

    def shows_quote(self, source: SourceRef) -> bool:
        """Tell whether the words that a record quotes may be shown: not those of an article that hides them."""
        if source.article is None or source.article not in self.site.articles or not source.quote:
            return True
        sentence = find_quote(self.site, source.article, source.quote)
        return rights_of(self.site, source.article) == "full" or (
            sentence is not None and self.shows(source.article, sentence)
        )

    def _words_of_offices(self, article_id: str) -> Counter[int]:
        """Return by sentence how many of its words pages may state as offices."""
        counts: Counter[int] = Counter()
        for role in self.site.readings[article_id].roles:
            for index in sentences_in(self.site, article_id, role.span)[:1]:
                counts[index] += len(role.role.split())
        return counts

    def _cited(self, article_id: str) -> dict[int, int]:
        """Return the cited sentences of an article with the best reason for each."""
        cited = dict(self._cited_by_site.get(article_id, {}))
        reading = self.site.readings[article_id]
        if beginning := self._beginning(article_id):
            cited |= dict.fromkeys(sentences_in(self.site, article_id, beginning), _TITLE)
        for spans, why in (
            ((statement.span for statement in reading.statements), _STATEMENT),
            ((mention.span for mention in reading.mentions), _MENTION),
        ):
            for span in spans:
                for index in sentences_in(self.site, article_id, span):
                    cited[index] = min(why, cited.get(index, why))
        return cited

    @cached_property
    def _cited_by_site(self) -> dict[str, dict[int, int]]:
        """Return, by article, the sentences that events, roles and records rest on."""
        cited: dict[str, dict[int, int]] = {}
        for evidence, why in self._citations():
            if evidence.article and evidence.sentence is not None:
                reasons = cited.setdefault(evidence.article, {})
                reasons[evidence.sentence] = min(why, reasons.get(evidence.sentence, why))
        return cited

    def _citations(self) -> Iterator[tuple[Evidence, int]]:
        site = self.site
        for event in site.events.values():
            yield from ((item, _EVENT) for item in event.evidence)
            yield from ((item, _EVENT) for part in event.parts for item in part.evidence)
            for telling in event.tellings:
                yield from ((Evidence(telling.article, index), _EVENT) for index in telling.sentences)
        for role in site.roles:
            yield from ((item, _RECORD) for item in role.evidence)
        for source in self._record_sources():
            if source.article and source.article in site.articles and source.quote:
                yield Evidence(source.article, find_quote(site, source.article, source.quote)), _RECORD

    def _record_sources(self) -> Iterator[SourceRef]:
        records = [item.record for group in (self.site.entities, self.site.events) for item in group.values()]
        for record in records:
            if record:
                yield from record.sources
                yield from (source for claim in record.claims for source in claim.sources)


def sentences_in(site: Site, article_id: str, span: Span) -> range:
    """Return the indexes of the sentences that a span touches."""
    sentences = site.readings[article_id].sentences
    first = max(0, bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1)
    last = first
    while last + 1 < len(sentences) and sentences[last + 1].start < span.end:
        last += 1
    return range(first, last + 1) if sentences else range(0)
