"""The repository's history as changes of knowledge: what was added, ended, merged or taken back, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final, cast

from generator.knowledge.record_changes import differences, words_of
from generator.model.history import ChangeKind, Commit, FileChange, History, KnowledgeChange
from generator.model.ids import KINDS, make_id, slug_of, slugify
from generator.model.records import Event, Judgement, Record
from generator.model.text import LangText
from generator.reading.records.judgements import FILE, parse_judgements
from generator.reading.records.read import record_of

_ARTICLES: Final = (".md", ".txt", ".html")


def knowledge_changes(history: History, records: Mapping[str, Record]) -> tuple[KnowledgeChange, ...]:
    """Return what the commits changed in the knowledge, newest first, of one commit by entity.

    `records` are those of today: a word that an entity's record has no more is left out. A version of a file that
    cannot be read changes nothing; the next one that can is compared with the last one that could.
    """
    words = {key: words_of(record) for key, record in records.items()}
    return tuple(_of_today(change, records, words) for change in _told_by(history))


@lru_cache(maxsize=1)
def _told_by(history: History) -> tuple[KnowledgeChange, ...]:
    """Return the changes with all their words; a preview asks for those of one history again and again."""
    known: dict[str, Record] = {}
    judged: tuple[Judgement, ...] | None = None
    found: list[tuple[KnowledgeChange, ...]] = []
    for commit in reversed(history.commits):
        changes = [*_articles(commit), *_records(commit, history.folder, known)]
        for file in commit.files:
            if file.path == FILE:
                before = _judgements(file.before or "") if judged is None else judged
                judged = _judgements(file.after or "")
                changes += _decisions(commit, before, judged)
        found.append(tuple(sorted(changes, key=lambda change: change.entity)))
    return tuple(change for changes in reversed(found) for change in changes)


def _articles(commit: Commit) -> Iterator[KnowledgeChange]:
    for file in commit.files:
        if _folder(file.path) != "articles" or not file.path.endswith(_ARTICLES):
            continue
        added, gone = file.before is None, file.after is None
        kind: ChangeKind = "article_removed" if gone else "article_added" if added else "article_changed"
        yield KnowledgeChange(date=commit.date, commit=commit.id, kind=kind, entity=_id(file.path))


def _records(commit: Commit, folder: str, known: dict[str, Record]) -> Iterator[KnowledgeChange]:
    """Yield what a commit changed in records, and enter its versions in `known`."""
    gone: dict[str, Record] = {}
    new: list[Record] = []
    for file in commit.files:
        if _folder(file.path) in (None, "articles") or not file.path.endswith(".yml"):
            continue
        key = _id(file.path)
        if key not in known and file.before is not None and (old := _record(file.before, folder, file.path)):
            known[key] = old
        if file.after is None:
            # A file that only moved to another folder of its kind is both gone and new.
            if key in known and not _elsewhere(commit, file, key):
                gone[key] = known.pop(key)
            continue
        record = _record(file.after, folder, file.path)
        if record is None:
            continue
        before = known.get(key)
        known[key] = record
        if before is None:
            new.append(record)
            continue
        for values in differences(before, record):
            yield KnowledgeChange(date=commit.date, commit=commit.id, entity=key, **values)
    for record in new:
        old_id = next((key for key in sorted(gone) if key in record.redirect_from), None)
        kind: ChangeKind = "moved" if old_id else "record_added"
        gone.pop(old_id or "", None)
        yield KnowledgeChange(
            date=commit.date, commit=commit.id, kind=kind, entity=record.id, sources=record.sources
        )  # fmt: skip
    for key in gone:
        yield KnowledgeChange(date=commit.date, commit=commit.id, kind="record_removed", entity=key)


def _elsewhere(commit: Commit, file: FileChange, key: str) -> bool:
    return any(other is not file and other.after is not None and _id(other.path) == key for other in commit.files)


def _decisions(
    commit: Commit, before: tuple[Judgement, ...], after: tuple[Judgement, ...]
) -> Iterator[KnowledgeChange]:
    old = {_decision(one) for one in before}
    new = {_decision(one) for one in after}
    for one in after:
        if _decision(one) not in old:
            kind = cast(ChangeKind, f"judged_{one.decision}")
            yield KnowledgeChange(
                date=commit.date, commit=commit.id, kind=kind, entity=one.ids[0] if one.ids else "", others=one.ids[1:]
            )  # fmt: skip
    for one in before:
        if _decision(one) not in new:
            entity = one.ids[0] if one.ids else ""
            yield KnowledgeChange(
                date=commit.date, commit=commit.id, kind="judgement_removed", entity=entity, others=one.ids[1:]
            )  # fmt: skip


def _decision(one: Judgement) -> tuple[str, tuple[str, ...], str | None, str | None]:
    return one.decision, tuple(sorted(one.ids)), one.surface, one.article


def _record(text: str, folder: str, path: str) -> Record | None:
    """Return the record that a version of a file held; None where no record can be made of it."""
    return record_of(text, f"{folder}/{path}", _id(path))[0] if slug_of(_id(path)) else None


def _judgements(text: str) -> tuple[Judgement, ...]:
    return parse_judgements(text, FILE)[0]


def _folder(path: str) -> str | None:
    """Return the kind of page a file is about; None for one that is not read as content."""
    folder, *rest = path.split("/")
    hidden = any(part.startswith(("_", ".")) for part in rest)
    return folder if rest and folder in KINDS and not hidden else None


def _id(path: str) -> str:
    name = path.rpartition("/")[2]
    return make_id(path.partition("/")[0], slugify(name.rpartition(".")[0]))


def _of_today(
    change: KnowledgeChange, records: Mapping[str, Record], words: Mapping[str, frozenset[str]]
) -> KnowledgeChange:
    """Return a change without what the record of today has no more: what was taken out is not repeated."""
    record, there = records.get(change.entity), words.get(change.entity, frozenset())
    cited = {(source.article, source.url) for source in record.all_sources()} if record else set()
    sources = tuple(source for source in change.sources if (source.article, source.url) in cited)
    if change.kind == "participant_added":
        taking_part = {part.entity for part in record.participants} if isinstance(record, Event) else set()
        return replace(change, others=tuple(key for key in change.others if key in taking_part))
    if change.words is None:
        return replace(change, sources=sources)
    pairs = {tag: value for tag, value in change.words if value in there}
    if pairs:
        field = change.field if change.field in there else ""
        return replace(change, words=LangText.of(pairs), field=field, sources=sources)
    return replace(change, words=None, field="", holder=None, start=None, end=None, sources=())
