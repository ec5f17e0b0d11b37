"""One word of a name: its plain letters, its sounds, and the consonant skeletons under which an index files it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from generator.language.namekeys.letters import VOWELS, letters

_UNVOICED = re.compile("[\u0590-\u06ff]")
"""Hebrew and Arabic scripts write few vowels."""
_LATIN = 0x02FF
"""Letters up to here are Latin ones."""
_DOUBLED = re.compile(r"(.)\1+")
_NOT_LETTER = re.compile("[^a-z']")
_READINGS = 8
"""At most so many skeletons of one word: hostile names must stay cheap."""


@dataclass(frozen=True, slots=True)
class Word:
    """`plain` is lower-case ASCII, `sounds` one letter a sound; without vowels where the script has none (`bare`).

    `counterpart` is the first of the forms that a given name has in neighbouring languages; "" for most words.
    `romanised` tells words of other scripts than the Latin one.
    """

    plain: str
    sounds: str
    skeletons: tuple[str, ...]
    bare: bool = False
    counterpart: str = ""
    romanised: bool = False


@lru_cache(maxsize=131072)
def word_of(written: str) -> Word:
    """Return the comparable form of one written word, in whatever script."""
    bare = bool(_UNVOICED.search(written))
    plain = plain_letters(written)
    sounds = _sounds(plain, bare)
    plain = plain.replace("'", "")
    counterpart = letters().counterparts.get(plain, "")
    readings = skeletons(sounds)
    if counterpart and counterpart != plain:
        readings = tuple(dict.fromkeys((*readings, *skeletons(_sounds(counterpart, False)))))
    romanised = any(ord(sign) > _LATIN for sign in written)
    return Word(plain, sounds, readings, bare, counterpart, romanised)


def plain_letters(written: str) -> str:
    """Return a word in lower-case ASCII letters, š as sh and the like; of the signs only apostrophes stay."""
    written = written.lower()
    if not written.isascii():
        written = anyascii(written.translate(letters().letters))
    return _NOT_LETTER.sub("", written.lower())


def _sounds(plain: str, bare: bool) -> str:
    table = letters()
    spelled = table.spelled.sub(lambda match: table.sounds[match.group()], plain + "|").replace("|", "")
    # Doubled letters are one sound; where vowels are not written, two like letters have one between them.
    heard = [
        sound
        for number, sound in enumerate(spelled)
        if sound != "'" and (bare or number == 0 or sound != spelled[number - 1])
    ]
    # An h behind a vowel at the end is not heard (`Fatemeh`, `Saleh`).
    if len(heard) > 2 and heard[-1] == "h" and heard[-2] in VOWELS:
        heard.pop()
    return "".join(heard)


def skeletons(sounds: str) -> tuple[str, ...]:
    """Return the consonant classes of a word, one reading or several; the vowels alone where it has no consonant."""
    classes = letters().classes
    readings = [""]
    for sound in sounds:
        ways = classes.get(sound, "")
        if not ways:
            continue
        if len(readings) * len(ways) > _READINGS:
            ways = ways[0]
        readings = [reading + way.replace("-", "") for reading in readings for way in ways]
    undoubled = {_DOUBLED.sub(r"\1", reading) if _DOUBLED.search(reading) else reading for reading in readings}
    return tuple(sorted(undoubled - {""})) or (sounds,)
