"""The MkDocs host: hands generated pages to MkDocs. No knowledge logic in here."""

from __future__ import annotations

import logging
from html import escape
from pathlib import Path
from typing import Literal

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.hosts.mkdocs_files import add_assets, add_pages, link_parents, with_latest, withhold
from generator.hosts.project import Project, ReadingCache, load
from generator.hosts.render import render
from generator.hosts.search_index import fold_index
from generator.hosts.site_words import words_of
from generator.model.problem import Problem, Severity
from generator.pages.kinds.review import DESK
from generator.pages.locale import load_locale
from generator.pages.page import Page

log = logging.getLogger("mkdocs.plugins.knowledge-site")

_DEFAULTS = Path(__file__).parent.parent / "defaults"
_LEVELS = {Severity.ERROR: logging.ERROR, Severity.WARNING: logging.WARNING, Severity.NOTE: logging.DEBUG}
_STYLESHEET = "assets/knowledge-site.css"
_SCRIPT = "assets/knowledge-site.js"
_NO_DATE = "1980-01-01"
"""MkDocs stamps the packed sitemap with the latest `update_date`, which must be a day that gzip can hold: content is
older than 1970, or has no date at all. Our sitemap takes the dates from the metadata."""


class KnowledgeSiteConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs is not fully typed
    """Options of the plugin in mkdocs.yml."""

    config_dir = config_options.Type(str, default="site_config")


class KnowledgeSitePlugin(BasePlugin[KnowledgeSiteConfig]):  # type: ignore[no-untyped-call]
    """Adds the generated pages; in `serve` it keeps the last good version while the content has errors."""

    def __init__(self) -> None:
        self.serving = False
        self.cache = ReadingCache()
        self.good: tuple[Page, ...] = ()
        self.problems: tuple[Problem, ...] = ()
        self.pages: dict[str, Page] = {}
        self.config_dir = Path()
        self.words = load_locale("en")

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Note the command. That this method exists makes MkDocs keep the instance between rebuilds."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything before MkDocs cleans the output folder, so that errors leave it as it was."""
        root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self.config_dir = root / self.config.config_dir
        project = Project(root, Path(config.docs_dir), self.config_dir, config.repo_url, config.edit_uri)
        loaded = load(project, self.cache, with_history=True)
        pages, broken = render(loaded)
        self.problems = (*broken, *loaded.problems)
        self._report(config)
        if pages is not None and (not _has(self.problems, Severity.ERROR) or not self.good):
            self.good = pages
        self.words = words_of(project, loaded.site.settings.language)[0] or load_locale(loaded.site.settings.language)
        config.theme["language"] = _theme_language(config, loaded.site.settings.language)
        # The site's own theme folder (custom_dir) stays first, ours comes before Material's.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(_DEFAULTS / "theme"))
        config.extra_css.insert(0, _STYLESHEET)
        config.extra_javascript.insert(0, _SCRIPT)
        config.watch.extend(str(folder) for folder in (project.config_dir, _DEFAULTS) if folder.is_dir())
        return config

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Swap the raw content for generated pages, before plugins that read the list of files."""
        withhold(files)
        self.pages = add_pages(self.good, files, config)
        add_assets((_DEFAULTS / "assets", self.config_dir / "assets"), files, config)
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Hang every page below its index."""
        link_parents(self.pages, files)
        return nav

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Give the page its title and metadata; its date is that of its content, never today's.

        Themes of MkDocs print titles and descriptions as HTML, so that is what they get.
        """
        ours = self.pages.get(page.file.src_uri)
        page.update_date = _NO_DATE
        if ours:
            page.meta.update(ours.meta)
            page.meta["updated"] = ours.updated
            page.meta["title"] = escape(ours.title)
            page.meta["kind"] = ours.kind
            if ours.description:
                page.meta["description"] = escape(ours.description)
            if ours.noindex:
                page.meta["noindex"] = True
            return markdown
        home = next((made for made in self.good if made.kind == "home" and made.path == page.file.src_uri), None)
        return with_latest(markdown, home) if home else markdown

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:  # noqa: ARG002
        """Hand the theme its words, and the problems, which it shows on top of every page in preview."""
        shown = [problem for problem in self.problems if problem.severity is not Severity.NOTE]
        env.globals["knowledge_problems"] = [str(problem) for problem in shown] if self.serving else []
        desk = files.get_file_from_path(DESK)
        env.globals["knowledge_desk"] = desk.url if desk else None
        env.globals["knowledge_words"] = lambda key: escape(self.words.t(key))
        return env

    @event_priority(-50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fold the accents in the search index, after the search plugin has written it."""
        fold_index(Path(config.site_dir) / "search" / "search_index.json")

    def _report(self, config: MkDocsConfig) -> None:
        """Log every problem; stop a build that has errors, a strict one also on warnings."""
        for problem in self.problems:
            log.log(_LEVELS[problem.severity], str(problem))
        stopping = [Severity.ERROR, Severity.WARNING] if config.strict else [Severity.ERROR]
        count = sum(problem.severity in stopping for problem in self.problems)
        if count and not self.serving:
            raise PluginError(
                f"{count} problem(s) in the content, listed above. Nothing was built; the last site stays."
            )


def _has(problems: tuple[Problem, ...], severity: Severity) -> bool:
    return any(problem.severity is severity for problem in problems)


def _theme_language(config: MkDocsConfig, language: str) -> str:
    """Return the language as far as the theme has words of its own in it; Material stops at one that it lacks."""
    folders = [Path(folder) / "partials" / "languages" for folder in config.theme.dirs]
    known = {path.stem for folder in folders if folder.is_dir() for path in folder.glob("*.html")}
    return next((tag for tag in (language, language.partition("-")[0]) if tag in known), "en") if known else language
