"""The page of an organisation."""

from __future__ import annotations

from dataclasses import replace

from generator.model.dates import PartialDate
from generator.model.problem import Position
from generator.model.records import Organization, Role
from generator.model.text import LangText
from generator.pages import build_pages, load_locale
from tests.pages.conftest import make_site
from tests.pages.support import items, tree

HERE = Position("content/organizations/union.yml", 4)
MEMBER = Role(position=HERE, role=LangText.of("member"), country="countries/borea", start_date=PartialDate(2001))
RECORD = Organization(
    id="organizations/union",
    position=HERE,
    name=LangText.of("Union"),
    acronym=LangText.of("UN*"),
    classification="news_agency",
    country="countries/arvale",
    founding_date=PartialDate(1949),
    memberships=(
        Role(position=HERE, role=LangText.of("member"), country="countries/borea", start_date=PartialDate(2001)),
    ),
)


def test_facts_and_memberships_of_a_record() -> None:
    site = make_site()
    entity = replace(site.entities[RECORD.id], record=RECORD, name=RECORD.name)
    pages = build_pages(replace(site, entities={**site.entities, RECORD.id: entity}), load_locale("en"))
    root = tree(next(page for page in pages if page.path == "organizations/union.md"))
    facts = dict(zip((term.text for term in root.all("dt")), (value.text for value in root.all("dd")), strict=True))
    assert facts == {
        "Acronym": "UN*",
        "Kind": "news agency",
        "Country": "🇦🇻 Arvale",
        "Founded": "1949",
        "Source": "site’s record, line 4",
    }
    assert [item.text for item in items(root, "members")] == ["🇧🇴 Borea member since 2001 site’s record, line 4"]
    assert items(root, "memberships") == []
    borea = tree(next(page for page in pages if page.path == "countries/borea.md"))
    found = [item.text for item in items(borea, "memberships")]
    assert found == [f"{RECORD.name.best('en')} member since 2001 site’s record, line 4"]
