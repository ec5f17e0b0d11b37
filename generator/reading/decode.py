"""Bytes of an article file to text: UTF-8, UTF-16 with a byte order mark, and older encodings where allowed."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from generator.model.problem import Position, Problem, Severity
from generator.reading.encodings import likely_encoding

MAX_TEXT: Final = 2_000_000
"""Characters of the longest text that is read: some fifty times a long news article."""
MAX_HTML: Final = 10_000_000
"""Bytes of the largest saved web page that is read: scripts and styles make up most of it."""

_MAGIC: Final = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (or a Word or OpenDocument file)"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a WebP image or another media file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,80}encoding=[\"']([\w.:-]+)", re.I)  # fmt: skip # noqa: E501
_DECLARED_WITHIN: Final = 4096
_SAVE_AS_UTF8: Final = "save the file as UTF-8, or bring it in with `knowledge-site add`, which converts it"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file (None: it could not be read), the encoding it was in, and what there is to say."""

    text: str | None
    encoding: str = "utf-8"
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, path: str, *, html: bool = False, allow_legacy: bool = False) -> Decoded:
    r"""Decode a file's bytes, newlines as `\n`; never raises.

    What is not valid UTF-8 or UTF-16 is refused with the place of the first wrong byte and the encoding it seems
    to be in; with `allow_legacy` it is read in that encoding and a note says so. A web page may also declare its
    encoding itself, which is then believed. A byte order mark is not part of the text.
    """
    limit = MAX_HTML if html else MAX_TEXT * 4
    if len(data) > limit:
        return _refused(path, "too-large", f"the file has {len(data):,} bytes, more than {limit:,}", _SPLIT)
    decoded = _bytes_to_text(data, path, html=html, allow_legacy=allow_legacy)
    if decoded.text is None:
        return decoded
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text or _looks_binary(text):
        return _refused(path, "binary-file", "the file is not text", _ONLY_TEXT, *_first_control(text))
    if not html and len(text) > MAX_TEXT:
        return _refused(path, "too-large", f"the text has {len(text):,} characters, more than {MAX_TEXT:,}", _SPLIT)
    return Decoded(text, decoded.encoding, decoded.problems)


_SPLIT: Final = "put each article in a file of its own"
_ONLY_TEXT: Final = "articles are .md, .txt or .html text files; copy the words of the article into one"


def _bytes_to_text(data: bytes, path: str, *, html: bool, allow_legacy: bool) -> Decoded:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return _from_utf16(data[len(mark) :], encoding, path)
    for magic, what in _MAGIC:
        if data.startswith(magic):
            return _refused(path, "binary-file", f"the file is {what}, not text", _ONLY_TEXT)
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        return Decoded(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        if b"\0" in body:
            return _refused(path, "binary-file", "the file is not text (it holds NUL bytes)", _ONLY_TEXT)
        return _not_utf8(body, error.start, path, html=html, allow_legacy=allow_legacy)


def _from_utf16(body: bytes, encoding: str, path: str) -> Decoded:
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        before = body[: error.start].decode(encoding, "replace")
        return _refused(path, "not-utf16", f"byte {error.start + 2} is not valid UTF-16", _SAVE_AS_UTF8, *_end(before))
    return Decoded(text, encoding, (_note(path, "UTF-16"),))


def _not_utf8(body: bytes, offset: int, path: str, *, html: bool, allow_legacy: bool) -> Decoded:
    declared = _declared_encoding(body) if html else None
    if declared:
        text = body.decode(declared, "replace")
        return Decoded(text, declared, (_note(path, f"{declared}, as the page declares"),))
    encoding = likely_encoding(body)
    if allow_legacy and encoding:
        return Decoded(
            body.decode(encoding, "replace"), encoding, (_note(path, f"{encoding}, as its letters suggest"),)
        )
    seems = f"; it looks like {encoding}" if encoding else ""
    message = f"byte {offset} (0x{body[offset]:02x}) is not valid UTF-8{seems}"
    return _refused(path, "not-utf8", message, _SAVE_AS_UTF8, *_end(body[:offset].decode("utf-8", "replace")))


def _declared_encoding(body: bytes) -> str | None:
    """Return the Python name of the encoding a web page declares, if there is such an encoding of single bytes."""
    match = _DECLARED.search(body[:_DECLARED_WITHIN])
    if not match:
        return None
    name = (match.group(1) or match.group(2)).decode("ascii", "replace").lower()
    # Browsers read "latin-1" as windows-1252, and so do the pages that say it.
    name = "windows-1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name
    try:
        codec = codecs.lookup(name)
        "".encode(codec.name)
    except (LookupError, TypeError, ValueError):
        return None
    return None if codec.name.startswith(("utf", "idna", "punycode", "unicode", "raw")) else codec.name


def _looks_binary(text: str) -> bool:
    """Tell whether control characters, which no text needs, make up more than a stray few."""
    controls = sum(text.count(char) for char in _CONTROLS)
    return controls > 8 and controls * 100 > len(text)


_CONTROLS: Final = "".join(map(chr, [*range(9), *range(14, 27), *range(28, 32), 127]))


def _first_control(text: str) -> tuple[int, int]:
    first = min((place for char in _CONTROLS if (place := text.find(char)) >= 0), default=0)
    return _end(text[:first])


def _end(before: str) -> tuple[int, int]:
    """Return line and column, from 1, of what follows `before`."""
    even = before.replace("\r\n", "\n").replace("\r", "\n")
    return even.count("\n") + 1, len(even) - (even.rfind("\n") + 1) + 1


def _note(path: str, what: str) -> Problem:
    message = f"the file is not UTF-8 but {what}"
    return Problem.at(Position(path), "encoding", message, "save it as UTF-8", Severity.NOTE)


def _refused(path: str, code: str, message: str, hint: str, line: int = 1, column: int = 1) -> Decoded:
    return Decoded(None, problems=(Problem.at(Position(path, line, column), code, message, hint),))
