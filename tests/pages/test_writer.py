"""Relative addresses, and marks that stay short."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.site import Evidence, HeldRole
from generator.model.text import LangText
from generator.pages.build import Build
from generator.pages.locale import load_locale
from generator.pages.templates import environment
from generator.pages.writer import Writer
from tests.pages.conftest import EN, FR, make_site


def writer(path: str) -> Writer:
    return Writer(Build(make_site(), load_locale("en"), environment()), path)


@pytest.mark.parametrize(
    ("path", "target", "expected"),
    [
        ("people/x.md", "people/y", "y.md"),
        ("people/x.md", "articles/y", "../articles/y.md"),
        ("people/index.md", "people/x", "x.md"),
        ("index.md", "people/x", "people/x.md"),
        ("fr/people/x.md", "fr/articles/y", "../articles/y.md"),
        ("people/x.md", "people", "../people.md"),
        ("a/b/c.md", "x", "../../x.md"),
    ],
)
def test_addresses_are_relative_to_the_page(path: str, target: str, expected: str) -> None:
    assert writer(path).href(target) == expected
    assert writer(path).href(target, "s3") == f"{expected}#s3"


def test_marks_are_grouped_by_outlet_and_limited() -> None:
    w = writer("people/x.md")
    evidence = [Evidence(EN, 3), Evidence(FR, 4), Evidence(FR, 1), Evidence(FR, 1)]
    shown = w.marks(evidence)
    assert [shown.index(part) for part in ("Le Courrier", "#s2", "#s5", "The Gazette", "talks.md#s4")] == sorted(
        shown.index(part) for part in ("Le Courrier", "#s2", "#s5", "The Gazette", "talks.md#s4")
    )
    assert shown.count("#s2") == 1
    assert w.marks(evidence, 2).count("](") == 2
    assert w.marks([]) == ""


def test_an_office_that_names_its_country_does_not_name_it_twice() -> None:
    w = writer("people/x.md")
    office = HeldRole(person="people/x", role=LangText.of("chairman of Arvale"), country="countries/arvale")
    other = HeldRole(person="people/x", role=LangText.of("chairman"), country="countries/arvale")

    assert w.role(office) == f"chairman of {w.to('countries/arvale')}"
    assert w.role(other) == f"chairman, {w.to('countries/arvale')}"
    assert w.role(other, "countries/arvale") == "chairman"


def test_more_marks_than_fit_are_counted() -> None:
    w = writer("people/x.md")

    assert w.marks([Evidence(FR, 1), Evidence(FR, 2), Evidence(FR, 3)], 2).endswith("· one more</span>")
    assert "more" not in w.marks([Evidence(FR, 1), Evidence(FR, 2)], 2)


def test_sentences_that_may_not_be_shown_make_one_line() -> None:
    site = make_site()
    site = replace(site, articles={**site.articles, FR: replace(site.articles[FR], rights="link")})
    w = Writer(Build(site, load_locale("en"), environment()), "people/x.md")
    (line,) = w.sentences(FR, [2, 3, 4])

    assert "not shown" in line[0]
    assert [line[1].count(f"#s{number})") + line[1].count(f"#s{number} ") for number in (3, 4, 5)] == [1, 1, 1]
