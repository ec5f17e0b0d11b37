"""What drafts of all kinds are made of: texts by language, ids that lead somewhere, sources with their exact words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from generator.drafts.yamltext import Value
from generator.language.countries import country_by_slug
from generator.language.places import place_by_slug
from generator.model.ids import kind_of, slug_of
from generator.model.site import Evidence, Site
from generator.model.text import UNDETERMINED, LangText
from generator.reading.records.tags import is_language_tag

SOURCES_NAMED: Final = 3
"""So many articles are named for one value; its page lists them all."""
_LONGEST_QUOTE: Final = 40
"""Words of a sentence that are quoted; of a longer one those around what it is quoted for."""

MayQuote = Callable[[str, int], bool]
"""Tells of an article's id and the index of a sentence whether a draft may hold its words."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to begin with. `path` is below the content folder (`people/anna-example.yml`), `text` ends in a newline.

    The file can be read as it is; a draft that lacks something only a person can know says so in a comment.
    """

    path: str
    text: str


def every_sentence(_article: str, _sentence: int) -> bool:
    """Allow every quote: for drafts that only those see who have the articles themselves."""
    return True


def by_language(text: LangText) -> Value:
    """Return a text as records have it: alone where no language is stated, else by language."""
    values = {tag: value for tag, value in text if tag != UNDETERMINED and is_language_tag(tag)}
    return {**values} if len(values) == len(text.by_language) else str(text)


def in_site_languages(site: Site, text: LangText) -> Value:
    """Return a name of the shipped tables in the languages a site uses, alone where all write it alike."""
    used = {"en", "fr", site.settings.language, *(article.language.value for article in site.articles.values())}
    values = {tag: value for tag, value in text if tag in used}
    if len(set(values.values())) == 1:
        return next(iter(values.values()))
    return by_language(LangText.of(values) if values else text)


def leads_somewhere(site: Site, entity_id: str | None) -> bool:
    """Tell whether a record may name an id: it has a page, or is in the shipped tables."""
    if not entity_id:
        return False
    kind, slug = kind_of(entity_id), slug_of(entity_id)
    in_tables = {"countries": country_by_slug, "places": place_by_slug}.get(kind)
    return site.has_page(entity_id) or (in_tables is not None and in_tables(slug) is not None)


def sources(site: Site, found: Iterable[tuple[Evidence, str]], may_quote: MayQuote) -> list[Value]:
    """Return the first articles of some evidence as a record's sources, each once, with the words quoted.

    Beside each piece of evidence stand the words it is evidence for, to be quoted with what is around them.
    """
    named: dict[str, Value] = {}
    for evidence, words in found:
        if evidence.article and evidence.article not in named and len(named) < SOURCES_NAMED:
            named[evidence.article] = _source(site, evidence.article, evidence.sentence, words, may_quote)
    return list(named.values())


def _source(site: Site, article: str, sentence: int | None, words: str, may_quote: MayQuote) -> Value:
    source = {"article": slug_of(article)}
    if sentence is not None and may_quote(article, sentence) and (quoted := quote(site, article, sentence, words)):
        source["quote"] = quoted
    return source


def quote(site: Site, article: str, sentence: int, words: str) -> str:
    """Return a sentence letter by letter, white space evened: all of it, or what surrounds some words of it.

    Marks that are no words (`[[id|`) divide a sentence; then it is the longest piece without them, which may be `""`.
    """
    span = site.sentence_span(article, sentence)
    source = site.articles[article]
    pieces, start = [], span.start
    for mark in source.markup:
        if mark.overlaps(span):
            pieces.append(source.text[start : mark.start])
            start = mark.end
    pieces = [" ".join(piece.split()) for piece in (*pieces, source.text[start : span.end])]
    return _around(max(pieces, key=lambda piece: (words in piece, len(piece))), words)


def _around(sentence: str, words: str) -> str:
    all_words = sentence.split(" ")
    if len(all_words) <= _LONGEST_QUOTE:
        return sentence
    before = max(0, sentence.find(words))
    first = sentence.count(" ", 0, before)
    room = max(0, _LONGEST_QUOTE - len(re.findall(r"\S+", words))) // 2
    first = min(max(0, first - room), len(all_words) - _LONGEST_QUOTE)
    return " ".join(all_words[first : first + _LONGEST_QUOTE])


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 article`, `2 articles`."""
    return f"{number} {one if number == 1 else many or one + 's'}"
