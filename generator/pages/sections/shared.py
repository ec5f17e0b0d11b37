"""Sections that several kinds of page share: names, offices, mentions, recorded claims and sources."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model.dates import PartialDate
from generator.model.records import Record
from generator.model.site import Backlink, Entity, Evidence, HeldRole, NameUse
from generator.model.text import Span
from generator.pages.build import Build
from generator.pages.lists.paging import Listed
from generator.pages.markdown import Md, link, safe_url
from generator.pages.quotes import cite, cite_all
from generator.pages.writer import Writer

_REGISTERS = {
    "wikidata": "https://www.wikidata.org/wiki/{}",
    "viaf": "https://viaf.org/viaf/{}",
    "isni": "https://isni.org/isni/{}",
    "gnd": "https://d-nb.info/gnd/{}",
    "geonames": "https://www.geonames.org/{}",
    "opensanctions": "https://www.opensanctions.org/entities/{}/",
}
"""Where the identifiers of well-known registers lead."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of an infobox: the key of its label in the locale, and its value with source marks."""

    label: str
    value: Md


@dataclass(frozen=True, slots=True)
class NameLine:
    """One spelling: its script in lower case, codes of the languages it is used in, how often and when, source marks.

    `seen` are the dates of the first and the last article that uses it; empty where none has a date.
    """

    name: Md
    script: str
    languages: tuple[str, ...]
    count: int
    seen: Md
    marks: Md


@dataclass(frozen=True, slots=True)
class RoleLine:
    """An office: who (None on the person's own page), which, when, on whose word."""

    person: Md | None
    role: Md
    time: Md
    marks: Md


@dataclass(frozen=True, slots=True)
class Named:
    """A sentence that names an entity, and where in it."""

    article: str
    sentence: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class MentionGroup:
    """The sentences of one article that name an entity."""

    article: Md
    outlet: Md
    date: Md
    sentences: tuple[tuple[Md, Md], ...]


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """All recorded values of one field, side by side: value, date, source marks with the sentences they lead to."""

    field: Md
    values: tuple[tuple[Md, Md, Md], ...]


def names(w: Writer, entity: Entity) -> tuple[NameLine, ...]:
    """Return every spelling with the sentence or record line that has it, those of one script together."""
    first: dict[str, Evidence] = {}
    for backlink in entity.backlinks:
        surface = " ".join(backlink.mention.surface.split())
        first.setdefault(surface, Evidence(backlink.article, backlink.sentence))
    lines = {}
    if entity.record:
        lines = {other.name: Evidence(record=other.position) for other in entity.record.other_names}
    found = []
    for use in entity.names:
        evidence = first.get(use.name)
        if evidence is None and use.recorded and entity.record:
            evidence = lines.get(use.name, Evidence(record=entity.record.position))
        if evidence is None and use.articles:
            evidence = Evidence(use.articles[0])
        name = w.in_language(use.name, use.language)
        marks = w.marks([evidence] if evidence else [])
        found.append(NameLine(name, _script(use.name), _languages(w, use), use.count, _seen(w, use), marks))
    first_of = {line.script: number for number, line in reversed([*enumerate(found)])}
    return tuple(sorted(found, key=lambda line: first_of[line.script]))


def _languages(w: Writer, use: NameUse) -> tuple[str, ...]:
    """Return the language a record states for a spelling, else those of the articles that use it."""
    if use.language:
        return (use.language,)
    return tuple(sorted({w.site.articles[article].language.value for article in use.articles}))


def _seen(w: Writer, use: NameUse) -> Md:
    known = (w.site.articles[article].date for article in use.articles if not w.build.own(article))
    dates = sorted((date.value for date in known if date), key=PartialDate.sort_key)
    if not dates or dates[0] == dates[-1]:
        return w.date(dates[0]) if dates else Md("")
    return w.locale.say("names.seen", first=w.date(dates[0]), last=w.date(dates[-1]))


def _script(name: str) -> str:
    """Return the script of a name's first letter, as Unicode calls it, in lower case; Latin without letters."""
    return next((unicodedata.name(sign, "") for sign in name if sign.isalpha()), "latin").partition(" ")[0].lower()


def roles_of(w: Writer, person: str) -> tuple[RoleLine, ...]:
    """Return the offices of a person, latest first."""
    return tuple(role_line(w, role) for role in w.site.roles_of.get(person, ()))


def role_line(w: Writer, role: HeldRole, person: Md | None = None, subject: str | None = None) -> RoleLine:
    """Return one office as a line, without naming the page's own subject again."""
    return RoleLine(person, w.role(role, subject), w.role_time(role), w.sourced(role.evidence))


