"""Text made safe for Markdown. What is not `Md` is text, and text never becomes markup.

Every sign that Markdown, its usual extensions or HTML could read as markup becomes a character reference:
no reader of Markdown takes a reference for structure, neither in running text, nor in a link, a title, a
table cell or an HTML attribute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final
from urllib.parse import quote, urlsplit

from markupsafe import Markup

_ALWAYS: Final = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        # `@`, `$`, `~`, `^`, `=`, `+` and `%` mean something to extensions that a site may switch on.
        **{sign: f"&#{ord(sign)};" for sign in "\\`*_{}[]#|~^=+$@%"},
    }
)
_CONTROL: Final = re.compile(
    # The second row opens embeddings and overrides of the direction of writing, which would turn what follows round.
    r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff"
    r"\u202a-\u202e\u2066-\u2069]"
)
_SPACE: Final = re.compile(r"[^\S\u00a0\u202f\u2007]+|\x85")
"""White space that a browser collapses; the spaces of French punctuation stay."""
_SHORTCODE: Final = re.compile(r":(?=\S)|(?<=[wW]{3})\.")
_OPENING: Final = re.compile(r"^( ?)(?:([-:!?])|(\d+)([.)]))")
_PLAIN: Final = re.compile(r"[^\W\d_][\w ,’é-]*")
_BRACKETS: Final = str.maketrans({sign: f"&#{ord(sign)};" for sign in "()'"})
_SCHEMES: Final = frozenset({"http", "https"})


class Md(Markup):
    """Markdown that is ready to be written out. Joined with plain text, the text is escaped.

    Make one only from markup of our own; `text` makes one from anything else.
    """

    __slots__ = ()

    def __new__(cls, markup: str = "") -> Md:
        """Take over a string; without the questions of `Markup`, which are put for every piece of every page."""
        return str.__new__(cls, markup)

    @classmethod
    def escape(cls, s: Any, /) -> Md:
        """Return `s` as it is if it is `Md`, else as escaped text."""
        return s if isinstance(s, Md) else text(str(s))


@lru_cache(maxsize=16384)
def text(value: str) -> Md:
    """Return `value` so that a reader sees exactly its characters, white space collapsed, on one line.

    Control characters, which no reader sees, are dropped.
    """
    if _PLAIN.fullmatch(value) and "_" not in value and "  " not in value:
        return Md(value)
    flat = _SPACE.sub(" ", _CONTROL.sub("", value))
    safe = _SHORTCODE.sub(lambda match: f"&#{ord(match.group())};", flat.translate(_ALWAYS))
    # What opens a list, a definition, an admonition or a rule at the start of a line.
    return Md(_OPENING.sub(_referenced, safe, count=1))


def _referenced(match: re.Match[str]) -> str:
    space, sign, number, dot = match.groups()
    return f"{space}&#{ord(sign)};" if sign else f"{space}{number}&#{ord(dot)};"


def join(separator: str | Md, parts: Iterable[str | Md]) -> Md:
    """Join parts; those that are not `Md`, and the separator likewise, are text."""
    return Md(str.join(Md.escape(separator), [Md.escape(part) for part in parts]))


def attributes(*classes: str, **values: str) -> Md:
    """Return the attributes of an HTML tag, with a leading space; `_` in a key becomes `-`."""
    pairs = [("class", " ".join(classes))] if any(classes) else []
    pairs += [(key.strip("_").replace("_", "-"), value) for key, value in values.items()]
    return Md("".join(f' {key}="{text(value)}"' for key, value in pairs))


def span(words: str | Md, *classes: str, **values: str) -> Md:
    """Return an inline `<span>` around `words`."""
    return Md(f"<span{attributes(*classes, **values)}>{Md.escape(words)}</span>")


def element(tag: str, words: str | Md, *classes: str, **values: str) -> Md:
    """Return another inline element around `words`."""
    return Md(f"<{tag}{attributes(*classes, **values)}>{Md.escape(words)}</{tag}>")


def verbatim(value: str, *classes: str) -> Md:
    """Return a block that shows text letter by letter, line by line.

    It is one line of Markdown, which no blank line or indentation can take apart.
    """
    safe = _CONTROL.sub("", value).translate(_ALWAYS).replace("\n", "&#10;").replace(" ", "&#32;")
    return Md(f"<pre{attributes(*classes)}>{safe}</pre>")


def link(words: str | Md, target: str, *classes: str, title: str = "", label: str = "") -> Md:
    """Return a Markdown link. `target` is a path of our own making or the result of `safe_url`.

    `title` is any text; `label` (what a screen reader says instead of the words) is a phrase of the locale.
    """
    parts = [f"[{Md.escape(words)}]({target}"]
    if title:
        parts.append(f' "{_title(title)}"')
    parts.append(")")
    attrs = [f".{name}" for name in classes]
    if label:
        attrs.append('aria-label="' + label.replace('"', "’").replace("{", "(").replace("}", ")") + '"')
    if attrs:
        parts.append("{ " + " ".join(attrs) + " }")
    return Md("".join(parts))


def _title(value: str) -> str:
    # Python-Markdown looks for the closing bracket of the target before it looks for the title's quotes.
    return str(text(value)).translate(_BRACKETS)


def safe_url(url: str | None) -> str | None:
    """Return a web address fit for a Markdown link, or None where it is no `http(s)` address."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    if parts.scheme.lower() not in _SCHEMES or not parts.netloc:
        return None
    return quote(url.strip(), safe="-._~:/?#@&=+,;%")
