"""A site's folders, and the whole engine run over them once: the one place where the stages are strung together."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import click
import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from generator.checks import run_checks
from generator.hosts.history import HistoryReader
from generator.knowledge.build import build_site
from generator.model.article import Article
from generator.model.history import History
from generator.model.problem import Problem, Severity
from generator.model.reading import Reading
from generator.model.site import Site
from generator.reading.content import Content, read_content
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.known_names import build_gazetteer
from generator.understanding.pipeline import understand

PLUGIN = "knowledge-site"
_CONFIG_FILES: Final = ("mkdocs.yml", "mkdocs.yaml")


@dataclass(frozen=True, slots=True)
class Project:
    """Where a site lives. Paths in problems and edit links are relative to `root`.

    `repo_url` and `edit_uri` are those of mkdocs.yml: where readers can edit the content, if anywhere.
    """

    root: Path
    content_dir: Path
    config_dir: Path
    repo_url: str | None = None
    edit_uri: str | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """A project read, understood, assembled and checked. `problems` are sorted and complete."""

    project: Project
    content: Content
    site: Site
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop a build."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that stop a strict build."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)


@dataclass(slots=True)
class ReadingCache:
    """Readings of articles that have not changed since the last run of the same process, and the history so far."""

    names: int = 0
    readings: MutableMapping[Article, Reading] = field(default_factory=dict)
    history: HistoryReader = field(default_factory=HistoryReader)

    def understand_all(self, articles: tuple[Article, ...], gazetteer: Gazetteer) -> dict[str, Reading]:
        """Return one reading per article id, anew only for articles that changed; all anew when a name changed."""
        names = hash(gazetteer.entries)
        known = self.readings if names == self.names else {}
        self.readings = {article: known.get(article) or understand(article, gazetteer) for article in articles}
        self.names = names
        return {article.id: reading for article, reading in self.readings.items()}


class ProjectError(click.ClickException):
    """A site cannot be worked on at all; the message says where the fault is and what to do."""


def find_project(start: Path) -> Project | None:
    """Return the project of the nearest `mkdocs.yml` at or above `start`; None without one.

    Raises:
        ProjectError: that file is not what MkDocs could use.
    """
    for folder in (start, *start.parents):
        for name in _CONFIG_FILES:
            if (folder / name).is_file():
                return project_of(folder / name)
    return None


def project_of(config_file: Path) -> Project:
    """Return the project an `mkdocs.yml` describes, with MkDocs' own defaults for what it leaves out.

    Raises:
        ProjectError: the file is not what MkDocs could use.
    """
    root = config_file.parent
    config = _read_config(config_file)
    plugins = config.get("plugins") or ()
    named = plugins if isinstance(plugins, Mapping) else {}
    for plugin in plugins if isinstance(plugins, list) else ():
        if isinstance(plugin, Mapping):
            named = {**named, **plugin}
    options = named.get(PLUGIN)
    chosen = options.get("config_dir") if isinstance(options, Mapping) else None
    return Project(
        root=root,
        content_dir=root / str(config.get("docs_dir", "docs")),
        config_dir=root / str(chosen or "site_config"),
        repo_url=_text(config.get("repo_url")),
        edit_uri=_text(config.get("edit_uri")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _read_config(path: Path) -> Mapping[str, Any]:
    """Return the keys of an `mkdocs.yml`, those it inherits included."""
    fault, line, column = "it holds no keys", 1, 1
    try:
        with path.open(encoding="utf-8") as file:
            config = yaml_load(file, get_yaml_loader(_Lenient))
        if isinstance(config, Mapping):
            return config
    except ConfigurationError as error:
        cause = error.__context__
        if isinstance(cause, yaml.MarkedYAMLError) and cause.problem_mark:
            fault = cause.problem or "it is no YAML"
            line, column = cause.problem_mark.line + 1, cause.problem_mark.column + 1
        else:
            fault = " ".join(str(error).split())
    except (OSError, UnicodeDecodeError, TypeError) as error:
        fault = getattr(error, "strerror", None) or " ".join(str(error).split())
    raise ProjectError(f"{path.name}:{line}:{column}: {fault} (mend this file; MkDocs needs it too)")


def load(project: Project, cache: ReadingCache | None = None, *, with_history: bool = False) -> Loaded:
    """Run every stage up to the checks. Never raises on bad content: it becomes problems.

    `with_history`: what the repository's history tells is wanted too; where there is none, the site is the same
    without it.
    """
    cache = cache or ReadingCache()
    history = cache.history.read(project.content_dir, project.root) if with_history else None
    return assemble(project, read_content(project.root, project.content_dir, project.config_dir), cache, history)


def assemble(
    project: Project, content: Content, cache: ReadingCache | None = None, history: History | None = None
) -> Loaded:
    """Run every stage after reading."""
    gazetteer = build_gazetteer(content.records)
    readings = (cache or ReadingCache()).understand_all(content.articles, gazetteer)
    site = build_site(content.articles, readings, content.records, content.settings, content.judgements, history)
    problems = {*content.problems, *site.problems, *run_checks(content, site)}
    return Loaded(project, content, site, tuple(sorted(problems, key=Problem.sort_key)))


class _Lenient(yaml.SafeLoader):
    """Reads a mkdocs.yml without running the Python names its tags may refer to."""


_Lenient.add_multi_constructor("", lambda _loader, _suffix, _node: None)
