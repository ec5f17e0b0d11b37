"""Mistakes in a site's own templates and locale files: a message with file, line and remedy, never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.hosts.project import Project, load
from generator.hosts.render import render
from generator.model.problem import Problem

ARTICLE = "A title\n\nParis, 5 May 2020. President Ada Lovelace spoke in Paris. Ada Lovelace left.\n"


def problems_of(folder: Path, path: str, data: str | bytes, settings: str = "") -> tuple[Problem, ...]:
    files = {"content/articles/one.txt": ARTICLE, "site_config/site.yml": settings, f"site_config/{path}": data}
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    pages, problems = render(load(Project(folder, folder / "content", folder / "site_config")))
    assert (pages is None) == bool(problems)
    return problems


@pytest.mark.parametrize(
    ("template", "place", "words"),
    [
        ("{# one #}\n{% if %}\n", "2:1", "Expected an expression"),
        ("# {{ title }}\n\n{{ nothing.here }}\n", "3:1", "'nothing' is undefined"),
        ("# {{ title }}\n\n{{ title(1) }}\n", "3:1", "not callable"),
        ("# {{ title }}\n{{ 1/0 }}\n", "2:1", "division by zero"),
        ('# {{ title }}\n{% include "person.md.j2" %}\n', "2:1", "recursion"),
        ('# {{ title }}\n{% include "nothing.md.j2" %}\n', "2:1", "no template `nothing.md.j2`"),
        ('# {{ title }}\n{{ t("no.such.key") }}\n', "2:1", "no locale file has `no.such.key`"),
        (b"# One\n\xff\xfe", "2:1", "UTF-8"),
    ],
)
def test_broken_template(template: str | bytes, place: str, words: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "templates/person.md.j2", template)

    assert f"{problem.path}:{problem.line}:{problem.column}" == f"site_config/templates/person.md.j2:{place}"
    assert words in problem.message


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("section: [x\n", "1:10", "bracket"),
        ("- x\n- y\n", "1:1", "keys with their words"),
        ("hello\n", "1:1", "keys with their words"),
        ("section:\n  mentions: Where\n  mentions: There\n", "3:3", "already given"),
        ('section:\n  mentions: "{oops"\n', "2:13", "brace"),
        ('section:\n  mentions: "{0.__class__}"\n', "2:13", "{0.__class__}"),
        ('count:\n  articles: {other: "{nothing} x"}\n', "2:21", "{nothing}"),
        ('plural_rules: {one: "n is 1"}\n', "1:21", "plural rule"),
        (b"section: {mentions: \xe9}\n", "1:21", "UTF-8"),
    ],
)
def test_broken_locale(text: str | bytes, place: str, words: str, tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "locales/en.yml", text)

    assert f"{problem.path}:{problem.line}:{problem.column}" == f"site_config/locales/en.yml:{place}"
    assert words in problem.message


def test_language_without_words(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path, "templates/.gitkeep", "", "language: de\n")

    assert (problem.path, problem.code) == ("site_config/locales/de.yml", "missing-words")


def test_every_fault_of_all_files_in_one_run(tmp_path: Path) -> None:
    text = 'section:\n  mentions: "{oops"\n  names: "{x}"\n'

    assert [problem.line for problem in problems_of(tmp_path, "locales/en.yml", text)] == [2, 3]


@pytest.mark.parametrize(
    "text",
    [
        'count:\n  articles: {one: "{n} text", other: "{number} texts"}\n',
        'own:\n  key: "{anything} {{x}}"\n',
        "# nothing\n",
    ],
)
def test_words_that_can_be_used(text: str, tmp_path: Path) -> None:
    assert not problems_of(tmp_path, "locales/en.yml", text)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_shipped_words_pass_the_same_check(language: str, repository: Path, tmp_path: Path) -> None:
    shipped = (repository / "generator" / "defaults" / "locales" / f"{language}.yml").read_text(encoding="utf-8")

    assert not problems_of(tmp_path, f"locales/{language}.yml", shipped, f"language: {language}\n")
