"""Mentions as subjects: which of those in a passage may be the one that speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from generator.model.ids import make_id
from generator.model.reading import Mention
from generator.understanding.lexicon.speech import SpeechLexicon
from generator.understanding.speech.passages import Passage


class Head(NamedTuple):
    """A mention outside of quotation marks: tokens `first..last` of its passage."""

    first: int
    last: int
    mention: Mention


class Ranked(NamedTuple):
    """A mention that may be the subject; the higher `rank`, the likelier."""

    rank: int
    head: Head


class Subjects:
    """The mentions of one document by passage, ranked by how likely they are the subject of a verb."""

    def __init__(self, found: Sequence[Passage], mentions: Sequence[Mention], lexicon: SpeechLexicon) -> None:
        self._passages = found
        self.mentions = sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.kind))
        self._starts = [mention.start for mention in self.mentions]
        self._lexicon = lexicon
        self._heads: dict[int, list[Head]] = {}
        self._lands = {mention.country for mention in mentions if mention.kind == "country"}

    def heads(self, number: int) -> list[Head]:
        """Return the mentions of a passage that stand outside of its quotations, longest first, in text order."""
        if number not in self._heads:
            self._heads[number] = self._find_heads(self._passages[number])
        return self._heads[number]

    def _find_heads(self, passage: Passage) -> list[Head]:
        starts, tokens = passage.starts, passage.tokens
        found: list[Head] = []
        position = bisect_left(self._starts, starts[0])
        while position < len(self.mentions) and self.mentions[position].start < tokens[-1].end:
            mention = self.mentions[position]
            position += 1
            first = bisect_left(starts, mention.start)
            if first >= len(tokens) or tokens[first].start >= mention.end or first in passage.quotations:
                continue
            if found and first <= found[-1].last:
                continue
            mention = self._as_body(passage, first, mention)
            last = bisect_left(starts, mention.end) - 1
            found.append(Head(first, max(first, last), mention))
        return found

    def _as_body(self, passage: Passage, first: int, mention: Mention) -> Mention:
        """Return the body whose seat a city is (`Brussels wants …`), where the country of the city is not spoken of."""
        seat = self._lexicon.seats.get(passage.words[first]) if mention.kind == "place" else None
        if seat is None or mention.country in self._lands:
            return mention
        before = passage.words[first - 1] if first else ""
        if before in self._lexicon.prepositions or before in self._lexicon.of_prepositions:
            return mention
        return replace(mention, kind="organization", id=make_id("organizations", seat))

    def follows(self, number: int, start: int) -> bool:
        """Tell whether a noun for somebody who may speak begins at token `start`, named or not."""
        passage, lexicon = self._passages[number], self._lexicon
        words = passage.words
        while start < len(words) and (lexicon.is_adverb(words[start]) or words[start] in lexicon.time_words):
            start += 1
        if start < len(words) and words[start] in lexicon.prepositions:
            start = self._after_phrase(number, start)
        bare = start
        while start < len(words) and words[start] in lexicon.determiners:
            start += 1
        if start >= len(words):
            return False
        if any(head.first == start and head.mention.kind != "place" for head in self.heads(number)):
            return True
        office = passage.tokens[start].key in lexicon.role_keys
        if start > bare:
            return office or words[start] in lexicon.bodies or words[start] in lexicon.source_nouns
        # Without an article an office needs its holder's name (`said spokesman X`).
        return office and any(start < head.first <= start + 5 for head in self.heads(number))

    def _after_phrase(self, number: int, start: int) -> int:
        """Return the token after a preposition with its noun (`à la presse`)."""
        words, lexicon = self._passages[number].words, self._lexicon
        start += 1
        while start < len(words) and words[start] in lexicon.determiners:
            start += 1
        head = next((head for head in self.heads(number) if head.first == start), None)
        return (head.last if head else start) + 1

    def named_after(self, start: int, end: int) -> Mention | None:
        """Return the first person or body named between two offsets, inside quotation marks too."""
        for mention in self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if mention.kind != "place" and mention.form != "demonym":
                return mention
        return None

    def candidates(
        self, number: int, start: int, end: int, floor: int, *, appositions: bool = False, governed: bool = False
    ) -> list[Ranked]:
        """Return the mentions in tokens `start..end-1` that may be a subject, in text order.

        `appositions` leaves out what stands in a relative clause or behind a participle; `governed` keeps objects of
        prepositions.
        """
        found = []
        for head in self.heads(number):
            if not start <= head.first < end or head.mention.kind == "place":
                continue
            rank = self._rank(number, head, floor)
            if governed and not rank and head.mention.form != "demonym":
                rank = 1
            if rank and appositions and self._in_insertion(number, head, start):
                rank = 0
            if rank:
                found.append(Ranked(rank, head))
        return found

    def _in_insertion(self, number: int, head: Head, start: int) -> bool:
        words = self._passages[number].words
        place = head.first - 1
        while place > start and words[place] != ",":
            if words[place] in self._lexicon.relatives:
                return True
            place -= 1
        if place <= start:
            return False
        opener = words[place + 1]
        return opener in self._lexicon.relatives or opener.endswith(self._lexicon.gerund_endings)

    def _rank(self, number: int, head: Head, floor: int) -> int:
        """Return 0 for a mention that cannot be the subject, else how likely it is (4: a person in the nominative)."""
        words, lexicon = self._passages[number].words, self._lexicon
        mention = head.mention
        if mention.form == "demonym":
            return self._demonym_rank(number, head)
        if head.first and words[head.first - 1] == "(":
            return 0
        preposition, adjacent = self._governor(number, head, floor)
        person = mention.kind == "person"
        if person and self._modifies(number, head):
            return 0
        if preposition is None:
            governed = person and self._in_apposition(number, head, floor)
            return 1 if governed else 4 if person else 2
        word = words[preposition]
        if word not in lexicon.of_prepositions:
            return 0
        if person:
            return 0 if adjacent else 3
        # An adjective may stand between: "une étude scientifique de X".
        nouns = words[max(floor, preposition - 2) : preposition]
        last = len(nouns) - 1
        fits = any(
            (noun in lexicon.bodies or noun in lexicon.source_nouns) and (at == last or self._adjective(nouns[last]))
            for at, noun in enumerate(nouns)
        )
        return 1 if fits else 0

    def _adjective(self, word: str) -> bool:
        """Tell whether a word in lower case between a noun and its complement may be the adjective of the noun."""
        lexicon = self._lexicon
        known = word in lexicon.determiners or word in lexicon.prepositions or word in lexicon.conjunctions
        return len(word) > 3 and word.isalpha() and not known and word not in lexicon.forms

    def _in_apposition(self, number: int, head: Head, floor: int) -> bool:
        """Tell whether a name between commas only says who an object is (`avec son complice de toujours, X, …`)."""
        passage, lexicon = self._passages[number], self._lexicon
        words = passage.words
        comma = head.first - 1
        if comma <= floor or words[comma] != "," or words[head.last + 1 : head.last + 2] not in ((",",), (".",)):
            return False
        after = passage.tokens[head.last + 2 : head.last + 3]
        if after and after[0].key in lexicon.role_keys:
            return False
        for place in range(comma - 1, max(floor, comma - 6), -1):
            word = words[place]
            if word in lexicon.determiners and words[place - 1] in lexicon.prepositions:
                known = passage.tokens[place + 1].key in lexicon.role_keys or words[place + 1] in lexicon.delegates
                return known or word in lexicon.possessives
            if passage.tokens[place].capital or word in lexicon.forms or word == ",":
                return False
        return False

    def _modifies(self, number: int, head: Head) -> bool:
        """Tell whether a name only qualifies the noun after it (`a Smith adviser`)."""
        passage, lexicon = self._passages[number], self._lexicon
        place = head.last + 1
        if place >= len(passage.words) or passage.tokens[place].capital:
            return False
        if passage.words[place] == "'s":
            return True
        word = passage.words[place]
        known = word in lexicon.bodies or word in lexicon.delegates or passage.tokens[place].key in lexicon.role_keys
        return known and word not in lexicon.forms

    def _demonym_rank(self, number: int, head: Head) -> int:
        """An adjective speaks for its state beside a word for government, an inhabitant's name never does."""
        words, lexicon = self._passages[number].words, self._lexicon
        window = words[max(0, head.first - 3) : head.last + 4]
        return 1 if any(word in lexicon.governments for word in window) else 0

    def _governor(self, number: int, head: Head, floor: int) -> tuple[int | None, bool]:
        """Return the preposition that governs a mention, and whether only articles stand between them."""
        passage, lexicon = self._passages[number], self._lexicon
        place, adjacent = head.first - 1, True
        found: tuple[int, bool] | None = None
        while place >= floor and head.first - place <= 6:
            word = passage.words[place]
            if word in lexicon.prepositions:
                return place, adjacent
            if word in lexicon.of_prepositions:
                # "par la juge d'instruction X": what matters is what governs the office.
                found = found if found is not None else (place, adjacent)
                if adjacent:
                    return found
            elif word in lexicon.subject_relatives:
                break
            elif word not in lexicon.determiners:
                token = passage.tokens[place]
                if token.kind != "word" or (token.capital and place > 0) or word in lexicon.forms:
                    break
                adjacent = False
            place -= 1
        return found or (None, False)

    def at(self, number: int, place: int) -> Mention | None:
        """Return the mention that covers a token."""
        head = next((head for head in self.heads(number) if head.first <= place <= head.last), None)
        return head.mention if head else None


def first_best(found: Sequence[Ranked]) -> Mention | None:
    """Return the likeliest mention, of equals the first."""
    return max(found, key=lambda ranked: (ranked.rank, -ranked.head.first)).head.mention if found else None


def last_best(found: Sequence[Ranked]) -> Mention | None:
    """Return the likeliest mention, of equals the last."""
    return max(found, key=lambda ranked: (ranked.rank, ranked.head.first)).head.mention if found else None
