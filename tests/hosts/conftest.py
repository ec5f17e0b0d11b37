"""The project's own site, built once for all tests that only look at it."""

from pathlib import Path

import pytest

from tests.sitebuild import copy_site, html_files, mkdocs_build


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A strict build of the project's own site."""
    folder = copy_site(tmp_path_factory.mktemp("own") / "site-project")
    run = mkdocs_build(folder, "--strict")
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr, run.stderr
    return folder / "site"


@pytest.fixture(scope="session")
def pages(built: Path) -> dict[str, str]:
    """Its HTML pages by path."""
    return html_files(built)
