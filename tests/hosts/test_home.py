"""A home page written by hand shows the newest events and articles as well."""

from __future__ import annotations

from generator.hosts.mkdocs_files import LATEST, with_latest
from generator.pages.page import Page

HOME = Page(path="index.md", kind="home", title="Home", markdown="# Home\n\n## Latest\n\n- one\n", language="en")


def test_sections_go_below_what_is_written_by_hand() -> None:
    assert with_latest("# Welcome\n\nWords.\n", HOME) == "# Welcome\n\nWords.\n\n## Latest\n\n- one\n"


def test_or_where_the_page_asks_for_them() -> None:
    assert with_latest(f"# Welcome\n\n{LATEST}\n\nWords.\n", HOME) == "# Welcome\n\n## Latest\n\n- one\n\nWords.\n"


def test_the_built_home_page_has_both(pages: dict[str, str]) -> None:
    home = pages["index.html"]

    assert home.index("Who did what, when, and on whose word</h1>") < home.index('id="latest-events"')
    assert 'href="articles/2023-07-31-iran-belarus-defence-memorandum/"' in home
