"""The review desk: a page for each queue, every entry with its sentence and with what can be written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.knowledge import identity
from generator.model.site import NearPair, Site
from generator.pages import Page, build_pages, load_locale
from generator.pages.repository import LONGEST_LINK, Repository
from generator.review import QUEUES
from tests.pages.conftest import ADA, FR, IGOR, english, french, make_site
from tests.pages.support import Element, internal_links, tree
from tests.support import TESTS

GITHUB = Repository.of("https://github.com/example/site", "edit/main/content/")


def with_popov(site: Site | None = None) -> Site:
    """Return a site in which `Paris` may mean either of two people, who may also be one."""
    article, reading = french()
    paris = reading.mentions[-1]
    two = replace(paris, kind="person", form="short_name", candidates=(ADA, IGOR))
    made = make_site(((article, replace(reading, mentions=(*reading.mentions[:-1], two))), english()))
    return replace(made, near_pairs=(NearPair(ADA, IGOR, 0.9, ("Ada ~ Igor", "first name left out")),))


def desk(site: Site, name: str, language: str = "en", repository: Repository | None = GITHUB) -> Page:
    made = build_pages(site, load_locale(language), (), repository)
    return next(page for page in made if page.path == f"review/{name}.md")


def cases(page: Page) -> list[Element]:
    return tree(page).all("div", "ks-case")


def yaml_of(case: Element) -> list[str]:
    return ["".join(element.words) for element in case.all("pre")]


def test_the_overview_counts_and_links_every_queue(pages: Mapping[str, Page]) -> None:
    page = pages["review/index.md"]
    linked = {target for target, _ in internal_links(page, tree(page))}
    counts = {item.all("a")[0].attrs["href"]: item.all("span", "ks-badge")[0].text for item in tree(page).all("li")}

    assert {f"review/{name}.md" for name in QUEUES} <= linked
    assert (counts["people.md"], counts["pairs.md"]) == ("1 entry", "nothing open")


def test_desk_pages_stay_out_of_every_search(pages: Mapping[str, Page]) -> None:
    for page in pages.values():
        if page.kind == "review":
            assert page.noindex
            assert page.meta == {"search": {"exclude": True}}


def test_home_says_how_many_questions_wait(pages: Mapping[str, Page]) -> None:
    home = pages["index.md"]

    assert ("review/index.md", "") in set(internal_links(home, tree(home)))
    assert re.search(r"\d+ questions? about this site", tree(home).text)


def test_a_name_of_several_shows_its_sentence_and_a_line_for_each_choice() -> None:
    (case,) = cases(desk(with_popov(), "names"))

    assert [mark.text for mark in case.all("mark")] == ["Paris"]
    assert case.all("a", "ks-source")[0].attrs["href"] == "../articles/accord.md#s5"
    assert [re.findall(r"decision: (\S+)", text)[0] for text in yaml_of(case)] == [
        "same", "same", "different", "different", "not-an-entity",
    ]  # fmt: skip
    assert yaml_of(case)[0].startswith(f"- decision: same\n  ids: [{ADA}]\n  surface: Paris\n  article: accord\n")


def test_a_pair_is_told_with_its_reasons_in_the_language_of_the_interface() -> None:
    (case,) = cases(desk(with_popov(), "pairs", "fr"))

    assert "Ada ~ Igor · le premier prénom manque" in case.text
    assert [re.findall(r"decision: (\S+)", text)[0] for text in yaml_of(case)] == ["same", "different", "unsure"]


def test_pages_of_a_pair_lead_to_it() -> None:
    made = {page.path: page for page in build_pages(with_popov(), load_locale("en"))}
    links = set(internal_links(made[f"{ADA}.md"], tree(made[f"{ADA}.md"])))

    assert ("review/pairs.md", "ada-ferrand-igor-malin") in links
    assert "ada-ferrand-igor-malin" in {case.attrs["id"] for case in cases(made["review/pairs.md"])}


def test_a_page_without_record_leads_to_its_entry(pages: Mapping[str, Page]) -> None:
    igor = pages[f"{IGOR}.md"]

    assert ("review/people.md", "people-igor-malin") in set(internal_links(igor, tree(igor)))


def test_a_draft_opens_as_new_file_with_its_text() -> None:
    case = next(case for case in cases(desk(make_site(), "people")) if case.attrs["id"] == "people-igor-malin")
    address = urlsplit(case.all("p", "ks-act")[0].all("a")[0].attrs["href"])
    asked = parse_qs(address.query)

    assert f"https://{address.netloc}{address.path}" == "https://github.com/example/site/new/main/content/people"
    assert asked["filename"] == ["igor-malin.yml"]
    assert asked["value"][0].split() == yaml_of(case)[0].split()


def test_an_existing_record_opens_in_the_editor() -> None:
    case = next(case for case in cases(desk(make_site(), "missing")) if case.attrs["id"] == "people-ada-ferrand")

    assert case.all("p", "ks-act")[0].all("a")[0].attrs["href"] == (
        "https://github.com/example/site/edit/main/content/people/ada-ferrand.yml"
    )
    assert "# roles: …" in yaml_of(case)[0]


@pytest.mark.parametrize(
    ("url", "edit_uri", "editor", "creator"),
    [
        ("https://github.com/a/b", "edit/main/content/", "https://github.com/a/b/edit/main/content/", True),
        ("https://github.com/a/b/", "/edit/main/docs", "https://github.com/a/b/edit/main/docs/", True),
        ("https://gitlab.com/a/b", "-/edit/main/content/", "https://gitlab.com/a/b/-/edit/main/content/", False),
        ("https://codeberg.org/a/b", "_edit/main/content/", "https://codeberg.org/a/b/_edit/main/content/", False),
        ("https://github.com/a/b", "", None, False),
        ("https://wiki.example/a", "?query=edit/", None, False),
        (None, "edit/main/content/", None, False),
        ("javascript:alert(1)", "edit/main/content/", None, False),
    ],
)
def test_where_a_repository_is_edited(url: str | None, edit_uri: str, editor: str | None, creator: bool) -> None:
    repository = Repository.of(url, edit_uri)

    assert (repository.editor if repository else None) == editor
    assert bool(repository and repository.new("people/x.yml", "name: X\n")) == creator


def test_a_long_draft_is_cut_at_a_key_and_the_link_stays_short() -> None:
    assert GITHUB is not None
    text = "name: X\n" + "".join(f"key{number}:\n  - {'é' * 300}\n" for number in range(9))
    address = GITHUB.new("people/x.yml", text)
    assert address is not None
    value = parse_qs(urlsplit(address).query)["value"][0]

    assert len(address) <= LONGEST_LINK
    assert value.startswith("name: X\nkey0:\n")
    assert value.endswith("é\n# The rest of this draft did not fit: copy it from the review desk.\n")


@pytest.mark.parametrize("repository", [None, Repository.of("https://gitlab.com/a/b", "-/edit/main/content/")])
def test_without_a_new_file_link_the_yaml_is_there_to_copy(repository: Repository | None) -> None:
    (case, *_) = cases(desk(make_site(), "people", repository=repository))

    assert yaml_of(case)
    assert not [link for link in case.all("a") if "/new/" in link.attrs["href"]]


def test_hidden_sentences_stay_hidden_on_the_desk_and_in_its_drafts() -> None:
    site = make_site()
    articles = {key: replace(article, rights="link") for key, article in site.articles.items()}
    for page in build_pages(replace(site, articles=articles), load_locale("en"), (), GITHUB):
        if page.kind == "review":
            assert "gagn" not in page.markdown
            assert "Nothing was signed" not in page.markdown


def test_every_reason_of_a_near_pair_has_words_in_both_languages() -> None:
    source = (TESTS.parent / "generator/knowledge/identity.py").read_text(encoding="utf-8")
    compare = (TESTS.parent / "generator/language/namekeys/compare.py").read_text(encoding="utf-8")
    asked = set(re.findall(r'return (?:found\.doubt or )?"([a-z][a-z ,]+)"', source))
    asked |= set(re.findall(r'return "([a-z][a-z ]+)"', compare[compare.index("def _doubt") :]))
    asked |= {"a record decides", "fits several people"}

    assert identity.identify
    assert len(asked) > 10
    for language in ("en", "fr"):
        assert [reason for reason in asked if f"near_why.{reason}" not in load_locale(language).words] == []


def test_the_desk_is_in_the_language_of_the_interface(pages_fr: Mapping[str, Page]) -> None:
    text = tree(pages_fr["review/people.md"]).text

    assert FR.split("/")[1] in "".join(yaml_of(cases(pages_fr["review/people.md"])[0]))
    assert "Personnes sans fiche" in text
    assert "named" not in text.replace("Named", "")
