from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.report import FORMATS, GITHUB_LIMIT, report
from generator.model.problem import Problem, Severity


def problem(path="content/a.yml", line=1, column=1, code="bad-url", severity=Severity.ERROR, message="m", hint="h"):
    return Problem(path, line, column, code, severity, message, hint)


def test_text_is_sorted_with_the_remedy_below_and_a_count():
    problems = [
        problem(path="content/b.yml", severity=Severity.WARNING, message="second"),
        problem(line=12, column=3, message="first", hint="do this"),
        problem(line=2, severity=Severity.NOTE, code="unsourced-record"),
        problem(line=2, severity=Severity.NOTE, code="unsourced-record"),
        problem(line=13),
    ]
    assert report(problems, "text") == (
        "content/a.yml:2:1: note unsourced-record: m\n    h\n"
        "content/a.yml:12:3: error bad-url: first\n    do this\n"
        "content/a.yml:13:1: error bad-url: m\n    h\n"
        "content/b.yml:1:1: warning bad-url: second\n    h\n"
        "2 errors, 1 warning, 1 note"
    )


def test_no_problems_are_said_to_be_none():
    assert report([], "text") == "no problems found"
    assert report([], "json") == "[]"
    assert report([], "github") == "no problems found"


def test_json_holds_the_objects_of_the_contract():
    found = json.loads(report([problem(message="« é »", line=4)], "json"))
    assert found == [
        {
            "path": "content/a.yml", "line": 4, "column": 1, "code": "bad-url", "severity": "error",
            "message": "« é »", "hint": "h",
        }
    ]  # fmt: skip


def test_a_github_annotation_is_escaped():
    one = problem(path="content/a,b:c%.yml", line=3, column=5, message="100% of a:b, c", hint="do\nthis")
    assert report([one], "github").split("\n") == [
        "::error file=content/a%2Cb%3Ac%25.yml,line=3,col=5,title=bad-url::100%25 of a:b, c%0Ado\\nthis",
        "1 error",
    ]


def test_github_gets_the_worst_first_and_hears_what_is_left_out():
    problems = [
        problem(line=number, severity=severity)
        for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)
        for number in range(1, GITHUB_LIMIT + 3)
    ]
    lines = report(problems, "github").split("\n")
    levels = [line.split(" ")[0] for line in lines[:-2]]
    assert levels == ["::error"] * GITHUB_LIMIT + ["::warning"] * GITHUB_LIMIT + ["::notice"] * GITHUB_LIMIT
    assert lines[0].startswith("::error file=content/a.yml,line=1,")
    assert lines[-2] == "not shown above, as GitHub takes 10 of a kind: 2 errors, 2 warnings, 2 notes"
    assert lines[-1] == "12 errors, 12 warnings, 12 notes"


def test_an_unknown_format_is_a_key_error():
    with pytest.raises(KeyError):
        report([], "xml")


@pytest.mark.parametrize("form", FORMATS)
@given(words=st.text())
def test_no_words_of_a_stranger_can_add_a_line_or_steer_a_terminal(form, words):
    one = problem(path=f"content/{words}", message=words, hint=words)
    shown = report([one], form)
    assert len(shown.split("\n")) == len(report([problem()], form).split("\n"))
    assert not [char for char in shown if char != "\n" and (ord(char) < 32 or 0x7F <= ord(char) < 0xA0)]
    shown.encode("utf-8")
    if form == "github":
        assert [line for line in shown.split("\n") if line.startswith("::")] == shown.split("\n")[:1]


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_name_that_is_no_unicode_can_be_reported(form):
    name = b"content/\xff.yml".decode("utf-8", "surrogateescape")
    assert "\\udcff" in report([problem(path=name)], form).replace("\\\\", "\\")
