"""YAML as people write it: every value stays text, every value knows its line, every mistake gets plain words.

Nothing is guessed: `NO`, `2023-07`, `0012` and `yes` are the text they look like. What contributors never need and
hostile files abuse (anchors, tags, several documents, deep nesting) is refused with a remedy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from generator.model.problem import Position, Problem
from generator.reading.records.yamlhelp import Mistake, explain, locate

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

MAX_DEPTH = 20
"""Lists and mappings inside each other; records need six."""

# The characters YAML allows (spec 1.1, production c-printable), tab and newline included.
_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")
# YAML counts these as line ends, editors do not: a space keeps every line number true.
_HIDDEN_BREAKS = re.compile("[\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A piece of text. `plain` tells that it was written without quotes (an empty plain one means "no value")."""

    position: Position
    value: str
    plain: bool = True

    @property
    def absent(self) -> bool:
        """Tell whether nothing was written where the value belongs (`key:`)."""
        return self.plain and not self.value


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    position: Position
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in file order. Keys are unique."""

    position: Position
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """Return the value of a key; None where the file does not have it."""
        return next((value for name, value in self.entries if name.value == key), None)


Node = Scalar | Sequence | Mapping


class YamlError(Exception):
    """The text is no YAML we read. `problem` says where, why, and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse_yaml(text: str, path: str, first_line: int = 1) -> Node | None:
    """Read one YAML document; None where the text holds nothing but comments.

    `first_line` is the line of the file on which `text` begins (front matter: 2). Lines and columns count from 1.

    Raises:
        YamlError: the text breaks a rule of YAML, or uses what this reader refuses. Nothing else is ever raised.
    """
    even = _HIDDEN_BREAKS.sub(" ", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    reader = _Reader(even, path, first_line)
    bad = _FORBIDDEN.search(even)
    if bad:
        raise reader.error_at(
            *locate(even, bad.start()),
            f"the character U+{ord(bad.group()):04X} cannot be seen and is not allowed here",
            "delete it, or type the words around it anew",
        )
    try:
        return reader.read()
    except yaml.MarkedYAMLError as error:
        raise reader.explained(error) from None
    except RecursionError:
        raise reader.too_deep(1, 1) from None
    except (yaml.YAMLError, UnicodeError, ValueError, OverflowError) as error:
        # The parser knows more ways to fail than its documentation lists; the author still gets a place to look.
        first_words = str(error).split("\n")[0]
        raise reader.error_at(
            1, 1, f"this file cannot be read as YAML: {first_words}", "compare it with a file that works"
        ) from None


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come yet."""

    position: Position
    is_mapping: bool
    values: list[Node]
    keys: dict[str, Scalar]


class _Reader:
    """Builds nodes from parser events with a stack of its own, so that depth is ours to limit."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line

    def position(self, line: int, column: int) -> Position:
        """Return the place in the file of a line and column (from 1) of the text."""
        return Position(self.path, line + self.first_line - 1, column)

    def error_at(self, line: int, column: int, message: str, hint: str, code: str = "yaml-syntax") -> YamlError:
        """Make the error for a place in the text."""
        return YamlError(Problem.at(self.position(line, column), code, message, hint))

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the text, without their ends."""
        return self.text.split("\n")

    def too_deep(self, line: int, column: int) -> YamlError:
        """Make the error for nesting beyond the limit."""
        return self.error_at(
            line,
            column,
            f"more than {MAX_DEPTH} lists or mappings inside each other",
            "no record needs that; check the brackets and the indentation",
        )

    def explained(self, error: yaml.MarkedYAMLError) -> YamlError:
        """Turn a parser error into plain words."""
        if "nesting depth" in (error.problem or ""):  # newer parsers look a thousand brackets ahead before they answer
            return self.too_deep(*_place(error.problem_mark or error.context_mark))
        mistake: Mistake = explain(
            self.text,
            error.problem or "",
            _place(error.problem_mark or error.context_mark),
            _place(error.context_mark),
        )
        return self.error_at(mistake.line, mistake.column, mistake.message, mistake.hint)

    def read(self) -> Node | None:
        """Return the root node."""
        root: Node | None = None
        documents = 0
        stack: list[_Open] = []
        for event in self._events():
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node: Node = self._scalar(event)
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                node = _close(stack.pop())
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                stack.append(self._opened(event, len(stack)))
                continue
            elif kind is yaml.AliasEvent:
                raise self._magic(event)
            else:
                documents += kind is yaml.DocumentStartEvent
                if documents > 1:
                    raise self._second_document(event)
                continue
            if stack:
                self._add(stack[-1], node)
            else:
                root = node
        return None if isinstance(root, Scalar) and root.absent else root

    def _scalar(self, event: Any) -> Scalar:
        start = event.start_mark
        if event.anchor or (event.tag and not (event.tag == "!" and event.style)):
            raise self._magic(event)
        if start.line != event.end_mark.line and not event.style:
            self._refuse_swallowed_item(start.line, event.end_mark.line)
        position = Position(self.path, start.line + self.first_line, start.column + 1)
        return Scalar(position, event.value, not event.style)

    def _opened(self, event: Any, depth: int) -> _Open:
        place = _place(event.start_mark)
        if event.anchor or event.tag:
            raise self._magic(event)
        if depth >= MAX_DEPTH:
            raise self.too_deep(*place)
        return _Open(self.position(*place), isinstance(event, yaml.MappingStartEvent), [], {})

    def _events(self) -> Iterator[Any]:
        events: Iterator[Any] = yaml.parse(self.text, Loader=_LOADER)
        return events

    def _second_document(self, event: Any) -> YamlError:
        return self.error_at(
            *_place(event.start_mark),
            "a second `---` begins another document",
            "keep one record to a file: delete this line or move what follows to a file of its own",
        )

    def _magic(self, event: Any) -> YamlError:
        """Make the error for a value that begins with a sign whose meaning in YAML its author hardly wanted."""
        line, column = _place(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            sign, use = f"*{event.anchor}", "a reference to another value"
        elif event.anchor:
            sign, use = f"&{event.anchor}", "a name for other places to refer to"
        else:
            sign, use = self.lines[line - 1][column - 1 :].split(" ")[0], "a type"
        return self.error_at(
            line,
            column,
            f"YAML takes `{sign}` for {use}, which is not used here",
            "put the whole value in double quotes if the sign belongs to it, else delete it and write the value out",
        )

    def _refuse_swallowed_item(self, first: int, last: int) -> None:
        """Raise where an item of a list, indented too far, became part of the value that spans two lines (from 0)."""
        for number in range(first + 1, min(last + 1, len(self.lines))):
            rest = self.lines[number].lstrip(" ")
            if rest.startswith("- "):
                raise self.error_at(
                    number + 1,
                    len(self.lines[number]) - len(rest) + 1,
                    "this list item is indented so far that it became part of the value above",
                    "align its dash with the other dashes of the list, or quote the value if the dash belongs to it",
                )

    def _add(self, parent: _Open, node: Node) -> None:
        """Put a finished node into its list or mapping; keys and values take turns."""
        if not parent.is_mapping or len(parent.keys) > len(parent.values):
            parent.values.append(node)
            return
        place = (node.position.line - self.first_line + 1, node.position.column)
        if not isinstance(node, Scalar):
            raise self.error_at(
                *place,
                "a list or mapping stands where a key belongs",
                "put text that begins with [ or { in double quotes",
            )
        first = parent.keys.get(node.value)
        if first is not None:
            raise self.error_at(
                *place,
                f"the key `{node.value}` is already given on line {first.position.line}",
                "keep one of the two; several values go into one list",
                "duplicate-key",
            )
        parent.keys[node.value] = node


def _close(node: _Open) -> Node:
    if node.is_mapping:
        return Mapping(node.position, tuple(zip(node.keys.values(), node.values, strict=True)))
    return Sequence(node.position, tuple(node.values))


def _place(mark: Any) -> tuple[int, int]:
    """Return line and column, from 1, of a parser mark."""
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)
