"""A built site as browsers meet it: pages by path, where their links lead, and what their facts rest on."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = frozenset({"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
FACTS = ("ks-list", "ks-names", "ks-statements", "ks-events", "ks-mentions", "ks-changes")
"""Classes of the lists of which every entry is a fact."""
DIRECTORIES = ("ks-index", "ks-jump", "ks-partners")
"""Classes of the lists of which every entry only leads to a page or section where the facts stand."""
ENTITIES = ("people", "countries", "organizations", "places", "events", "sources")


@dataclass
class Element:
    """One element of a page."""

    tag: str
    attrs: dict[str, str]
    parent: Element | None = None
    children: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attrs.get("class", "").split()

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str = "", css: str = "") -> Iterator[Element]:
        """Yield the elements inside, in order."""
        for child in self.children:
            if (not tag or child.tag == tag) and (not css or css in child.classes):
                yield child
            yield from child.all(tag, css)

    def above(self) -> Iterator[Element]:
        """Yield what the element stands in, from the inside out."""
        if self.parent:
            yield self.parent
            yield from self.parent.above()


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs}, self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_endtag(self, tag: str) -> None:
        for element in (self.open, *self.open.above()):
            if element.tag == tag and element.parent:
                self.open = element.parent
                return

    def handle_data(self, data: str) -> None:
        for element in (self.open, *self.open.above()):
            element.words.append(data)


def parse(html: str) -> Element:
    """Return the tree of a page."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.root


