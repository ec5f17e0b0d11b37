"""The text of one article made ready: evened, split into sentences and tokens, content zones only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Set
from dataclasses import dataclass
from functools import cached_property

from generator.language.normalise import even
from generator.language.pack import Pack, pack_for
from generator.language.sentences import split_sentences
from generator.language.tokens import Token, tokenise
from generator.model.article import CONTENT_ZONES, Article, Zone, ZoneKind
from generator.model.text import Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its place, its tokens, the zone it stands in and its number in the document.

    `keys` and `starts` are those of the tokens, `capitals` the indexes of those with a capital: every sub-task asks
    for them, so they are taken out once.
    """

    index: int
    span: Span
    tokens: tuple[Token, ...]
    zone: Zone
    keys: tuple[str, ...]
    starts: tuple[int, ...]
    capitals: tuple[int, ...]

    def places_of(self, words: Set[str]) -> list[int]:
        """Return the indexes of the tokens whose folded form is one of `words`; most sentences have none."""
        keys = self.keys
        return [] if words.isdisjoint(keys) else [index for index, key in enumerate(keys) if key in words]


@dataclass(frozen=True)
class Document:
    """What every sub-task reads. `text` is the evened text: same length and offsets as `article.text`."""

    article: Article
    text: str
    pack: Pack
    sentences: tuple[Sentence, ...]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens of the content zones, in text order."""
        return tuple([token for sentence in self.sentences for token in sentence.tokens])

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offsets at which they begin."""
        return tuple([start for sentence in self.sentences for start in sentence.starts])

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that covers, or last began before, `offset`; None before the first."""
        number = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[number] if number >= 0 else None

    def body(self) -> tuple[Sentence, ...]:
        """Return the sentences of the running text alone."""
        return tuple(sentence for sentence in self.sentences if sentence.zone.kind is ZoneKind.BODY)


def prepare(article: Article) -> Document:
    """Make the document of an article, in the language of the article's own pack."""
    pack = pack_for(article.language.value)
    text = even(article.visible())
    sentences: list[Sentence] = []
    for zone in article.zones:
        if zone.kind not in CONTENT_ZONES:
            continue
        for span in split_sentences(text, pack, zone.start, zone.end):
            tokens = tuple(tokenise(text, pack, span.start, span.end))
            if tokens:
                keys = tuple([token.key for token in tokens])
                starts = tuple([token.start for token in tokens])
                capitals = tuple([index for index, token in enumerate(tokens) if token.capital])
                sentences.append(Sentence(len(sentences), span, tokens, zone, keys, starts, capitals))
    return Document(article, text, pack, tuple(sentences))
