"""`knowledge-site new`: a file to begin with for a person, country, event…, where its page is or will be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.drafts import Draft, Value, article_starter, country_keys, keys_of, starter
from generator.hosts.project import Loaded
from generator.hosts.who_command import Directory
from generator.language.normalise import fold
from generator.model.dates import PartialDate
from generator.model.ids import kind_of, make_id, slug_of, slugify
from generator.model.site import Site
from generator.reading.files import shown_path, walk

FOLDERS: Final = {
    "person": "people",
    "country": "countries",
    "organization": "organizations",
    "place": "places",
    "event": "events",
    "article": "articles",
    "source": "sources",
}
"""From what people call one of a kind to the folder of its files."""
_SHOWN: Final = 3
_DATED: Final = re.compile(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)[ :,–-]+(?=\S)")


@dataclass(frozen=True, slots=True)
class Start:
    """A file to be written, and what else the name may mean: lines for people."""

    draft: Draft
    remarks: tuple[str, ...] = ()


class TakenError(Exception):
    """The name cannot be given to a new file; the message says whose it is and what to do."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as given: `date` in front of it belongs to an article or an event."""

    kind: str
    text: str
    date: PartialDate | None = None


def start(loaded: Loaded, kind: str, name: str) -> Start:
    """Return the file for a name of one kind of `FOLDERS`' values. `name` has a letter or digit.

    What the site's articles say already stands in it, if they gave the name a page; the file then keeps that address.

    Raises:
        TakenError: a file has the name, or its address, already; or no country is called so.
    """
    asked = _named(kind, name)
    owner, remarks = _owner(loaded, asked)
    _refuse_taken(loaded, owner, asked.text)
    if kind == "articles":
        return Start(article_starter(owner, {"title": asked.text, "date": str(asked.date or "")}), remarks)
    found: Mapping[str, Value] = {}
    if loaded.site.has_page(owner):
        found = keys_of(loaded.site, owner)
        remarks = (*remarks, f"{owner} is a page found in articles: what they say is in the file; check every line")
    elif kind == "countries":
        found = country_keys(loaded.site, slug_of(owner))
    elif kind == "events":
        found = {"type": "OTHER", "start_date": str(asked.date or "")}
    return Start(starter(owner, {"name": asked.text, **found}), remarks)


def _named(kind: str, name: str) -> _Name:
    text = " ".join(name.split())
    match = _DATED.match(text) if kind in ("articles", "events") else None
    try:
        return _Name(kind, text[match.end() :], PartialDate.parse(match[1])) if match else _Name(kind, text)
    except ValueError:
        return _Name(kind, text)


def _owner(loaded: Loaded, asked: _Name) -> tuple[str, tuple[str, ...]]:
    """Return the id of the file for a name, that of the page which is spelled so if any, and what else it may mean."""
    own = make_id(asked.kind, slugify(f"{asked.date or ''} {asked.text}"))
    if asked.kind in ("articles", "events", "sources"):
        return next((key for key in _titled(loaded.site, asked)), own), ()
    directory = Directory(loaded.site.entities.values())
    spelled = [key for key in directory.spelled(asked.text) if kind_of(key) == asked.kind]
    if asked.kind == "countries" and not spelled:
        raise TakenError(f"no country of ISO 3166 is called {asked.text}; give its usual name in English or French")
    owner = own if own in (*spelled, *loaded.content.claimed) or not spelled else spelled[0]
    decision, ranked = directory.ask(asked.text)
    others = [one for one in ranked if one.id != owner] if decision != "none" else []
    return owner, tuple(f"{asked.text} may also be {one.id} ({'; '.join(one.why)})" for one in others[:_SHOWN])


def _titled(site: Site, asked: _Name) -> Iterator[str]:
    """Yield the ids of the events, articles or outlets that are called so, on the date if one is given."""
    wanted = fold(asked.text)
    dates = {key: event.date.start for key, event in site.events.items() if event.date}
    dates |= {key: article.date.value for key, article in site.articles.items() if article.date}
    for key, names in _titles(site, asked.kind):
        if any(fold(name) == wanted for name in names) and (
            asked.date is None or key not in dates or asked.date.compatible(dates[key])
        ):
            yield key


def _titles(site: Site, kind: str) -> Iterator[tuple[str, list[str]]]:
    if kind == "articles":
        yield from ((key, [one.title.value]) for key, one in site.articles.items() if one.title)
    elif kind == "events":
        yield from ((key, [value for _, value in one.name]) for key, one in site.events.items())
    else:
        for key, source in site.sources.items():
            recorded = [name for _, name in source.record.all_names()] if source.record else []
            yield key, [*recorded, *(value for _, value in source.name)]


def _refuse_taken(loaded: Loaded, owner: str, name: str) -> None:
    if owner not in loaded.content.claimed:
        return
    folder = loaded.project.content_dir / kind_of(owner)
    files = (path for path in walk(folder, loaded.project.root)[0] if slugify(path.stem) == slug_of(owner))
    shown = next((shown_path(path, loaded.project.root) for path in files), owner)
    remedy = "if you mean another, give a longer name that tells the two apart, and shorten it in the file"
    raise TakenError(f"{name} is {owner}, which has the file {shown}: edit that one; {remedy}")
