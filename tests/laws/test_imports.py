"""Arrows go one way: a stage imports only the stages before it."""

from graphlib import CycleError, TopologicalSorter

import pytest

from tests.laws.sources import imports, modules

ALLOWED = {
    "model": set(),
    "language": {"model"},
    "reading": {"model", "language"},
    "understanding": {"model", "language", "reading"},
    "knowledge": {"model", "language", "reading", "understanding"},
    "checks": {"model", "language", "reading", "understanding", "knowledge"},
    "drafts": {"model", "language", "reading"},
    "review": {"model", "language", "reading", "understanding", "knowledge", "checks"},
    "pages": {"model", "language", "reading", "understanding", "knowledge", "drafts", "review"},
    "hosts": {"model", "language", "reading", "understanding", "knowledge", "checks", "drafts", "review", "pages"},
    "cli": {"model", "reading", "checks", "hosts"},
    "__init__": set(),
}


def test_every_import_points_to_an_earlier_stage() -> None:
    offenders = [
        f"generator/{path}:{line}: {stage} may not import {name}"
        for stage, path, tree in modules()
        for line, name in imports(tree)
        if name.startswith("generator.") and name.split(".")[1] not in ALLOWED[stage] | {stage}
    ]

    assert not offenders, "\n".join(offenders)


def test_every_stage_has_its_place_in_the_order() -> None:
    assert {stage for stage, _, _ in modules()} <= set(ALLOWED)


def test_rooms_of_a_stage_do_not_need_each_other_in_a_circle() -> None:
    """Folders and modules that stand directly in a stage can be read in one order: none needs what needs it."""
    needs: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for stage, path, tree in modules():
        room = path.parts[1].removesuffix(".py") if len(path.parts) > 1 else stage
        for _, name in imports(tree):
            parts = name.split(".")
            if parts[:2] == ["generator", stage] and len(parts) > 2 and parts[2] != room:
                needs.setdefault((stage, room), set()).add((stage, parts[2]))
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(f"{stage}/{room}" for stage, room in error.args[1]))


def test_only_hosts_and_the_command_line_know_mkdocs() -> None:
    offenders = [
        f"generator/{path}:{line}: {name}"
        for stage, path, tree in modules()
        for line, name in imports(tree)
        if name.split(".")[0] in {"mkdocs", "material"} and stage not in {"hosts", "cli"}
    ]

    assert not offenders, "\n".join(offenders)
