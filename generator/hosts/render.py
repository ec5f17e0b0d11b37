"""The `Site` of a loaded project as pages, with the site's own templates and words over the shipped ones."""

from __future__ import annotations

import traceback
from pathlib import Path

import jinja2

from generator.drafts.judgements import JUDGEMENTS
from generator.hosts.project import Loaded, Project
from generator.hosts.site_words import words_of
from generator.model.problem import Position, Problem
from generator.pages import build_pages
from generator.pages.page import Page
from generator.pages.repository import Repository
from generator.reading.files import read_text, shown_path


def render(loaded: Loaded, language: str | None = None) -> tuple[tuple[Page, ...] | None, tuple[Problem, ...]]:
    """Return all generated pages in the site's language, or in another one that has a locale file.

    A broken template or locale file of the site gives no pages, and a problem that says where it is broken.
    """
    project = loaded.project
    templates = project.config_dir / "templates"
    locale, problems = words_of(project, language or loaded.site.settings.language)
    problems = (*problems, *_unreadable(templates, project))
    if locale is None or problems:
        return None, problems
    try:
        return build_pages(loaded.site, locale, [templates], _repository(project)), ()
    except Exception as error:  # a template can raise whatever its author makes it do
        place = _place(error, templates, project)
        if place is None:
            raise
        return None, (Problem.at(place, "broken-template", _words(error), "mend or remove this template"),)


def _repository(project: Project) -> Repository | None:
    """Return where readers can edit the content, with the files they would find there."""
    existing = frozenset(name for name in (JUDGEMENTS,) if (project.content_dir / name).is_file())
    return Repository.of(project.repo_url, project.edit_uri, existing)


def _unreadable(templates: Path, project: Project) -> tuple[Problem, ...]:
    paths = sorted(path for path in templates.rglob("*.j2") if path.is_file())
    return tuple(problem for path in paths for problem in read_text(path, project.root)[1])


def _place(error: Exception, templates: Path, project: Project) -> Position | None:
    """Return the line of the site's own templates in which an error arose; None where they have no part in it."""
    lines = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, jinja2.TemplateSyntaxError):
        lines.append((error.filename or "", error.lineno))
    for name, line in reversed(lines):
        if Path(name).is_relative_to(templates):
            return Position(shown_path(Path(name), project.root), line or 1)
    return None


def _words(error: Exception) -> str:
    """Return in one line what went wrong in a template."""
    if isinstance(error, jinja2.TemplateNotFound):
        return f"there is no template `{error.name}`"
    if isinstance(error, KeyError):
        return f"no locale file has `{error.args[0] if error.args else '?'}`"
    return " ".join(str(error).split()) or type(error).__name__
