"""Folders of material: pages with their halves, treebanks, and the sentences of this repository."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.evaluation.reading.material import (
    Page,
    Treebank,
    fingerprint,
    load_pages,
    load_treebanks,
    own_sentences,
    page_files,
    treebank_files,
)

CONLLU = "# sent_id = 1\n# text = Le pont est fermé.\n# text_en = The bridge is closed.\n1\tLe\t_\n\n# text = Oui !\n"


def write_pages(folder: Path, pages: dict[str, tuple[str, str]]) -> None:
    (folder / "html").mkdir(parents=True)
    entries = {key: {"articleBody": article, "url": "https://a.example"} for key, (_, article) in pages.items()}
    (folder / "ground-truth.json").write_text(json.dumps(entries), encoding="utf-8")
    for key, (html, _) in pages.items():
        (folder / "html" / f"{key}.html.gz").write_bytes(gzip.compress(html.encode(), mtime=0))


def test_pages_of_a_checkout(tmp_path: Path) -> None:
    write_pages(tmp_path, {"b": ("<p>é", "é"), "a": ("<p>x", "x")})

    assert load_pages(tmp_path) == (Page("a", b"<p>x", "x"), Page("b", "<p>é".encode(), "é"))
    assert len(page_files(tmp_path)) == 3


def test_the_half_of_a_page_is_the_parity_of_its_md5() -> None:
    # The sums of "a", "b", "c" end in hexadecimal 1, f, 3; those of "e", "o", "p" in 2, c, a.
    assert [Page(key, b"", "").half for key in "abc"] == ["held out"] * 3
    assert [Page(key, b"", "").half for key in "eop"] == ["development"] * 3


def test_sentences_of_test_parts_only(tmp_path: Path) -> None:
    (tmp_path / "UD").mkdir()
    for name in ("fr_pud-ud-test", "ru_gsd-ud-test", "fr_gsd-ud-train", "de_pud-ud-test", "notes"):
        (tmp_path / "UD" / f"{name}.conllu").write_text(CONLLU, encoding="utf-8")
    banks = load_treebanks(tmp_path)

    assert banks == (
        Treebank("pud", "fr", ("Le pont est fermé.", "Oui !")),
        Treebank("gsd", "ru", ("Le pont est fermé.", "Oui !")),
    )
    assert [bank.half for bank in banks] == ["development", "held out"]
    assert [path.name for path in treebank_files(tmp_path)] == ["fr_pud-ud-test.conllu", "ru_gsd-ud-test.conllu"]


def test_folders_without_material_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"ground-truth\.json"):
        load_pages(tmp_path)
    with pytest.raises(ValueError, match="conllu"):
        load_treebanks(tmp_path)


def test_fingerprint_tells_versions_apart(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b"
    one.write_text("1")
    two.write_text("2")
    first = fingerprint([one, two])

    assert fingerprint([two, one]) == first
    two.write_text("3")
    assert fingerprint([one, two]) != first


def test_sentences_of_this_repository_are_no_headings() -> None:
    banks = own_sentences()

    assert [(bank.language, bank.half) for bank in banks] == [("fr", "held out"), ("en", "held out")]
    for bank in banks:
        assert len(bank.sentences) > 100
        assert all(sentence.rstrip("\"'»”) \u00a0")[-1] in ".!?…" for sentence in bank.sentences)
