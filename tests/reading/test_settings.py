from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.settings import Settings
from generator.reading.records.settings import read_settings


def read(root: Path, text: str):
    (root / "site_config").mkdir()
    (root / "site_config" / "site.yml").write_text(text, encoding="utf-8")
    return read_settings(root / "site_config", root)


def test_without_a_file_the_defaults_hold(tmp_path):
    assert read_settings(tmp_path / "site_config", tmp_path) == (Settings(), ())


@pytest.mark.parametrize("text", ["", "# nothing set\n"])
def test_an_empty_file_sets_nothing(text, tmp_path):
    assert read(tmp_path, text) == (Settings(), ())


def test_every_key_can_be_set(tmp_path):
    text = (
        "language: fr\nrights: link\nexcerpt_words: 10\n"
        "min_mentions: 3\nmin_articles: 4\npage_for_full_name: false\n"
    )  # fmt: skip
    assert read(tmp_path, text) == (
        Settings(
            language="fr", rights="link", excerpt_words=10, min_mentions=3, min_articles=4, page_for_full_name=False
        ),
        (),
    )


def test_a_fault_leaves_the_default(tmp_path):
    settings, problems = read(tmp_path, "language: french\nmin_mentions: 0\nmin_articles: 3\nlanguages: [fr]\n")
    assert settings == Settings(min_articles=3)
    assert [(problem.line, problem.code) for problem in problems] == [
        (1, "unknown-language"),
        (2, "out-of-range"),
        (4, "unknown-key"),
    ]
    assert {problem.path for problem in problems} == {"site_config/site.yml"}


@pytest.mark.parametrize(("text", "code"), [("a: b: c", "yaml-syntax"), ("- a", "wrong-type")])
def test_a_broken_file_leaves_all_defaults(text, code, tmp_path):
    settings, (problem,) = read(tmp_path, text)
    assert settings == Settings()
    assert problem.code == code


def test_a_file_in_another_encoding_is_reported(tmp_path):
    (tmp_path / "site.yml").write_bytes(b"language: fr # \xe9")
    settings, (problem,) = read_settings(tmp_path, tmp_path)
    assert settings == Settings()
    assert (problem.code, problem.path) == ("not-utf8", "site.yml")


def test_the_shipped_file_states_the_defaults(repository):
    """Its comments say that the values in it hold without it."""
    assert read_settings(repository / "site_config", repository) == (Settings(), ())
    text = (repository / "site_config" / "site.yml").read_text(encoding="utf-8")
    assert all(f"\n{name}: " in text for name in Settings.__slots__)
