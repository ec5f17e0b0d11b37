"""Old encodings from end to end: bytes on disk, `add`, UTF-8 in the site, and the encoding said."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.reading.articles import read_article

FRENCH = (
    "Le maire de Vernoy a été réélu dimanche, à la surprise générale ; l’opposition a dénoncé une campagne déloyale. "
    "« Nous avons gagné grâce à vous », a déclaré l’élu à ses électeurs rassemblés près du château."
)
OEUVRE = (
    "Le chœur de l’opéra a présenté son œuvre à Nîmes : le prix, 45 € par place, a étonné les critiques. Les sœurs "
    "Garçon, nées près de Besançon, y ont chanté où leur mère avait débuté."
)
GERMAN = (
    "Die Bürgermeisterin von Grünau kündigte am Dienstag an, die Brücke über den Fluss für zwei Jahre zu schließen. "
    "Händler befürchten große Einbußen, während Ärzte längere Wege für Verletzte beklagen."
)
SPANISH = (
    "El alcalde de Peñarroya anunció el miércoles que la construcción del túnel comenzará mañana, según explicó. "
    "¿Quién pagará? El señor Núñez no respondió a los periodistas que esperaban allí desde el mediodía."
)
RUSSIAN = (
    "Министр обороны заявил во вторник, что переговоры продолжатся в следующем месяце. По его словам, обе стороны "
    "готовы обсудить новый договор, однако решение будет принято только весной."
)
RUSSIAN_SHORT = "Губернатор области подписал указ о строительстве моста через реку. Работы начнутся в мае этого года."
ENGLISH = (
    "The café on the corner of Rue Molière was closed on Monday – “for good”, its owner said. It had been opened in "
    "1911 by a baker’s widow, and its façade is protected as a monument."
)

SINGLE = [
    ("cp1252", FRENCH), ("cp1252", OEUVRE), ("cp1252", GERMAN), ("cp1252", SPANISH), ("cp1252", ENGLISH),
    ("latin-1", FRENCH), ("latin-1", GERMAN), ("latin-1", SPANISH),
    ("iso8859-15", FRENCH), ("iso8859-15", OEUVRE), ("iso8859-15", GERMAN),
    ("cp1251", RUSSIAN), ("cp1251", RUSSIAN_SHORT), ("koi8-r", RUSSIAN), ("koi8-r", RUSSIAN_SHORT),
]  # fmt: skip
MARKED = [
    ("utf-8", FRENCH), ("utf-8", RUSSIAN), ("utf-8-sig", OEUVRE), ("utf-8-sig", RUSSIAN), ("utf-16-le", FRENCH),
    ("utf-16-le", RUSSIAN), ("utf-16-be", OEUVRE), ("utf-16-be", GERMAN),
]  # fmt: skip
SET = [*SINGLE, *MARKED]
NAMED = {
    "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "cp1252", "latin-1": "cp1252", "iso8859-15": "cp1252",
    "cp1251": "cp1251", "koi8-r": "koi8_r",
}  # fmt: skip
"""What is said of an encoding. Latin-1 is read as windows-1252, which has all its letters; so is Latin-9, unless its
own letters (œ) and signs (€) occur."""


def encoded(encoding: str, text: str) -> bytes:
    """Return the text as a program of that time would have saved it: signs it cannot write replaced by plain ones."""
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}
    if encoding in ("latin-1", "iso8859-15"):
        text = typed(text)
    return marks.get(encoding, b"") + text.encode(encoding)


def typed(text: str) -> str:
    for sign, plain in (("’", "'"), ("“", '"'), ("”", '"'), ("–", "-")):
        text = text.replace(sign, plain)
    return text


def letters(text: str) -> str:
    return "".join(char for char in typed(text) if char.isalnum())


def read(path: Path) -> tuple[str, list[str]]:
    article, problems = read_article(path, path.parent, allow_legacy=True)
    return (article.text if article else ""), [problem.message for problem in problems if problem.code == "encoding"]


def test_the_set_is_large_enough() -> None:
    assert len(SET) >= 20
    assert len({encoding for encoding, _ in SET}) == 9


@pytest.mark.parametrize(("encoding", "text"), SET)
def test_letters_come_out_right_and_the_encoding_is_said(encoding: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(encoded(encoding, text))
    found, said = read(path)
    assert letters(found) == letters(text)
    assert said == ([f"the file is not UTF-8 but {_said(encoding, text)}"] if encoding in NAMED else [])


def _said(encoding: str, text: str) -> str:
    name = "iso8859_15" if encoding == "iso8859-15" and "œ" in text else NAMED[encoding]
    return name if name == "UTF-16" else f"{name}, as its letters suggest"


def test_accuracy_over_the_set(tmp_path: Path) -> None:
    """Each sentence of the texts in each encoding that has its letters: little text makes it hard."""
    right = number = 0
    texts = list(dict.fromkeys(text for _, text in SET))
    sentences = [sentence for text in texts for sentence in re.split(r"(?<=[.!?;:]) ", text) if not sentence.isascii()]
    for encoding in dict.fromkeys(encoding for encoding, _ in SET):
        for sentence in sentences:
            try:
                data = encoded(encoding, sentence)
            except UnicodeEncodeError:
                continue
            path = tmp_path / f"{number}.txt"
            path.write_bytes(data)
            right += letters(read(path)[0]) == letters(sentence)
            number += 1
    assert number > 100
    assert right / number >= 0.97


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1"])
def test_fractions_are_no_letters(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Il faut 3½ tasses de café et 1¼ litre d'eau, § 4.".encode(encoding))
    assert "3½" in read(path)[0]


def test_added_files_are_utf_8(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("docs_dir: content\n")
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path)
    for number, (encoding, text) in enumerate(SET):
        (tmp_path / "in" / f"{number:02}.txt").write_bytes(
            encoded(encoding, f"Story of day {number} and what it was\n\n{number} May 2020\n\n{text}\n")
        )
    result = CliRunner().invoke(main, ["add", "in", "--keep-duplicates"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    assert result.stdout.count("(encoding)") == sum(encoding in NAMED for encoding, _ in SET)
    written = sorted((tmp_path / "content" / "articles").iterdir())
    assert len(written) == len(SET)
    for path in written:
        assert "\ufeff" not in path.read_text(encoding="utf-8", errors="strict")
        assert read_article(path, tmp_path)[1] == ()


def test_bytes_in_no_encoding_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x81 \xa4 \xb1 \xf7 \xd7 " * 9)
    article, problems = read_article(path, tmp_path, allow_legacy=True)
    assert article is None
    assert [problem.code for problem in problems] == ["not-utf8"]
