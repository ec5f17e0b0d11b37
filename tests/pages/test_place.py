"""The page of a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.problem import Position
from generator.model.records import Place
from generator.model.text import LangText
from generator.pages import Page, build_pages, load_locale
from tests.pages.conftest import make_site
from tests.pages.support import items, tree


def test_what_happened_there(pages: Mapping[str, Page]) -> None:
    assert "Arvale accord" in items(tree(pages["places/portel.md"]), "events")[0].text


def test_facts_of_a_record() -> None:
    site = make_site()
    record = Place(
        id="places/portel",
        position=Position("content/places/portel.yml"),
        name=LangText.of("Portel"),
        country="countries/arvale",
        classification="city",
        latitude=50.70512,
        longitude=1.5,
    )
    entity = replace(site.entities[record.id], record=record)
    pages = build_pages(replace(site, entities={**site.entities, record.id: entity}), load_locale("fr"))
    root = tree(next(page for page in pages if page.path == "places/portel.md"))
    facts = dict(zip((term.text for term in root.all("dt")), (value.text for value in root.all("dd")), strict=True))
    assert facts["Nature"] == "ville"
    assert facts["Coordonnées"] == "50.7051, 1.5000"
    assert facts["Source"] == "fiche du site, ligne 1"
