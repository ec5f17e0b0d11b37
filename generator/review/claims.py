"""What rests on one source alone, and where sources contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from urllib.parse import urlsplit

from generator.knowledge.disagreements import Disagreement, Value
from generator.knowledge.duplicates import independent_outlets
from generator.model.dates import DateRange
from generator.model.ids import kind_of, slug_of, slugify
from generator.model.records import Claim, Record, SourceRef
from generator.model.site import Entity, EventEntry, Evidence, HeldRole, Site
from generator.review.items import Exhibit, Item, Remark, shown
from generator.review.places import Material

_KINDS = ("people", "organizations", "events")
"""What one source alone says too little about; a country or a city is there whoever names it."""
_CLAIM_OF = {"birth_date": "birth_date", "event_date": "date", "event_place": "place", "office": "role"}
"""The field under which a record can hold what else is said, by the kind of disagreement."""


def single(material: Material) -> tuple[Item, ...]:
    """Return the pages, and the recorded values, that rest on one source: those named most often first."""
    site = material.site
    items: list[tuple[int, Item]] = []
    for entity in site.entities.values():
        if entity.kind in _KINDS:
            articles = [link.article for link in entity.backlinks]
            items += _single(material, entity, entity.record, articles, material.exhibits(entity))
    for event in site.events.values():
        exhibits = [Exhibit(told.article, index) for told in event.tellings for index in told.sentences[:1]]
        items += _single(material, event, event.record, [told.article for told in event.tellings], exhibits)
    items.sort(key=lambda pair: (-pair[0], pair[1].key))
    return tuple(item for _, item in items)


def _single(
    material: Material, entry: Entity | EventEntry, record: Record | None, articles: list[str], found: list[Exhibit]
) -> Iterator[tuple[int, Item]]:
    cited = record.all_sources() if record else ()
    told = [*articles, *(source.article for source in cited if source.article)]
    told = [key for key in told if key in material.site.articles]
    outlets = independent_outlets(material.site, told)
    if outlets + len(_hosts(cited)) == 1:
        exhibits, more = shown(found)
        remark = _rests_on(material.site, told) if outlets else Remark("one_page")
        yield (
            len(articles),
            Item(
                key=entry.id.replace("/", "-"),
                about=(entry.id,),
                kind=kind_of(entry.id),
                remarks=(remark,),
                exhibits=exhibits,
                more=more,
                write=entry.id,
                wanted=("sources",),
            ),
        )
    for claim in record.claims if record else ():
        if len({source.article for source in claim.sources if source.article} | _hosts(claim.sources)) < 2:
            yield 0, _claim(entry.id, claim)


def _rests_on(site: Site, articles: Iterable[str]) -> Remark:
    """Return the remark that names the one outlet; texts written for the site are none."""
    entries = (site.sources.get(known.value) for key in articles if (known := site.articles[key].source))
    outlets = (entry.id for entry in entries if entry and not (entry.record and entry.record.own_content))
    outlet = next(outlets, None)
    return Remark("one_outlet", ids={"outlet": outlet}) if outlet else Remark("one_unknown")


def _hosts(sources: Iterable[SourceRef]) -> set[str]:
    return {urlsplit(source.url).hostname or "" for source in sources if source.url}


def _claim(subject: str, claim: Claim) -> Item:
    exhibits, more = shown(Exhibit(source.article) for source in claim.sources if source.article)
    return Item(
        key=f"{subject.replace('/', '-')}-{slugify(str(claim.field))}-{slugify(str(claim.value))}",
        about=(subject,),
        kind=kind_of(subject),
        remarks=(Remark("one_claim", {"field": str(claim.field), "value": str(claim.value)}),),
        exhibits=exhibits,
        more=more,
        write=subject,
        wanted=("sources",),
    )


def contradictions(material: Material) -> tuple[Item, ...]:
    """Return where sources disagree: what the site found, then what records list side by side."""
    found = [_disagreement(material, one) for one in material.disagreements if not _settled(material, one)]
    site = material.site
    records = [(one.id, one.record) for group in (site.entities, site.events) for one in group.values() if one.record]
    listed = [_claims(key, field, claims) for key, record in records for field, claims in _by_field(record)]
    return tuple(found + listed)


def record_of(material: Material, entry_id: str) -> Record | None:
    """Return the record of a page, if it has one."""
    entry = material.site.entities.get(entry_id) or material.site.events.get(entry_id)
    return entry.record if entry else None


def _settled(material: Material, one: Disagreement) -> bool:
    """Tell whether the record lists the values itself: then whoever wrote it knows."""
    record = record_of(material, one.subjects[0])
    claims = {str(claim.field): str(claim.value) for claim in record.claims} if record else {}
    return _CLAIM_OF.get(one.field) in claims


def _disagreement(material: Material, one: Disagreement) -> Item:
    subject = one.subjects[0]
    evidence = tuple(item for value in one.values if not value.recorded for item in value.evidence)
    exhibits, more = shown(Exhibit(item.article, item.sentence) for item in evidence if item.article)
    end = _end(one)
    return Item(
        key=disagreement_key(one),
        about=one.subjects,
        kind=kind_of(subject),
        remarks=(Remark(f"disagree_{one.field}"),),
        exhibits=exhibits,
        more=more,
        disagreement=one,
        write=subject,
        added={"end_date": end} if end else {},
        advice="Below the office under roles, if it had ended by then:" if end else "",
        claims=tuple(_told(material, one)),
    )


def disagreement_key(one: Disagreement) -> str:
    """Return the anchor of a disagreement on the desk."""
    return "-".join([one.field.replace("_", "-"), *(key.replace("/", "-") for key in one.subjects)])


def _end(one: Disagreement) -> str:
    """Return when another person is first said to hold an office that the record does not end."""
    other = one.values[-1].what
    if one.field != "holder" or not isinstance(other, HeldRole):
        return ""
    return str(other.start_date or (other.stated[0] if other.stated else ""))


def _told(material: Material, one: Disagreement) -> Iterator[tuple[dict[str, object], tuple[Evidence, ...]]]:
    """Yield what articles say as claims for the record, which keeps all values side by side."""
    for value in one.values if one.field in _CLAIM_OF else ():
        if not value.recorded:
            claim: dict[str, object] = {"field": _CLAIM_OF[one.field], "value": _words(material, value)}
            if isinstance(value.what, HeldRole) and value.what.stated:
                claim["date"] = str(value.what.stated[0])
            yield claim, value.evidence


def _words(material: Material, value: Value) -> object:
    if isinstance(value.what, HeldRole):
        return dict(value.what.role)
    if isinstance(value.what, DateRange):
        return str(value.what)
    place = material.site.entities.get(value.what)
    return dict(place.name) if place else slug_of(value.what).replace("-", " ").title()


def _by_field(record: Record) -> Iterator[tuple[str, list[Claim]]]:
    """Yield the fields of which a record has more than one value."""
    ordered = sorted(record.claims, key=lambda claim: str(claim.field))
    for field, group in groupby(ordered, key=lambda claim: str(claim.field)):
        claims = list(group)
        if len({str(claim.value) for claim in claims}) > 1:
            yield field, claims


def _claims(subject: str, field: str, claims: list[Claim]) -> Item:
    sources = [source for claim in claims for source in claim.sources]
    exhibits, more = shown(Exhibit(source.article) for source in sources if source.article)
    return Item(
        key=f"{subject.replace('/', '-')}-{slugify(field)}",
        about=(subject,),
        kind=kind_of(subject),
        remarks=(Remark("listed", {"field": field, "n": len(claims)}),),
        exhibits=exhibits,
        more=more,
        write=subject,
        evidence=tuple(Evidence(record=claim.position) for claim in claims),
    )
