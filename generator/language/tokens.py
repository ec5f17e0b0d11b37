"""Words, numbers and signs of a text with their places."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from generator.language.normalise import fold
from generator.language.pack import Pack


class Token(NamedTuple):
    """One word, number or sign. `text` is the evened form (`normalise.even`), `key` its folded form.

    An elided word is a token of its own with its apostrophe (`l'`), so is an English possessive (`'s`);
    the parts of a hyphenated word are tokens with a `-` between them. `kind` is `word`, `number` or `sign`; a web
    address is one sign.
    """

    start: int
    end: int
    text: str
    key: str
    kind: str

    @property
    def capital(self) -> bool:
        """Tell whether the first letter is upper case."""
        return self.text[:1].isupper()


@lru_cache(maxsize=8)
def _pattern(pack: Pack) -> re.Pattern[str]:
    text = pack.topic("text")
    elisions = "|".join(re.escape(word.rstrip("'")) for word in text.get("elisions", ()))
    clitics = "|".join(re.escape(word) for word in text.get("clitics", ()))
    # An address is one sign: its words name nobody and tell nothing.
    parts = [r"(?P<address>\b(?:https?://|www\.)[^\s<>«»“”]+)"]
    if elisions:
        parts.append(rf"(?P<elision>(?i:\b(?:{elisions}))'(?=\w))")
    if clitics:
        parts.append(rf"(?P<clitic>(?<=\w)(?i:{clitics})(?!\w))")
    inner = rf"(?!(?i:{clitics})(?!\w))" if clitics else ""
    parts += [
        # Initials keep their dot: "J. K." and "U.S." are words, not sentence ends.
        r"(?P<initials>\b(?:[^\W\d_]\.){2,}|\b[A-Z]\.(?=[ ]?[^\W\d_]))",
        r"(?P<number>\d+(?:[.,]\d+)*)",
        rf"(?P<word>[^\W\d_](?:[\w\u0300-\u036f]|{inner}'(?=[^\W\d_]))*)",
        r"(?P<sign>[^\s])",
    ]
    return re.compile("|".join(parts))


def tokenise(even_text: str, pack: Pack, start: int = 0, end: int | None = None) -> list[Token]:
    """Split `even_text[start:end]` (already evened) into tokens; offsets count from the start of the whole text."""
    tokens = []
    for match in _pattern(pack).finditer(even_text, start, len(even_text) if end is None else end):
        word = match.group()
        group = match.lastgroup
        kind = group if group in ("number", "sign") else "sign" if group == "address" else "word"
        tokens.append(Token(match.start(), match.end(), word, fold(word) if kind == "word" else word, kind))
    return tokens
