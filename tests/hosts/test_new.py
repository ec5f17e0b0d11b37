"""`knowledge-site new`: a file our own reader takes, where the page is, and never over another."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.drafts import article_starter, starter
from generator.hosts.project import Project, load
from generator.model.ids import slug_of
from generator.reading.articles import read_article
from generator.reading.frontmatter import SHAPE
from generator.reading.records.read import record_of
from generator.reading.records.schema import RECORDS
from tests.drafts.support import write_site

NEEDED = {"countries": {"code": "FR"}, "events": {"type": "OTHER"}}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    return write_site(
        tmp_path,
        people__bob_builder="name: Bob Builder\nother_names: [{name: Боб Строитель, lang: ru}]\n",
        events__fair="name: {en: World Fair, fr: Foire mondiale}\ntype: OTHER\nstart_date: 2021-05\n",
        sources__le_courrier="name: Le Courrier\n",
    )


def new(kind: str, name: str) -> Result:
    result = CliRunner().invoke(main, ["new", kind, name])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def read(project: Project, path: str) -> str:
    return (project.content_dir / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", RECORDS)
def test_a_starter_is_a_record_as_it_is_and_has_every_key(kind: str) -> None:
    draft = starter(f"{kind}/x", {"name": 'An "X": # {y}', **NEEDED.get(kind, {})})
    record, findings = record_of(draft.text, draft.path, f"{kind}/x")

    assert record
    assert str(record.name) == 'An "X": # {y}'
    assert findings.problems == []
    for key in RECORDS[kind].keys:
        assert f"\n{key.key}:" in draft.text or f"\n#{key.key}:" in draft.text
        assert f"# {key.help}" in draft.text


@pytest.mark.parametrize("kind", RECORDS)
def test_every_example_is_right_once_its_mark_is_deleted(kind: str) -> None:
    text = starter(f"{kind}/x", {"name": "X", **NEEDED.get(kind, {})}).text
    used = re.sub(r"^#(?=[a-z_]+:|  )", "", text, flags=re.MULTILINE)
    record, findings = record_of(used, "x.yml", f"{kind}/x")

    assert record
    assert findings.problems == []
    assert all(hasattr(record, key.key) for key in RECORDS[kind].keys)


def test_an_article_waits_for_its_text(tmp_path: Path) -> None:
    draft = article_starter("articles/x", {"title": "A: title", "date": "2021-05-01"})
    used = re.sub(r"^#(?=[a-z_]+:|  )", "", draft.text, flags=re.MULTILINE)
    path = tmp_path / "x.md"
    path.write_text(used.replace("<!--", "Some words of text that follow each other.\n<!--"), encoding="utf-8")
    article, problems = read_article(path, tmp_path)

    assert article
    assert article.title
    assert (article.title.value, str(article.date and article.date.value)) == ("A: title", "2021-05-01")
    assert {problem.code for problem in problems} <= {"words-not-found", "language-mismatch", "no-body"}
    assert all(f"\n{key.key}:" in draft.text or f"\n#{key.key}:" in draft.text for key in SHAPE.keys)


@pytest.mark.parametrize(
    ("kind", "name", "path", "codes"),
    [
        ("person", "Clara New", "people/clara-new.yml", {"unsourced-record"}),
        ("organization", "New Agency", "organizations/new-agency.yml", {"unsourced-record"}),
        ("country", "Allemagne", "countries/germany.yml", set()),
        ("place", "New Spot", "places/new-spot.yml", set()),
        ("event", "2021-03-04 New Talks", "events/2021-03-04-new-talks.yml", {"unsourced-record"}),
        ("event", "2021 – Talks", "events/2021-talks.yml", {"unsourced-record"}),
        ("source", "The New Post", "sources/the-new-post.yml", set()),
        ("article", "2021-03-04 Found text", "articles/2021-03-04-found-text.md", {"no-body", "unknown-language"}),
    ],
)
def test_what_check_says_of_a_new_file(kind: str, name: str, path: str, codes: set[str], project: Project) -> None:
    before = set(load(project).problems)
    result = new(kind, name)
    after = load(project)

    assert (result.exit_code, result.output.splitlines()[0]) == (0, f"written content/{path}")
    assert {problem.code for problem in set(after.problems) - before} == codes
    assert not after.errors


def test_dates_and_codes_that_the_name_says(project: Project) -> None:
    new("event", "2021-03-04 New Talks")
    new("country", "Deutschland")
    new("article", "2021-03-04: Found text")

    assert "\nname: New Talks\n" in read(project, "events/2021-03-04-new-talks.yml")
    assert "\nstart_date: 2021-03-04\n" in read(project, "events/2021-03-04-new-talks.yml")
    assert "\nname: {en: Germany, fr: Allemagne}\n" in read(project, "countries/germany.yml")
    assert "\ncode: DE\n" in read(project, "countries/germany.yml")
    assert "\ndate: 2021-03-04\n" in read(project, "articles/2021-03-04-found-text.md")


def test_what_articles_say_stands_in_the_file_at_the_address_of_the_page(project: Project) -> None:
    result = new("person", "anna  éxample")

    assert result.output.splitlines()[0] == "written content/people/anna-example.yml"
    assert "people/anna-example is a page found in articles" in result.output
    assert "\n  - role: {en: Prime Minister}\n" in read(project, "people/anna-example.yml")
    assert "\n#birth_date: " in read(project, "people/anna-example.yml")
    assert not load(project).errors


@pytest.mark.parametrize(
    ("kind", "name", "file"),
    [
        ("person", "BOB Builder", "people/bob-builder.yml"),
        ("person", "Боб Строитель", "people/bob-builder.yml"),
        ("event", "Foire mondiale", "events/fair.yml"),
        ("event", "2021-05-07 World Fair", "events/fair.yml"),
        ("source", "le courrier", "sources/le-courrier.yml"),
        ("article", "Accord sur la pêche", "articles/2021-03-03-accord.txt"),
    ],
)
def test_a_name_that_has_a_file_is_refused(kind: str, name: str, file: str, project: Project) -> None:
    result = new(kind, name)

    assert result.exit_code == 1
    assert f"which has the file content/{file}: edit that one" in result.stderr


def test_another_of_the_name_can_be_told_apart(project: Project) -> None:
    assert new("person", "Bob Builder (Ireland)").exit_code == 0
    assert new("event", "2024-05 World Fair").exit_code == 0


def test_somebody_who_sounds_alike_is_named(project: Project) -> None:
    result = new("person", "Bob Bilder")

    assert result.exit_code == 0
    assert "may also be people/bob-builder" in result.output


def test_a_file_that_cannot_be_read_is_not_overwritten(project: Project) -> None:
    path = project.content_dir / "people" / "broken.yml"
    path.write_text("name: [\n", encoding="utf-8")
    result = new("person", "Broken")

    assert result.exit_code == 1
    assert path.read_text(encoding="utf-8") == "name: [\n"


@pytest.mark.parametrize(("kind", "name"), [("person", "—"), ("person", " "), ("animal", "Rex")])
def test_wrong_use(kind: str, name: str, project: Project) -> None:
    assert new(kind, name).exit_code == 2


def test_a_country_that_is_none(project: Project) -> None:
    result = new("country", "Freedonia")

    assert result.exit_code == 1
    assert "no country of ISO 3166 is called Freedonia" in result.stderr


@pytest.mark.parametrize("name", ["../../x", "x/../../y", "a\x1b[2Jb\nname: c", "index", "x" * 500])
def test_hostile_names_stay_names(name: str, project: Project) -> None:
    result = new("person", name)
    (path,) = (path for path in (project.content_dir / "people").iterdir() if path.stem != "bob-builder")

    assert result.exit_code == 0
    assert "\x1b" not in result.output
    assert slug_of(f"people/{path.stem}") == path.stem
    assert not load(project).errors
