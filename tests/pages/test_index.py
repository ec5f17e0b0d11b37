"""The indexes: sorted, counted, with badges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.text import LangText
from generator.pages import Page
from generator.pages.kinds.indexes import LETTERS_FROM
from tests.pages.conftest import make_site
from tests.pages.support import one, tree


def lines(page: Page) -> list[str]:
    return [item.text for listed in tree(page).all("div", "ks-index") for item in listed.all("li")]


def test_people_with_latest_office_and_badge(pages: Mapping[str, Page]) -> None:
    assert lines(pages["people/index.md"]) == [
        "Ada Ferrand ministre, 🇦🇻 Arvale · 2 articles",
        "Igor *Malin* 2 articles not reviewed",
    ]
    assert "2 people 1 not reviewed" in tree(pages["people/index.md"]).text


def test_names_sort_by_letters_not_by_accents_or_case() -> None:
    site = make_site()
    template = site.entities["people/igor-malin"]
    names = ["Émile Zed", "emma Bell", "Zoé Ark", "Eva Dor"]
    people = {
        f"people/x{n}": replace(template, id=f"people/x{n}", name=LangText.of(name)) for n, name in enumerate(names)
    }
    page = one(replace(site, entities=people), "people/index.md", "fr")
    assert [line.split(" 2 ")[0] for line in lines(page)] == ["Émile Zed", "emma Bell", "Eva Dor", "Zoé Ark"]


def test_a_long_index_has_letters() -> None:
    site = make_site()
    template = site.entities["people/igor-malin"]
    people = {
        f"people/x{n:02}": replace(template, id=f"people/x{n:02}", name=LangText.of(f"{'ÉeZ#'[n % 4]}{n}"))
        for n in range(LETTERS_FROM)
    }
    page = one(replace(site, entities=people), "people/index.md", "fr")
    assert [heading.text for heading in tree(page).all("h2")] == ["#", "E", "Z"]
    assert len(lines(page)) == LETTERS_FROM


def test_events_and_articles_by_year_newest_first(pages: Mapping[str, Page]) -> None:
    assert [heading.text for heading in tree(pages["events/index.md"]).all("h2")] == ["2021"]
    assert lines(pages["events/index.md"]) == [
        "May 2021 Une visite Meeting or talks not reviewed",
        "3 March 2021 Arvale accord Agreement · 2 articles",
    ]
    assert [line[:12] for line in lines(pages["articles/index.md"])] == ["4 March 2021", "March 2021 T"]


def test_outlets_with_ownership(pages: Mapping[str, Page]) -> None:
    assert lines(pages["sources/index.md"]) == [
        "Le Courrier owned by the state · 1 article",
        "The Gazette 1 article not reviewed",
    ]
