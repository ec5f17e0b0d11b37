"""What a reader sees of a web page and copies: its words, one line for each block, menus and footers included."""

from __future__ import annotations

from typing import Any, Final

_SILENT: Final = frozenset(
    ("head", "iframe", "noscript", "script", "style", "svg", "template")
)  # fmt: skip
_BLOCKS: Final = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "button", "dd", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "label", "li",
        "main", "nav", "ol", "option", "p", "pre", "section", "select", "table", "td", "th", "tr", "ul",
    )
)  # fmt: skip


def visible_lines(page: bytes) -> list[str]:
    """Return the visible lines of a page in UTF-8, blanks evened, none empty; [] where it has no element.

    Raises:
        ImportError: `lxml`, which comes with `trafilatura`, is not installed.
    """
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    try:
        root: Any = lxml_html.document_fromstring(page, parser=lxml_html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return []
    body = root.find("body")
    top = root if body is None else body
    lines: list[str] = []
    pieces: list[str] = []
    walker = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        is_block = element.tag in _BLOCKS
        if is_block:
            _end_line(pieces, lines)
        if event == "start" and _is_silent(element):
            walker.skip_subtree()
        elif event == "start":
            pieces.append(element.text or "")
        elif element is not top:
            pieces.append(element.tail or "")
    _end_line(pieces, lines)
    return lines


def _is_silent(element: Any) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return element.tag in _SILENT or element.get("hidden") is not None or "display:none" in style


def _end_line(pieces: list[str], lines: list[str]) -> None:
    line = " ".join("".join(pieces).replace("\ufeff", "").split())
    if line:
        lines.append(line)
    pieces.clear()
