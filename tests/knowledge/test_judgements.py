"""Human decisions win over what was found."""

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
