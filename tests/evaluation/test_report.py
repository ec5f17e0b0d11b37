"""Figures made of counts, intervals, the README block, and that every annotation can be read."""

import json
from pathlib import Path

import pytest

from tests.evaluation.__main__ import main
from tests.evaluation.counts import Counts
from tests.evaluation.figures import ROWS, measure_rows
from tests.evaluation.measures import MEASURES
from tests.evaluation.readme import with_block
from tests.evaluation.report import Report, as_table, missed_goals
from tests.evaluation.scoring import ArticleScore
from tests.evaluation.sets import HELD_OUT, known_sets


def score(name: str, language: str, counts: Counts) -> ArticleScore:
    return ArticleScore(name, language, dict.fromkeys(MEASURES, counts), dict.fromkeys(MEASURES, ()))


def test_figures_of_counts() -> None:
    counts = Counts(right=6, wrong=2, missed=4, articles=4)

    assert (counts.precision, counts.recall) == (0.75, 0.6)
    assert counts.f == pytest.approx(2 / 3)
    assert counts.wrong_per_article == 0.5
    assert (Counts().precision, Counts().recall, Counts().f, Counts().wrong_per_article) == (None,) * 4
    assert Counts(wrong=3, articles=1).f == 0


def test_the_interval_holds_the_value_and_is_the_same_every_time() -> None:
    scores = [score(str(n), "fr" if n % 2 else "en", Counts(n, 10 - n, 3, 1)) for n in range(1, 10)]
    first, again = measure_rows(scores, 200), measure_rows(scores, 200)

    assert first == again
    for figure in first:
        assert figure.low is not None
        assert figure.value is not None
        assert figure.high is not None
        assert figure.low < figure.value < figure.high


def test_articles_that_are_all_alike_leave_no_doubt() -> None:
    scores = [score(str(n), "fr", Counts(9, 1, 1, 1)) for n in range(5)]

    assert all(figure.low == figure.value == figure.high for figure in measure_rows(scores, 50))


def test_one_bad_language_is_a_missed_goal_even_if_the_pool_is_good() -> None:
    scores = (score("a", "fr", Counts(20, 10, 10, 1)), score("b", "en", Counts(1000, 0, 0, 1)))
    figures = measure_rows(scores, 20)
    people = figures[0]

    assert people.row.meets(people.value)
    assert people.lagging == ("fr",)
    assert any(
        line.startswith("people") and "fr more than" in line for line in missed_goals(Report("x", scores, figures))
    )


def test_a_low_rate_is_good() -> None:
    row = next(row for row in ROWS if row.statistic == "spurious per article")

    assert row.meets(0.1)
    assert not row.meets(0.3)


def test_the_table_is_a_rectangle() -> None:
    for languages in (("fr",), ("fr", "en")):
        scores = tuple(score(tag, tag, Counts(1, 1, 1, 1)) for tag in languages)
        table = as_table(Report("x", scores, measure_rows(scores, 5)))
        assert {len(row) for row in table} == {len(table[0])}
        assert len(table) == len(ROWS) + 1


def test_a_block_of_the_readme_is_replaced_and_others_stay() -> None:
    readme = "a\n<!-- figures:start -->\n<!-- figures:end -->\nb\n"
    one = with_block(readme, "one", "first")
    two = with_block(one, "two", "second")
    changed = with_block(two, "one", r"third \1")

    assert "first" in two
    assert "second" in two
    assert "first" not in changed
    assert r"third \1" in changed
    assert "second" in changed
    assert changed.startswith("a\n")
    assert changed.endswith("b\n")
    assert with_block(changed, "one", r"third \1") == changed


def test_a_readme_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="figures:start"):
        with_block("no markers", "one", "x")


def test_every_annotation_of_the_repository_fits_its_text() -> None:
    held_out = next(one for one in known_sets() if one.name == HELD_OUT)

    assert {article.language for article in held_out.articles} == {"fr", "en"}
    for article in held_out.articles:
        data = json.loads(article.path.with_suffix(".json").read_text(encoding="utf-8"))
        marked = [item for key in ("people", "countries", "organizations", "places") for item in data[key]]
        stretches = [mention for item in marked for mention in item["mentions"]] + data["dates"]
        for stretch in stretches:
            assert article.text[stretch["start"] : stretch["end"]] == stretch["surface"], article.id


def test_the_command_measures_a_folder_and_writes_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Bo Lund, the mayor of Lima, said on 3 June 2019: “We will repair the old bridge before winter.”\n"
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    person = {"id": "person:bo", "name": "Bo Lund", "mentions": [{"start": 0, "end": 7}]}
    (tmp_path / "one.json").write_text(json.dumps({"language": "en", "people": [person]}), encoding="utf-8")
    out = tmp_path / "out" / "report.json"
    out.parent.mkdir()

    assert main(["--gold", str(tmp_path), "--errors", "2", "--json", str(out)]) == 0
    people = json.loads(out.read_text(encoding="utf-8"))[0]["figures"][0]
    assert (people["measure"], people["value"], people["n"]) == ("people", 1.0, 1)
    assert "goals missed" in capsys.readouterr().out
