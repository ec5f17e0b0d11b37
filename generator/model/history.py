"""The history of the content folder, as a host reads it, and what became of the knowledge in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.dates import PartialDate
from generator.model.records import SourceRef
from generator.model.text import LangText


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a commit. `path` is relative to the content folder; None stands for "not there".

    The texts of articles are not read: theirs are empty where the file is there.
    """

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit that changed content: its full id, the day it was made (UTC), its files by path. It names no author."""

    id: str
    date: PartialDate
    files: tuple[FileChange, ...]


@dataclass(frozen=True, slots=True)
class History:
    """Commits, the newest first. `folder` is the content folder as the paths of records begin with it."""

    folder: str
    commits: tuple[Commit, ...]


ChangeKind = Literal[
    "record_added", "record_removed", "moved", "renamed", "name_added", "name_removed", "role_added", "role_ended",
    "role_changed", "role_removed", "claim_added", "claim_removed", "participant_added", "participant_removed",
    "value_changed", "source_added", "article_added", "article_changed", "article_removed", "judged_same",
    "judged_different", "judged_unsure", "judged_not-an-entity", "judgement_removed",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class KnowledgeChange:
    """One thing that became known, was corrected or was taken back, on a day, by a commit.

    `entity` is the id of what it is about, `others` those it concerns as well. `words` are those of the value, None
    where the records have them no more: what was taken out is not repeated. `field` is the key of a value with a
    label of its own; `start` and `end` are the dates an office now has.
    """

    date: PartialDate
    commit: str
    kind: ChangeKind
    entity: str
    others: tuple[str, ...] = ()
    words: LangText | None = None
    field: str = ""
    holder: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    sources: tuple[SourceRef, ...] = ()
