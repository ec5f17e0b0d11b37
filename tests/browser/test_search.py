"""The search box finds a person by every spelling of the record, with or without accents and elisions."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Error, Page

from tests.sitebuild import REPOSITORY

PEOPLE = REPOSITORY / "content" / "people"


def spellings(path: Path) -> list[str]:
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    name = record["name"]
    names = list(name.values()) if isinstance(name, dict) else [name]
    return names + [other["name"] for other in record.get("other_names", ())]


def results(page: Page, query: str) -> list[str]:
    """Type a query into a fresh search box and return the addresses of the results, best first.

    The box counts its results before it lists them, and answers keys typed while the index is loading with
    "No matching documents": so what is waited for is the list itself.
    """
    page.reload()
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(query)
    page.locator(".md-search__input").dispatch_event("keyup")  # what the search box listens to
    links = page.locator(".md-search-result__item > a.md-search-result__link:first-of-type")
    with contextlib.suppress(Error):
        links.first.wait_for(state="attached", timeout=15_000)
    return [str(address) for address in links.evaluate_all("links => links.map(link => link.href)")]


@pytest.mark.parametrize("slug", sorted(path.stem for path in PEOPLE.glob("*.yml")))
def test_person_is_found_by_every_spelling(slug: str, page: Page, address: str) -> None:
    page.goto(address)
    for spelling in spellings(PEOPLE / f"{slug}.yml"):
        found = results(page, spelling)

        assert any(f"/people/{slug}/" in link for link in found[:5]), (spelling, found[:5])


@pytest.mark.parametrize(
    ("query", "target"),
    [
        ("Ayatollah", "/articles/2023-07-31-iran-belarus-defence-memorandum/"),
        ("Raissi", "/people/ebrahim-raisi/"),
        ("Raïssi", "/people/ebrahim-raisi/"),
        ("Loukachenko", "/people/alexander-lukashenko/"),
        ("Лукашенко", "/people/alexander-lukashenko/"),
        ("Teheran", "/places/tehran/"),
        ("Etat", "/events/2023-03-lukashenko-visits-tehran/"),
    ],
)
def test_words_are_found_without_accents_and_elisions(query: str, target: str, page: Page, address: str) -> None:
    page.goto(address)
    found = results(page, query)

    assert any(target in link for link in found), found
