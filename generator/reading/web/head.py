"""What a web page says about itself: JSON-LD, Open Graph and `meta` tags, `time` elements, figure captions.

Everything here is a string somebody else wrote: it is cut to length, and a date that is none is no date.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from generator.model.dates import PartialDate
from generator.reading.pagedata import PageData
from generator.reading.records.links import is_web_address
from generator.reading.records.tags import is_language_tag
from generator.reading.zones.datelines import find_dates

_ISO: Final = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?=\D|$)")
_SAVED_FROM: Final = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_SITE_SUFFIX: Final = re.compile(r"\s+(?:[|–—•»·]|-|::)\s+")
_ARTICLE: Final = re.compile(r"(?:News|Blog|Reportage|Analysis|Opinion|Report|Scholarly|BackgroundNews|AdvertiserContent)?(?:Article|Posting|Report)$")  # fmt: skip # noqa: E501
_DATE_METAS: Final = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.date", "dcterms.created", "dcterms.issued", "parsely-pub-date", "sailthru.date", "pubdate",
    "publish-date", "publishdate", "publication_date", "article:published", "cxenseparse:recs:publishtime",
    "date.created", "article.published", "published_time", "citation_publication_date", "originalpublicationdate",
)  # fmt: skip
_AUTHOR_METAS: Final = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_MAX: Final = 300
_MAX_CAPTIONS: Final = 8


def page_data(tree: Any, html: str) -> PageData:
    """Collect what the page's head says, the more telling kinds of markup first."""
    metas = _metas(tree)
    ld = next(_articles(tree), {})
    site = _name(ld.get("publisher")) or metas.get("og:site_name") or metas.get("application-name")
    return PageData(
        title=_title(tree, metas, ld, site),
        date=_date(tree, metas, ld),
        language=_language(tree, metas, ld),
        site=_clean(site),
        url=_url(tree, metas, html),
        authors=_authors(metas, ld),
    )


def page_captions(tree: Any) -> list[str]:
    """Return the captions of the figures of the article, or of the page where no element is its article."""
    scopes = tree.xpath("//article[.//p]") or tree.xpath("//main") or [tree]
    scope = max(scopes, key=lambda element: len(element.xpath(".//p")))
    found = [" ".join(figure.text_content().split()) for figure in scope.xpath(".//figcaption")]
    return [caption for caption in found if 12 <= len(caption) <= 700][:_MAX_CAPTIONS]


def _metas(tree: Any) -> dict[str, str]:
    """Return the content of `meta` tags by lower-case name, property or itemprop; the first of a name counts."""
    metas: dict[str, str] = {}
    for meta in tree.xpath("//meta[@content]"):
        for attribute in ("property", "name", "itemprop"):
            name, content = meta.get(attribute), _clean(meta.get("content"))
            if name and content:
                metas.setdefault(name.strip().lower(), content)
    return metas


def _articles(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield the JSON-LD objects that describe an article."""
    for script in tree.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (item for item in _objects(data, 4) if _is_article(item))


def _objects(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data[:50]:
            yield from _objects(item, depth - 1) if depth else ()
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if depth and isinstance(data.get(key), dict | list):
                yield from _objects(data[key], depth - 1)


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE.search(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _name(value: Any) -> str | None:
    """Return the name of a JSON-LD thing, given as text, object or list of one."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
        return _name(value) if isinstance(value, list) else _clean(value)
    return _clean(value) if isinstance(value, str) and not value.startswith("http") else None


def _title(tree: Any, metas: dict[str, str], ld: dict[str, Any], site: str | None) -> str | None:
    headings = [text for heading in tree.xpath("//h1") if (text := _clean(heading.text_content()))]
    stated = _clean(ld.get("headline")) or metas.get("og:title") or _clean(tree.findtext(".//title"))
    if stated:
        # Sites put their own name behind the headline, and shorten headlines for sharing: the page's heading is whole.
        bare = _without_site(stated, site)
        same = [heading for heading in headings if _alike(heading, bare)]
        return same[0] if same else bare
    return headings[0] if len(headings) == 1 else None


def _alike(heading: str, title: str) -> bool:
    theirs, ours = (set(re.findall(r"\w+", text.lower())) for text in (heading, title))
    return len(ours) > 1 and (ours <= theirs or len(theirs & ours) * 2 >= len(theirs | ours))


def _without_site(title: str, site: str | None) -> str:
    parts = _SITE_SUFFIX.split(title)
    if len(parts) > 1 and (len(parts[-1].split()) <= 4 or (site and parts[-1].lower() == site.lower())):
        return title[: title.rindex(parts[-1])].rstrip(" |–—•»·-:") or title
    return title


def _date(tree: Any, metas: dict[str, str], ld: dict[str, Any]) -> PartialDate | None:
    stated = [ld.get("datePublished"), ld.get("dateCreated"), *(metas.get(name) for name in _DATE_METAS)]
    times = tree.xpath("//time[@pubdate or @itemprop='datePublished']/@datetime")
    times += tree.xpath("//article//time/@datetime") or tree.xpath("//time/@datetime")
    for value in [*stated, *times[:3]]:
        if isinstance(value, str) and (date := _parse(value)):
            return date
    return None


def _parse(value: str) -> PartialDate | None:
    match = _ISO.match(value)
    if match:
        try:
            return PartialDate(*(int(part) for part in match.groups()))
        except ValueError:
            return None
    found = find_dates(value[:_MAX], "en")
    return found[0].value if found and found[0].value.day else None


def _language(tree: Any, metas: dict[str, str], ld: dict[str, Any]) -> str | None:
    declared = (tree.get("lang"), ld.get("inLanguage"), metas.get("og:locale"), metas.get("content-language"))
    for value in declared:
        tag = value.strip().replace("_", "-") if isinstance(value, str) else ""
        if tag and is_language_tag(tag):
            return tag
    return None


def _url(tree: Any, metas: dict[str, str], html: str) -> str | None:
    saved = _SAVED_FROM.search(html[:4000])
    links = [*tree.xpath("//link[@rel='canonical']/@href"), metas.get("og:url"), saved.group(1) if saved else None]
    return next((link.strip() for link in links if link and is_web_address(link.strip())), None)


def _authors(metas: dict[str, str], ld: dict[str, Any]) -> tuple[str, ...]:
    stated = ld.get("author")
    names = [_name(item) for item in (stated if isinstance(stated, list) else [stated])[:10]]
    names = names if any(names) else [metas.get(name) for name in _AUTHOR_METAS]
    chosen = [name for name in names if name and not name.startswith("http")]
    return tuple(dict.fromkeys(chosen if stated else chosen[:1]))


def _clean(value: Any) -> str | None:
    """Return a text on one line, cut to a sensible length; None for anything else and for nothing."""
    if not isinstance(value, str):
        return None
    return " ".join(value.split())[:_MAX] or None
