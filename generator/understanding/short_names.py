"""Surnames and given names that stand for a person named in full, and bare names behind a title."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.names import Strength
from generator.language.tokens import Token
from generator.model.ids import make_id, slugify
from generator.model.reading import Mention
from generator.understanding.document import Document
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.name_chunks import Chunk
from generator.understanding.people_words import PeopleWords
from generator.understanding.recorded import SMALL, telling
from generator.understanding.same_person import Person


class _Index:
    """Persons of an article by the words of their names."""

    def __init__(self, persons: Sequence[Person]) -> None:
        self.surnames: dict[str, list[Person]] = {}
        self.given: dict[str, list[Person]] = {}
        for person in persons:
            for keys in {person.keys, *person.others}:
                words = telling(keys)
                for word in words[1:]:
                    _add(self.surnames, word, person)
                _add(self.given, words[0], person)

    def fitting(self, keys: tuple[str, ...]) -> list[Person]:
        """Return the persons whose name ends with, or else holds, or else begins with the words."""
        words = telling(keys)
        found = [person for person in self.surnames.get(words[-1], ()) if _holds(person, words)]
        last = [person for person in found if telling(person.keys)[-1] == words[-1]]
        return last or found or [person for person in self.given.get(words[-1], ()) if _holds(person, words)]


def _add(index: dict[str, list[Person]], word: str, person: Person) -> None:
    bearers = index.setdefault(word, [])
    if person not in bearers and len(bearers) < 20:
        bearers.append(person)


def _holds(person: Person, words: tuple[str, ...]) -> bool:
    names = {person.keys, *person.others}
    return any(set(words) <= set(keys) for keys in names)


def find_short_names(
    document: Document,
    chunks: Sequence[Chunk],
    titled: frozenset[int],
    persons: Sequence[Person],
    full: Sequence[Mention],
    words: PeopleWords,
    gazetteer: Gazetteer,
) -> list[Mention]:
    """Return the short mentions among `chunks`. `titled` are the starts of those that are names by their own signs."""
    index = _Index(persons)
    alone: dict[str, Person] = {}
    found: list[Mention] = []
    for chunk in chunks:
        for part in _runs(chunk, index, words, chunk.start in titled):
            mention = _resolve(document, part, index, full, found)
            if mention:
                found.append(mention)
                break
        else:
            if chunk.start in titled:
                found.append(_alone(document, chunk, alone))
    found += _later(document, chunks, found, alone, words)
    return found


def _runs(chunk: Chunk, index: _Index, words: PeopleWords, trusted: bool) -> list[list[Token]]:
    """Return the runs of words of a chunk that known persons' names hold."""
    parts = chunk.words
    if not trusted:
        if any(part.key in words.things_inside for part in parts):
            return []
        before = chunk.sentence.tokens[chunk.first - 1] if chunk.first else None
        if before is not None and before.key in words.things_before:
            return []
    runs: list[list[Token]] = []
    run: list[Token] = []
    for part in parts:
        if (
            _key(part) in index.surnames
            or _key(part) in index.given
            or (_key(part) in SMALL and not part.text[-1] == "'")
        ):
            run.append(part)
        elif run:
            runs.append(run)
            run = []
    if run:
        runs.append(run)
    return [
        run for run in runs if any(_key(part) not in SMALL for part in run) and _plausible(chunk, run, index, words)
    ]


def _key(token: Token) -> str:
    return token.key.rstrip(".")


def _plausible(chunk: Chunk, run: list[Token], index: _Index, words: PeopleWords) -> bool:
    """Tell whether a lone word is the short name, not an ordinary word at the head of a sentence or another name."""
    token = run[-1]
    if len(run) > 1:
        return True
    if token.key not in index.surnames:
        # A given name alone: only where it is nobody else's full name.
        return len(chunk.words) == 1 and words.strength(token) >= Strength.RARE
    if len(chunk.words) > 1 and words.strength(chunk.words[0]) >= Strength.RARE and token is not chunk.words[0]:
        return False
    if words.is_common(token) and (chunk.first == 0 or len(chunk.words) > 1):
        following = chunk.sentence.tokens[chunk.last + 1 : chunk.last + 2]
        return bool(following) and (following[0].key in words.auxiliaries or following[0].key in words.speech)
    return True


def _resolve(
    document: Document, run: list[Token], index: _Index, full: Sequence[Mention], found: Sequence[Mention]
) -> Mention | None:
    keys = tuple(_key(token) for token in run)
    fitting = index.fitting(keys)
    if not fitting:
        return None
    start, end = run[0].start, run[-1].end
    person = fitting[0] if len(fitting) == 1 else _nearest(fitting, start, full, found)
    return Mention(
        start=start,
        end=end,
        surface=document.article.text[start:end],
        kind="person",
        id=person.id if person else None,
        name=person.name if person else document.article.text[start:end],
        form="short_name",
        confidence=0.85 if person else 0.4,
        candidates=() if person else tuple(sorted(one.id for one in fitting)),
    )


def _nearest(fitting: Sequence[Person], start: int, full: Sequence[Mention], found: Sequence[Mention]) -> Person | None:
    return None


def _alone(document: Document, chunk: Chunk, alone: dict[str, Person]) -> Mention:
    """Return the mention of somebody of whom the article has no full name."""
    surface = document.article.text[chunk.start : chunk.end]
    key = chunk.words[-1].key
    person = alone.setdefault(key, Person(surface, (key,), make_id("people", slugify(surface))))
    return Mention(
        start=chunk.start,
        end=chunk.end,
        surface=surface,
        kind="person",
        id=person.id,
        name=person.name,
        form="short_name",
        confidence=0.7,
    )


def _later(
    document: Document,
    chunks: Sequence[Chunk],
    found: Sequence[Mention],
    alone: dict[str, Person],
    words: PeopleWords,
) -> list[Mention]:
    """Return the further mentions of persons known by a bare surname."""
    taken = {mention.start for mention in found}
    later = []
    for chunk in chunks:
        person = alone.get(chunk.words[-1].key)
        if person and len(chunk.words) == 1 and chunk.start not in taken and not words.is_common(chunk.words[0]):
            later.append(
                Mention(
                    start=chunk.start,
                    end=chunk.end,
                    surface=document.article.text[chunk.start : chunk.end],
                    kind="person",
                    id=person.id,
                    name=person.name,
                    form="short_name",
                    confidence=0.65,
                )
            )
    return later
