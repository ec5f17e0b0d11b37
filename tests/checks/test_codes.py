from __future__ import annotations

import ast
import re
from pathlib import Path

from generator.model.codes import CODES

# Where a call to one of these names a code, and as which argument.
_ARGUMENT = {"at": 1, "say": 1, "Problem": 3, "OneOf": 1, "_refused": 1, "error_at": 4}


def used_codes(root: Path) -> dict[str, str]:
    """Return code -> a file that uses it, for every code written as a literal."""
    found = {}
    for path in sorted((root / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = _ARGUMENT.get(name)
            if place is not None and len(node.args) > place:
                argument = node.args[place]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    found[argument.value] = path.name
    return found


def test_every_code_that_is_used_is_explained(repository):
    used = used_codes(repository)
    assert len(used) > 20
    assert {code: name for code, name in used.items() if code not in CODES} == {}


def test_codes_have_one_form_and_one_line_each():
    for code, words in CODES.items():
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
        assert words.endswith(".")
        assert "\n" not in words


def test_codes_are_sorted_within_their_group(repository):
    source = (repository / "generator" / "model" / "codes.py").read_text(encoding="utf-8")
    for group in source.split("        # ")[1:]:
        codes = re.findall(r'^        "([a-z0-9-]+)":', group, re.MULTILINE)
        assert codes == sorted(codes)
