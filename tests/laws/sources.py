"""The engine's own source files, as the laws see them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ENGINE = Path(__file__).parent.parent.parent / "generator"


def modules() -> Iterator[tuple[str, Path, ast.Module]]:
    """Yield the stage, path and syntax tree of every module; `cli.py` is a stage of its own, authoring scripts none."""
    for path in sorted(ENGINE.rglob("*.py")):
        relative = path.relative_to(ENGINE)
        if path.name.startswith("derive_"):
            continue
        stage = relative.parts[0] if len(relative.parts) > 1 else relative.stem
        yield stage, relative, ast.parse(path.read_text(encoding="utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and full name of everything a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"
