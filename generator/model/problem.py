"""What is wrong with the content, said so that its author can mend it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


class Severity(StrEnum):
    """How bad a problem is: an error stops `build`, a warning stops `--strict`, a note never."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file of the site: path relative to the project, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One message: where, which rule (`code`), what is wrong with which value, and the remedy.

    `code` is a lower-case, hyphenated word group, the same for every problem of one rule.
    """

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str

    @classmethod
    def at(cls, position: Position, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> Problem:
        """Build a problem at a position."""
        return cls(position.path, position.line, position.column, code, severity, message, hint)

    def sort_key(self) -> tuple[str, int, int, str, str]:
        """Total order: by file, place, rule, words."""
        return (self.path, self.line, self.column, self.code, self.message)

    def __str__(self) -> str:
        """Return the problem in one line that is safe to show in a terminal."""
        place = f"{self.path}:{self.line}:{self.column}"
        return printable(f"{place}: {self.severity} {self.code}: {self.message} ({self.hint})")


def printable(text: str) -> str:
    """Return text with what breaks lines, steers a terminal or turns the direction of writing spelt out."""
    return _UNPRINTABLE.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), text)
