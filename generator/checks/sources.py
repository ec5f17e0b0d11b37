"""What records rest on: they name it, and the words they quote are there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.normalise import even
from generator.model.problem import Problem, Severity
from generator.model.records import Event, Organization, Person
from generator.model.site import Site
from generator.reading.content import Content
from generator.reading.records.yamlhelp import shown

_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\))\s*")
_WORDS_SHOWN = 8
_WORDS_SHARED = 3


def quotes_stand_in_articles(content: Content, _site: Site) -> Iterator[Problem]:
    """Report each quote whose words are not in the article it names.

    Case, kind of apostrophe, hyphen and white space do not matter; `[…]` stands for words left out.
    """
    articles = {article.id: article.text for article in content.articles}
    words: dict[str, str] = {}
    for record in content.records:
        for source in record.all_sources():
            if source.quote is None or source.article is None or source.article not in articles:
                continue
            if source.article not in words:
                words[source.article] = even_words(articles[source.article])
            missing = _missing_part(source.quote, words[source.article])
            if missing is not None:
                message = f"{shown(missing)} does not stand in {source.article}"
                hint = _goes_on(missing, words[source.article])
                yield Problem.at(source.position, "quote-not-found", message, hint)


def records_have_sources(content: Content, _site: Site) -> Iterator[Problem]:
    """Note each record that names no source at all; the names of countries, places and outlets need none."""
    for record in content.records:
        if isinstance(record, Person | Organization | Event) and not record.all_sources():
            message = f"{record.id} names no source"
            hint = "add sources: [{article: …}] or sources: [{url: https://…}]"
            yield Problem.at(record.position, "unsourced-record", message, hint, Severity.NOTE)


def even_words(text: str) -> str:
    """Return a text with one kind of apostrophe, hyphen and space, one space between words."""
    return " ".join(even(text).split())


def _missing_part(quote: str, words: str) -> str | None:
    """Return the first part of a quote that the text lacks after the parts before it; None where it has all."""
    text = words.casefold()
    position = 0
    for part in _LEFT_OUT.split(quote):
        wanted = even_words(part).casefold()
        found = text.find(wanted, position)
        if found < 0:
            return part
        position = found + len(wanted)
    return None


def _goes_on(quote: str, words: str) -> str:
    """Return the remedy: how the article goes on after the words that do agree, if enough of them do."""
    text = words.casefold()
    wanted = even_words(quote).casefold().split()
    for count in range(len(wanted) - 1, _WORDS_SHARED - 1, -1):
        start = text.find(" ".join(wanted[:count]))
        if start >= 0:
            # Folding may change the length of words, never their number.
            last = text.count(" ", 0, start) + count - 1
            following = " ".join(words.split(" ")[last : last + _WORDS_SHOWN])
            return f"the article has `… {following} …` there; copy the words letter by letter"
    return "copy the words from the article letter by letter; put […] where you leave some out"
