"""Building real sites for tests: the project's own, changed as a test needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
INPUTS = ("content", "site_config", "mkdocs.yml")
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def copy_site(folder: Path) -> Path:
    """Copy the project's content and configuration into a new folder and return it."""
    for name in INPUTS:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / name)
    return folder


def bare_site(folder: Path, **articles: str) -> Path:
    """Make a site without records: the given articles (stem -> text, written as .txt) and two hand-written pages."""
    copy_site(folder)
    for path in (folder / "content").iterdir():
        if path.is_dir():
            shutil.rmtree(path)
    (folder / "content" / "articles").mkdir()
    for stem, text in articles.items():
        (folder / "content" / "articles" / f"{stem.replace('_', '-')}.txt").write_text(text, encoding="utf-8")
    for name in ("index.md", "about.md"):
        (folder / "content" / name).write_text(f"# {name}\n", encoding="utf-8")
    return folder


def committed(folder: Path) -> Path:
    """Make a folder a repository with one commit of all that is in it, so that its site tells what changed."""
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], [*who, "commit", "-q", "-m", "content"]):
        subprocess.run(["git", "-C", str(folder), *arguments], check=True, capture_output=True, timeout=60)
    return folder


def mkdocs_build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build` in a folder; the site is written to its `site/`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=folder, env=QUIET, capture_output=True, text=True, check=False, timeout=180,
    )  # fmt: skip


def html_files(site: Path) -> dict[str, str]:
    """Return every HTML page of a built site by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))
    }
