"""What `mkdocs build` makes of the project's own content."""

import hashlib
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.sitebuild import QUIET, bare_site, copy_site, mkdocs_build

MAIN = "2023-07-31-iran-belarus-defence-memorandum"
EXPECTED = [
    "people/mohammad-reza-ashtiani", "people/viktor-khrenin", "people/alexander-lukashenko", "people/ali-khamenei",
    "people/ebrahim-raisi", "countries/iran", "countries/belarus", "countries/russia", "countries/ukraine",
    "organizations/nato", "organizations/irna", "places/tehran", "places/minsk", f"events/{MAIN}",
    "events/2023-03-lukashenko-visits-tehran", "events/2023-03-khamenei-receives-lukashenko",
    "events/2022-02-operation-in-ukraine", f"articles/{MAIN}", "sources/press-tv", "timeline", "people", "events",
]  # fmt: skip


def article_body(pages: dict[str, str]) -> str:
    return pages[f"articles/{MAIN}/index.html"]


@pytest.mark.parametrize("address", EXPECTED)
def test_page_is_there(address: str, pages: dict[str, str]) -> None:
    assert f"{address}/index.html" in pages


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("Loukachenko", "people/alexander-lukashenko"),
        ("Alexandre Loukachenko", "people/alexander-lukashenko"),
        ("Ashtiani", "people/mohammad-reza-ashtiani"),
        ("Khamenei", "people/ali-khamenei"),
        ("Viktor Khrenin", "people/viktor-khrenin"),
        ("OTAN", "organizations/nato"),
        ("Moscou", "countries/russia"),
    ],
)
def test_words_of_the_article_link_to_their_page(words: str, target: str, pages: dict[str, str]) -> None:
    assert re.search(rf'<a [^>]*href="\.\./\.\./{target}/"[^>]*>{words}</a>', article_body(pages))


def test_capitals_that_sign_are_their_countries(pages: dict[str, str]) -> None:
    """`Téhéran et Minsk ont signé`: both are the governments, in the title too."""
    headline = re.search(r"<h1.*?</h1>", article_body(pages), re.DOTALL)
    assert headline

    assert re.search(r'href="\.\./\.\./countries/iran/"[^>]*>Téhéran<', headline[0])
    assert re.search(r'href="\.\./\.\./countries/belarus/"[^>]*>Minsk<', headline[0])


def test_memorandum_has_its_day_and_both_signatories(pages: dict[str, str]) -> None:
    page = pages[f"events/{MAIN}/index.html"]

    assert "31 July 2023" in page
    assert "people/mohammad-reza-ashtiani" in page
    assert "people/viktor-khrenin" in page


def test_foreign_caption_stands_only_in_the_receipt(pages: dict[str, str]) -> None:
    foreign = re.compile(r"Omar|Pelosi|H\.R\. 1|US Capitol|March 08|\b2019\b")
    elsewhere = [
        path
        for path, page in pages.items()
        if foreign.search(unquote(page)) and not path.startswith(f"articles/{MAIN}/")
    ]
    page = article_body(pages)
    receipt = page[page.index("ks-receipt") :]

    assert not elsewhere
    assert not foreign.search(page[: page.index("ks-receipt")])
    assert "Ilhan Omar" in receipt


def test_foreign_caption_is_not_searchable(built: Path) -> None:
    index = (built / "search" / "search_index.json").read_text(encoding="utf-8")

    assert "Pelosi" not in index


def test_nothing_of_the_content_folders_is_published_raw(built: Path) -> None:
    raw = [path.relative_to(built).as_posix() for path in built.rglob("*") if path.suffix in {".yml", ".txt", ".md"}]

    assert not raw


def test_edit_button_opens_the_record_or_article(pages: dict[str, str]) -> None:
    repository = "https://github.com/example/knowledge-site/edit/main/content/"

    assert f"{repository}people/viktor-khrenin.yml" in pages["people/viktor-khrenin/index.html"]
    assert f"{repository}articles/{MAIN}.txt" in article_body(pages)
    assert "edit/main" not in pages["timeline/index.html"]


def test_generated_pages_stay_out_of_the_navigation(pages: dict[str, str]) -> None:
    """A page in the navigation is repeated on every page; only its index may be."""
    tabs = re.findall(r'class="md-tabs__link"', pages["people/viktor-khrenin/index.html"])

    assert len(tabs) == 10
    assert "viktor-khrenin" not in pages["index.html"].split("md-content")[0]


def test_tab_and_breadcrumb_of_a_generated_page(pages: dict[str, str]) -> None:
    page = pages["people/viktor-khrenin/index.html"]
    active = re.findall(r"md-tabs__item--active.*?</li>", page, re.DOTALL)
    path = re.search(r'class="md-path__list".*?</ol>', page, re.DOTALL)
    assert path

    assert len(active) == 1
    assert 'href="../"' in active[0]
    assert 'href="../"' in path[0]


def test_old_and_alternative_addresses_lead_on(pages: dict[str, str]) -> None:
    assert 'url=../alexander-lukashenko/"' in pages["people/alexandre-loukachenko/index.html"]
    assert 'url=../shanghai-cooperation-organisation/"' in pages["organizations/sco/index.html"]


def test_no_page_asks_a_third_party_for_anything(pages: dict[str, str]) -> None:
    loaded = re.compile(r'<(?:script|link|img|iframe)[^>]*(?:src|href)="(https?:)?//(?!example\.org)[^"]*"')
    offenders = {
        path: match[0]
        for path, page in pages.items()
        for match in loaded.finditer(page)
        if 'rel="canonical"' not in match[0]
    }

    assert not offenders


def test_sitemap_carries_content_dates_never_the_day_of_the_build(built: Path) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    tree = ET.parse(built / "sitemap.xml")
    dated = {
        url.findtext("s:loc", "", space): url.findtext("s:lastmod", None, space)
        for url in tree.iterfind("s:url", space)
    }

    assert dated[f"https://example.org/knowledge-site/articles/{MAIN}/"] == "2023-07-31"
    assert not any("/alexandre-loukachenko/" in address for address in dated)


@pytest.mark.parametrize("date", ["1815-12-10", "9999", ""])
def test_a_site_with_no_date_of_our_century_is_built(date: str, tmp_path: Path) -> None:
    known = f"---\ndate: {date}\n---\n" if date else ""
    folder = bare_site(tmp_path / "p", one=f"{known}A title\n\nAda Lovelace met Grace Hopper there.\n")
    run = mkdocs_build(folder)

    assert run.returncode == 0, run.stderr
    assert (folder / "site" / "sitemap.xml.gz").is_file()


def test_two_builds_are_the_same_bytes(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(QUIET, "PYTHONHASHSEED", "4242")
    monkeypatch.setitem(QUIET, "TZ", "Pacific/Kiritimati")
    folder = copy_site(tmp_path / "site-project")
    assert mkdocs_build(folder).returncode == 0

    assert tree(folder / "site") == tree(built)


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_pages_found_automatically_are_not_for_search_engines(pages: dict[str, str]) -> None:
    unreviewed = [page for path, page in pages.items() if path.startswith("countries/united-states/")]

    assert unreviewed
    assert 'content="noindex"' in unreviewed[0]
    assert 'content="noindex"' not in pages["countries/iran/index.html"]
