from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.normalise import even
from generator.language.pack import pack_for
from generator.language.sentences import split_sentences
from tests.support import cases


@pytest.mark.parametrize("case", cases("sentences"))
def test_sentences_end_where_the_bars_are(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.id.split(":")[0]
    expected = [part.strip() for part in case.get("expected", case["text"]).split("|")]
    text = case["text"] if "expected" in case else " ".join(expected)
    spans = split_sentences(even(text), pack_for(language), 0, len(text))
    assert [span.of(text) for span in spans] == expected


@given(st.text(alphabet="aA1.!?…\"'«» )(\n-lLe", max_size=60), st.sampled_from(["fr", "en"]))
def test_sentences_lie_apart_and_leave_out_white_space_alone(text: str, language: str) -> None:
    spans = split_sentences(even(text), pack_for(language), 0, len(text))
    last = 0
    for span in spans:
        assert not text[last : span.start].strip()
        assert text[span.start : span.end] == text[span.start : span.end].strip() != ""
        last = span.end
    assert not text[last:].strip()


@pytest.mark.parametrize("piece", [".A", ". ", "a.Aa", "...", "« .", "J. ", "Le.Le ", ".", "»", ".x", "a.a.a. "])
def test_splitting_is_linear(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            split_sentences(text, pack_for("fr"), 0, len(text))
            best = min(best, time.process_time() - began)
        return best

    assert seconds(80_000) < 16 * seconds(20_000) + 0.02
