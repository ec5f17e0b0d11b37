"""`knowledge-site add`: what is written, what is refused, and that nothing stops it or is overwritten."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.hosts import write_new
from generator.hosts.project import load, project_of
from generator.model.problem import Severity
from generator.reading.frontmatter import read_front_matter
from tests.sitebuild import REPOSITORY

BODY = """\
The council of Marbrook voted on Monday to close the old bridge over the Tarn for two years, after engineers had found
cracks in three of its seven piers. Buses will take the road by the mill, which is eleven kilometres longer.

“We cannot wait for the spring, because the water rises in February,” the mayor, Edith Lanner, told the council. Shops
on the western bank fear for their trade and have asked for help.
"""
STORY = (
    f"Old bridge of Marbrook to be closed\n\n5 October 2021\n\n{BODY}\nShare this article\n\nSource: Marbrook Post\n"
)

Add = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site without articles, the working directory of the test."""
    folder = tmp_path / "site"
    (folder / "content" / "articles").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text("site_name: x\ndocs_dir: content\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def add(project: Path) -> Add:
    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, ["add", *map(str, arguments)], catch_exceptions=False)

    return run


def put(folder: Path, name: str, text: str | bytes = STORY) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def story(number: int) -> str:
    """Return an article unlike the others."""
    lines = [
        f"In hall {number * 7 + at} of the fair of Olm{number} the {at}th stand shows engines {number}{at}."
        for at in range(9)
    ]
    return f"Fair number {number} opens in Olm{number}\n\n{number % 28 + 1} March 2020\n\n{' '.join(lines)}\n"


def articles(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "content" / "articles").rglob("*") if path.is_file())


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# What is written ------------------------------------------------------------------------------------------------------

NAME = "2021-10-05-old-bridge-of-marbrook-to-be-closed.txt"


def test_an_article_is_written_with_what_was_worked_out(project: Path, tmp_path: Path, add: Add) -> None:
    result = add(put(tmp_path, "found.txt"))
    text = (project / "content" / "articles" / NAME).read_text(encoding="utf-8")
    values, problems = read_front_matter(text, "x")
    assert (result.exit_code, problems) == (0, ())
    assert (values.title, values.source, str(values.date), values.language) == (
        "Old bridge of Marbrook to be closed", "marbrook-post", "2021-10-05", "en",
    )  # fmt: skip
    assert text[values.end :].strip("\n") == STORY.strip("\n")
    assert "date (date line)" in text.splitlines()[1]


def test_it_says_what_it_understood(project: Path, tmp_path: Path, add: Add) -> None:
    shown = add(put(tmp_path, "found.txt")).stdout
    for words in (
        "title     Old bridge of Marbrook to be closed (title line)",
        "outlet    Marbrook Post = marbrook-post (source line)",
        "date      2021-10-05 (date line)",
        "language  en (text)",
        "zones     kept 1 title, 1 dateline, 4 body; set aside 1 footer, 1 source",
        "people    Edith Lanner",
        f"added     content/articles/{NAME}",
        "content/sources/marbrook-post.yml; check its name",
    ):
        assert words in shown


def test_the_site_with_it_has_no_problems(project: Path, tmp_path: Path, add: Add) -> None:
    add(put(tmp_path, "a.txt"), put(tmp_path, "b.txt", story(1)))
    loaded = load(project_of(project / "mkdocs.yml"))
    assert len(loaded.content.articles) == 2
    assert [problem for problem in loaded.problems if problem.severity is not Severity.NOTE] == []


def test_a_missing_outlet_gets_a_record_and_a_known_one_keeps_its_own(project: Path, tmp_path: Path, add: Add) -> None:
    put(project, "content/sources/mb.yml", "name: Marbrook Post\nrights: link\n")
    add(put(tmp_path, "a.txt"))
    add(put(tmp_path, "b.txt", story(1) + "\nSource: The Olm Herald\n"))
    sources = tree(project / "content" / "sources")
    assert sorted(sources) == ["mb.yml", "the-olm-herald.yml"]
    assert sources["mb.yml"] == b"name: Marbrook Post\nrights: link\n"
    assert b"\nname: The Olm Herald\n" in sources["the-olm-herald.yml"]
    assert "source: mb\n" in (project / "content" / "articles" / NAME).read_text(encoding="utf-8")


