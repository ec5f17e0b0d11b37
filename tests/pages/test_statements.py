"""Statements: to whom, on what occasion, and about which country."""

from __future__ import annotations

from dataclasses import replace

from generator.model.site import Site
from tests.pages.conftest import ADA, EN, IGOR, make_site
from tests.pages.support import items, one, section, tree


def saying(*about: tuple[str, ...], to: tuple[str, ...] = ()) -> Site:
    """Return the site with Igor's statement once for each of the lists of subjects."""
    site = make_site()
    said = next(said for said in site.statements if said.article == EN)
    last = said.statement.end - len(about) + 1
    found = tuple(
        replace(said, about=subjects, to=to, statement=replace(said.statement, end=last + number))
        for number, subjects in enumerate(about)
    )
    return replace(site, statements=found)


def test_to_whom_and_at_what() -> None:
    site = saying((), to=(ADA, "organizations/union"))
    told = replace(site.statements[0], sentence=1)
    site = replace(site, statements=(told,))
    (line,) = items(tree(one(site, f"{IGOR}.md")), "said")
    assert line.text.endswith("to Ada Ferrand and Union <b>, event: Arvale accord, sentence 2")
    (heard,) = items(tree(one(site, f"{ADA}.md")), "said-to")
    assert heard.text.startswith("Igor *Malin*: Nothing was signed")
    (there,) = items(tree(one(site, "events/accord.md")), "said")
    assert there.text.startswith("Igor *Malin*:")


def test_a_statement_elsewhere_has_no_occasion() -> None:
    (line,) = items(tree(one(saying(()), f"{IGOR}.md")), "said")
    assert "event:" not in line.text
    assert not section(tree(one(saying(()), f"{ADA}.md")), "said-to")


ARVALE, BOREA = "countries/arvale", "countries/borea"


def jumps(site: Site, path: str = f"{IGOR}.md") -> list[str]:
    root = tree(one(site, path))
    found = [item.text for element in root.all("div", "ks-jump") for item in element.all("li")]
    ids = {element.attrs["id"] for element in root.all() if "id" in element.attrs}
    for element in root.all("div", "ks-jump"):
        assert {link.attrs["href"][1:] for link in element.all("a") if link.attrs["href"][0] == "#"} <= ids
    return found


def test_a_list_about_several_countries_leads_to_the_statements_about_each() -> None:
    found = jumps(saying((ARVALE,), (BOREA, ARVALE), (), (BOREA,), (ARVALE,)))
    assert found == ["🇦🇻 Arvale 1, 2, 5", "🇧🇴 Borea 2, 4"]


def test_short_lists_and_lists_about_one_country_do_not() -> None:
    assert jumps(saying((ARVALE,), (BOREA,), ())) == []
    assert jumps(saying((ARVALE,), (ARVALE,), (), ())) == []


def test_a_country_that_all_name_tells_nothing() -> None:
    every = saying((ARVALE,), (ARVALE, BOREA), (ARVALE,), (ARVALE,), (ARVALE,))
    assert jumps(every) == []
