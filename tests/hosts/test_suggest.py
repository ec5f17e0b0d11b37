"""`knowledge-site suggest`: nothing without --write, nothing over what is there, nothing that breaks the site."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.drafts import Draft
from generator.hosts.project import Loaded, Project, load
from generator.hosts.suggest import append_judgements
from generator.hosts.trial import harmless
from generator.reading.records.judgements import read_judgements
from tests.drafts.support import TEXTS, write_site

ALIKE = {
    "2021-03-02-a": "Talks\n\nLisbon, 2 March 2021. President Jan Novotny opened the talks. Jan Novotny left.\n",
    "2021-03-05-b": "Entretiens\n\nLisbonne, le 5 mars 2021. Le président Jan Novotný Duval a ouvert les entretiens.\n",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    return write_site(tmp_path)


def suggest(*options: str) -> Result:
    result = CliRunner().invoke(main, ["suggest", *options])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def files(project: Project) -> dict[str, bytes]:
    paths = (path for path in project.content_dir.rglob("*") if path.is_file())
    return {path.relative_to(project.content_dir).as_posix(): path.read_bytes() for path in paths}


def test_without_write_files_are_shown_and_none_is_made(project: Project) -> None:
    before = files(project)
    result = suggest()

    assert result.exit_code == 0
    assert "content/people/anna-example.yml  (5 mentions in 2 articles, 2 offices)" in result.output
    assert "    name: Anna Example\n" in result.output
    assert "Nothing was written" in result.output
    assert files(project) == before


def test_written_files_leave_a_site_without_errors_and_every_address(project: Project) -> None:
    before = load(project).site
    result = suggest("--write", "--limit", "99")
    after = load(project)

    assert result.exit_code == 0
    assert "written content/people/anna-example.yml" in result.output
    assert after.problems == ()
    assert list(after.site.entities) == list(before.entities)
    assert list(after.site.events) == list(before.events)
    assert "Nothing to suggest" in suggest("--write").output


def test_best_evidence_first_up_to_the_limit(project: Project) -> None:
    result = suggest("--write", "--limit", "1")

    assert [name for name in files(project) if not name.startswith("articles")] == ["people/anna-example.yml"]
    assert "more with less evidence" in result.output


def test_what_the_tables_know_is_drafted_only_when_asked_for(project: Project) -> None:
    assert "content/countries/portugal.yml" not in suggest().output
    asked = suggest("--kind", "country", "--kind", "place").output

    assert "content/countries/portugal.yml" in asked
    assert "content/places/lisbon.yml" in asked
    assert "content/people" not in asked
    assert suggest("--kind", "article").exit_code == 2


def test_a_file_that_is_there_is_never_touched(project: Project) -> None:
    """Not even one that could not be read as a record, or lies in a folder of its own."""
    path = project.content_dir / "people" / "old" / "anna-example.yml"
    path.parent.mkdir(parents=True)
    path.write_text("# to be written\nname:\n", encoding="utf-8")
    broken = suggest("--write")
    path.write_text("name: Somebody Else\nsources: [{url: https://a.example/}]\n", encoding="utf-8")
    suggest("--write")

    assert broken.exit_code == 1
    assert "old/anna-example.yml:" in broken.stderr
    assert "people/anna-example.yml" not in files(project)
    assert path.read_text(encoding="utf-8").startswith("name: Somebody Else")


def test_a_file_that_cannot_be_written_is_a_failure_and_the_others_are_written(project: Project) -> None:
    (project.content_dir / "people").write_text("no folder", encoding="utf-8")
    result = suggest("--write")

    assert result.exit_code == 1
    assert "failed content/people/anna-example.yml: it cannot be written" in result.stderr
    assert any(name.startswith("organizations/") for name in files(project))


def test_nothing_to_suggest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_site(tmp_path, {})
    (tmp_path / "content").mkdir()

    assert suggest("--write").output.startswith("Nothing to suggest")


# Pairs ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    return write_site(tmp_path, ALIKE)


def test_a_likely_pair_becomes_a_judgement_that_joins_nobody(pair: Project) -> None:
    before = load(pair).site
    assert [(one.first, one.second) for one in before.near_pairs] == [
        ("people/jan-novotny", "people/jan-novotny-duval")
    ]
    result = suggest("--write")
    (judgement,), _, problems = read_judgements(pair.content_dir, pair.root)
    after = load(pair)

    assert result.exit_code == 0
    assert problems == ()
    assert (judgement.decision, judgement.ids) == ("unsure", ("people/jan-novotny", "people/jan-novotny-duval"))
    assert "novotny ~ novotny" in judgement.reason
    assert judgement.date
    assert not after.errors
    assert list(after.site.entities) == list(before.entities)


def test_whoever_may_be_somebody_else_gets_no_record_before_that_is_decided(pair: Project) -> None:
    first, second = suggest("--write"), suggest("--write")

    for result in (first, second):
        assert "has to be decided first: people/jan-novotny, people/jan-novotny-duval" in result.output
    assert not any(name.startswith("people/") for name in files(pair))
    path = pair.content_dir / "judgements.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("unsure", "different", 1), encoding="utf-8")
    suggest("--write")
    assert {"people/jan-novotny.yml", "people/jan-novotny-duval.yml"} <= files(pair).keys()


OLD = "# Ours.\n- decision: not-an-entity\n  surface: Green Book\n  reason: a title # of a film\n"
FLOW = "- {decision: same, ids: [people/a, people/b], reason: x}\n"
ITEM = "- decision: unsure\n  ids: [people/a, people/b]\n  reason: alike\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, OLD + ITEM),
        (OLD.rstrip("\n"), OLD + ITEM),
        ("", ITEM),
        ("# Nothing yet.\n", "# Nothing yet.\n" + ITEM),
        (OLD.replace("\n", "\r\n"), (OLD + ITEM).replace("\n", "\r\n")),
        (FLOW, FLOW + ITEM),
        (indent(OLD, "  "), indent(OLD + ITEM, "  ")),
    ],
    ids=["list", "no last newline", "empty", "comment", "windows", "flow items", "indented"],
)  # fmt: skip
def test_judgements_are_added_below_what_is_there(old: str, new: str, tmp_path: Path) -> None:
    path = tmp_path / "judgements.yml"
    path.write_bytes(old.encode())

    assert append_judgements(tmp_path, ITEM)
    assert path.read_bytes() == new.encode()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("old", ["[]\n", f"[{FLOW[2:-1]}]\n", "a: b\n", "\xe9"])
def test_a_list_in_another_form_is_left_alone(old: str, tmp_path: Path) -> None:
    path = tmp_path / "judgements.yml"
    path.write_bytes(old.encode("latin-1"))

    assert not append_judgements(tmp_path, ITEM)
    assert path.read_bytes() == old.encode("latin-1")


def test_lines_that_cannot_be_added_are_shown(pair: Project) -> None:
    (pair.content_dir / "judgements.yml").write_text("[]\n", encoding="utf-8")
    result = suggest("--write")

    assert result.exit_code == 1
    assert "add these lines to its list by hand" in result.stderr
    assert "ids: [people/jan-novotny, people/jan-novotny-duval]" in result.stderr


# Records that would do harm -------------------------------------------------------------------------------------------


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    return load(write_site(tmp_path, TEXTS))


def test_a_record_that_brings_an_error_or_warning_is_left_out_and_the_others_stay(loaded: Loaded) -> None:
    good = [Draft(f"people/p{n}.yml", f"name: Person Number{n}\n") for n in range(5)]
    bad = Draft("people/bad.yml", "name: Bad\nroles: [{role: x, organization: nowhere}]\n")
    worse = Draft("people/worse.yml", "name: [\n")
    double = Draft("people/double.yml", "name: Person Number0\n")

    assert harmless(loaded, [*good[:2], bad, *good[2:], worse, double]) == tuple(good)


def test_a_record_that_takes_a_page_away_is_left_out(loaded: Loaded) -> None:
    thief = Draft("organizations/piotr-wzorowy.yml", "name: Piotr Wzorowy\n")

    assert "people/piotr-wzorowy" in loaded.site.entities
    assert harmless(loaded, [thief]) == ()
