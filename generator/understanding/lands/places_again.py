"""A place that no table knows, told to be one somewhere in a text, is one wherever the text names it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from generator.language.names import Strength, common_words, given_names
from generator.model.article import ZoneKind
from generator.model.reading import Mention
from generator.understanding.document import Document, Sentence
from generator.understanding.lands.filters import capital_word, touches
from generator.understanding.lands.unknown_places import Guess

_LESS_SURE = 0.95
"""What a mention by its name alone has of the confidence of the one that told the place."""
_SMALL = 3
"""Letters of a name too short to be found again."""


class Again:
    """The places told so far, by the words of their names. `families` are the folded words of full names."""

    def __init__(self, document: Document, families: Collection[str]) -> None:
        self._document = document
        self._families = families
        self._common = common_words(document.pack)
        self._told: dict[str, dict[tuple[str, ...], Mention]] = {}
        self._starts: set[int] = set()

    def learn(self, sentence: Sentence, guess: Guess, mention: Mention) -> None:
        """Remember a place, unless its name may as well be a person's or an ordinary word."""
        tokens = sentence.tokens[guess.first : guess.last + 1]
        self._starts.add(tokens[0].start)
        keys = tuple([token.key for token in tokens])
        words = [key for key in keys if len(key) > _SMALL]
        if not words or not tokens[0].capital or any(key in self._families for key in keys):
            return
        if all(key in self._common for key in words) or given_names().strength(keys[0]) is Strength.SURE:
            return
        self._told.setdefault(keys[0], {}).setdefault(keys, mention)

    def may_name(self, sentence: Sentence) -> bool:
        """Tell whether a sentence holds a word that one of the places begins with."""
        told = sentence.zone.kind in (ZoneKind.TITLE, ZoneKind.BODY)
        return told and not self._told.keys().isdisjoint(sentence.keys)

    def find(self, sentence: Sentence, lands: Collection[int], taken: Collection[int]) -> Iterator[Mention]:
        """Yield the further mentions of a sentence, where the name stands by itself."""
        tokens = sentence.tokens
        for first, token in enumerate(tokens):
            if not token.capital or token.key not in self._told or token.start in self._starts:
                continue
            for keys, known in self._told[token.key].items():
                last = first + len(keys) - 1
                if tuple([one.key for one in tokens[first : last + 1]]) != keys:
                    continue
                if any(index in lands or index in taken for index in range(first, last + 1)):
                    continue
                if self._within_a_name(sentence, first, last):
                    continue
                end = tokens[last].end
                surface = self._document.article.text[token.start : end]
                sure = known.confidence * _LESS_SURE
                yield replace(known, start=token.start, end=end, surface=surface, confidence=sure)
                break

    @staticmethod
    def _within_a_name(sentence: Sentence, first: int, last: int) -> bool:
        tokens = sentence.tokens
        before = capital_word(tokens, first - 1) and touches(tokens, first - 1, first) and first > 1
        after = capital_word(tokens, last + 1) and touches(tokens, last, last + 1)
        tied = last + 1 < len(tokens) and tokens[last + 1].text in ("-", "'")
        return before or after or tied
