"""Open questions of a page: where its sources disagree, and who may be the same person."""

from __future__ import annotations

from dataclasses import dataclass

from generator.knowledge.disagreements import Disagreement, Value
from generator.model.dates import DateRange
from generator.model.ids import kind_of
from generator.model.site import HeldRole, NearPair
from generator.pages.markdown import Md, join, link
from generator.pages.writer import Writer
from generator.review.claims import disagreement_key
from generator.review.names import pair_key

_SETTLED_ELSEWHERE = frozenset({"event_date"})
"""The page of an event has a section of its own for these."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is not settled, the values side by side each with its marks, and a link to where it can be settled."""

    words: Md
    values: tuple[tuple[Md, Md], ...]
    desk: Md


def questions(w: Writer, page_id: str) -> tuple[Question, ...]:
    """Return what is open about the subject of a page."""
    found = [
        _disagreement(w, one)
        for one in w.build.desk.disagreements_of.get(page_id, ())
        if one.field not in _SETTLED_ELSEWHERE
    ]
    return (*found, *(_near(w, pair, page_id) for pair in w.build.desk.near_pairs_of.get(page_id, ())))


def _disagreement(w: Writer, one: Disagreement) -> Question:
    desk = _on_desk(w, "contradictions", disagreement_key(one))
    return Question(w.locale.say(f"review.remark.disagree_{one.field}"), values(w, one), desk)


def values(w: Writer, one: Disagreement) -> tuple[tuple[Md, Md], ...]:
    """Return the values that disagree as words with their source marks, the recorded ones first."""
    ordered = sorted(one.values, key=lambda value: not value.recorded)
    return tuple((_words(w, value, one), _marks(w, value)) for value in ordered)


def _words(w: Writer, value: Value, one: Disagreement) -> Md:
    says = w.locale.say("question.record" if value.recorded else "question.articles")
    if isinstance(value.what, HeldRole):
        parts = [w.to(value.what.person)] if one.field == "holder" else []
        parts += [w.role(value.what), *filter(None, [w.role_time(value.what)])]
        words = join(w.locale.t("list.comma"), parts)
    elif isinstance(value.what, DateRange):
        words = w.date(value.what)
    else:
        words = w.to(value.what)
    return w.locale.say("question.value", who=says, value=words)


def _marks(w: Writer, value: Value) -> Md:
    if value.recorded and not any(item.article or item.source for item in value.evidence):
        return Md(" ") + w.record_line(value.evidence[0]) if value.evidence else Md("")
    return w.marks(value.evidence, 3)


def _near(w: Writer, pair: NearPair, page_id: str) -> Question:
    other = pair.second if pair.first == page_id else pair.first
    words = w.locale.say("question.near", name=w.to(other))
    return Question(words, (), _on_desk(w, "pairs", pair_key(pair)))


def _on_desk(w: Writer, queue: str, key: str) -> Md:
    """Return the link to an entry of the review desk."""
    return link(w.locale.t("question.desk"), w.href(f"review/{queue}", w.build.desk.anchor(queue, key)))


def check_link(w: Writer, entry_id: str) -> Md:
    """Return the link to where a page without record can be reviewed."""
    queue = {"sources": "outlets"}.get(kind_of(entry_id), kind_of(entry_id))
    anchor = w.build.desk.anchor(queue, entry_id.replace("/", "-"))
    return link(w.locale.t("notice.check"), w.href(f"review/{queue}", anchor))
