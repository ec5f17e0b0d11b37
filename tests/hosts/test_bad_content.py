"""Bad input stops a build with messages, and leaves the last site as it was."""

import os
from pathlib import Path

import pytest

from tests.sitebuild import bare_site, mkdocs_build


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A site that was built once and then got several faults at a time."""
    folder = bare_site(
        tmp_path_factory.mktemp("bad") / "p", first="A title\n\nParis, 5 May 2020. Ada Lovelace spoke.\n"
    )
    assert mkdocs_build(folder).returncode == 0
    (folder / "site" / "witness.html").write_text("the last good site", encoding="utf-8")
    people = folder / "content" / "people"
    people.mkdir()
    (people / "malformed.yml").write_text("name: [Ada\n", encoding="utf-8")
    (people / "unknown-key.yml").write_text("name: Ada\nnmae: x\n", encoding="utf-8")
    (people / "impossible.yml").write_text("name: Ada\nbirth_date: 1815-02-30\n", encoding="utf-8")
    (people / "lost.yml").write_text("name: Ada\nroles:\n  - {role: x, country: atlantis}\n", encoding="utf-8")
    (folder / "content" / "articles" / "empty.txt").write_text("\n", encoding="utf-8")
    (folder / "content" / "articles" / "latin.txt").write_bytes("Été\n".encode("latin-1"))
    (folder / "content" / "more.md").write_bytes("# Été\n".encode("latin-1"))
    (people / "\x1b[31mred.yml").write_text("name: Ada\n", encoding="utf-8")
    (people / os.fsdecode(b"caf\xe9.yml")).write_text("name: Ada\n", encoding="utf-8")
    run = mkdocs_build(folder)
    assert run.returncode == 1
    return folder, run.stderr


@pytest.mark.parametrize(
    "message",
    [
        "content/people/malformed.yml:1:",
        "content/people/unknown-key.yml:2:1:",
        "content/people/impossible.yml:2:13:",
        "content/people/lost.yml:3:",
        "content/articles/empty.txt:1:1:",
        "content/articles/latin.txt:1:1:",
        "content/more.md:1:3: error not-utf8",
        "content/people/\\x1b[31mred.yml:1:1: error bad-slug",
        "content/people/caf\\udce9.yml:1:1: error bad-slug",
    ],
)
def test_every_fault_is_named_with_its_place_in_one_run(message: str, broken: tuple[Path, str]) -> None:
    assert broken[1].count(message) == 1


def test_no_traceback_is_shown(broken: tuple[Path, str]) -> None:
    assert "Traceback" not in broken[1]


def test_the_last_site_is_untouched(broken: tuple[Path, str]) -> None:
    assert (broken[0] / "site" / "witness.html").is_file()


def test_broken_template_is_a_message_with_its_line(tmp_path: Path) -> None:
    folder = bare_site(tmp_path / "p", first="A title\n\nParis, 5 May 2020. Ada Lovelace spoke.\n")
    templates = folder / "site_config" / "templates"
    templates.mkdir(exist_ok=True)
    (templates / "person.md.j2").write_text("{# one #}\n{% if %}\n", encoding="utf-8")
    run = mkdocs_build(folder)

    assert run.returncode == 1
    assert "site_config/templates/person.md.j2:2:1: error broken-template" in run.stderr
    assert "Traceback" not in run.stderr


def test_language_that_the_theme_has_no_words_in(tmp_path: Path) -> None:
    folder = bare_site(tmp_path / "p", first="A title\n\nParis, 5 May 2020. Ada Lovelace spoke.\n")
    (folder / "site_config" / "site.yml").write_text("language: br\n", encoding="utf-8")
    (folder / "site_config" / "locales" / "br.yml").write_text("kind: {people: Tud}\n", encoding="utf-8")

    assert mkdocs_build(folder).returncode == 0


def test_article_whose_file_name_is_no_utf_8(tmp_path: Path) -> None:
    folder = bare_site(tmp_path / "p")
    name = os.fsdecode(b"caf\xe9.txt")
    (folder / "content" / "articles" / name).write_text("Title\n\nParis, 5 May 2020. Ada spoke.\n", encoding="utf-8")
    run = mkdocs_build(folder)

    assert "Traceback" not in run.stderr
    assert run.returncode == 0, run.stderr
