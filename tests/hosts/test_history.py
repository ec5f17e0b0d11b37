"""The history of the content folder, from real repositories in every state they may be in."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.hosts import history as host
from generator.hosts.history import HistoryReader
from generator.hosts.project import Project, load
from generator.hosts.render import render
from generator.model.history import History

QUIET = {
    **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
    "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
}  # fmt: skip
ADA = "name: Ada Ferrand\nsources: [{url: 'https://example.org/ada'}]\n"


def git(folder: Path, *arguments: str, date: str = "2024-03-04T12:00:00Z") -> None:
    environment = {**QUIET, "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    subprocess.run(
        ["git", "-C", str(folder), *arguments], env=environment, check=True, capture_output=True, timeout=30
    )  # fmt: skip


def commit(folder: Path, files: dict[str, str | None], date: str) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink()
        else:
            path.write_bytes(text.encode("utf-8"))
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a change", date=date)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    return folder


def read(folder: Path) -> History | None:
    return HistoryReader().read(folder / "content", folder)


def test_commits_newest_first_with_the_texts_of_records(repository: Path) -> None:
    commit(
        repository,
        {"content/people/ada.yml": ADA, "content/articles/a.txt": "Words.", "README": ""},
        "2024-03-04T23:30:00-05:00",
    )
    commit(
        repository,
        {"content/people/ada.yml": ADA + "country: france\n", "content/about.md": "x"},
        "2024-04-01T00:00:00Z",
    )
    commit(repository, {"content/people/ada.yml": None}, "2024-05-01T00:00:00Z")
    found = read(repository)
    assert found
    assert found.folder == "content"
    assert [str(one.date) for one in found.commits] == ["2024-05-01", "2024-04-01", "2024-03-05"]
    assert [[(file.path, file.before, file.after) for file in one.files] for one in found.commits] == [
        [("people/ada.yml", ADA + "country: france\n", None)],
        [("people/ada.yml", ADA, ADA + "country: france\n")],
        # The texts of articles are not read.
        [("articles/a.txt", None, ""), ("people/ada.yml", None, ADA)],
    ]
    assert "example.org/ada" in str(found)
    assert "ada@" not in str(found)


def test_a_site_below_the_root_of_its_repository(repository: Path) -> None:
    commit(repository, {"sites/one/content/people/ada.yml": ADA, "content/people/bob.yml": ADA}, "2024-03-04T12:00:00Z")
    found = read(repository / "sites" / "one")
    assert found
    assert [file.path for one in found.commits for file in one.files] == ["people/ada.yml"]


def test_merged_work_arrives_with_the_merge(repository: Path) -> None:
    commit(repository, {"content/people/ada.yml": ADA}, "2024-01-01T12:00:00Z")
    git(repository, "checkout", "-qb", "side")
    commit(repository, {"content/people/bob.yml": "name: Bob\n"}, "2024-01-02T12:00:00Z")
    git(repository, "checkout", "-q", "main")
    commit(repository, {"content/people/cleo.yml": "name: Cleo\n"}, "2024-01-03T12:00:00Z")
    git(repository, "merge", "-q", "--no-ff", "-m", "merge", "side", date="2024-01-04T12:00:00Z")
    found = read(repository)
    assert found
    assert [(str(one.date), [file.path for file in one.files]) for one in found.commits] == [
        ("2024-01-04", ["people/bob.yml"]), ("2024-01-03", ["people/cleo.yml"]), ("2024-01-01", ["people/ada.yml"]),
    ]  # fmt: skip


def test_names_of_files_and_refs_break_nothing(repository: Path) -> None:
    names = [
        "content/people/ä b\n:c.yml",
        "content/people/\x01d.yml",
        'content/people/"q".yml',
        "content/judgements.yml",
    ]
    commit(repository, dict.fromkeys(names, "name: X\n"), "2024-01-01T12:00:00Z")
    git(repository, "tag", "grafted")
    git(repository, "config", "log.showSignature", "true")
    git(repository, "config", "core.quotePath", "true")
    git(repository, "config", "color.ui", "always")
    found = read(repository)
    assert found
    assert sorted(f"content/{file.path}" for file in found.commits[0].files) == sorted(names)
    assert {file.after for file in found.commits[0].files} == {"name: X\n"}


def test_what_is_too_long_or_no_text_or_a_link_is_passed_over(repository: Path) -> None:
    commit(repository, {"content/people/long.yml": "x" * (host.MOST_BYTES + 1)}, "2024-01-01T12:00:00Z")
    (repository / "content" / "people" / "odd.yml").write_bytes(b"name: \xff\n")
    (repository / "content" / "people" / "link.yml").symlink_to("long.yml")
    commit(repository, {"content/people/ada.yml": ADA}, "2024-01-02T12:00:00Z")
    found = read(repository)
    assert found
    texts = {file.path: file.after for one in found.commits for file in one.files}
    assert texts == {"people/long.yml": "", "people/odd.yml": "", "people/ada.yml": ADA}


# Where there is none -------------------------------------------------------------------------------------------------


def test_a_shallow_clone_has_no_history(repository: Path, tmp_path: Path) -> None:
    for month in ("01", "02", "03"):
        commit(repository, {"content/people/ada.yml": f"name: Ada {month}\n"}, f"2024-{month}-01T12:00:00Z")
    for depth in ("1", "2"):
        clone = tmp_path / depth
        git(tmp_path, "clone", "-q", "--depth", depth, f"file://{repository}", str(clone))
        assert read(clone) is None
    assert read(repository)


def test_no_repository_no_commit_no_folder(repository: Path, tmp_path: Path) -> None:
    (repository / "content").mkdir()
    assert read(repository) is None
    (tmp_path / "content").mkdir()
    assert read(tmp_path) is None
    assert read(tmp_path / "nowhere") is None


def test_content_outside_version_control_has_none(repository: Path) -> None:
    commit(repository, {".gitignore": "content\n"}, "2024-01-01T12:00:00Z")
    (repository / "content" / "people").mkdir(parents=True)
    (repository / "content" / "people" / "ada.yml").write_text(ADA, encoding="utf-8")
    assert read(repository) is None


def test_no_git_or_one_that_hangs(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    commit(repository, {"content/people/ada.yml": ADA}, "2024-01-01T12:00:00Z")
    slow = tmp_path / "bin" / "git"
    slow.parent.mkdir()
    slow.write_text("#!/bin/sh\nexec sleep 30\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(host, "_SECONDS", 0.2)
    monkeypatch.setenv("PATH", f"{slow.parent}{os.pathsep}{os.environ['PATH']}")
    assert read(repository) is None
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert read(repository) is None


def test_a_hook_around_it_does_not_lead_to_another_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    commit(repository, {"content/people/ada.yml": ADA}, "2024-01-01T12:00:00Z")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other.git"))
    assert read(repository)


# Kept between rebuilds -----------------------------------------------------------------------------------------------


def test_read_anew_only_after_a_new_commit(repository: Path) -> None:
    commit(repository, {"content/people/ada.yml": ADA}, "2024-01-01T12:00:00Z")
    reader = HistoryReader()
    first = reader.read(repository / "content", repository)
    assert reader.read(repository / "content", repository) is first
    commit(repository, {"content/people/bob.yml": "name: Bob\n"}, "2024-01-02T12:00:00Z")
    second = reader.read(repository / "content", repository)
    assert first
    assert second
    assert (len(first.commits), len(second.commits)) == (1, 2)


def test_the_site_is_the_same_without_but_for_what_changed(repository: Path, tmp_path: Path) -> None:
    commit(repository, {"content/people/ada.yml": ADA}, "2024-01-01T12:00:00Z")
    exported = tmp_path / "exported"
    shutil.copytree(repository, exported, ignore=shutil.ignore_patterns(".git"))
    made = {}
    for folder in (repository, exported):
        project = Project(folder, folder / "content", folder / "site_config")
        pages, problems = render(load(project, with_history=True))
        assert pages, problems
        made[folder] = {page.path: page.markdown for page in pages}
    assert set(made[repository]) - set(made[exported]) == {"changes/index.md"}
    assert "## History of this page" in made[repository]["people/ada.md"]
    assert "## History of this page" not in made[exported]["people/ada.md"]
    assert "changes/" not in "".join(made[exported].values())
