"""The history of the content folder, read from Git: the one place that runs it.

Git is asked three times, however long the history: for the latest commit, for the list of commits with the files they
changed, and for all wanted versions of records in one batch. Where there is no Git, no repository, no commit, or only
part of the history (a shallow clone), there is none: the pages that show it are left out, all else is the same.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from generator.model.dates import PartialDate
from generator.model.history import Commit, FileChange, History
from generator.model.ids import KINDS
from generator.reading.files import shown_path
from generator.reading.records.judgements import FILE

MOST_COMMITS: Final = 1000
"""Commits looked at, the newest; each may change many files."""
MOST_BYTES: Final = 200_000
"""Size of a version of a record above which it is not looked at: no record is nearly as long."""
_SECONDS: Final = 20
_LOG: Final = (
    "log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", "--no-renames", "--relative", "--no-color",
    "--no-show-signature", "--decorate=full", f"--max-count={MOST_COMMITS}", "--format=%x01%H %ct %D", "--", ".",
)  # fmt: skip
_CUT: Final = "grafted"
"""How Git marks the oldest commit of a shallow clone, which seems to add everything."""


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Entry:
    id: str
    seconds: int
    refs: str
    files: tuple[_File, ...]


@dataclass(slots=True)
class HistoryReader:
    """Reads the history, and only anew when there is a new commit."""

    _head: tuple[bytes, Path] | None = None
    _history: History | None = None

    def read(self, content_dir: Path, root: Path) -> History | None:
        """Return the history of a content folder; None where there is none to be had. Never raises.

        `root` is the project folder, to which the paths of records are relative.
        """
        head = (_git(content_dir, "rev-parse", "HEAD") or b"", content_dir)
        if head != self._head:
            log = _git(content_dir, *_LOG) if head[0] else None
            self._head, self._history = head, _history(content_dir, root, log or b"")
        return self._history


def _history(content_dir: Path, root: Path, log: bytes) -> History | None:
    entries = tuple(_entries(log))
    if not entries or any(_CUT in entry.refs.split(", ") for entry in entries):
        return None
    wanted = {blob for entry in entries for file in entry.files if _is_record(file.path) for blob in _blobs(file)}
    texts = _texts(content_dir, sorted(wanted))
    if texts is None:
        return None
    commits = []
    for entry in entries:
        files = tuple(_change(file, texts) for file in entry.files if _is_ours(file.path))
        if files:
            commits.append(Commit(entry.id, _day(entry.seconds), files))
    return History(shown_path(content_dir, root), tuple(commits))


def _entries(log: bytes) -> Iterator[_Entry]:
    """Yield the commits of a log: a line that begins with byte 1, then for each file its blobs and its path."""
    parts = iter(log.split(b"\0"))
    head = ""
    files: list[_File] = []
    for part in parts:
        text = part.decode("utf-8", "replace").lstrip("\n")
        if text.startswith("\x01"):
            if head:
                yield _entry(head, files)
            head, files = text[1:], []
        elif text.startswith(":"):
            modes_and_blobs = text[1:].split(" ")
            path = next(parts, b"").decode("utf-8", "replace")
            # Links and submodules are no content.
            if len(modes_and_blobs) == 5 and all(mode[:3] in ("100", "000") for mode in modes_and_blobs[:2]):
                files.append(_File(path, modes_and_blobs[2], modes_and_blobs[3]))
    if head:
        yield _entry(head, files)


def _entry(head: str, files: Iterable[_File]) -> _Entry:
    name, seconds, refs = (*head.split(" ", 2), "", "")[:3]
    return _Entry(name, int(seconds or 0), refs, tuple(sorted(files, key=lambda file: file.path)))


def _is_ours(path: str) -> bool:
    return path == FILE or (path.partition("/")[0] in KINDS and "/" in path)


def _is_record(path: str) -> bool:
    return path == FILE or (_is_ours(path) and path.endswith(".yml") and not path.startswith("articles/"))


def _blobs(file: _File) -> Iterator[str]:
    yield from (blob for blob in (file.before, file.after) if blob.strip("0"))


def _change(file: _File, texts: dict[str, str]) -> FileChange:
    before, after = (texts.get(blob, "") if blob.strip("0") else None for blob in (file.before, file.after))
    return FileChange(file.path, before, after)


def _day(seconds: int) -> PartialDate:
    return PartialDate.from_date(datetime.fromtimestamp(seconds, UTC).date())


def _texts(content_dir: Path, blobs: list[str]) -> dict[str, str] | None:
    """Return the texts of blobs; those too long or not in UTF-8 are left out. None where Git fails."""
    if not blobs:
        return {}
    found = _git(content_dir, "cat-file", "--batch", asked="".join(f"{blob}\n" for blob in blobs).encode())
    if found is None:
        return None
    texts, at = {}, 0
    while at < len(found):
        end = found.index(b"\n", at)
        name, *rest = found[at:end].decode("ascii", "replace").split(" ")
        at = end + 1
        if len(rest) != 2:
            continue
        size = int(rest[1])
        if size <= MOST_BYTES:
            with suppress(UnicodeDecodeError):
                texts[name] = found[at : at + size].decode("utf-8-sig").replace("\r\n", "\n")
        at += size + 1
    return texts


def _git(folder: Path, *arguments: str, asked: bytes = b"") -> bytes | None:
    """Return what Git prints; None where it is missing, fails, or takes too long. It never asks or fetches."""
    program = shutil.which("git")
    if program is None or not folder.is_dir():
        return None
    # What a surrounding hook or tool says of its own repository is not about this one.
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    environment |= {
        "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
    }  # fmt: skip
    try:
        run = subprocess.run(
            [program, "-C", str(folder), "--literal-pathspecs", *arguments],
            input=asked, capture_output=True, env=environment, check=False, timeout=_SECONDS,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return None
    return run.stdout if run.returncode == 0 else None
