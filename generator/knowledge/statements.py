"""Statements with the article that carries them and the entities they speak of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from generator.knowledge.draft import Draft
from generator.knowledge.entities import targets
from generator.model.site import SaidStatement
from generator.model.text import Span
from generator.understanding.speech.audience import audience_of


def build_statements(draft: Draft) -> tuple[SaidStatement, ...]:
    """Return all statements, oldest article first, in text order."""
    return tuple(said for article in draft.newest_last for said in _of_article(draft, article))


def _of_article(draft: Draft, article: str) -> Iterator[SaidStatement]:
    reading = draft.readings[article]
    mentions = sorted(reading.mentions, key=lambda mention: mention.start)
    starts = [mention.start for mention in mentions]
    for statement in reading.statements:
        within = mentions[bisect_left(starts, statement.start) : bisect_left(starts, statement.end)]
        named = (
            key
            for mention in within
            if mention.end <= statement.end
            for key in targets(draft, mention)
            if key != statement.speaker
        )
        sentence = draft.sentence_of(article, statement.start)
        last = draft.sentence_of(article, statement.end - 1)
        around = Span(reading.sentences[sentence].start, reading.sentences[last].end)
        source = draft.articles[article]
        yield SaidStatement(
            article=article,
            sentence=sentence,
            statement=statement,
            about=tuple(dict.fromkeys(named)),
            to=audience_of(source.text, source.language.value, statement, around, reading.mentions),
        )
