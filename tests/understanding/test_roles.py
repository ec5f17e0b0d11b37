from __future__ import annotations

import time
from typing import Any

import pytest

from tests.support import cases
from tests.understanding.people_support import Read


@pytest.mark.parametrize("case", cases("roles"))
def test_roles_of_a_text(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.id.partition(":")[0]
    read = Read(case["text"], language, case.get("countries"), case.get("organizations"))
    assert sorted(read.offices) == sorted(case["roles"])


def test_the_span_covers_the_words_of_the_office() -> None:
    text = "Hier, le ministre iranien de la Défense Reza Karimi a parlé."
    role = Read(text, "fr", {"iranien": "IR"}).roles[0]
    assert text[role.start : role.end] == "le ministre iranien de la Défense"


def test_a_ministry_that_is_a_body_says_the_office_and_the_body() -> None:
    read = Read(
        "Le ministère des Finances revient à Claire Dumont. Paul Marchetti, qui préside la Banque Verte, rit.",
        "fr",
        organizations={"ministère des Finances": "finances", "Banque Verte": "banque-verte"},
    )
    assert read.offices == [
        "claire-dumont: ministre des Finances, finances",
        "paul-marchetti: président de la Banque Verte, banque-verte",
    ]


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("fr", "gouvernement à la Défense et à la Justice, Jean Dupont "),
        ("fr", "poste de ministre confié à M. le ministre "),
        ("fr", "la présidente Anne Durand. La directrice rit. "),
        ("fr", "il a dit, Jean Dupont, "),
        ("en", "John Smith who heads the Heads The "),
        ("en", "also also named John Smith minister "),
    ],
)
@pytest.mark.slow
def test_hostile_runs_take_linear_time(language: str, unit: str) -> None:
    def seconds(count: int) -> float:
        begin = time.process_time()
        Read(unit * count, language)
        return time.process_time() - begin

    seconds(10)
    few = min(seconds(100) for _ in range(3))
    # Ten times the text; quadratic work would take a hundred times as long.
    assert seconds(1000) < 40 * few + 0.05
