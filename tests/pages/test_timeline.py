"""The timeline: years and months, with the precision that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.dates import DateRange
from generator.pages import Page
from tests.pages.conftest import make_site
from tests.pages.support import one, tree


def test_events_by_month(pages: Mapping[str, Page]) -> None:
    root = tree(pages["timeline/index.md"])
    assert [(element.tag, element.text) for element in root.all() if element.tag in ("h2", "h3")] == [
        ("h2", "2021"), ("h3", "March"), ("h3", "May"),
    ]  # fmt: skip
    assert root.all("li")[0].text == (
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
    assert [heading.text for heading in root.all("h2")] == ["2020", "2019"]
    assert [heading.text for heading in root.all("h3")] == ["février"]
    assert [when.text for when in root.all("span", "ks-when")] == ["2020", "février 2020 – mars 2020", "2019"]
