"""The measure of names across spellings: its lists are read rightly, and a missing list is said, not failed."""

from pathlib import Path

import pytest

from generator.language.namekeys.index import Known, NameIndex
from tests.evaluation.names.__main__ import Query, main, measure, spelling_queries
from tests.evaluation.names.lists import Listed, players, word_spellings, written_in

PLAYERS = """\
# a comment
@PLAYER "., -_*"
Botvin, Mikhail #gm  URS/RUS [2695] 1931.03.23
   %Bio FIDEID 1300016
   = Botwin, Michail
   = Botvin, M
Adams, Ann #-  ENG [....] ????
   = Newlywed, Ann
@SITE
London
   = Londres
"""
WORDS = "botvin, botwin, ботвин => Q1\nmikhail, michail, михаил, миша => Q2\n"


@pytest.fixture
def lists(tmp_path: Path) -> tuple[Path, Path]:
    (tmp_path / "players").write_text(PLAYERS, encoding="utf-8")
    (tmp_path / "words").write_text(WORDS, encoding="utf-8")
    return tmp_path / "players", tmp_path / "words"


def test_players_are_read_with_their_spellings(lists: tuple[Path, Path]) -> None:
    assert players(lists[0]) == [
        Listed("Botvin, Mikhail", ("Botwin, Michail", "Botvin, M"), "URS"),
        Listed("Adams, Ann", ("Newlywed, Ann",), "ENG"),
    ]


def test_queries_are_spellings_not_initials_nor_new_names(lists: tuple[Path, Path]) -> None:
    assert spelling_queries(players(lists[0])) == [Query("Botwin, Michail", "Botvin, Mikhail")]


def test_names_are_written_in_cyrillic_without_pet_names(lists: tuple[Path, Path]) -> None:
    words = word_spellings(lists[1])

    assert written_in("Botvin, Mikhail", "CYRILLIC", words) == "Михаил Ботвин"
    assert written_in("Adams, Ann", "CYRILLIC", words) is None


def test_results_are_counted() -> None:
    index = NameIndex([Known("a", ("Mikhail Botvin",)), Known("b", ("Ann Adams",)), Known("c", ("Adam Botvin",))])
    asked = [Query("Michail Botwin", "a"), Query("Botvin", "c"), Query("Ann Adams", None), Query("Zz Qq", "b")]
    result = measure(index, asked)

    assert (result.asked, result.linked, result.linked_right) == (4, 2, 1)
    assert len(result.wrong) == 3


def test_a_missing_list_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--players", str(tmp_path / "none")]) == 0
    assert "apt-get install scid-spell-data" in capsys.readouterr().out