def test_what_is_said_on_the_command_line_wins(project: Path, tmp_path: Path, add: Add) -> None:
    options = ["--source", "The Olm Herald", "--date", "2020-02", "--language", "en-GB", "--rights", "link"]
    add(put(tmp_path, "a.txt"), *options, "--into", "north/olm", "--name", "bridge")
    text = (project / "content" / "articles" / "north" / "olm" / "bridge.txt").read_text(encoding="utf-8")
    values = read_front_matter(text, "x")[0]
    assert (values.source, str(values.date), values.language, values.rights) == (
        "the-olm-herald", "2020-02", "en-GB", "link",
    )  # fmt: skip
    assert (project / "content" / "sources" / "the-olm-herald.yml").is_file()


def test_front_matter_of_the_file_is_kept(project: Path, tmp_path: Path, add: Add) -> None:
    front = (
        "---\ntitle: The bridge\nauthor: [Ann Roe, Bo Hale]\nabout: [places/marbrook]\nrights: full\n"
        "mentions: {Tarn: places/tarn, Edith Lanner: }\nzones: {footer: Share this}\ntags: [a, b]\n---\n"
    )  # fmt: skip
    result = add(put(tmp_path, "a.md", front.replace("author:", "authors:") + STORY))
    (name,) = articles(project)
    values = read_front_matter((project / "content" / "articles" / name).read_text(encoding="utf-8"), "x")[0]
    assert name == "2021-10-05-the-bridge.md"
    assert (values.title, values.authors, values.about, values.rights) == (
        "The bridge", ("Ann Roe", "Bo Hale"), ("places/marbrook",), "full",
    )  # fmt: skip
    assert values.mentions == {"Tarn": "places/tarn", "Edith Lanner": None}
    assert values.zones == {"footer": ("Share this",)}
    assert "tags" in result.stdout


@pytest.mark.parametrize(
    "title", ["Yes", "null", "2021", "a: b # c", "'", "- x", "[x]", "&a *b", "@x", "😀 \u2028 go", "x" * 400]
)
def test_any_title_comes_back_as_it_was(title: str, project: Path, tmp_path: Path, add: Add) -> None:
    add(put(tmp_path, "a.txt", BODY + "\n"), put(tmp_path, "p.html", _page(title, BODY)), "--keep-duplicates")
    wanted = " ".join(title.split())[:300]
    texts = [read_front_matter(text.decode(), "x")[0].title for text in tree(project / "content" / "articles").values()]
    assert wanted in texts


def _page(title: str, body: str) -> str:
    paragraphs = "".join(f"<p>{escape(part)}</p>" for part in body.split("\n\n"))
    return (
        f'<html lang="en"><head><meta property="og:title" content="{escape(title)}">'
        '<meta property="og:site_name" content="Marbrook Post"><link rel="canonical" '
        'href="https://post.example/2021/bridge"></head><body><nav><a href="/">Home</a></nav>'
        f'<article><h1>{escape(title)}</h1><time datetime="2021-10-05">5 October</time>{paragraphs}</article>'
        "<footer>All rights reserved</footer></body></html>"
    )


def test_a_web_page(project: Path, tmp_path: Path, add: Add) -> None:
    add(put(tmp_path, "saved.htm", _page("Old bridge to be closed", BODY)))
    text = (project / "content" / "articles" / "2021-10-05-old-bridge-to-be-closed.txt").read_text(encoding="utf-8")
    values = read_front_matter(text, "x")[0]
    assert (values.url, values.source) == ("https://post.example/2021/bridge", "marbrook-post")
    assert "Edith Lanner" in text
    assert "All rights reserved" not in text
    record = (project / "content" / "sources" / "marbrook-post.yml").read_text(encoding="utf-8")
    assert record.endswith('name: Marbrook Post\nurl: "https://post.example/"\n')


