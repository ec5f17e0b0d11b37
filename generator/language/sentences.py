"""Where sentences end: punctuation, minus the abbreviations of the language pack."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.language.pack import Pack
from generator.model.text import Span

_END = re.compile(r"[.!?…]+[\"'»”\)\]]*(?=\s|$)")
_CLOSING = re.compile(r"\s*[»”]")
_OPENER = re.compile(r"[\"'«“\(\[—–-]*\s*")


@lru_cache(maxsize=8)
def _abbreviations(pack: Pack) -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for word in pack.topic("text").get("abbreviations", ()))


def split_sentences(even_text: str, pack: Pack, start: int, end: int) -> list[Span]:
    """Split one block `[start, end)` of an evened text into sentences, without surrounding white space.

    A full stop after an abbreviation or an initial, or before a lower-case word, ends nothing.
    A closing quotation mark stays with the sentence it closes.
    """
    abbreviations = _abbreviations(pack)
    spans: list[Span] = []
    begin = start
    for match in _END.finditer(even_text, start, end):
        stop = match.end()
        closing = _CLOSING.match(even_text, stop, end)
        if closing:
            stop = closing.end()
        if stop <= begin or not _ends_here(even_text, begin, match, stop, end, abbreviations):
            continue
        _append(spans, even_text, begin, stop)
        begin = stop
    _append(spans, even_text, begin, end)
    return spans


def _ends_here(text: str, begin: int, match: re.Match[str], stop: int, end: int, abbreviations: frozenset[str]) -> bool:
    opener = _OPENER.match(text, stop, end)
    following = opener.end() if opener else stop
    while following < end and text[following].isspace():
        following += 1
    if following < end and text[following].islower():
        return False
    if match.group()[0] != ".":
        return True
    word_start = match.start()
    while word_start > begin and (text[word_start - 1].isalnum() or text[word_start - 1] in ".-"):
        word_start -= 1
    word = text[word_start : match.start()]
    if word.lower() in abbreviations:
        return following >= end
    single_initial = len(word) == 1 and word.isupper()
    return not single_initial or following >= end


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))
