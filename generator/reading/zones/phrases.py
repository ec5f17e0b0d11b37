"""What the words of a line say it is: phrases of menus, share bars, cookie banners and their like, from the packs.

Phrases of all languages are looked up in every article: a French page may well carry an English share bar.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import generator.language
from generator.language.pack import languages, load_yaml_strings, pack_for
from generator.reading.zones.blocks import Block, folded

GROUPS: Final = (
    "comments_head", "related_head", "read_also", "cookies", "newsletter", "paywall", "advert", "share",
    "comment_tools", "tags", "copyright", "author_bio", "source", "byline", "stamp", "reading_time",
    "relative_time", "menu",
)  # fmt: skip
"""Groups of phrases that name a zone by themselves, the more telling first."""

_LIMITS: Final[Mapping[str, int]] = {
    "share": 14, "comments_head": 25, "comment_tools": 20, "related_head": 9, "read_also": 45, "cookies": 120,
    "newsletter": 60, "paywall": 60, "advert": 30, "tags": 60, "copyright": 60, "author_bio": 120, "source": 12,
    "byline": 22, "stamp": 24, "reading_time": 8, "relative_time": 12, "menu": 8,
}  # fmt: skip
"""Words of the longest line that a `start` phrase of the group may open."""

_TRIM: Final = re.compile(r"^[\W\d_]+|(?:\s*[(\[]?\s*\d[\d.,\s]*[km]?\s*[)\]]?)?[\W\d_]*$")
_SPACES: Final = re.compile(r"\s+")
_FIRST: Final = re.compile(r"\W*(\w+)")
_WORD: Final = re.compile(r"\w+")
_MAX_WHOLE: Final = 14
_LONGEST_LINE: Final = 300
_LONGEST: Final = 2500
"""Characters of the longest block that can be anything but running text (and that costs little to look at)."""

_TABLES: Final = Path(generator.language.__file__).parent / "tables"


class Hit(NamedTuple):
    """A phrase found in a line: its group, how it stands there (`whole`, `start`, `anywhere`, `weak`), and where."""

    group: str
    place: str
    start: int
    end: int


@dataclass
class _Index:
    """Phrases by their first word, so that a line costs one look-up a word; those that begin with a sign apart."""

    whole: dict[str, str] = field(default_factory=dict)
    start: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    within: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    signs: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)


def hits(block: Block) -> list[Hit]:
    """Return the phrases found in a block, the more telling groups first; none inside quotation marks."""
    if len(block.key) > _LONGEST:
        return []
    index = _index()
    found: list[Hit] = []
    bare = bare_line(block.key) if block.words <= _MAX_WHOLE else ""
    if bare in index.whole:
        found.append(Hit(index.whole[bare], "whole", 0, len(block.key)))
    first = _FIRST.match(block.key)
    if first:
        for phrase, group in index.start.get(first.group(1), ()):
            if block.words <= _LIMITS.get(group, 99) and _stands(phrase, block.key, first.start(1)):
                found.append(Hit(group, "start", first.start(1), first.start(1) + len(phrase)))
    # A set of the words first: nearly all paragraphs of nearly all articles are done with that.
    for word in index.within.keys() & set(_WORD.findall(block.key)):
        for phrase, group, place in index.within[word]:
            offset = block.key.find(phrase)
            if offset >= 0 and _is_free(phrase, block.key, offset) and not _quoted(block.key, offset):
                found.append(Hit(group, place, offset, offset + len(phrase)))
    found += _signs(block, index)
    return sorted(found, key=lambda hit: (_RANK.get(hit.group, 99), hit.start, -hit.end, hit.place))


_RANK: Final = {group: rank for rank, group in enumerate(GROUPS)}


def bare_line(key: str) -> str:
    """Return a folded line without the signs, counts and bullets around its words."""
    return _SPACES.sub(" ", _TRIM.sub("", key)) if len(key) <= _LONGEST_LINE else key


@lru_cache(maxsize=4)
def agencies(sort: str) -> frozenset[str]:
    """Return the folded names of `news` or `photo` agencies."""
    table: Mapping[str, list[str]] = load_yaml_strings(_TABLES / "agencies.yml")
    return frozenset(folded(name) for name in table[sort])


@lru_cache(maxsize=2)
def phrases_of(group: str, place: str) -> frozenset[str]:
    """Return the folded phrases of a group, of all languages together."""
    return frozenset(folded(phrase) for data in _packs() for phrase in data.get(group, {}).get(place, ()))


def _packs() -> Iterable[Mapping[str, Any]]:
    return [pack_for(language).topic("zones") for language in languages()]


@lru_cache(maxsize=1)
def _index() -> _Index:
    index = _Index()
    for data in _packs():
        for group, places in data.items():
            for place, phrases in places.items():
                if place == "beside":  # words that may stand next to a phrase; they name nothing alone
                    continue
                for phrase in phrases:
                    _enter(index, group, place, folded(phrase))
    return index


def _enter(index: _Index, group: str, place: str, phrase: str) -> None:
    if place == "whole":
        bare = bare_line(phrase)
        present = index.whole.get(bare)
        if present is None or _RANK.get(group, 99) < _RANK.get(present, 99):
            index.whole[bare] = group
        return
    first = _FIRST.match(phrase)
    if first is None or first.start(1) > 0:
        index.signs.setdefault(phrase[0], []).append((phrase, group, place))
    elif place == "start":
        index.start.setdefault(first.group(1), []).append((phrase, group))
    else:
        index.within.setdefault(first.group(1), []).append((phrase, group, place))


def _signs(block: Block, index: _Index) -> list[Hit]:
    found = []
    present = [phrases for sign, phrases in index.signs.items() if sign in block.key]
    for phrase, group, place in chain.from_iterable(present):
        offset = block.key.find(phrase)
        if offset >= 0 and (place != "start" or (offset == 0 and block.words <= _LIMITS.get(group, 99))):
            found.append(Hit(group, place, offset, offset + len(phrase)))
    return found


def _stands(phrase: str, key: str, offset: int) -> bool:
    """Tell whether the phrase stands at an offset, its last word whole."""
    end = offset + len(phrase)
    if not key.startswith(phrase, offset):
        return False
    return not phrase[-1].isalnum() or end >= len(key) or not key[end].isalnum()


def _is_free(phrase: str, key: str, offset: int) -> bool:
    """Tell whether a phrase found at an offset consists of whole words there."""
    return (offset == 0 or not key[offset - 1].isalnum()) and _stands(phrase, key, offset)


def _quoted(key: str, offset: int) -> bool:
    """Tell whether an offset lies inside quotation marks: what somebody says is no part of the page around it."""
    before = key[:offset]
    if before.count("«") > before.count("»") or before.count("“") > before.count("”"):
        return True
    return before.count('"') % 2 == 1
