"""A page of the site, before any host has seen it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

PageKind = Literal[
    "home", "person", "country", "organization", "place", "event", "article", "source", "index", "timeline", "review",
    "relation", "sheet", "changes", "redirect",
]  # fmt: skip


NOT_SEARCHED: Mapping[str, object] = MappingProxyType({"search": {"exclude": True}})
"""Metadata of a page that only lists again what stands elsewhere: a search shall find that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as Markdown with relative `.md` links.

    A `sheet` has some of the entries of a page whose lists are long, which is its `parent`.
    `path` is relative to the site's root (`people/ada-lovelace.md`). `edit_path` is the content file its edit
    button opens, relative to the content folder (None: made from many files). `parent` is the path of the page
    above it in the breadcrumbs. `redirect_to` is set for kind `redirect` alone.
    """

    path: str
    kind: PageKind
    title: str
    markdown: str
    language: str
    description: str = ""
    parent: str | None = None
    edit_path: str | None = None
    updated: str | None = None
    """Last day (ISO) the page's content speaks of; the sitemap's date."""
    noindex: bool = False
    redirect_to: str | None = None
    meta: Mapping[str, object] = field(default_factory=dict)
