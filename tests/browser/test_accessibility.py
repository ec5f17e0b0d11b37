"""No page kind breaks a rule of axe, wide and narrow, light and dark; the keyboard reaches what the mouse reaches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, Page

AXE = Path(axe_playwright_python.__file__).parent.joinpath("axe.min.js").read_text(encoding="utf-8")
ARTICLE = "articles/2023-07-31-iran-belarus-defence-memorandum/"
PARTS = [
    "", "people/", "people/viktor-khrenin/", "countries/iran/", "events/2023-07-31-iran-belarus-defence-memorandum/",
    ARTICLE, f"{ARTICLE}#s5", "timeline/", "review/contradictions/", "relations/belarus-iran/", "changes/",
]  # fmt: skip
"""Pages that together have every part a page can have: looked at wide and narrow, light and dark."""
OTHERS = [
    "about/", "countries/", "organizations/nato/", "places/tehran/", "events/", "articles/",
    "articles/note-khrenin-bagheri/", "sources/", "sources/press-tv/", "review/", "review/organizations/", "404.html",
    "relations/", "people/by/country/", "events/by/type/", "timeline/2023/", "timeline/countries/iran/",
    "timeline/types/agree/",
]  # fmt: skip
"""All other kinds of page, made of the same parts: looked at in two screens that differ in width and in scheme."""
TWO: Final = ((1280, "light"), (360, "dark"))


@pytest.fixture(scope="module", params=[(1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")], ids=str)
def screen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window of a width, for a reader who prefers a colour scheme."""
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def violations(page: Page) -> list[str]:
    """Return what axe finds wrong with the page as it stands, one line for each fault."""
    page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def visit(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("load")
    page.wait_for_function("() => !document.documentElement.classList.contains('no-js')")


@pytest.mark.parametrize("kind", PARTS)
def test_axe_finds_nothing(kind: str, screen: Page, address: str) -> None:
    visit(screen, address + kind)

    assert violations(screen) == []


@pytest.mark.parametrize("kind", OTHERS)
@pytest.mark.parametrize("screen", TWO, indirect=True, ids=str)
def test_axe_finds_nothing_on_other_kinds(kind: str, screen: Page, address: str) -> None:
    visit(screen, address + kind)

    assert violations(screen) == []


def test_axe_finds_nothing_in_the_open_search(screen: Page, address: str) -> None:
    visit(screen, address)
    screen.evaluate("() => { document.querySelector('#__search').click() }")
    screen.locator(".md-search__input").fill("Minsk")
    screen.locator(".md-search__input").dispatch_event("keyup")
    screen.locator(".md-search-result__item").first.wait_for()

    assert violations(screen) == []


def test_axe_finds_faults_where_there_are_some(screen: Page, address: str) -> None:
    visit(screen, address)
    screen.evaluate("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=x>')")

    assert [fault for fault in violations(screen) if fault.startswith("image-alt")]


def test_first_stop_of_the_keyboard_skips_to_the_content(page: Page, address: str) -> None:
    visit(page, address + "people/viktor-khrenin/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")

    assert "md-skip" in (skip.get_attribute("class") or "")
    assert page.locator(str(skip.get_attribute("href"))).evaluate("element => element.tagName") == "H1"


@pytest.mark.parametrize("kind", ["people/viktor-khrenin/", ARTICLE])
def test_every_stop_of_the_keyboard_in_the_content_is_visible(kind: str, page: Page, address: str) -> None:
    visit(page, address + kind)
    page.locator("article h1").evaluate("element => { element.tabIndex = -1; element.focus() }")
    for _ in range(12):
        page.keyboard.press("Tab")
        stop = page.locator(":focus")

        assert stop.evaluate("element => getComputedStyle(element).outlineStyle") != "none", stop.inner_text()


def test_words_of_another_language_say_so(page: Page, address: str) -> None:
    visit(page, address + "people/viktor-khrenin/")

    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("#names ~ .ks-names [lang=ru]").count() == 1
    assert page.locator("#said ~ .ks-statements [lang=fr]").count() > 0
    assert page.locator(".ks-mentions [lang=fr]").count() > 0
