"""Events: records, what articles tell of them, and events only articles tell; one event, one page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.knowledge.draft import Draft
from generator.model.dates import DateRange
from generator.model.ids import kind_of, make_id, slug_of, slugify
from generator.model.reading import FoundEvent
from generator.model.records import Event, Participant
from generator.model.site import EventEntry, Evidence, Part, Telling
from generator.model.text import LangText

_RELATED_TYPES = (
    frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"}),
    frozenset({"ASSAULT", "COERCE", "MOBILIZE", "DEATH"}),
    frozenset({"REJECT", "ACCUSE", "THREATEN", "SANCTION", "PROTEST"}),
    frozenset({"DISASTER", "DEATH"}),
)
"""PLOVER types that different articles may give to one and the same event."""

_ENOUGH = 0.5
"""Likeness from which a told event is taken to be a known one."""


@dataclass(slots=True)
class _Happening:
    """An event while its tellings are gathered."""

    id: str
    record: Event | None
    type: str
    date: DateRange | None
    place: str | None
    entities: set[str]
    countries: set[str]
    quoted: set[tuple[str, int]] = field(default_factory=set)
    tellings: list[Telling] = field(default_factory=list)


def build_events(draft: Draft) -> dict[str, EventEntry]:
    """Return the events that get a page, by id."""
    happenings = [_from_record(draft, record) for record in draft.records.values() if isinstance(record, Event)]
    for article in draft.newest_last:
        _assign(draft, article, happenings)
    entries = (_entry(draft, happening) for happening in happenings)
    return {entry.id: entry for entry in sorted(entries, key=lambda entry: entry.id)}


def _from_record(draft: Draft, record: Event) -> _Happening:
    quoted = set()
    for source in record.sources:
        cited = draft.cite(source)
        if cited.article is not None and cited.sentence is not None:
            quoted.add((cited.article, cited.sentence))
    return _Happening(
        id=record.id,
        record=record,
        type=record.type,
        date=_date_of(record),
        place=record.location,
        entities={part.entity for part in record.participants} | set(record.organizations),
        countries=set(record.countries),
        quoted=quoted,
    )


def _date_of(record: Event) -> DateRange | None:
    if record.start_date and record.end_date and not record.start_date.end:
        return DateRange(record.start_date.start, record.end_date)
    return record.start_date


def _assign(draft: Draft, article: str, happenings: list[_Happening]) -> None:
    """Give each event of an article to the happening it is most like, or make a new one of it."""
    for event in draft.readings[article].events:
        told = _told(draft, event)
        ranked = sorted(
            ((_likeness(told, other, draft, article, event), other.id, other) for other in happenings),
            key=lambda item: (-item[0], item[1]),
        )
        if ranked and ranked[0][0] >= _ENOUGH:
            home = ranked[0][2]
        elif _worth_a_page(event) and not draft.own_content(article):
            home = told
            happenings.append(told)
        else:
            continue
        sentences = _sentences(draft, article, event)
        home.tellings.append(Telling(article=article, sentences=sentences, event=event))
        if home.record is None:
            home.entities |= told.entities
            home.countries |= told.countries
            home.place = home.place or told.place
            home.date = home.date or told.date


def _told(draft: Draft, event: FoundEvent) -> _Happening:
    """Return an event only articles tell; its address comes from its own date, type, place and first people."""
    who = [slug_of(key) for key in (event.place, *event.participants[:2]) if key]
    slug = slugify(" ".join([event.date or "", event.type, *(who or [event.label])]))
    return _Happening(
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


def _likeness(told: _Happening, other: _Happening, draft: Draft, article: str, event: FoundEvent) -> float:
    """Rate from 0 to 1 how likely a told event is one already known; 0 where type or date forbid it."""
    if other.quoted & {(article, sentence) for sentence in _sentences(draft, article, event)}:
        return 1.0 if _related(told.type, other.type) else 0.6
    if not _related(told.type, other.type) or not told.date or not other.date:
        return 0.0
    if not told.date.compatible(other.date):
        return 0.0
    people = {who for who in told.entities if kind_of(who) == "people"}
    other_people = {who for who in other.entities if kind_of(who) == "people"}
    countries = _share(told.countries, other.countries)
    if not people or not other_people:
        who = countries * (0.7 if told.type == other.type else 0.4)
    else:
        who = 0.75 * _share(people, other_people) + 0.25 * countries
    same_day = str(told.date) == str(other.date) and told.date.start.precision == "day"
    bonus = (0.1 if told.type == other.type else 0.0) + (0.1 if same_day else 0.0)
    clash = 0.2 if told.place and other.place and told.place != other.place else 0.0
    return min(1.0, who + bonus - clash) if who else 0.0


def _related(first: str, second: str) -> bool:
    return first == second or "OTHER" in (first, second) or any({first, second} <= group for group in _RELATED_TYPES)


def _share(first: set[str], second: set[str]) -> float:
    return len(first & second) / len(first | second) if first and second else 0.0


def _entry(draft: Draft, happening: _Happening) -> EventEntry:
    record = happening.record
    tellings = tuple(happening.tellings)
    evidence = tuple(Evidence(article=told.article, sentence=index) for told in tellings for index in told.sentences)
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
        parts=tuple(_parts(record.participants if record else (), tellings)),
        record=record,
        tellings=tellings,
        evidence=evidence,
    )


def _label(draft: Draft, tellings: tuple[Telling, ...]) -> LangText:
    first = next((told for told in tellings if told.event.main), tellings[0])
    return LangText.of({draft.articles[first.article].language.value: first.event.label})


def _organizations(entities: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(entity for entity in entities if kind_of(entity) == "organizations"))


def _parts(recorded: tuple[Participant, ...], tellings: tuple[Telling, ...]) -> Iterable[Part]:
    """Recorded participants as the record has them, each with the articles that name it; else those found."""
    told: dict[str, list[Evidence]] = {}
    parts: dict[str, str] = {}
    for telling in tellings:
        for who in telling.event.participants:
            told.setdefault(who, []).append(Evidence(article=telling.article, sentence=telling.sentences[0]))
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
