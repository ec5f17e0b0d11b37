"""Guess which old 8-bit encoding a text is in: windows-1252 and its like for Latin letters, four for Cyrillic ones.

No library: of the encodings in which news was ever saved, these few are told apart by which letters are frequent
and by where capitals stand, and a rule of our own gives the same answer next year.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_LATIN: Final = ("cp1252", "iso8859_15", "mac_roman", "cp850", "cp1250")
_CYRILLIC: Final = ("cp1251", "koi8_r", "cp866", "iso8859_5")
_SAMPLE: Final = 40_000
_FREQUENT: Final = frozenset("оеаинтсрвлкмдпуяыьгзбч")
_WESTERN: Final = frozenset("éèêëàâùûôîïçœæäöüßñáíóúãõåøìò’‘“”«»–—…€°·\u00a0")
_CENTRAL: Final = frozenset("ąćęłńśźżčďěňřšťůžőű")
_WHERE_FRACTIONS_ARE: Final = frozenset("ŒœŸ")
_WORD: Final = re.compile(r"[^\W\d_]+")


def likely_encoding(data: bytes) -> str | None:
    """Return the Python codec name of the likeliest 8-bit encoding; None where the bytes make no words in any."""
    sample = data[:_SAMPLE]
    high = sum(byte >= 0x80 for byte in sample)
    if not high:
        return None
    ranked = sorted(
        ((_plausible(sample, encoding), -place, encoding) for place, encoding in enumerate(_LATIN + _CYRILLIC)),
        reverse=True,
    )
    best, _, encoding = ranked[0]
    return encoding if best >= 0.5 * high else None


def _plausible(data: bytes, encoding: str) -> float:
    """Count the bytes above ASCII that make sense in an encoding, less those that make none."""
    text = data.decode(encoding, "replace")
    score = 0.0
    for char in text:
        if ord(char) < 0x80:
            continue
        if encoding in _CYRILLIC:
            score += 1.0 if char in _FREQUENT else 0.6 if "\u0400" <= char <= "\u04ff" else _sign(char)
        else:
            score += 1.0 if char in _WESTERN else 0.8 if char in _CENTRAL else 0.3 if char.isalpha() else _sign(char)
    return score - sum(_odd(word) for word in _WORD.findall(text) if not word.isascii())


def _sign(char: str) -> float:
    return 0.5 if char in "«»–—“”„’…№©¿¡½¼¾§\u00a0" else -2.0


def _odd(word: str) -> float:
    """Return how strongly a word cannot be one: capitals after small letters, two scripts, all letters accented."""
    inside = sum(1 for first, second in pairwise(word) if first.islower() and second.isupper())
    scripts = {"a" <= char.lower() <= "z" for char in word if char.isascii() or char > "\u03ff"}
    accented = sum(not char.isascii() and char < "\u0250" for char in word)
    # Latin-9 has letters where the others have fractions: what stands alone there is no letter.
    alone = 4.0 if word in _WHERE_FRACTIONS_ARE else 0.0
    return alone + 1.5 * inside + (2.0 if len(scripts) > 1 else 0.0) + max(0, accented - 1 - len(word) // 4) * 1.5