def test_the_values_beside_a_saved_page_are_taken_and_its_parts_left_out(
    project: Path, tmp_path: Path, add: Add
) -> None:
    folder = tmp_path / "saved"
    put(folder, "story.html", _page("Old bridge", BODY))
    put(folder, "story.yml", "title: A bridge is closed\nrights: link\n")
    put(folder, "story_files/style.css", "p {}")
    put(folder, "story_files/frame.html", _page("An advertisement", story(3)))
    result = add(folder)
    assert result.exit_code == 0
    assert articles(project) == ["2021-10-05-a-bridge-is-closed.txt"]
    assert "rights: link" in tree(project)["content/articles/2021-10-05-a-bridge-is-closed.txt"].decode()


# What is not written --------------------------------------------------------------------------------------------------


def test_dry_run_writes_nothing_and_says_the_same(project: Path, tmp_path: Path, add: Add) -> None:
    found = put(tmp_path, "a.txt")
    before = tree(project)
    result = add(found, "--dry-run")
    assert tree(project) == before
    assert not (project / "content" / "sources").exists()
    assert result.stdout.replace("to add   ", "added    ").replace("to add as", "added as") == add(found).stdout


def test_the_same_article_is_added_once(project: Path, tmp_path: Path, add: Add) -> None:
    found = put(tmp_path, "a.txt")
    result = add(found, found, put(tmp_path, "b.txt", STORY.replace("’", "'").upper()))
    assert (result.exit_code, articles(project)) == (0, [NAME])
    assert result.stdout.count(f"it has the same text as content/articles/{NAME}") == 2
    again = add(found)
    assert again.exit_code == 0
    assert f"skipped   it has the same text as content/articles/{NAME}" in again.stdout


def test_a_copy_of_another_outlet_is_added_only_when_wished(project: Path, tmp_path: Path, add: Add) -> None:
    add(put(tmp_path, "a.txt"))
    other = put(
        tmp_path, "b.txt", f"Bridge shut\n\n7 October 2021\n\nThe news of the day. {BODY}\nSource: Olm Herald\n"
    )
    assert "nearly the same text" in add(other).stdout
    assert len(articles(project)) == 1
    assert add(other, "--keep-duplicates").exit_code == 0
    assert len(articles(project)) == 2
    codes = [problem.code for problem in load(project_of(project / "mkdocs.yml")).problems]
    assert "near-copy" in codes


def test_the_same_bytes_again_are_there_already_even_when_copies_are_wished(
    project: Path, tmp_path: Path, add: Add
) -> None:
    found = put(tmp_path, "a.txt")
    add(found)
    before = tree(project)
    result = add(found, "--keep-duplicates")
    assert (result.exit_code, tree(project)) == (0, before)
    assert f"it is already there as content/articles/{NAME}" in result.stdout


def test_another_article_under_the_same_name_is_refused(project: Path, tmp_path: Path, add: Add) -> None:
    put(project, f"content/articles/deep/{NAME.replace('.txt', '.md')}", story(5))
    before = tree(project)
    result = add(put(tmp_path, "a.txt"))
    assert (result.exit_code, tree(project)) == (1, before)
    assert "has this name and another text; choose another name with --name" in result.stderr
    assert add(tmp_path / "a.txt", "--name", "bridge-closed").exit_code == 0
    assert "bridge-closed.txt" in articles(project)


def test_of_many_the_outlet_tells_articles_of_one_name_apart(project: Path, tmp_path: Path, add: Add) -> None:
    head = "Morning news\n\n5 October 2021\n\n"
    for number, outlet in enumerate(("Olm Herald", "Marbrook Post")):
        text = story(number).split("\n\n", 2)[2]
        put(tmp_path / "in", f"{number}.txt", f"{head}{text}\nSource: {outlet}\n")
    assert add(tmp_path / "in").exit_code == 0
    assert articles(project) == ["2021-10-05-morning-news-marbrook-post.txt", "2021-10-05-morning-news.txt"]


def test_an_outlet_record_that_is_there_is_never_touched(project: Path, tmp_path: Path, add: Add) -> None:
    put(project, "content/sources/marbrook-post.yml", "name: [broken\n")
    assert add(put(tmp_path, "a.txt")).exit_code == 0
    assert (project / "content" / "sources" / "marbrook-post.yml").read_text() == "name: [broken\n"


