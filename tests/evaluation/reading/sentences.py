"""Single sentences: is their language told, and are they read rightly from old encodings?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.language.detect import detect
from generator.reading.decode import decode
from tests.evaluation.reading.measures import words

OLD_ENCODINGS: Final = {
    "fr": ("cp1252", "iso8859_15", "mac_roman", "cp850"),
    "en": ("cp1252", "mac_roman"),
    "ru": ("cp1251", "koi8_r", "cp866", "iso8859_5"),
}
"""The encodings in which texts of a language were saved before UTF-8, and which the reader promises to know."""
PASSAGE: Final = 5
"""Sentences of a passage: little text, but more than one sentence."""
_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "\u202f": "\xa0"}
)


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions asked and answered rightly, with what was said instead where it was wrong."""

    asked: int = 0
    right: int = 0
    errors: tuple[str, ...] = ()

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.asked + other.asked, self.right + other.right, self.errors + other.errors)

    @property
    def share(self) -> float | None:
        """Share of right answers; None where nothing was asked."""
        return self.right / self.asked if self.asked else None


def languages_told(sentences: Iterable[str], language: str, least_words: int = 1) -> Tally:
    """Ask for the language of each sentence of that many words."""
    answers = [(text, detect(text).language) for text in sentences if len(words(text)) >= least_words]
    wrong = tuple(f"{answer}: {text}" for text, answer in answers if answer != language)
    return Tally(len(answers), len(answers) - len(wrong), wrong)


def encodings_read(texts: Iterable[str], encodings: Iterable[str]) -> Tally:
    """Save each text in each encoding and read the file; right is only the very same text.

    Texts that an encoding cannot write, or that come out as valid UTF-8, are not asked about.
    """
    total = Tally()
    every_text = tuple(texts)
    for encoding in encodings:
        for text in every_text:
            data = saved(text, encoding)
            if data is not None:
                total += file_read(data, data.decode(encoding), encoding)
    return total


def file_read(data: bytes, text: str, encoding: str) -> Tally:
    """Read one text file whose text is known."""
    decoded = decode(data, "a.txt", allow_legacy=True)
    if decoded.text == text:
        return Tally(1, 1)
    said = "refused" if decoded.text is None else f"read as {decoded.encoding}: {decoded.text[:100]}"
    return Tally(1, 0, (f"{encoding} {said}",))


def saved(text: str, encoding: str) -> bytes | None:
    """Return a text as an old program saved it, typographic signs made plain where the encoding lacks one.

    None where it cannot be written so, or where its bytes are UTF-8 as well and leave no question.
    """
    for candidate in (text, text.translate(_PLAIN)):
        try:
            data = candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return None if _is_utf8(data) else data
    return None


def passages(sentences: Sequence[str]) -> list[str]:
    """Return sentences joined by lines, `PASSAGE` to each text; what is left over at the end is dropped."""
    return ["\n".join(sentences[at : at + PASSAGE]) for at in range(0, len(sentences) - PASSAGE + 1, PASSAGE)]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
