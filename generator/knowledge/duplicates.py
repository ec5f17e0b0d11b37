"""The same text twice, and near copies of one text: what several outlets reprint is one source, not several.

Two texts are compared by the runs of five words (shingles) they share, as a share of the shorter text (Broder 1997
calls it containment): a reprint is mostly cut, and has a line of its own before or after. Words between quotation
marks are left out of the comparison, because outlets that report independently quote the same speech.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from generator.language.normalise import even, fold
from generator.model.article import CONTENT_ZONES, Article, ZoneKind
from generator.model.site import Duplicate, Site

__all__ = ["NEAR", "CopyIndex", "Duplicate", "Fingerprint", "find_duplicates", "fingerprint", "independent_outlets"]

NEAR: Final = 0.5
"""Likeness from which a text is taken for a copy of another.

Changing one word changes five shingles, so a copy with every tenth word exchanged still shares 0.9^5 = 0.59 of
them. `tests/knowledge/test_duplicates.py` measures both sides: edited copies lie above, reports of different
outlets on one event far below.
"""

_RUN: Final = 5
_FEWEST: Final = 25
"""Shingles below which a text is too short to be told from another that uses the same formula."""
_FEWEST_WORDS: Final = 5
_SAMPLE: Final = 4
_SMALLEST: Final = 16
_MOST_OWNERS: Final = 24
"""Texts remembered per shingle: a formula that all articles of an outlet end with must not make each meet all."""
_MOST_COMPARED: Final = 12

_WORD: Final = re.compile(r"[^\W_]+")
_QUOTED: Final = re.compile(r"«[^»\n]{1,1500}»|“[^”\n]{1,1500}”|„[^“”\n]{1,1500}[“”]|\"[^\"\n]{1,1500}\"")


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is compared of a text: a hash of all its words (None: too few of them), and its shingles, sorted.

    `sample` are a quarter of the shingles and the smallest few: the same ones in every text that has them.
    """

    words: int | None
    shingles: array[int]
    sample: tuple[int, ...]


def fingerprint(text: str) -> Fingerprint:
    """Return the fingerprint of a text. Case, accents, punctuation and layout do not count."""
    words = _words(text)
    whole = zlib.crc32(" ".join(words).encode()) << 32 | len(words) if len(words) >= _FEWEST_WORDS else None
    unquoted, quotations = _QUOTED.subn(" ", text)
    outside = _words(unquoted) if quotations else words
    # Little text around long quotations is mostly formulas.
    shingles = _shingles(outside if len(outside) >= max(_FEWEST + _RUN, len(words) / 3) else words)
    sample = [one for place, one in enumerate(shingles) if place < _SMALLEST or one % _SAMPLE == 0]
    return Fingerprint(whole, shingles, tuple(sample))


def text_of(article: Article) -> str:
    """Return the running text of an article, or all that belongs to it where it has none."""
    visible = article.visible()
    spans = article.spans_of(ZoneKind.BODY) or article.spans_of(*CONTENT_ZONES)
    return "\n".join(span.of(visible) for span in spans)


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORD.findall(even(text))]


def _shingles(words: list[str]) -> array[int]:
    # crc32 is the same everywhere and always; two shingles in four thousand million sharing a value harms nothing.
    runs = {zlib.crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1)}
    return array("I", sorted(runs))


def likeness(first: Fingerprint, second: Fingerprint) -> float:
    """Return the shared shingles as a share of those of the shorter text; 0 where one is too short to say."""
    shorter, longer = sorted((first.shingles, second.shingles), key=len)
    if len(shorter) < _FEWEST:
        return 0.0
    return len(frozenset(shorter).intersection(longer)) / len(shorter)


