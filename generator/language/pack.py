"""Language packs: all that the engine knows about a language, as YAML data in `packs/<language>/`.

A pack is a folder with one file per topic (`text.yml`, `dates.yml`, …). A third language is a new folder.
The module that uses a topic turns it into its own typed form and caches that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_PACKS = Path(__file__).parent / "packs"


@dataclass(frozen=True, eq=False)
class Pack:
    """One language. `topic(name)` is the parsed YAML of a file, every scalar a string (`no` stays `no`).

    There is one object for each language (`pack_for`), so that what is made of a pack is quickly found again.
    """

    language: str

    def topic(self, name: str) -> Mapping[str, Any]:
        """Return the data of one topic; empty where the pack has no such file. A file is read when it is asked for."""
        return _topic(self.language, name)


@lru_cache(maxsize=256)
def _topic(language: str, name: str) -> Mapping[str, Any]:
    path = _PACKS / language / f"{name}.yml"
    data: Mapping[str, Any] = (load_yaml_strings(path) if path.is_file() else None) or {}
    return data


def load_yaml_strings(path: Path) -> Any:
    """Read a YAML file of our own with every scalar kept as text."""
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """Return the languages there are packs for, sorted."""
    return tuple(sorted(path.name for path in _PACKS.iterdir() if path.is_dir()))


@lru_cache(maxsize=8)
def pack_for(language: str) -> Pack:
    """Return the pack of a BCP 47 language; where there is none, an English pack still finds names and dates."""
    base = language.partition("-")[0].lower()
    return _pack(base if base in languages() else "en")


@lru_cache
def _pack(language: str) -> Pack:
    return Pack(language)
