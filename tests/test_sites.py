"""Whole sites, good and bad: what is said about each is in its `expected.txt`, word for word.

After a change of wording, `python -m tests.test_sites` writes the files anew; read the difference before committing.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.checks.report import report
from generator.hosts.project import Project, load
from generator.model.codes import CODES
from generator.model.problem import Problem

SITES = Path(__file__).parent / "sites"
GOOD = sorted(path for path in (SITES / "good").iterdir())
BAD = sorted(path for path in (SITES / "bad").iterdir())

NOT_IN_A_SITE = {
    "bad-html": "see tests/reading/test_html.py",
    "broken-locale": "see tests/hosts/test_site_words.py",
    "broken-template": "see tests/hosts/test_site_words.py",
    "html-extra-missing": "it depends on what is installed",
    "missing-words": "see tests/hosts/test_site_words.py",
    "not-utf16": "see tests/reading/test_records.py",
    "outside-content": "a link cannot be checked out everywhere",
    "too-large": "megabytes have no place in a repository",
    "unreadable-file": "rights are not kept in a repository",
}


def problems_of(site: Path) -> tuple[Problem, ...]:
    return load(Project(site, site / "content", site / "site_config")).problems


@pytest.mark.parametrize("site", GOOD, ids=lambda path: path.name)
def test_a_good_site_has_no_problems(site):
    assert report(problems_of(site), "text") == "no problems found"


@pytest.mark.parametrize("site", BAD, ids=lambda path: path.name)
def test_a_bad_site_is_told_what_is_wrong(site):
    assert report(problems_of(site), "text") + "\n" == (site / "expected.txt").read_text(encoding="utf-8")


def test_every_code_is_provoked_by_a_bad_site():
    seen = {problem.code for site in BAD for problem in problems_of(site)}
    assert seen == CODES.keys() - NOT_IN_A_SITE.keys()


def test_all_problems_of_one_run_come_together():
    found = problems_of(SITES / "bad" / "everything-at-once")
    assert len({problem.path for problem in found}) == 7
    assert len(json.loads(report(found, "json"))) == len(found)
    assert "10 of a kind: 1 error\n" in report(found, "github")


def test_every_problem_is_inside_its_file():
    for site in BAD:
        for problem in problems_of(site):
            lines = (site / problem.path).read_bytes().split(b"\n")
            assert 1 <= problem.line <= len(lines), problem
            assert problem.column >= 1, problem


if __name__ == "__main__":
    for bad in BAD:
        text = report(problems_of(bad), "text") + "\n"
        (bad / "expected.txt").write_text(text, encoding="utf-8")
