"""One entry of the review desk as a reader sees it: what it is about, the sentences, and what can be done."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.markdown import Md, join
from generator.pages.quotes import cite_all
from generator.pages.sections.questions import values
from generator.pages.sections.review_files import File, decision, judgements_link, record_file
from generator.pages.writer import Writer
from generator.review import Exhibit, Item, Remark


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its mark and where it stands; without words the article as a whole."""

    words: Md
    mark: Md
    where: Md


@dataclass(frozen=True, slots=True)
class Case:
    """An entry: its anchor, title, why it is here, values side by side, sentences, what to write or to decide."""

    anchor: str
    title: Md
    remarks: Md
    meanings: Md
    values: tuple[tuple[Md, Md], ...]
    sentences: tuple[Sentence, ...]
    more: int
    file: File | None
    judgements: Md
    decisions: tuple[File, ...]


def case(w: Writer, queue: str, item: Item) -> Case:
    """Return an entry of a queue, ready to be shown."""
    return Case(
        anchor=item.key,
        title=_title(w, item),
        remarks=join(" · ", [_remark(w, one) for one in item.remarks]),
        meanings=w.list_of(w.to(key) for key in item.about) if item.words else Md(""),
        values=values(w, item.disagreement) if item.disagreement else _claims(w, queue, item),
        sentences=tuple(_sentence(w, one) for one in item.exhibits),
        more=item.more,
        file=record_file(w, item),
        judgements=judgements_link(w, item.choices),
        decisions=tuple(decision(w, choice) for choice in item.choices),
    )


def _title(w: Writer, item: Item) -> Md:
    if item.words:
        return w.locale.say("review.words", words=item.words)
    named = [w.article(key) if key in w.site.articles else w.to(key) for key in item.about]
    return join(" · ", named)


def _remark(w: Writer, remark: Remark) -> Md:
    values: dict[str, object] = {**remark.values, **{name: w.to(key) for name, key in remark.ids.items()}}
    if "date" in values:
        values["date"] = w.iso(str(values["date"]))
    if "basis" in values:
        values["basis"] = w.locale.t(f"basis.{values['basis']}")
    if "gaps" in values:
        values["gaps"] = w.list_of(w.locale.word("review.field", gap) for gap in str(values["gaps"]).split())
    if "field" in values:
        values["field"] = w.locale.word("claim", str(values["field"]))
    if "why" in values and w.locale.has(f"near_why.{values['why']}"):
        values["why"] = w.locale.t(f"near_why.{values['why']}")
    return w.locale.say(f"review.remark.{remark.key}", **values)


def _claims(w: Writer, queue: str, item: Item) -> tuple[tuple[Md, Md], ...]:
    """Return the values that a record sets side by side, each with its marks."""
    if queue != "contradictions":
        return ()
    places = {one.record for one in item.evidence}
    entry = w.site.entities.get(item.about[0]) or w.site.events.get(item.about[0])
    claims = entry.record.claims if entry and entry.record else ()
    return tuple(
        (w.words(claim.value), w.marks(cite_all(w.site, claim.sources, claim.position)))
        for claim in claims
        if claim.position in places
    )


def _sentence(w: Writer, one: Exhibit) -> Sentence:
    where = w.locale.say("review.where", outlet=w.outlet(one.article), date=w.article_date(one.article))
    if one.sentence is None:
        return Sentence(Md(""), w.article(one.article), where)
    return Sentence(w.sentence(one.article, one.sentence, one.marked), w.cite(one.article, one.sentence), where)
