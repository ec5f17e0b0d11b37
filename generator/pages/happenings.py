"""Sections about what happened and what was said: events, statements, and who is named together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from generator.model.dates import DateRange
from generator.model.ids import KIND_OF_MENTION, kind_of
from generator.model.site import Backlink, EventEntry, Evidence, Part, SaidStatement
from generator.pages.build import HUB_LIMIT
from generator.pages.markdown import Md, element, join, span
from generator.pages.writer import Writer

L = TypeVar("L")

SORTED_FROM = 4
"""Statements from which a list says which of them speak of which country."""

NEIGHBOURS = 12
"""Most entities of one kind listed as named in the same sentences."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list: when, what, and what part the page's subject had in it."""

    date: Md
    event: Md
    type: str
    part: Md
    marks: Md
    reviewed: bool


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What somebody is reported to have said: by whom, the words, and how they are given, where and when.

    `anchor` is the id of the entry in a list that is sorted by subject; else it is empty.
    """

    speaker: Md
    words: Md
    given: Md
    mark: Md
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entity named in the same sentences, how often, and the newest of them."""

    entity: Md
    count: int
    marks: Md


@dataclass(frozen=True, slots=True)
class Listed(Generic[L]):
    """The newest entries of a list, and how many there are beyond them."""

    lines: tuple[L, ...]
    more: int
    subjects: tuple[tuple[Md, Md], ...] = ()
    """For statements, if they speak of several countries: each country, and links to the entries that name it."""


def event_line(w: Writer, event: EventEntry, subject: str | None = None) -> EventLine:
    """Return an event as a line, with the part that `subject` had in it."""
    part = next((item for item in event.parts if item.entity == subject), None) if subject else None
    return EventLine(
        w.date(event.date) or w.locale.say("date.unknown"),
        w.to(event.id),
        w.locale.word("event_type", event.type),
        part_words(w, part, event.date),
        w.sourced(_part_evidence(event, part), whole=event.evidence),
        event.reviewed,
    )


def _part_evidence(event: EventEntry, part: Part | None) -> tuple[Evidence, ...]:
    """Return what a part in an event rests on: a part that a record states, on what that names for the whole event."""
    evidence = part.evidence if part else ()
    if any(item.article or item.source for item in evidence):
        return evidence
    return event.evidence or evidence


def part_words(w: Writer, part: Part | None, date: DateRange | None) -> Md:
    """Return the part an entity had in an event, with its office that day, as the event names it or at its date."""
    if part is None:
        return Md("")
    words: list[str | Md] = [w.locale.word("part", part.part)] if part.part else []
    if part.role:
        words.append(w.words(part.role))
    elif office := w.office(part.entity, date):
        words.append(office)
    if part.on_behalf_of:
        words.append(w.locale.say("part_on_behalf", entity=w.to(part.on_behalf_of)))
    return join(w.locale.t("list.comma"), words)


def events(w: Writer, found: Sequence[EventEntry], subject: str | None = None) -> Listed[EventLine] | None:
    """Return events, newest first, undated ones last."""
    if not found:
        return None
    ordered = [event for event in found[::-1] if event.date] + [event for event in found if not event.date]
    lines = tuple(event_line(w, event, subject) for event in ordered[:HUB_LIMIT])
    return Listed(lines, max(0, len(found) - HUB_LIMIT))


def statement_line(w: Writer, said: SaidStatement, *, at_home: bool = False) -> StatementLine:
    """Return a statement as a line; words that may not be shown are replaced by where to read them.

    `at_home` is for the page of the article itself, which need not say again whose article it is.
    """
    statement, article = said.statement, said.article
    language = w.site.articles[article].language.value
    shown = w.build.visibility.shows_span(article, statement.span)
    if not shown:
        words = span(w.elsewhere("sentence.hidden", article), "ks-quiet")
    else:
        text = w.build.passages(article).words(statement.start, statement.end)
        # The language is always given: the quotation marks of `<q>` follow it.
        words = element("q" if statement.mode == "direct" else "span", _whole(text, statement.mode), lang=language)
    cue = w.in_language(" ".join(statement.cue.split()), language)
    mode = w.locale.t(f"mode.{statement.mode}")
    given = w.locale.say("statement.mode", mode=mode, cue=cue) if cue and shown else Md.escape(mode)
    return StatementLine(
        _speaker(w, said),
        words,
        _given(w, given, article, at_home=at_home) + _circumstances(w, said),
        w.cite(article, said.sentence),
    )


def _circumstances(w: Writer, said: SaidStatement) -> Md:
    """Return to whom something was said, and on what occasion, as far as the text says."""
    words = Md("")
    if said.to:
        words += Md(" ") + w.locale.say("statement.to", who=w.list_of(w.to(one) for one in said.to))
    occasion = w.build.occasion(said)
    if occasion:
        words += Md(" ") + w.locale.say("statement.occasion", event=w.to(occasion))
    return words


def _speaker(w: Writer, said: SaidStatement) -> Md:
    """Return who said it, with the office held at the date of the article; notes look back, so theirs says nothing."""
    who, known = said.statement.speaker, w.site.articles[said.article].date
    if not who:
        return w.locale.say("statement.unknown_speaker")
    office = w.office(who, known.value) if known and not w.build.own(said.article) else None
    return join(w.locale.t("list.comma"), [w.to(who), office]) if office else w.to(who)


