"""YAML in the form in which people write records: short values on one line, every value text, nothing left to chance.

`reading/records/yamlfile.py` reads each value back as it was given, white space evened. What could steer an editor or a
terminal, or hide what is there (control characters, marks that turn the direction of writing), is written as escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

Value = str | Sequence["Value"] | Mapping[str, "Value"]

_LONGEST_LINE: Final = 120
_PLAIN_SIGNS: Final = frozenset(" -_.'’()/")
_ESCAPED: Final = re.compile(
    '[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff"\\\\]'
)
_HALF: Final = re.compile("[\ud800-\udfff]")
_MEANT_OTHERWISE: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
"""Words that other readers of YAML than ours take for a truth value, or for none."""


def scalar(value: str) -> str:
    """Return one value as YAML: as it is where that is safe, else in double quotes."""
    text = _HALF.sub("\ufffd", " ".join(value.split()))
    plain = text[:1].isalnum() and all(char.isalnum() or char in _PLAIN_SIGNS for char in text)
    if plain and text.casefold() not in _MEANT_OTHERWISE:
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def flow(value: Value) -> str:
    """Return a value on one line."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(one)}" for key, one in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def block(values: Mapping[str, Value], indent: str = "") -> str:
    """Return the lines of a mapping, keys in the order given; empty values are left out. Keys must be plain words."""
    return "".join(f"{line}\n" for line in _lines(values, indent))


def _lines(values: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in values.items():
        if not value:
            continue
        if isinstance(value, str | Mapping) or not any(isinstance(item, Mapping) for item in value):
            yield f"{indent}{key}: {flow(value)}"
            continue
        yield f"{indent}{key}:"
        for item in value:
            yield from _item(item, f"{indent}  ")


def _item(item: Value, indent: str) -> Iterator[str]:
    line = f"{indent}- {flow(item)}"
    deep = isinstance(item, Mapping) and any(not isinstance(one, str | Mapping) for one in item.values())
    if not isinstance(item, Mapping) or not (deep and len(line) > _LONGEST_LINE):
        yield line
        return
    rest = list(_lines(item, f"{indent}  "))
    yield f"{indent}- {rest[0].lstrip()}"
    yield from rest[1:]


def _escape(match: re.Match[str]) -> str:
    char = match.group()
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"
