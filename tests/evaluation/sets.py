"""The annotated articles there are, and which of them the rules were written with in view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.evaluation.gold import GoldArticle, load_folder

REPOSITORY: Final = Path(__file__).parent.parent.parent
HELD_OUT: Final = "held out (never tuned on)"
DEVELOPMENT: Final = "development (the rules were written with these in view)"
_GOLD: Final = REPOSITORY / "tests" / "evaluation" / "gold"
_SHARED: Final = REPOSITORY.parent / "shared" / "eval" / "dev"
_KNOWN: Final = (
    (HELD_OUT, (_GOLD / "heldout" / "fr", _GOLD / "heldout" / "en")),
    (DEVELOPMENT, (_GOLD / "dev" / "fr", _GOLD / "dev" / "en", _SHARED / "seed", _SHARED / "fr", _SHARED / "en")),
)


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Annotated articles that are reported together, by id."""

    name: str
    articles: tuple[GoldArticle, ...]


def known_sets() -> tuple[GoldSet, ...]:
    """Return the sets of the repository, and the shared development set where it is beside the repository."""
    sets = (GoldSet(name, _load(folders)) for name, folders in _KNOWN)
    return tuple(one for one in sets if one.articles)


def given_set(folder: Path) -> GoldSet:
    """Return the articles of a folder, or of the folders in it.

    Raises:
        ValueError: there is no annotation.
    """
    articles = _load((folder, *sorted(path for path in folder.glob("*") if path.is_dir())))
    if not articles:
        raise ValueError(f"no annotated article in {folder}")
    return GoldSet(folder.as_posix(), articles)


def _load(folders: Iterable[Path]) -> tuple[GoldArticle, ...]:
    return tuple(article for folder in folders for article in load_folder(folder))
