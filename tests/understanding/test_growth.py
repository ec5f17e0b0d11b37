"""Hostile text: whatever it holds, twice the text takes about twice the time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import cycle, islice, product

import pytest

from generator.understanding.gazetteer import Gazetteer
from generator.understanding.pipeline import understand
from tests.support import article

_PIECES = (
    "A ", "Jean ", "« ", '"', "dit ", "Paris ", "1 ", "Paris-", "l'", "Aaa Bbb ", "(", "x", "’", ". ", ", ", "12/",
    "(AB) ", "Il ", "que ", "a.", "Jean.", "Selon ", "OTAN France ", "Norvik Inc. ", "Université de Paris ",
    "le président ", "ministre Jean Valmont ", "du 3 au ", "« Oui », dit Jean Valmont. ",
    "« a » dit X et ", "OTAN. Le rapport dit que oui. ", "« Oui », dit-il. ",
    "A.", "J. ", "1/2/2020 ", "2020-01-01", "ABCDEF GHI ", "Jean-", "d'A", "e\u0301", "(AB", "“a” ",
    "\n— Oui, dit Jean.\n",
    "a\n\n", "http://a.b ", "www.", "entre le 3 et le ", "son homologue iranien et ", "France, ",
    "Il dit que Jean est là. ", "Van der ", "Mme X et M. Y ", "… ", "中",
    # A new name at each {}.
    "{} {}, ", "{} {} a dit que oui. ", "{} Valmont, ", "Jean {} et ", "Université de {}, ", "Agence {} {} (AB). ",
    "à {}, en France, ", "{} {} a signé un accord à Paris le 3 mars. ", "{} {} attaque {} à Paris et ",
    "le ministre {} {}, ", "{} {} est venu. Il a dit oui. ",
)  # fmt: skip
_SIZE = 200_000
_SYLLABLES = ("ba", "co", "di", "fu", "le", "mi", "no", "pa", "ro", "su", "ta", "ve")


def _names() -> Iterator[str]:
    """Yield names of four syllables, none twice."""
    for first, *others in product(_SYLLABLES, repeat=4):
        yield first.capitalize() + "".join(others)


def _text(piece: str, size: int) -> str:
    if "{}" not in piece:
        return piece * (size // len(piece))
    names = cycle(_names())
    number = size // len(piece.replace("{}", "Bacodifu"))
    return "".join(piece.format(*islice(names, piece.count("{}"))) for _ in range(number))


def _seconds(piece: str, size: int) -> float:
    text = _text(piece, size)
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
