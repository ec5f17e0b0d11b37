"""Lists and mappings with known keys: how the forms of `fields.py` are put together."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Map
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from generator.reading.records.fields import Findings, Form
from generator.reading.records.yamlfile import Mapping, Node, Scalar, Sequence
from generator.reading.records.yamlhelp import glued_colon, shown


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list whose items all have one form."""

    item: Form

    @property
    def name(self) -> str:
        """Words that complete "… must be …"."""
        return "a list"

    def read(self, node: Node, key: str, findings: Findings) -> tuple[Any, ...] | None:
        """Return the items that could be read, in file order."""
        if not isinstance(node, Sequence):
            given = "a mapping with keys" if isinstance(node, Mapping) else f"the single value {shown(node.value)}"
            findings.say(node, "wrong-type", f"`{key}` must be a list, but is {given}", self._hint(node))
            return None
        values = (self.item.read(item, f"{key}: item {n}", findings) for n, item in enumerate(node.items, start=1))
        return tuple(value for value in values if value is not None)

    def _hint(self, node: Scalar | Mapping) -> str:
        if isinstance(node, Mapping):
            return "put `- ` before it, on a line of its own"
        item = self.item.example_for(node) if isinstance(self.item, Shape) else node.value
        return f"write [{item}]"


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a shape. `often` lists what people write in its place; it only serves the hint."""

    key: str
    form: Form
    help: str
    required: bool = False
    often: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """A mapping with known keys, and what is made of it.

    `make` is called with the values as keywords, and with `position` where `positioned`. `example` is one line that
    shows how to write it. `extra` looks at the mapping as a whole: it returns what is wrong, and the remedy.
    """

    name: str
    keys: tuple[Key, ...]
    make: Callable[..., Any]
    example: str
    positioned: bool = True
    extra: Callable[[Map[str, Any]], tuple[str, str] | None] | None = None

    def read(self, node: Node, key: str, findings: Findings) -> Any:
        """Return what `make` makes of the mapping, or None where it cannot be made."""
        values = self.values(node, key, findings)
        return None if values is None else self.make(**values)

    def values(self, node: Node, key: str, findings: Findings) -> dict[str, Any] | None:
        """Return the keyword arguments for `make`; None where the node is no mapping or lacks what it needs."""
        if not isinstance(node, Mapping):
            self._not_a_mapping(node, key, findings)
            return None
        known = {one.key: one for one in self.keys}
        faults = len(findings.problems)
        values: dict[str, Any] = {}
        for name, value in node.entries:
            spec = known.get(name.value)
            if spec is None:
                self._unknown_key(name, findings)
            elif not (isinstance(value, Scalar) and value.absent):
                values[name.value] = spec.form.read(value, name.value, findings)
        missing = [one for one in self.keys if one.required and one.key not in values]
        for one in missing:
            what = one.help[0].lower() + one.help[1:] if one.help[1].islower() else one.help
            hint = f"add `{one.key}: …`: {what.rstrip('.')}"
            findings.say(node, "missing-key", f"{self.name} needs `{one.key}`", hint)
        if missing or any(values[one.key] is None for one in self.keys if one.required):
            return None
        # What it cannot do without may have been there, but faulty: that has been said already.
        wrong = self.extra(values) if self.extra else None
        if wrong and len(findings.problems) == faults:
            findings.say(node, "missing-key", *wrong)
        values = {name: value for name, value in values.items() if value is not None}
        if wrong or (self.extra and self.extra(values)):
            return None
        return {"position": node.position, **values} if self.positioned else values

    def example_for(self, node: Scalar) -> str:
        """Return how a lone value would be written, where it can only belong to one key, else the example."""
        needed = [one.key for one in self.keys if one.required]
        return f"{{{needed[0]}: {node.value}}}" if len(needed) == 1 and node.value else self.example

    def _not_a_mapping(self, node: Node, key: str, findings: Findings) -> None:
        if isinstance(node, Scalar):
            glued = glued_colon(node.value)
            given = f"the text {shown(node.value)}" if node.value else "empty"
            hint = f"put a space after the colon: `{glued}`" if glued else f"write {self.example_for(node)}"
        else:
            given, hint = "a list", f"write {self.example}"
        findings.say(node, "wrong-type", f"`{key}` must be {self.name}, but is {given}", hint)

    def _unknown_key(self, name: Scalar, findings: Findings) -> None:
        names = [one.key for one in self.keys]
        meant = next((one.key for one in self.keys if name.value.casefold() in one.often), None)
        near = [meant] if meant else get_close_matches(name.value.casefold(), names, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(names)}"
        findings.say(name, "unknown-key", f"{self.name} has no key {shown(name.value)}", hint)
