"""What a value in a YAML file may be: one class per form, each turning a node into data or into a problem.

The classes are data as much as code: `schema.py` lists which key has which form, so that schemas for editors and
the reference documentation can be made from the same list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any, Protocol

from generator.model.dates import DateRange, PartialDate
from generator.model.problem import Position, Problem, Severity
from generator.model.text import LangText
from generator.reading.records.tags import is_language_tag, tag_hint
from generator.reading.records.yamlfile import Mapping, Node, Scalar, Sequence
from generator.reading.records.yamlhelp import shown


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in a file where another page is named by its id, so that a broken one can be pointed at.

    With `candidate`, the id may also be that of something found in articles that has no page.
    """

    position: Position
    key: str
    target: str
    candidate: bool = False


@dataclass(slots=True)
class Findings:
    """What reading one file brings besides its data. `kind` is the folder the file lies in."""

    kind: str = ""
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def say(self, node: Node, code: str, message: str, hint: str, severity: Severity = Severity.ERROR) -> None:
        """Note a problem at the place of a node. Returns None, which stands for "no value"."""
        self.problems.append(Problem.at(node.position, code, message, hint, severity))


class Form(Protocol):
    """A form of value. `name` is what messages and documentation call it, with an article."""

    @property
    def name(self) -> str:
        """Words that complete "… must be …"."""

    def read(self, node: Node, key: str, findings: Findings) -> Any:
        """Return the value of a node, or None after noting in `findings` what is wrong with it."""


def read_scalar(node: Node, key: str, form: Form, findings: Findings) -> str | None:
    """Return the text of a node that has to be a single value."""
    if isinstance(node, Scalar) and node.value.strip():
        return node.value.strip()
    given = {Scalar: "empty", Sequence: "a list", Mapping: "a mapping with keys"}[type(node)]
    hint = "delete the key, or give it a value" if isinstance(node, Scalar) else "write one value after the colon"
    findings.say(node, "wrong-type", f"`{key}` must be {form.name}, but is {given}", hint)
    return None


@dataclass(frozen=True, slots=True)
class Text:
    """Free text, in one language or in none."""

    name: str = "text"

    def read(self, node: Node, key: str, findings: Findings) -> str | None:
        """Return the text without the white space around it."""
        return read_scalar(node, key, self, findings)


@dataclass(frozen=True, slots=True)
class Texts:
    """Text, or a map from language to text."""

    name: str = "text, or a text for each language"

    def read(self, node: Node, key: str, findings: Findings) -> LangText | None:
        """Return the text by language, languages in file order."""
        if not isinstance(node, Mapping):
            value = read_scalar(node, key, self, findings)
            return None if value is None else LangText.of(value)
        values = {}
        for tag, text in node.entries:
            if not is_language_tag(tag.value):
                message = f"{shown(tag.value)} is not a language"
                findings.say(tag, "unknown-language", message, tag_hint(tag.value))
                continue
            if isinstance(text, Scalar) and text.absent:
                continue
            value = read_scalar(text, f"{key}.{tag.value}", self, findings)
            if value is not None:
                values[tag.value] = value
        if all(isinstance(text, Scalar) and text.absent for _, text in node.entries):
            findings.say(node, "wrong-type", f"`{key}` must be {self.name}, but is empty", "give it a value")
        return LangText.of(values) if values else None


_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?(?:[T ]\d.*)?")


@dataclass(frozen=True, slots=True)
class Date:
    """A partial ISO date; with `interval`, `a/b` too (the value is then a `DateRange`)."""

    interval: bool = False

    @property
    def name(self) -> str:
        """Words that complete "… must be …"."""
        return "a date" + (" or an interval of dates" if self.interval else "")

    def read(self, node: Node, key: str, findings: Findings) -> PartialDate | DateRange | None:
        """Return the date."""
        value = read_scalar(node, key, self, findings)
        if value is None:
            return None
        try:
            return DateRange.parse(value) if self.interval else PartialDate.parse(value)
        except ValueError as error:
            findings.say(node, *self._trouble(key, value, str(error)))
            return None

    def _trouble(self, key: str, value: str, error: str) -> tuple[str, str, str]:
        """Return code, message and hint for a text that is no date."""
        if "ends before" in error:
            return "dates-reversed", f"the interval {shown(value)} ends before it starts", "put the earlier date first"
        parts = value.split("/") if self.interval else [value]
        if len(parts) <= 2 and all(re.fullmatch(r"\d{4}(-\d\d){0,2}", part, re.ASCII) for part in parts):
            hint = "check month (01 to 12) and day; leave out what is not known: 2023-07, or 2023"
            return "impossible-date", f"{shown(value)} is on no calendar", hint
        hint = _date_hint(value) or "write 2023-07-31; where only the month or the year is known, 2023-07 or 2023"
        return "wrong-type", f"`{key}` must be {self.name}, but is {shown(value)}", hint


