"""`mkdocs serve` shows a change within seconds, and a mistake does not take the site away."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sitebuild import QUIET, bare_site

PATIENCE = 30.0
ARTICLE = """---
rights: full
---
Talks in Paris

PARIS, 5 May 2020. Ada Lovelace met Grace Hopper in Paris on 5 May 2020.
"""


class Preview:
    """A running `mkdocs serve` on loopback."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.folder = folder
        self.base = f"http://127.0.0.1:{port}/knowledge-site/"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
            cwd=folder, env=QUIET, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def get(self, address: str) -> str:
        try:
            with urllib.request.urlopen(self.base + address, timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    def wait_for(self, address: str, pattern: str) -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            page = self.get(address)
            if re.search(pattern, page):
                return page
            time.sleep(0.2)
        raise AssertionError(f"{address} never showed {pattern!r}; last: {page[-2000:]}")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = bare_site(tmp_path_factory.mktemp("serve") / "p", talks=ARTICLE)
    server = Preview(folder)
    try:
        server.wait_for("articles/talks/", "Grace")
        yield server
    finally:
        server.process.terminate()
        server.process.wait(timeout=10)


def test_changed_article_is_shown(preview: Preview) -> None:
    path = preview.folder / "content" / "articles" / "talks.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\nThey agreed on everything.\n", encoding="utf-8")

    preview.wait_for("articles/talks/", "agreed on everything")


def test_new_record_is_shown(preview: Preview) -> None:
    people = preview.folder / "content" / "people"
    people.mkdir(exist_ok=True)
    record = "name: Ada Lovelace\nother_names:\n  - {name: Augusta Ada King}\n"
    (people / "ada-lovelace.yml").write_text(record, encoding="utf-8")

    preview.wait_for("people/ada-lovelace/", "Augusta Ada King")


def test_changed_setting_and_template_are_shown(preview: Preview) -> None:
    (preview.folder / "site_config" / "site.yml").write_text("language: fr\n", encoding="utf-8")
    preview.wait_for("people/", '<html lang="fr"')
    templates = preview.folder / "site_config" / "templates"
    (templates / "timeline.md.j2").write_text("# My own words\n", encoding="utf-8")

    preview.wait_for("timeline/", "My own words")


def test_mistake_is_shown_on_top_of_the_last_good_version(preview: Preview) -> None:
    path = preview.folder / "content" / "people" / "ada-lovelace.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text("name: [Ada\n", encoding="utf-8")
    page = preview.wait_for("people/ada-lovelace/", "ks-problems")

    assert "content/people/ada-lovelace.yml:" in page
    assert "Augusta Ada King" in page
    path.write_text(good, encoding="utf-8")
    deadline = time.monotonic() + PATIENCE
    while "ks-problems" in preview.get("people/ada-lovelace/"):
        assert time.monotonic() < deadline
        time.sleep(0.2)
