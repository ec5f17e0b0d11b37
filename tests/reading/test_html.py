"""Saved web pages: the article out of the page, and what the page says about itself."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.model.article import Article, ZoneKind
from generator.reading.articles import read_article, read_bytes

PARAGRAPHS = """\
The parliament of Norvania voted on Friday to leave the customs union, ending a dispute that had split the \
governing coalition since spring. The vote came after a debate of fourteen hours.
Prime Minister Karel Vondra said the vote was final, and that talks on a new treaty would begin within weeks. \
He thanked the members of his party for their patience.
The opposition called the decision a mistake that would cost thousands of jobs in the ports of the south, and \
announced a petition for a referendum.
Economists expect prices to rise by a tenth in the first year, according to a study of the national bank that \
was published in March.""".splitlines()
LD = """{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, {"@type": "NewsArticle",
"headline": "Norvania leaves the customs union", "datePublished": "2022-05-06T21:14:00+02:00",
"author": [{"@type": "Person", "name": "Ada Holm"}, {"name": "Bo Lind"}], "publisher": {"name": "Harbour TV"}}]}"""


def page(head: str = "", ld: str = LD, figure: str = "") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return f"""<!DOCTYPE html><html lang="en-GB"><head><title>Norvania leaves the customs union | Harbour TV</title>
<link rel="canonical" href="https://harbour.example/norvania">{head}
<script type="application/ld+json">{ld}</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/s">Sudan</a></li></ul></nav>
<main><article><h1>Norvania leaves the customs union</h1>{figure}{text}</article></main>
<aside><h3>Most read</h3><ul><li><a href="/1">Paul Rusk resigns as chairman of the board</a></li></ul></aside>
<footer>© 2022 Harbour TV. All rights reserved.</footer></body></html>"""


def read(html: str | bytes, name: str = "a.html") -> Article:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    article, problems = read_bytes(html.encode() if isinstance(html, str) else html, name, f"content/articles/{name}")
    assert article, problems
    return article


def test_article_out_of_the_page() -> None:
    article = read(page())
    body = [zone.span.of(article.text) for zone in article.zones if zone.kind is ZoneKind.BODY]
    assert body == PARAGRAPHS
    assert article.text.startswith("Norvania leaves the customs union\n\n")
    assert "Sudan" not in article.text
    assert "Paul Rusk" not in article.text


def test_metadata_of_the_page() -> None:
    article = read(page())
    assert article.title
    assert (article.title.value, article.title.basis) == ("Norvania leaves the customs union", "html_metadata")
    assert article.title.span
    assert article.title.span.of(article.text) == article.title.value
    assert article.date
    assert (str(article.date.value), article.date.basis) == ("2022-05-06", "html_metadata")
    assert article.source
    assert (article.source.value, article.source_name) == ("sources/harbour-tv", "Harbour TV")
    assert article.authors == ("Ada Holm", "Bo Lind")
    assert article.url == "https://harbour.example/norvania"
    assert (article.language.value, article.language.basis) == ("en-GB", "html_metadata")


def test_metadata_without_json_ld() -> None:
    head = (
        '<meta property="og:title" content="Norvania leaves"><meta property="og:site_name" content="Harbour TV">'
        '<meta property="article:published_time" content="2022-05-06T21:14:00Z"><meta name="author" content="Ada Holm">'
    )
    article = read(page(head, ld="{broken"))
    assert article.date
    assert str(article.date.value) == "2022-05-06"
    assert article.source_name == "Harbour TV"
    assert article.authors == ("Ada Holm",)
    # The page's own heading is whole where the title for sharing was shortened.
    assert article.title
    assert article.title.value == "Norvania leaves the customs union"


@pytest.mark.parametrize("value", ["2022-13-45", "yesterday", "", "0000-00-00", "99999999999"])
def test_dates_that_are_none_are_no_dates(value: str) -> None:
    article = read(page(f'<meta name="date" content="{value}">', ld="[]"))
    assert article.date is None or article.date.basis != "html_metadata"


def test_language_of_the_words_wins_over_a_wrong_declaration() -> None:
    french = "La rivière est montée mardi et la ville est restée coupée du monde, selon la préfecture."
    html = page()
    for number, paragraph in enumerate(PARAGRAPHS):
        html = html.replace(paragraph, french + f" Il reste {number} bateaux au port." * 2)
    article = read(html)
    assert (article.language.value, article.language.basis) == ("fr", "text")


def test_captions_of_figures_are_own_or_foreign() -> None:
    figure = (
        "<figure><img src='a'><figcaption>Prime Minister Karel Vondra in parliament on 6 May 2022</figcaption></figure>"
        "<figure><img src='b'><figcaption>L’actrice Solène Marchetti au festival de Vaubert</figcaption></figure>"
    )
    article = read(page(figure=figure))
    kinds = {zone.kind: zone.span.of(article.text) for zone in article.zones}
    assert kinds[ZoneKind.CAPTION].startswith("Prime Minister Karel Vondra in parliament")
    assert "Solène" in kinds[ZoneKind.FOREIGN_CAPTION]


def test_front_matter_stands_in_a_file_beside(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    (tmp_path / "a.html").write_text(page(), encoding="utf-8")
    (tmp_path / "a.yml").write_text("source: river-radio\ndate: 2021\nrigths: full\n", encoding="utf-8")
    article, problems = read_article(tmp_path / "a.html", tmp_path)
    assert article
    assert article.source
    assert (article.source.value, article.source.basis) == ("sources/river-radio", "front_matter")
    assert article.date
    assert str(article.date.value) == "2021"
    assert [(problem.path, problem.line, problem.code) for problem in problems] == [("a.yml", 3, "unknown-key")]


@pytest.mark.parametrize("html", ["<html></html>", "<script>alert(1)</script>", "<" * 200, "<!-- only a comment -->"])
def test_pages_without_an_article_are_said(html: str) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    article, problems = read_bytes(html.encode(), "a.html", "a.html")
    assert article is None
    assert problems[0].code in ("empty-article", "bad-html")


def test_the_library_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    article, problems = read_bytes(page().encode(), "a.html", "a.html")
    assert article is None
    assert [problem.code for problem in problems] == ["html-extra-missing"]
    assert "[html]" in problems[0].hint
