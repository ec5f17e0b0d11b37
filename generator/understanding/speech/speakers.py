"""Who speaks: the subject of a cue, by name, role, relative or pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.reading import Mention
from generator.understanding.lexicon.speech import SpeechLexicon
from generator.understanding.speech.body_nouns import BodyNouns
from generator.understanding.speech.cues import Cue
from generator.understanding.speech.passages import Passage
from generator.understanding.speech.pronouns import Pronouns, Said
from generator.understanding.speech.reported import comma_after
from generator.understanding.speech.subjects import Head, Subjects, first_best, last_best

_STOPS = frozenset(";:")
_NOUN_PHRASE = 30
_LONG = 4
"""Tokens of a part of a sentence that may go on with an apposition, rather than be a subject without a name."""


class Speakers:
    """Resolves the speakers of one document. `note` keeps who spoke, for pronouns and quotes without a cue."""

    def __init__(self, found: Sequence[Passage], mentions: Sequence[Mention], lexicon: SpeechLexicon) -> None:
        self.subjects = Subjects(found, mentions, lexicon)
        self._nouns = BodyNouns(found, self.subjects, lexicon)
        self._passages = found
        self._lexicon = lexicon
        self._said: Said = {}
        self._pronouns = Pronouns(found, self.subjects, self._nouns, self._said, lexicon)

    def note(self, number: int, place: int, speaker: Mention | None) -> None:
        """Remember that a cue at token `place` of passage `number` has this speaker."""
        self._said.setdefault(number, []).append((place, speaker))

    def focus(self, number: int, place: int, gender: str = "x", count: str = "s") -> Mention | None:
        """Return the person (for a plural: the body) that the text was last about, before token `place`."""
        return self._pronouns.focus(number, place, gender, count)

    def of(self, number: int, cue: Cue, floor: int, *, after: bool) -> Mention | None:
        """Return the speaker of a cue; `after` tells that the subject follows the verb.

        Tokens before `floor` belong to something else that was said in the same passage.
        """
        if cue.kind == "source":
            return self._source(number, cue)
        if cue.pronoun is not None:
            return self._pronouns.inverted(number, cue.pronoun, cue.first)
        if after:
            following = self.after(number, cue)
            if following is not None or self.subjects.follows(number, cue.last + 1):
                return following
        return self._before(number, cue, floor)

    def after(self, number: int, cue: Cue) -> Mention | None:
        """Return the mention that is the inverted subject of a cue (`a déclaré le général X`)."""
        found = self.subjects.candidates(number, cue.last + 1, self._inverted_end(number, cue.last + 1), cue.last + 1)
        return first_best(found) or self._taken_up(number, cue.last + 1, len(self._passages[number].words))

    def _taken_up(self, number: int, start: int, end: int) -> Mention | None:
        """Return the body, or the person who has just spoken, that a noun without a name means."""
        passage, lexicon = self._passages[number], self._lexicon
        words = passage.words
        while start < end and (lexicon.is_adverb(words[start]) or words[start] in lexicon.time_words):
            start += 1
        if start + 1 < end and words[start] in lexicon.demonstratives and words[start + 1] in lexicon.latter:
            return self._pronouns.latter(number, start, lexicon.latter[words[start + 1]])
        body = self._nouns.meant(number, start, end)
        if body is not None or start + 1 >= end or words[start] not in lexicon.definite:
            return body
        noun = start + 1
        while noun + 1 < end and words[noun] in lexicon.reprise_adjectives:
            noun += 1
        same = noun > start + 1 and words[start + 1] in lexicon.same
        known = passage.tokens[noun].key in lexicon.role_keys and words[noun] not in lexicon.delegates
        named = passage.tokens[noun].capital and noun + 1 < len(words) and passage.tokens[noun + 1].capital
        if not known or named or words[noun].endswith("s"):
            return None
        if words[noun + 1 : noun + 2] and (
            words[noun + 1] in lexicon.of_prepositions or words[noun + 1] in lexicon.prepositions
        ):
            return None
        gender = lexicon.article_genders.get(words[start], "x")
        return self._pronouns.goes_on(number, start, gender, same=same)

    def _inverted_end(self, number: int, start: int) -> int:
        words, lexicon = self._passages[number].words, self._lexicon
        for place in range(start, min(len(words), start + _NOUN_PHRASE)):
            word = words[place]
            if word in _STOPS or word in lexicon.that or word in lexicon.relatives:
                return place
            if place in self._passages[number].quotations and place > start:
                return place
            if word in lexicon.clause_conjunctions and not self._goes_on(words, place):
                return place
            if word == "," and place + 1 < len(words):
                following = words[place + 1]
                if following in lexicon.prepositions or following in lexicon.forms or following in lexicon.conjunctions:
                    return place
        return min(len(words), start + _NOUN_PHRASE)

    def _goes_on(self, words: Sequence[str], place: int) -> bool:
        """Tell whether a conjunction only joins nouns (`le ministre de la Défense et des Affaires étrangères X`)."""
        lexicon = self._lexicon
        following = words[place + 1] if place + 1 < len(words) else ""
        return words[place] in lexicon.conjunctions and following in lexicon.of_prepositions

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
        if word in lexicon.inverting:
            return self.after(number, cue)
        if word in lexicon.pronouns:
            return self._pronouns.meant(number, place)
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
            found = self.subjects.candidates(number, start + 1, place + 1, floor)
            if found:
                return last_best(found)
            if (
                start < floor
                or words[start] != ","
                or place - start < _LONG
                or words[start + 1] in self._lexicon.determiners
            ):
                return self._taken_up(number, start + 1, place + 1) or self._unclosed(number, start, floor)
        # A comma right before the verb closes an apposition: the subject may stand in any part before it.
        return last_best(self.subjects.candidates(number, floor, place, floor, appositions=True))

    def _unclosed(self, number: int, comma: int, floor: int) -> Mention | None:
        """Return the person before an office that no second comma closes (`X, le président de …  se dit …`)."""
        passage = self._passages[number]
        if comma < floor or passage.words[comma] != "," or comma + 2 >= len(passage.tokens):
            return None
        if passage.tokens[comma + 2].key not in self._lexicon.role_keys:
            return None
        named = self.subjects.candidates(number, floor, comma, floor)
        fits = named and named[-1].head.last == comma - 1 and named[-1].head.mention.kind == "person"
        return named[-1].head.mention if fits else None

    def _same_subject(self, number: int, cue: Cue) -> Mention | None:
        """Return the subject a coordinated verb or a participle shares with its sentence."""
        earlier = [
            speaker for place, speaker in self._said.get(number, ()) if place < cue.first and speaker is not None
        ]
        if earlier:
            return earlier[-1]
        passage = self._passages[number]
        before = self.subjects.candidates(number, 0, cue.first, 0)
        if before:
            return first_best(before)
        pronoun = self._first_pronoun(number, 0, cue.first)
        if pronoun is not None:
            return self._pronouns.meant(number, pronoun)
        if cue.first > 1:
            return None
        # At the head of the sentence: "Soulignant …, le général X a affirmé …".
        comma = next((place for place in range(cue.last, len(passage.words)) if passage.words[place] == ","), None)
        if comma is None:
            return None
        pronoun = self._first_pronoun(number, comma, min(comma + 3, len(passage.words)))
        if pronoun is not None:
            return self._pronouns.meant(number, pronoun)
        return first_best(self.subjects.candidates(number, comma + 1, len(passage.words), comma + 1))

    def _first_pronoun(self, number: int, start: int, end: int) -> int | None:
        words, lexicon = self._passages[number].words, self._lexicon
        return next((place for place in range(start, end) if words[place] in lexicon.inverted_pronouns), None)

    def _antecedent(self, number: int, place: int, floor: int) -> Mention | None:
        """Return what a relative pronoun at `place` stands for: the nearest mention before it."""
        found = self.subjects.candidates(number, floor, place, floor, governed=True)
        if found and not self._stranger_after(number, found[-1].head, place):
            return found[-1].head.mention
        noun_end = place - (self._passages[number].words[place - 1] == ",") if place else 0
        return self.subjects.at(number, place) or self._nouns.meant(number, max(floor, noun_end - 2), noun_end)

    def _stranger_after(self, number: int, head: Head, place: int) -> bool:
        """Tell whether somebody without a name stands between a mention and a relative pronoun (`an expert, who`)."""
        passage, lexicon = self._passages[number], self._lexicon
        for at in range(head.last + 1, place - 1):
            noun = passage.tokens[at + 1].key
            if passage.words[at] in lexicon.indefinite and (noun in lexicon.role_keys or noun in lexicon.bodies):
                return True
        return False

    def opening_body(self, number: int) -> Mention | None:
        """Return the body that a noun at the head of a passage means (`La porte-parole du groupe a nuancé …`)."""
        return self._nouns.meant(number, 0, len(self._passages[number].words)) if number >= 0 else None

    def subject_before(self, number: int, place: int) -> Mention | None:
        """Return the likeliest subject of the words before token `place`, else whom the text was last about."""
        label = next((head for head in self.subjects.heads(number) if head.last == place - 2), None)
        if label is not None and label.first > 0:
            # "Affaire X : « … »" names a matter, not who speaks; "X : « … »" does.
            return None
        return last_best(self.subjects.candidates(number, 0, place, 0)) or self._pronouns.focus(number, place)

    def _source(self, number: int, cue: Cue) -> Mention | None:
        words, lexicon = self._passages[number].words, self._lexicon
        start = cue.last + 1
        if start < len(words) and words[start] in lexicon.pronouns:
            return self._pronouns.meant(number, start)
        end = comma_after(self._passages[number], start, 25, lexicon) or start + 20
        found = first_best(self.subjects.candidates(number, start, end, start))
        found = found or self._taken_up(number, start, min(end, len(words)))
        found = found or self._publisher(number, start, end)
        if found is None or found.kind != "person":
            # "Selon le porte-parole de l'armée, le général X, …"
            named = self._named_behind(number, start, end)
            if named is not None and (found is None or named.mention.kind == "person"):
                found = named.mention
        return found

    def name_end(self, number: int, start: int, end: int) -> int | None:
        """Return the comma behind the name of the holder of an office in tokens `start..end-1`; None without any."""
        named = self._named_behind(number, start, end)
        return named.last + 1 if named else None

    def _named_behind(self, number: int, start: int, end: int) -> Head | None:
        """Return who is named between two commas behind an office or a body in tokens `start..end-1`."""
        passage, lexicon = self._passages[number], self._lexicon
        words = passage.words
        if not any(
            word in lexicon.delegates or word in lexicon.bodies or passage.tokens[place].key in lexicon.role_keys
            for place, word in enumerate(words[start:end], start)
        ):
            return None
        named = next((head for head in self.subjects.heads(number) if end < head.first <= end + 4), None)
        if named is None or named.mention.kind not in ("person", "organization"):
            return None
        return named if words[named.last + 1 : named.last + 2] == (",",) else None

    def _publisher(self, number: int, start: int, end: int) -> Mention | None:
        """Return the body by which a document is said to be published (`un rapport publié par X`)."""
        words, lexicon = self._passages[number].words, self._lexicon
        if not any(word in lexicon.source_nouns for word in words[start : start + 4]):
            return None
        for head in self.subjects.heads(number):
            if start < head.first < end and head.mention.kind == "organization":
                near = words[max(start, head.first - 2) : head.first]
                if any(word in lexicon.agents for word in near):
                    return head.mention
        return None
