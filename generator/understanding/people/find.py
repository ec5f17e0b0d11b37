"""People: known names, and unknown ones from titles, roles, speech verbs and given names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from generator.language.names import Strength
from generator.model.article import ZoneKind
from generator.model.reading import Mention
from generator.understanding.coverage import covered_tokens
from generator.understanding.document import Document, Sentence
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.lexicon.people import PeopleWords, people_words
from generator.understanding.people.chunks import Chunk, find_chunks
from generator.understanding.people.evidence import ACCEPT, ACCEPT_SINGLE, score
from generator.understanding.people.recorded import chunk_keys, find_recorded, join
from generator.understanding.people.same_person import Person, group
from generator.understanding.people.short_names import find_short_names
from generator.understanding.recorded import name_keys, recorded_names

_SURE_BODY = 0.6
"""An organisation found with less confidence does not keep a person's name from being seen in its words."""


def find_people(
    document: Document,
    gazetteer: Gazetteer,
    organizations: tuple[Mention, ...],
    lands: tuple[Mention, ...],
) -> tuple[Mention, ...]:
    """Return the mentions of persons by name, full or short, in text order.

    Every mention of one person has one id and one name, the fullest of the article (a recorded person's name is
    that of its record). A short name that fits several persons has no id but candidates.
    """
    words = people_words(document.pack)
    taken = covered_tokens(document, (one for one in organizations if one.confidence >= _SURE_BODY))
    places = covered_tokens(document, lands)
    found = [
        chunk for sentence in document.sentences for chunk in find_chunks(document, sentence, words, taken, places)
    ]
    chunks, recorded = join(found, find_recorded(document, gazetteer, taken))
    named = _accept(chunks, recorded, _signs(document, words, places, chunks))
    return _mentions(document, gazetteer, words, chunks, named)


def _accept(chunks: Sequence[Chunk], recorded: frozenset[int], signs: _Signs) -> list[Chunk]:
    """Return the chunks that are names: recorded ones, and those that their own signs show to be some.

    A headline may capitalise every word: there the surname must also stand in a name of the running text.
    """
    accepted = []
    seen: set[str] = set()
    headlines = []
    others = []
    for chunk in chunks:
        if chunk.start in recorded:
            accepted.append(chunk)
            seen.update(token.key for token in chunk.words)
        elif chunk.sentence.zone.kind is ZoneKind.TITLE and title_case(chunk.sentence):
            headlines.append(chunk)
        elif signs.name(chunk, accepted[-1] if accepted else None):
            accepted.append(chunk)
            seen.update(token.key for token in chunk.words)
        else:
            others.append(chunk)
    accepted += (chunk for chunk in headlines if chunk.words[-1].key in seen and chunk.parts > 1 and signs.name(chunk))
    full = {_keys(chunk) for chunk in accepted if chunk.parts > 1 and not chunk.title_before}
    accepted += (chunk for chunk in others if len(chunk.words) > 1 and _keys(chunk) in full)
    return sorted(map(partial(_bare, full=full, words=signs.words), accepted), key=lambda chunk: chunk.start)


def _bare(chunk: Chunk, full: Set[tuple[str, ...]], words: PeopleWords) -> Chunk:
    """Cut off what stands before a name that the article gives in full elsewhere: an honour, an unknown title."""
    keys = _keys(chunk)
    if len(keys) < 3 or words.strength(chunk.words[0]) >= Strength.RARE or words.is_initial(chunk.words[0]):
        return chunk
    for cut in range(1, len(keys) - 1):
        if keys[cut:] in full and words.strength(chunk.words[cut]) >= Strength.RARE:
            first = chunk.sentence.tokens.index(chunk.words[cut], chunk.first)
            return Chunk(chunk.sentence, first, chunk.last, words, title_before=True)
    return chunk


def _keys(chunk: Chunk) -> tuple[str, ...]:
    return tuple([token.key for token in chunk.words])


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the whole article tells about a chunk."""

    words: PeopleWords
    places: Mapping[int, Mention]
    lower: frozenset[str]
    alone: frozenset[str]

    def name(self, chunk: Chunk, before: Chunk | None = None) -> bool:
        """Tell whether a chunk is the name of a person. `before` is the last chunk that was one."""
        needed = ACCEPT_SINGLE if chunk.parts == 1 else ACCEPT
        listed = 1 if before is not None and self._listed(before, chunk) else 0
        return score(chunk, self.words, self.places, self.lower, self.alone) + listed >= needed

    def _listed(self, before: Chunk, chunk: Chunk) -> bool:
        """Tell whether two chunks are neighbours in a list: a comma, a conjunction or both stand between them."""
        if before.sentence is not chunk.sentence or not 2 <= chunk.first - before.last <= 3:
            return False
        between = [token.key for token in chunk.sentence.tokens[before.last + 1 : chunk.first]]
        if between[-1] in self.words.roles.conjunctions and len(between) == 1:
            return True
        return (
            between[0] == "," and chunk.parts > 1 and (len(between) == 1 or between[1] in self.words.roles.conjunctions)
        )


def _signs(document: Document, words: PeopleWords, places: Mapping[int, Mention], chunks: Sequence[Chunk]) -> _Signs:
    lower = frozenset([token.key for token in document.tokens if token.text.islower()])
    alone = frozenset(
        chunk.words[0].key
        for chunk in chunks
        if len(chunk.words) == 1
        and chunk.first
        and len(chunk.words[0].text) > 3
        and not words.is_common(chunk.words[0])
    )
    return _Signs(words, places, lower, alone - lower)


def title_case(sentence: Sentence) -> bool:
    """Tell whether most words of a sentence are capitalised, as in English headlines."""
    longer = [token for token in sentence.tokens if token.kind == "word" and len(token.text) > 3]
    return len(longer) > 3 and sum(token.capital for token in longer) * 4 >= len(longer) * 3


def _mentions(
    document: Document, gazetteer: Gazetteer, words: PeopleWords, chunks: Sequence[Chunk], named: Sequence[Chunk]
) -> tuple[Mention, ...]:
    full = [chunk for chunk in named if chunk.parts > 1 or chunk_keys(chunk) in recorded_names(gazetteer).full]
    spelled = {chunk.start: _spelling(document, chunk) for chunk in full}
    persons = group(((name, name_keys(name)) for name in spelled.values()), gazetteer)
    by_keys = {keys: person for person in persons for keys in (person.keys, *person.others)}
    mentions = [_mention(document, chunk, by_keys[name_keys(spelled[chunk.start])]) for chunk in full]
    rest = [chunk for chunk in chunks if chunk.start not in spelled]
    titled = frozenset(chunk.start for chunk in named)
    mentions += find_short_names(document, gazetteer, rest, titled, persons, mentions, words)
    return tuple(sorted(mentions, key=lambda one: (one.start, one.end)))


def _spelling(document: Document, chunk: Chunk) -> str:
    return " ".join(document.article.text[chunk.start : chunk.end].split())


def _mention(document: Document, chunk: Chunk, person: Person) -> Mention:
    return Mention(
        start=chunk.start,
        end=chunk.end,
        surface=document.article.text[chunk.start : chunk.end],
        kind="person",
        id=None if person.candidates else person.id,
        name=person.name,
        confidence=person.confidence,
        candidates=person.candidates,
    )
