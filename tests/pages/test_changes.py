"""What changed: the page of all changes, and the history of each page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.model.dates import PartialDate
from generator.model.history import KnowledgeChange
from generator.model.problem import Position
from generator.model.records import SourceRef
from generator.model.site import Site
from generator.model.text import LangText
from generator.pages import build_pages, load_locale
from tests.pages.conftest import ADA, EN, FR, IGOR, make_site
from tests.pages.support import items, one, section, tree

PATH = "changes/index.md"
FIRST, SECOND = "1" * 40, "2" * 40


def change(kind: Any, entity: str, commit: str = FIRST, day: int = 1, **more: Any) -> KnowledgeChange:
    return KnowledgeChange(date=PartialDate(2024, 3, day), commit=commit, kind=kind, entity=entity, **more)


def changed(*changes: KnowledgeChange) -> Site:
    return replace(make_site(), changes=changes)


def lines(*changes: KnowledgeChange) -> list[str]:
    root = tree(one(changed(*changes), PATH))
    return [item.text for element in root.all("div", "ks-changes") for item in element.all("li")]


def test_without_a_history_there_is_no_such_page_and_no_word_of_it() -> None:
    pages = build_pages(make_site(), load_locale("en"))
    assert PATH not in {page.path for page in pages}
    assert not [page.path for page in pages if "changes/index" in page.markdown or "ks-changes" in page.markdown]


def test_by_day_with_value_source_and_commit() -> None:
    source = SourceRef(position=Position("content/people/ada-ferrand.yml"), article=FR)
    role = {
        "words": LangText.of({"en": "minister", "fr": "ministre"}), "holder": "countries/arvale",
        "start": PartialDate(2020), "end": PartialDate(2021, 4), "sources": (source,),
    }  # fmt: skip
    site = changed(change("role_ended", ADA, SECOND, 2, **role), change("name_removed", IGOR))
    root = tree(one(site, PATH))
    assert [element.attrs["id"] for element in root.all("h2")] == ["d2024-03-02", "d2024-03-01"]
    (ended, removed) = [item for element in root.all("div", "ks-changes") for item in element.all("li")]
    assert ended.text == (
        "Ada Ferrand role ended: minister, 🇦🇻 Arvale, 2020 – April 2021 "
        "one outlet: Le Courrier, article commit 22222222"
    )
    assert ended.all("span", "ks-commit")[0].attrs["title"] == SECOND
    assert removed.text == "Igor *Malin* a name taken out commit 11111111"


def test_what_a_commit_adds_in_numbers_shares_a_line() -> None:
    found = lines(
        change("article_added", EN), change("article_added", FR), change("record_added", ADA),
        change("record_added", IGOR), change("record_added", "people/gone"), change("record_added", "places/portel"),
        change("record_added", ADA, SECOND),
    )  # fmt: skip
    assert found == [
        "2 articles added: Talks in Portel and Sports : Arvale et Boréa signent un accord commit 11111111",
        "records added, 3 people: Ada Ferrand, Igor *Malin* and one more commit 11111111",
        "Portel record added commit 11111111",
        "Ada Ferrand record added commit 22222222",
    ]


def test_what_has_no_page_is_not_named() -> None:
    found = lines(
        change("record_removed", "people/john-doe"),
        change("judged_same", "people/john-doe", others=("people/jd", ADA)),
        change("participant_added", "events/accord", others=("people/john-doe", IGOR)),
        change("judged_not-an-entity", ""),
    )  # fmt: skip
    assert found == [
        "A person without a page now record removed commit 11111111",
        "A person without a page now judged to be one: merged: Ada Ferrand commit 11111111",
        "Arvale accord participant added: Igor *Malin* commit 11111111",
        "judged to be no name of anybody or anything commit 11111111",
    ]
    assert not [line for line in found if "john" in line.lower()]


def test_fields_and_claims_have_their_labels() -> None:
    assert lines(
        change("value_changed", ADA, field="birth_date"),
        change("claim_added", ADA, field="rank", words=LangText.of("colonel")),
        change("claim_added", ADA, field="height", words=LangText.of("tall")),
        change("role_removed", "countries/arvale"),
    ) == [
        "Ada Ferrand changed (date of birth) commit 11111111",
        "Ada Ferrand claim added (Rank): colonel commit 11111111",
        "Ada Ferrand claim added (height): tall commit 11111111",
        "🇦🇻 Arvale a membership taken out commit 11111111",
    ]


def test_each_page_has_its_own_history() -> None:
    site = changed(
        change("judged_same", IGOR, others=(ADA,)), change("name_added", ADA, words=LangText.of("Ida")),
        change("record_added", "events/accord"), change("record_added", "sources/le-courrier"),
    )  # fmt: skip
    ada = items(tree(one(site, f"{ADA}.md")), "history")
    assert [item.text for item in ada] == [
        "1 March 2024 Igor *Malin* judged to be one: merged commit 11111111",
        "1 March 2024 name added: Ida commit 11111111",
    ]
    assert len(items(tree(one(site, "events/accord.md")), "history")) == 1
    assert len(items(tree(one(site, "sources/le-courrier.md")), "history")) == 1
    assert not section(tree(one(site, "places/portel.md")), "history")


def test_long_histories_say_how_much_is_left_out() -> None:
    many = [change("source_added", ADA, f"{number:040x}") for number in range(230)]
    site = changed(*many)
    root = tree(one(site, f"{ADA}.md"))
    assert len(items(root, "history")) == 20
    assert "210 older changes" in root.text
    assert "30 older changes" in tree(one(site, PATH)).text


def test_hostile_words_make_no_element() -> None:
    bad = "<img src=x onerror=alert(1)>](javascript:x) | *a*"
    site = changed(change("claim_added", ADA, field=bad, words=LangText.of(bad)))
    for path in (PATH, f"{ADA}.md", "index.md"):
        root = tree(one(site, path))
        assert not root.all("img")
        assert bad in root.text


def test_in_french() -> None:
    page = one(changed(change("record_added", ADA)), PATH, "fr")
    assert page.title == "Ce qui a changé"
    assert "fiche ajoutée" in page.markdown
