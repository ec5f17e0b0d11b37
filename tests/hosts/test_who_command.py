"""`knowledge-site who`: the contract, standard input, and what a family name alone may not do."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli import main

RECORDS = {
    "people/pavel-popov": "name: Pavel Popov\nother_names:\n  - {name: Павел Попов, lang: ru}\n",
    "people/anna-popova": "name: Anna Popova\n",
    "people/michael-collins": "name: Michael Collins\n",
    "people/michael-collins-ireland": "name: Michael Collins\n",
    "organizations/popov-group": "name: Popov Group\n",
}
ARTICLE = "Les discussions ont repris lundi. Le président Alyaksandr Paulau est arrivé à Minsk.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: X\ndocs_dir: content\n", encoding="utf-8")
    for key, text in RECORDS.items():
        path = tmp_path / "content" / f"{key}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    article = tmp_path / "content" / "articles" / "a.txt"
    article.parent.mkdir(parents=True)
    article.write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ask(*names: str, stdin: str = "") -> list[dict[str, Any]]:
    run = CliRunner().invoke(main, ["who", *names, "--json"], input=stdin, catch_exceptions=False)
    assert run.exit_code == 0
    return [json.loads(line) for line in run.output.splitlines()]


@pytest.mark.usefixtures("site")
def test_one_object_for_each_name_as_the_contract_says() -> None:
    (answer,) = ask("Popow Pawel")

    assert answer["name"] == "Popow Pawel"
    assert answer["decision"] == "link"
    assert answer["candidates"][0]["id"] == "people/pavel-popov"
    assert 0.8 < answer["candidates"][0]["score"] <= 1
    assert all(isinstance(reason, str) for one in answer["candidates"] for reason in one["why"])


@pytest.mark.usefixtures("site")
def test_names_come_from_standard_input_as_well() -> None:
    answers = ask(stdin="Павел  Попов\n\nNobody Atall\r\nIran\n")

    assert [(one["name"], one["decision"]) for one in answers] == [
        ("Павел Попов", "link"),
        ("Nobody Atall", "none"),
        ("Iran", "link"),
    ]


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("name", "decision", "first"),
    [
        ("Popov", "unsure", "people/pavel-popov"),
        ("Michael Collins", "unsure", "people/michael-collins"),
        ("Popov Group", "link", "organizations/popov-group"),
        ("Aliaksandr Paulau", "link", "people/alyaksandr-paulau"),
        ("Viktor Popov", "none", None),
    ],
)
def test_decisions(name: str, decision: str, first: str | None) -> None:
    (answer,) = ask(name)

    assert answer["decision"] == decision
    assert first in [one["id"] for one in answer["candidates"][:1]] or first is None


@pytest.mark.usefixtures("site")
def test_the_text_form_says_why() -> None:
    run = CliRunner().invoke(main, ["who", "Pawel Popow"])

    assert "Pawel Popow: link" in run.output
    assert "people/pavel-popov" in run.output
    assert "popow ~ popov" in run.output


def test_without_a_project_only_shipped_names_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert [one["decision"] for one in ask("France", "Pavel Popov")] == ["link", "none"]
