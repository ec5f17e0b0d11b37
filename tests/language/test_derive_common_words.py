"""The counting behind the lists of ordinary words, on texts made for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.language.tables import derive_common_words
from generator.language.tables.derive_common_words import LEAST, OFTEN, articles, count, ordinary_words


def test_words_are_counted_in_lower_case_and_as_names_inside_sentences() -> None:
    lower, capital = count(["Une pierre tombe. Pierre rit, Pierre sort. L'État et l'état. LA PIERRE. Hier, Élodie."])
    assert (lower["pierre"], capital["pierre"]) == (1, 1)
    assert (lower["etat"], capital["etat"]) == (1, 1)
    assert (lower["elodie"], capital["elodie"]) == (0, 1)
    assert capital["une"] == capital["hier"] == 0


def write(folder: Path, dictionary: list[str], text: str) -> None:
    package = folder / derive_common_words.DICTIONARIES["fr"] / derive_common_words.DICTIONARY_FILE
    package.parent.mkdir(parents=True)
    package.write_text(json.dumps(dictionary), encoding="utf-8")
    texts = folder / "counts" / "fr"
    texts.mkdir(parents=True)
    (texts / "a.xml").write_text(f'<corpus><doc title="Titre">{text}</doc></corpus>', encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("il voit la pierre " * LEAST["fr"], True),
        ("il voit la pierre " * (LEAST["fr"] - 1), False),
        ("il voit la pierre et Pierre " * LEAST["fr"], False),
        ("il voit la pierre et Pierre " * OFTEN["fr"], True),
        ("il voit la pierre et Pierre, Pierre, Pierre, Pierre, Pierre " * OFTEN["fr"], False),
    ],
)
def test_a_word_is_ordinary_when_it_is_no_name_first_of_all(tmp_path: Path, text: str, inside: bool) -> None:
    write(tmp_path, ["pierre"], text)
    assert ("pierre" in ordinary_words(tmp_path, "fr")) is inside


def test_only_words_of_the_dictionary_enter(tmp_path: Path) -> None:
    write(tmp_path, ["chat"], "le chat et le zglorb " * 20)
    found = ordinary_words(tmp_path, "fr")
    assert "chat" in found
    assert "zglorb" not in found


def test_entities_are_read_and_tags_left_out(tmp_path: Path) -> None:
    write(tmp_path, [], "d&apos;eux")
    assert list(articles([tmp_path / "counts" / "fr" / "a.xml"])) == ["d'eux"]
