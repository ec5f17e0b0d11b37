"""Which language a sentence is in."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.detect import detect, stop_words_of
from tests.support import cases


@pytest.mark.parametrize("case", cases("language"))
def test_language(case: dict[str, Any]) -> None:
    assert detect(case["text"]).language == case["language"]


def test_long_text_is_surer_than_a_name() -> None:
    text = "Les deux pays ont signé un accord qui prévoit la reprise des échanges avant la fin de l’année."
    assert detect(text).confidence > 0.8
    assert detect("Paris").confidence < detect(text).confidence


def test_typographic_apostrophes_change_nothing() -> None:
    assert detect("L’accord qu’il a signé n’est pas d’hier.") == detect("L'accord qu'il a signé n'est pas d'hier.")


def test_stop_words_of_an_unlisted_language_are_those_of_all() -> None:
    assert {"the", "les", "der"} <= stop_words_of("el")
    assert "les" not in stop_words_of("en")


@given(st.text(max_size=200))
def test_any_text_gives_a_tag_and_a_share(text: str) -> None:
    guess = detect(text)
    assert guess.language
    assert 0 <= guess.confidence <= 1
