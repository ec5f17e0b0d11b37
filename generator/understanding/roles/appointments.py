"""Offices that a verb gives: "le poste de ministre est confié à X", "X reçoit la Défense", "X, who chairs the board".

Three things are read here that `office_holders` does not see: to whom an office falls, who takes a portfolio, and who
heads a body by a verb. Every word that decides is data of the language pack (`roles.yml`, `appointments`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.language.tokens import Token
from generator.model.reading import Mention
from generator.understanding.document import Document, Sentence
from generator.understanding.lexicon.people import PeopleWords
from generator.understanding.lexicon.roles import Head
from generator.understanding.roles.phrases import PhraseReader, RolePhrase

_LONGEST = 12
"""No portfolio and no name of a body is longer, in tokens."""

_REACH = 9
"""How many tokens may stand between an office and the person it falls to."""


class Given(NamedTuple):
    """A person and the phrase that says the office."""

    phrase: RolePhrase
    person: Mention


class Appointments:
    """Reads one sentence. `cabinet`: the article speaks of a government being formed, so that lists can be trusted."""

    def __init__(self, sentence: Sentence, reader: PhraseReader, words: PeopleWords, *, cabinet: bool) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._reader = reader
        self._words = words
        self._data = words.roles.appointments
        self._cabinet = cabinet

    @property
    def _before_noun(self) -> bool:
        """Tell whether adjectives stand before their noun, and so a portfolio before "minister"."""
        return not self._words.roles.adjective_endings

    def falls_to(self, last: int) -> Mention | None:
        """Return to whom an office falls that ends at token `last`: "… est confié à X", "… goes to X"."""
        given = named = False
        for index in range(last + 1, min(len(self._tokens), last + 1 + _REACH)):
            token = self._tokens[index]
            if named:
                person = self._reader.person_at(token)
                if person is not None:
                    return person
                if not self._may_introduce(index):
                    return None
            elif given and token.text.lower() in self._data.to:
                named = True
            elif token.key in self._data.falls:
                given = True
            elif not self._is_auxiliary(token):
                return None
        return None

    def _is_auxiliary(self, token: Token) -> bool:
        return token.key in self._words.auxiliaries or token.key in self._data.between

    def _may_introduce(self, index: int) -> bool:
        """Tell whether a word may stand before the name: an office, a form of address, an adjective, an article."""
        token, roles = self._tokens[index], self._words.roles
        return (
            token.text in (".", "-")
            or token.key in roles.articles
            or token.key in roles.heads
            or token.key in roles.before
            or self._words.is_honorific(token)
            or roles.is_adjective(token)
        )

    def found(self) -> list[Given]:
        """Return the offices said by portfolios and by verbs of heading, in text order."""
        given: list[Given] = []
        for index in self._sentence.places_of(self._data.triggers):
            token = self._tokens[index]
            key = token.key
            if key in self._data.takes:
                given += self._taken(index)
            elif key in self._data.portfolio_nouns:
                given += self._fallen(index)
            elif key in self._data.heading:
                given += self._headed(index)
            elif self._cabinet and token.text.lower() in self._data.list_words:
                given += self._listed(index)
        return given

    def _taken(self, verb: int) -> Iterator[Given]:
        """Read "X reçoit la Défense", "X récupère le portefeuille de la Marine", "X reçoit celui de la Justice"."""
        person = self._subject(verb)
        if person is None:
            return
        index = verb + 1
        if index < len(self._tokens) and self._tokens[index].text.lower() in self._data.take_prepositions:
            index += 1
        noun = index + (index < len(self._tokens) and self._tokens[index].key in self._words.roles.articles)
        while noun < len(self._tokens) and self._before_noun and self._tokens[noun].key in self._data.portfolio_words:
            noun += 1
        if noun < len(self._tokens) and self._tokens[noun].key in self._data.portfolio_nouns:
            phrase = self._of_noun(noun)
        else:
            phrase = self._of_portfolio(index)
            if phrase is not None and phrase.last + 1 < len(self._tokens):
                # "prend la Défense à témoin" says something else.
                phrase = phrase if self._ends_item(self._tokens[phrase.last + 1]) else None
        if phrase is not None:
            yield Given(phrase, person)

    def _fallen(self, noun: int) -> Iterator[Given]:
        """Read "le ministère des Finances revient à X", and "… et X celui de la Justice", its verb left out."""
        phrase = self._of_noun(noun)
        if phrase is None:
            return
        person = self.falls_to(phrase.last) or (self._reader.person_at(self._tokens[noun - 1]) if noun else None)
        if person is not None:
            yield Given(phrase, person)

    def _listed(self, index: int) -> Iterator[Given]:
        """Read "aux Finances, X" and "X à la Défense"."""
        phrase = self._of_portfolio(index, self._tokens[index].text.lower())
        if phrase is None:
            return
        behind = phrase.last + 1
        opens = (
            index == 0
            or self._tokens[index - 1].text in ",;:("
            or self._tokens[index - 1].key in self._words.roles.conjunctions
        )
        if opens and behind + 1 < len(self._tokens) and self._tokens[behind].text in ",:":
            person = self._reader.person_at(self._tokens[behind + 1])
        elif index and (behind >= len(self._tokens) or self._ends_item(self._tokens[behind])):
            person = self._subject(index)
        else:
            person = None
        if person is not None:
            yield Given(phrase, person)

    def _ends_item(self, token: Token) -> bool:
        return token.text in ",;.)" or token.key in self._words.roles.conjunctions

    def _headed(self, verb: int) -> Iterator[Given]:
        """Read "X, who chairs the committee", "X, qui préside la commission"."""
        relative = verb - 1
        if relative < 1 or self._tokens[relative].key not in self._words.roles.relatives:
            return
        before = relative - 1 - (self._tokens[relative - 1].text == ",")
        person = self._reader.person_at(self._tokens[before]) if before >= 0 else None
        article = verb + 1
        if person is None or article + 1 >= len(self._tokens) or self._tokens[article].key not in self._data.of:
            return
        last, countries, organization = self._noun_phrase(article + 1)
        if last is not None:
            office = self._data.heading[self._tokens[verb].key]
            text = f"{office} {self._of(article)}{self._written(article + 1, last)}"
            yield Given(self._phrase(verb, last, text, office, countries, organization), person)

    def _noun_phrase(self, first: int) -> tuple[int | None, tuple[str, ...], str | None]:
        """Return the last token of the noun phrase that begins at `first`, and for whom it says the office is held."""
        mention = self._reader.mention_of(self._tokens[first])
        if mention is not None:
            if mention.kind != "organization":
                return None, (), None
            return self._last_of(first, mention), (), mention.id
        if self._tokens[first].kind != "word" or self._tokens[first].key in self._words.roles.breaks:
            return None, (), None
        last, limit = first, min(len(self._tokens), first + _LONGEST)
        while self._tokens[last].capital and last + 1 < limit and self._tokens[last + 1].capital:
            last += 1
        behind = self._reader.complements(self._tokens, last + 1)
        return max(last, behind.last), tuple(behind.countries), behind.organization

    def _last_of(self, index: int, mention: Mention) -> int:
        """Return the last token of a mention that holds token `index`."""
        while index + 1 < len(self._tokens) and self._tokens[index + 1].start < mention.end:
            index += 1
        return index

    def _subject(self, verb: int) -> Mention | None:
        """Return the person named right before a verb, auxiliaries and a relative pronoun aside."""
        index = verb - 1
        while index >= 0 and verb - index < 4 and self._is_auxiliary(self._tokens[index]):
            index -= 1
        return self._reader.person_at(self._tokens[index]) if index >= 0 else None

    def _of_noun(self, noun: int) -> RolePhrase | None:
        """Return the office that a ministry says: "ministère de la Défense", "defence portfolio"."""
        office = self._data.office
        mention = self._reader.mention_of(self._tokens[noun])
        if mention is not None and mention.kind == "organization":
            last = self._last_of(noun, mention)
            text = f"{office} {self._written(noun + 1, last)}"
            return self._phrase(noun, last, text, office, (), mention.id) if last > noun else None
        behind = self._reader.complements(self._tokens, noun + 1)
        if behind.last > noun:
            text = f"{office} {self._written(noun + 1, behind.last, behind.left_out)}".strip()
            return self._phrase(noun, behind.last, text, office, tuple(behind.countries), behind.organization)
        first = noun
        while first > 0 and self._tokens[first - 1].key in self._data.portfolio_words:
            first -= 1
        if first == noun or not self._before_noun:
            return None
        return self._phrase(first, noun, f"{self._written(first, noun - 1)} {office}", office)

    def _of_portfolio(self, index: int, opener: str = "") -> RolePhrase | None:
        """Return the office that a bare portfolio says: "la Défense", or "aux Finances" with its opener given."""
        if index >= len(self._tokens):
            return None
        first = index
        if opener or self._tokens[index].key in self._words.roles.articles:
            first += 1
            if opener and first < len(self._tokens) and self._tokens[first].key in self._data.of:
                index, first, opener = first, first + 1, ""
        if first >= len(self._tokens) or not self._tokens[first].capital:
            return None
        if self._tokens[first].key not in self._data.portfolio_words:
            return None
        last = self._end_of_portfolio(first)
        of = self._data.of.get(self._tokens[index].key, "") if first > index else ""
        portfolio = self._written(first, last)
        text = f"{portfolio} {self._data.office}" if self._before_noun else f"{self._data.office} {of}{portfolio}"
        return self._phrase(index, last, text, self._data.office)

    def _end_of_portfolio(self, last: int) -> int:
        """Return the last token of "Affaires étrangères", "Économie et des Finances", from its first."""
        roles = self._words.roles
        limit = min(len(self._tokens), last + _LONGEST)
        while last + 1 < limit:
            index = last + 1
            if roles.is_adjective(self._tokens[index]) and self._tokens[index].key not in roles.breaks:
                last = index
                continue
            while index < min(len(self._tokens), last + 4) and self._joins(self._tokens[index]):
                index += 1
            if index == last + 1 or index >= len(self._tokens) or not self._tokens[index].capital:
                break
            if self._tokens[index].key not in self._data.portfolio_words:
                break
            last = index
        return last

    def _joins(self, token: Token) -> bool:
        roles = self._words.roles
        return token.key in roles.conjunctions or token.key in roles.articles or token.text.lower() in roles.linkers

    def _of(self, article: int) -> str:
        return self._data.of[self._tokens[article].key]

    def _written(self, first: int, last: int, left_out: set[int] | None = None) -> str:
        return self._reader.written(self._tokens, first, last, left_out or set())

    def _phrase(
        self,
        first: int,
        last: int,
        text: str,
        office: str,
        countries: tuple[str, ...] = (),
        organization: str | None = None,
    ) -> RolePhrase:
        head = Head((office,), (office,), "offices", office)
        return RolePhrase(self._sentence, first, first, last, head, text, text, countries, organization, definite=True)


def appointed(tokens: Sequence[Token], participle: int, words: PeopleWords) -> bool:
    """Tell whether a participle is passive, so that the person before it gets the office: "has been named".

    In "has named" and in "Biden named a", with an article behind it, that person gives the office.
    """
    data = words.roles.appointments
    before = participle - 1
    while before >= 0 and tokens[before].key in data.adverbs:
        before -= 1
    if before < 0 or tokens[before].key in data.passive or tokens[before].kind == "sign":
        return True
    if tokens[before].key in words.auxiliaries or tokens[before].key in data.active:
        return False
    behind = participle + 1
    return behind >= len(tokens) or tokens[behind].key not in words.roles.articles


def speaks_of_cabinet(document: Document, words: PeopleWords) -> bool:
    """Tell whether an article speaks of a government being formed or changed."""
    cabinet = words.roles.appointments.cabinet
    return any(not cabinet.isdisjoint(sentence.keys) for sentence in document.sentences)
