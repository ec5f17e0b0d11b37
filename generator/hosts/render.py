"""The `Site` of a loaded project as pages, with the site's own templates and words over the shipped ones."""

from __future__ import annotations

from pathlib import Path

import jinja2
import yaml

from generator.hosts.project import Loaded, Project
from generator.model.problem import Problem, Severity
from generator.pages import Locale, build_pages, load_locale
from generator.pages.page import Page


def render(loaded: Loaded, language: str | None = None) -> tuple[tuple[Page, ...] | None, tuple[Problem, ...]]:
    """Return all generated pages in the site's language, or in another one that has a locale file.

    A broken template or locale file of the site gives no pages, and a problem that says where it is broken.
    """
    project = loaded.project
    try:
        locale = words(project, language or loaded.site.settings.language)
        return build_pages(loaded.site, locale, [project.config_dir / "templates"]), ()
    except jinja2.TemplateError as error:
        return None, (_broken_template(error, project),)
    except yaml.YAMLError as error:
        return None, (_broken_locale(error, project),)
    except KeyError as error:
        return None, (_missing_words(error, project),)


def words(project: Project, language: str) -> Locale:
    """Return the words of an interface language, the site's own over the shipped ones.

    Raises:
        yaml.YAMLError: a locale file of the site is no YAML.
        KeyError: there is no locale file for the language.
    """
    locale = load_locale(language, [project.config_dir / "locales"])
    if not locale.words:
        raise KeyError(f"{language}.yml")
    return locale


def _broken_template(error: jinja2.TemplateError, project: Project) -> Problem:
    line, path = 1, _shown(project.config_dir / "templates", project)
    if isinstance(error, jinja2.TemplateSyntaxError):
        line, path = error.lineno, _shown(Path(error.filename or error.name or path), project)
    return _problem(path, line, 1, "broken-template", error.message or str(error), "mend or remove this template")


def _broken_locale(error: yaml.YAMLError, project: Project) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    path = _shown(project.config_dir / "locales", project)
    return _problem(path, line, column, "broken-locale", f"a locale file is no YAML: {error}", "mend this line")


def _missing_words(error: KeyError, project: Project) -> Problem:
    path = _shown(project.config_dir / "locales", project)
    missing = error.args[0] if error.args else "?"
    return _problem(
        path, 1, 1, "missing-words", f"no locale file has {missing!r}", "add it to a file in site_config/locales/"
    )


def _problem(path: str, line: int, column: int, code: str, message: str, hint: str) -> Problem:
    return Problem(path, line, column, code, Severity.ERROR, " ".join(message.split()), hint)


def _shown(path: Path, project: Project) -> str:
    return path.relative_to(project.root).as_posix() if path.is_relative_to(project.root) else path.name
