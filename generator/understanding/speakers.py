"""Who speaks: the subject of a cue, by name, role, relative or pronoun."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from generator.model.reading import Mention
from generator.understanding.passages import Passage
from generator.understanding.reported import comma_after
from generator.understanding.speech_cues import Cue
from generator.understanding.speech_lexicon import SpeechLexicon

_STOPS = frozenset(";:")
_NOUN_PHRASE = 30
_BACK = 6
"""How many passages a pronoun looks back."""
_NAMED_BACK = 200
"""How many mentions a common noun looks back."""


class Head(NamedTuple):
    """A mention outside of quotation marks: tokens `first..last` of its passage."""

    first: int
    last: int
    mention: Mention


class Ranked(NamedTuple):
    """A mention that may be the subject; the higher `rank`, the likelier."""

    rank: int
    head: Head


class Speakers:
    """Resolves the speakers of one document. `note` keeps who spoke, for pronouns and quotes without a cue."""

    def __init__(self, found: Sequence[Passage], mentions: Sequence[Mention], lexicon: SpeechLexicon) -> None:
        self._passages = found
        self._mentions = sorted(mentions, key=lambda mention: (mention.start, -mention.end, mention.kind))
        self._starts = [mention.start for mention in self._mentions]
        self._lexicon = lexicon
        self._heads: dict[int, list[Head]] = {}
        self._said: dict[int, list[tuple[int, Mention | None]]] = {}
        self._gender: dict[str, str] = {}

    def note(self, number: int, place: int, speaker: Mention | None) -> None:
        """Remember that a cue at token `place` of passage `number` has this speaker."""
        self._said.setdefault(number, []).append((place, speaker))

    def last_said(self, number: int) -> Mention | None:
        """Return who spoke last in a passage."""
        entries = [speaker for _, speaker in self._said.get(number, ()) if speaker is not None]
        return entries[-1] if entries else None

    def heads(self, number: int) -> list[Head]:
        """Return the mentions of a passage that stand outside of its quotations, longest first, in text order."""
        if number not in self._heads:
            self._heads[number] = self._find_heads(self._passages[number])
        return self._heads[number]

    def _find_heads(self, passage: Passage) -> list[Head]:
        starts, tokens = passage.starts, passage.tokens
        found: list[Head] = []
        position = bisect_left(self._starts, starts[0])
        while position < len(self._mentions) and self._mentions[position].start < tokens[-1].end:
            mention = self._mentions[position]
            position += 1
            first = bisect_left(starts, mention.start)
            if first >= len(tokens) or tokens[first].start >= mention.end or first in passage.quotations:
                continue
            if found and first <= found[-1].last:
                continue
            last = bisect_left(starts, mention.end) - 1
            found.append(Head(first, max(first, last), mention))
        return found

    # -- the subject of a cue

    def of(self, number: int, cue: Cue, floor: int, *, after: bool) -> Mention | None:
        """Return the speaker of a cue; `after` tells that the subject follows the verb.

        Tokens before `floor` belong to something else that was said in the same passage.
        """
        if cue.kind == "source":
            return self._source(number, cue)
        if cue.pronoun is not None:
            return self._pronoun(number, cue.pronoun)
        if after:
            following = self.after(number, cue)
            if following is not None or self.follows(number, cue.last + 1):
                return following
        return self._before(number, cue, floor)

    def after(self, number: int, cue: Cue) -> Mention | None:
        """Return the mention that is the inverted subject of a cue (`a déclaré le général X`)."""
        found = self._candidates(number, cue.last + 1, self._inverted_end(number, cue.last + 1), cue.last + 1)
        return _first_best(found) or self._body_named(number, cue.last + 1, len(self._passages[number].words))

    def _inverted_end(self, number: int, start: int) -> int:
        words, lexicon = self._passages[number].words, self._lexicon
        for place in range(start, min(len(words), start + _NOUN_PHRASE)):
            word = words[place]
            if word in _STOPS or word in lexicon.that or word in lexicon.relatives:
                return place
            if place in self._passages[number].quotations and place > start:
                return place
            if word in lexicon.clause_conjunctions:
                return place
            if word == "," and place + 1 < len(words):
                following = words[place + 1]
                if following in lexicon.prepositions or following in lexicon.forms or following in lexicon.conjunctions:
                    return place
        return min(len(words), start + _NOUN_PHRASE)

    def _before(self, number: int, cue: Cue, floor: int) -> Mention | None:
        words, lexicon = self._passages[number].words, self._lexicon
        place = cue.first - 1
        while place >= floor and (
            lexicon.is_adverb(words[place])
            or words[place] in lexicon.clitics
            or words[place] in lexicon.negations
            or words[place] in lexicon.modals
            or words[place] in lexicon.auxiliaries
        ):
            place -= 1
        if cue.kind == "gerund" or place < floor:
            return self._same_subject(number, cue)
        word = words[place]
        if word in lexicon.pronouns:
            return self._pronoun(number, place)
        if word in lexicon.subject_relatives:
            return self._antecedent(number, place, floor)
        if word in lexicon.conjunctions:
            return self._same_subject(number, cue)
        return self._noun_phrase(number, place, floor)

    def _noun_phrase(self, number: int, place: int, floor: int) -> Mention | None:
        """Return the subject that ends at or before token `place`."""
        words = self._passages[number].words
        closed = words[place] in ",)"
        if not closed:
            start = place
            while start >= floor and words[start] not in ",;:":
                start -= 1
            found = self._candidates(number, start + 1, place + 1, floor)
            return _last_best(found) or self._body_named(number, start + 1, place + 1)
        # A comma right before the verb closes an apposition: the subject may stand in any part before it.
        return _last_best(self._candidates(number, floor, place, floor, appositions=True))

    def _same_subject(self, number: int, cue: Cue) -> Mention | None:
        """Return the subject a coordinated verb or a participle shares with its sentence."""
        earlier = [
            speaker for place, speaker in self._said.get(number, ()) if place < cue.first and speaker is not None
        ]
        if earlier:
            return earlier[-1]
        passage = self._passages[number]
        before = self._candidates(number, 0, cue.first, 0)
        if before:
            return _first_best(before)
        pronoun = self._first_pronoun(number, 0, cue.first)
        if pronoun is not None:
            return self._pronoun(number, pronoun)
        if cue.first > 1:
            return None
        # At the head of the sentence: "Soulignant …, le général X a affirmé …".
        comma = next((place for place in range(cue.last, len(passage.words)) if passage.words[place] == ","), None)
        if comma is None:
            return None
        pronoun = self._first_pronoun(number, comma, min(comma + 3, len(passage.words)))
        if pronoun is not None:
            return self._pronoun(number, pronoun)
        return _first_best(self._candidates(number, comma + 1, len(passage.words), comma + 1))

    def _first_pronoun(self, number: int, start: int, end: int) -> int | None:
        words, lexicon = self._passages[number].words, self._lexicon
        return next((place for place in range(start, end) if words[place] in lexicon.inverted_pronouns), None)

    def _antecedent(self, number: int, place: int, floor: int) -> Mention | None:
        """Return what a relative pronoun at `place` stands for: the nearest mention before it."""
        found = self._candidates(number, floor, place, floor, governed=True)
        if not found:
            return self._pronoun_like(number, place)
        return found[-1].head.mention

    def _pronoun_like(self, number: int, place: int) -> Mention | None:
        head = next((head for head in self.heads(number) if head.first <= place <= head.last), None)
        return head.mention if head else None

    def _body_named(self, number: int, start: int, end: int) -> Mention | None:
        """Return the organisation, named before, that a common noun takes up (`the court`, `l'agence`)."""
        words, lexicon = self._passages[number].words, self._lexicon
        while start < end and (lexicon.is_adverb(words[start]) or words[start] in lexicon.time_words):
            start += 1
        if start + 1 >= end or words[start] not in lexicon.determiners:
            return None
        noun = words[start + 1]
        tokens = self._passages[number].tokens
        if tokens[start + 1].capital and start + 2 < len(tokens) and tokens[start + 2].capital:
            return None
        limit = self._passages[number].tokens[start].start
        last = bisect_left(self._starts, limit)
        for mention in reversed(self._mentions[max(0, last - _NAMED_BACK) : last]):
            name = mention.name.lower().split()
            if (
                mention.kind == "organization"
                and len(name) > 1
                and noun in (name[:1] if tokens[start + 1].capital else name)
            ):
                return mention
        return None

    def follows(self, number: int, start: int) -> bool:
        """Tell whether a noun for somebody who may speak begins at token `start`, named or not."""
        passage, lexicon = self._passages[number], self._lexicon
        words = passage.words
        while start < len(words) and (lexicon.is_adverb(words[start]) or words[start] in lexicon.time_words):
            start += 1
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

    def subject_before(self, number: int, place: int) -> Mention | None:
        """Return the likeliest subject of the words before token `place`, else whom the text was last about."""
        return _last_best(self._candidates(number, 0, place, 0)) or self.focus(number, place)

    def named_after(self, start: int, end: int) -> Mention | None:
        """Return the first person or body named between two offsets, inside quotation marks too."""
        for mention in self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if mention.kind != "place" and mention.form != "demonym":
                return mention
        return None

    # -- candidates

    def _candidates(
        self, number: int, start: int, end: int, floor: int, *, appositions: bool = False, governed: bool = False
    ) -> list[Ranked]:
        """Return the mentions in tokens `start..end-1` that may be a subject, in text order.

        `appositions` leaves out what stands in a relative clause; `governed` keeps objects of prepositions.
        """
        found = []
        for head in self.heads(number):
            if not start <= head.first < end or head.mention.kind == "place":
                continue
            rank = self._rank(number, head, floor)
            if governed and not rank and head.mention.form != "demonym":
                rank = 1
            if rank and appositions and self._in_relative(number, head, start):
                rank = 0
            if rank:
                found.append(Ranked(rank, head))
        return found

    def _in_relative(self, number: int, head: Head, start: int) -> bool:
        words = self._passages[number].words
        place = head.first - 1
        while place > start and words[place] != ",":
            if words[place] in self._lexicon.relatives:
                return True
            place -= 1
        return place > start and words[place + 1] in self._lexicon.relatives

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
            return 4 if person else 2
        word = words[preposition]
        if word not in lexicon.of_prepositions:
            return 0
        if person:
            return 0 if adjacent else 3
        noun = words[preposition - 1] if preposition > floor else ""
        return 1 if noun in lexicon.bodies or noun in lexicon.source_nouns else 0

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
            elif word not in lexicon.determiners:
                token = passage.tokens[place]
                if token.kind != "word" or (token.capital and place > 0) or word in lexicon.forms:
                    break
                adjacent = False
            place -= 1
        return found or (None, False)

    # -- prepositions and pronouns

    def _source(self, number: int, cue: Cue) -> Mention | None:
        words, lexicon = self._passages[number].words, self._lexicon
        start = cue.last + 1
        if start < len(words) and words[start] in lexicon.pronouns:
            return self._pronoun(number, start)
        end = comma_after(self._passages[number], start, 25, lexicon) or start + 20
        found = _first_best(self._candidates(number, start, end, start)) or self._body_named(number, start, end)
        if found is None or found.kind != "person":
            # "Selon le porte-parole de l'armée, le général X, …"
            named = next((head for head in self.heads(number) if end < head.first <= end + 4), None)
            if (
                named is not None
                and named.mention.kind == "person"
                and words[named.last + 1 : named.last + 2] == (",",)
            ):
                return named.mention
        return found

    def _pronoun(self, number: int, place: int) -> Mention | None:
        """Return whom a pronoun means: as resolved already, else the last fitting speaker or subject."""
        resolved = self._pronoun_like(number, place)
        if resolved is not None:
            return resolved
        gender, count = self._lexicon.pronouns[self._passages[number].words[place]]
        if gender == "x" and count != "p":
            return None
        return self.focus(number, place, gender, count)

    def focus(self, number: int, place: int, gender: str = "x", count: str = "s") -> Mention | None:
        """Return the person (for a plural: the body) that the text was last about, before token `place`."""
        for back in range(number, max(-1, number - _BACK), -1):
            limit = place if back == number else len(self._passages[back].words)
            spoken = [speaker for at, speaker in self._said.get(back, ()) if speaker is not None and at < limit]
            subjects = [ranked.head.mention for ranked in self._candidates(back, 0, limit, 0) if ranked.rank >= 2]
            for mention in (*reversed(spoken), *subjects):
                if (mention.kind == "person") == (count == "s") and self._agrees(mention, gender):
                    return mention
        return None

    def _agrees(self, mention: Mention, gender: str) -> bool:
        known = self._genders().get(mention.id or "")
        return known is None or gender not in "mf" or known == gender

    def _genders(self) -> dict[str, str]:
        """Return what the words around names tell of a person's gender (`Mme`, `présidente`)."""
        if not self._gender:
            self._gender["\0"] = ""
            for number in range(len(self._passages)):
                words = self._passages[number].words
                for head in self.heads(number):
                    if head.mention.kind != "person" or head.mention.id is None:
                        continue
                    window = words[max(0, head.first - 2) : head.first]
                    if words[head.last + 1 : head.last + 2] == (",",):
                        window += words[head.last + 2 : head.last + 5]
                    for word in window:
                        gender = self._lexicon.gender_words.get(word)
                        if gender:
                            self._gender.setdefault(head.mention.id, gender)
        return self._gender


def _first_best(found: Sequence[Ranked]) -> Mention | None:
    return max(found, key=lambda ranked: (ranked.rank, -ranked.head.first)).head.mention if found else None


def _last_best(found: Sequence[Ranked]) -> Mention | None:
    return max(found, key=lambda ranked: (ranked.rank, ranked.head.first)).head.mention if found else None
