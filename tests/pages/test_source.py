"""The page of an outlet."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pages import Page
from tests.pages.support import items, tree


def test_ownership_and_articles(pages: Mapping[str, Page]) -> None:
    root = tree(pages["sources/le-courrier.md"])
    facts = dict(zip((term.text for term in root.all("dt")), (value.text for value in root.all("dd")), strict=True))
    assert facts["Ownership"] == "owned by the state"
    assert facts["Source"] == "site’s record, line 1"
    assert [item.text for item in items(root, "articles")] == [
        "4 March 2021 Sports : Arvale et Boréa signent un accord"
    ]


def test_an_outlet_without_record_is_not_reviewed(pages: Mapping[str, Page]) -> None:
    page = pages["sources/gazette.md"]
    assert page.noindex
    assert tree(page).all("span", "ks-unreviewed")
    assert tree(page).all("dt") == []
