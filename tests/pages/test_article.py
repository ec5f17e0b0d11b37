"""The page of an article: its text with anchors and links, and how it was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.model.article import Zone, ZoneKind
from generator.model.site import Site
from generator.model.text import Span
from generator.pages import Page
from tests.pages.conftest import FOREIGN, FR, SIGNED, TITLE, english, french, make_site
from tests.pages.support import items, one, section, tree


def text_of(page: Page) -> list[tuple[str, str]]:
    return [
        (paragraph.attrs.get("class", ""), paragraph.text)
        for block in section(tree(page), "text")
        for paragraph in block.all("p")
    ]


def test_the_text_stands_in_order_without_the_title_again(pages: Mapping[str, Page]) -> None:
    page = pages["articles/accord.md"]
    assert tree(page).all("h1")[0].text == TITLE
    assert text_of(page) == [
        (
            "",
            f"{SIGNED} Son hôte, Igor *Malin*, l’a reçue.",
        ),
        ("", "« Nous avons gagné du temps », a dit Ada Ferrand. Paris n’a rien dit."),
        ("ks-zone-source", "SOURCE: Le Courrier"),
    ]
    assert section(tree(page), "text")[0].attrs["lang"] == "fr"


def test_every_sentence_has_its_anchor(pages: Mapping[str, Page], site: Site) -> None:
    spans = tree(pages["articles/accord.md"]).all("span", "ks-sentence")
    assert [span.attrs["id"] for span in spans] == ["s1", "s2", "s3", "s4", "s5"]
    assert [span.text for span in spans] == [site.sentence(FR, index) for index in range(5)]


def test_mentions_link_to_their_pages_and_doubtful_ones_do_not(pages: Mapping[str, Page]) -> None:
    root = tree(pages["articles/accord.md"])
    linked = [(link.text, link.attrs["href"], link.attrs["class"]) for link in root.all("a", "ks-mention")]
    assert linked == [
        # the first two stand in the title
        ("Arvale", "../countries/arvale.md", "ks-mention ks-countries"),
        ("Boréa", "../countries/borea.md", "ks-mention ks-countries"),
        ("Ada Ferrand", "../people/ada-ferrand.md", "ks-mention ks-people"),
        ("Boréa", "../countries/borea.md", "ks-mention ks-countries"),
        ("Portel", "../places/portel.md", "ks-mention ks-places"),
        ("Igor *Malin*", "../people/igor-malin.md", "ks-mention ks-people"),
        ("Ada Ferrand", "../people/ada-ferrand.md", "ks-mention ks-people"),
    ]
    doubtful = root.all("span", "ks-ambiguous")
    assert [(span.text, bool(span.attrs["title"])) for span in doubtful] == [("Paris", True)]


def test_a_mention_without_a_page_is_plain_text() -> None:
    site = make_site()
    kept = {key: entity for key, entity in site.entities.items() if key != "people/ada-ferrand"}
    page = one(replace(site, entities=kept, redirects={}), f"{FR}.md")
    assert "Ada Ferrand" not in [link.text for link in tree(page).all("a")]
    assert "a dit Ada Ferrand" in tree(page).text


def test_how_each_value_is_known(pages: Mapping[str, Page]) -> None:
    root = tree(pages["articles/accord.md"])
    terms = [term.text for term in root.all("dt")]
    values = [value.text for value in root.all("dd")]
    assert dict(zip(terms, values, strict=True)) == {
        "Outlet": "Le Courrier (worked out from the source line)",
        "Ownership": "owned by the state",
        "Date": "4 March 2021 (worked out from the photo caption)",
        "Language": "French (worked out from the text)",
        "Rights": "shown in full",
        "Original": "courrier.example",
        "Source": "article’s file, line 1 · outlet’s record, line 1",
    }


def test_who_is_named_with_the_office_given(pages: Mapping[str, Page]) -> None:
    root = tree(pages["articles/accord.md"])
    assert [item.text for item in items(root, "named-people")] == [
        "Ada Ferrand 2 times sentences 2, 4 · ministre sentence 2",
        "Igor *Malin* once sentence 3",
    ]
    assert [item.text for item in items(root, "named-countries")] == [
        "🇧🇴 Borea 2 times sentences 1, 2",
        "🇦🇻 Arvale once sentence 1",
    ]


def test_dates_show_how_they_were_read(pages: Mapping[str, Page]) -> None:
    cells = [cell.text for block in section(tree(pages["articles/accord.md"]), "dates") for cell in block.all("td")]
    assert cells == ["le 3 mars 2021", "3 March 2021 the weekday does not fit", "full", "", "2"]


def test_what_was_set_aside_stands_in_the_receipt_alone(pages: Mapping[str, Page]) -> None:
    receipt = section(tree(pages["articles/accord.md"]), "receipt")[0]
    assert "data-search-exclude" in receipt.attrs
    assert [(item.all("summary")[0].text, item.all("blockquote")[0].text) for item in receipt.all("details")] == [
        ("Navigation · 3 words", "Accueil / Monde"),
        ("Caption of another picture · 6 words", FOREIGN),
    ]
    assert [path for path, page in pages.items() if FOREIGN in tree(page).text] == ["articles/accord.md"]
    assert tree(pages["articles/accord.md"]).text.count(FOREIGN) == 1


def test_a_title_that_is_not_in_the_text_stands_above_it() -> None:
    article, reading = french()
    assert article.title is not None
    other = replace(article, title=replace(article.title, value="Another title", basis="front_matter"))
    page = one(make_site(((other, reading), english())), f"{FR}.md")
    assert tree(page).all("h1")[0].text == "Another title"
    assert text_of(page)[0] == ("ks-zone-title", TITLE)


def test_marks_of_markdown_and_pins_are_not_shown() -> None:
    article, reading = english()
    text = article.text.replace("Talks in Portel", "## Talks in **[[portel|Portel]]**")
    shift = len(text) - len(article.text)
    end = text.index("\n\n")
    zones = (
        Zone(0, end, ZoneKind.BODY, "heading"),
        *(replace(zone, start=zone.start + shift, end=zone.end + shift) for zone in article.zones[1:]),
    )
    marks = tuple(
        Span(match.start(), match.end()) for match in re.finditer(r"## |\*\*(?:\[\[portel\|)?|\]\]\*\*", text)
    )
    moved = replace(article, text=text, zones=zones, rights="full", title=None, markup=marks)
    spans = tuple(
        replace(span, start=span.start + shift if number else 0, end=span.end + shift)
        for number, span in enumerate(reading.sentences)
    )
    pair = (moved, replace(reading, sentences=spans, mentions=(), statements=(), events=()))
    page = one(make_site((french(), pair)), "articles/talks.md")
    assert text_of(page)[0] == ("ks-zone-heading", "Talks in Portel")
    assert tree(page).all("h1")[0].text == "Untitled article, The Gazette, March 2021"


def test_metadata(pages: Mapping[str, Page]) -> None:
    page = pages["articles/accord.md"]
    assert (page.edit_path, page.parent, page.updated) == ("articles/accord.txt", "articles/index.md", "2021-03-04")
    assert page.description.startswith("Le Courrier, 4 March 2021: 5 sentences")


def test_from_a_sentence_to_the_ones_before_and_after_with_the_same_name(pages: Mapping[str, Page]) -> None:
    root = tree(pages["articles/accord.md"])
    steps = [
        (sentence.attrs["id"], step.attrs["href"], step.attrs["aria-label"])
        for sentence in root.all("span", "ks-sentence")
        for step in sentence.all("a", "ks-step")
        if "Ada" in step.attrs["aria-label"]
    ]
    assert steps == [
        ("s2", "#s4", "Ada Ferrand: next mention, sentence 4"),
        ("s4", "#s2", "Ada Ferrand: previous mention, sentence 2"),
    ]
    # The links have no words: what is copied or searched is the article alone.
    assert not any(step.text for step in root.all("a", "ks-step"))
