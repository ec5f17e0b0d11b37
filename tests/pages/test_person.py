"""The page of a person: sections in their order, each entry with its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.site import Duplicate
from generator.pages import Page
from tests.pages.conftest import make_site
from tests.pages.support import items, one, tree


def headings(page: Page) -> list[str]:
    return [element.attrs["id"] for element in tree(page).all("h2")]


def test_sections_come_in_reading_order_and_empty_ones_do_not_appear(pages: Mapping[str, Page]) -> None:
    assert headings(pages["people/ada-ferrand.md"]) == [
        "names", "roles", "said", "events", "people", "together", "mentions", "claims", "sources",
    ]  # fmt: skip
    assert headings(pages["people/igor-malin.md"]) == [
        "names", "said", "said-about", "events", "people", "together", "mentions",
    ]  # fmt: skip


def test_the_latest_office_stands_under_the_name_with_its_date_and_source(pages: Mapping[str, Page]) -> None:
    lead = tree(pages["people/ada-ferrand.md"]).all("p", "ks-lead")[0]
    assert lead.text == "ministre, 🇦🇻 Arvale, stated on 4 March 2021 one outlet: Le Courrier, sentence 2"
    assert lead.all("a", "ks-source")[0].attrs["href"] == "../articles/accord.md#s2"


def test_names_in_every_script_are_text_on_the_page(pages: Mapping[str, Page]) -> None:
    names = items(tree(pages["people/ada-ferrand.md"]), "names")
    assert [item.all("strong")[0].text for item in names] == ["Ada Ferrand", "آدا فران"]
    persian = names[1].all("bdi")[0]
    assert persian.attrs == {"lang": "fa", "dir": "rtl"}
    assert "Persian" in names[1].text


def test_a_statement_is_a_claim_in_its_own_language(pages: Mapping[str, Page]) -> None:
    said = items(tree(pages["people/ada-ferrand.md"]), "said")[0]
    assert said.all("q")[0].attrs["lang"] == "fr"
    assert said.text == (
        "Nous avons gagné du temps direct quotation (“a dit”), as carried by Le Courrier, 4 March 2021, sentence 4"
    )
    igor = items(tree(pages["people/igor-malin.md"]), "said")[0]
    assert igor.all("q") == []
    assert igor.text.startswith("Nothing was signed reported speech (“said”), as carried by The Gazette")


def test_mentions_are_marked_in_their_sentences_newest_article_first(pages: Mapping[str, Page]) -> None:
    found = items(tree(pages["people/ada-ferrand.md"]), "mentions")
    assert [item.all("mark")[0].text for item in found] == ["Ada Ferrand"] * 3
    assert [item.all("a")[0].attrs["href"] for item in found] == [
        "../articles/accord.md#s2", "../articles/accord.md#s4", "../articles/talks.md#s2",
    ]  # fmt: skip
    assert found[0].all("span")[0].attrs == {"lang": "fr"}


def test_conflicting_claims_stand_side_by_side(pages: Mapping[str, Page]) -> None:
    found = items(tree(pages["people/ada-ferrand.md"]), "claims")
    assert [item.text for item in found] == [
        "colonel one outlet: Le Courrier, sentence 4 « Nous avons gagné du temps », a dit Ada Ferrand.",
        "general one outlet: example.org",
    ]
    assert found[0].all("a")[0].attrs["href"] == "../articles/accord.md#s4"
    assert found[1].all("a")[0].attrs["href"] == "https://example.org/rank"


def test_an_unreviewed_page_says_so_and_is_kept_out_of_search_engines(pages: Mapping[str, Page]) -> None:
    ada, igor = pages["people/ada-ferrand.md"], pages["people/igor-malin.md"]
    assert (ada.noindex, igor.noindex) == (False, True)
    assert [badge.text for badge in tree(igor).all("span", "ks-unreviewed")] == ["found automatically, not reviewed"]
    assert tree(ada).all("span", "ks-unreviewed") == []
    assert (ada.edit_path, igor.edit_path) == ("people/ada-ferrand.yml", None)
    assert "people/igor-malin.yml" in tree(igor).text


def test_single_source_is_said_with_the_ownership(pages: Mapping[str, Page]) -> None:
    notice = tree(pages["countries/borea.md"]).all("p", "ks-notice")[1]
    assert notice.text == (
        "single source Everything the articles say here comes from one outlet, Le Courrier. "
        "Its ownership: owned by the state."
    )
    assert not tree(pages["people/ada-ferrand.md"]).all("span", "ks-single")


def test_what_the_page_was_last_about(pages: Mapping[str, Page]) -> None:
    assert pages["people/igor-malin.md"].updated == "2021-03-04"
    assert pages["people/ada-ferrand.md"].updated == "2021-05-01"
    assert pages["organizations/union.md"].updated is None


def test_copies_of_one_report_are_a_single_source_and_said_so() -> None:
    site = make_site()
    apart = one(site, "people/ada-ferrand.md")
    copied = one(replace(site, duplicates=(Duplicate("articles/accord", "articles/talks", "near", 0.9),)), apart.path)

    assert "copies of one report" not in apart.markdown
    assert "2 outlets carry this, but their texts are copies of one report" in copied.markdown
