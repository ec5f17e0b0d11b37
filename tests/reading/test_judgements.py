from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.dates import PartialDate
from generator.model.problem import Position
from generator.model.records import Judgement
from generator.reading.records.judgements import read_judgements


def read(root: Path, text: str):
    (root / "content").mkdir()
    (root / "content" / "judgements.yml").write_text(text, encoding="utf-8")
    return read_judgements(root / "content", root)


def test_judgements_keep_their_order_and_place(tmp_path):
    text = (
        "- decision: same\n"
        "  ids: [people/a-b, people/ab]\n"
        "  reason: same office, same day\n"
        "  date: 2024-01-02\n"
        "- {decision: not-an-entity, surface: Paris Saint, article: an-article, reason: a slip}\n"
    )
    judgements, references, problems = read(tmp_path, text)
    assert not problems
    assert judgements == (
        Judgement(
            position=Position("content/judgements.yml", 1, 3),
            decision="same",
            ids=("people/a-b", "people/ab"),
            reason="same office, same day",
            date=PartialDate(2024, 1, 2),
        ),
        Judgement(
            position=Position("content/judgements.yml", 5, 3),
            decision="not-an-entity",
            surface="Paris Saint",
            article="articles/an-article",
            reason="a slip",
        ),
    )
    assert [(one.target, one.candidate) for one in references] == [
        ("people/a-b", True),
        ("people/ab", True),
        ("articles/an-article", False),
    ]


@pytest.mark.parametrize("text", [None, "", "# none yet\n", "[]\n"])
def test_without_judgements_there_are_none(text, tmp_path):
    found = read(tmp_path, text) if text is not None else read_judgements(tmp_path / "content", tmp_path)
    assert found == ((), (), ())


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("decision: same", "wrong-type", "must be a list"),
        ("- {decision: equal, ids: [people/a, people/b], reason: x}", "unknown-value", "`equal`"),
        ("- {ids: [people/a, people/b], reason: x}", "missing-key", "needs `decision`"),
        ("- {decision: same, ids: [people/a, people/b]}", "missing-key", "needs `reason`"),
        ("- {decision: same, ids: [people/a], reason: x}", "missing-key", "compares two things"),
        ("- {decision: unsure, reason: x}", "missing-key", "about what"),
        ("- {decision: unsure, ids: [a], reason: x}", "wrong-type", "needs a complete id"),
        ("- {decision: unsure, ids: [articles/a], surface: x, reason: x}", "wrong-kind", "articles/a"),
    ],
)
def test_a_faulty_judgement_is_explained(text, code, words, tmp_path):
    _, _, (problem,) = read(tmp_path, text)
    assert problem.code == code
    assert words in problem.message
    assert problem.path == "content/judgements.yml"


def test_a_faulty_judgement_costs_no_other(tmp_path):
    text = "- {decision: same, reason: x}\n- {decision: unsure, surface: x, reason: y}\n"
    judgements, _, problems = read(tmp_path, text)
    assert [judgement.reason for judgement in judgements] == ["y"]
    assert len(problems) == 1
