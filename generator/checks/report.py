"""Problems as people, programs and GitHub read them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from generator.model.problem import Problem, Severity, printable

_ORDER: Final = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_GITHUB_LEVELS: Final = MappingProxyType(
    {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
)
GITHUB_LIMIT: Final = 10
"""Annotations of one level that GitHub shows for one step; it drops the rest in silence."""


def report(problems: Iterable[Problem], form: str) -> str:
    """Return the problems in one of `FORMATS`, without a newline at the end.

    A file name or value from a stranger can neither break the lines nor steer the terminal that shows them.

    Raises:
        KeyError: there is no such format.
    """
    return _REPORTERS[form](sorted(set(problems), key=Problem.sort_key))


def as_object(problem: Problem) -> dict[str, str | int]:
    """Return a problem as the object of the JSON contract."""
    return {
        "path": printable(problem.path),
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": str(problem.severity),
        "message": printable(problem.message),
        "hint": printable(problem.hint),
    }


def count_line(problems: Iterable[Problem]) -> str:
    """Return how many problems of each severity there are, in words."""
    severities = [problem.severity for problem in problems]
    counts = [(severities.count(severity), str(severity)) for severity in _ORDER]
    if not severities:
        return "no problems found"
    return ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in counts if count)


def _text(problems: list[Problem]) -> str:
    lines = []
    for problem in problems:
        place = f"{printable(problem.path)}:{problem.line}:{problem.column}"
        lines.append(f"{place}: {problem.severity} {problem.code}: {printable(problem.message)}")
        lines.append(f"    {printable(problem.hint)}")
    return "\n".join([*lines, count_line(problems)])


def _json(problems: list[Problem]) -> str:
    return json.dumps([as_object(problem) for problem in problems], ensure_ascii=False, indent=2)


def _github(problems: list[Problem]) -> str:
    lines = []
    left_out = []
    for severity in _ORDER:
        of_level = [problem for problem in problems if problem.severity is severity]
        lines += [_annotation(problem) for problem in of_level[:GITHUB_LIMIT]]
        left_out += of_level[GITHUB_LIMIT:]
    if left_out:
        lines.append(f"not shown above, as GitHub takes {GITHUB_LIMIT} of a kind: {count_line(left_out)}")
    return "\n".join([*lines, count_line(problems)])


def _annotation(problem: Problem) -> str:
    """Return a workflow command; `%`, line ends and, in properties, `:` and `,` are escaped as GitHub asks."""
    properties = {"file": problem.path, "line": problem.line, "col": problem.column, "title": problem.code}
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = _data(f"{printable(problem.message)}\n{printable(problem.hint)}")
    return f"::{_GITHUB_LEVELS[problem.severity]} {listed}::{message}"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(printable(value)).replace(":", "%3A").replace(",", "%2C")


_REPORTERS: Final[Mapping[str, Callable[[list[Problem]], str]]] = MappingProxyType(
    {"text": _text, "json": _json, "github": _github}
)
FORMATS: Final = tuple(_REPORTERS)
"""Names of the formats `report` knows."""
