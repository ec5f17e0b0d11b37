"""Languages told and encodings read, and the program as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluation.reading.__main__ import main
from tests.evaluation.reading.encoding_set import single_sentences, whole_files
from tests.evaluation.reading.material import Page, Treebank
from tests.evaluation.reading.measures import Average
from tests.evaluation.reading.pages import score_page
from tests.evaluation.reading.report import (
    PAGE_HEAD,
    SENTENCE_HEAD,
    PageRow,
    as_markdown,
    missed_goals,
    page_rows,
    sentence_rows,
)
from tests.evaluation.reading.sentences import Tally, encodings_read, file_read, languages_told, passages, saved
from tests.evaluation.reading.test_material import CONLLU, write_pages
from tests.evaluation.reading.test_pages import ARTICLE
from tests.hosts.test_add_encodings import SET

FRENCH = "Le maire a été réélu dimanche à la surprise générale de l’opposition."
ENGLISH = "The mayor was elected again on Sunday, to the surprise of the other party."


def test_languages_are_counted() -> None:
    tally = languages_told([FRENCH, ENGLISH, "Oui.", "–"], "fr", 4)

    assert (tally.asked, tally.right) == (2, 1)
    assert tally.errors == (f"en: {ENGLISH}",)
    assert tally.share == 0.5
    assert Tally().share is None
    assert tally + tally == Tally(4, 2, tally.errors * 2)


def test_a_text_is_saved_as_an_old_program_would() -> None:
    assert saved("été", "cp1252") == b"\xe9t\xe9"
    assert saved("l’été", "cp1252") == b"l\x92\xe9t\xe9"
    assert saved("l’été", "iso8859_15") == b"l'\xe9t\xe9"
    assert saved("Минск", "cp1252") is None
    assert saved("plain", "cp1252") is None


def test_a_file_is_right_only_to_the_letter() -> None:
    data = FRENCH.encode("cp1252")

    assert file_read(data, FRENCH, "cp1252") == Tally(1, 1)
    assert file_read(data, FRENCH.replace("é", "e"), "cp1252").right == 0
    assert file_read(b"\x00\x01", "", "cp1252").errors == ("cp1252 refused",)
    assert encodings_read([FRENCH, "plain"], ["cp1252", "mac_roman"]) == Tally(2, 2)


def test_passages_are_whole() -> None:
    assert passages(list("abcdefghijkl")) == ["a\nb\nc\nd\ne", "f\ng\nh\ni\nj"]
    assert passages(["a"]) == []


def test_the_set_of_the_tests_is_measured_whole() -> None:
    assert whole_files().asked == len(SET)
    assert single_sentences().asked > 100


def test_goals_are_judged_before_rounding() -> None:
    row = PageRow("HTML", "held out", 2, Average(1.0, 0.9, 0.9499, 0.9), (0.9, 1.0), 0.95)

    assert row.cells()[5] == "0.950"
    assert missed_goals([row]) == ["HTML (held out): F 0.950, goal ≥ 0.95"]
    assert len(row.cells()) == len(PAGE_HEAD)


def test_a_language_below_the_goal_is_missed() -> None:
    rows = sentence_rows([Treebank("pud", "fr", (FRENCH,)), Treebank("gsd", "fr", (FRENCH, ENGLISH))])

    assert [row.label for row in rows] == ["fr gsd", "fr pud", "old files of the tests"]
    assert missed_goals(rows) == ["language of fr gsd sentences (held out): 0.5000, goal ≥ 0.995"]
    assert [row.cells()[6] for row in rows] == ["", "", f"1.0000 of {single_sentences().asked}"]
    table = as_markdown(SENTENCE_HEAD, rows).splitlines()
    assert {line.count("|") for line in table} == {len(SENTENCE_HEAD) + 1}


def test_without_folders_it_says_so_and_measures_what_it_can(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    out = capsys.readouterr().out
    assert "were not measured: `--pages`" in out
    assert "were not measured: `--treebanks`" in out
    assert "fr articles" in out
    assert "old files of the tests" in out


def test_a_folder_of_something_else_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--pages", str(tmp_path)]) == 2
    assert "ground-truth.json" in capsys.readouterr().err


def test_errors_of_the_held_out_half_are_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    html = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines())
    write_pages(tmp_path / "pages", dict.fromkeys(("a", "e"), (html, "Something else was said.")))
    (tmp_path / "fr_pud-ud-test.conllu").write_text(CONLLU, encoding="utf-8")

    assert main(["--pages", str(tmp_path / "pages"), "--treebanks", str(tmp_path), "--errors", "3"]) == 0
    out = capsys.readouterr().out
    assert "html_words e: " in out
    assert "html_words a: " not in out
    assert "1 held out, 1 development" in out


def test_halves_without_pages_have_no_row() -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    rows = page_rows([score_page(Page("a", f"<p>{ARTICLE}</p>".encode(), ARTICLE))])

    assert {row.half for row in rows} == {"held out"}
    assert len(rows) == 4
