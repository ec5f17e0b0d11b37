"""Sentences as reported speech needs them: words in quotation marks folded into one token each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.language.tokens import Token
from generator.model.article import Zone
from generator.model.text import Span
from generator.understanding.document import Document, Sentence
from generator.understanding.quotations import Quotation, find_quotations
from generator.understanding.speech_lexicon import SpeechLexicon

QUOTE = "\0quote"
"""The word that stands in a passage for a whole quotation."""

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LEANS_BACK = frozenset(",;:)")
_REACH = 10
_LONGEST = 300
"""Tokens of a passage; what is longer is no prose, and cut so that reading stays linear."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence outside of quotation marks, with the quotations that stand in it, whole.

    `tokens[i]` is a quotation where `i in quotations`; `words` are the tokens in lower case. `paragraph` counts
    from 0.
    """

    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    quotations: Mapping[int, Quotation]
    paragraph: int
    zone: Zone
    starts: tuple[int, ...] = field(repr=False)


def passages(document: Document, lexicon: SpeechLexicon) -> list[Passage]:
    """Cut the content zones of a document into passages, in text order."""
    groups = list(_paragraphs(document))
    spans = [Span(group[0].span.start, group[-1].span.end) for group in groups]
    quotations = find_quotations(document.article.text, spans, lexicon.quotation_marks)
    found: list[Passage] = []
    pointer = 0
    for number, (group, span) in enumerate(zip(groups, spans, strict=True)):
        first = pointer
        while pointer < len(quotations) and quotations[pointer].outer.start < span.end:
            pointer += 1
        found += _cut(group, quotations[first:pointer], number, lexicon)
    return found


def _paragraphs(document: Document) -> Iterator[list[Sentence]]:
    """Group sentences by zone and by blank line."""
    group: list[Sentence] = []
    for sentence in document.sentences:
        if group:
            last = group[-1]
            gap = document.text[last.span.end : sentence.span.start]
            if last.zone is not sentence.zone or _BLANK_LINE.search(gap):
                yield group
                group = []
        group.append(sentence)
    if group:
        yield group


def _cut(group: list[Sentence], quotations: Sequence[Quotation], number: int, lexicon: SpeechLexicon) -> list[Passage]:
    """Fold the quotations of one paragraph and cut it where a sentence ends outside of them."""
    found: list[Passage] = []
    tokens: list[Token] = []
    quoted: dict[int, Quotation] = {}
    pointer = 0
    for sentence in group:
        fresh = True
        for position, token in enumerate(sentence.tokens):
            while pointer < len(quotations) and token.start >= quotations[pointer].outer.end:
                pointer += 1
            quotation = quotations[pointer] if pointer < len(quotations) else None
            inside = quotation is not None and quotation.outer.start <= token.start
            if inside and quotation is not None and quoted.get(len(tokens) - 1) is quotation:
                fresh = False
                continue
            leans = not fresh or not tokens or _leans_back(sentence, position, tokens, quoted, lexicon)
            if not leans or len(tokens) >= _LONGEST:
                found.append(_passage(tokens, quoted, number, sentence.zone))
                tokens, quoted = [], {}
            fresh = False
            if inside and quotation is not None:
                _join_elision(tokens)
                quoted[len(tokens)] = quotation
                tokens.append(Token(quotation.outer.start, quotation.outer.end, QUOTE, QUOTE, "quote"))
            else:
                tokens.append(token)
    if tokens:
        found.append(_passage(tokens, quoted, number, group[-1].zone))
    return found


def _passage(tokens: list[Token], quoted: dict[int, Quotation], number: int, zone: Zone) -> Passage:
    words = tuple(token.text.lower() for token in tokens)
    return Passage(tuple(tokens), words, quoted, number, zone, tuple(token.start for token in tokens))


def make_passage(tokens: Sequence[Token], like: Passage) -> Passage:
    """Return a passage of its own from tokens that stand inside a quotation of another."""
    return _passage(list(tokens), {}, like.paragraph, like.zone)


def _join_elision(tokens: list[Token]) -> None:
    """Make one token of a word and its apostrophe before a quotation mark (`qu'« il »`)."""
    if len(tokens) > 1 and tokens[-1].text == "'" and tokens[-2].kind == "word" and tokens[-2].end == tokens[-1].start:
        sign, word = tokens.pop(), tokens.pop()
        tokens.append(Token(word.start, sign.end, word.text + "'", word.key + "'", "word"))


def _leans_back(
    sentence: Sentence, position: int, tokens: list[Token], quoted: Mapping[int, Quotation], lexicon: SpeechLexicon
) -> bool:
    """Tell whether what looks like a new sentence goes on with the one before (`« … ! », dit X`; `"…?" X asked.`)."""
    token = sentence.tokens[position]
    if token.text in _LEANS_BACK or (token.kind == "word" and token.text[:1].islower()):
        return True
    last = len(tokens) - 1
    if last not in quoted or position + 1 >= len(sentence.tokens):
        return False
    following = sentence.tokens[position : position + _REACH]
    for place, word in enumerate(following):
        readings = lexicon.forms.get(word.text.lower(), ())
        if any(kind == "finite" and "quote" in verb.takes for kind, verb in readings) and not word.capital:
            after = following[place + 1 : place + 2]
            return place > 0 and (not after or after[0].text in ".,;")
        if word.kind == "sign" and word.text not in "-.":
            return False
    return False
