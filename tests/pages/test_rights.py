"""What may be shown of an article's text, on every page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.article import Rights
from generator.model.records import Source
from generator.model.settings import Settings
from generator.model.site import Site
from generator.model.text import Span
from generator.pages import Page, build_pages, load_locale, visible_sentences
from generator.pages.rights import excerpt_words, rights_of, sentences_in
from tests.pages.conftest import EN, FR, english, french, make_site, with_rights
from tests.pages.support import one, tree


def site_with(rights: Rights, words: int = 20) -> Site:
    return make_site((french(), with_rights(english(), rights)), Settings(excerpt_words=words))


def all_text(site: Site) -> str:
    return "\n".join(tree(page).text for page in build_pages(site, load_locale("en")))


def test_full_shows_everything() -> None:
    assert visible_sentences(site_with("full"), EN) == {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (100, {0, 1, 2}),  # the last sentence has no mention: nobody cites it
        (16, {0, 1, 2}),  # 10 + 6 words
        (15, {0, 1}),  # the sentence that tells the event comes first, the statement no longer fits
        (8, {0, 2}),  # the first does not fit, the second does
        (0, {0}),
    ],
)
def test_an_excerpt_is_what_is_cited_within_the_words_allowed(words: int, expected: set[int]) -> None:
    assert visible_sentences(site_with("excerpt", words), EN) == expected


def test_a_link_shows_the_title_alone() -> None:
    assert visible_sentences(site_with("link"), EN) == {0}


def test_the_article_wins_over_the_outlet_and_the_outlet_over_the_site() -> None:
    site = make_site()
    article = replace(site.articles[FR], rights=None)
    entry = site.sources["sources/le-courrier"]
    assert entry.record is not None
    strict = replace(entry, record=replace(entry.record, rights="link", excerpt_words=7))
    plain = replace(site, articles={**site.articles, FR: article})
    outlet = replace(plain, sources={**site.sources, entry.id: strict})
    assert isinstance(strict.record, Source)
    assert [rights_of(one, FR) for one in (site, plain, outlet)] == ["full", "excerpt", "link"]
    assert [excerpt_words(one, FR) for one in (plain, outlet)] == [20, 7]


@pytest.mark.parametrize("rights", ["excerpt", "link"])
def test_words_that_may_not_be_shown_stand_on_no_page(rights: Rights) -> None:
    text = all_text(site_with(rights, 14))
    assert "nobody cites" not in text
    assert "Nothing was signed" not in text
    assert ("met Igor Malin in March" in text) == (rights == "excerpt")
    assert "The words are not shown here. Read it at The Gazette." in text


def test_a_hidden_sentence_keeps_its_anchor_and_leads_to_the_outlet() -> None:
    pages = {page.path: page for page in build_pages(site_with("link"), load_locale("en"))}
    root = tree(pages["articles/talks.md"])
    anchors = [span.attrs["id"] for span in root.all("span") if "id" in span.attrs]
    assert anchors == ["s1", "s2", "s3", "s4"]
    assert [gap.text for gap in root.all("span", "ks-gap")] == ["[…]"]
    igor = tree(pages["people/igor-malin.md"])
    assert "https://gazette.example/talks" in [link.attrs["href"] for link in igor.all("a")]


@pytest.mark.parametrize(("rights", "shown"), [("full", True), ("excerpt", False), ("link", False)])
def test_set_aside_words_are_shown_only_with_full_rights(rights: Rights, shown: bool) -> None:
    site = make_site((with_rights(french(), rights), english()))
    page: Page = next(page for page in build_pages(site, load_locale("en")) if page.path == "articles/accord.md")
    assert ("Le chat de la voisine dort." in page.markdown) == shown
    assert "Caption of another picture" in page.markdown


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(0, 5, [0]), (17, 20, [1]), (17, 90, [1, 2]), (0, 200, [0, 1, 2, 3]), (500, 501, [3])],
)
def test_the_sentences_a_span_touches(start: int, end: int, expected: list[int]) -> None:
    assert list(sentences_in(make_site(), EN, Span(start, end))) == expected


def test_where_the_outlet_is_unknown_no_outlet_is_named() -> None:
    article, reading = with_rights(english(), "link")
    lone = replace(article, source=None, source_name=None, url=None)
    root = tree(one(make_site((french(), (lone, reading))), "articles/talks.md"))
    assert root.all("p", "ks-notice")[0].text == "The text is not shown here."
    assert root.all("p", "ks-lead")[0].text == "an unknown outlet, March 2021"
