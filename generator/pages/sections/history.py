"""What changed in the knowledge, when, and by which commit: lines for the history of a page and of the whole site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from generator.model.history import KnowledgeChange
from generator.model.ids import kind_of
from generator.pages.markdown import Md, join
from generator.pages.quotes import cite
from generator.pages.writer import Writer

INDEX: Final = "changes/index"
"""The page of all changes; it is there where a history is known."""
LIMIT: Final = 200
"""Most changes on the page of all; the repository has the others."""
_OWN_LIMIT: Final = 20
"""Most changes in the history of one page; the page of all changes has the others."""
_TOGETHER: Final = frozenset({"record_added", "article_added", "article_changed"})
"""Kinds of which a commit may make very many: they share a line."""
_NAMED_TOGETHER: Final = 40
_NAMED_IN_SHORT: Final = 5


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One change: when, what it is about (empty on that page itself), what happened, and on whose word."""

    date: Md
    entity: Md
    what: Md
    marks: Md


@dataclass(frozen=True, slots=True)
class Changes:
    """The newest changes, how many more there are, and a link to the page of all."""

    lines: tuple[ChangeLine, ...]
    more: int
    all: Md


def own_history(w: Writer, entity_id: str) -> Changes | None:
    """Return the history of one page; None where none is known."""
    found = w.site.changes_of.get(entity_id, ())
    if not found:
        return None
    lines = tuple(dict.fromkeys(_line(w, change, entity_id) for change in found[:_OWN_LIMIT]))
    return Changes(lines, max(0, len(found) - _OWN_LIMIT), _all(w))


def newest(w: Writer, number: int) -> Changes | None:
    """Return the newest changes of the whole site; None where none is known."""
    found = tuple(change_lines(w, w.site.changes[:LIMIT], _NAMED_IN_SHORT))[:number]
    return Changes(found, 0, _all(w)) if found else None


def change_lines(w: Writer, changes: Sequence[KnowledgeChange], most: int = _NAMED_TOGETHER) -> Iterator[ChangeLine]:
    """Yield a line for each change; those of a kind of which one commit makes many share theirs, `most` named."""
    for (commit, kind, folder), group in groupby(changes, key=lambda one: (one.commit, one.kind, kind_of(one.entity))):
        found = list(group)
        if kind not in _TOGETHER or len(found) == 1:
            yield from dict.fromkeys(_line(w, change, None) for change in found)
            continue
        named = [_name(w, change.entity) for change in found if w.build.page_id(change.entity)]
        count = w.locale.say(f"count.{folder}", n=len(found), number=w.locale.number(len(found)))
        shown: list[str | Md] = [*named[:most]]
        if len(found) > len(shown):
            shown.append(w.locale.say("source.more", n=len(found) - len(shown)))
        what = w.locale.say(f"changes.many.{kind}", count=count, named=w.list_of(shown))
        yield ChangeLine(w.date(found[0].date), Md(""), what, w.commit(commit))


def _all(w: Writer) -> Md:
    return w.page_link(INDEX, w.locale.t("index.changes"))


def _line(w: Writer, change: KnowledgeChange, subject: str | None) -> ChangeLine:
    entity = Md("")
    if change.entity and change.entity != subject:
        # What has no page any more is not named again.
        there = w.build.page_id(change.entity)
        entity = _name(w, change.entity) if there else w.locale.say(f"changes.gone.{kind_of(change.entity)}")
    evidence = tuple(cite(w.site, source) for source in change.sources)
    marks = w.sourced(evidence) if evidence else Md("")
    return ChangeLine(w.date(change.date), entity, _what(w, change, subject), marks + w.commit(change.commit))


def _what(w: Writer, change: KnowledgeChange, subject: str | None) -> Md:
    """Return what happened, with the value where the records still have it."""
    parts: list[Md] = [w.words(change.words), w.to(change.holder) if change.holder else Md("")]
    parts.append(w.period(change.start, change.end))
    parts.append(w.list_of(_name(w, key) for key in change.others if key != subject and w.build.page_id(key)))
    label = w.locale.t(f"change.{_kind(change)}")
    if change.field:
        group = "claim" if change.kind.startswith("claim") else "field"
        label = w.locale.t("changes.field", what=label, field=w.locale.word(group, change.field))
    value = join(w.locale.t("list.comma"), [part for part in parts if part])
    return w.locale.say("changes.value", what=label, value=value) if value else Md.escape(label)


def _kind(change: KnowledgeChange) -> str:
    """Return the name of what happened; what countries and bodies hold in others are memberships."""
    if kind_of(change.entity) in ("countries", "organizations"):
        return change.kind.replace("role_", "membership_")
    return change.kind


def _name(w: Writer, key: str) -> Md:
    return w.article(key) if key in w.site.articles else w.to(key)
