"""The long lists that pages share: what happened, what was said, and the sentences that name an entity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from generator.knowledge.moments import Moment
from generator.model.dates import PartialDate
from generator.model.site import Backlink, SaidStatement
from generator.pages.build import Build
from generator.pages.lists.lists import LongList
from generator.pages.lists.paging import Listed
from generator.pages.sections import happenings, shared
from generator.pages.sections.entries import Group, article_entry
from generator.pages.sections.said import statements
from generator.pages.writer import Writer


def moments_list(moments: Iterable[Moment], subject: str | None = None, key: str = "events") -> LongList[Moment]:
    """Return moments given oldest first, as they are told on the page of `subject`."""
    ordered = tuple(moments)
    dated = [moment for moment in ordered if moment.date]

    def show(w: Writer, shown: Sequence[Moment], more: int) -> object:
        return happenings.moments(w, shown, subject, more, key=key)

    return LongList(
        key,
        (*reversed(dated), *(moment for moment in ordered if not moment.date)),
        lambda moment: (moment.date.start if moment.date else None, moment.subject),
        show,
    )


def statements_list(build: Build, key: str, found: Iterable[SaidStatement]) -> LongList[SaidStatement]:
    """Return statements, those of the newest articles first, each article's in text order."""
    rank = build.rank
    ordered = sorted(found, key=lambda said: (rank[said.article], said.statement.start, said.statement.end))

    def show(w: Writer, shown: Sequence[SaidStatement], more: int) -> object:
        return statements(w, shown, more, anchor=key)

    return LongList(key, ordered, lambda said: (_date(build, said.article), said.article), show)


def mentions_list(build: Build, backlinks: Iterable[Backlink]) -> LongList[shared.Named]:
    """Return the sentences that name an entity, those of the newest articles first."""
    found = shared.named(build, backlinks)
    return LongList("mentions", found, lambda one: (_date(build, one.article), one.article), shared.mentions)


def articles_list(build: Build, articles: Sequence[str]) -> LongList[str]:
    """Return the articles of one outlet, given newest first."""

    def show(w: Writer, shown: Sequence[str], more: int) -> object:
        pairs = [
            (date.year if (date := _date(build, key)) else 0, article_entry(w, key, outlet=False)) for key in shown
        ]
        years = [(year, tuple(entry for _, entry in found)) for year, found in groupby(pairs, key=lambda one: one[0])]
        groups = tuple(
            Group(str(year) if year else w.locale.t("index.undated"), f"y{year}", entries) for year, entries in years
        )
        return Listed(groups, more) if groups else None

    return LongList("articles", articles, lambda key: (_date(build, key), key), show)


def _date(build: Build, article: str) -> PartialDate | None:
    known = build.site.articles[article].date
    return known.value if known else None
