"""Pronouns that speak: `il`, `elle`, `they` as the subject of a cue."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.language.names import given_names
from generator.language.normalise import fold
from generator.model.reading import Mention
from generator.understanding.lexicon.speech import SpeechLexicon
from generator.understanding.speech.body_nouns import BodyNouns
from generator.understanding.speech.passages import Passage
from generator.understanding.speech.subjects import Head, Subjects

_BACK = 6
"""How many passages a pronoun looks back."""
_FAR = 15
"""How many passages "the same researcher" looks back."""
_NEAR = 2
"""How many passages a pronoun looks back where no person is the subject of any."""

Said = dict[int, list[tuple[int, Mention | None]]]
"""Who has spoken so far, by passage: the token of the cue and the speaker."""


class Pronouns:
    """The pronouns of one document. `said` is kept by the caller and grows as the document is read."""

    def __init__(
        self,
        found: Sequence[Passage],
        subjects: Subjects,
        nouns: BodyNouns,
        said: Mapping[int, Sequence[tuple[int, Mention | None]]],
        lexicon: SpeechLexicon,
    ) -> None:
        self._passages = found
        self._subjects = subjects
        self._nouns = nouns
        self._said = said
        self._lexicon = lexicon
        self._gender: dict[str, str] | None = None

    def meant(self, number: int, place: int) -> Mention | None:
        """Return whom a pronoun means: as resolved already, else the last fitting speaker or subject."""
        word = self._passages[number].words[place]
        if word in self._lexicon.body_pronouns and (body := self._opening_body(number, place)) is not None:
            return body
        resolved = self._subjects.at(number, place)
        if resolved is not None:
            return resolved
        gender, count = self._lexicon.pronouns[word]
        if gender == "x" and count != "p":
            return None
        found = self.focus(number, place, gender, count)
        if found is not None or word not in self._lexicon.body_pronouns:
            return found
        return self._body_meant(number, place, gender) or self._only_person(number, place, gender)

    def _opening_body(self, number: int, place: int) -> Mention | None:
        """Return the body that opens the sentence before a pronoun (`The new government … . It …`), and no person does.

        Its article must have the gender of the pronoun.
        """
        if not number or any(head.first < place for head in self._subjects.heads(number)):
            return None
        words = self._passages[number - 1].words
        if words[0] not in self._lexicon.definite and self._passages[number].quotations:
            return None
        gender = self._lexicon.pronouns[self._passages[number].words[place]][0]
        if self._lexicon.article_genders.get(words[0], gender) != gender:
            return None
        if any(head.mention.kind == "person" for head in self._subjects.heads(number - 1)):
            return None
        return self._nouns.meant(number - 1, 0, len(words))

    def inverted(self, number: int, place: int, first: int) -> Mention | None:
        """Return whom the pronoun of a cue means: who has just spoken goes on (`« … », ajoute-t-il`).

        `first` is the first token of the cue.
        """
        gender, count = self._lexicon.pronouns[self._passages[number].words[place]]
        said = [speaker for at, speaker in self._said.get(number, ()) if at < first]
        said = said or [speaker for _, speaker in self._said.get(number - 1, ())]
        last = said[-1] if said else None
        if (
            last is not None
            and last.kind == "person"
            and count == "s"
            and gender in "mf"
            and self._agrees(last, gender)
        ):
            return last
        return self.meant(number, place)

    def latter(self, number: int, place: int, gender: str) -> Mention | None:
        """Return the person named last before token `place`, whatever they do there (`ce dernier`)."""
        for back in range(number, max(-1, number - _NEAR), -1):
            for head in reversed(self._subjects.heads(back)):
                fits = head.mention.kind == "person" and (back < number or head.first < place)
                if fits and self._agrees(head.mention, gender):
                    return head.mention
            said = [speaker for at, speaker in self._said.get(back, ()) if back < number or at < place]
            if said and said[-1] is not None and said[-1].kind == "person" and self._agrees(said[-1], gender):
                return said[-1]
        return None

    def goes_on(self, number: int, place: int, gender: str, *, same: bool = False) -> Mention | None:
        """Return the person who has just spoken, where a noun for somebody's work at token `place` may mean them.

        `same` (`le même chercheur`) looks further back; so does any, where only one person has spoken at all.
        """
        spoken = {one.id for said in self._said.values() for _, one in said if one is not None and one.kind == "person"}
        reach = _FAR if same else _BACK if len(spoken) == 1 else _NEAR + 1
        for back in range(number, max(-1, number - reach), -1):
            said = [speaker for at, speaker in self._said.get(back, ()) if back < number or at < place]
            if said:
                last = said[-1]
                fits = last is not None and last.kind == "person" and self._agrees(last, gender)
                return last if fits else None
        return None

    def _body_meant(self, number: int, place: int, gender: str) -> Mention | None:
        """Return the body in whose sentence, or right after, a pronoun for things and persons stands."""
        for back in range(number, max(-1, number - _NEAR), -1):
            for head in reversed(self._bodies(back, place if back == number else None)):
                near = self._passages[back].words[max(0, head.first - 2) : head.first]
                known = next((genders[word] for word in near if word in (genders := self._lexicon.article_genders)), "")
                if not known or known == gender:
                    return head.mention
        return None

    def _bodies(self, number: int, limit: int | None) -> list[Head]:
        """Return the bodies and governments that may be the subject of a passage, before a token."""
        end = len(self._passages[number].words) if limit is None else limit
        found = self._subjects.candidates(number, 0, end, 0)
        return [ranked.head for ranked in found if ranked.head.mention.kind != "person"]

    def _only_person(self, number: int, place: int, gender: str) -> Mention | None:
        """Return the one person of the last sentences, whatever they do there (`… announced by X. … he said.`)."""
        named: dict[str | None, Mention] = {}
        for back in range(number, max(-1, number - _NEAR), -1):
            for head in self._subjects.heads(back):
                fits = head.mention.kind == "person" and (back < number or head.first < place)
                if fits and self._agrees(head.mention, gender):
                    named.setdefault(head.mention.id, head.mention)
        return next(iter(named.values())) if len(named) == 1 else None

    def focus(self, number: int, place: int, gender: str = "x", count: str = "s") -> Mention | None:
        """Return the person (for a plural: the body) that the text was last about, before token `place`."""
        for back in range(number, max(-1, number - _BACK), -1):
            limit = place if back == number else len(self._passages[back].words)
            entries = [speaker for at, speaker in self._said.get(back, ()) if at < limit]
            if entries and entries[-1] is None and number - back <= 1:
                # Somebody without a name has just spoken: the pronoun is more likely theirs.
                return None
            spoken = [speaker for speaker in entries if speaker is not None]
            subjects = [
                ranked.head.mention for ranked in self._subjects.candidates(back, 0, limit, 0) if ranked.rank >= 2
            ]
            for mention in (*reversed(spoken), *subjects):
                if (mention.kind == "person") == (count == "s") and self._agrees(mention, gender):
                    return mention
        return None

    def _agrees(self, mention: Mention, gender: str) -> bool:
        known = self._genders().get(mention.id or "")
        return known is None or gender not in "mf" or known == gender

    def _genders(self) -> dict[str, str]:
        """Return the gender of persons: by the words around their names (`Mme`, `présidente`), or by the given name."""
        if self._gender is None:
            self._gender = {}
            persons: dict[str, Mention] = {}
            for number, passage in enumerate(self._passages):
                for head in self._subjects.heads(number):
                    if head.mention.kind != "person" or head.mention.id is None:
                        continue
                    persons.setdefault(head.mention.id, head.mention)
                    gender = self._gender_of(passage.words, head)
                    if gender:
                        self._gender.setdefault(head.mention.id, gender)
            for entity, mention in persons.items():
                given = given_names().gender(fold(mention.name.partition(" ")[0])) if " " in mention.name else "u"
                if given != "u":
                    self._gender.setdefault(entity, given)
        return self._gender

    def _gender_of(self, words: Sequence[str], head: Head) -> str | None:
        near = words[max(0, head.first - 2) : head.first]
        apposition = words[head.last + 2 : head.last + 5] if words[head.last + 1 : head.last + 2] == (",",) else ()
        return next(
            (self._lexicon.gender_words[word] for word in (*near, *apposition) if word in self._lexicon.gender_words),
            None,
        )
