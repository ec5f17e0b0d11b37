"""How much stands behind a page: how many articles of which outlets, and a notice where all is one outlet's word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.knowledge.duplicates import independent_outlets
from generator.model.records import Record, Source
from generator.model.site import Evidence
from generator.pages.markdown import Md
from generator.pages.standing import web_hosts
from generator.pages.writer import Writer


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many articles of which outlets, between which dates; and a notice where these are one outlet's word.

    `single`: the record names no other source either.
    """

    line: Md
    notice: Md | None
    single: bool = True


def coverage(w: Writer, articles: Sequence[str], record: Record | None, key: str = "coverage.named") -> Coverage | None:
    """Return the coverage by these articles, None if there are none; `key` are the words for what they do.

    Without an article, what rests on a record that names a single web page says so.
    """
    if not articles:
        return _recorded_alone(w, record) if record else None
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
    single, others = True, _other_sources(w, articles, record)
    if not independent:
        notice = t("coverage.own_only")
    elif len(independent) == 1:
        notice = _single(w, outlets[independent[0]], bool(own))
    elif independent_outlets(w.site, articles) == 1:
        notice = t("coverage.copies", n=len(independent))
    if notice and independent and others:
        notice, single = notice + Md(" ") + t("coverage.other_sources", n=others), False
    return Coverage(line + when + Md("."), notice, single)


def _other_sources(w: Writer, articles: Iterable[str], record: Record | None) -> int:
    """Return how many web sites a record names as sources besides the outlets of the articles."""
    cited = [Evidence(source=source) for source in record.all_sources()] if record else []
    return len(web_hosts(cited, w.site, articles))


def _recorded_alone(w: Writer, record: Record) -> Coverage:
    """Return the coverage of what no article speaks of."""
    hosts = sorted(web_hosts([Evidence(source=source) for source in record.all_sources()], w.site))
    notice = w.locale.say("coverage.single_web", site=hosts[0]) if len(hosts) == 1 else None
    return Coverage(w.locale.say("coverage.record_only"), notice)


def _single(w: Writer, article: str, with_own: bool) -> Md:
    entry = w.build.outlet(article)
    key = "coverage.single_and_own" if with_own else "coverage.single"
    if entry is None and not w.site.articles[article].source_name:
        return w.locale.say("coverage.single_unknown")
    ownership = ownership_of(w, entry.record if entry else None)
    notice = w.locale.say(key, outlet=w.outlet(article)) + Md(" ")
    if not ownership:
        return notice + w.locale.say("coverage.ownership_unknown")
    return notice + w.locale.say("coverage.ownership", ownership=ownership)


def ownership_of(w: Writer, record: Source | None) -> Md:
    """Return what the record of an outlet says about who owns it; empty where it says nothing."""
    return w.words(record.ownership) if record and record.ownership else Md("")
