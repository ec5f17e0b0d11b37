"""Sentences as reported speech needs them: words in quotation marks folded into one token each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.language.tokens import Token
from generator.model.article import Zone
from generator.model.text import Span
from generator.understanding.document import Document, Sentence
from generator.understanding.lexicon.speech import ASIDE, SpeechLexicon
from generator.understanding.speech.quotations import Quotation, find_quotations

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
        cutter = _Cutter(quotations[first:pointer], number, group[0].zone, lexicon)
        for sentence in group:
            cutter.read(sentence)
        cutter.end()
        found += cutter.found
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


class _Cutter:
    """Folds the quotations of one paragraph and cuts it where a sentence ends outside of them."""

    def __init__(self, quotations: Sequence[Quotation], paragraph: int, zone: Zone, lexicon: SpeechLexicon) -> None:
        self.found: list[Passage] = []
        self._quotations = quotations
        self._paragraph = paragraph
        self._zone = zone
        self._lexicon = lexicon
        self._pointer = 0
        self._tokens: list[Token] = []
        self._quoted: dict[int, Quotation] = {}

    def read(self, sentence: Sentence) -> None:
        """Take in the next sentence of the paragraph."""
        following = self._next(sentence.span.start)
        fits = len(self._tokens) + len(sentence.tokens) <= _LONGEST
        if fits and (following is None or sentence.span.end <= following.outer.start):
            # Most sentences hold no quotation: nothing to fold, and only the first word can begin a passage.
            if self._tokens and not self._leans(sentence, 0):
                self.end()
            self._tokens += sentence.tokens
            return
        fresh = True
        for position, token in enumerate(sentence.tokens):
            if following is not None and following.outer.end <= token.start:
                following = self._next(token.start)
            quotation = following if following is not None and following.outer.start <= token.start else None
            if quotation is not None and self._quoted.get(len(self._tokens) - 1) is quotation:
                fresh = False
                continue
            leans = not fresh or not self._tokens or self._leans(sentence, position)
            if not leans or len(self._tokens) >= _LONGEST:
                self.end()
            fresh = False
            if quotation is not None:
                _join_elision(self._tokens)
                self._quoted[len(self._tokens)] = quotation
                self._tokens.append(Token(quotation.outer.start, quotation.outer.end, QUOTE, QUOTE, "quote"))
            else:
                self._tokens.append(token)

    def end(self) -> None:
        """Make a passage of the tokens read since the last one."""
        if self._tokens:
            self.found.append(_passage(self._tokens, self._quoted, self._paragraph, self._zone, self._lexicon))
            self._tokens, self._quoted = [], {}

    def _next(self, offset: int) -> Quotation | None:
        """Return the first quotation that does not end before an offset."""
        while self._pointer < len(self._quotations) and self._quotations[self._pointer].outer.end <= offset:
            self._pointer += 1
        return self._quotations[self._pointer] if self._pointer < len(self._quotations) else None

    def _leans(self, sentence: Sentence, position: int) -> bool:
        return _leans_back(sentence, position, self._tokens, self._quoted, self._lexicon)


def _passage(
    tokens: list[Token], quoted: dict[int, Quotation], number: int, zone: Zone, lexicon: SpeechLexicon
) -> Passage:
    words = [token.text.lower() for token in tokens]
    if not lexicon.asides.keys().isdisjoint(words):
        _set_apart(words, lexicon)
    return Passage(tuple(tokens), tuple(words), quoted, number, zone, tuple([token.start for token in tokens]))


def make_passage(tokens: Sequence[Token], like: Passage, lexicon: SpeechLexicon) -> Passage:
    """Return a passage of its own from tokens that stand inside a quotation of another."""
    return _passage(list(tokens), {}, like.paragraph, like.zone, lexicon)


def _set_apart(words: list[str], lexicon: SpeechLexicon) -> None:
    """Replace asides (`de son côté`), with the commas around them, so that who speaks and the verb stand together.

    A single word (`lui`) is one between commas only.
    """
    for last, word in enumerate(words):
        for phrase in lexicon.asides.get(word, ()):
            first = last + 1 - len(phrase)
            if first <= 0 or tuple(words[first : last + 1]) != phrase:
                continue
            end = last + 1
            if words[first - 1] == "," and words[end : end + 1] == [","]:
                first, end = first - 1, end + 1
            elif len(phrase) == 1:
                continue
            words[first:end] = [ASIDE] * (end - first)
            break


def _join_elision(tokens: list[Token]) -> None:
    """Make one token of a word and its apostrophe before a quotation mark (`qu'« il »`)."""
    if len(tokens) > 1 and tokens[-1].text == "'" and tokens[-2].kind == "word" and tokens[-2].end == tokens[-1].start:
        sign, word = tokens.pop(), tokens.pop()
        tokens.append(Token(word.start, sign.end, word.text + "'", word.key + "'", "word", word.capital))


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
