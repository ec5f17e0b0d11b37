"""Sections about what happened and what was said: events, statements, and who is named together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Generic, TypeVar

from generator.knowledge.moments import Moment
from generator.model.ids import KIND_OF_MENTION, kind_of
from generator.model.site import Backlink, EventEntry, Evidence, Part, SaidStatement
from generator.pages.markdown import Md, element, join, span
from generator.pages.writer import Writer

L = TypeVar("L")

YEARS_FROM = 10
"""Events from which a list of them has a heading for each year."""

MOST_PARTS = 5
"""Most participants named in a list of events."""

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
class Year:
    """The events of a year under its heading, which is empty where a list is too short for headings."""

    heading: str
    anchor: str
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class EventList:
    """Events by year, and how many there are beyond them."""

    years: tuple[Year, ...]
    more: int


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What somebody is reported to have said: by whom, the words, and how they are given, where and when."""

    speaker: Md
    words: Md
    given: Md
    mark: Md


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


def event_line(w: Writer, event: EventEntry, subject: str | None = None) -> EventLine:
    """Return an event as a line, with the part that `subject` had in it."""
    part = next((item for item in event.parts if item.entity == subject), None) if subject else None
    evidence = part.evidence if part else ()
    if not any(item.article or item.source for item in evidence):
        # A part that a record states rests on what the record names for the whole event.
        evidence = event.evidence or evidence
    return EventLine(
        w.date(event.date) or w.locale.say("date.unknown"),
        w.to(event.id),
        w.locale.word("event_type", event.type),
        part_words(w, part),
        w.marks(evidence),
        event.reviewed,
    )


def _where_and_who(w: Writer, event: EventEntry) -> Md:
    """Return where an event was and who took part, for lists that are about nobody alone."""
    who = [part.entity for part in event.parts] or list(event.countries)
    shown = [w.to(key) for key in who[:MOST_PARTS]]
    if len(who) > len(shown):
        shown.append(w.locale.say("source.more", n=len(who) - len(shown)))
    return join(" · ", [one for one in (w.to(event.place) if event.place else Md(""), w.list_of(shown)) if one])


def part_words(w: Writer, part: Part | None) -> Md:
    """Return the part an entity had in an event, with its office that day."""
    if part is None:
        return Md("")
    words: list[str | Md] = [w.locale.word("part", part.part)] if part.part else []
    if part.role:
        words.append(w.words(part.role))
    if part.on_behalf_of:
        words.append(w.locale.say("part_on_behalf", entity=w.to(part.on_behalf_of)))
    return join(w.locale.t("list.comma"), words)


def moments(
    w: Writer, found: Sequence[Moment], subject: str | None = None, more: int = 0, *, key: str = "events"
) -> EventList | None:
    """Return moments in the order given, by year where there are many, with how many more stand elsewhere.

    `key` is the id of their section.
    """
    if not found:
        return None
    pairs = [(moment.date.start.year if moment.date else 0, moment_line(w, moment, subject)) for moment in found]
    if len(pairs) < YEARS_FROM or len({year for year, _ in pairs}) < 2:
        return EventList((Year("", "", tuple(line for _, line in pairs)),), more)
    years = [(year, tuple(line for _, line in group)) for year, group in groupby(pairs, key=lambda pair: pair[0])]
    return EventList(
        tuple(
            Year(str(year) if year else w.locale.t("index.undated"), f"{key}-y{year}", lines) for year, lines in years
        ),
        more,
    )


def moment_line(w: Writer, moment: Moment, subject: str | None = None) -> EventLine:
    """Return a moment as a line, without naming the page's own subject again."""
    if moment.event:
        line = event_line(w, moment.event, subject)
        return line if subject else replace(line, part=_where_and_who(w, moment.event))
    own = moment.subject == subject
    words = [] if own else [w.to(moment.subject)]
    if moment.role:
        words.append(w.role(moment.role, subject))
    kind = w.locale.t(f"moment.{moment.kind}")
    return EventLine(
        w.date(moment.date),
        join(w.locale.t("list.comma"), words) or Md.escape(kind),
        kind if words else "",
        Md(""),
        w.marks(moment.evidence),
        True,
    )


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
        w.to(statement.speaker) if statement.speaker else w.locale.say("statement.unknown_speaker"),
        words,
        _given(w, given, article, at_home=at_home),
        w.cite(article, said.sentence),
    )


def _whole(words: str, mode: str) -> str:
    """Return the words of a statement; what begins in the middle of its sentence begins with an ellipsis."""
    words = words.lstrip()
    return f"… {words}" if mode != "direct" and words[:1].islower() else words


def _given(w: Writer, given: Md, article: str, *, at_home: bool) -> Md:
    if at_home:
        return w.locale.say("statement.given_here", mode=given)
    return w.locale.say("statement.given", mode=given, outlet=w.outlet(article), date=w.article_date(article))


def statements(w: Writer, found: Sequence[SaidStatement], more: int = 0) -> Listed[StatementLine] | None:
    """Return statements in the order given, with how many more stand elsewhere."""
    return Listed(statement_lines(w, found), more) if found else None


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


def shared_sentences(
    w: Writer, subject: str, backlinks: Iterable[Backlink], kind: str = ""
) -> dict[str, list[Evidence]]:
    """Return the entities, of one kind or of all, named in the same sentences as `subject`, newest article first."""
    rank = w.build.rank
    sentences = sorted({(rank[item.article], item.article, item.sentence) for item in backlinks})
    shared: dict[str, list[Evidence]] = {}
    for _, article, index in sentences:
        there = w.build.all_mentions(article, index)
        for entity in dict.fromkeys(w.build.target(mention) for mention in there):
            if entity and entity != subject and (not kind or kind_of(entity) == kind):
                shared.setdefault(entity, []).append(Evidence(article, index))
    return shared


def named_together(
    w: Writer, subject: str, backlinks: Iterable[Backlink], *without: str
) -> dict[str, tuple[Neighbour, ...]]:
    """Return, by kind, the entities named in the same sentences as `subject`, the most frequent first.

    Kinds in `without` are left out.
    """
    shared = shared_sentences(w, subject, backlinks)
    groups: dict[str, list[str]] = {kind: [] for kind in KIND_OF_MENTION.values()}
    for entity in sorted(shared, key=lambda key: (-len(shared[key]), key)):
        groups.setdefault(kind_of(entity), []).append(entity)
    return {
        kind: tuple(
            Neighbour(w.to(entity), len(shared[entity]), w.marks(shared[entity][:3])) for entity in found[:NEIGHBOURS]
        )
        for kind, found in groups.items()
        if found and kind not in without
    }


def told_line(w: Writer, event: EventEntry, article: str) -> EventLine:
    """Return an event as a line for the page of an article, with the sentences of it that tell the event."""
    told = sorted({index for item in event.tellings if item.article == article for index in item.sentences})
    marks = w.marks_in(article, told)
    who = w.list_of(w.to(part.entity) for part in event.parts)
    return EventLine(
        w.date(event.date) or w.locale.say("date.unknown"),
        w.to(event.id),
        w.locale.word("event_type", event.type),
        who,
        marks,
        event.reviewed,
    )
