"""Pronouns that begin a sentence or are the subject of a verb of saying, resolved to the person last spoken of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from functools import cached_property

from generator.language.normalise import fold
from generator.language.tokens import Token
from generator.model.article import ZoneKind
from generator.model.reading import Mention
from generator.understanding.document import Document, Sentence
from generator.understanding.lexicon.people import PeopleWords

_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”")
_QUOTES = frozenset('"«“„')
_REACH = 3
"""How many sentences back the person may have been named."""
_REMEMBERED = 6
"""How many persons are kept in mind."""


def find_pronouns(document: Document, mentions: Sequence[Mention], words: PeopleWords) -> list[Mention]:
    """Return a mention of form `role` for each subject pronoun that can only mean one person.

    The person is the subject of the nearest sentence before, in the same stretch of body text, whose gender agrees.
    """
    persons = [mention for mention in mentions if mention.kind == "person"]
    genders = known_genders(document, persons, words)
    found: list[Mention] = []
    recent: deque[_Scene] = deque(maxlen=_REACH + 1)
    quoted = [match.span() for match in _QUOTED.finditer(document.text)]
    position = 0
    for sentence in document.sentences:
        here: list[Mention] = []
        while position < len(persons) and persons[position].start < sentence.span.end:
            one = persons[position]
            if one.start >= sentence.span.start and one.id and not _inside(one.start, quoted):
                here.append(one)
            position += 1
        if sentence.zone.kind is not ZoneKind.BODY:
            continue
        recent.append(_Scene(sentence, here, words))
        for token, gender in _subject_pronouns(sentence, words):
            person = _antecedent(token, gender, recent, genders)
            if person:
                found.append(_mention(document.article.text[token.start : token.end], token, person))
                recent[-1].take(token, person)
    return found


def _inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether an offset lies in one of the spans: whom quoted words name is not who the text is about."""
    number = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return number >= 0 and offset < spans[number][1]


class _Scene:
    """A sentence of running text with the persons it names, and those its pronouns mean, latest first."""

    def __init__(self, sentence: Sentence, named: list[Mention], words: PeopleWords) -> None:
        self.sentence = sentence
        self.named = named
        self.meant: deque[Mention] = deque(maxlen=_REMEMBERED)
        self.opened = False
        self._words = words

    def take(self, token: Token, person: Mention) -> None:
        """Remember that a pronoun of the sentence means a person."""
        self.meant.appendleft(person)
        self.opened = self.opened or not self.named or token.start < self.named[0].start

    @cached_property
    def subjects(self) -> frozenset[int]:
        """The starts of the names that may be subjects."""
        return _subjects(self.sentence, self.named, self._words) if self.named else frozenset()

    @cached_property
    def ranked(self) -> list[Mention]:
        """The persons named that a later pronoun may mean, likeliest first."""
        return sorted(self.named[-_REMEMBERED:], key=lambda one: (one.start not in self.subjects, one.start))

    @property
    def likeliest(self) -> list[Mention]:
        """All persons that a later pronoun may mean: first whom a pronoun that opens the sentence means."""
        return [*self.meant, *self.ranked] if self.opened else [*self.ranked, *self.meant]

    @property
    def thing(self) -> str:
        """The gender of the thing that is the subject of a sentence without persons; empty where none is."""
        return "" if self.named else self._words.thing_subjects.get(self.sentence.tokens[0].key, "")

    @property
    def stranger(self) -> str:
        """The gender (`u`: either) of somebody without a name who is the subject; empty where none is."""
        if self.named:
            return ""
        tokens, words = self.sentence.tokens, self._words
        for first in (0, 1):
            # "Le sous-préfet …", "Quant au sous-préfet, …"
            if first + 1 < len(tokens) and tokens[first + 1].key in words.roles.heads:
                article = tokens[first].key
                return words.thing_subjects.get(article, "m" if article in words.roles.contracted else "")
        return ""


def known_genders(document: Document, persons: Sequence[Mention], words: PeopleWords) -> dict[str, str]:
    """Return `m` or `f` for each person whose form of address or given name tells it."""
    genders: dict[str, str] = {}
    for person in persons:
        if not person.id:
            continue
        before = document.text[max(0, person.start - 14) : person.start].split()
        address = words.honorifics.get(before[-1].lower().rstrip("."), "u") if before else "u"
        if address == "u" and person.form == "name" and person.id not in genders:
            first = person.surface.split()[0].split("-")[0]
            address = words.given.gender(fold(first))
        if address != "u":
            genders.setdefault(person.id, address)
    return genders