def holders(w: Writer, entity: str) -> tuple[tuple[str, tuple[RoleLine, ...]], ...]:
    """Return who holds or held offices for a country or body: (locale key of the group, lines)."""
    groups: dict[str, list[HeldRole]] = {"stated": [], "ended": []}
    for role in w.site.roles_for.get(entity, ()):
        groups["ended" if role.end_date else "stated"].append(role)
    found = []
    for key, roles in groups.items():
        roles.sort(key=lambda role: w.locale.sort_key(w.plain(w.build.name(role.person))))
        lines = tuple(role_line(w, role, w.to(role.person), entity) for role in roles)
        if lines:
            found.append((key, lines))
    return tuple(found)


def named(build: Build, backlinks: Iterable[Backlink]) -> tuple[Named, ...]:
    """Return the sentences that name an entity, each once, those of the newest articles first."""
    rank = build.rank
    ordered = sorted(backlinks, key=lambda item: (rank[item.article], item.sentence, item.mention.start))
    groups = groupby(ordered, key=lambda item: (item.article, item.sentence))
    return tuple(Named(*key, tuple(item.mention.span for item in found)) for key, found in groups)


def mentions(w: Writer, found: Sequence[Named], more: int = 0) -> Listed[MentionGroup] | None:
    """Return sentences by article, in the order given, with how many more stand elsewhere."""
    groups = []
    for article, pairs in groupby(found, key=lambda one: one.article):
        spans = {one.sentence: one.spans for one in pairs}
        told, title = without_title(w, article, list(spans))
        sentences = w.sentences(article, told, spans)
        groups.append(MentionGroup(w.article(article, title), w.outlet(article), w.article_date(article), sentences))
    return Listed(tuple(groups), more) if groups else None


def without_title(w: Writer, article: str, sentences: Sequence[int]) -> tuple[Sequence[int], int | None]:
    """Return the sentences but the one that is the title, which heads the list already, and the index of that one.

    A title that stands alone stays.
    """
    shown = " ".join(w.article_title(article)[0].split())
    rest = [index for index in sentences if " ".join(w.site.sentence(article, index).split()) != shown]
    return (
        (rest, next(index for index in sentences if index not in rest))
        if 0 < len(rest) < len(sentences)
        else (sentences, None)
    )


def claims(w: Writer, record: Record | None) -> tuple[ClaimGroup, ...]:
    """Return what a record says that sources disagree on, values of one field side by side."""
    groups: dict[Md, list[tuple[Md, Md, Md]]] = {}
    for claim in record.claims if record else ():
        key = str(claim.field)
        words = w.locale.say(f"claim.{key}") if w.locale.has(f"claim.{key}") else w.words(claim.field)
        evidence = cite_all(w.site, claim.sources, claim.position)
        marks = w.sourced(evidence) + w.told(evidence)
        groups.setdefault(words, []).append((w.words(claim.value), w.date(claim.date), marks))
    return tuple(ClaimGroup(field, tuple(values)) for field, values in groups.items())


def sources(w: Writer, record: Record | None) -> tuple[Md, ...]:
    """Return the sources that a record names for itself, as full lines."""
    lines = []
    for source in record.sources if record else ():
        evidence = cite(w.site, source)
        if evidence.article:
            line = w.article(evidence.article, evidence.sentence)
            line += w.locale.say("sources.carried", outlet=w.outlet(evidence.article))
        else:
            url = safe_url(source.url)
            title = source.title or (source.url or "").partition("://")[2] or source.article or ""
            line = link(title, url) if url else Md.escape(title)
            if source.accessed:
                line += w.locale.say("sources.accessed", date=w.date(source.accessed))
        if source.quote and w.build.visibility.shows_quote(source):
            line += w.locale.say("sources.quote", quote=source.quote)
        lines.append(line)
    if record and (url := safe_url(record.url)):
        lines.append(w.locale.say("sources.website", url=link(record.url or "", url)))
    return tuple(lines)


def identifiers(w: Writer, record: Record | None) -> tuple[Md, ...]:
    """Return what a record says of identifiers in other registers, linked where the register is known."""
    lines = []
    for item in record.identifiers if record else ():
        pattern = _REGISTERS.get(item.scheme.lower())
        url = safe_url(pattern.format(item.identifier)) if pattern else None
        number = link(item.identifier, url) if url else Md.escape(item.identifier)
        line = w.locale.say("sources.identifier", scheme=w.locale.word("scheme", item.scheme), number=number)
        lines.append(line + record_line(w, record))
    return tuple(lines)


def description(w: Writer, record: Record | None) -> Md | None:
    """Return the description that a record gives, with its sources."""
    return w.words(record.description) + record_marks(w, record) if record and record.description else None


def record_line(w: Writer, record: Record | None) -> Md:
    """Return the mark of a record's own line, for what it says on no further word."""
    return w.marks([Evidence(record=record.position)]) if record else Md("")


def record_marks(w: Writer, record: Record) -> Md:
    """Return the source marks of a record's plain fields: the sources it names, or its own line."""
    return w.sourced(cite_all(w.site, record.sources, record.position))


def source_fact(marks: Md) -> list[Fact]:
    """Return the row of an infobox that names the source of all its other rows."""
    return [Fact("source", Md(marks.lstrip()))] if marks else []
