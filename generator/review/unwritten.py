"""What has a page but no record: for each kind, what rests on most evidence first."""

from __future__ import annotations

from generator.model.ids import kind_of
from generator.model.site import Entity, EventEntry, SourceEntry
from generator.review.items import Choice, Exhibit, Item, Remark, shown
from generator.review.places import Material


def entities(material: Material, kind: str) -> tuple[Item, ...]:
    """Return the people, organisations, places or countries without a record."""
    found = [one for one in material.site.entities.values() if one.kind == kind and not one.reviewed]
    found.sort(key=lambda one: (-len(_articles(one)), -len(one.backlinks), one.id))
    return tuple(_entity(material, entity) for entity in found)


def _articles(entity: Entity) -> set[str]:
    return {link.article for link in entity.backlinks}


def _entity(material: Material, entity: Entity) -> Item:
    exhibits, more = shown(material.exhibits(entity))
    articles = len(_articles(entity))
    return Item(
        key=entity.id.replace("/", "-"),
        about=(entity.id,),
        kind=entity.kind,
        remarks=(Remark("articles", {"n": articles}), Remark("times", {"n": len(entity.backlinks)})),
        exhibits=exhibits,
        more=more,
        choices=(Choice("not-an-entity", (entity.id,)),),
        write=entity.id,
    )


def events(material: Material) -> tuple[Item, ...]:
    """Return the events without a record: those told by most articles first, then what articles are about."""
    found = [one for one in material.site.events.values() if not one.reviewed]
    found.sort(key=lambda one: (-len({told.article for told in one.tellings}), not _main(one), one.id))
    return tuple(_event(event) for event in found)


def _main(event: EventEntry) -> bool:
    return any(told.event.main for told in event.tellings)


def _event(event: EventEntry) -> Item:
    told = [Exhibit(one.article, index, (one.event.span,)) for one in event.tellings for index in one.sentences[:1]]
    exhibits, more = shown(told)
    return Item(
        key=event.id.replace("/", "-"),
        about=(event.id,),
        kind=kind_of(event.id),
        remarks=(Remark("articles", {"n": len({one.article for one in event.tellings})}),),
        exhibits=exhibits,
        more=more,
        choices=(),
        write=event.id,
    )


def outlets(material: Material) -> tuple[Item, ...]:
    """Return the outlets without a record, those with most articles first."""
    found = [one for one in material.site.sources.values() if one.record is None]
    found.sort(key=lambda one: (-len(one.articles), one.id))
    return tuple(_outlet(source) for source in found)


def _outlet(source: SourceEntry) -> Item:
    exhibits, more = shown(Exhibit(article) for article in source.articles)
    return Item(
        key=source.id.replace("/", "-"),
        about=(source.id,),
        kind="sources",
        remarks=(Remark("carries", {"n": len(source.articles)}),),
        exhibits=exhibits,
        more=more,
        write=source.id,
    )