def _subject_pronouns(sentence: Sentence, words: PeopleWords) -> list[tuple[Token, str]]:
    """Return the pronouns that begin a sentence, or stand inverted behind a verb of saying or an auxiliary."""
    found: list[tuple[Token, str]] = []
    tokens = sentence.tokens
    if words.pronouns.keys().isdisjoint(sentence.keys):
        return found
    opening = True
    for index, token in enumerate(tokens):
        gender = words.pronouns.get(token.key) if token.kind == "word" else None
        if gender:
            inverted = index > 1 and tokens[index - 1].text == "-" and _says_before(tokens, index, words)
            spoken = index + 1 < len(tokens) and _says(tokens, index + 1, words)
            if (opening or inverted or spoken) and not _impersonal(tokens, index, gender, words):
                found.append((token, gender))
        if opening:
            # Behind an opening quotation mark somebody else speaks: whom he means is not told.
            opening = token.key in words.openers if token.kind == "word" else token.text not in _QUOTES
    return found


def _says(tokens: Sequence[Token], index: int, words: PeopleWords) -> bool:
    while index < len(tokens) and tokens[index].key in words.auxiliaries:
        index += 1
    return index < len(tokens) and tokens[index].key in words.speech


def _says_before(tokens: Sequence[Token], index: int, words: PeopleWords) -> bool:
    """Tell whether "a-t-" or "dit-" stands before the pronoun, with a verb of saying in it or behind it."""
    verb = index - 2
    if verb >= 2 and tokens[verb].key == "t" and tokens[verb - 1].text == "-":
        verb -= 2
    if tokens[verb].key in words.speech:
        return True
    return tokens[verb].key in words.auxiliaries and _says(tokens, index + 1, words)


def _impersonal(tokens: Sequence[Token], index: int, gender: str, words: PeopleWords) -> bool:
    if gender != "m" or not words.impersonal:
        return False
    following = [token.key for token in tokens[index + 1 : index + 4] if token.text != "-"]
    joined = [" ".join(following[:count]) for count in (1, 2)] + ["".join(following[:2])]
    return any(phrase in words.impersonal for phrase in joined)


def _antecedent(token: Token, gender: str, recent: Sequence[_Scene], genders: dict[str, str]) -> Mention | None:
    """Return the person a pronoun means: one named before it in its sentence, or else shortly before that."""

    def agrees(one: Mention) -> bool:
        return genders.get(one.id or "", gender) == gender

    scene = recent[-1]
    stop = bisect_left(scene.named, token.start, key=lambda one: one.start)
    before = [one for one in scene.named[max(0, stop - _REMEMBERED) : stop] if agrees(one)]
    others: frozenset[str | None] = frozenset()
    if before:
        first = min(before, key=lambda one: (one.start not in scene.subjects, one.start))
        others = frozenset(one.id for one in before)
        if first.start in scene.subjects:
            return first
        if not _behind_comma(token, scene.sentence):
            return first if len(others) == 1 else None
        # "Speaking to X, he said": who is named in what leads to the main clause is not its subject.
    if scene.stranger in (gender, "u"):
        return None
    nearby = [one for one in scene.meant if agrees(one) and one.id not in others]
    if nearby:
        return nearby[0]
    earlier = [one for one in reversed(recent) if scene.sentence.index - one.sentence.index <= _REACH][1:]
    if earlier and (earlier[0].thing == gender or earlier[0].stranger in (gender, "u")):
        return None
    persons = (one for past in earlier for one in past.likeliest)
    return next((one for one in persons if agrees(one) and one.id not in others), None)


def _behind_comma(token: Token, sentence: Sentence) -> bool:
    """Tell whether a comma stands before a pronoun."""
    index = bisect_left(sentence.tokens, token.start, key=lambda one: one.start)
    return index > 0 and sentence.tokens[index - 1].text == ","


def _subjects(sentence: Sentence, persons: Sequence[Mention], words: PeopleWords) -> frozenset[int]:
    """Return the starts of the names that may be subjects: no preposition stands before them or their titles.

    Nor before the noun that a name between commas explains (`avec son frère aîné, X, …`).
    """
    subjects = set()
    waiting = iter(persons)
    person = next(waiting, None)
    previous = ""
    governed = explained = False
    for token in sentence.tokens:
        while person is not None and token.start >= person.start:
            if previous not in words.object_prepositions and not (previous == "," and explained):
                subjects.add(person.start)
            person = next(waiting, None)
        if token.text == ",":
            governed = False
        elif token.key in words.object_prepositions:
            governed, explained = True, False
        elif token.key in words.auxiliaries or token.capital:
            governed = explained = False
        elif governed and (token.key in words.roles.heads or token.key in words.owners):
            explained = True
        if token.key not in words.roles.heads and not words.is_honorific(token) and token.text != ".":
            previous = token.key
    return frozenset(subjects)


def _mention(surface: str, token: Token, person: Mention) -> Mention:
    return Mention(
        start=token.start,
        end=token.end,
        surface=surface,
        kind="person",
        id=person.id,
        name=person.name,
        form="role",
        confidence=0.6,
    )
