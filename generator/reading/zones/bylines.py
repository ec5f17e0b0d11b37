"""Lines that say where a text comes from: the outlet or agency, and the authors."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.language.normalise import even, fold
from generator.model.article import Known, Zone, ZoneKind
from generator.model.ids import make_id, slugify
from generator.model.text import Span
from generator.reading.frontmatter import FrontMatter
from generator.reading.pagedata import PageData
from generator.reading.zones.blocks import folded
from generator.reading.zones.captions import agency_at
from generator.reading.zones.phrases import phrases_of

_SPLIT: Final = re.compile(r"\s*(?:[,;/|•·]|\s[–—-]\s|\s(?:et|and|with|avec|&)\s)\s*")
_TOKEN: Final = re.compile(r"\w+")
_NAME: Final = re.compile(
    r"(?:[^\W\d_][\w'’.-]*)(?:\s+(?:de|du|des|van|von|der|den|el|al|bin|ben|la|le|di|da|dos|[^\W\d_][\w'’.-]*)){1,4}"
)
_ADDRESS: Final = re.compile(r"https?://|www\.|@\w")


@dataclass(frozen=True, slots=True)
class Outlet:
    """The outlet's id with its basis, and its name as written (None where a record's slug was given)."""

    id: Known[str]
    name: str | None


def find_outlet(
    text: str,
    zones: Sequence[Zone],
    given: FrontMatter,
    page: PageData,
    outlets: Mapping[str, str],
    folder: str | None,
) -> Outlet | None:
    """Return who published the article: given, the page's site, a source line, the dateline's agency, or the folder."""
    if given.source:
        return _given(given, outlets)
    if page.site:
        return Outlet(Known(outlet_id(page.site, outlets), "html_metadata"), page.site)
    for zone in zones:
        if zone.kind is ZoneKind.SOURCE and zone.reason == "source":
            found = _named_in(text, zone)
            if found:
                name = calm(found.of(text))
                return Outlet(Known(outlet_id(name, outlets), "source_line", found), name)
    for zone in zones:
        match = agency_at(text, zone.start, zone.end) if zone.kind is ZoneKind.DATELINE else None
        if match:
            return Outlet(Known(outlet_id(match.group(), outlets), "dateline", Span(*match.span())), match.group())
    return Outlet(Known(outlet_id(folder, outlets), "folder"), None) if folder and slugify(folder) else None


def _given(given: FrontMatter, outlets: Mapping[str, str]) -> Outlet | None:
    assert given.source is not None
    span = given.spans.get("source")
    slug = given.source.removeprefix("sources/")
    if slug == slugify(slug) and slug:
        return Outlet(Known(make_id("sources", slug), "front_matter", span), None)
    if not slugify(given.source):
        return None
    return Outlet(Known(outlet_id(given.source, outlets), "front_matter", span), given.source)


def outlet_id(name: str, outlets: Mapping[str, str]) -> str:
    """Return the id of the outlet a name means.

    A known outlet is found by its folded name, or where all words of its name (or of the name given) stand in the
    other and no second outlet fits as well: source lines prefix languages and services (`FRENCH …`). Otherwise the
    slug comes from the name itself.
    """
    key = fold(name).strip()
    if key in outlets:
        return outlets[key]
    words = set(_TOKEN.findall(key))
    fitting: dict[int, set[str]] = {}
    for known, identifier in sorted(outlets.items()):
        theirs = set(_TOKEN.findall(fold(known)))
        if theirs and words and (theirs <= words or words <= theirs):
            fitting.setdefault(len(theirs & words), set()).add(identifier)
    best = fitting[max(fitting)] if fitting else set()
    return next(iter(best)) if len(best) == 1 else make_id("sources", slugify(calm(name)) or "unnamed")


def calm(name: str) -> str:
    """Return a name without shouting: words of more than three letters get small letters after the first."""
    name = " ".join(name.split())
    words = name.split(" ")
    if len(words) < 2 or not name.isupper():
        return name
    return " ".join(word if len(word) <= 3 else word.capitalize() for word in words)


def _named_in(text: str, zone: Zone) -> Span | None:
    """Return the one outlet a source line names; None where it names several, or an address."""
    line = even(zone.span.of(text))
    start = _after_label(line)
    rest = line[start:]
    if _ADDRESS.search(rest):
        return None
    parts = [part for part in _SPLIT.split(rest.strip(" .()[]")) if _TOKEN.search(part)]
    plural = folded(line).startswith(tuple(phrase for phrase in phrases_of("source", "start") if phrase.endswith("s")))
    if not parts or (plural and len(parts) > 1):
        return None
    offset = zone.start + start + rest.index(parts[0])
    return Span(offset, offset + len(parts[0]))


def _after_label(line: str) -> int:
    """Return where the words after `Source:` or `With` begin."""
    for phrase in sorted(phrases_of("source", "start"), key=lambda phrase: (-len(phrase), phrase)):
        match = re.match(rf"\W*{re.escape(phrase)}(?!\w)\s*[:：–—-]*\s*", folded(line))
        if match and len(folded(line)) == len(line):
            return match.end()
    return 0


def find_authors(text: str, zones: Sequence[Zone], given: FrontMatter, page: PageData) -> tuple[str, ...]:
    """Return who wrote the text: given, from the page's metadata, or from a by-line."""
    if given.authors or page.authors:
        return given.authors or page.authors
    names: dict[str, None] = {}
    for zone in zones:
        if zone.kind is ZoneKind.SOURCE and zone.reason in ("byline", "author_line"):
            for part in _SPLIT.split(_without_label(even(zone.span.of(text)))):
                if _is_person(part):
                    names[calm(part.strip())] = None
    return tuple(names)


def _without_label(line: str) -> str:
    key = folded(line)
    for phrase in sorted(phrases_of("byline", "start"), key=lambda phrase: (-len(phrase), phrase)):
        if len(key) == len(line) and re.match(rf"\W*{re.escape(phrase)}(?!\w)", key):
            return line[key.index(phrase) + len(phrase) :].lstrip(" :")
    return line


def _is_person(part: str) -> bool:
    """Tell whether a piece of a by-line is a full name: two words or more, capitals throughout."""
    words = part.split()
    capitals = [word for word in words if word[:1].isupper()]
    return _NAME.fullmatch(part.strip()) is not None and len(capitals) >= 2 and agency_at(part) is None
