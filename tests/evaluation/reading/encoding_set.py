"""The old files that the tests of `add` make, measured: whole files, and each of their sentences as a file."""

from __future__ import annotations

import re

from tests.evaluation.reading.sentences import Tally, file_read
from tests.hosts.test_add_encodings import SET, encoded, typed

_MARK = "\ufeff"
_WITH_MARK = {"utf-16-le": "utf-16", "utf-16-be": "utf-16"}
_SENTENCE_END = re.compile(r"(?<=[.!?;:]) ")


def whole_files() -> Tally:
    """Read every file of the set; right is only the very same text."""
    return sum((_read(encoding, text) for encoding, text in SET), Tally())


def single_sentences() -> Tally:
    """Read every sentence of the set in every encoding of the set that can write it."""
    texts = dict.fromkeys(text for _, text in SET)
    sentences = [one for text in texts for one in _SENTENCE_END.split(text) if not typed(one).isascii()]
    encodings = dict.fromkeys(encoding for encoding, _ in SET)
    total = Tally()
    for encoding in encodings:
        for sentence in sentences:
            try:
                total += _read(encoding, sentence)
            except UnicodeEncodeError:
                continue
    return total


def _read(encoding: str, text: str) -> Tally:
    data = encoded(encoding, text)
    return file_read(data, data.decode(_WITH_MARK.get(encoding, encoding)).removeprefix(_MARK), encoding)
