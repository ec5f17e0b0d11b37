"""Nouns that take up a body named before: `the court`, `the company`, `the report`, `the government`."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from generator.model.reading import Mention
from generator.understanding.lexicon.speech import SpeechLexicon
from generator.understanding.speech.passages import Passage
from generator.understanding.speech.subjects import Subjects, first_best

_NAMED_BACK = 200
"""How many mentions a common noun looks back."""
_NOUN_BACK = 4
"""How many passages a noun for any organisation, or for what one publishes, looks back."""
_CLEAR = 2
"""How many times as often as any other a country must be named for `the government` to be its own."""


class BodyNouns:
    """The bodies that the common nouns of one document mean."""

    def __init__(self, found: Sequence[Passage], subjects: Subjects, lexicon: SpeechLexicon) -> None:
        self._passages = found
        self._subjects = subjects
        self._lexicon = lexicon
        self._mentions = subjects.mentions
        self._starts = [mention.start for mention in self._mentions]
        self._country: Mention | None = None
        self._counted = False

    def meant(self, number: int, start: int, end: int) -> Mention | None:
        """Return the body that a noun with its article means, which begins in tokens `start..end-1` of a passage."""
        passage, lexicon = self._passages[number], self._lexicon
        words, tokens = passage.words, passage.tokens
        while start < end and (lexicon.is_adverb(words[start]) or words[start] in lexicon.time_words):
            start += 1
        if start + 1 >= end or words[start] not in lexicon.determiners:
            return None
        noun = start + 1
        if tokens[noun].capital and noun + 1 < len(tokens) and tokens[noun + 1].capital:
            return None
        last = bisect_left(self._starts, tokens[start].start)
        before = self._mentions[max(0, last - _NAMED_BACK) : last]
        named = self._by_name(words[noun], tokens[noun].capital, before)
        if named is not None:
            return named
        if words[start] not in lexicon.definite:
            return self._spoken_for(number, noun, end, before) if words[start] in lexicon.indefinite else None
        # An adjective may stand between: `le nouveau gouvernement`.
        if not self._is_body(words[noun]) and noun + 1 < end and self._is_body(words[noun + 1]):
            noun += 1
        noun = self._behind_hyphens(words, noun)
        if noun + 1 < len(words) and words[noun + 1] in lexicon.of_prepositions:
            return self._owner(number, noun, end, before)
        if words[noun] in lexicon.state_nouns:
            return self._state()
        return self._last_body(number, start, before) if words[noun] in lexicon.body_nouns else None

    def _spoken_for(self, number: int, noun: int, end: int, before: Sequence[Mention]) -> Mention | None:
        """Return the body for which somebody without a name speaks (`un porte-parole du groupe`)."""
        words = self._passages[number].words
        noun = self._behind_hyphens(words, noun)
        owned = noun + 1 < len(words) and words[noun + 1] in self._lexicon.of_prepositions
        return self._owner(number, noun, end, before) if owned else None

    @staticmethod
    def _behind_hyphens(words: Sequence[str], noun: int) -> int:
        while noun + 2 < len(words) and words[noun + 1] == "-":
            noun += 2
        return noun

    def _owner(self, number: int, noun: int, end: int, before: Sequence[Mention]) -> Mention | None:
        """Return the body for which a noun with a complement speaks (`la porte-parole de l'organisation`)."""
        words, lexicon = self._passages[number].words, self._lexicon
        if words[noun] not in lexicon.bodies:
            return None
        start = noun + 1 + (words[noun + 1] not in lexicon.definite_contractions)
        article = words[start] if start < end else ""
        if article not in lexicon.definite and article not in lexicon.definite_contractions:
            return None
        place = start + 1
        if place >= end or words[place] not in lexicon.body_nouns:
            return None
        if place + 1 < len(words) and words[place + 1] in lexicon.of_prepositions:
            return None
        return self._last_body(number, start, before)

    def _is_body(self, word: str) -> bool:
        return word in self._lexicon.body_nouns or word in self._lexicon.state_nouns

    def _by_name(self, noun: str, capital: bool, before: Sequence[Mention]) -> Mention | None:
        for mention in reversed(before):
            if mention.kind != "organization":
                continue
            name = mention.name.lower().split()
            if len(name) > 1 and noun in (name[:1] if capital else name):
                return mention
        return None

    def _last_body(self, number: int, place: int, before: Sequence[Mention]) -> Mention | None:
        """Return the organisation the text was last about before a token, else the only one it has named."""
        for back in range(number, max(-1, number - _NOUN_BACK), -1):
            limit = place if back == number else len(self._passages[back].words)
            found = self._subjects.candidates(back, 0, limit, 0)
            bodies = [ranked for ranked in found if ranked.head.mention.kind == "organization"]
            if bodies:
                return first_best(bodies)
        named = {mention.id: mention for mention in before if mention.kind == "organization"}
        return next(iter(named.values())) if len(named) == 1 else None

    def _state(self) -> Mention | None:
        """Return the country the text is about, where it clearly is about one."""
        if not self._counted:
            self._counted = True
            lands = [mention for mention in self._mentions if mention.kind == "country" and mention.id]
            ranked = Counter(mention.id for mention in lands).most_common(2)
            if ranked and (len(ranked) == 1 or ranked[0][1] >= _CLEAR * ranked[1][1]):
                self._country = next(mention for mention in lands if mention.id == ranked[0][0])
        return self._country