@dataclass(slots=True)
class CopyIndex:
    """Texts by name, to be asked for copies of a further text. Asking and adding take time by length, not by number."""

    _prints: dict[str, Fingerprint] = field(default_factory=dict)
    _same: dict[int, str] = field(default_factory=dict)
    _owners: dict[int, list[str]] = field(default_factory=dict)

    def add(self, name: str, text: Fingerprint) -> None:
        """Add a text; one with the very words of an earlier one is found as that one."""
        if text.words is not None and self._same.setdefault(text.words, name) != name:
            return
        self._prints[name] = text
        for shingle in text.sample:
            owners = self._owners.setdefault(shingle, [])
            if len(owners) < _MOST_OWNERS:
                owners.append(name)

    def copies(self, text: Fingerprint) -> list[tuple[str, float]]:
        """Return the texts this one is a copy of, with the likeness: the very same one alone, else the likest first."""
        same = self._same.get(text.words) if text.words is not None else None
        if same is not None:
            return [(same, 1.0)]
        shared = Counter(chain.from_iterable(self._owners.get(shingle, ()) for shingle in text.sample))
        ranked = sorted(shared, key=lambda name: (-shared[name], name))[:_MOST_COMPARED]
        found = [(name, likeness(text, self._prints[name])) for name in ranked]
        return sorted((pair for pair in found if pair[1] >= NEAR), key=lambda pair: (-pair[1], pair[0]))

    def is_same(self, name: str, text: Fingerprint) -> bool:
        """Tell whether a text has the very words of the named one."""
        return text.words is not None and self._same.get(text.words) == name


def find_duplicates(articles: Iterable[Article]) -> tuple[Duplicate, ...]:
    """Return the pairs of articles of which the second copies the first, sorted by second, then first.

    `first` is the earlier one by date (undated ones come last), then id. An article of which there are very many
    copies is paired with the earliest of them, so that all copies hang together without every pair being listed.
    """
    index = CopyIndex()
    found = []
    for article in sorted(articles, key=_age):
        mark = fingerprint(text_of(article))
        for name, share in index.copies(mark):
            same = index.is_same(name, mark)
            found.append(Duplicate(name, article.id, "same" if same else "near", round(share, 3)))
        index.add(article.id, mark)
    return tuple(sorted(found, key=lambda pair: (pair.second, pair.first)))


def _age(article: Article) -> tuple[bool, tuple[int, int, int], str]:
    return article.date is None, article.date.value.sort_key() if article.date else (0, 0, 0), article.id


def independent_outlets(site: Site, articles: Iterable[str]) -> int:
    """Return how many outlets tell something independently of each other, given the ids of the articles that tell it.

    It is the largest number of outlets that can each be given a text of its own: two outlets with one agency report
    count once, an outlet with two texts counts once. Texts written for this site never count; all articles of unknown
    outlets together count as one outlet. Ids without an article are passed over.
    """
    chosen = [key for key in sorted(set(articles)) if key in site.articles and not site.is_own(key)]
    groups = _groups(site, chosen)
    outlets: dict[str, list[int]] = {}
    for key in chosen:
        known = site.articles[key].source
        texts = outlets.setdefault(known.value if known else "", [])
        if groups[key] not in texts:
            texts.append(groups[key])
    told_by: dict[int, str] = {}
    return sum(_give(outlet, outlets, told_by, set()) for outlet in outlets)


def _give(outlet: str, outlets: Mapping[str, list[int]], told_by: dict[int, str], tried: set[int]) -> bool:
    """Give the outlet a text, moving other outlets to another of their texts where that helps (augmenting path)."""
    for text in outlets[outlet]:
        if text in tried:
            continue
        tried.add(text)
        if text not in told_by or _give(told_by[text], outlets, told_by, tried):
            told_by[text] = outlet
            return True
    return False


def _groups(site: Site, articles: Iterable[str]) -> dict[str, int]:
    """Return article -> number of its text: copies of one text, also by way of a third article, have one number."""
    numbers: dict[str, int] = {}
    for article in articles:
        if article in numbers:
            continue
        number, waiting = len(numbers), [article]
        while waiting:
            one = waiting.pop()
            if one not in numbers:
                numbers[one] = number
                waiting += site.copies_of.get(one, ())
    return numbers
