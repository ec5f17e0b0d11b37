"""What tests share: articles made of plain text, and cases kept as YAML files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from generator.model.article import Article, Known, Zone, ZoneKind
from generator.model.dates import PartialDate

TESTS = Path(__file__).parent


def article(text: str, language: str = "fr", date: str | None = None, zones: tuple[Zone, ...] | None = None) -> Article:
    """Make an article whose every paragraph is body text."""
    if zones is None:
        zones = tuple(
            Zone(match.start(), match.end(), ZoneKind.BODY) for match in re.finditer(r"\S(?:.|\n(?!\s*\n))*", text)
        )
    known = Known(PartialDate.parse(date), "front_matter") if date else None
    return Article(
        id="articles/test",
        path="content/articles/test.txt",
        text=text,
        zones=zones,
        language=Known(language, "front_matter"),
        date=known,
    )


def cases(topic: str) -> list[Any]:
    """Return the pytest parameters of `tests/cases/<topic>/*.yml`, each file a list of cases, each with an `id`."""
    import pytest

    params = []
    for path in sorted((TESTS / "cases" / topic).glob("*.yml")):
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        params += [pytest.param(case, id=f"{path.stem}:{case['id']}") for case in found]
    return params
