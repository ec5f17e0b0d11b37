"""The Jinja environment: what a template prints is text, unless it is `Md`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import jinja2
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup

from generator.pages.markdown import Md, text

SHIPPED: Final = Path(__file__).parents[1] / "defaults" / "templates"
_FILTERS: Final = frozenset(
    {"length", "first", "last", "list", "sort", "reverse", "batch", "groupby", "default", "int"}
)
"""Filters that hand values through; those that glue text (`join`, `format`, `replace`) would pass it unescaped."""


class _NoGlue(Extension):
    """Refuses operators that glue text to markup with HTML escaping alone."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Pass all tokens on but `~`, `+` and `%`."""
        for token in stream:
            if token.type in ("tilde", "add", "mod"):
                raise jinja2.TemplateSyntaxError(
                    "no ~, + or % in templates: write the parts one after the other",
                    token.lineno,
                    stream.name,
                    stream.filename,
                )
            yield token


def _finalize(value: Any) -> Markup:
    """Return what may be printed: Markdown, the output of a macro (made of printed values), or escaped text."""
    if isinstance(value, Markup):
        return value
    return Md("") if value is None else text(str(value))


def environment(folders: Sequence[Path] = ()) -> jinja2.Environment:
    """Return the environment in which templates of `folders` come before the shipped ones of the same name."""
    loaders = [jinja2.FileSystemLoader(folder) for folder in (*folders, SHIPPED)]
    env = jinja2.Environment(
        loader=jinja2.ChoiceLoader(loaders),
        autoescape=True,
        finalize=_finalize,
        undefined=jinja2.StrictUndefined,
        extensions=[_NoGlue],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    env.filters = {name: function for name, function in env.filters.items() if name in _FILTERS}
    return env
