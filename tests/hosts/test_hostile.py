"""Contributed text and file names never become markup, on any page and in any of its titles."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.sitebuild import bare_site, html_files, mkdocs_build

EVIL = (
    '</title><script>evil()</script>\\"><img src=x onerror=evil()> [x](javascript:evil()) ![x](javascript:evil()) '
    "{{ config }} {% raw %} [TOC] *[Ada]: x | --- | { onclick=evil() } {: onclick=evil() } ::: x --8<-- x"
)
LINES = """
# <img src=x onerror=evil()>

Ada Lovelace { onclick="evil()" } met [Grace Hopper](javascript:evil()) and <a href="javascript:evil()">Grace</a>.

!!! note
    <script>evil()</script>

</div></div></article></main>

[^1]: x

--8<-- "mkdocs.yml"
"""


class Danger(HTMLParser):
    """Collects what runs or leads to running: handlers, script addresses, the text of scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            if key.startswith("on") or (value or "").strip().lower().startswith(("javascript:", "vbscript:")):
                self.found.append(f"<{tag} {key}={value}>")
            if key == "src" and value == "x":
                self.found.append(f"<{tag} {key}={value}>")

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and "evil" in data and self.get_starttag_text() == "<script>":
            self.found.append(data)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = bare_site(tmp_path_factory.mktemp("evil") / "p")
    files = {
        "people/ada.yml": f'name: "Ada {EVIL}"\n'
        f'other_names: [{{name: Ada Lovelace}}, {{name: "{EVIL}"}}, {{name: "???"}}]\n'
        f'description: "{EVIL}"\nhonorific_prefix: "{EVIL}"\nroles: [{{role: "{EVIL}"}}]\n'
        f'claims: [{{field: birth_date, value: "{EVIL}", sources: [{{url: "https://e.org/)", title: "{EVIL}"}}]}}]\n'
        f'identifiers: [{{scheme: "{EVIL}", identifier: "{EVIL}"}}]\n',
        "sources/outlet.yml": f'name: "{EVIL}"\nownership: "{EVIL}"\n',
        "events/talks.yml": f'name: "{EVIL}"\ntype: CONSULT\nstart_date: 2020\n'
        f'participants: [{{entity: ada, part: "{EVIL}"}}]\n',
        'articles/a" onmouseover="evil()" x=".md': f'---\ntitle: "{EVIL}"\nsource: outlet\ndate: 2020-05-05\n'
        f'authors: ["{EVIL}"]\nurl: https://e.org/a(d)\nrights: full\n---\n{LINES}',
    }
    for path, text in files.items():
        (folder / "content" / path).parent.mkdir(exist_ok=True)
        (folder / "content" / path).write_text(text, encoding="utf-8")
    run = mkdocs_build(folder)
    assert run.returncode == 0, run.stderr
    return html_files(folder / "site")


def test_nothing_contributed_runs(site: dict[str, str]) -> None:
    found = {}
    for path, page in site.items():
        danger = Danger()
        danger.feed(page)
        if danger.found:
            found[path] = danger.found

    assert not found


@pytest.mark.parametrize("path", ["people/ada/index.html", "articles/a-onmouseover-evil-x/index.html"])
def test_it_is_shown_as_the_text_it_is(path: str, site: dict[str, str]) -> None:
    assert "&lt;/title&gt;&lt;script&gt;evil()" in site[path]
    assert "{{ config }}" in site[path]
