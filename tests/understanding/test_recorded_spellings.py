"""Spellings that no record has lead to the recorded person, and nobody is guessed."""

import pytest

from generator.model.reading import Mention
from generator.understanding.gazetteer import Entry, Gazetteer
from generator.understanding.pipeline import understand
from tests.support import article

RECORDED = {
    "people/pavel-popov": "Pavel Popov",
    "people/collins-a": "Michael Collins",
    "people/collins-b": "Michael Collins",
}


def people(text: str, language: str = "fr") -> list[Mention]:
    gazetteer = Gazetteer(
        Entry(spelling=name, kind="person", id=key, name=name, recorded=True) for key, name in RECORDED.items()
    )
    return [one for one in understand(article(text, language), gazetteer).mentions if one.kind == "person"]


@pytest.mark.parametrize("name", ["Pawel Popow", "Pavel Popoff", "Попов Павел"])
def test_an_unknown_spelling_leads_to_the_record_with_less_confidence(name: str) -> None:
    (found,) = people(f"Le ministre {name} est arrivé lundi.")

    assert (found.id, found.name) == ("people/pavel-popov", "Pavel Popov")
    assert 0.6 < found.confidence < 0.9


def test_the_surname_of_that_spelling_follows() -> None:
    found = people("Le ministre Pawel Popow est arrivé lundi. Popow a salué les députés.")

    assert [one.id for one in found] == ["people/pavel-popov"] * 2


@pytest.mark.parametrize("name", ["Piotr Popow", "Pavel Popovitch", "Pavla Popova"])
def test_other_people_stay_others(name: str) -> None:
    (found,) = people(f"Le ministre {name} est arrivé lundi.")

    assert found.id != "people/pavel-popov"


def test_a_family_name_alone_is_left_to_people() -> None:
    (found,) = people("Le président Popoff a parlé lundi.")

    assert (found.id, found.candidates) == (None, ("people/pavel-popov",))


def test_two_recorded_people_of_one_name_are_not_guessed() -> None:
    found = people("Minister Michael Collins arrived on Monday. Collins spoke to the press.", "en")

    assert {(one.id, one.candidates) for one in found} == {(None, ("people/collins-a", "people/collins-b"))}
