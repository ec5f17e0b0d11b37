"""Human decisions win over what was found."""

from typing import Any

import pytest

from generator.knowledge.judgements import Decisions
from generator.model.reading import Reading, Statement
from generator.model.records import Judgement
from tests.knowledge.builders import at, make_article, mention, person, sentence_spans, site_of

TEXT = "Ada Lovelace and Ada King wrote."


def two_names() -> tuple:
    article = make_article("a", TEXT)
    reading = Reading(
        article=article.id,
        sentences=sentence_spans(article, TEXT),
        mentions=(
            mention(article, "Ada Lovelace", "people/ada-lovelace"),
            mention(article, "Ada King", "people/ada-king"),
        ),
        statements=(Statement(start=0, end=3, text="Ada", mode="direct", speaker="people/ada-king", cue="said"),),
    )
    return article, reading


POPOVS = ("people/ivan-popov", "people/pavel-popov")


def ambiguous(slug: str = "a", **more: Any) -> tuple:
    """Return an article in which `Popov` may mean either of two people."""
    article = make_article(slug, TEXT.replace("Ada King", "Popov"))
    found = mention(article, "Popov", None, **{"form": "short_name", "candidates": POPOVS, **more})
    reading = Reading(
        article=article.id,
        sentences=sentence_spans(article, article.text),
        mentions=(mention(article, "Ada Lovelace", "people/ada-lovelace"), found),
    )
    return article, reading


def popov(site: Any, slug: str = "a") -> Any:
    return next(item for item in site.readings[f"articles/{slug}"].mentions if item.surface == "Popov")


def judged(decision: str, *ids: str, line: int = 1, **more: str) -> Judgement:
    return Judgement(position=at("content/judgements.yml", line), decision=decision, ids=ids, reason="r", **more)


def test_same_joins_mentions_statements_and_leaves_a_redirect() -> None:
    site = site_of(two_names(), judgements=(judged("same", "people/ada-lovelace", "people/ada-king"),))

    assert list(site.entities) == ["people/ada-king"]
    assert len(site.entities["people/ada-king"].backlinks) == 2
    assert site.redirects["people/ada-lovelace"] == "people/ada-king"


def test_the_recorded_one_of_joined_ids_leads() -> None:
    site = site_of(
        two_names(),
        records=(person("ada-lovelace", "Ada Lovelace"),),
        judgements=(judged("same", "people/ada-king", "people/ada-lovelace"),),
    )

    assert list(site.entities) == ["people/ada-lovelace"]
    assert site.statements[0].statement.speaker == "people/ada-lovelace"


def test_not_an_entity_by_id_and_by_words() -> None:
    by_id = site_of(two_names(), judgements=(judged("not-an-entity", "people/ada-king"),))
    by_words = site_of(two_names(), judgements=(judged("not-an-entity", surface="Ada King", article="articles/a"),))
    elsewhere = site_of(two_names(), judgements=(judged("not-an-entity", surface="Ada King", article="articles/b"),))

    assert list(by_id.entities) == ["people/ada-lovelace"]
    assert list(by_words.entities) == ["people/ada-lovelace"]
    assert len(elsewhere.entities) == 2


def test_same_and_different_of_one_pair_is_a_problem() -> None:
    pair = ("people/ada-lovelace", "people/ada-king")
    site = site_of(two_names(), judgements=(judged("same", *pair), judged("different", *pair, line=9)))

    assert [(problem.code, problem.line) for problem in site.problems] == [("contradicting-judgements", 9)]


def test_words_that_may_mean_several_mean_whom_a_judgement_says() -> None:
    pairs = (ambiguous("a"), ambiguous("b"))
    records = tuple(person(key.partition("/")[2], key) for key in POPOVS)
    here = judged("same", POPOVS[0], surface="POPOV", article="articles/a")
    everywhere = judged("same", POPOVS[1], surface="Popov", line=2)
    site = site_of(*pairs, records=records, judgements=(here,))
    both = site_of(*pairs, records=records, judgements=(everywhere, here))

    assert (popov(site).id, popov(site).candidates) == (POPOVS[0], ())
    assert (popov(site, "b").id, popov(site, "b").candidates) == (None, POPOVS)
    assert [popov(both, slug).id for slug in "ab"] == [POPOVS[0], POPOVS[1]]
    assert [link.article for link in site.entities[POPOVS[0]].backlinks] == ["articles/a"]
    assert not both.problems


def test_words_judged_not_to_mean_somebody_stay_open_for_the_others() -> None:
    denied = judged("different", POPOVS[0], surface="Popov", article="articles/a")
    linked = ambiguous(id=POPOVS[0], candidates=())

    assert (popov(site_of(ambiguous(), judgements=(denied,))).candidates) == (POPOVS[1],)
    assert popov(site_of(ambiguous(), judgements=(denied,))).id is None
    assert popov(site_of(linked, judgements=(denied,))).id is None


def test_words_that_may_mean_two_who_are_one_mean_that_one() -> None:
    site = site_of(ambiguous(), judgements=(judged("same", *POPOVS),))

    assert (popov(site).id, popov(site).candidates) == (POPOVS[0], ())


@pytest.mark.parametrize("other", ["different", "not-an-entity", "same"])
def test_contradicting_judgements_of_words_are_a_problem(other: str) -> None:
    same = judged("same", POPOVS[0], surface="Popov")
    ids = {"different": POPOVS[:1], "not-an-entity": (), "same": POPOVS[1:]}[other]
    site = site_of(ambiguous(), judgements=(same, judged(other, *ids, surface="popov", line=5)))

    assert [problem.code for problem in site.problems] == ["contradicting-judgements"]


def test_not_an_entity_in_all_articles_leaves_one_that_says_otherwise() -> None:
    general = judged("not-an-entity", surface="Popov")
    here = judged("same", POPOVS[0], surface="Popov", article="articles/a")
    site = site_of(ambiguous("a"), ambiguous("b"), judgements=(general, here))

    assert popov(site).id == POPOVS[0]
    assert "Popov" not in [item.surface for item in site.readings["articles/b"].mentions]


def test_a_reading_that_no_decision_touches_stays_the_same_object() -> None:
    _, reading = two_names()

    assert Decisions({"people/bob": "people/carl"}, frozenset({"people/dan"})).apply(reading) is reading
