"""Files of the content folder: which there are, and their text, without ever leaving the folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.model.problem import Position, Problem, Severity
from generator.reading.decode import decode

MAX_BYTES = 2_000_000
"""A record is some kilobytes; anything near this limit is a mistake or an attack on the build."""


def shown_path(path: Path, root: Path) -> str:
    """Return a path as problems and records show it: relative to the project where it lies inside, with `/`."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def walk(folder: Path, root: Path) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Return the files below a folder, sorted by path, and the links that lead out of it.

    Names that begin with `_` or `.` (templates, editor files) are left out, with all that is below them.
    """
    files, problems = [], []
    if not folder.is_dir():
        return (), ()
    inside = folder.resolve()
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts):
        if any(part.startswith(("_", ".")) for part in path.relative_to(folder).parts):
            continue
        if not path.resolve().is_relative_to(inside):
            problems.append(
                Problem.at(
                    Position(shown_path(path, root)),
                    "outside-content",
                    "this link leads out of its folder",
                    "put a copy of the file here instead of a link",
                )
            )
        elif path.is_file():
            files.append(path)
    return tuple(files), tuple(problems)


def read_text(path: Path, root: Path) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of a file, every line end a newline; None with the problem where that cannot be had."""
    shown = shown_path(path, root)
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        message = f"this file cannot be opened: {error.strerror or 'unknown reason'}"
        return None, (Problem.at(Position(shown), "unreadable-file", message, "check that it may be read"),)
    if size > MAX_BYTES:
        message = f"this file has {size} bytes; {MAX_BYTES} is the limit"
        hint = "remove what does not belong here, or split it"
        return None, (Problem.at(Position(shown), "too-large", message, hint),)
    decoded = decode(data, shown)
    # The decoder's remedies are about articles; there is one for records and settings: type them as text.
    remedy = "write it as text in UTF-8"
    return decoded.text, tuple(replace(problem, hint=remedy) for problem in decoded.problems)


def wrong_extension(path: Path, root: Path, hint: str, severity: Severity = Severity.ERROR) -> Problem:
    """Make the problem for a file whose ending is not read where it lies."""
    ending = path.suffix or "no ending"
    return Problem.at(
        Position(shown_path(path, root)), "wrong-extension", f"files with {ending} are not read here", hint, severity
    )
