"""Events: records, what articles tell of them, and events only articles tell; one event, one page."""

from __future__ import annotations

from collections.abc import Iterable

from generator.knowledge.addresses import full_id
from generator.knowledge.draft import Draft
from generator.knowledge.happenings import Calendar, Happening
from generator.model.dates import DateRange
from generator.model.ids import kind_of, make_id, slugify
from generator.model.reading import FoundEvent
from generator.model.records import Event, Participant
from generator.model.site import EventEntry, Evidence, Part, Telling
from generator.model.text import LangText


def build_events(draft: Draft) -> dict[str, EventEntry]:
    """Return the events that get a page, by id."""
    calendar = Calendar()
    for record in draft.records.values():
        if isinstance(record, Event):
            calendar.add(_from_record(draft, record))
    for article in draft.newest_last:
        _assign(draft, article, calendar)
    entries = (_entry(draft, happening) for happening in calendar)
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}


def _from_record(draft: Draft, record: Event) -> Happening:
    cited = (draft.cite(source) for source in record.sources)
    quoted = frozenset(
        (one.article, one.sentence) for one in cited if one.article is not None and one.sentence is not None
    )
    return Happening(
        id=record.id,
        record=record,
        type=record.type,
        date=_date_of(record),
        place=record.location,
        entities={part.entity for part in record.participants} | set(record.organizations),
        countries=set(record.countries),
        quoted=quoted,
        old=frozenset(full_id(record, old) for old in record.redirect_from),
    )


def _date_of(record: Event) -> DateRange | None:
    if record.start_date and record.end_date and not record.start_date.end:
        return DateRange(record.start_date.start, record.end_date)
    return record.start_date


def _assign(draft: Draft, article: str, calendar: Calendar) -> None:
    """Give each event of an article to the happening it is most like, or make a new one of it."""
    for event, found in zip(draft.readings[article].events, draft.found[article].events, strict=True):
        told = _told(draft, article, event, found)
        sentences = _sentences(draft, article, event)
        home = calendar.find(told, frozenset((article, sentence) for sentence in sentences))
        if home is None:
            if draft.own_content(article) or not _worth_a_page(event):
                continue
            home = told
        elif home.record is None:
            home.entities |= told.entities
            home.countries |= told.countries
            home.place = home.place or told.place
        if told.id not in home.addresses:
            home.addresses.append(told.id)
        home.tellings.append(Telling(article=article, sentences=sentences, event=event))
        calendar.add(home)


def _told(draft: Draft, article: str, event: FoundEvent, found: FoundEvent) -> Happening:
    """Return an event only articles tell; its address comes from its own date, type, place and first people.

    `found` is the event before any judgement: neither joining persons nor a record may move the pages of events.
    """
    who = [draft.own_slug(article, key) for key in (found.place, *found.participants[:2]) if key]
    slug = slugify(" ".join([event.date or "", event.type, *(who or [event.label])]))
    return Happening(
        id=make_id("events", slug),
        record=None,
        type=event.type,
        date=DateRange.parse(event.date) if event.date else None,
        place=event.place,
        entities=set(event.participants),
        countries={draft.country_id(code) for code in event.countries},
    )


def _worth_a_page(event: FoundEvent) -> bool:
    """An event nobody recorded needs to be what an article is about, or to say when and who."""
    return event.main or bool(event.date and event.participants)


def _sentences(draft: Draft, article: str, event: FoundEvent) -> tuple[int, ...]:
    spans = event.evidence or (event.span,)
    return tuple(sorted({draft.sentence_of(article, span.start) for span in spans}))


def _entry(draft: Draft, happening: Happening) -> EventEntry:
    record = happening.record
    tellings = tuple(happening.tellings)
    evidence = tuple(
        draft.evidence(told.article, index, told.event.span) for told in tellings for index in told.sentences
    )
    if record:
        evidence = tuple(dict.fromkeys((*draft.cite_all(record.sources, record.position), *evidence)))
    return EventEntry(
        id=happening.id,
        name=record.name if record else _label(draft, tellings),
        type=happening.type,
        date=happening.date,
        place=happening.place,
        countries=tuple(sorted(happening.countries)) if record is None else record.countries,
        organizations=record.organizations if record else _organizations(happening.entities),
        parts=tuple(_parts(draft, record.participants if record else (), tellings)),
        record=record,
        tellings=tellings,
        evidence=evidence,
        addresses=tuple(key for key in happening.addresses if key != happening.id),
    )


def _label(draft: Draft, tellings: tuple[Telling, ...]) -> LangText:
    first = next((told for told in tellings if told.event.main), tellings[0])
    return LangText.of({draft.articles[first.article].language.value: first.event.label})


def _organizations(entities: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(entity for entity in entities if kind_of(entity) == "organizations"))


def _parts(draft: Draft, recorded: tuple[Participant, ...], tellings: tuple[Telling, ...]) -> Iterable[Part]:
    """Recorded participants as the record has them, each with the articles that name it; else those found."""
    told: dict[str, list[Evidence]] = {}
    parts: dict[str, str] = {}
    for telling in tellings:
        first = draft.evidence(telling.article, telling.sentences[0], telling.event.span)
        for who in telling.event.participants:
            told.setdefault(who, []).append(first)
        parts.update({who: part for who, part in telling.event.parts if who not in parts})
    if recorded:
        for item in recorded:
            evidence = (Evidence(record=item.position), *told.get(item.entity, ()))
            yield Part(
                entity=item.entity, part=item.part, role=item.role, on_behalf_of=item.on_behalf_of, evidence=evidence
            )
        return
    for who in told:
        if kind_of(who) in ("people", "countries"):
            yield Part(entity=who, part=parts.get(who), evidence=tuple(told[who]))
