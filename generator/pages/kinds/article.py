"""The page of an article: its text with sentence anchors, and everything that was understood of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from generator.model.article import CONTENT_ZONES, Article, Known, ZoneKind
from generator.model.ids import KIND_OF_MENTION, kind_of
from generator.model.problem import Position
from generator.pages.build import Build, below_content
from generator.pages.frame import index_of, path_of
from generator.pages.lists.paging import Listed
from generator.pages.markdown import Md, join, link, safe_url
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.rights import rights_of, sentences_in
from generator.pages.sections import article_text, happenings
from generator.pages.sections.coverage import ownership_of
from generator.pages.sections.said import statement_lines
from generator.pages.sections.shared import Fact, source_fact
from generator.pages.writer import Writer


@dataclass(frozen=True, slots=True)
class Named:
    """An entity named in the article: how often, the offices the article gives it, and every sentence that names it."""

    entity: Md
    count: int
    roles: Md
    places: Md


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date as written, what it was taken to mean, and by which rule."""

    surface: Md
    value: Md
    rule: str
    anchor: Md
    doubt: str
    mark: Md


@dataclass(frozen=True, slots=True)
class Removed:
    """A stretch of the file that was set aside: what it is, why, and its words where they may be shown."""

    kind: str
    reason: str
    words: str
    count: int


def article_page(build: Build, article: Article) -> Page:
    """Return the page of one article."""
    w = Writer(build, path_of(article.id))
    title, _ = w.article_title(article.id)
    return Page(
        path=w.path,
        kind="article",
        title=" ".join(title.split()),
        markdown=render(w, "article", _view(w, article)),
        language=build.locale.language,
        description=_description(w, article),
        parent=index_of(article.id),
        edit_path=below_content(article.path, kind_of(article.id)),
        updated=build.updated((article.id,)),
    )


def _view(w: Writer, article: Article) -> dict[str, Any]:
    rights = rights_of(w.site, article.id)
    statements = statement_lines(w, w.build.statements_in.get(article.id, ()), at_home=True)
    told = w.site.events_in.get(article.id, ())
    own = w.build.own(article.id)
    return {
        "title": article_text.title(w, article.id),
        "lead": w.locale.say("article.lead", outlet=w.outlet(article.id), date=w.article_date(article.id)),
        "own": own,
        "facts": tuple(_facts(w, article)),
        "withheld": None if rights == "full" else w.elsewhere(f"notice.{rights}", article.id),
        "language": article.language.value,
        "paragraphs": article_text.paragraphs(w, article.id),
        "named": _named(w, article.id),
        "events": tuple(happenings.told_line(w, event, article.id) for event in told),
        "statements": Listed(statements, 0) if statements else None,
        "dates": tuple(_dates(w, article.id)),
        "removed": _removed(w, article),
    }


def _facts(w: Writer, article: Article) -> list[Fact]:
    entry = w.build.outlet(article.id)
    record = entry.record if entry else None
    language = w.locale.word("language", article.language.value)
    rights = w.locale.t(f"rights.{rights_of(w.site, article.id)}")
    values: list[tuple[str, Md]] = [
        ("outlet", w.outlet(article.id) + _basis(w, article, article.source)),
        ("ownership", ownership_of(w, record)),
        ("date", w.article_date(article.id) + _basis(w, article, article.date)),
        ("language", Md.escape(language) + _basis(w, article, article.language)),
        ("authors", w.list_of(article.authors)),
        ("rights", Md.escape(rights)),
        ("about", w.list_of(w.to(entity) for entity in article.about)),
        ("original", _web(article.url)),
        ("archived", _web(article.archive_url)),
    ]
    marks = [w.file_line("source.file", Position(article.path))]
    if record:
        marks.append(w.file_line("source.outlet_record", record.position))
    return [Fact(label, value) for label, value in values if value] + source_fact(join(" · ", marks))


