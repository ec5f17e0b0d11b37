"""Recorded persons in a text: full names that the gazetteer spells, joined with the chunks found by their signs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.model.reading import Mention
from generator.understanding.document import Document
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.lexicon.people import people_words
from generator.understanding.people.chunks import Chunk
from generator.understanding.people.same_person import same
from generator.understanding.recorded import name_keys, recorded_names


def find_recorded(document: Document, gazetteer: Gazetteer, taken: Mapping[int, Mention]) -> list[Chunk]:
    """Return the stretches that spell a recorded full name, in text order."""
    index = recorded_names(gazetteer)
    words = people_words(document.pack)
    found: list[Chunk] = []
    if not index.full:
        return found
    for sentence in document.sentences:
        tokens = sentence.tokens
        position = 0
        while position < len(tokens):
            match = gazetteer.match_at(tokens, position) if tokens[position].kind == "word" else None
            if match is None or tokens[position].start in taken:
                position += 1
                continue
            if any(entry.kind == "person" for entry in match.entries):
                chunk = Chunk(sentence, match.first, match.last, words)
                if chunk_keys(chunk) in index.full:
                    found.append(chunk)
            position = match.last + 1
    return found


def chunk_keys(chunk: Chunk) -> tuple[str, ...]:
    """Return the folded words of a chunk, as `name_keys` gives them for its text."""
    return name_keys(" ".join(token.text for token in chunk.words))


def join(chunks: Iterable[Chunk], recorded: Sequence[Chunk]) -> tuple[list[Chunk], frozenset[int]]:
    """Put recorded names among the chunks; also return the starts of the chunks that are or hold one.

    A chunk that holds a recorded name and can mean the same person stays whole ("Dr Ali Reza X" for "Ali X");
    one that only touches it gives way.
    """
    starts = {chunk.start: chunk for chunk in recorded}
    by_token = {token.start: chunk for chunk in recorded for token in chunk.tokens}
    joined: list[Chunk] = []
    sure: set[int] = set()
    absorbed: set[int] = set()
    for chunk in chunks:
        touching = {by_token[token.start].start for token in chunk.tokens if token.start in by_token}
        if not touching:
            joined.append(chunk)
            continue
        held = starts[min(touching)]
        whole = chunk.start <= held.start and held.end <= chunk.end
        if len(touching) == 1 and whole and same(chunk_keys(chunk), chunk_keys(held)):
            joined.append(chunk)
            sure.add(chunk.start)
            absorbed.add(held.start)
    kept = [chunk for chunk in recorded if chunk.start not in absorbed]
    sure.update(chunk.start for chunk in kept)
    return sorted([*joined, *kept], key=lambda chunk: chunk.start), frozenset(sure)
