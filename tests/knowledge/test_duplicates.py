"""Copies are found, in any order and number, and what is no copy is not; reprints are one source."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.knowledge import duplicates
from generator.knowledge.duplicates import NEAR, find_duplicates, fingerprint, independent_outlets, likeness
from generator.model.article import Article, Known
from generator.model.reading import Reading
from generator.model.records import Source
from generator.model.site import Duplicate, Site
from generator.model.text import LangText
from tests.knowledge.builders import at, site_of
from tests.support import article, cases

WORDS = [f"{stem}{end}" for stem in ("bal", "cor", "dim", "fer", "gul", "hov", "jas", "kel") for end in range(100)]


def text(seed: int, words: int = 150) -> str:
    chooser = random.Random(seed)
    return " ".join(chooser.choice(WORDS) for _ in range(words))


def made(name: str, words: str, outlet: str | None = None, date: str | None = None) -> Article:
    known = Known(f"sources/{outlet}", "front_matter") if outlet else None
    return replace(article(words, "en", date), id=f"articles/{name}", path=f"content/articles/{name}.txt", source=known)


def pairs(*articles: Article) -> list[tuple[str, str, str]]:
    found = find_duplicates(articles)
    return [(pair.first.removeprefix("articles/"), pair.second.removeprefix("articles/"), pair.kind) for pair in found]


@pytest.mark.parametrize("case", cases("duplicates"))
def test_two_texts(case: dict[str, str]) -> None:
    found = pairs(made("a", case["first"]), made("b", case["second"]))
    assert found == ([] if case["kind"] == "none" else [("a", "b", case["kind"])])


def test_no_two_texts_of_different_cases_are_copies() -> None:
    parameters = [param.values[0] for param in cases("duplicates")]
    firsts = list(dict.fromkeys(case["first"] for case in parameters))
    prints = [fingerprint(words) for words in firsts]
    likest = max(likeness(one, other) for place, one in enumerate(prints) for other in prints[:place])
    assert likest < 0.05


@pytest.mark.parametrize(("rate", "found"), [(0.02, 20), (0.05, 20), (0.08, 19)])
def test_copies_with_words_exchanged_are_found(rate: float, found: int) -> None:
    """The figures behind the threshold: 5 % of all words exchanged leave about 0.95^5 = 0.77 of the shingles."""
    chooser, seen = random.Random(7), 0
    for seed in range(20):
        whole = text(seed)
        edited = " ".join("other" if chooser.random() < rate else word for word in whole.split())
        seen += likeness(fingerprint(whole), fingerprint(edited)) >= NEAR
    assert seen >= found


def test_the_earlier_by_date_is_the_first_and_undated_ones_are_last() -> None:
    words = text(1)
    late, early, never = made("a", words, date="2024-02"), made("b", words, date="2024-01-09"), made("0", words)
    assert pairs(late, early, never) == [("b", "0", "same"), ("b", "a", "same")]


def test_copies_of_copies_hang_together_without_every_pair_being_listed() -> None:
    copies = [made(f"{number:03}", f"{text(1)} Line {number} of this outlet.") for number in range(200)]
    found = find_duplicates(copies)
    assert {pair.second for pair in found} == {one.id for one in copies[1:]}
    assert all(pair.kind == "near" and 0.9 < pair.likeness < 1 for pair in found)
    assert len(found) < 200 * 13


@given(st.permutations(range(6)))
def test_the_order_of_the_articles_changes_nothing(order: list[int]) -> None:
    texts = [text(1), text(2), f"{text(1)} and more words here", text(3), text(2), text(1)]
    articles = [made(str(number), words) for number, words in enumerate(texts)]
    assert find_duplicates(articles[number] for number in order) == find_duplicates(articles)


def test_a_formula_under_every_article_makes_no_copies() -> None:
    formula = " ".join(f"formula{number}" for number in range(20))
    assert pairs(*(made(str(number), f"{text(number)} {formula}") for number in range(60))) == []


def test_what_is_set_aside_is_not_compared() -> None:
    menu = " ".join(f"menu{number}" for number in range(200))
    first, second = (made(name, f"{text(seed)}\n\n{menu}") for name, seed in (("a", 1), ("b", 2)))
    first, second = (replace(one, zones=one.zones[:1]) for one in (first, second))
    assert pairs(first, second) == []


def test_an_empty_text_is_no_copy_of_an_empty_one() -> None:
    assert pairs(made("a", ""), made("b", ""), made("c", "…")) == []


def test_every_article_is_compared_with_a_few_others_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    monkeypatch.setattr(duplicates, "likeness", lambda *both: compared.append(both) or 0.0)
    formula = " ".join(f"formula{number}" for number in range(30))
    find_duplicates(made(str(number), f"{text(number, 40)} {formula}") for number in range(300))
    assert 300 < len(compared) < 300 * 13


# Independent outlets ------------------------------------------------------------------------------------------------


def built(*articles: Article, own: str = "none") -> Site:
    notes = Source(id=f"sources/{own}", position=at(), name=LangText.of(own), own_content=True)
    return site_of(*((one, Reading(article=one.id)) for one in articles), records=(notes,))


def outlets_of(*articles: Article, own: str = "none") -> int:
    return independent_outlets(built(*articles, own=own), [one.id for one in articles])


def test_outlets_with_texts_of_their_own_count() -> None:
    assert outlets_of(made("a", text(1), "x"), made("b", text(2), "y"), made("c", text(3), "z")) == 3


def test_two_texts_of_one_outlet_count_once() -> None:
    assert outlets_of(made("a", text(1), "x"), made("b", text(2), "x")) == 1


def test_reprints_count_once() -> None:
    reprint = text(1).rsplit(" ", 40)[0]
    assert outlets_of(made("a", text(1), "x"), made("b", reprint, "y"), made("c", text(1), "z")) == 1


def test_an_outlet_that_reprints_and_also_reports_counts() -> None:
    """x has the agency's report and its own, y the agency's: the agency (by y) and x are two."""
    articles = (made("a", text(1), "x"), made("b", text(1), "y"), made("c", text(2), "x"))
    assert outlets_of(*articles) == 2
    assert outlets_of(*articles[::-1]) == 2


def test_three_outlets_between_two_texts_are_two() -> None:
    assert outlets_of(
        made("a", text(1), "x"), made("b", text(1), "y"), made("c", text(2), "y"), made("d", text(2), "z")
    ) == 2  # fmt: skip


def test_texts_written_for_the_site_never_count() -> None:
    assert outlets_of(made("a", text(1), "notes"), made("b", text(2), "x"), own="notes") == 1
    assert outlets_of(made("a", text(1), "notes"), own="notes") == 0


def test_articles_of_unknown_outlets_count_as_one() -> None:
    assert outlets_of(made("a", text(1)), made("b", text(2)), made("c", text(3), "x")) == 2


def test_unknown_articles_and_none_are_passed_over() -> None:
    assert independent_outlets(built(), ["articles/nobody"]) == 0
    assert independent_outlets(built(), []) == 0


def test_a_site_knows_its_copies_both_ways() -> None:
    site = built(made("a", text(1), date="2024-01-01"), made("b", text(1), date="2024-01-02"))
    assert site.duplicates == (Duplicate("articles/a", "articles/b", "same", 1.0),)
    assert site.copies_of == {"articles/a": ("articles/b",), "articles/b": ("articles/a",)}