def _basis(w: Writer, article: Article, known: Known[Any] | None) -> Md:
    """Return on what a worked-out value rests, with its sentence; nothing where the file itself says it."""
    if known is None or known.basis == "front_matter":
        return Md("")
    remark = w.locale.say("basis_remark", basis=w.locale.t(f"basis.{known.basis}"))
    if known.span is None or not any(zone.contains(known.span) for zone in article.spans_of(*CONTENT_ZONES)):
        return remark
    return remark + w.places(sentences_in(w.site, article.id, known.span)[:1])


def _web(url: str | None) -> Md:
    safe = safe_url(url)
    return link((url or "").partition("://")[2].partition("/")[0], safe) if safe else Md("")


def _named(w: Writer, article_id: str) -> dict[str, tuple[Named, ...]]:
    """Return by kind the entities with a page that the article names, the most frequent first."""
    reading = w.site.readings[article_id]
    counts: Counter[str] = Counter()
    places: dict[str, list[int]] = {}
    for index in range(len(reading.sentences)):
        for mention in w.build.all_mentions(article_id, index):
            if target := w.build.target(mention):
                counts[target] += 1
                places.setdefault(target, []).append(index)
    roles: dict[str, dict[str, list[int]]] = {}
    for found in reading.roles:
        sentence = sentences_in(w.site, article_id, found.span)[0]
        by_role = roles.setdefault(w.build.page_id(found.person) or found.person, {})
        by_role.setdefault(" ".join(found.role.split()), []).append(sentence)
    groups: dict[str, list[Named]] = {kind: [] for kind in KIND_OF_MENTION.values()}
    for entity in sorted(counts, key=lambda key: (-counts[key], key)):
        language = w.site.articles[article_id].language.value
        held = [
            w.in_language(role, language) + w.marks_in(article_id, sentences[:1])
            for role, sentences in roles.get(entity, {}).items()
        ]
        groups.setdefault(kind_of(entity), []).append(
            Named(
                w.to(entity),
                counts[entity],
                join(w.locale.t("list.comma"), held),
                w.places(list(dict.fromkeys(places[entity]))),
            )
        )
    return {kind: tuple(found) for kind, found in groups.items() if found}


def _dates(w: Writer, article_id: str) -> list[DateLine]:
    language = w.site.articles[article_id].language.value
    shows = w.build.visibility.shows_span
    return [
        DateLine(
            w.in_language(" ".join(date.surface.split()), language)
            if shows(article_id, date.span)
            else article_text.gap(w),
            w.iso(date.value),
            w.locale.word("date_rule", date.rule) if date.rule else "",
            w.iso(date.anchor),
            w.locale.word("date_doubt", date.doubt) if date.doubt else "",
            w.mark(article_id, sentences_in(w.site, article_id, date.span)[0]),
        )
        for date in w.site.readings[article_id].dates
    ]


def _removed(w: Writer, article: Article) -> tuple[Removed, ...]:
    """Return what was set aside. Its words are shown only where the whole article may be."""
    full = rights_of(w.site, article.id) == "full"
    found = []
    for zone in article.zones:
        above = full and zone.kind is ZoneKind.SOURCE
        if zone.kind in CONTENT_ZONES or zone.kind is ZoneKind.FRONT_MATTER or above or zone.reason == "marks":
            continue
        words = zone.span.of(article.text)
        reason = w.locale.word("reason", zone.reason) if zone.reason else ""
        found.append(Removed(w.locale.word("zone", zone.kind.value), reason, words if full else "", len(words.split())))
    return tuple(found)


def _description(w: Writer, article: Article) -> str:
    outlet = w.build.outlet(article.id)
    name = w.plain(outlet.name) if outlet else article.source_name or w.locale.t("outlet.unknown")
    date = w.locale.date(article.date.value) if article.date else w.locale.t("date.unknown")
    return w.locale.t("description.article", outlet=name, date=date, n=len(w.site.readings[article.id].sentences))
