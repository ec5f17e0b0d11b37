"""Names that a model finds in articles and the rules did not: for people to look at, never part of a site.

The model itself is given as a function, so that nothing here depends on which one it is, or on any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.drafts.parts import count
from generator.language.normalise import fold
from generator.model.ids import slugify
from generator.model.site import Site
from generator.model.text import Span

Recogniser = Callable[[str], Iterable[tuple[int, int, str]]]
"""Takes a sentence and gives start, end and kind (`people`, `organizations` or `places`) of each name in it."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name with the sentences it stands in: article id and index, in the order of ids."""

    kind: str
    name: str
    sentences: tuple[tuple[str, int], ...]

    @property
    def articles(self) -> int:
        """The number of articles that have the name."""
        return len({article for article, _ in self.sentences})

    @property
    def evidence(self) -> str:
        """The evidence in words."""
        return f"{count(len(self.sentences), 'sentence')} in {count(self.articles, 'article')}"


def propose(site: Site, recognise: Recogniser, language: str) -> tuple[Proposal, ...]:
    """Return the names found in articles of one language only by the model, those with most evidence first.

    Left out is what overlaps any words that the rules understood, or that a contributor said name nothing; what is
    spelled like a name the site has; and persons of one name only, who cannot be told apart.
    """
    known = {fold(use.name) for entity in site.entities.values() for use in entity.names}
    known |= {fold(value) for entity in site.entities.values() for _, value in entity.name}
    found: dict[tuple[str, str], list[tuple[str, int]]] = {}
    names: dict[tuple[str, str], str] = {}
    for article, index, kind, name in _found(site, recognise, language):
        if fold(name) not in known:
            key = (kind, slugify(name))
            names.setdefault(key, name)
            found.setdefault(key, []).append((article, index))
    made = (Proposal(kind, names[kind, slug], tuple(dict.fromkeys(where))) for (kind, slug), where in found.items())
    return tuple(sorted(made, key=lambda one: (-one.articles, -len(one.sentences), one.kind, one.name)))


def _found(site: Site, recognise: Recogniser, language: str) -> Iterator[tuple[str, int, str, str]]:
    for key, article in site.articles.items():
        if article.language.value.partition("-")[0] != language:
            continue
        text = article.visible()
        reading = site.readings[key]
        taken = [mention.span for mention in reading.mentions] + [Span(pin.start, pin.end) for pin in article.pins]
        for index, sentence in enumerate(reading.sentences):
            for start, end, kind in recognise(sentence.of(text)):
                span = Span(sentence.start + start, sentence.start + end)
                name = " ".join(span.of(text).split())
                if _is_name(name, kind) and not any(span.overlaps(other) for other in taken):
                    yield key, index, kind, name


def _is_name(name: str, kind: str) -> bool:
    words = [word for word in name.replace("-", " ").split() if word[:1].isupper()]
    return name[:1].isupper() and len(slugify(name)) > 2 and len(words) > (1 if kind == "people" else 0)
