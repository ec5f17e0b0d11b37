"""Who says so: whether what is shown is the word of several outlets, of one, or somebody's claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from generator.knowledge.duplicates import independent_outlets
from generator.model.site import Evidence, Site

Kind = Literal["several", "one", "claimed", "own", "record"]


@dataclass(frozen=True, slots=True)
class Standing:
    """On whose word something stands.

    `several`: at least two outlets say it, each in a text of its own. `one`: one outlet says it. `claimed`: outlets
    only report that `speakers` say it (None: somebody not identified). `own`: only texts written for the site.
    `record`: a record says it and names no source.
    """

    kind: Kind
    outlets: int = 0
    speakers: tuple[str | None, ...] = ()


def standing(site: Site, evidence: Iterable[Evidence]) -> Standing:
    """Return on whose word something stands.

    Copies of one report count once, texts written for the site not at all. A web page that a record names counts as
    an outlet of its own, unless the outlet of one of the articles has its address.
    """
    items = tuple(evidence)
    told = {item.article for item in items if item.article in site.articles and not item.claimed}
    articles = [article for article in sorted(filter(None, told)) if not site.is_own(article)]
    outlets = independent_outlets(site, articles) + len(web_hosts(items, site, articles))
    if outlets:
        return Standing("several" if outlets > 1 else "one", outlets)
    if speakers := tuple(dict.fromkeys(item.claimed_by for item in items if item.claimed)):
        return Standing("claimed", 0, speakers)
    return Standing("own" if told else "record")


def web_hosts(evidence: Iterable[Evidence], site: Site, articles: Iterable[str] = ()) -> frozenset[str]:
    """Return the hosts of the web pages that records name, those of the outlets of `articles` left out."""
    known = {host for article in articles for host in _hosts(site, article)}
    urls = (item.source.url for item in evidence if item.source and item.source.article is None)
    return frozenset(host for url in urls if (host := host_of(url)) and host not in known)


def host_of(url: str | None) -> str:
    """Return the host of a web address without `www.`; empty where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _hosts(site: Site, article: str) -> set[str]:
    known = site.articles[article].source
    entry = site.sources.get(known.value) if known else None
    outlet = entry.record.url if entry and entry.record else None
    return {host for url in (site.articles[article].url, outlet) if (host := host_of(url))}
