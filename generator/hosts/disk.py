"""The disk host: the same pages as plain Markdown files with relative links, for any other tool."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

from generator.hosts.project import Project
from generator.pages.page import Page


def write_pages(pages: Iterable[Page], out: Path) -> int:
    """Write one Markdown file per page below `out` and return their number; files of the same bytes stay untouched.

    Redirects become small pages with a link. Nothing is ever deleted.

    Raises:
        OSError: a file or folder cannot be written.
    """
    number = 0
    for page in pages:
        path = out / page.path
        data = as_markdown(page).encode("utf-8")
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != data:
            path.write_bytes(data)
        number += 1
    return number


def refusal(out: Path, project: Project) -> str:
    """Return why pages must not be written into a folder, `""` if they may."""
    for folder in (project.content_dir, project.config_dir):
        if out.resolve().is_relative_to(folder.resolve()):
            return f"{out} lies in {folder.name}, which people write by hand; choose a folder outside it"
    return ""


def as_markdown(page: Page) -> str:
    """Return the page as the text of one Markdown file: front matter, then body."""
    front: dict[str, object] = {"title": page.title}
    if page.description:
        front["description"] = page.description
    if page.updated:
        front["date"] = page.updated
    if page.noindex:
        front["robots"] = "noindex"
    front["lang"] = page.language
    front |= page.meta
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000)
    return f"---\n{head}---\n\n{page.markdown.strip()}\n"
