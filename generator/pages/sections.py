"""Sections that several kinds of page share: names, coverage, offices, mentions, recorded claims and sources."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.knowledge.duplicates import independent_outlets
from generator.model.dates import PartialDate
from generator.model.records import Identifier, Record, Source
from generator.model.site import Backlink, Entity, Evidence, HeldRole, NameUse
from generator.model.text import Span
from generator.pages.build import Build
from generator.pages.happenings import Listed
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
class Coverage:
    """How many articles of which outlets, between which dates; and a notice where all is one outlet's word."""

    line: Md
    notice: Md | None


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
    """All recorded values of one field, side by side: value, date, source marks."""

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


def coverage(w: Writer, articles: Sequence[str], key: str = "coverage.named") -> Coverage | None:
    """Return the coverage by these articles, None if there are none; `key` are the words for what they do."""
    if not articles:
        return None
    outlets: dict[str | None, str] = {}
    own: set[str | None] = set()
    for article in articles:
        entry = w.build.outlet(article)
        outlet = entry.id if entry else None
        outlets.setdefault(outlet, article)
        if w.build.own(article):
            own.add(outlet)
    dates = sorted(
        (date.value for key in articles if (date := w.site.articles[key].date)), key=lambda date: date.sort_key()
    )
    t = w.locale.say
    known = sorted(outlets, key=lambda outlet: outlet in own)
    shown = [w.outlet(outlets[outlet]) for outlet in known[:5]]
    if len(outlets) > len(shown):
        shown.append(t("coverage.more_outlets", n=len(outlets) - len(shown)))
    line = t(key, n=len(articles), articles=w.locale.number(len(articles)), outlets=w.list_of(shown))
    if dates and dates[0] != dates[-1]:
        when = t("coverage.between", first=w.date(dates[0]), last=w.date(dates[-1]))
    else:
        when = t("coverage.on", date=w.date(dates[0])) if dates else Md("")
    independent = [outlet for outlet in outlets if outlet not in own]
    notice = None
    if not independent:
        notice = t("coverage.own_only")
    elif len(independent) == 1:
        notice = _single(w, outlets[independent[0]], bool(own))
    elif independent_outlets(w.site, articles) == 1:
        notice = t("coverage.copies", n=len(independent))
    return Coverage(line + when + Md("."), notice)


def _single(w: Writer, article: str, with_own: bool) -> Md:
    entry = w.build.outlet(article)
    key = "coverage.single_and_own" if with_own else "coverage.single"
    if entry is None and not w.site.articles[article].source_name:
        return w.locale.say("coverage.single_unknown")
    ownership = ownership_of(w, entry.record if entry else None)
    notice = w.locale.say(key, outlet=w.outlet(article))
    return notice + Md(" ") + w.locale.say("coverage.ownership", ownership=ownership) if ownership else notice


def ownership_of(w: Writer, record: Source | None) -> Md:
    """Return what the record of an outlet says about who owns it; empty where it says nothing."""
    return w.words(record.ownership) if record and record.ownership else Md("")


def roles_of(w: Writer, person: str) -> tuple[RoleLine, ...]:
    """Return the offices of a person, latest first."""
    return tuple(role_line(w, role) for role in w.site.roles_of.get(person, ()))


def role_line(w: Writer, role: HeldRole, person: Md | None = None, subject: str | None = None) -> RoleLine:
    """Return one office as a line, without naming the page's own subject again."""
    return RoleLine(person, w.role(role, subject), w.role_time(role), w.marks(role.evidence))


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
        marks = w.marks(cite_all(w.site, claim.sources, claim.position))
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


def identifiers(w: Writer, found: tuple[Identifier, ...]) -> tuple[Md, ...]:
    """Return identifiers in other registers, linked where the register is known."""
    lines = []
    for item in found:
        pattern = _REGISTERS.get(item.scheme.lower())
        url = safe_url(pattern.format(item.identifier)) if pattern else None
        number = link(item.identifier, url) if url else Md.escape(item.identifier)
        lines.append(w.locale.say("sources.identifier", scheme=w.locale.word("scheme", item.scheme), number=number))
    return tuple(lines)


def record_marks(w: Writer, record: Record) -> Md:
    """Return the source marks of a record's plain fields: the sources it names, or its own line."""
    return w.marks(cite_all(w.site, record.sources, record.position))


def source_fact(marks: Md) -> list[Fact]:
    """Return the row of an infobox that names the source of all its other rows."""
    return [Fact("source", Md(marks.lstrip()))] if marks else []
