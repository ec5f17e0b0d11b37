"""Generated pages as MkDocs files, and the content folders kept out of what MkDocs publishes."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import get_relative_url

from generator.model.ids import KINDS
from generator.pages.page import Page

LATEST = "<!-- latest -->"
"""Where in a home page written by hand the newest events and articles go."""

_PRIVATE_FILES = frozenset({"judgements.yml"})
_REDIRECT = """<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{url}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={url}">
<a href="{url}">{title}</a>
</html>
"""


def is_private(src_uri: str) -> bool:
    """Tell whether a file of the content folder is input, never to be published as it is."""
    folder, slash, _ = src_uri.partition("/")
    return src_uri in _PRIVATE_FILES or (bool(slash) and folder in KINDS)


def withhold(files: Files) -> None:
    """Take out every file that must not be published raw."""
    for file in list(files):
        if file.generated_by is None and is_private(file.src_uri):
            files.remove(file)


def add_pages(pages: Iterable[Page], files: Files, config: MkDocsConfig) -> dict[str, Page]:
    """Add the pages to MkDocs' files and return them by source path.

    Pages that `nav` lists are included; all others are built but kept out of the navigation, because every
    page in it costs time and bytes on every other page.
    """
    in_nav = frozenset(_nav_paths(config.nav))
    added = {}
    for page in pages:
        if page.redirect_to:
            files.append(_redirect(page, config))
            continue
        level = InclusionLevel.INCLUDED if page.path in in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.path, content=page.markdown, inclusion=level)
        file.edit_uri = quote(os.fsencode(page.edit_path)) if page.edit_path else None
        if existing := files.get_file_from_path(page.path):
            if page.kind == "home":
                continue  # One written by hand stays; `with_latest` adds to it.
            files.remove(existing)
        files.append(file)
        added[page.path] = page
    return added


def with_latest(markdown: str, home: Page) -> str:
    """Return a home page written by hand with the sections of the generated one: at `LATEST`, else at its end."""
    sections = home.markdown.partition("\n")[2].strip()
    if LATEST in markdown:
        return markdown.replace(LATEST, sections)
    return f"{markdown.rstrip()}\n\n{sections}\n"


def add_assets(folders: Iterable[Path], files: Files, config: MkDocsConfig) -> None:
    """Add the files of asset folders below `assets/`; a later folder replaces files of the same path."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                address = f"assets/{path.relative_to(folder).as_posix()}"
                if existing := files.get_file_from_path(address):
                    files.remove(existing)
                files.append(File.generated(config, address, abs_src_path=str(path)))


def link_parents(pages: Mapping[str, Page], files: Files) -> None:
    """Set the parent of each page, which lights its tab and makes its breadcrumbs."""
    for page in pages.values():
        file = files.get_file_from_path(page.path)
        above = files.get_file_from_path(page.parent) if page.parent else None
        if file and file.page and above and above.page and file.page is not above.page:
            # MkDocs only asks its parents for title, url, active and ancestors, which a Page has as well.
            file.page.parent = above.page  # type: ignore[assignment]


def _redirect(page: Page, config: MkDocsConfig) -> File:
    target = File.generated(config, page.redirect_to or "", content="")
    here = File.generated(config, page.path, content="")
    url = escape(get_relative_url(target.url, here.url))
    html = _REDIRECT.format(language=escape(page.language), title=escape(page.title), url=url)
    path = posixpath.relpath(here.dest_uri, ".")
    return File.generated(config, path, content=html, inclusion=InclusionLevel.NOT_IN_NAV)


def _nav_paths(nav: object) -> Iterable[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for item in nav.values():
            yield from _nav_paths(item)
    elif isinstance(nav, list):
        for item in nav:
            yield from _nav_paths(item)
