"""Old and alternative addresses."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pages import Page
from tests.pages.support import tree


def test_an_old_address_leads_to_the_page(pages: Mapping[str, Page]) -> None:
    page = pages["people/ferrand.md"]
    assert (page.kind, page.redirect_to, page.noindex) == ("redirect", "people/ada-ferrand.md", True)
    assert [link.attrs["href"] for link in tree(page).all("a")] == ["ada-ferrand.md"]


def test_a_page_is_never_replaced_and_nothing_leads_nowhere(pages: Mapping[str, Page]) -> None:
    assert pages["people/igor-malin.md"].kind == "person"
    assert "people/lost.md" not in pages
