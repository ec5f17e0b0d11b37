"""Surnames and given names that stand for a person named in full, and bare names behind a title."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from generator.language.names import Strength
from generator.language.tokens import Token
from generator.model.ids import make_id, slugify
from generator.model.reading import Mention
from generator.understanding.document import Document
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.lexicon.people import PeopleWords
from generator.understanding.people.chunks import Chunk
from generator.understanding.people.recorded import chunk_keys
from generator.understanding.people.same_person import Person
from generator.understanding.people.spellings import heard_bearers
from generator.understanding.recorded import SMALL, recorded_names, telling

_NEAR = 600
"""How many characters back a full name decides which of several bearers a surname means."""


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
    gazetteer: Gazetteer,
    chunks: Sequence[Chunk],
    titled: frozenset[int],
    persons: Sequence[Person],
    full: Sequence[Mention],
    words: PeopleWords,
) -> list[Mention]:
    """Return the short mentions among `chunks`. `titled` are the starts of those that are names by their own signs.

    A surname or given name means the person of the article that bears it; a recorded short name its record; a bare
    name behind a title, which nobody of the article bears in full, a person of its own.
    """
    index = _Index(persons)
    recent = _Recent(full)
    alone: dict[str, Mention] = {}
    found: list[Mention] = []
    later: list[Chunk] = []
    for chunk in chunks:
        mention = next(
            filter(
                None,
                (_resolve(document, run, index, recent) for run in _runs(chunk, index, words, chunk.start in titled)),
            ),
            None,
        ) or _recorded_short(document, gazetteer, chunk, words)
        if mention is None and chunk.start in titled:
            mention = _alone(document, gazetteer, chunk, alone)
        if mention is None:
            later.append(chunk)
        else:
            found.append(mention)
    for chunk in later:
        known = alone.get(chunk.words[-1].key)
        if known and len(chunk.words) == 1 and not words.is_common(chunk.words[0]):
            found.append(_again(document, chunk, known))
    return found


class _Recent:
    """Full mentions by where they stand, to find the person named last."""

    def __init__(self, full: Sequence[Mention]) -> None:
        self._full = sorted(full, key=lambda one: one.start)
        self._starts = [one.start for one in self._full]
        self._counts = Counter(one.id for one in self._full)

    def chosen(self, ids: frozenset[str], start: int) -> str | None:
        """Return which of several bearers of a surname is meant, or None.

        The one the article is about: named in full more than twice as often as any other. Else the one last named
        in full, if that was near and no other bearer was.
        """
        counts = sorted(((self._counts[one], one) for one in ids), reverse=True)
        if counts[0][0] > 2 * counts[1][0] or (counts[0][0] == 2 and counts[1][0] == 1):
            return counts[0][1]
        stop = bisect_left(self._starts, start)
        close = []
        for mention in reversed(self._full[max(0, stop - 12) : stop]):
            if start - mention.end > _NEAR:
                break
            if mention.id in ids:
                close.append(mention.id)
        return close[0] if len(set(close)) == 1 else None


def _runs(chunk: Chunk, index: _Index, words: PeopleWords, trusted: bool) -> list[list[Token]]:
    """Return the runs of words of a chunk that known persons' names hold; none that is part of a thing's name."""
    if not trusted and (
        words.begins_thing(chunk.words[0])
        or (chunk.first and chunk.sentence.tokens[chunk.first - 1].key in words.things_before)
    ):
        return []
    runs: list[list[Token]] = []
    run: list[Token] = []
    thing = False
    for part in chunk.words:
        if part.key in words.things_inside:
            # "Clinton Foundation", "Lake Clinton".
            run, thing = [], True
        elif _in_name(part, index):
            if not thing or trusted:
                run.append(part)
        else:
            if run:
                runs.append(run)
            run, thing = [], False
    if run:
        runs.append(run)
    return [
        run
        for run in runs
        if any(_key(part) not in SMALL and part.key not in words.suffixes for part in run)
        and _plausible(chunk, run, index, words, trusted)
    ]


def _in_name(token: Token, index: _Index) -> bool:
    key = _key(token)
    if len(key) == 1:
        # The "A" of a title, the English "I".
        return False
    return key in index.surnames or key in index.given or (key in SMALL and not token.text.endswith("'"))


def _key(token: Token) -> str:
    return token.key.rstrip(".")


def _plausible(chunk: Chunk, run: list[Token], index: _Index, words: PeopleWords, trusted: bool) -> bool:
    """Tell whether a lone word is the short name, not an ordinary word at the head of a sentence or another name."""
    token = run[-1]
    if len(run) > 1:
        return True
    if token.key not in index.surnames:
        # A given name alone: only where it is nobody else's full name.
        return len(chunk.words) == 1 and (trusted or words.strength(token) >= Strength.RARE)
    if len(chunk.words) > 1 and words.strength(chunk.words[0]) >= Strength.RARE and token is not chunk.words[0]:
        return False
    if words.is_common(token) and (chunk.first == 0 or len(chunk.words) > 1):
        following = chunk.sentence.tokens[chunk.last + 1 : chunk.last + 2]
        return bool(following) and following[0].key in words.verbs
    return True


def _resolve(document: Document, run: Sequence[Token], index: _Index, recent: _Recent) -> Mention | None:
    fitting = {person.id: person for person in index.fitting(tuple(_key(token) for token in run))}
    if not fitting:
        return None
    start, end = run[0].start, run[-1].end
    chosen = next(iter(fitting)) if len(fitting) == 1 else recent.chosen(frozenset(fitting), start)
    if chosen is None:
        surface = document.article.text[start:end]
        return _short(document, start, end, None, surface, 0.4, tuple(sorted(fitting)))
    if fitting[chosen].candidates:
        return _short(document, start, end, None, fitting[chosen].name, 0.4, fitting[chosen].candidates)
    return _short(document, start, end, chosen, fitting[chosen].name, 0.85 if len(fitting) == 1 else 0.65)


def _recorded_short(document: Document, gazetteer: Gazetteer, chunk: Chunk, words: PeopleWords) -> Mention | None:
    """Return a recorded short name that means one record and is no ordinary word."""
    index = recorded_names(gazetteer)
    ids = index.short.get(chunk_keys(chunk), frozenset()) if index.short else frozenset()
    if len(ids) != 1 or words.is_common(chunk.words[0]):
        return None
    entity = min(ids)
    return _short(document, chunk.start, chunk.end, entity, index.by_id[entity].name, 0.8)


def _alone(document: Document, gazetteer: Gazetteer, chunk: Chunk, alone: dict[str, Mention]) -> Mention:
    """Return the mention of somebody of whom the article has no full name.

    Where a recorded person bears the name it may be that one, or not: the choice is left to a human.
    """
    surface = document.article.text[chunk.start : chunk.end]
    key = chunk.words[-1].key
    if key in alone:
        return _again(document, chunk, alone[key])
    bearers = {entity for spelled, (entity, _) in recorded_names(gazetteer).by_word.get(key, ()) if spelled[-1] == key}
    bearers = bearers or heard_bearers(chunk.words[-1].text, gazetteer)
    if bearers:
        mention = _short(document, chunk.start, chunk.end, None, surface, 0.4, tuple(sorted(bearers)[:12]))
    else:
        mention = _short(document, chunk.start, chunk.end, make_id("people", slugify(surface)), surface, 0.7)
    alone[key] = mention
    return mention


def _again(document: Document, chunk: Chunk, known: Mention) -> Mention:
    return _short(document, chunk.start, chunk.end, known.id, known.name, known.confidence, known.candidates)


def _short(
    document: Document,
    start: int,
    end: int,
    entity: str | None,
    name: str,
    confidence: float,
    candidates: tuple[str, ...] = (),
) -> Mention:
    return Mention(
        start=start,
        end=end,
        surface=document.article.text[start:end],
        kind="person",
        id=entity,
        name=name,
        form="short_name",
        confidence=confidence,
        candidates=candidates,
    )
