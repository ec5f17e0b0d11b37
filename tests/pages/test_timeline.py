"""The timeline: years and months, with the precision that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.dates import DateRange, PartialDate
from generator.pages import Page
from tests.pages.conftest import make_site
from tests.pages.support import Element, items, one, tree


def lines(root: Element) -> list[str]:
    return [item.text for listed in root.all("div", "ks-timeline") for item in listed.all("li")]


def test_events_by_month(pages: Mapping[str, Page]) -> None:
    root = tree(pages["timeline/index.md"])
    assert [(element.tag, element.text) for element in root.all() if element.tag in ("h2", "h3")] == [
        ("h2", "2021"), ("h3", "March"), ("h3", "May"), ("h2", "1970"), ("h3", "May"),
    ]  # fmt: skip
    assert lines(root)[0] == (
        "3 March 2021 Arvale accord Agreement · Portel · Ada Ferrand and Igor *Malin* "
        "2 independent outlets: Le Courrier, sentence 2 · The Gazette, sentence 2"
    )


def test_years_newest_first_and_undated_events_left_out() -> None:
    site = make_site()
    base = site.events["events/accord"]
    dates = ["2019", "2020-02/2020-03", "2020", None]
    events = {
        f"events/e{n}": replace(base, id=f"events/e{n}", date=DateRange.parse(date) if date else None)
        for n, date in enumerate(dates)
    }
    root = tree(one(replace(site, events=events), "timeline/index.md", "fr"))
    assert [heading.text for heading in root.all("h2")] == ["2020", "2019", "1970"]
    assert [heading.text for heading in root.all("h3")] == ["février", "mai"]
    assert [when.text for when in root.all("span", "ks-when")] == [
        "2020",
        "février 2020 – mars 2020",
        "2019",
        "1er mai 1970",
    ]


def test_the_bar_filters_by_year_country_and_type(pages: Mapping[str, Page]) -> None:
    bars = tree(pages["timeline/index.md"]).all("nav", "ks-bar")
    assert [[item.text for item in bar.all("li")] for bar in bars] == [
        ["2021 2", "1970 1"], ["Arvale 2", "Borea 1"],
        ["Agreement 1", "Births, deaths, foundations 1", "Meeting or talks 1"],
    ]  # fmt: skip


def test_pages_by_year_country_and_type_hold_their_rows(pages: Mapping[str, Page]) -> None:
    rows = {path: len(lines(tree(page))) for path, page in pages.items() if path.startswith("timeline/")}
    assert rows == {
        "timeline/index.md": 3, "timeline/2021.md": 2, "timeline/1970.md": 1, "timeline/countries/arvale.md": 2,
        "timeline/countries/borea.md": 1, "timeline/types/agree.md": 1, "timeline/types/consult.md": 1,
        "timeline/types/lives.md": 1,
    }  # fmt: skip
    assert pages["timeline/2021.md"].title == "Timeline, 2021"
    assert [element.text for element in tree(pages["timeline/2021.md"]).all("h2")] == ["March", "May"]


def test_offices_are_on_the_timeline_from_when_they_begin_to_when_they_end() -> None:
    site = make_site()
    office = replace(site.roles[0], start_date=PartialDate(2020, 2), end_date=PartialDate(2021))
    page = one(replace(site, roles=(office,)), "timeline/types/offices.md")
    assert [line.partition(" Le Courrier")[0] for line in lines(tree(page))] == [
        "2021 Ada Ferrand, ministre, 🇦🇻 Arvale Left office",
        "February 2020 Ada Ferrand, ministre, 🇦🇻 Arvale Took office",
    ]
    own = items(tree(one(replace(site, roles=(office,)), "people/ada-ferrand.md")), "events")
    assert "February 2020 ministre, 🇦🇻 Arvale Took office Le Courrier, sentence 2" in [item.text for item in own]
