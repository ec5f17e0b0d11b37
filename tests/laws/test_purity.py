"""The build is a function of its input: no clock, network, randomness or environment outside hosts and command line."""

import ast
from functools import cache

from tests.laws.sources import imports, modules

EDGES = {"hosts", "cli"}
FORBIDDEN_MODULES = {
    "asyncio", "http", "random", "requests", "secrets", "socket", "subprocess", "time", "urllib.request", "uuid",
}  # fmt: skip
FORBIDDEN_CALLS = {"now", "today", "utcnow", "getenv", "cwd", "expanduser", "gethostname"}


def test_no_module_inside_imports_the_outside_world() -> None:
    offenders = [
        f"generator/{path}:{line}: {name}"
        for stage, path, tree in modules()
        for line, name in imports(tree)
        if stage not in EDGES and (name.split(".")[0] in FORBIDDEN_MODULES or name.startswith("urllib.request"))
    ]

    assert not offenders, "\n".join(offenders)


@cache
def called(tree: ast.Module) -> frozenset[int]:
    return frozenset(id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call))


def test_no_module_inside_reads_clock_or_environment() -> None:
    offenders = [
        f"generator/{path}:{node.lineno}: {node.attr}"
        for stage, path, tree in modules()
        for node in ast.walk(tree)
        if stage not in EDGES and isinstance(node, ast.Attribute)
        if node.attr == "environ" or (id(node) in called(tree) and node.attr in FORBIDDEN_CALLS)
    ]

    assert not offenders, "\n".join(offenders)


def test_only_reading_and_the_edges_open_files_of_a_site() -> None:
    """Packs, tables, locales and templates are the engine's own files; `language` and `pages` may read those."""
    openers = {"read_text", "read_bytes", "write_text", "write_bytes"}
    offenders = [
        f"generator/{path}:{node.lineno}: {node.attr}"
        for stage, path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and (node.attr in openers and stage in {"model", "understanding", "knowledge", "checks"})
    ]

    assert not offenders, "\n".join(offenders)
