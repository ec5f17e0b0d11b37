"""Where things stand in the articles, looked up once for all queues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.knowledge.disagreements import Disagreement, disagreements
from generator.model.reading import Mention
from generator.model.site import Entity, Site
from generator.review.items import Exhibit


@dataclass(frozen=True)
class Material:
    """A site with what several queues ask of it."""

    site: Site

    @cached_property
    def newest(self) -> Mapping[str, tuple[int, ...]]:
        """Article id -> its place among all, newest first, undated last."""
        ranks = {}
        for key, article in self.site.articles.items():
            date = article.date.value.sort_key() if article.date else (0, 0, 0)
            ranks[key] = tuple(-part for part in date)
        return ranks

    @cached_property
    def disagreements(self) -> tuple[Disagreement, ...]:
        """Where sources disagree."""
        return disagreements(self.site)

    @cached_property
    def loose(self) -> tuple[tuple[str, int, Mention], ...]:
        """Every mention that leads to no page: article, sentence, mention; newest article first."""
        site = self.site
        found = []
        for article in sorted(site.readings, key=lambda key: (self.newest[key], key)):
            reading = site.readings[article]
            number, last = 0, len(reading.sentences) - 1
            for mention in reading.mentions:
                while number < last and reading.sentences[number + 1].start <= mention.start:
                    number += 1
                if mention.kind != "country" and (mention.id is None or self.page_of(mention.id) is None):
                    found.append((article, number, mention))
        return tuple(found)

    def page_of(self, entity_id: str) -> str | None:
        """Return the page an id leads to, None where it has none."""
        if self.site.has_page(entity_id):
            return entity_id
        return self.site.redirects.get(entity_id)

    def exhibits(self, entity: Entity) -> list[Exhibit]:
        """Return the sentences that name an entity: the newest of each article first, full names before short ones."""
        links = sorted(entity.backlinks, key=lambda link: (self.newest[link.article], link.article, link.sentence))
        seen: dict[str, int] = {}
        ranked = []
        for link in sorted(links, key=lambda link: link.mention.form != "name"):
            turn = seen[link.article] = seen.get(link.article, -1) + 1
            ranked.append((turn, link))
        ranked.sort(key=lambda pair: pair[0])
        return [Exhibit(link.article, link.sentence, (link.mention.span,)) for _, link in ranked]
