from __future__ import annotations

import time
from typing import Any

import pytest

from generator.understanding.document import prepare
from generator.understanding.people.find import find_people
from generator.understanding.people.same_person import match_recorded, same
from generator.understanding.recorded import recorded_names
from tests.support import article, cases
from tests.understanding.people_support import NOBODY, Read, recorded


def read(case: dict[str, Any], language: str) -> Read:
    return Read(case["text"], language, case.get("countries"), case.get("organizations"))


@pytest.mark.parametrize("case", cases("people"))
def test_people_of_a_text(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.id.partition(":")[0]
    assert read(case, language).people == case["people"]


def test_all_mentions_of_a_person_share_id_and_name() -> None:
    names = Read("Ana Robledo parle. Robledo sort. Ana Robledo García reste.", "fr").names
    assert {(one.id, one.name) for one in names} == {("people/ana-robledo-garcia", "Ana Robledo García")}
    assert [one.form for one in names] == ["name", "short_name", "name"]


def test_an_ambiguous_surname_lists_its_candidates() -> None:
    last = Read("Paul Marchetti a battu Luc Marchetti. Marchetti fera appel.", "fr").names[-1]
    assert (last.id, last.candidates) == (None, ("people/luc-marchetti", "people/paul-marchetti"))


RECORDS = recorded(
    ("ali-rahmani", "Ali Rahmani", "Ali Rahmani"),
    ("ali-rahmani", "Ali Rahmani", "Rahmani"),
    ("george-bosch", "George Bosch", "George Bosch"),
    ("george-w-bosch", "George W. Bosch", "George W. Bosch"),
)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Seyyed Ali Rahmani est venu.", ["Seyyed Ali Rahmani = ali-rahmani"]),
        ("ALI RAHMANI est venu.", ["ALI RAHMANI = ali-rahmani"]),
        ("Rahmani est venu.", ["Rahmani = ali-rahmani"]),
        ("Hassan Rahmani est venu. Rahmani rit.", ["Hassan Rahmani = hassan-rahmani", "Rahmani = hassan-rahmani"]),
        ("George Bosch et George W. Bosch.", ["George Bosch = george-bosch", "George W. Bosch = george-w-bosch"]),
        ("M. Bosch est venu.", ["Bosch = ?"]),
    ],
)
def test_recorded_persons(text: str, people: list[str]) -> None:
    assert Read(text, "fr", gazetteer=RECORDS).people == people


def test_a_record_gives_its_name_to_every_mention() -> None:
    assert {one.name for one in Read("Seyyed Ali Rahmani rit. Rahmani sort.", "fr", gazetteer=RECORDS).names} == {
        "Ali Rahmani"
    }


def test_two_records_of_one_spelling_decide_for_neither() -> None:
    twins = recorded(("a", "Ali Rahmani", "Ali Rahmani"), ("b", "Ali Rahmani", "Ali Rahmani"))
    assert match_recorded("Ali Rahmani", twins) is None
    assert recorded_names(twins).ids == {"people/a", "people/b"}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("ana robledo", "ana robledo garcia", True),
        ("brian carroll", "brian t carroll", True),
        ("j rowntree", "joanna rowntree", True),
        ("jeb bush", "george bush", False),
        ("bush", "george bush", False),
        ("ali reza", "reza ali", False),
        ("ana garcia lopez", "maria garcia lopez ruiz", False),
    ],
)
def test_same(left: str, right: str, expected: bool) -> None:
    assert same(left.split(), right.split()) is expected
    assert same(right.split(), left.split()) is expected


@pytest.mark.parametrize("unit", ["John Smith ", "Ab de ", "President Xavier ", "M. Dupont, ministre de la Paix, "])
@pytest.mark.slow
def test_hostile_runs_take_linear_time(unit: str) -> None:
    def seconds(count: int) -> float:
        document = prepare(article(unit * count, "fr"))
        begin = time.perf_counter()
        find_people(document, NOBODY, (), ())
        return time.perf_counter() - begin

    seconds(10)
    few = min(seconds(400) for _ in range(3))
    # Ten times the text; quadratic work would take a hundred times as long.
    assert seconds(4000) < 40 * few + 0.05
