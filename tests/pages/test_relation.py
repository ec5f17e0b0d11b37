"""The page of two countries, the index of such pages, and the people related to a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.site import Part, Site
from generator.model.text import LangText
from generator.pages import Page, build_pages, load_locale
from tests.pages.conftest import ADA, IGOR, make_site
from tests.pages.support import items, one, tree

PAIR = "relations/arvale-borea.md"


def headings(page: Page) -> list[str]:
    return [element.attrs["id"] for element in tree(page).all("h2")]


def test_sections_come_in_reading_order_and_empty_ones_do_not_appear(pages: Mapping[str, Page]) -> None:
    assert headings(pages[PAIR]) == ["agreements", "people", "mentions"]


def test_an_agreement_says_who_took_part_and_on_whose_word(pages: Mapping[str, Page]) -> None:
    (item,) = items(tree(pages[PAIR]), "agreements")
    assert item.text == (
        "3 March 2021 Arvale accord Agreement · Portel · Ada Ferrand and Igor *Malin* "
        "2 independent outlets: Le Courrier, sentence 2 · The Gazette, sentence 2"
    )


def test_people_stand_on_the_side_they_act_for_with_their_office(pages: Mapping[str, Page]) -> None:
    assert [item.text for item in items(tree(pages[PAIR]), "people")] == [
        "Ada Ferrand ministre stated on 4 March 2021 one outlet: Le Courrier, sentence 2"
    ]


def test_being_named_together_comes_last_and_says_that_it_is_no_relation(pages: Mapping[str, Page]) -> None:
    root = tree(pages[PAIR])
    assert "Being named in one sentence does not make a relation" in root.text.partition("Named in the same")[2]
    assert [item.all("mark")[0].text for item in items(root, "mentions")] == ["Arvale"]


def test_being_named_together_makes_no_page() -> None:
    site = make_site()
    paths = [page.path for page in _pages(replace(site, events={}, statements=()))]
    assert paths == ["relations/index.md"]


def _pages(site: Site) -> list[Page]:
    return [page for page in build_pages(site, load_locale("en")) if page.path.startswith("relations/")]


def test_words_of_an_official_about_the_other_country_stand_on_their_side() -> None:
    site = make_site()
    office = replace(site.roles[0], person=IGOR, country="countries/borea", role=LangText.of("envoy"))
    root = tree(one(replace(site, roles=(*site.roles, office)), PAIR))
    assert [element.text for element in root.all("h3")][-1] == "Borea about Arvale"
    assert "Nothing was signed" in items(root, "said")[0].text


def test_a_page_of_two_countries_is_for_search_engines_only_where_both_are_reviewed(pages: Mapping[str, Page]) -> None:
    assert pages[PAIR].noindex
    site = make_site()
    arvale = site.entities["countries/arvale"]
    both = {**site.entities, "countries/borea": replace(site.entities["countries/borea"], record=arvale.record)}
    assert not one(replace(site, entities=both), PAIR).noindex


def test_index_counts_what_ties_them(pages: Mapping[str, Page]) -> None:
    root = tree(pages["relations/index.md"])
    assert [item.text for item in root.all("li")] == ["Arvale – Borea 1 agreement"]
    assert pages["relations/index.md"].parent == "countries/index.md"


def test_related_people_come_with_the_tie_and_a_sentence_that_names_both(pages: Mapping[str, Page]) -> None:
    found = items(tree(pages[f"{ADA}.md"]), "people")
    assert found[0].text.startswith("Igor *Malin*")
    assert found[0].all("li")[0].text.split(" 2021 ")[0] == "Agreement 3 March"
    assert "Ada Ferrand met Igor Malin in March 2021." in found[0].text


def test_people_only_named_together_come_last_under_their_own_heading() -> None:
    site = make_site()
    alone = {key: replace(event, parts=(Part(entity=ADA),)) for key, event in site.events.items()}
    root = tree(one(replace(site, events=alone, statements=()), f"{ADA}.md"))
    assert [element.attrs["id"] for element in root.all("h3") if element.attrs.get("id")][:1] == ["beside"]
    assert "Igor *Malin*" in items(root, "beside")[0].text
