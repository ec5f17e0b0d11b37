"""The people tied to a person, each with the tie and a sentence, then those who are only named beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.knowledge.relations import Tie
from generator.model.site import Backlink, Evidence
from generator.model.text import Span
from generator.pages.markdown import Md
from generator.pages.sections.together import shared_sentences
from generator.pages.writer import Writer

MOST: Final = 30
"""Most people shown with their ties; the rest are linked in one line each other without."""

_TIES_EACH: Final = 3
_BESIDE: Final = 12


@dataclass(frozen=True, slots=True)
class TieLine:
    """One tie: when, what kind, the event or the words, and its source marks."""

    date: Md
    kind: Md
    event: Md
    marks: Md


@dataclass(frozen=True, slots=True)
class Related:
    """A person, the office to show beside the name, what ties them, how many ties more, and a sentence with both."""

    person: Md
    role: Md
    ties: tuple[TieLine, ...]
    more: int
    sentence: Md
    mark: Md


@dataclass(frozen=True, slots=True)
class People:
    """Those tied by something, those for whom there is only room to name them, and those only named beside."""

    tied: tuple[Related, ...]
    others: Md
    beside: tuple[Related, ...]


def related_people(w: Writer, person: str, backlinks: Iterable[Backlink]) -> People | None:
    """Return the people related to a person: those with the most ties first, then those named in most sentences."""
    ties = w.build.ties.related_people.get(person, {})
    shared = shared_sentences(w, person, backlinks, "people")
    ranked = sorted(ties, key=lambda key: (-len(ties[key]), key))
    beside = sorted((key for key in shared if key not in ties), key=lambda key: (-len(shared[key]), key))
    if not ranked and not beside:
        return None
    return People(
        tuple(_tied(w, person, key, ties[key], shared.get(key, ())) for key in ranked[:MOST]),
        w.list_of(w.to(key) for key in ranked[MOST:]),
        tuple(_related(w, person, key, (), shared[key], shared[key]) for key in beside[:_BESIDE]),
    )


def _tied(w: Writer, person: str, other: str, ties: Sequence[Tie], shared: Sequence[Evidence]) -> Related:
    told = {(item.article, item.sentence) for tie in ties for item in tie.evidence}
    # A sentence that tells one of the ties says more than one that only happens to name both.
    best = [item for item in shared if (item.article, item.sentence) in told]
    return _related(w, person, other, ties, best or shared, ())


def _related(
    w: Writer, person: str, other: str, ties: Sequence[Tie], shared: Sequence[Evidence], counted: Sequence[Evidence]
) -> Related:
    office = w.latest_role(other)
    newest = sorted(
        ties, key=lambda tie: tie.event.date.sort_key() if tie.event and tie.event.date else (), reverse=True
    )
    sentence = next((item for item in shared if item.article and item.sentence is not None), None)
    words = mark = Md("")
    if sentence and sentence.article and sentence.sentence is not None:
        spans = _spans(w, sentence.article, sentence.sentence, {person, other})
        words = w.sentence(sentence.article, sentence.sentence, spans)
        mark = w.marks([sentence])
    return Related(
        w.to(other),
        w.role(office) if office else Md(""),
        tuple(_line(w, person, tie) for tie in newest[:_TIES_EACH]),
        max(len(ties) - _TIES_EACH, 0) or max(len(counted) - 1, 0),
        words,
        mark,
    )


def _line(w: Writer, person: str, tie: Tie) -> TieLine:
    marks = w.marks(tie.evidence, 3)
    if tie.event:
        return TieLine(w.date(tie.event.date), w.locale.say(f"tie.{tie.kind}"), w.to(tie.event.id), marks)
    if tie.said:
        key = "related.said" if tie.by == person else "related.said_about"
        return TieLine(w.article_date(tie.said.article), w.locale.say(key), Md(""), marks)
    key = "related.after" if tie.by == person else "related.before"
    return TieLine(Md(""), w.locale.say(key), Md(""), marks)


def _spans(w: Writer, article: str, sentence: int, wanted: set[str]) -> list[Span]:
    there = w.build.all_mentions(article, sentence)
    return [mention.span for mention in there if w.build.target(mention) in wanted]