def _whole(words: str, mode: str) -> str:
    """Return the words of a statement; what begins in the middle of its sentence begins with an ellipsis."""
    words = words.lstrip()
    return f"… {words}" if mode != "direct" and words[:1].islower() else words


def _given(w: Writer, given: Md, article: str, *, at_home: bool) -> Md:
    if at_home:
        return w.locale.say("statement.given_here", mode=given)
    return w.locale.say("statement.given", mode=given, outlet=w.outlet(article), date=w.article_date(article))


def statements(w: Writer, found: Iterable[SaidStatement], anchor: str = "") -> Listed[StatementLine] | None:
    """Return statements, those of the newest articles first, each article's in text order.

    With an `anchor` (what the ids of the entries begin with), a list about several countries is sorted by them.
    """
    rank = w.build.rank
    ordered = sorted(found, key=lambda said: (rank[said.article], said.statement.start, said.statement.end))
    if not ordered:
        return None
    shown = ordered[:HUB_LIMIT]
    lines, more = statement_lines(w, shown), max(0, len(ordered) - HUB_LIMIT)
    subjects = _by_country(shown) if anchor and len(lines) == len(shown) >= SORTED_FROM else {}
    if len(subjects) < 2:
        return Listed(lines, more)
    numbered = tuple(replace(line, anchor=f"{anchor}-{number}") for number, line in enumerate(lines, 1))
    return Listed(numbered, more, tuple((w.to(country), _jumps(w, anchor, subjects[country])) for country in subjects))


def _by_country(found: Sequence[SaidStatement]) -> dict[str, list[int]]:
    """Return the countries that statements speak of, the most frequent first, with the numbers of the statements.

    One that all of them name, as on its own page, tells none from another.
    """
    numbers: dict[str, list[int]] = {}
    for number, said in enumerate(found, 1):
        for entity in said.about:
            if kind_of(entity) == "countries":
                numbers.setdefault(entity, []).append(number)
    some = ((country, named) for country, named in numbers.items() if len(named) < len(found))
    return dict(sorted(some, key=lambda pair: (-len(pair[1]), pair[0])))


def _jumps(w: Writer, anchor: str, numbers: Iterable[int]) -> Md:
    links = [element("a", str(number), href=f"#{anchor}-{number}") for number in numbers]
    return join(w.locale.t("list.comma"), links)


def statement_lines(w: Writer, found: Iterable[SaidStatement], *, at_home: bool = False) -> tuple[StatementLine, ...]:
    """Return statements as lines; one line for all that a person said in an article and that may not be shown."""
    hidden: dict[tuple[str | None, str], list[SaidStatement]] = {}
    lines: list[StatementLine | tuple[str | None, str]] = []
    for said in found:
        key = (said.statement.speaker, said.article)
        if w.build.visibility.shows_span(said.article, said.statement.span):
            lines.append(statement_line(w, said, at_home=at_home))
        elif key in hidden:
            hidden[key].append(said)
        else:
            hidden[key] = [said]
            lines.append(key)
    return tuple(
        line if isinstance(line, StatementLine) else _hidden_line(w, hidden[line], at_home=at_home) for line in lines
    )


def _hidden_line(w: Writer, found: Sequence[SaidStatement], *, at_home: bool) -> StatementLine:
    said = found[0]
    if len(found) == 1:
        return statement_line(w, said, at_home=at_home)
    marks = w.marks_in(said.article, list(dict.fromkeys(item.sentence for item in found)))
    number = w.locale.say("statement.number", n=len(found))
    one = statement_line(w, said, at_home=at_home)
    return replace(one, given=_given(w, number, said.article, at_home=at_home), mark=marks)


def named_together(w: Writer, subject: str, backlinks: Iterable[Backlink]) -> dict[str, tuple[Neighbour, ...]]:
    """Return, by kind, the entities named in the same sentences as `subject`, the most frequent first."""
    rank = w.build.rank
    sentences = sorted({(rank[item.article], item.article, item.sentence) for item in backlinks})[:HUB_LIMIT]
    shared: dict[str, list[Evidence]] = {}
    for _, article, index in sentences:
        there = w.build.all_mentions(article, index)
        for entity in dict.fromkeys(w.build.target(mention) for mention in there):
            if entity and entity != subject:
                shared.setdefault(entity, []).append(Evidence(article, index))
    groups: dict[str, list[str]] = {kind: [] for kind in KIND_OF_MENTION.values()}
    for entity in sorted(shared, key=lambda key: (-len(shared[key]), key)):
        groups.setdefault(kind_of(entity), []).append(entity)
    return {
        kind: tuple(
            Neighbour(w.to(entity), len(shared[entity]), w.marks(shared[entity][:3])) for entity in found[:NEIGHBOURS]
        )
        for kind, found in groups.items()
        if found
    }


def told_line(w: Writer, event: EventEntry, article: str) -> EventLine:
    """Return an event as a line for the page of an article, with the sentences of it that tell the event."""
    told = sorted({index for item in event.tellings if item.article == article for index in item.sentences})
    claims = [item for item in event.evidence if item.article == article and item.claimed]
    marks = w.marks_in(article, told)
    if claims and not any(item.article == article and not item.claimed for item in event.evidence):
        marks = Md(" ") + w.says(claims) + marks
    who = w.list_of(w.to(part.entity) for part in event.parts)
    return EventLine(
        w.date(event.date) or w.locale.say("date.unknown"),
        w.to(event.id),
        w.locale.word("event_type", event.type),
        who,
        marks,
        event.reviewed,
    )
