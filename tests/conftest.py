"""Fixtures for all tests, and the rule that a warning nobody asserted fails its test."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# How long an example takes depends on what else the machine does; growth is measured on purpose, in tests of its own.
settings.register_profile("project", deadline=None)
settings.load_profile("project")

REPOSITORY = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def no_silent_warning(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logged a warning, unless it asked for `caplog` and so looks at them itself."""
    yield
    if "caplog" in request.fixturenames and "caplog" in request.function.__code__.co_varnames:
        return
    logged = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not logged, f"warnings nobody asserted: {logged}"


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder of the project itself."""
    return REPOSITORY


@pytest.fixture(scope="session")
def seed_text() -> str:
    """The first article as found: our copy without its front matter."""
    path = REPOSITORY / "content" / "articles" / "2023-07-31-iran-belarus-defence-memorandum.txt"
    return path.read_text(encoding="utf-8").partition("\n---\n")[2]
