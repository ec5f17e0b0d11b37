"""The page of a country."""

from __future__ import annotations

from collections.abc import Mapping

from generator.pages import Page
from tests.pages.support import items, tree


def test_offices_do_not_name_the_country_again(pages: Mapping[str, Page]) -> None:
    found = items(tree(pages["countries/arvale.md"]), "holders")
    assert [item.text for item in found] == [
        "Ada Ferrand ministre stated on 4 March 2021 one outlet: Le Courrier, sentence 2"
    ]


def test_events_shared_with_other_countries(pages: Mapping[str, Page]) -> None:
    found = items(tree(pages["countries/borea.md"]), "partners")
    assert found[0].text.startswith("🇦🇻 Arvale 1 agreement 3 March 2021 Arvale accord")


def test_statements_by_officials_and_about(pages: Mapping[str, Page]) -> None:
    root = tree(pages["countries/arvale.md"])
    assert [item.all("q")[0].text for item in items(root, "officials")] == ["Nous avons gagné du temps"]
    assert [item.text.split(":")[0] for item in items(root, "said-about")] == ["Igor *Malin*"]


def test_flag_and_code(pages: Mapping[str, Page]) -> None:
    root = tree(pages["countries/arvale.md"])
    flag = root.all("h1")[0].all("span", "ks-flag")[0]
    assert (flag.text, flag.attrs["aria-hidden"]) == ("🇦🇻", "true")
    assert pages["countries/arvale.md"].title == "Arvale"
    assert root.all("dd")[0].text == "AV"
