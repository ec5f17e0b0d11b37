"""The table of transliteration habits, `tables/name_letters.yml`, in the form in which it is asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import permutations
from pathlib import Path

from generator.language.pack import load_yaml_strings

VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True, eq=False)
class Letters:
    """The table. Costs run from 0.0 (the same sound) to 1.0 (another consonant); sounds are single letters."""

    letters: Mapping[int, str]
    spelled: re.Pattern[str]
    sounds: Mapping[str, str]
    exchange: Mapping[tuple[str, str], float]
    omission: Mapping[str, float]
    vowel: float
    classes: Mapping[str, str]
    honorifics: frozenset[str]
    particles: frozenset[str]
    glued: tuple[str, ...]
    servant: frozenset[str]
    servant_written: tuple[str, ...]
    generations: Mapping[str, str]
    patronymics: tuple[str, ...]
    child_of: frozenset[str]
    counterparts: Mapping[str, str]


@lru_cache(maxsize=1)
def letters() -> Letters:
    """Return the shipped table; read once."""
    data = load_yaml_strings(Path(__file__).parent.parent / "tables" / "name_letters.yml")
    longest_first = sorted(data["sounds"], key=lambda spelling: (-len(spelling), spelling))
    return Letters(
        letters=str.maketrans(data["letters"]),
        spelled=re.compile("|".join(re.escape(spelling) for spelling in longest_first)),
        sounds=data["sounds"],
        exchange={
            pair: float(cost)
            for cost, groups in data["exchange"].items()
            for sounds in groups
            for pair in permutations(sounds, 2)
        },
        omission={sound: float(cost) for sound, cost in data["omission"].items()},
        vowel=float(data["vowel"]),
        classes=data["classes"],
        honorifics=frozenset(data["honorifics"]),
        particles=frozenset(data["particles"]),
        glued=tuple(data["glued"]),
        servant=frozenset(data["servant"]),
        servant_written=tuple(data["servant_written"]),
        generations={word: meaning for meaning, words in data["generations"].items() for word in words},
        patronymics=tuple(sorted(set(data["patronymics"]))),
        child_of=frozenset(data["child_of"]),
        counterparts={form: forms[0] for forms in data["counterparts"] for form in forms},
    )