@dataclass(frozen=True)
class Built:
    """The pages of a built site (path -> HTML), its other files, and the project folder it was built from."""

    pages: Mapping[str, str]
    files: frozenset[str]
    project: Path

    @classmethod
    def of(cls, project: Path) -> Built:
        """Read the site of a project folder."""
        site = project / "site"
        names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
        pages = {name: (site / name).read_text(encoding="utf-8") for name in sorted(names) if name.endswith(".html")}
        return cls(pages, frozenset(names - pages.keys()), project)

    @cached_property
    def trees(self) -> dict[str, Element]:
        return {name: parse(html) for name, html in self.pages.items()}

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        return {
            name: {element.attrs[key] for element in tree.all() for key in ("id", "name") if key in element.attrs}
            for name, tree in self.trees.items()
        }

    def target(self, page: str, href: str) -> tuple[str, str] | None:
        """Return the file and anchor that an address on a page leads to; None for one outside the site."""
        parts = urlsplit(href)
        if parts.scheme or parts.netloc:
            return None
        if not parts.path:
            return page, unquote(parts.fragment)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if parts.path.endswith("/") or path == "." or posixpath.basename(parts.path) in (".", ".."):
            path = posixpath.normpath(posixpath.join(path, "index.html"))
        return path, unquote(parts.fragment)

    def links(self, page: str) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield the addresses on a page that lead to the site itself, with file and anchor."""
        for element in self.trees[page].all():
            address = element.attrs.get("href") or element.attrs.get("src")
            refresh = element.attrs.get("content", "") if element.attrs.get("http-equiv") == "refresh" else ""
            if refresh:
                address = refresh.partition("url=")[2]
            canonical = element.tag == "link" and element.attrs.get("rel") == "canonical"
            if address and not canonical and (found := self.target(page, address)):
                yield address, found

    def is_redirect(self, page: str) -> bool:
        return any(element.attrs.get("http-equiv") == "refresh" for element in self.trees[page].all("meta"))

    # What is wrong with the links

    def dead_links(self) -> list[str]:
        """Return the addresses that lead to no file, or to no place in it."""
        found = []
        for page in self.pages:
            # The page for whatever is not found is served at any depth; its links are absolute.
            for address, (path, anchor) in self.links(page) if page != "404.html" else ():
                if path not in self.pages and path not in self.files:
                    found.append(f"{page}: {address}: no such file")
                elif anchor and path in self.pages and anchor not in self.ids[path] and anchor != "__skip":
                    found.append(f"{page}: {address}: no such anchor")
        return found

    def orphans(self) -> list[str]:
        """Return the pages that no chain of links reaches from the home page; redirects are for old links alone."""
        seen, waiting = {"index.html"}, ["index.html"]
        while waiting:
            for _, (path, _) in self.links(waiting.pop()):
                if path in self.pages and path not in seen:
                    seen.add(path)
                    waiting.append(path)
        return sorted(
            page for page in self.pages if page not in seen and page != "404.html" and not self.is_redirect(page)
        )

    # What is wrong with the facts

    def unsourced(self) -> list[str]:
        """Return the facts without a mark, and the marks that lead to no sentence, web page or record line."""
        found = []
        for page in self.pages:
            body = next(self.trees[page].all("article", "md-content__inner"), None)
            kind = page.partition("/")[0]
            generated = kind in (*ENTITIES, "articles", "timeline", "relations", "changes") or page == "index.html"
            if body and generated and not self.is_redirect(page):
                for fact in self.facts(page, body):
                    marks = [item for item in (fact, *fact.all()) if {"ks-source", "ks-record"} & set(item.classes)]
                    if not marks:
                        found.append(f"{page}: no source: <{fact.tag}> {fact.text[:120]}")
                    found += [f"{page}: {fault}" for mark in marks if (fault := self.fault(page, mark))]
        return found

    def facts(self, page: str, body: Element) -> Iterator[Element]:
        """Yield the elements of a page that each need a source mark."""
        kind, _, rest = page.partition("/")
        entity = kind in ENTITIES and rest not in ("", "index.html") and not rest.startswith("by/")
        leads = ([], ["ks-lead"]) if kind == "people" else ([],)
        for box in body.all("div", "ks-infobox"):
            rows = list(box.all("dd"))
            whole = [row for row in rows if _only_marks(row)]
            # A row that is nothing but marks is the source of all the others.
            yield from whole or rows
        for table in body.all("div", "ks-dates"):
            yield from (row for row in table.all("tr") if next(row.all("td"), None))
        for element in body.all():
            if element.tag == "li":
                # Of the home page, which people write, only the lists of ours are looked at.
                around = {name for above in element.above() for name in above.classes}
                written = page == "index.html" and not around.intersection(FACTS)
                if not written and not next(element.all("li"), None) and not self._is_entry(element):
                    yield element
            elif entity and element.tag == "p" and element.classes in leads and not _inside(element, "div", "nav"):
                yield element

    def _is_entry(self, item: Element) -> bool:
        """Tell whether a list entry needs no mark: it leads to the facts or on with the list, or is itself a source."""
        if _inside(item, "nav"):
            return True
        lists = [above for above in item.above() if above.tag == "div" and above.classes]
        nested = any(above.tag == "li" for above in item.above())
        if not nested and any(name in above.classes for above in lists[:1] for name in DIRECTORIES):
            return any(link.attrs.get("href") for link in item.all("a"))
        return any("ks-cited" in above.classes for above in lists[:1]) and any(item.all("a"))

    def fault(self, page: str, mark: Element) -> str:
        """Return what is wrong with a source mark, `""` if it leads to what the fact rests on."""
        if "ks-record" in mark.classes:
            path, _, line = mark.attrs.get("title", "").rpartition(":")
            if "ks-table" in mark.classes:
                return ""
            if "ks-commit" in mark.classes:
                return "" if re.fullmatch("[0-9a-f]{40,64}", mark.attrs.get("title", "")) else "no commit"
            file = self.project / path
            there = file.is_file() and line.isdigit()
            if not there or not 1 <= int(line) <= len(file.read_text(encoding="utf-8").splitlines()):
                return f"no such line: {mark.attrs.get('title')}"
            return ""
        href = mark.attrs.get("href", "")
        target = self.target(page, href)
        if target is None:
            return "" if urlsplit(href).scheme in ("http", "https") else f"no web page: {href}"
        path, anchor = target
        if path not in self.pages or not path.startswith("articles/"):
            return f"no article: {href}"
        if anchor and not (anchor.startswith("s") and anchor in self.ids[path]):
            return f"no sentence: {href}"
        return ""


def _only_marks(row: Element) -> bool:
    """Tell whether a row of an infobox says nothing but where the others come from."""
    marked = [item for item in row.children if {"ks-says", "ks-sources", "ks-record"} & set(item.classes)]
    words = [word for item in marked for word in item.text.split() if word != "·"]
    return bool(marked) and words == [word for word in row.text.split() if word != "·"]


def _inside(element: Element, *tags: str) -> bool:
    """Tell whether an element stands in another one of these tags, within the page's own content."""
    for above in element.above():
        if "md-content__inner" in above.classes:
            return False
        if above.tag in tags:
            return True
    return False
