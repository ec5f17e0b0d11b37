"""Files for `knowledge-site add`: which ones a list of paths and addresses means, reading them, writing new ones."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.hosts.fetch import is_address
from generator.reading.decode import MAX_HTML, MAX_TEXT

ENDINGS: Final = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml"})
_PAGES: Final = frozenset({".html", ".htm", ".xhtml"})
_PARTS_OF_PAGES: Final = frozenset(
    {".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".woff", ".woff2"}
)
_LIMIT: Final = max(MAX_HTML, MAX_TEXT * 4)


@dataclass(frozen=True, slots=True)
class Target:
    """One article to be added: a file or an address. `fault` says why it cannot be, `passed` why it need not be."""

    shown: str
    path: Path | None = None
    url: str | None = None
    fault: str = ""
    passed: str = ""


def printable(text: str) -> str:
    """Return a text on one line that cannot steer a terminal, whatever a file's name or text holds."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape", "surrogatepass").decode("ascii") for char in text
    )


def targets_of(arguments: Iterable[str]) -> tuple[Target, ...]:
    """Return what the arguments of the command mean, in their order; the files of a folder sorted by path."""
    return tuple(target for argument in arguments for target in _targets(argument))


def _targets(argument: str) -> Iterator[Target]:
    path = Path(argument)
    if not argument.strip():
        yield Target(argument, fault="this is no file name")
        return
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        if is_address(argument):
            yield Target(argument, url=argument)
        else:
            reason = error.strerror if isinstance(error, OSError) else "this is no file name"
            yield Target(argument, fault=f"cannot be opened: {reason}")
        return
    if stat.S_ISDIR(mode):
        found = list(_in_folder(path))
        yield from found or [Target(argument, fault="there is no file in this folder")]
    elif not stat.S_ISREG(mode):
        yield Target(argument, fault="this is no ordinary file")
    elif path.suffix and path.suffix.lower() not in ENDINGS:
        yield Target(argument, fault=_wrong_ending(path))
    else:
        yield Target(argument, path)


def _in_folder(folder: Path) -> Iterator[Target]:
    """Yield the files below a folder. Hidden ones and the parts of saved pages are not looked at."""
    faults: list[OSError] = []
    inside = folder.resolve()
    for name, folders, files in os.walk(folder, onerror=faults.append):
        here = Path(name)
        pages = {Path(file).stem for file in files if Path(file).suffix.lower() in _PAGES}
        parts = [one for one in sorted(folders) if _parts_of_a_page(here / one, pages)]
        yield from (Target(str(here / one), passed="parts of a saved page") for one in parts)
        folders[:] = [one for one in sorted(folders) if not one.startswith(".") and one not in parts]
        for file in sorted(files):
            if not file.startswith(".") and not (file.endswith(".yml") and file.removesuffix(".yml") in pages):
                yield _file(here / file, inside)
    yield from (Target(str(error.filename), fault=f"cannot be opened: {error.strerror}") for error in faults)


def _file(path: Path, inside: Path) -> Target:
    shown = str(path)
    if path.is_symlink():
        try:
            if not path.resolve(strict=True).is_relative_to(inside):
                # A folder from somebody else must not be able to publish a file of whoever adds it.
                return Target(shown, fault="this link leads out of the folder; name the file itself to add it")
        except (OSError, RuntimeError):
            return Target(shown, fault="this link leads nowhere")
    if not path.is_file():
        return Target(shown, fault="this is no ordinary file")
    return Target(shown, path) if path.suffix.lower() in ENDINGS else Target(shown, fault=_wrong_ending(path))


def _parts_of_a_page(folder: Path, pages: set[str]) -> bool:
    """Tell whether a folder is what a browser saved beside a page (`story_files`, `story-Dateien` for `story.html`)."""
    owner = next((page for page in pages if folder.name.startswith(page) and folder.name[len(page) :][:1] in "_-."), "")
    if not owner or not folder.name[len(owner) + 1 :].isalpha():
        return False
    try:
        return any(path.suffix.lower() in _PARTS_OF_PAGES for path in folder.iterdir())
    except OSError:
        return False


def _wrong_ending(path: Path) -> str:
    if not path.suffix:
        return "a file without ending; name it .txt, .md or .html if it holds an article"
    return f"{path.suffix} files are not read; save the text of the article as .txt or .md, or the web page as .html"


def read_file(path: Path) -> bytes:
    """Return the bytes of a file, at most one more than any article may have.

    Raises:
        OSError: it cannot be opened or read.
    """
    with path.open("rb") as file:
        return file.read(_LIMIT + 1)
