"""People: known names, and unknown ones from titles, roles, speech verbs and given names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.language.tokens import Token
from generator.model.article import ZoneKind
from generator.model.reading import Mention
from generator.understanding.document import Document, Sentence
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.name_chunks import Chunk, find_chunks, parts_of
from generator.understanding.people_words import PeopleWords, people_words
from generator.understanding.person_evidence import ACCEPT, ACCEPT_SINGLE, score
from generator.understanding.recorded import name_keys
from generator.understanding.same_person import Person, assign_id, group
from generator.understanding.short_names import find_short_names


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
    taken = _starts(document, organizations)
    places = _starts(document, lands)
    known = _recorded(document, gazetteer)
    chunks = [
        chunk
        for sentence in document.sentences
        for chunk in find_chunks(document, sentence, words, taken, places)
        if not any(token.start in known.covered for token in chunk.tokens)
    ]
    lower = frozenset(t.key for t in document.tokens if t.kind == "word" and not t.capital)
    named = _accept(chunks, words, places, lower)
    return _mentions(document, gazetteer, words, known, chunks, named)


def _starts(document: Document, mentions: tuple[Mention, ...]) -> dict[int, bool]:
    """Return the starts of the tokens that mentions cover."""
    starts = {}
    tokens = iter(document.tokens)
    token = next(tokens, None)
    for mention in sorted(mentions, key=lambda one: (one.start, one.end)):
        while token is not None and token.start < mention.end:
            if token.start >= mention.start:
                starts[token.start] = True
            token = next(tokens, None)
    return starts


@dataclass(frozen=True)
class _Recorded:
    """Mentions of recorded persons, and the starts of the tokens they cover."""

    mentions: tuple[Mention, ...]
    covered: frozenset[int]


def _recorded(document: Document, gazetteer: Gazetteer) -> _Recorded:
    return _Recorded((), frozenset())


def _accept(chunks: list[Chunk], words: PeopleWords, places: Mapping[int, bool], lower: frozenset[str]) -> list[Chunk]:
    """Return the chunks that are names on their own evidence: those of the running text, then of headlines."""
    accepted = []
    seen: set[str] = set()
    headlines = []
    for chunk in chunks:
        if chunk.sentence.zone.kind is ZoneKind.TITLE and title_case(chunk.sentence):
            headlines.append(chunk)
        elif _is_name(chunk, words, places, lower):
            accepted.append(chunk)
            seen.update(token.key for token in chunk.words)
    for chunk in headlines:
        # A headline capitalises every word: a name stands there only if the text, or a title, says so too.
        if chunk.words[-1].key in seen and parts_of(chunk, words) > 1 and _is_name(chunk, words, places, lower):
            accepted.append(chunk)
    return sorted(accepted, key=lambda chunk: chunk.start)


def _is_name(chunk: Chunk, words: PeopleWords, places: Mapping[int, bool], lower: frozenset[str]) -> bool:
    needed = ACCEPT_SINGLE if parts_of(chunk, words) == 1 else ACCEPT
    return score(chunk, words, places, lower) >= needed


def title_case(sentence: Sentence) -> bool:
    """Tell whether most words of a sentence are capitalised, as in English headlines."""
    longer = [token for token in sentence.tokens if token.kind == "word" and len(token.text) > 3]
    return len(longer) > 3 and sum(token.capital for token in longer) * 4 >= len(longer) * 3


def _mentions(
    document: Document,
    gazetteer: Gazetteer,
    words: PeopleWords,
    known: _Recorded,
    chunks: list[Chunk],
    named: list[Chunk],
) -> tuple[Mention, ...]:
    full = [chunk for chunk in named if parts_of(chunk, words) > 1]
    spelled = {chunk.start: _spelling(document, chunk) for chunk in named}
    persons = group((spelled[chunk.start], name_keys(spelled[chunk.start])) for chunk in full)
    by_keys = {}
    for person in persons:
        assign_id(person, gazetteer)
        for keys in (person.keys, *person.others):
            by_keys.setdefault(keys, person)
    mentions = []
    for chunk in full:
        person = by_keys[name_keys(spelled[chunk.start])]
        person.gender = person_gender(chunk, words, person.gender)
        mentions.append(_mention(document, chunk, person, 0.9))
    rest = [chunk for chunk in chunks if chunk.start not in {one.start for one in full}]
    titled = frozenset(chunk.start for chunk in named)
    mentions += find_short_names(document, rest, titled, persons, mentions, words, gazetteer)
    return tuple(sorted((*known.mentions, *mentions), key=lambda one: (one.start, one.end)))


def _spelling(document: Document, chunk: Chunk) -> str:
    return " ".join(document.article.text[chunk.start : chunk.end].split())


def person_gender(chunk: Chunk, words: PeopleWords, before: str) -> str:
    """Return the gender a form of address or the given name tells, else the one known before."""
    token: Token = chunk.words[0]
    return before if before != "u" else words.given.gender(token.key)


def _mention(document: Document, chunk: Chunk, person: Person, confidence: float) -> Mention:
    return Mention(
        start=chunk.start,
        end=chunk.end,
        surface=document.article.text[chunk.start : chunk.end],
        kind="person",
        id=person.id,
        name=person.name,
        confidence=confidence,
    )
