"""The command: wrong use is a line of words and an exit status, never a traceback."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from tests.sitebuild import bare_site, copy_site

ARTICLE = "A title\n\nParis, 5 May 2020. President Ada Lovelace spoke in Paris. Ada Lovelace left.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = bare_site(tmp_path / "p", one=ARTICLE)
    monkeypatch.chdir(folder)
    return folder


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, list(arguments))
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_read_lists_as_set_aside_only_what_is_not_read(site: Path) -> None:
    path = site / "content" / "articles" / "one.txt"
    path.write_text(f"Home / World / Sport\n\n{ARTICLE}\nShare this article\n", encoding="utf-8")
    _, _, aside = run("read", str(path)).output.partition("set aside\n")

    assert [line.split(":")[-1].strip() for line in aside.splitlines()] == [
        "Home / World / Sport",
        "Share this article",
    ]


@pytest.mark.parametrize("out", ["content", "content/people", "x/../content/people", "site_config/templates"])
def test_pages_are_never_written_where_people_write(out: str, site: Path) -> None:
    result = run("pages", "--out", out)

    assert result.exit_code == 2
    assert "choose a folder outside it" in result.output
    assert not (site / "content" / "people").exists()


@pytest.mark.parametrize("language", ["xx", "../en", ""])
def test_pages_in_no_language(language: str, site: Path) -> None:
    assert run("pages", "--out", "out", "--language", language or "de").exit_code in (1, 2)
    assert not (site / "out").exists()


def test_folder_that_cannot_be_written(site: Path) -> None:
    (site / "out").mkdir()
    (site / "out" / "people").write_text("a file", encoding="utf-8")
    result = run("pages", "--out", "out")

    assert result.exit_code == 1
    assert "out/people cannot be written" in result.output


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("site_name: x\nfoo: [\n", "mkdocs.yml:3:1: "),
        ("- a\n", "mkdocs.yml:1:1: it holds no keys"),
        ("x: \xe9", "mkdocs.yml:1:1: "),
        ("docs_dir: nowhere\n", "nowhere: set docs_dir"),
        ("INHERIT: nowhere.yml\n", "nowhere.yml"),
    ],
)
def test_broken_mkdocs_yml(text: str, words: str, site: Path) -> None:
    (site / "mkdocs.yml").write_text(text, encoding="latin-1")
    result = run("check")

    assert result.exit_code == 1
    assert words in result.output


@pytest.mark.parametrize(
    "plugins",
    ["[knowledge-site: {config_dir: own}]", "{knowledge-site: {config_dir: own}}", "[{knowledge-site: }, search]"],
)
def test_mkdocs_yml_in_every_form_that_mkdocs_reads(plugins: str, site: Path) -> None:
    (site / "own").mkdir()
    (site / "own" / "site.yml").write_text("frob: x\n", encoding="utf-8")
    (site / "base.yml").write_text(f"docs_dir: content\nplugins: {plugins}\n", encoding="utf-8")
    (site / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: !ENV [NAME, x]\n", encoding="utf-8")

    assert ("own/site.yml:1:1" in run("check").output) == ("own" in plugins)


def test_outside_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert run("check").exit_code == 2
    assert run("read", "nothing.txt").exit_code == 2


def test_every_relative_link_of_the_written_pages_leads_somewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy_site(tmp_path / "p"))
    assert run("pages", "--out", "out").exit_code == 0
    pages = {path.relative_to("out").as_posix(): path.read_text(encoding="utf-8") for path in Path("out").rglob("*.md")}
    links = [
        (path, posixpath.normpath(posixpath.join(posixpath.dirname(path), target)), anchor)
        for path, text in pages.items()
        for target, anchor in re.findall(r"\]\(([^():\s#]+\.md)(?:#([\w-]+))?", text)
    ]

    assert len(links) > 500
    assert [link for link in links if link[1] not in pages] == []
    ids = {path: set(re.findall(r'id="([\w-]+)"|\{ #([\w-]+)', text)) for path, text in pages.items()}
    known = {path: {name for pair in found for name in pair} for path, found in ids.items()}
    assert [link for link in links if link[2] and link[2] not in known[link[1]]] == []
