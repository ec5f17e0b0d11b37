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
    """Return the files below a folder of the content folder, sorted by path, and the links that lead out of that.

    Names that begin with `_` or `.` (templates, editor files) are left out, with all that is below them.
    """
    inside = folder.parent.resolve()
    if not _stays(folder, inside):
        return (), (_leads_out(folder, root),) if folder.is_symlink() else ()
    files, problems = [], []
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts):
        if any(part.startswith(("_", ".")) for part in path.relative_to(folder).parts):
            continue
        if not _stays(path, inside):
            problems.append(_leads_out(path, root))
        elif path.is_file():
            files.append(path)
    return tuple(files), tuple(problems)


def _stays(path: Path, inside: Path) -> bool:
    """Tell whether a path, links followed, is there and lies in a folder; one that runs in circles lies nowhere."""
    try:
        return path.resolve(strict=True).is_relative_to(inside)
    except (OSError, RuntimeError):
        return False


def _leads_out(path: Path, root: Path) -> Problem:
    return Problem.at(
        Position(shown_path(path, root)),
        "outside-content",
        "this link leads out of the folder, or nowhere",
        "put a copy of the file here instead of a link",
    )


def read_text(path: Path, root: Path, *, walked: bool = False) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of a file, every line end a newline; None with the problem where that cannot be had.

    With `walked`, `walk` has seen to it that the path does not lead out of the content; else it must not leave its
    own folder.
    """
    if not walked and path.is_symlink() and not _stays(path, path.parent.resolve()):
        return None, (_leads_out(path, root),)
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
