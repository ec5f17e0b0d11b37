"""Pages at old and alternative addresses, which lead to the page itself."""

from __future__ import annotations

from collections.abc import Iterable

from generator.pages.build import Build
from generator.pages.frame import path_of
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.writer import Writer


def redirect_pages(build: Build) -> Iterable[Page]:
    """Return one page for each address that leads elsewhere and is no page itself."""
    for old, new in build.site.redirects.items():
        if build.site.has_page(old) or not build.site.has_page(new):
            continue
        w = Writer(build, path_of(old))
        article = new in build.site.articles
        title = w.article_title(new)[0] if article else w.plain(build.name(new))
        view = {"title": title, "target": w.article(new) if article else w.to(new)}
        yield Page(
            path=w.path,
            kind="redirect",
            title=title,
            markdown=render(w, "redirect", view),
            language=build.locale.language,
            noindex=True,
            redirect_to=path_of(new),
        )
