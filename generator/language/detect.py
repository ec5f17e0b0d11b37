"""Which language a text is written in: its script, its stop words, its letters and word endings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from generator.language.normalise import even
from generator.language.pack import languages, load_yaml_strings, pack_for
from generator.model.text import UNDETERMINED

_TABLE = Path(__file__).parent / "tables" / "stopwords.yml"
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 1000
"""Characters of a text that are looked at: more changes no answer and costs time."""
_STOP, _ENDING, _LETTER = 1.0, 0.25, 0.35
"""Weight of a stop word, of a telling ending, and of a letter that only some languages have."""


class Guess(NamedTuple):
    """A BCP 47 tag (`und` where nothing tells) and how sure it is: the share of the evidence that speaks for it."""

    language: str
    confidence: float


@dataclass(frozen=True)
class _Profiles:
    """What is known of all languages, turned round: for each clue, the languages it speaks for and how strongly."""

    words: Mapping[str, tuple[tuple[str, float], ...]]
    endings: Mapping[str, tuple[tuple[str, float], ...]]
    letters: Mapping[str, tuple[tuple[str, float], ...]]
    script_of: Mapping[str, str]


def detect(text: str) -> Guess:
    """Tell the language of a text of any length, from one sentence up.

    Only languages with a list of stop words can be found (packs, and `tables/stopwords.yml`). `und` comes back
    for a text without words, in a script that no list covers, or whose words speak for no language.
    """
    words = _WORD.findall(even(text[:_SAMPLE]).lower())
    if not words:
        return Guess(UNDETERMINED, 0.0)
    profiles = _profiles()
    counts = Counter(words)
    script = _main_script(counts)
    scores = {language: 0.0 for language, its in profiles.script_of.items() if its == script}
    if not scores:
        return Guess(UNDETERMINED, 0.0)
    for word, count in counts.items():
        clues = profiles.words.get(word, ())
        if not clues and len(word) > 3:
            clues = next((profiles.endings[end] for end in _ends(word) if end in profiles.endings), ())
        if not word.isascii():
            for letter in profiles.letters.keys() & set(word):
                clues += profiles.letters[letter]
        for language, weight in clues:
            if language in scores:
                scores[language] += weight * count
    return _winner(scores)


@lru_cache(maxsize=16)
def stop_words_of(language: str) -> frozenset[str]:
    """Return the stop words of a language, lower case; of all languages where it has no list of its own."""
    tables = _tables()
    table = tables.get(language.partition("-")[0].lower())
    chosen = [table] if table else list(tables.values())
    return frozenset(word for each in chosen for word in each["words"])


def _winner(scores: Mapping[str, float]) -> Guess:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    best, score = ranked[0]
    if score <= 0:
        # A script that one language alone is listed for tells it by itself; otherwise nothing does.
        return Guess(best, 0.1) if len(ranked) == 1 else Guess(UNDETERMINED, 0.0)
    runner_up = ranked[1][1] if len(ranked) > 1 else 0.0
    return Guess(best, round(score / (score + runner_up), 3))


def _ends(word: str) -> tuple[str, ...]:
    """Return the endings of a word, longest first, that the tables may list."""
    return tuple(word[-size:] for size in range(min(5, len(word) - 1), 1, -1))


def _main_script(counts: Mapping[str, int]) -> str:
    letters: dict[str, int] = {}
    for word, count in counts.items():
        script = _script(word)
        letters[script] = letters.get(script, 0) + count * len(word)
    return max(letters.items(), key=lambda item: (item[1], item[0]))[0]


def _script(word: str) -> str:
    """Name the script of a word by its first letter."""
    code = ord(word[0])
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return "latin"
    if 0x400 <= code < 0x530:
        return "cyrillic"
    if 0x600 <= code < 0x780 or 0xFB50 <= code < 0xFE00 or 0xFE70 <= code < 0xFF00:
        return "arabic"
    return "other"


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = dict(load_yaml_strings(_TABLE))
    for language in languages():
        topic = pack_for(language).topic("stopwords")
        if topic:
            tables[language] = topic
    return dict(sorted(tables.items()))


@lru_cache(maxsize=1)
def _profiles() -> _Profiles:
    tables = _tables()
    return _Profiles(
        words=_clues({language: table["words"] for language, table in tables.items()}, _STOP),
        endings=_clues({language: table["endings"] for language, table in tables.items()}, _ENDING),
        letters=_clues({language: table["letters"] for language, table in tables.items()}, _LETTER),
        script_of={language: table["script"] for language, table in tables.items()},
    )


def _clues(lists: Mapping[str, Any], weight: float) -> dict[str, tuple[tuple[str, float], ...]]:
    """Turn lists by language into languages by clue; a clue that many languages share weighs less for each."""
    holders: dict[str, list[str]] = {}
    for language, clues in lists.items():
        for clue in dict.fromkeys(clues):
            holders.setdefault(clue, []).append(language)
    return {clue: tuple((holder, weight / len(found)) for holder in found) for clue, found in holders.items()}
