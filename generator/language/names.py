"""What words tell about names of persons: given names and their gender, and frequent ordinary words.

The tables are plain sorted text, one folded word a line; `tables/derive_given_names.py` and
`tables/derive_common_words.py` say where they come from.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import Literal

from anyascii import anyascii

from generator.language.normalise import fold
from generator.language.pack import Pack, load_yaml_strings

_HERE = Path(__file__).parent

Gender = Literal["f", "m", "u"]


class Strength(IntEnum):
    """How sure a word is a given name: not in the table, also a word or place, few bearers, or a name first of all."""

    NONE = 0
    WEAK = 1
    RARE = 2
    SURE = 3


_UNKNOWN: tuple[Strength, Gender] = (Strength.NONE, "u")
_PREFIXES = {Strength.SURE: "", Strength.RARE: "rare-", Strength.WEAK: "weak-"}


@dataclass(frozen=True, slots=True, eq=False)
class GivenNames:
    """The table of given names, by strength and by gender of the bearers."""

    blocks: tuple[tuple[Strength, Gender, frozenset[str]], ...]

    @property
    def sure(self) -> frozenset[str]:
        """The names of strength `SURE`, folded."""
        return frozenset().union(*(names for strength, _, names in self.blocks if strength is Strength.SURE))

    def strength(self, key: str) -> Strength:
        """Tell how sure a folded word is a given name."""
        return self._look_up(key)[0]

    def gender(self, key: str) -> Gender:
        """Return `f` or `m` where at least nine in ten bearers are so, else `u`."""
        return self._look_up(key)[1]

    @lru_cache(maxsize=65536)  # noqa: B019 - one table lives as long as the process
    def _look_up(self, key: str) -> tuple[Strength, Gender]:
        word = ascii_key(key)
        return next(((strength, gender) for strength, gender, names in self.blocks if word in names), _UNKNOWN)


def ascii_key(key: str) -> str:
    """Return the spelling under which a folded word stands in the tables."""
    return (key if key.isascii() else anyascii(key).lower()).replace("'", "")


@lru_cache(maxsize=1)
def given_names() -> GivenNames:
    """Return the shipped table; read once."""
    text = (_HERE / "tables" / "given_names.txt").read_text(encoding="utf-8")
    blocks: dict[str, frozenset[str]] = {}
    for part in text.split("\n[")[1:]:
        title, _, names = part.partition("]\n")
        blocks[title] = frozenset(names.splitlines())
    genders: tuple[Gender, ...] = ("f", "m", "u")
    return GivenNames(
        tuple(
            (strength, gender, blocks.get(f"{prefix}{gender}", frozenset()))
            for strength, prefix in _PREFIXES.items()
            for gender in genders
        )
    )


@lru_cache(maxsize=1)
def name_parts() -> Mapping[str, frozenset[str]]:
    """Return the small words and word ends inside names, by kind (see `tables/name_parts.yml`), folded."""
    data = load_yaml_strings(_HERE / "tables" / "name_parts.yml")
    return {kind: frozenset(fold(word) for word in words) for kind, words in data.items()}


@lru_cache(maxsize=8)
def common_words(pack: Pack) -> frozenset[str]:
    """Return the frequent ordinary words of a language, folded; empty where its pack has no list."""
    path = _HERE / "packs" / pack.language / "common_words.txt"
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
