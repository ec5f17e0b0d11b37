from __future__ import annotations

import pytest

from generator.language import names
from generator.language.names import Strength, ascii_key, common_words, given_names
from generator.language.normalise import fold
from generator.language.pack import Pack, pack_for

NAMES = [
    "Emmanuel", "Agnès", "Dmytro", "Sviatlana", "Aliaksandr", "Sergueï", "Hatice", "Recep", "Bashar",
    "Ebrahim", "Abdelaziz", "Souha", "Idriss", "Jinping", "Narendra", "Shinzo", "Jean-Claude", "Łukasz",
    "Çağla", "Viktor", "Виктор", "Mohammed", "Oumar", "Ngozi", "Nguyen", "Björn",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_given_names_of_many_languages(name: str) -> None:
    assert given_names().strength(fold(name)) >= Strength.RARE


@pytest.mark.parametrize("word", ["Paris", "Florence", "Rose", "Will", "May", "Victoire", "London", "April", "Jordan"])
def test_words_and_places_are_weak(word: str) -> None:
    assert given_names().strength(fold(word)) is Strength.WEAK


@pytest.mark.parametrize("word", ["the", "le", "de", "San", "ministre", "gouvernement", "qui", "president's"])
def test_small_words_are_none(word: str) -> None:
    assert given_names().strength(fold(word)) is Strength.NONE


@pytest.mark.parametrize(("name", "gender"), [("anne", "f"), ("viktor", "m"), ("dominique", "u"), ("qqq", "u")])
def test_gender(name: str, gender: str) -> None:
    assert given_names().gender(name) == gender


def test_every_name_stands_in_one_block_folded_and_sorted() -> None:
    blocks = [block for _, _, block in given_names().blocks]
    assert sum(map(len, blocks)) == len(frozenset().union(*blocks))
    assert all(name == ascii_key(name) for block in blocks for name in block)
    text = (names._HERE / "tables" / "given_names.txt").read_text(encoding="utf-8")
    for part in text.split("\n[")[1:]:
        lines = part.partition("]\n")[2].splitlines()
        assert lines == sorted(lines)


def test_common_words() -> None:
    assert {"gouvernement", "selon", "hier"} <= common_words(pack_for("fr"))
    assert {"government", "house", "today"} <= common_words(pack_for("en"))
    assert "emmanuel" not in common_words(pack_for("fr"))
    assert common_words(Pack("no-such-pack")) == frozenset()
