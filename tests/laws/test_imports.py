"""Arrows go one way: a stage imports only the stages before it."""

from tests.laws.sources import imports, modules

ALLOWED = {
    "model": set(),
    "language": {"model"},
    "reading": {"model", "language"},
    "understanding": {"model", "language", "reading"},
    "knowledge": {"model", "language", "reading", "understanding"},
    "checks": {"model", "language", "reading", "understanding", "knowledge"},
    "pages": {"model", "language", "reading", "understanding", "knowledge"},
    "hosts": {"model", "language", "reading", "understanding", "knowledge", "checks", "pages"},
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


def test_only_hosts_and_the_command_line_know_mkdocs() -> None:
    offenders = [
        f"generator/{path}:{line}: {name}"
        for stage, path, tree in modules()
        for line, name in imports(tree)
        if name.split(".")[0] in {"mkdocs", "material"} and stage not in {"hosts", "cli"}
    ]

    assert not offenders, "\n".join(offenders)
