"""What has a page but no record, best evidence first: what a contributor should look at next."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.drafts.entities import entity_draft, entity_keys
from generator.drafts.events import event_draft, event_keys
from generator.drafts.parts import Draft, count
from generator.drafts.sources import source_draft, source_keys
from generator.drafts.yamltext import Value
from generator.language.places import place_by_slug
from generator.model.ids import kind_of, slug_of
from generator.model.site import Site


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page without a record: how many articles speak of it, how often, and how many offices they give it.

    For an event, `mentions` are the sentences that tell it; for an outlet they are its articles.
    """

    id: str
    articles: int
    mentions: int
    offices: int = 0

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """Sorts the best evidence first."""
        return (-self.articles, -self.offices, -self.mentions, self.id)

    @property
    def evidence(self) -> str:
        """The evidence in words."""
        articles = count(self.articles, "article")
        if kind_of(self.id) == "sources":
            return articles
        told = count(self.mentions, "sentence" if kind_of(self.id) == "events" else "mention")
        offices = f", {count(self.offices, 'office')}" if self.offices else ""
        return f"{told} in {articles}{offices}"


def candidates(site: Site, kinds: Collection[str] = ()) -> tuple[Candidate, ...]:
    """Return the pages without a record, of some kinds or of all.

    Countries and places that the shipped tables know need no record; they are among them only where asked for by kind.
    """
    found = (*_entities(site), *_events(site), *_sources(site))
    wanted = (one for one in found if (kind_of(one.id) in kinds if kinds else not _in_tables(one.id)))
    return tuple(sorted(wanted, key=lambda one: one.rank))


def draft_of(site: Site, owner: str) -> Draft:
    """Return the draft of a record of a page of any kind that has records.

    Raises:
        KeyError: the site has no such page.
    """
    kind = kind_of(owner)
    if kind == "sources":
        return source_draft(site, owner)
    return event_draft(site, owner) if kind == "events" else entity_draft(site, owner)


def keys_of(site: Site, owner: str) -> dict[str, Value]:
    """Return the values of that draft by key.

    Raises:
        KeyError: the site has no such page.
    """
    kind = kind_of(owner)
    if kind == "sources":
        return source_keys(site, owner)
    return event_keys(site, owner) if kind == "events" else entity_keys(site, owner)


def _entities(site: Site) -> Iterator[Candidate]:
    for key, entity in site.entities.items():
        # A country without a code was only named by hand; a record needs the code.
        if entity.record is None and not (entity.kind == "countries" and not entity.code):
            articles = {link.article for link in entity.backlinks}
            yield Candidate(key, len(articles), len(entity.backlinks), len(site.roles_of.get(key, ())))


def _events(site: Site) -> Iterator[Candidate]:
    for key, event in site.events.items():
        if event.record is None:
            told = {(one.article, index) for one in event.tellings for index in one.sentences}
            yield Candidate(key, len({article for article, _ in told}), len(told))


def _sources(site: Site) -> Iterator[Candidate]:
    for key, source in site.sources.items():
        if source.record is None:
            yield Candidate(key, len(source.articles), len(source.articles))


def _in_tables(owner: str) -> bool:
    kind = kind_of(owner)
    return kind == "countries" or (kind == "places" and place_by_slug(slug_of(owner)) is not None)
