"""Over whole built sites: every link leads somewhere, every page is reached, every fact has a source that is there."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builtsite import Built
from tests.sitebuild import REPOSITORY, committed, copy_site, mkdocs_build
from tests.test_sites import GOOD

SITES = ["demo", *(path.name for path in GOOD)]


def project_of(name: str, folder: Path) -> Path:
    """Make the project folder of a site: our own, or a good sample with our settings."""
    if name == "demo":
        return committed(copy_site(folder))
    shutil.copytree(next(path for path in GOOD if path.name == name), folder)
    config = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    # The samples have no pages written by hand, nor a theme of their own.
    config = re.sub(r"^ +(?:- about.md|custom_dir: .*)\n", "", config, flags=re.MULTILINE)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


@pytest.fixture(scope="module", params=SITES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    project = project_of(request.param, tmp_path_factory.mktemp("built") / "p")
    run = mkdocs_build(project, "--quiet")
    assert run.returncode == 0, run.stderr
    return Built.of(project)


def test_no_link_and_no_anchor_is_dead(built: Built) -> None:
    assert built.dead_links() == []


def test_what_changed_is_among_the_pages(built: Built) -> None:
    # Of the samples there is no repository, and so no history.
    assert ("changes/index.html" in built.pages) == (built.project / ".git").is_dir()


def test_every_page_is_reached_from_home(built: Built) -> None:
    assert built.orphans() == []


def test_every_fact_has_a_source_that_is_there(built: Built) -> None:
    assert built.unsourced() == []


# The laws can fail ---------------------------------------------------------------------------------------------------

HOME = '<article class="md-content__inner"><p><a href="people/ada/">Ada</a></p></article>'
ARTICLE = '<article class="md-content__inner"><h1><span id="s1">One.</span></h1></article>'
ADA = """<article class="md-content__inner">
<p class="ks-lead">Minister <a class="ks-source" href="../../articles/a/#s1">1</a></p>
<div class="ks-list"><ul><li>Fact <a class="ks-source" href="../../articles/a/#s1">1</a></li></ul></div></article>"""


@pytest.fixture
def small(tmp_path: Path) -> Built:
    (tmp_path / "ada.yml").write_text("name: Ada\n", encoding="utf-8")
    pages = {"index.html": HOME, "people/ada/index.html": ADA, "articles/a/index.html": ARTICLE}
    return Built(pages, frozenset(), tmp_path)


def planted(site: Built, old: str, new: str) -> Built:
    """Return the site with a fault in it."""
    pages = {path: html.replace(old, new) for path, html in site.pages.items()}
    assert pages != site.pages
    return replace(site, pages=pages)


def test_a_sound_site_has_no_faults(small: Built) -> None:
    assert (small.dead_links(), small.orphans(), small.unsourced()) == ([], [], [])


@pytest.mark.parametrize(
    ("old", "new"),
    [('href="people/ada/"', 'href="people/bob/"'), ('a/#s1">1</a></p>', 'a/#s2">1</a></p>')],
    ids=["page", "anchor"],
)
def test_a_dead_link_is_found(old: str, new: str, small: Built) -> None:
    assert len(planted(small, old, new).dead_links()) == 1


def test_an_orphan_is_found(small: Built) -> None:
    assert planted(small, 'href="people/ada/"', 'href="./"').orphans() == [
        "articles/a/index.html", "people/ada/index.html",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('Fact <a class="ks-source" href="../../articles/a/#s1">1</a>', "Fact"),
        ('a/#s1">1</a></li>', 'a/#text">1</a></li>'),
        ('<a class="ks-source" href="../../articles/a/#s1">1</a></li>', '<b class="ks-record" title="ada.yml:2"></b>'),
        ('<a class="ks-source" href="../../articles/a/#s1">1</a></li>', '<b class="ks-record" title="bob.yml:1"></b>'),
        ("Minister <a", "Minister</p><p>A description.</p><p><a"),
        ("</ul></div>", "</ul></div><ol><li>A list of another class</li></ol>"),
        ("</ul></div>", '</ul></div><div class="ks-infobox"><dl><dt>Born</dt><dd>1970</dd></dl></div>'),
    ],
    ids=["no mark", "no sentence", "no line", "no record", "paragraph", "other list", "infobox"],
)
def test_a_fact_without_source_is_found(old: str, new: str, small: Built) -> None:
    assert planted(small, old, new).unsourced()


def test_a_record_line_that_is_there_will_do(small: Built) -> None:
    mark = '<a class="ks-source" href="../../articles/a/#s1">1</a></li>'
    assert planted(small, mark, '<b class="ks-record" title="ada.yml:1"></b></li>').unsourced() == []
