"""Generated pages as a browser would see them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown

from generator.model.site import Site
from generator.pages import Page, build_pages, load_locale

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc", "admonition", "def_list"]
VOID = frozenset({"br", "hr", "img", "input", "meta", "link"})


@dataclass
class Element:
    """One element with its text and everything inside it."""

    tag: str
    attrs: dict[str, str]
    children: list[Element] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def all(self, tag: str = "", css: str = "") -> list[Element]:
        found = []
        for child in self.children:
            if (not tag or child.tag == tag) and (not css or css in child.attrs.get("class", "").split()):
                found.append(child)
            found += child.all(tag, css)
        return found

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.words.append(data)


def tree(page: Page) -> Element:
    """Convert a page as MkDocs will, and parse the HTML, which must be well-formed."""
    parser = _Tree()
    parser.feed(markdown.markdown(page.markdown, extensions=EXTENSIONS))
    parser.close()
    assert parser.open == [parser.root]
    return parser.root


def one(site: Site, path: str, language: str = "en") -> Page:
    """Return one page of a site."""
    return next(page for page in build_pages(site, load_locale(language)) if page.path == path)


def section(root: Element, anchor: str) -> list[Element]:
    """Return the elements between the heading with this id and the next heading of its level."""
    for number, element in enumerate(root.children):
        if element.attrs.get("id") == anchor:
            rest = root.children[number + 1 :]
            end = next(
                (i for i, other in enumerate(rest) if other.tag <= element.tag and other.tag[0] == "h"), len(rest)
            )
            return rest[:end]
    return []


def items(root: Element, anchor: str) -> list[Element]:
    """Return the list items of a section."""
    return [item for element in section(root, anchor) for item in [*element.all("li")]]


def internal_links(page: Page, root: Element) -> Iterable[tuple[str, str]]:
    """Yield the page and anchor that each relative link of a page leads to."""
    for link in root.all("a"):
        href = link.attrs["href"]
        if "://" not in href:
            path, _, anchor = href.partition("#")
            here = posixpath.join(posixpath.dirname(page.path), path) if path else page.path
            yield posixpath.normpath(here), anchor
