"""The `Site` of a loaded project as pages, with the site's own templates and words over the shipped ones."""

from __future__ import annotations

from generator.hosts.project import Loaded
from generator.pages import build_pages, load_locale
from generator.pages.page import Page


def render(loaded: Loaded, language: str | None = None) -> tuple[Page, ...]:
    """Return all generated pages in the site's language, or in another one that has a locale file.

    Raises:
        jinja2.TemplateError: a template of the site is broken.
    """
    config_dir = loaded.project.config_dir
    locale = load_locale(language or loaded.site.settings.language, [config_dir / "locales"])
    return build_pages(loaded.site, locale, [config_dir / "templates"])
