"""Where sentences end: punctuation, minus the abbreviations of the language pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.language.names import common_words
from generator.language.normalise import fold
from generator.language.pack import Pack
from generator.model.text import Span

# A scraped page may glue sentences together: then a capital and a small letter (or `L'`) must follow.
_GLUED = r"[«“]?[^\W\d_a-zß-öø-ÿ](?:[^\W\d_A-ZÀ-ÖØ-Þ]|')"
# A run of signs is taken from its beginning; to look for the first sign before looking back is four times as fast.
_END = re.compile(rf"[.!?…](?<![.!?…][.!?…])[.!?…]*[\"'»”\)\]]*(?=\s|$|{_GLUED})")
_CLOSING = re.compile(r"\s*[»”]")
_OPENER = re.compile(r"[\"'«“\(\[—–-]*\s*")
_WORD = re.compile(r"[^\W\d_]+'?")
_TELLING = 4
"""Letters of an ordinary word that tells a sentence from the end of an address (`.Com`)."""
_GOES_ON = frozenset(",;:")
_LONGEST = 40
"""Letters of the longest word before a full stop that is looked at: keeps splitting linear."""


@dataclass(frozen=True, slots=True)
class _Stops:
    """Words after which a full stop may end nothing, lower case, without that stop.

    `inside` never end a sentence, `numbered` only where no number follows, `closing` only where one of `openers`
    (frequent words) follows with a capital. `ordinary` are the folded ordinary words of the language.
    """

    inside: frozenset[str]
    numbered: frozenset[str]
    closing: frozenset[str]
    openers: frozenset[str]
    ordinary: frozenset[str]


@lru_cache(maxsize=8)
def _stops(pack: Pack) -> _Stops:
    text = pack.topic("text")

    def words(name: str) -> frozenset[str]:
        return frozenset(word.lower().rstrip(".") for word in text.get(name, ()))

    openers = frozenset(word.lower() for word in pack.topic("stopwords").get("words", ())) - words("not_openers")
    inside, closing = words("abbreviations"), words("closing_abbreviations")
    return _Stops(inside - closing, words("numbered_abbreviations"), closing, openers, common_words(pack))


def split_sentences(even_text: str, pack: Pack, start: int, end: int) -> list[Span]:
    """Split one block `[start, end)` of an evened text into sentences, without surrounding white space.

    A full stop after an abbreviation or an initial, before a lower-case word or before a comma ends nothing.
    A closing quotation mark stays with the sentence it closes.
    """
    stops = _stops(pack)
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(even_text, start, end):
        stop = match.end()
        closing = _CLOSING.match(even_text, stop, end)
        if closing:
            stop = closing.end()
        if stop <= begin or not _ends_here(even_text, begin, match, stop, end, stops):
            continue
        _append(spans, even_text, begin, stop)
        begin = stop
    _append(spans, even_text, begin, end)
    return spans


def _ends_here(text: str, begin: int, match: re.Match[str], stop: int, end: int, stops: _Stops) -> bool:
    opener = _OPENER.match(text, stop, end)
    following = opener.end() if opener else stop
    while following < end and text[following].isspace():
        following += 1
    if following < end and (text[following].islower() or text[following] in _GOES_ON):
        return False
    dot = match.group()[0] == "."
    before = _word_before(text, begin, match.start()) if dot else ""
    if stop < end and following == stop and not text[stop].isspace() and not _glued(text, match, stop, before, stops):
        return False
    if not dot or following >= end:
        return True
    lower = before.lower()
    if lower in stops.inside:
        return False
    if lower in stops.numbered and text[following].isdecimal():
        return False
    if lower in stops.closing:
        opens = _WORD.match(text, following, end)
        return opens is not None and opens.group().lower() in stops.openers
    single_initial = len(before) == 1 and before.isupper()
    return not single_initial


def _word_before(text: str, begin: int, stop: int) -> str:
    """Return the word, initials or abbreviation that ends right before an offset."""
    start = stop
    begin = max(begin, stop - _LONGEST)
    while start > begin and (text[start - 1].isalnum() or text[start - 1] in ".-"):
        start -= 1
    return text[start:stop]


def _glued(text: str, match: re.Match[str], stop: int, before: str, stops: _Stops) -> bool:
    """Tell whether signs with no space after them end a sentence all the same (`… vendredi.Le maire …`).

    A name that is written so (`Booking.Com`, `J.Martin`) has capitals on both sides.
    """
    if match.group() != ".":
        return True
    start = match.start() - len(before)
    if start and text[start - 1] in "/@_":
        return False  # inside an address
    opens = _WORD.match(text, stop)
    frequent = opens is not None and opens.group().lower() in stops.openers
    if not frequent and opens is not None and len(opens.group()) >= _TELLING:
        frequent = fold(opens.group()) in stops.ordinary
    return len(before) > 1 and "." not in before and (frequent or before.islower() or before.isdecimal())


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))
