"""Offices given outside their recorded dates, from the words of an article to the warning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.hosts.project import Project, load
from tests.support import cases

RECORD = """\
name: Ada Ferrand
roles:
  - role: {en: Minister of Defence, fr: ministre de la Défense}
    country: france
    start_date: 2020-01-20
    end_date: 2022-05-10
  - role: {en: general, fr: général}
sources: [{url: "https://example.org/ada"}]
"""


def write(folder: Path, date: str, text: str, source: str = "gazette") -> Project:
    files = {
        "people/ada-ferrand.yml": RECORD,
        "countries/france.yml": "name: France\ncode: FR\n",
        "sources/gazette.yml": "name: Gazette\n",
        "sources/notes.yml": "name: Notes\nown_content: true\n",
        "articles/a.txt": f"---\ntitle: News\nsource: {source}\ndate: {date}\n---\n{text}\n",
    }
    for name, words in files.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, encoding="utf-8")
    return Project(folder, folder / "content", folder / "site_config")


def warnings(project: Project) -> list[str]:
    return [problem.message for problem in load(project).problems if problem.code == "title-outside-dates"]


@pytest.mark.parametrize("case", cases("titles"))
def test_only_what_is_beyond_doubt_is_warned_of(case: dict[str, Any], tmp_path: Path) -> None:
    found = warnings(write(tmp_path, case["date"], case["text"]))
    assert [message.split("`")[1] for message in found] == case["warns"]


def test_notes_of_the_site_look_back(tmp_path: Path) -> None:
    text = "The French Defence Minister Ada Ferrand visited Lyon."
    assert warnings(write(tmp_path, "2024-03-04", text))
    assert not warnings(write(tmp_path, "2024-03-04", text, source="notes"))
