"""Bytes to text: encodings read, encodings refused with a place, files that are no text."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.problem import Severity
from generator.reading.decode import MAX_TEXT, decode
from generator.reading.encodings import likely_encoding

FRENCH = "L’été dernier, le président a déclaré « très bien » à la préfecture. Où était-il ? À Besançon, près d’ici."
PLAIN = "L'été dernier, le président a déclaré très bien à la préfecture. Où était-il ? À Besançon, près d'ici."
RUSSIAN = "Министр заявил, что переговоры продолжатся на следующей неделе. Встреча прошла в Минске."


@pytest.mark.parametrize(
    ("data", "text", "codes"),
    [
        (FRENCH.encode(), FRENCH, []),
        (codecs.BOM_UTF8 + FRENCH.encode(), FRENCH, []),
        (codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), FRENCH, ["encoding"]),
        (codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), FRENCH, ["encoding"]),
        (b"a\r\nb\rc\n", "a\nb\nc\n", []),
        (b"", "", []),
    ],
)
def test_read(data: bytes, text: str, codes: list[str]) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text == text
    assert [problem.code for problem in decoded.problems] == codes
    assert all(problem.severity is Severity.NOTE for problem in decoded.problems)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", FRENCH), ("mac_roman", FRENCH), ("cp850", PLAIN), ("cp1251", RUSSIAN), ("koi8_r", RUSSIAN),
        ("cp866", RUSSIAN), ("iso8859_5", RUSSIAN),
    ],
)  # fmt: skip
def test_old_encodings_are_read_only_where_allowed(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    refused = decode(data, "a.txt")
    assert refused.text is None
    assert [problem.code for problem in refused.problems] == ["not-utf8"]
    allowed = decode(data, "a.txt", allow_legacy=True)
    assert allowed.text == text
    assert [problem.severity for problem in allowed.problems] == [Severity.NOTE]


def test_first_wrong_byte_has_line_and_column() -> None:
    problem = decode(b"premier quai\nLe caf\xe9 est ferm\xe9", "a.txt").problems[0]
    assert (problem.line, problem.column) == (2, 7)
    assert "0xe9" in problem.message
    assert "cp1252" in problem.message


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 ...", "binary-file"), (b"PK\x03\x04\x14", "binary-file"), (b"\x89PNG\r\n", "binary-file"),
        (b"some\x00text", "binary-file"), (b"\x01\x02\x03\x04" * 20, "binary-file"),
        (b"a" * (MAX_TEXT + 1), "too-large"), (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "not-utf16"),
    ],
)  # fmt: skip
def test_refused(data: bytes, code: str) -> None:
    decoded = decode(data, "a.txt")
    assert decoded.text is None
    assert [problem.code for problem in decoded.problems] == [code]
    assert decoded.problems[0].hint


def test_web_page_declares_its_encoding() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body>{PLAIN}</body></html>'
    decoded = decode(page.encode("cp1252"), "a.html", html=True)
    assert decoded.text == page
    assert [problem.code for problem in decoded.problems] == ["encoding"]


@pytest.mark.parametrize("name", ["utf-7", "no-such-encoding", "idna", "base64", "utf-16"])
def test_declared_encodings_that_are_none_are_not_believed(name: str) -> None:
    page = f'<meta charset="{name}">'.encode() + PLAIN.encode("cp1252")
    assert decode(page, "a.html", html=True).text is None


def test_bytes_that_are_words_in_no_encoding() -> None:
    assert likely_encoding(b"ascii only") is None
    assert likely_encoding(b"\x81 \xa4 \xb1 \xf7 \xd7 " * 9) is None


@given(st.binary(max_size=400), st.booleans(), st.booleans())
def test_any_bytes_give_text_or_a_reason(data: bytes, html: bool, legacy: bool) -> None:
    decoded = decode(data, "a.txt", html=html, allow_legacy=legacy)
    assert (decoded.text is None) == any(problem.severity is Severity.ERROR for problem in decoded.problems)
    assert decoded.text is None or "\r" not in decoded.text
