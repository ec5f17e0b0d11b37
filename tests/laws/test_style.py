"""Lint, format and types hold for the whole repository."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "command",
    [("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",)],
    ids=["lint", "format", "types"],
)
def test_tool_finds_nothing(command: tuple[str, ...], repository: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-m", *command], cwd=repository, capture_output=True, text=True, check=False, timeout=300
    )

    assert run.returncode == 0, run.stdout + run.stderr


def test_modules_stay_small(repository: Path) -> None:
    """About 300 lines is where a module should be split; the limit leaves a little air."""
    long = [
        f"{path.relative_to(repository)}: {lines} lines"
        for path in sorted((repository / "generator").rglob("*.py"))
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 340
    ]

    assert not long, "\n".join(long)
