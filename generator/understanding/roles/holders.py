"""Which person a role phrase is said of, from where the two stand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.tokens import Token
from generator.model.reading import Mention
from generator.understanding.document import Sentence
from generator.understanding.lexicon.people import PeopleWords
from generator.understanding.roles.appointments import Appointments, appointed
from generator.understanding.roles.phrases import PhraseReader, RolePhrase

_BETWEEN = 9
"""How many tokens may stand between a name and the office said of it."""

_APPOSITION = 16
"""How long what stands between a name and its verb in commas may be, in tokens."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A person and an office: the phrase, the person's mention, the office in the singular, and for whom."""

    phrase: RolePhrase
    person: Mention
    role: str
    country: str | None
    organization: str | None


def holdings_of(
    sentence: Sentence, phrases: Sequence[RolePhrase], reader: PhraseReader, words: PeopleWords, *, cabinet: bool
) -> list[Holding]:
    """Return who holds which office, as one sentence says it, in text order of the phrases.

    `cabinet`: the article speaks of a government being formed.
    """
    finder = _Finder(sentence.tokens, reader, words)
    held: list[Holding] = []
    # Backwards, so that "the minister, General X" finds the general's name when it comes to the minister.
    person_before: dict[int, Mention] = {}
    for phrase in reversed(phrases):
        persons = finder.persons_after(phrase, person_before)
        if persons:
            person_before[phrase.lead] = persons[0]
        held += _shared(phrase, persons)
    attached = {id(one.phrase) for one in held}
    appointments = Appointments(sentence, reader, words, cabinet=cabinet)
    chain: Mention | None = None
    chain_end = -1
    for phrase in phrases:
        if id(phrase) in attached or phrase.plural:
            continue
        person = appointments.falls_to(phrase.last) or finder.person_before(phrase)
        if person is None and chain is not None and finder.only_joins(chain_end + 1, phrase.lead):
            person = chain
        if person is not None:
            held += _shared(phrase, [person])
            chain, chain_end = person, phrase.last
    for given in appointments.found():
        held += _shared(given.phrase, [given.person])
    return sorted(held, key=lambda one: (one.phrase.start, one.person.start))


def _shared(phrase: RolePhrase, persons: Sequence[Mention]) -> list[Holding]:
    """Give an office to each person; as many countries as persons go to them in turn."""
    countries = phrase.countries
    in_turn = len(countries) == len(persons) > 1
    role = phrase.singular_text
    return [
        Holding(
            phrase,
            person,
            role,
            countries[number]
            if in_turn
            else countries[0]
            if len(countries) == 1 or (len(persons) == 1 and countries)
            else None,
            phrase.organization,
        )
        for number, person in enumerate(persons)
        if person.id
    ]


