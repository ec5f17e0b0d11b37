"""What records and articles lack: dates that are doubtful, sources, and keys that a reader would look for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.article import Article
from generator.model.ids import kind_of, slug_of
from generator.model.records import Country, Event, Organization, Person, Place, Record, Source
from generator.model.site import EventEntry, Evidence, Site
from generator.review.items import Exhibit, Item, Remark, shown
from generator.review.places import Material

_UNSURE = frozenset({"text", "file_name", "folder", "first_line", "default"})
"""What a date of publication may rest on without anybody having said that it is one."""


def dates(material: Material) -> tuple[Item, ...]:
    """Return articles without a date, with one that is a guess or only a month, and dates whose weekday is wrong."""
    articles = sorted(material.site.articles.values(), key=lambda one: (material.newest[one.id], one.id))
    found = [_undated(article, remark) for article in articles if (remark := _doubt(article))]
    found += [item for article in articles for item in _weekdays(material.site, article)]
    return tuple(sorted(found, key=lambda item: _ORDER.index(item.remarks[0].key)))


_ORDER = ("no_date", "weekday", "date_unsure", "date_coarse")


def _doubt(article: Article) -> Remark | None:
    if article.date is None:
        return Remark("no_date")
    if article.date.basis in _UNSURE:
        return Remark("date_unsure", {"date": str(article.date.value), "basis": article.date.basis})
    if article.date.value.precision != "day":
        return Remark("date_coarse", {"date": str(article.date.value)})
    return None


def _undated(article: Article, remark: Remark) -> Item:
    return Item(
        key=slug_of(article.id),
        about=(article.id,),
        kind="articles",
        remarks=(remark,),
        write=article.id,
        added={"date": str(article.date.value)} if remark.key == "date_unsure" and article.date else {},
        wanted=() if remark.key == "date_unsure" else ("date",),
    )


def _weekdays(site: Site, article: Article) -> Iterator[Item]:
    for number, date in enumerate(site.readings[article.id].dates):
        if date.doubt:
            sentences = site.readings[article.id].sentences
            index = max((i for i, span in enumerate(sentences) if span.start <= date.start), default=0)
            yield Item(
                key=f"{slug_of(article.id)}-{date.value.replace('/', '-')}-{number + 1}",
                about=(article.id,),
                kind="articles",
                remarks=(Remark("weekday", {"date": date.value}),),
                exhibits=(Exhibit(article.id, index, (date.span,)),),
                write=article.id,
            )


def _records(site: Site) -> Iterator[tuple[str, Record]]:
    groups = (site.entities, site.events, site.sources)
    yield from ((entry.id, entry.record) for group in groups for entry in group.values() if entry.record)


def unsourced(material: Material) -> tuple[Item, ...]:
    """Return the records that name no source; the names of countries, places and outlets need none."""
    site = material.site
    return tuple(
        _unsourced(material, key)
        for key, record in _records(site)
        if isinstance(record, Person | Organization | Event) and not record.all_sources()
    )


def _unsourced(material: Material, key: str) -> Item:
    exhibits, more = shown(_sentences(material, key))
    named = tuple(Evidence(one.article, one.sentence) for one in exhibits)
    return Item(
        key=key.replace("/", "-"),
        about=(key,),
        kind=kind_of(key),
        remarks=(Remark("unsourced"),),
        exhibits=exhibits,
        more=more,
        write=key,
        wanted=() if named else ("sources",),
        evidence=named,
    )


def _sentences(material: Material, key: str) -> list[Exhibit]:
    entity = material.site.entities.get(key)
    if entity:
        return material.exhibits(entity)
    event = material.site.events.get(key)
    told = event.tellings if event else ()
    return [Exhibit(one.article, index) for one in told for index in one.sentences[:1]]


def missing(material: Material) -> tuple[Item, ...]:
    """Return the records that lack what a reader would look for, with what articles offer for it."""
    found = []
    for key, record in _records(material.site):
        lacking = tuple(_lacking(record))
        if lacking:
            found.append(_missing(material, key, lacking))
    return tuple(sorted(found, key=lambda item: (-len(item.added) - len(item.wanted), item.key)))


def _lacking(record: Record) -> Iterator[str]:
    wanted: dict[str, object] = {}
    if isinstance(record, Person):
        # An office says whose person somebody is; only without one is a country missed.
        wanted = {"roles": record.roles, "country": record.country or any(role.country for role in record.roles)}
    elif isinstance(record, Organization):
        wanted = {"classification": record.classification}
    elif isinstance(record, Country):
        wanted = {"capital": record.capital}
    elif isinstance(record, Place):
        wanted = {"country": record.country}
    elif isinstance(record, Event):
        wanted = {
            "start_date": record.start_date,
            "location": record.location,
            "participants": record.participants or record.countries or record.organizations,
        }
    elif isinstance(record, Source):
        wanted = {} if record.own_content else {"ownership": record.ownership, "rights": record.rights}
    yield from (key for key, value in wanted.items() if not value)


def _missing(material: Material, key: str, lacking: tuple[str, ...]) -> Item:
    offered = _offered(material.site.events[key], lacking) if key in material.site.events else {}
    exhibits, more = shown(_sentences(material, key), 1) if offered else ((), 0)
    return Item(
        key=key.replace("/", "-"),
        about=(key,),
        kind=kind_of(key),
        remarks=(Remark("lacks", {"gaps": " ".join(lacking)}),),
        exhibits=exhibits,
        more=more,
        write=key,
        added=offered,
        wanted=tuple(one for one in lacking if one not in offered),
    )


def _offered(event: EventEntry, lacking: tuple[str, ...]) -> dict[str, str]:
    """Return the date and the place that the articles agree on for a recorded event."""
    told = {
        "start_date": {one.event.date for one in event.tellings if one.event.date},
        "location": {slug_of(one.event.place) for one in event.tellings if one.event.place},
    }
    return {key: values.pop() for key, values in told.items() if key in lacking and len(values) == 1}
