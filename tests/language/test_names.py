from __future__ import annotations

import re

import pytest

from generator.language import names
from generator.language.names import Strength, ascii_key, common_words, given_names
from generator.language.normalise import fold
from generator.language.pack import Pack, pack_for

NAMES = [
    "Emmanuel", "Agnès", "Dmytro", "Sviatlana", "Aliaksandr", "Sergueï", "Hatice", "Recep", "Bashar",
    "Ebrahim", "Abdelaziz", "Souha", "Idriss", "Jinping", "Narendra", "Shinzo", "Jean-Claude", "Łukasz",
    "Çağla", "Viktor", "Виктор", "Mohammed", "Oumar", "Ngozi", "Nguyen", "Björn", "Jean-François", "Régis", "Masoumeh",
    "Volodymyr", "Kyriakos", "Xavier", "Abdelmadjid", "Wojciech", "Thabo", "Haïm",
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


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("anne", "f"),
        ("viktor", "m"),
        ("dominique", "u"),
        ("andrea", "u"),
        ("ali", "m"),
        ("jean-luc", "m"),
        ("qqq", "u"),
    ],
)
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
    # Also names, and as such far more often: what stands in lower case now and then proves nothing.
    assert not {"pierre", "marie", "jean"} & common_words(pack_for("fr"))
    assert common_words(Pack("no-such-pack")) == frozenset()


@pytest.mark.parametrize(
    "path", ["tables/given_names.txt", "packs/fr/common_words.txt", "packs/en/common_words.txt"]
)  # fmt: skip
def test_every_list_says_where_it_comes_from(path: str) -> None:
    text = (names._HERE / path).read_text(encoding="utf-8")
    head = "\n".join(line for line in text.splitlines() if line.startswith("#"))
    assert "sha256" in head
    assert "MIT" in head
    # Nothing share-alike may enter this project.
    assert not re.search(r"BY-SA|GPL|GFDL|ODbL", head)
