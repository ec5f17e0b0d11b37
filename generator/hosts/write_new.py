"""New files of the content folder: whole or not at all, never in the place of another."""

from __future__ import annotations

import errno
import os
from pathlib import Path


def write_new(path: Path, text: str) -> None:
    """Write a new file as a whole or not at all; folders on the way are made.

    Raises:
        FileExistsError: there is something of that name.
        OSError: it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent)) from error
    part = path.parent / f".{path.name}.{os.getpid()}.part"
    try:
        with part.open("xb") as file:
            file.write(text.encode("utf-8"))
        _give_name(part, path)
    finally:
        part.unlink(missing_ok=True)


def _give_name(part: Path, path: Path) -> None:
    """Let a complete file appear under its name, unless that is taken."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: what is left of the race is the moment between these two lines.
        if path.exists() or path.is_symlink():
            raise FileExistsError(path) from None
        part.rename(path)