class _Finder:
    def __init__(self, tokens: Sequence[Token], reader: PhraseReader, words: PeopleWords) -> None:
        self._tokens = tokens
        self._reader = reader
        self._words = words

    def _person_at(self, index: int) -> Mention | None:
        return self._reader.person_at(self._tokens[index]) if 0 <= index < len(self._tokens) else None

    def persons_after(self, phrase: RolePhrase, person_before: dict[int, Mention]) -> list[Mention]:
        """Return the person named right behind a phrase; several for a phrase in the plural."""
        tokens = self._tokens
        index = self._behind_brackets(phrase.last + 1)
        comma = index < len(tokens) and tokens[index].text == ","
        if comma:
            index += 1
        if index in person_before and (comma or not phrase.plural):
            return [person_before[index]]
        if index + 1 in person_before and not phrase.plural and self._joins(index):
            # "le journaliste et écrivain X": one person, since the second office has no article.
            return [person_before[index + 1]]
        for _ in range(3):
            if index < len(tokens) and self._person_at(index) is None and self._may_stand_between(tokens[index]):
                index += 1
        person = self._person_at(index)
        if person is None or (
            comma and not (self._announces(phrase) and (phrase.lead == 0 or self._closed(person, index)))
        ):
            return []
        if not phrase.plural:
            return [person]
        persons = self._list_from(index, person)
        return persons if len(persons) > 1 else []

    def _may_stand_between(self, token: Token) -> bool:
        """Tell whether a word may stand between an office and a name: "M.", a dot, "conservateur"."""
        words = self._words
        if words.is_honorific(token) or token.text == ".":
            return True
        return words.roles.is_adjective(token) and token.key not in words.roles.breaks and token.key not in words.speech

    def _announces(self, phrase: RolePhrase) -> bool:
        """Tell whether a phrase before a comma announces the name behind it: nobody before could hold the office."""
        before = phrase.lead - 1
        if phrase.counterpart:
            return True
        if before >= 0 and self._tokens[before].text == "," and self._person_at(before - 1):
            return False
        contracted = before >= 0 and self._tokens[before].key in self._words.roles.contracted
        return phrase.plural or phrase.lead < phrase.first or phrase.lead == 0 or contracted

    def _behind_brackets(self, index: int) -> int:
        """Return the index behind an acronym in brackets at `index` (`le président de l'Union … (UFI), X`)."""
        tokens = self._tokens
        closed = index + 3 < len(tokens) and tokens[index].text == "(" and tokens[index + 2].text == ")"
        return index + 3 if closed and tokens[index + 3].text == "," else index

    def _joins(self, index: int) -> bool:
        tokens = self._tokens
        return (
            index + 1 < len(tokens)
            and tokens[index].key in self._words.roles.conjunctions
            and tokens[index + 1].key not in self._words.roles.articles
        )

    def _closed(self, person: Mention, index: int) -> bool:
        """Tell whether an apposition ends behind a name: "his agent, X, said", not "according to his agent, X said"."""
        while index < len(self._tokens) and self._tokens[index].start < person.end:
            index += 1
        if index >= len(self._tokens):
            return True
        token, words = self._tokens[index], self._words
        return (
            token.kind != "word"
            or token.key in words.roles.conjunctions
            or token.key in words.object_prepositions
            or token.key in words.roles.relatives
        )

    def _list_from(self, index: int, person: Mention) -> list[Mention]:
        """Return the persons of a list "X, Y et Z" that begins at `index`."""
        persons = [person]
        tokens = self._tokens
        while index < len(tokens) and len(persons) < 12:
            while index < len(tokens) and tokens[index].start < persons[-1].end:
                index += 1
            if index >= len(tokens):
                break
            if tokens[index].text != "," and tokens[index].key not in self._words.roles.conjunctions:
                break
            following = self._person_at(index + 1)
            if following is None:
                break
            persons.append(following)
            index += 1
        return persons

    def person_before(self, phrase: RolePhrase) -> Mention | None:
        """Return the person of whom a phrase behind a name is said: "X, ministre", "X (ministre)", "X est ministre"."""
        tokens, words = self._tokens, self._words
        index = phrase.lead - 1
        steps = 0
        linked = predicate = by_as = False
        while index >= 0 and steps < _BETWEEN:
            token = tokens[index]
            person = self._person_at(index)
            if person is not None:
                verb = self._before_name(index, person)
                key = tokens[verb].key if verb >= 0 else ""
                if key in words.roles.appointments.replacing:
                    return self._subject(verb) or person
                if by_as and key in words.object_prepositions:
                    return None  # "worked for X as an aide"
                return person if linked or key in words.roles.appointments.giving else None
            if token.key in words.roles.appointments.participles and not appointed(tokens, index, words):
                return None
            if token.text == "," and predicate:
                return self._over_apposition(index)
            predicate = predicate or token.key in words.roles.appointments.passive
            if (
                token.text in (",", "(", "-", "–", "—")
                or token.key in words.roles.copulas
                or token.key in words.roles.as_words
                or token.key in words.roles.appointments.posts
            ):
                linked = True
                by_as = by_as or token.key in words.roles.as_words
            elif token.text == ")":
                index = self._over_brackets(index)
                if index < 0:
                    return None
            elif not self._may_link(token):
                return None
            index -= 1
            steps += 1
        return None

    def _over_apposition(self, comma: int) -> Mention | None:
        """Return the person before what a comma at `comma` closes: "X, a Saudi national, was a columnist"."""
        for index in range(comma - 1, max(0, comma - _APPOSITION), -1):
            if self._person_at(index) is not None:
                return self._person_at(index) if index == comma - 1 else None
            if self._tokens[index].text == ",":
                return self._person_at(index - 1)
        return None

    def _may_link(self, token: Token) -> bool:
        """Tell whether a word may stand in the predicate before an office: "has been … as", "occupe le poste de"."""
        words = self._words
        return (
            token.key in words.auxiliaries
            or token.key in words.roles.articles
            or token.key in words.roles.appointments.between
        )

    def _before_name(self, index: int, person: Mention) -> int:
        """Return the index of the word before a name and its titles: "a nommé M. X ministre", "succède à X comme …"."""
        while index > 0 and self._tokens[index - 1].start >= person.start:
            index -= 1
        before = index - 1
        while before >= 0 and (
            self._words.is_honorific(self._tokens[before])
            or self._tokens[before].text == "."
            or self._tokens[before].key in self._words.roles.heads
            or self._tokens[before].text.lower() in self._words.roles.appointments.to
        ):
            before -= 1
        return before

    def _subject(self, verb: int) -> Mention | None:
        """Return the person named right before a verb, auxiliaries aside."""
        index = verb - 1
        while index >= 0 and verb - index < 4 and self._may_link(self._tokens[index]):
            index -= 1
        return self._person_at(index)

    def _over_brackets(self, index: int) -> int:
        for back in range(index - 1, max(-1, index - 8), -1):
            if self._tokens[back].text == "(":
                return back
        return -1

    def only_joins(self, first: int, end: int) -> bool:
        """Tell whether nothing but a comma or a conjunction stands in `[first, end)`."""
        between = self._tokens[first:end]
        return 0 < len(between) <= 2 and all(
            token.text == "," or token.key in self._words.roles.conjunctions for token in between
        )
