"""The page of an event."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.model.dates import DateRange, PartialDate
from generator.pages import Page
from tests.pages.conftest import EN, SIGNED, make_site
from tests.pages.support import items, one, section, tree


def test_facts_carry_their_sources(pages: Mapping[str, Page]) -> None:
    root = tree(pages["events/accord.md"])
    facts = dict(zip((term.text for term in root.all("dt")), root.all("dd"), strict=True))
    assert facts["When"].all("time")[0].attrs == {"datetime": "2021-03-03"}
    assert facts["Type"].text == "Agreement"
    assert facts["Countries"].text == "🇦🇻 Arvale and 🇧🇴 Borea"
    assert list(facts)[-1] == "Source"
    assert facts["Source"].all("a", "ks-source")


def test_participants_with_part_and_side(pages: Mapping[str, Page]) -> None:
    found = [item.text for item in items(tree(pages["events/accord.md"]), "participants")]
    assert found == [
        "Ada Ferrand signatory, for 🇦🇻 Arvale 2 independent outlets: Le Courrier, sentence 2 · The Gazette, sentence 2",
        "Igor *Malin* host site’s record, line 7",
    ]


def test_each_outlet_in_its_own_words(pages: Mapping[str, Page]) -> None:
    blocks = section(tree(pages["events/accord.md"]), "wordings")
    assert [group.text for block in blocks for group in block.all("p", "ks-group")] == [
        "Sports : Arvale et Boréa signent un accord Le Courrier · 4 March 2021",
        "Talks in Portel The Gazette · March 2021",
    ]


def test_what_came_after(pages: Mapping[str, Page]) -> None:
    (after,) = items(tree(pages["events/accord.md"]), "sequence")
    assert after.text == (
        "May 2021 Une visite after · Ada Ferrand "
        "2 independent outlets: Le Courrier, sentence 2 · The Gazette, sentence 2"
    )
    assert "before · Ada Ferrand" in items(tree(pages["events/2021-05-visit.md"]), "sequence")[0].text


def test_dates_that_may_be_the_same_day_have_no_order() -> None:
    site = make_site()
    visit = site.events["events/2021-05-visit"]
    same = replace(visit, date=DateRange.parse("2021-03"))
    root = tree(one(replace(site, events={**site.events, visit.id: same}), "events/accord.md"))
    assert "at about the same time" in items(root, "sequence")[0].text


def test_dates_that_cannot_both_be_right_stand_side_by_side(pages: Mapping[str, Page]) -> None:
    # March 2021 and 3 March 2021 agree.
    assert section(tree(pages["events/accord.md"]), "dates") == []
    site = make_site()
    event = site.events["events/accord"]
    tellings = tuple(
        replace(item, event=replace(item.event, date="2021-04-01")) if item.article == EN else item
        for item in event.tellings
    )
    changed = replace(site, events={**site.events, event.id: replace(event, tellings=tellings)})
    found = [item.text for item in items(tree(one(changed, "events/accord.md")), "dates")]
    assert found == [
        f"3 March 2021 one outlet: Le Courrier, sentence 2 {SIGNED}",
        "1 April 2021 one outlet: The Gazette, sentence 2 Arvale’s minister Ada Ferrand met Igor Malin in March 2021.",
    ]


def test_metadata(pages: Mapping[str, Page]) -> None:
    event, found = pages["events/accord.md"], pages["events/2021-05-visit.md"]
    assert (event.edit_path, event.noindex, event.title) == ("events/accord.yml", False, "Arvale accord")
    assert (found.edit_path, found.noindex, found.title) == (None, True, "Une visite")
    assert event.description == "Arvale accord (3 March 2021): who took part and how 2 articles tell it."


def test_the_office_held_at_the_date_stands_beside_the_name_and_leads_to_its_source() -> None:
    site = make_site()
    minister = replace(site.roles[0], start_date=PartialDate(2020), end_date=PartialDate(2021, 4), recorded=True)
    held = replace(site, roles=(minister,))
    (line, *_) = items(tree(one(held, "events/accord.md")), "participants")
    assert line.text.startswith("Ada Ferrand signatory, ministre (Arvale), for")
    assert line.all("a", "ks-office")[0].attrs["href"] == "../people/ada-ferrand.md#roles"
    said = items(tree(one(held, "people/igor-malin.md")), "said-about")
    assert said[0].text.startswith("Ada Ferrand, ministre (Arvale):")
    # In May she no longer held it.
    later = tree(one(held, "events/2021-05-visit.md"))
    assert not later.all("a", "ks-office")