def test_a_file_that_appears_meanwhile_is_not_overwritten(
    project: Path, tmp_path: Path, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = put(tmp_path, "a.txt")
    really = write_new._give_name

    def late(part: Path, path: Path) -> None:
        path.write_text("somebody else's")
        really(part, path)

    monkeypatch.setattr(write_new, "_give_name", late)
    result = add(found, "--source", "x")
    assert result.exit_code == 1
    assert "already there and is never overwritten" in result.stderr
    assert all(data == b"somebody else's" for name, data in tree(project / "content").items())


# Clumsy and hostile users ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "with space.txt", "line\nbreak.txt", "-dash.txt", "--help.txt", "ünï ☃.txt", "a'\"b.txt", "\x1b[31mred.txt",
        "%s {x}.TXT", ".hidden.txt", "x" * 240 + ".txt",
    ],
)  # fmt: skip
def test_any_file_name(name: str, project: Path, tmp_path: Path, add: Add) -> None:
    result = add("--", put(tmp_path, name))
    assert (result.exit_code, articles(project)) == (0, [NAME])
    assert "\x1b" not in result.output


def test_a_file_name_that_is_no_unicode(project: Path, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.txt")
    Path(name).write_bytes(STORY.encode())
    run = subprocess.run(
        [sys.executable, "-c", "from generator.cli import main; main()", "add", name, str(tmp_path / "no\udce9.txt")],
        cwd=project,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert run.returncode == 1
    assert b"Traceback" not in run.stderr
    assert articles(project) == [NAME]


def bad_files(folder: Path) -> dict[str, str]:
    """Put files that are no articles into a folder; return name -> words of the reason."""
    put(folder, "empty.txt", b"")
    put(folder, "blank.md", " \n\n\t\n")
    put(folder, "front.txt", "---\ntitle: Only this\n---\n")
    put(folder, "open.txt", "---\ntitle: Never closed\nThe text goes on and on.\n")
    put(folder, "yaml.txt", '---\ntitle: "unclosed\n---\nThe text goes on.\n')
    put(folder, "zip.txt", b"PK\x03\x04" + bytes(range(256)) * 9)
    put(folder, "binary.txt", bytes(range(256)) * 40)
    put(folder, "picture.jpg", b"\xff\xd8\xff\xe0" + b"x" * 99)
    put(folder, "report.pdf", b"%PDF-1.7 x")
    put(folder, "README", "What this folder is.")
    put(folder, "huge.txt", "word " * 1_000_001)
    put(folder, "page.html", "<html></html>")
    put(folder, "nul.txt", "A text with\0a zero.")
    put(folder, "menu.txt", "Home | World | Sports\nLogin\nShare\n")
    put(folder, "pin.txt", f"{BODY} [[not an id!|words]]")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    (folder / "out.txt").symlink_to(put(folder.parent, "secret.txt"))
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    os.mkfifo(folder / "pipe.txt")
    return {
        "empty.txt": "no text", "blank.md": "no text", "front.txt": "no text", "open.txt": "never ends",
        "yaml.txt": "line 2", "zip.txt": "ZIP", "binary.txt": "not text", "picture.jpg": ".jpg files are not read",
        "report.pdf": ".pdf files are not read", "README": "without ending", "huge.txt": "characters, more than",
        "page.html": "no text was found", "nul.txt": "not text", "menu.txt": "no running text",
        "pin.txt": "is not the id of a page", "gone.txt": "leads nowhere", "out.txt": "leads out of the folder",
        "loop.txt": "leads nowhere", "pipe.txt": "no ordinary file",
    }  # fmt: skip


def test_bad_files_stop_nothing_and_are_listed_with_their_reasons(project: Path, tmp_path: Path, add: Add) -> None:
    folder = tmp_path / "in"
    reasons = bad_files(folder)
    put(folder, "deep/er/good.txt")
    put(folder, "x.txt/inside a folder named like a file.txt", story(2))
    (folder / "empty folder").mkdir()
    put(folder, ".git/config.txt", story(4))
    result = add(folder, tmp_path / "missing.txt")
    assert result.exit_code == 1
    assert len(articles(project)) == 2
    listed = dict(line.removeprefix("failed ").split(": ", 1) for line in result.stderr.splitlines())
    assert {Path(name).name for name in listed} == {*reasons, "missing.txt"}
    assert [name for name, words in reasons.items() if words not in listed[str(folder / name)]] == []
    assert "No such file" in listed[str(tmp_path / "missing.txt")]
    assert "2 added, 0 skipped, 20 failed" in result.stdout


def test_one_bad_file_alone(project: Path, tmp_path: Path, add: Add) -> None:
    result = add(put(tmp_path, "a.pdf", b"%PDF"))
    assert result.exit_code == 1
    assert ".pdf files are not read" in result.stderr


@pytest.mark.parametrize("name", ["", "  ", "\0", "a\0b", "x" * 5000])
def test_what_is_no_file_name(name: str, project: Path, add: Add) -> None:
    result = add(name)
    assert result.exit_code == 1
    assert result.stderr.startswith("failed ")
    assert articles(project) == []


def test_an_empty_folder_is_said_to_be_empty(project: Path, tmp_path: Path, add: Add) -> None:
    (tmp_path / "in").mkdir()
    result = add(tmp_path / "in")
    assert result.exit_code == 1
    assert "no file in this folder" in result.stderr


def test_a_link_named_on_the_command_line_is_followed(project: Path, tmp_path: Path, add: Add) -> None:
    link = tmp_path / "link.txt"
    link.symlink_to(put(tmp_path, "real.txt"))
    assert add(link).exit_code == 0
    assert not (project / "content" / "articles" / NAME).is_symlink()


def test_adding_the_articles_of_the_site_itself_adds_nothing(project: Path, tmp_path: Path, add: Add) -> None:
    add(put(tmp_path, "a.txt"), put(tmp_path, "b.txt", story(1)))
    before = tree(project)
    result = add(project / "content" / "articles")
    assert (result.exit_code, tree(project)) == (0, before)
    assert "0 added, 2 skipped, 0 failed" in result.stdout


def test_unreadable_files_and_a_site_that_cannot_be_written_are_failures(
    project: Path, tmp_path: Path, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rights do not hold for the superuser, so the answers of the system are given here."""
    found, other = put(tmp_path, "a.txt"), put(tmp_path, "b.txt", story(1))
    opened = Path.open

    def refusing(path: Path, mode: str = "r", **more: object) -> object:
        if path == found or (mode == "xb" and path.parent.name == "articles"):
            raise PermissionError(13, "Permission denied")
        return opened(path, mode, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    result = add(found, other)
    assert result.exit_code == 1
    assert f"failed {found}: cannot be opened: Permission denied" in result.stderr
    assert "cannot be written: Permission denied" in result.stderr
    assert articles(project) == []


def test_articles_that_is_a_file_is_a_failure(project: Path, tmp_path: Path, add: Add) -> None:
    shutil.rmtree(project / "content" / "articles")
    put(project, "content/articles", "no folder")
    result = add(put(tmp_path, "a.txt"))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_nothing_is_left_behind_where_writing_fails(
    project: Path, tmp_path: Path, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(part: Path, path: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(write_new, "_give_name", full)
    assert add(put(tmp_path, "a.txt", story(1))).exit_code == 1
    assert articles(project) == []


def test_without_hard_links_the_file_is_written_all_the_same(
    project: Path, tmp_path: Path, add: Add, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unsupported(self: Path, target: Path) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "hardlink_to", unsupported)
    found = put(tmp_path, "a.txt")
    assert add(found).exit_code == 0
    assert articles(project) == [NAME]
    with pytest.raises(FileExistsError):
        write_new.write_new(project / "content" / "articles" / NAME, "other")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--date", "5.10.2021"], "is no date"),
        (["--date", "2021-02-30"], "is no date"),
        (["--language", "english"], "is no language"),
        (["--source", "—"], "no letter or digit"),
        (["--into", "../elsewhere"], "no folder below"),
        (["--into", "/tmp"], "no folder below"),
        (["--into", ".git"], "no folder below"),
        (["--into", "a/_b"], "no folder below"),
        (["--name", "Bad Name"], "write bad-name"),
        (["--name", "../x"], "not fit for an address"),
        (["--rights", "all"], "'--rights'"),
    ],
)
def test_impossible_options_are_wrong_usage(
    options: list[str], words: str, project: Path, tmp_path: Path, add: Add
) -> None:
    result = add(put(tmp_path, "a.txt"), *options)
    assert result.exit_code == 2
    assert words in result.stderr
    assert articles(project) == []


def test_one_name_is_not_for_two(project: Path, tmp_path: Path, add: Add) -> None:
    result = add(put(tmp_path, "a.txt"), put(tmp_path, "b.txt", story(1)), "--name", "x")
    assert result.exit_code == 2


def test_without_a_site_it_is_wrong_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["add", str(put(tmp_path, "a.txt"))])
    assert result.exit_code == 2
    assert "no mkdocs.yml" in result.stderr
    assert CliRunner().invoke(main, ["add"]).exit_code == 2


def test_markup_and_commands_in_a_text_stay_text(project: Path, tmp_path: Path, add: Add) -> None:
    """Double square brackets of a page do not say who is meant; its control characters do not reach the terminal."""
    page = _page("Bridge \x1b]0;owned\x07", f"{BODY} [[people/edith-lanner|Nobody]] {{{{ x }}}}")
    result = add(put(tmp_path, "a.html", page))
    (name,) = articles(project)
    article = load(project_of(project / "mkdocs.yml")).content.articles[0]
    assert article.pins == ()
    assert "\x1b" not in result.output
    assert "\x07" not in result.output
    assert name.endswith(".txt")


# Many -----------------------------------------------------------------------------------------------------------------


def mixed(folder: Path, number: int) -> None:
    """Put files of all forms and encodings into a folder, every tenth of them bad."""
    for at in range(number):
        text = story(at)
        form = at % 10
        if form == 0:
            put(folder, f"{at}.txt", bytes(range(256)) * 9)
        elif form == 1:
            put(folder, f"sub/{at}.md", f"---\nsource: Olm Herald {at % 3}\n---\n# {text}")
        elif form in (2, 3):
            title, date, body = text.split("\n\n", 2)
            put(folder, f"{at}.html", _page(title, f"{date}\n\n{body}").replace('content="', f'content="{at} ', 1))
        elif form == 4:
            put(folder, f"{at}.txt", ("\ufeff" + text).encode("utf-16-le"))
        elif form == 5:
            put(folder, f"{at}.txt", f"{text} Déjà vu à l’école, ça gêne les élèves français.\n".encode("cp1252"))
        else:
            put(folder, f"{at}.txt", text)


@pytest.mark.slow
def test_a_thousand_mixed_files(project: Path, tmp_path: Path, add: Add) -> None:
    """In well under a minute, one line each, the bad ones at the end."""
    mixed(tmp_path / "in", 1000)
    begin = time.perf_counter()
    result = add(tmp_path / "in")
    seconds = time.perf_counter() - begin
    assert result.exit_code == 1
    assert len(articles(project)) == 900, result.stderr
    assert len(result.stderr.splitlines()) == 100
    lines = result.stdout.splitlines()
    assert len(lines) == 1001
    assert lines[-1] == "900 added, 0 skipped, 100 failed"
    assert seconds < 50


def test_of_many_the_remarks_are_named(project: Path, tmp_path: Path, add: Add) -> None:
    mixed(tmp_path / "in", 16)
    shown = add(tmp_path / "in").stdout
    assert f"<- {tmp_path / 'in' / '4.txt'} (encoding)" in shown


def test_a_bar_moves_in_a_terminal(project: Path, tmp_path: Path, add: Add, monkeypatch: pytest.MonkeyPatch) -> None:
    mixed(tmp_path / "in", 12)
    monkeypatch.setattr("generator.hosts.add_command._in_terminal", lambda: True)
    result = add(tmp_path / "in")
    assert "<-" not in result.stdout
    assert "10 added, 0 skipped, 2 failed" in result.stdout
    assert len(result.stderr.splitlines()) == 2
