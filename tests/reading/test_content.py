from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.article import Known, Pin
from generator.model.problem import Problem
from generator.model.settings import Settings
from generator.reading.content import ARTICLE_ENDINGS, Content, read_content
from generator.reading.pins import complete_pins, slugs_of
from tests.support import article

TEXT = (
    "The bridge was opened on 4 May 2023. The mayor was there, and she said that the town had waited for ten years."
)  # fmt: skip


def read(root: Path, files: dict[str, str]) -> Content:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_content(root, root / "content", root / "site_config")


def test_no_content_is_no_problem(tmp_path):
    assert read(tmp_path, {}) == Content()


def test_everything_is_read_in_the_order_of_ids(tmp_path):
    content = read(
        tmp_path,
        {
            "content/articles/2023/b.txt": TEXT,
            "content/articles/c.md": f"---\ntitle: C\n---\n{TEXT}",
            "content/articles/a d.txt": TEXT,
            "content/people/ada.yml": "name: Ada\nsources: [{article: b}]\n",
            "content/judgements.yml": "- {decision: unsure, surface: x, reason: y}\n",
            "site_config/site.yml": "language: fr\n",
            "content/index.md": "# Not an article\n",
        },
    )
    assert content.problems == ()
    assert [one.id for one in content.articles] == ["articles/a-d", "articles/b", "articles/c"]
    assert [one.path for one in content.articles][1] == "content/articles/2023/b.txt"
    assert [one.id for one in content.records] == ["people/ada"]
    assert [one.decision for one in content.judgements] == ["unsure"]
    assert content.settings == Settings(language="fr")
    assert [one.target for one in content.references] == ["articles/b"]
    assert content.claimed == {"articles/a-d", "articles/b", "articles/c", "people/ada"}


def test_the_names_of_recorded_outlets_are_known_to_the_articles(tmp_path):
    content = read(
        tmp_path,
        {
            "content/sources/gazette.yml": "name: The Example Gazette\n",
            "content/articles/a.md": f"---\nsource: the example gazette\n---\n{TEXT}",
        },
    )
    assert content.articles[0].source == Known("sources/gazette", "front_matter", content.articles[0].source.span)


def test_problems_of_all_files_come_together_and_sorted(tmp_path):
    content = read(
        tmp_path,
        {
            "content/articles/b.txt": "",
            "content/articles/x.pdf": "x",
            "content/people/A.yml": "nam: x\n",
            "content/judgements.yml": "x\n",
            "site_config/site.yml": "- x\n",
        },
    )
    assert {(one.path, one.code) for one in content.problems} == {
        ("content/articles/b.txt", "empty-article"),
        ("content/articles/x.pdf", "wrong-extension"),
        ("content/people/A.yml", "bad-slug"),
        ("content/people/A.yml", "missing-key"),
        ("content/people/A.yml", "unknown-key"),
        ("content/judgements.yml", "wrong-type"),
        ("site_config/site.yml", "wrong-type"),
    }
    assert list(content.problems) == sorted(content.problems, key=Problem.sort_key)
    assert content.claimed == {"articles/b", "people/a"}


def test_of_two_articles_with_one_id_the_first_by_path_stays(tmp_path):
    content = read(
        tmp_path, {"content/articles/a/x.txt": TEXT, "content/articles/b/x.md": TEXT, "content/articles/X.txt": TEXT}
    )
    assert [one.path for one in content.articles] == ["content/articles/X.txt"]
    assert [(one.code, one.path) for one in content.problems] == [
        ("duplicate-id", "content/articles/a/x.txt"),
        ("duplicate-id", "content/articles/b/x.md"),
    ]
    assert all("content/articles/X.txt" in one.message for one in content.problems)


@pytest.mark.parametrize("name", ["_draft.md", ".hidden.txt", "_drafts/a.md", "README.md"])
def test_drafts_and_readme_are_no_articles(name, tmp_path):
    content = read(tmp_path, {f"content/articles/{name}": TEXT})
    assert content.articles == ()
    assert content.problems == ()


def test_a_file_of_pins_needs_its_page(tmp_path):
    content = read(tmp_path, {"content/articles/a.yml": "title: A\n"})
    assert [one.code for one in content.problems] == ["wrong-extension"]
    assert all(ending in content.problems[0].hint for ending in ARTICLE_ENDINGS)


def test_a_link_out_of_the_content_is_no_article(tmp_path):
    outside = tmp_path / "secret.txt"
    outside.write_text(TEXT)
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "articles" / "a.txt").symlink_to(outside)
    content = read(tmp_path, {})
    assert content.articles == ()
    assert [one.code for one in content.problems] == ["outside-content"]


@pytest.mark.parametrize(
    "name", ["content/articles", "content/people", "content/judgements.yml", "site_config/site.yml"]
)
def test_no_link_shows_what_lies_elsewhere(name, tmp_path):
    """Else a pull request could have a build print, or publish, files of the machine that runs it."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for file in ("a.txt", "a.yml", "password"):
        (elsewhere / file).write_text("secret: words: here\n")
    link = tmp_path / "project" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(elsewhere / "password" if link.suffix else elsewhere)
    content = read(tmp_path / "project", {})
    assert [(one.code, one.path) for one in content.problems] == [("outside-content", name)]
    assert content.articles == ()
    assert content.records == ()


def test_a_bare_pin_means_the_record_of_that_slug(tmp_path):
    content = read(
        tmp_path,
        {
            "content/organizations/un.yml": "name: UN\n",
            "content/articles/a.md": f"---\ntitle: A\n---\n[[un|The UN]] spoke to [[|Rome]]. {TEXT}",
        },
    )
    assert content.problems == ()
    assert [pin.id for pin in content.articles[0].pins] == ["organizations/un", None]


@pytest.mark.parametrize(
    ("pin", "meant", "code"),
    [
        ("ada", "people/ada", None),
        ("un", "people/un", "ambiguous-reference"),
        ("organizations/un", "organizations/un", None),
        ("france", "countries/france", None),
        ("paris", "places/paris", None),
        ("singapore", "countries/singapore", "ambiguous-reference"),
        ("nobody", "people/nobody", None),
        (None, None, None),
    ],
)
def test_what_a_pin_can_mean(pin, meant, code):
    slugs = slugs_of(("people/ada", "people/un", "organizations/un", "articles/ada"))
    made, problems = complete_pins(with_pin(pin), slugs)
    assert made.pins == (Pin(5, 9, meant),)
    assert [(one.code, one.line, one.column) for one in problems] == ([(code, 2, 3)] if code else [])


def with_pin(target):
    return replace(article("Un\n  deux."), pins=(Pin(5, 9, target),))
