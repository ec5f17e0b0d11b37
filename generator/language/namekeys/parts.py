"""A written name taken apart: words that tell persons apart, initials, the father's name, the generation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from generator.language.namekeys.letters import letters
from generator.language.namekeys.sounds import Word, plain_letters, word_of
from generator.language.normalise import even

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652\u200c`']|\u0640)*")
_MARKS = re.compile("[\u200c\u0640\u064b-\u0652`]")
_ELIDED = re.compile(r"(?i)^(?:d|l|dell|all|dall)'(?=\w{2})")
_HAN = re.compile("[\u3400-\u9fff\uac00-\ud7af]")
_SYLLABLE = re.compile(r"[A-Z][a-z]*")
_LONGEST = 12
"""No name has more parts; what follows is not looked at."""


@dataclass(frozen=True, slots=True)
class Name:
    """One written name. `words` in written order (the family name last where a comma says it comes first).

    `family` are the words before such a comma.
    """

    text: str
    words: tuple[Word, ...]
    initials: tuple[str, ...] = ()
    patronymics: tuple[Word, ...] = ()
    generation: str = ""
    family: tuple[Word, ...] = ()

    @property
    def full(self) -> bool:
        """Tell whether it has the two parts without which nobody is told apart."""
        return len(self.words) > 1


@lru_cache(maxsize=65536)
def parse(written: str) -> Name:
    """Return the parts of a name in any script; honorifics and particles are left out, unless nothing is left."""
    text = " ".join(even(written).split())
    family, comma, given = text.partition(",")
    marked = comma and _plain(given) in letters().generations
    if marked:
        comma = ""
    pieces = list(_pieces(f"{given} {family}" if comma else text))[:_LONGEST]
    generation = ""
    if len(pieces) > 2 or (len(pieces) == 2 and (marked or pieces[-1].isupper())):
        generation = letters().generations.get(_plain(pieces[-1]), "")
        pieces = pieces[:-1] if generation else pieces
    words, initials, fathers = _sort(_joined(pieces))
    before = tuple(word_of(piece) for piece in _pieces(family)) if comma else ()
    return Name(text, words, initials, fathers, generation, before)


def _pieces(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        piece = _ELIDED.sub("", _MARKS.sub("", match.group()))
        if _HAN.search(piece):
            yield from _SYLLABLE.findall(anyascii(piece))
        elif piece:
            yield _unglued(piece)


def _unglued(piece: str) -> str:
    for article in letters().glued:
        if piece.startswith(article) and len(piece) > len(article) + 2:
            return piece[len(article) :]
    return piece


@lru_cache(maxsize=65536)
def _plain(piece: str) -> str:
    return plain_letters(piece).replace("'", "").strip()


def _joined(pieces: list[str]) -> list[str]:
    """Join `Abd al-Rahman` and `Abdul Rahman` to one word, as `Abdelrahman` is."""
    servant, particles = letters().servant, letters().particles
    joined: list[str] = []
    waiting = ""
    for number, piece in enumerate(pieces):
        plain = _plain(piece)
        if waiting and plain in particles and number + 1 < len(pieces):
            continue
        if waiting:
            joined.append(waiting + (_without_article(plain) if piece.isascii() else piece))
            waiting = ""
        elif plain in servant and number + 1 < len(pieces):
            waiting = "abd" if piece.isascii() else _article_behind(piece)
        else:
            joined.append(_servant_of(plain, piece))
    return joined


def _article_behind(piece: str) -> str:
    return next((piece.removesuffix(article) for article in letters().glued if piece.endswith(article)), piece)


def _servant_of(plain: str, piece: str) -> str:
    if not piece.isascii():
        starts = (servant + article for servant in letters().servant_written for article in letters().glued)
        start = next((start for start in starts if piece.startswith(start) and len(piece) > len(start) + 1), None)
        return piece if start is None else _article_behind(start) + piece[len(start) :]
    if plain.startswith(_servants()):
        for start in _servants():
            if plain.startswith(start) and len(plain) > len(start) + 2:
                return "abd" + plain[len(start) :]
    return piece


@lru_cache(maxsize=1)
def _servants() -> tuple[str, ...]:
    """Return the spellings of `abd` with its article that are long enough to begin a word, longest first."""
    return tuple(sorted((one for one in letters().servant if len(one) > 3), key=lambda one: (-len(one), one)))


def _without_article(plain: str) -> str:
    return plain[2:] if plain.startswith("al") and len(plain) > 4 else plain


def _sort(pieces: list[str]) -> tuple[tuple[Word, ...], tuple[str, ...], tuple[Word, ...]]:
    table = letters()
    kept = [piece for piece in pieces if _plain(piece)]
    while len(kept) > 1 and _plain(kept[0]) in table.honorifics:
        kept.pop(0)
    words: list[Word] = []
    initials: list[str] = []
    fathers: list[Word] = []
    for piece in kept:
        plain = _plain(piece)
        if plain in table.child_of and len(words) > 1:
            fathers.append(words.pop())
        elif len(piece) == 1:
            initials.append(plain[:1])
        elif plain not in table.particles or len(kept) == 1:
            words.append(word_of(piece))
    if not words:
        words = [word_of(piece) for piece in kept]
    if len(words) > 2:
        found = [word for word in words[1:] if word.plain.endswith(table.patronymics)][:1]
        fathers += found
        words = [word for word in words if word not in found]
    return tuple(words), tuple(initials), tuple(fathers)
