"""The filter above an index: words and choices hide entries, and it says how many are left."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page


def shown(page: Page) -> Locator:
    return page.locator(".ks-index > ul > li:visible")


def choice(page: Page, label: str) -> Locator:
    return page.locator(".ks-filter label", has_text=re.compile(f"^{label} ")).locator("select")


def test_words_filter_without_accents_and_the_count_is_announced(page: Page, address: str) -> None:
    page.goto(address + "people/")
    every = shown(page).count()
    page.get_by_label("Filter this list").fill("khrénin")

    assert [item.inner_text()[:13] for item in shown(page).all()] == ["Viktor Khrenin"[:13]]
    assert page.get_by_role("status").last.inner_text() == f"1 of {every} shown"


def test_choices_filter_together_and_headings_without_entries_go(page: Page, address: str) -> None:
    page.goto(address + "events/")
    choice(page, "Type").select_option("Agreement")
    choice(page, "Year").select_option("2023")

    assert shown(page).count() == 1
    assert page.locator("article h2:visible").all_inner_texts() == ["2023"]
    choice(page, "Year").select_option("2022")
    assert shown(page).count() == 0
    assert page.get_by_text("Nothing fits.").is_visible()


@pytest.mark.parametrize("kind", ["people/", "people/by/country/", "events/", "articles/", "relations/by/kind/"])
def test_filter_has_a_label_for_each_control(kind: str, page: Page, address: str) -> None:
    page.goto(address + kind)
    controls = page.locator(".ks-filter").locator("input, select")
    controls.first.wait_for()

    assert all(control.evaluate("element => element.labels.length") == 1 for control in controls.all())


def test_without_javascript_there_is_no_filter_and_every_entry(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "people/")
    visible = page.locator(".ks-filter").is_visible(), shown(page).count()
    context.close()

    assert visible == (False, 14)
