"""On whose word something stands."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.article import Known
from generator.model.problem import Position
from generator.model.records import SourceRef
from generator.model.site import Duplicate, Evidence, Site
from generator.pages.standing import Standing, standing
from tests.pages.conftest import ADA, EN, FR, IGOR, english, french, make_site
from tests.pages.support import items, one, tree

RECORD = Evidence(record=Position("content/people/ada-ferrand.yml", 3))


def web(url: str) -> Evidence:
    place = Position("content/people/ada-ferrand.yml", 3)
    return Evidence(record=place, source=SourceRef(position=place, url=url))


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        ((Evidence(FR, 1), Evidence(EN, 1)), Standing("several", 2)),
        ((Evidence(FR, 1), Evidence(FR, 3)), Standing("one", 1)),
        ((Evidence(FR, 1), web("https://wire.example/a")), Standing("several", 2)),
        ((Evidence(FR, 1), web("https://www.courrier.example/b")), Standing("one", 1)),
        ((web("https://wire.example/a"), web("https://wire.example/b")), Standing("one", 1)),
        ((web("https://[bad"),), Standing("record")),
        ((RECORD,), Standing("record")),
        ((), Standing("record")),
        ((Evidence(FR, 1, claimed=True, claimed_by=IGOR),), Standing("claimed", 0, (IGOR,))),
        ((Evidence(FR, 1, claimed=True), RECORD), Standing("claimed", 0, (None,))),
        ((Evidence(FR, 1, claimed=True, claimed_by=IGOR), Evidence(EN, 1)), Standing("one", 1)),
    ],
)  # fmt: skip
def test_outlets_are_counted_and_claims_are_not(evidence: tuple[Evidence, ...], expected: Standing) -> None:
    assert standing(make_site(), evidence) == expected


def test_copies_of_one_report_are_one_outlet() -> None:
    site = replace(make_site(), duplicates=(Duplicate(FR, EN, "near", 0.9),))
    assert standing(site, (Evidence(FR, 1), Evidence(EN, 1))) == Standing("one", 1)


def test_notes_of_the_site_are_no_outlet() -> None:
    site = make_site()
    outlet = site.sources["sources/le-courrier"]
    assert outlet.record
    own = replace(outlet, record=replace(outlet.record, own_content=True))
    site = replace(site, sources={**site.sources, outlet.id: own})
    assert standing(site, (Evidence(FR, 1),)) == Standing("own")
    assert standing(site, (Evidence(FR, 1), Evidence(EN, 1))) == Standing("one", 1)


def test_an_office_that_only_somebody_claims_is_said_to_be_a_claim() -> None:
    site = make_site()
    claim = Evidence(FR, 1, claimed=True, claimed_by=IGOR)
    claimed = replace(site, roles=(replace(site.roles[0], evidence=(claim,)),))
    for path, anchor in (("people/ada-ferrand.md", "roles"), ("countries/arvale.md", "holders")):
        (line,) = items(tree(one(claimed, path)), anchor)
        (says,) = line.all("span", "ks-claimed")
        assert says.text == "claimed by Igor *Malin*:"
        assert says.all("a")[0].attrs["href"].endswith("igor-malin.md")
    assert "affirmé par" in one(claimed, f"{ADA}.md", "fr").markdown


def test_what_no_article_names_says_so() -> None:
    site = make_site()
    ada = replace(site.entities[ADA], backlinks=())
    root = tree(one(replace(site, entities={**site.entities, ADA: ada}), f"{ADA}.md"))
    assert root.all("p", "ks-coverage")[0].text == "No article here names it; what stands here comes from its record."
    assert root.all("p", "ks-notice")[0].text == "single source The record names a single source, example.org."


def all_of(outlet: str) -> Site:
    """Return the site with every article from one outlet."""
    source = Known(outlet, "front_matter")
    return make_site(tuple((replace(article, source=source), reading) for article, reading in (french(), english())))


@pytest.mark.parametrize(
    "path", ["people/igor-malin.md", "countries/borea.md", "places/portel.md", "events/2021-05-visit.md"]
)
def test_a_page_of_every_kind_that_rests_on_one_outlet_says_who_owns_it(path: str) -> None:
    page = one(all_of("sources/le-courrier"), path)
    assert '<span class="ks-badge ks-single">single source</span>' in page.markdown
    assert "Its ownership: owned by the state." in page.markdown


def test_one_outlet_and_a_record_that_names_more_are_no_single_source() -> None:
    root = tree(one(all_of("sources/le-courrier"), f"{ADA}.md"))
    assert root.all("p", "ks-notice")[0].text == (
        "Everything the articles say here comes from one outlet, Le Courrier. Its ownership: owned by the state. "
        "The record names 1 more source elsewhere."
    )
    assert not root.all("span", "ks-single")


def test_an_owner_that_is_not_recorded_is_said_not_to_be() -> None:
    page = one(all_of("sources/gazette"), "places/portel.md")
    assert "The Gazette" in page.markdown
    assert "Who owns it is not recorded." in page.markdown


def test_an_event_that_only_somebody_claims_says_so_on_its_page_and_in_every_list() -> None:
    site = make_site()
    event = site.events["events/2021-05-visit"]
    claim = (Evidence(FR, 3, claimed=True, claimed_by=ADA),)
    parts = tuple(replace(part, evidence=claim) for part in event.parts)
    claimed = replace(site, events={**site.events, event.id: replace(event, evidence=claim, parts=parts)})
    notice = next(item for item in tree(one(claimed, f"{event.id}.md")).all("p", "ks-notice") if "claim" in item.text)
    assert notice.text == "claim No outlet says itself that this happened: it is a claim of Ada Ferrand."
    for path in (f"{ADA}.md", "timeline/index.md", "index.md"):
        assert "claimed by Ada Ferrand:" in tree(one(claimed, path)).text, path


def test_where_a_part_rests_on_some_of_the_outlets_of_the_event_the_marks_are_said_to_be_some() -> None:
    site = make_site()
    event = site.events["events/accord"]
    parts = tuple(replace(part, evidence=(Evidence(FR, 1),)) for part in event.parts)
    some = replace(site, events={**site.events, event.id: replace(event, parts=parts)})
    (line,) = [item for item in items(tree(one(some, f"{ADA}.md")), "events") if "accord" in item.text]

    assert "2 independent outlets, among them: Le Courrier, sentence 2" in line.text
    assert "2 médias indépendants, dont : Le Courrier" in tree(one(some, f"{ADA}.md", "fr")).text
