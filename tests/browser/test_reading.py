"""What a reader sees: highlighted sentences, narrow screens, no JavaScript, no third party."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Request

ARTICLE = "articles/2023-07-31-iran-belarus-defence-memorandum/"
KINDS = [
    "", "about/", "people/", "people/viktor-khrenin/", "countries/iran/", "organizations/nato/", "places/tehran/",
    "events/2023-07-31-iran-belarus-defence-memorandum/", ARTICLE, "sources/press-tv/", "timeline/", "countries/",
    "events/", "articles/", "changes/", "review/", "review/contradictions/", "review/missing/",
    "relations/",
    "relations/belarus-iran/", "people/by/country/", "events/by/type/", "timeline/2023/", "timeline/countries/iran/",
    "timeline/types/agree/",
]  # fmt: skip


def test_source_mark_leads_to_the_highlighted_sentence(page: Page, address: str) -> None:
    page.goto(address + "people/viktor-khrenin/")
    mark = page.locator(f"a[href*='{ARTICLE}#s']").first
    mark.click()
    page.wait_for_url("**#s*")
    target = page.locator(":target")

    assert target.count() == 1
    assert target.evaluate("element => getComputedStyle(element).backgroundColor") != "rgba(0, 0, 0, 0)"
    assert target.evaluate("element => element.getBoundingClientRect().top") >= 0


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_overflows_a_narrow_screen(kind: str, browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(address + kind)
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert width <= 360


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_readable_without_javascript_and_asks_nobody_else(kind: str, browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    foreign: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(address):
            foreign.append(request.url)

    page.on("request", note)
    page.goto(address + kind)
    heading = page.locator("h1").first.inner_text()
    context.close()

    assert heading.strip()
    assert not foreign


def test_no_script_error_and_no_foreign_request_with_javascript(page: Page, address: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(address) else faults.append(request.url))
    for kind in KINDS:
        page.goto(address + kind)
        page.wait_for_load_state("load")

    assert not [fault for fault in faults if not fault.startswith("data:")]


def test_a_reader_goes_on_from_the_sentence_to_the_next_with_the_same_name(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + ARTICLE + "#s5")
    steps = page.locator("a.ks-step:visible")
    label = "Viktor Khrenin: next mention"
    step = page.locator(f"a.ks-step:visible[aria-label^='{label}']")
    outside = page.locator(":not(:target) > a.ks-step:visible").count()
    step.click()
    arrived = page.locator(":target")
    named = arrived.locator("a[href$='people/viktor-khrenin/']").count()
    shown, anchor = steps.count(), arrived.get_attribute("id")
    context.close()

    assert outside == 0
    assert shown > 0
    assert anchor not in (None, "s5")
    assert named > 0
