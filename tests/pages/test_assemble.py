"""Laws over all pages: links and anchors resolve, every entry has its source, hostile text stays text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.model.article import Known
from generator.model.site import Site
from generator.model.text import LangText, Span
from generator.pages import Page, build_pages, load_locale
from generator.review import QUEUES
from tests.pages.conftest import FR, english, french, make_site
from tests.pages.support import internal_links, items, tree

SOURCED = (
    "names", "roles", "holders", "said", "said-about", "events", "officials", "participants", "mentions", "claims",
    "wordings", "sequence", "statements", "together", "people", "agreements",
)  # fmt: skip


def test_every_kind_of_page_is_made(pages: Mapping[str, Page]) -> None:
    assert sorted(pages) == sorted(
        [
            *(f"{kind}/index.md" for kind in ("people", "countries", "organizations", "places", "events", "articles")),
            "index.md", "sources/index.md", "timeline/index.md", "people/ada-ferrand.md", "people/igor-malin.md",
            "people/ferrand.md", "countries/arvale.md", "countries/borea.md", "places/portel.md",
            "organizations/union.md", "events/accord.md", "events/2021-05-visit.md", "articles/accord.md",
            "articles/talks.md", "sources/gazette.md", "sources/le-courrier.md", "review/index.md",
            *(f"review/{name}.md" for name in QUEUES),
            "relations/index.md",
            "relations/arvale-borea.md", "timeline/1970.md", "timeline/2021.md", "timeline/countries/arvale.md",
            "timeline/countries/borea.md", "timeline/types/agree.md", "timeline/types/consult.md",
            "timeline/types/lives.md",
        ]
    )  # fmt: skip


def test_links_and_anchors_resolve(pages: Mapping[str, Page], pages_fr: Mapping[str, Page]) -> None:
    for made in (pages, pages_fr):
        roots = {path: tree(page) for path, page in made.items()}
        ids = {path: [item.attrs["id"] for item in root.all() if "id" in item.attrs] for path, root in roots.items()}
        for path, page in made.items():
            for target, anchor in internal_links(page, roots[path]):
                assert target in made, f"{path} -> {target}"
                assert not anchor or anchor in ids[target], f"{path} -> {target}#{anchor}"
            assert len(ids[path]) == len(set(ids[path])), path


def test_every_page_is_reached_from_an_index(pages: Mapping[str, Page]) -> None:
    linked = {target for page in pages.values() for target, _ in internal_links(page, tree(page))}
    for path, page in pages.items():
        if page.kind not in ("home", "index", "timeline", "redirect") and path != "review/index.md":
            assert path in linked
            assert page.parent is not None
            assert path in {target for target, _ in internal_links(pages[page.parent], tree(pages[page.parent]))}


def test_every_entry_says_where_it_is_from(pages: Mapping[str, Page]) -> None:
    seen = set()
    for path, page in pages.items():
        root = tree(page)
        for anchor in SOURCED if page.parent else ():
            for item in items(root, anchor):
                marks = item.all("a", "ks-source") + item.all("span", "ks-record")
                assert marks, f"{path} #{anchor}: {item.text}"
                seen.add(anchor)
        for mark in root.all("a", "ks-source"):
            if "://" not in mark.attrs["href"]:
                assert re.search(r"#s\d+$", mark.attrs["href"]) or mark.text == "article"
                # On the page of the article itself the number alone will do.
                assert mark.attrs.get("title") or mark.attrs["href"].startswith("#")
    assert seen == set(SOURCED)


def test_pages_have_title_description_language_and_one_heading(pages_fr: Mapping[str, Page]) -> None:
    for page in pages_fr.values():
        assert page.title == tree(page).all("h1")[0].text.lstrip("🇦🇧🇻🇴 ")
        assert page.language == "fr"
        assert len(tree(page).all("h1")) == 1
        assert page.description or page.kind == "redirect"


def test_headings_step_down_one_level_at_a_time(pages: Mapping[str, Page]) -> None:
    for path, page in pages.items():
        levels = [int(element.tag[1]) for element in tree(page).all() if re.fullmatch(r"h\d", element.tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_the_same_site_gives_the_same_bytes() -> None:
    assert build_pages(make_site(), load_locale("fr")) == build_pages(make_site(), load_locale("fr"))


def test_a_page_in_one_language_has_no_word_of_the_other(
    pages: Mapping[str, Page], pages_fr: Mapping[str, Page]
) -> None:
    english_words = {"sentence", "Names", "Events", "statement", "carried", "reviewed", "Named"}
    for path, page in pages_fr.items():
        text = tree(page).text.replace("Talks in Portel", "")
        assert not english_words & set(re.findall(r"\w+", text.replace("Nothing was signed", ""))), path


def empty_site() -> Site:
    return replace(
        make_site(), articles={}, readings={}, entities={}, events={}, sources={}, roles=(), statements=(), redirects={}
    )


def test_an_empty_site_has_its_indexes() -> None:
    pages = build_pages(empty_site(), load_locale("en"))
    assert [page.kind for page in pages] == ["home"] + ["index"] * 8 + ["timeline"] + ["review"] * (len(QUEUES) + 1)
    assert all(re.search(r"Nothing here yet\.|Nothing is open here\.|nothing open", page.markdown) for page in pages)


HOSTILE = (
    '</span></div><script>alert(1)</script> **b** [x](javascript:1) {: .c } | `c` ![i](x.png) <img src=x> "q" {{ 7 }}'
)


def test_hostile_names_make_no_element() -> None:
    site = make_site()
    clean = {page.path: [element.tag for element in tree(page).all()] for page in build_pages(site, load_locale("en"))}
    named = {key: replace(entity, name=LangText.of(HOSTILE)) for key, entity in site.entities.items()}
    events = {key: replace(event, name=LangText.of(HOSTILE)) for key, event in site.events.items()}
    sources = {
        key: replace(
            source,
            name=LangText.of(HOSTILE),
            record=replace(source.record, name=LangText.of(HOSTILE)) if source.record else None,
        )
        for key, source in site.sources.items()
    }
    nasty = replace(site, entities=named, events=events, sources=sources)
    for page in build_pages(nasty, load_locale("en")):
        root = tree(page)
        assert not root.all("script") + root.all("img") + root.all("strong", "b") + root.all("code")
        assert sorted(element.tag for element in root.all() if element.tag not in ("span",)) == sorted(
            tag for tag in clean[page.path] if tag not in ("span",)
        )
        assert not [link for link in root.all("a") if link.attrs["href"].startswith("javascript")]


def test_hostile_article_text_makes_no_element() -> None:
    article, reading = french()
    last = reading.sentences[-1]
    text = article.text[: last.start] + HOSTILE
    zones = (*(zone for zone in article.zones if zone.end <= last.start),)
    body = replace(article.zones[4], end=len(text))
    nasty = replace(article, text=text, zones=(*zones, body), title=Known(HOSTILE, "front_matter"))
    kept = tuple(mention for mention in reading.mentions if mention.end <= last.start)
    sentences = (*reading.sentences[:-1], Span(last.start, len(text)))
    site = make_site(((nasty, replace(reading, mentions=kept, sentences=sentences)), english()))
    for page in build_pages(site, load_locale("en")):
        root = tree(page)
        assert not root.all("script") + root.all("img") + root.all("code")
        if page.path == f"{FR}.md":
            assert root.all("h1")[0].text == HOSTILE
            assert root.all("span", "ks-sentence")[-1].text == HOSTILE


@pytest.mark.parametrize("language", ["en", "fr", "xx"])
def test_any_interface_language_works(language: str) -> None:
    assert len(build_pages(make_site(), load_locale(language))) == 32 + len(QUEUES)