def _date_hint(value: str) -> str | None:
    """Return the remedy for a date in another notation, if that notation leaves no doubt."""
    match = _YEAR_FIRST.fullmatch(value)
    if match:
        return "write " + "-".join([match[1], *(part.zfill(2) for part in match.groups()[1:] if part)])
    match = _DAY_FIRST.fullmatch(value)
    if match and int(match[1]) > 12:
        return f"write {match[3]}-{match[2].zfill(2)}-{match[1].zfill(2)}"
    if match and int(match[2]) > 12:
        return f"write {match[3]}-{match[1].zfill(2)}-{match[2].zfill(2)}"
    return "write year-month-day, as in 2023-07-31: this could be read in two ways" if match else None


@dataclass(frozen=True, slots=True)
class Language:
    """A BCP 47 language tag."""

    name: str = "a language tag"

    def read(self, node: Node, key: str, findings: Findings) -> str | None:
        """Return the tag."""
        value = read_scalar(node, key, self, findings)
        if value is None or is_language_tag(value):
            return value
        findings.say(node, "unknown-language", f"{shown(value)} is not a language", tag_hint(value))
        return None


@dataclass(frozen=True, slots=True)
class OneOf:
    """One of a few words."""

    values: tuple[str, ...]
    code: str = "unknown-value"

    @property
    def name(self) -> str:
        """Words that complete "… must be …"."""
        return f"one of {', '.join(self.values)}"

    def read(self, node: Node, key: str, findings: Findings) -> str | None:
        """Return the word."""
        value = read_scalar(node, key, self, findings)
        if value is None or value in self.values:
            return value
        folded = {word.casefold(): word for word in self.values}
        near = get_close_matches(value.casefold(), folded, 1, 0.75)
        hint = f"did you mean {folded[near[0]]}?" if near else f"write {self.name}"
        findings.say(node, self.code, f"`{key}` has no value {shown(value)}", hint)
        return None


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a closed range, whole unless `decimals`."""

    low: int
    high: int
    decimals: bool = False

    @property
    def name(self) -> str:
        """Words that complete "… must be …"."""
        return f"a {'' if self.decimals else 'whole '}number from {self.low} to {self.high}"

    def read(self, node: Node, key: str, findings: Findings) -> float | int | None:
        """Return the number."""
        value = read_scalar(node, key, self, findings)
        if value is None:
            return None
        if not re.fullmatch(r"[-+]?[0-9]{1,15}" + (r"(\.[0-9]{1,15})?" if self.decimals else ""), value):
            hint = "write digits, with a point for decimals" if self.decimals else "write digits only"
            findings.say(node, "wrong-type", f"`{key}` must be {self.name}, but is {shown(value)}", hint)
            return None
        number = float(value) if self.decimals else int(value)
        if not self.low <= number <= self.high:
            findings.say(node, "out-of-range", f"`{key}` must be {self.name}, but is {value}", "check the value")
            return None
        return number


@dataclass(frozen=True, slots=True)
class YesNo:
    """`true` or `false`."""

    name: str = "true or false"

    def read(self, node: Node, key: str, findings: Findings) -> bool | None:
        """Return the truth value."""
        value = read_scalar(node, key, self, findings)
        if value is None or value in ("true", "false"):
            return None if value is None else value == "true"
        findings.say(node, "wrong-type", f"`{key}` must be {self.name}, but is {shown(value)}", "write true or false")
        return None
