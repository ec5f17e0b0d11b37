"""From a view to the Markdown of a page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from generator.pages.markdown import Md
from generator.pages.writer import Writer

_GAPS: Final = re.compile(r"[ \t]*\n(?:[ \t]*\n)+")
_BLOCK_ENDS: Final = re.compile(r"^(</(?:div|details|nav)>)\n(?=\S)", re.MULTILINE)
"""A block of HTML only ends at a blank line, for most readers of Markdown."""


def render(w: Writer, template: str, view: Mapping[str, Any]) -> str:
    """Return the Markdown of a template, with single blank lines.

    In a template `w` is the writer and `t` says words of the locale: `t("key", name=value)`, or `t("group", name)`
    for a name from content or a language pack, which the locale may not know.
    """

    def t(key: str, name: str | None = None, **values: object) -> Md:
        return Md.escape(w.locale.word(key, name)) if name else w.locale.say(key, **values)

    made = w.build.templates.get_template(f"{template}.md.j2").render(view, w=w, t=t)
    return _BLOCK_ENDS.sub(r"\1\n\n", _GAPS.sub("\n\n", made)).strip() + "\n"
