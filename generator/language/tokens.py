"""Words, numbers and signs of a text with their places."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from generator.language.normalise import fold
from generator.language.pack import Pack


@dataclass(slots=True, eq=False)
class Token:
    """One word, number or sign. `text` is the evened form (`normalise.even`), `key` its folded form.

    An elided word is a token of its own with its apostrophe (`l'`), so is an English possessive (`'s`);
    the parts of a hyphenated word are tokens with a `-` between them. `kind` is `word`, `number` or `sign`; a web
    address is one sign. `capital` tells whether the first letter is upper case.

    Nobody changes a token once it is made. That it is not declared `frozen` is for speed: a text has many.
    """

    start: int
    end: int
    text: str
    key: str
    kind: str
    capital: bool = False


_ADDRESSES = ("http://", "https://", "www.")
_LETTERS = r"[\w\u0300-\u036f]*"
"""What may stand inside a word: accents may be written as characters of their own."""

_STRETCH = re.compile(r"\S+(?:(?<=[A-Z]\.)[ ](?=[^\W\d_])\S+)*")
"""What is cut by itself: no token holds white space, and only an initial looks beyond it (`J. Smith`)."""

_RECURRING = 40
"""Letters of the longest stretch that is remembered."""


@lru_cache(maxsize=8)
def _pattern(pack: Pack) -> re.Pattern[str]:
    text = pack.topic("text")
    elisions = "|".join(re.escape(word.rstrip("'")) for word in text.get("elisions", ()))
    clitics = "|".join(re.escape(word) for word in text.get("clitics", ()))
    # An address is one sign: its words name nobody and tell nothing.
    parts = [r"\b(?:https?://|www\.)[^\s<>«»“”]+"]
    if elisions:
        parts.append(rf"(?:\b(?=\w+')(?i:{elisions})'(?=\w))")
    if clitics:
        parts.append(rf"(?:(?<=\w)(?i:{clitics})(?!\w))")
    inner = rf"(?!(?i:{clitics})(?!\w))" if clitics else ""
    parts += [
        # Initials keep their dot: "J. K." and "U.S." are words, not sentence ends.
        r"(?:\b(?:[^\W\d_]\.){2,}|\b[A-Z]\.(?=[ ]?[^\W\d_]))",
        r"(?:\d+(?:[.,]\d+)*)",
        rf"(?:[^\W\d_]{_LETTERS}(?:{inner}'(?=[^\W\d_]){_LETTERS})*)",
        r"(?:[^\s])",
    ]
    return re.compile("|".join(parts))


def _fields(text: str) -> tuple[str, str, str, bool]:
    """Return the last four fields of the token of a word."""
    if text[0].isdecimal():
        kind = "number"
    elif (len(text) == 1 and not text.isalnum()) or text.startswith(_ADDRESSES):
        kind = "sign"
    else:
        kind = "word"
    return text, fold(text) if kind == "word" else text, kind, text[:1].isupper()


_Cut = tuple[tuple[int, int, str, str, str, bool], ...]


@lru_cache(maxsize=8)
def _cutters(pack: Pack) -> tuple[Callable[[str], _Cut], Callable[[str], _Cut]]:
    """Return two functions that cut a stretch without white space.

    The first remembers, since most stretches recur; the second is for long ones, which would fill the memory.
    """
    pattern = _pattern(pack)

    def cut(stretch: str) -> _Cut:
        return tuple([(*match.span(), *_fields(match[0])) for match in pattern.finditer(stretch)])

    return lru_cache(maxsize=65536)(cut), cut


def tokenise(even_text: str, pack: Pack, start: int = 0, end: int | None = None) -> list[Token]:
    """Split `even_text[start:end]` (already evened) into tokens; offsets count from the start of the whole text."""
    remembered, cut = _cutters(pack)
    tokens: list[Token] = []
    for match in _STRETCH.finditer(even_text, start, len(even_text) if end is None else end):
        stretch, offset = match[0], match.start()
        pieces = remembered(stretch) if len(stretch) <= _RECURRING else cut(stretch)
        for first, last, text, key, kind, capital in pieces:
            tokens.append(Token(offset + first, offset + last, text, key, kind, capital))
    return tokens
