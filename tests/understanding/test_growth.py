"""Hostile text: whatever it holds, twice the text takes about twice the time."""

from __future__ import annotations

import time

import pytest

from generator.understanding.gazetteer import Gazetteer
from generator.understanding.pipeline import understand
from tests.support import article

_PIECES = (
    "A ", "Jean ", "« ", '"', "dit ", "Paris ", "1 ", "Paris-", "l'", "Aaa Bbb ", "(", "x", "’", ". ", ", ", "12/",
    "(AB) ", "Il ", "que ", "a.", "Jean.", "Selon ", "OTAN France ", "Norvik Inc. ", "Université de Paris ",
    "le président ", "ministre Jean Valmont ", "du 3 au ", "« Oui », dit Jean Valmont. ",
    "« a » dit X et ", "OTAN. Le rapport dit que oui. ", "« Oui », dit-il. ",
)  # fmt: skip
_SIZE = 200_000


def _seconds(piece: str, size: int) -> float:
    text = piece * (size // len(piece))
    began = time.process_time()
    understand(article(text, "fr", "2020-01-01"), Gazetteer([]))
    return time.process_time() - began


@pytest.mark.slow
@pytest.mark.parametrize("piece", _PIECES)
def test_time_grows_with_the_text_alone(piece: str) -> None:
    _seconds(piece, 1000)  # tables are read at the first use
    small = min(_seconds(piece, _SIZE // 8) for _ in range(3))
    # Eight times the text; four times as long again would be quadratic by far.
    assert _seconds(piece, _SIZE) < 8 * 2.5 * small + 0.1
