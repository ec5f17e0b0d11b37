"""Judgements to be decided: items our reader takes, one after the other."""

from pathlib import Path
from textwrap import dedent

import pytest

from generator.drafts import judgement_draft
from generator.model.dates import PartialDate
from generator.reading.records.judgements import read_judgements


def test_items_are_read_as_they_are(tmp_path: Path) -> None:
    pair = judgement_draft("unsure", ids=["people/a", "people/b"], reason='a ~ b: "alike"')
    words = judgement_draft(
        "not-an-entity", surface="Green Book", article="articles/x", reason="a title", date=PartialDate(2021, 3, 2)
    )
    (tmp_path / "judgements.yml").write_text(pair + words, encoding="utf-8")
    (first, second), _, problems = read_judgements(tmp_path, tmp_path)

    assert problems == ()
    assert (first.decision, first.ids, first.reason, first.date) == (
        "unsure", ("people/a", "people/b"), 'a ~ b: "alike"', None,
    )  # fmt: skip
    assert (second.surface, second.article, str(second.date)) == ("Green Book", "articles/x", "2021-03-02")


def test_the_form_in_which_people_write_them() -> None:
    assert judgement_draft("same", ids=["people/a", "people/b"], reason="one spelling") == dedent("""\
        - decision: same
          ids: [people/a, people/b]
          reason: one spelling
          # date: the day you decide, such as 2026-11-23
        """)


@pytest.mark.parametrize(("decision", "ids"), [("perhaps", ["people/a"]), ("same", [])])
def test_what_is_no_judgement(decision: str, ids: list[str]) -> None:
    with pytest.raises(ValueError, match="no judgement"):
        judgement_draft(decision, ids=ids, reason="x")
