"""Links that open a file of the site's repository in the host's web editor, as data from the site's configuration."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from generator.pages.markdown import safe_url

LONGEST_LINK: Final = 4000
"""Characters of a link that opens a new file with text in it: GitHub answers much longer ones with an error."""
_EDIT: Final = re.compile(r"/?edit/([^/]+)/(.*)")
_CUT: Final = "# The rest of this draft did not fit: copy it from the review desk.\n"


@dataclass(frozen=True, slots=True)
class Repository:
    """Where the content folder can be edited on the web.

    `editor` is the address to which the path of a file below the content folder is added; `creator` that of a folder
    in which a new file is begun, None where the host takes no text for one (only GitHub does). `files` are the paths
    below the content folder that exist although no record tells so (`judgements.yml`).
    """

    editor: str
    creator: str | None = None
    files: frozenset[str] = frozenset()

    @classmethod
    def of(cls, repo_url: str | None, edit_uri: str | None, files: frozenset[str] = frozenset()) -> Repository | None:
        """Return the repository that `repo_url` and `edit_uri` of a `mkdocs.yml` describe; None where they do not."""
        url = safe_url(repo_url)
        if url is None or not edit_uri:
            return None
        base = url.rstrip("/")
        if edit_uri.startswith(("?", "#")) or "://" in edit_uri:
            # A host with addresses of its own kind; MkDocs' own button knows them.
            return None
        editor = f"{base}/{edit_uri.strip('/')}/"
        known = _EDIT.fullmatch(edit_uri)
        host = urlsplit(url).hostname or ""
        if known is None or "github" not in host.split("."):
            return cls(editor, None, files)
        branch, folder = known.groups()
        return cls(editor, f"{base}/new/{branch}/{folder.strip('/')}".rstrip("/"), files)

    def edit(self, path: str) -> str:
        """Return the address that opens a file of the content folder."""
        return self.editor + _path(path)

    def new(self, path: str, text: str) -> str | None:
        """Return the address that opens a new file with a text in it, or with what fits of its whole keys."""
        if self.creator is None:
            return None
        folder, _, name = path.rpartition("/")
        start = f"{self.creator}/{_path(folder)}" if folder else self.creator
        start = f"{start}?filename={_path(name)}&value="
        return start + _fitting(text, LONGEST_LINK - len(start))


def _path(path: str) -> str:
    """Return a path as part of an address; a name that is no UTF-8 keeps its bytes."""
    return quote(path, errors="surrogateescape")


def _fitting(text: str, room: int) -> str:
    """Return a text encoded for an address; one that is too long is cut before a key that no longer fits."""
    whole = _text(text)
    if len(whole) <= room:
        return whole
    kept = ""
    for block in re.split(r"^(?=\S)", text, flags=re.MULTILINE):
        if len(_text(kept + block + _CUT)) > room:
            break
        kept += block
    return _text(kept + _CUT)


def _text(text: str) -> str:
    return quote(text, safe="", errors="replace")
