"""Contributed text stays text, whatever signs it is made of."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from xml.etree import ElementTree

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.markdown import Md, element, join, link, safe_url, span, text

CONVERTER = markdown.Markdown(
    extensions=[
        "attr_list", "md_in_html", "tables", "toc", "admonition", "def_list", "footnotes", "abbr",
        "pymdownx.emoji", "pymdownx.mark", "pymdownx.tilde", "pymdownx.caret", "pymdownx.details",
        "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.critic", "pymdownx.keys", "pymdownx.tasklist",
        "pymdownx.magiclink", "pymdownx.arithmatex", "pymdownx.snippets",
    ]
)  # fmt: skip

NASTY = (
    "*", "**", "_", "__", "`", "```", "~~~", "[", "](", ")", "![", "<", ">", "&", "&amp;", "&#42;", "{", "}", "{: .c }",
    "{{ x }}", "{% x %}", "|", "||", "---", "===", "# ", "1. ", "- ", "+ ", "> ", ": ", ":smile:", "!!! note", "??? x",
    "=== \"t\"", "[^1]", "[^1]: n", "*[A]: b", "$x$", "\\", "\\(", "\n", "\n\n", "    ", "\t", "<script>", "</span>",
    "<!--", "-->", "<div markdown>", "https://a.example/b_c", "a@b.example", "www.a.example", "--8<-- \"x\"", "{--x--}",
    "++ctrl++",
    "==m==", "^^i^^", "~~d~~", "- [ ] t", "[TOC]", "a", "Б", "é", "’", "«", "\u00a0", "\u2028", "\x02", "\x03",
    "'", '"',
)  # fmt: skip

TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(NASTY), max_size=8).map("".join),
    st.lists(st.sampled_from(NASTY), max_size=8).map(" ".join),
)


def collapsed(value: str) -> str:
    return " ".join(re.sub(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", "", value).split())


class Skeleton(HTMLParser):
    """The elements of a piece of HTML, and the text in them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def skeleton(source: str) -> Skeleton:
    CONVERTER.reset()
    return Skeleton(CONVERTER.convert(source))


@settings(max_examples=400, deadline=None)
@given(TEXTS)
def test_a_text_alone_makes_no_element(value: str) -> None:
    if not collapsed(value):
        return
    seen = skeleton(text(value))
    assert [tag for tag, _ in seen.tags] == ["p"]
    assert collapsed(seen.words) == collapsed(value)


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_text_in_every_place_where_pages_put_it(value: str, other: str) -> None:
    if not collapsed(value) or not collapsed(other):
        return
    source = "\n".join(
        [
            f"# {text(value)} {{ #h }}", "", f"- {text(value)} {span(other, 'c', title=value)}",
            f"    - {text(other)}", "", f"[{text(value)}](x.md \"{''}\")", "", "<div class=\"b\" markdown=\"1\">", "",
            f"{text(value)}", f":   {text(other)}", "", "</div>", "",
            "| a | b |", "| --- | --- |",
            f"| {text(value)} | {link(other, 'x.md#s1', 'k', title=value, label='L')} |", "",
            "<details markdown=\"1\">", f"<summary>{text(value)}</summary>", "", f"> {text(other)}", "", "</details>",
        ]
    )  # fmt: skip
    seen = skeleton(source)
    assert [tag for tag, _ in seen.tags] == [
        "h1", "ul", "li", "span", "ul", "li", "p", "a", "div", "dl", "dt", "dd", "table", "thead", "tr", "th", "th",
        "tbody", "tr", "td", "td", "a", "details", "summary", "blockquote", "p",
    ]  # fmt: skip
    tags = seen.tags
    assert collapsed(tags[3][1]["title"] or "") == collapsed(value)
    label = next(attrs for tag, attrs in tags if tag == "a" and attrs.get("class") == "k")
    assert collapsed(label["title"] or "") == collapsed(value)
    assert label["aria-label"] == "L"
    expected = [value, value, other, other, value, value, other, "a b", value, other, value, other]
    assert collapsed(seen.words).replace(" ", "") == collapsed("".join(expected)).replace(" ", "")


@given(TEXTS, TEXTS)
def test_joining_escapes_what_is_not_markdown(first: str, second: str) -> None:
    glued = Md("<b>") + first + Md("</b>") + second
    assert isinstance(glued, Md)
    assert glued == Md("<b>") + text(first) + Md("</b>") + text(second)
    assert join(", ", [first, Md("*x*")]) == text(first) + Md(", *x*")
    assert Md("*{}*").format(first) == Md("*") + text(first) + Md("*")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/a?b=c&d#e", "https://example.org/a?b=c&d#e"),
        ("https://example.org/a (b)[c]`d`<e>", "https://example.org/a%20%28b%29%5Bc%5D%60d%60%3Ce%3E"),
        ("https://example.org/Iran–Belarus", "https://example.org/Iran%E2%80%93Belarus"),
        ("HTTPS://example.org/", "HTTPS://example.org/"),
        ("javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org/", None),
        ("https://", None),
        ("https://[x", None),
        ("/etc/passwd", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, expected: str | None) -> None:
    assert safe_url(url) == expected


@settings(deadline=None)
@given(st.text(max_size=30).map(lambda tail: "https://example.org/" + tail))
def test_an_address_stays_one_link(url: str) -> None:
    safe = safe_url(url)
    if safe is None:
        return
    seen = skeleton(f"- {link('words', safe)} end")
    assert [tag for tag, _ in seen.tags] == ["ul", "li", "a"]
    assert seen.words.strip() == "words end"


def test_elements_keep_their_attributes() -> None:
    made = element("time", "31 July", datetime="2023-07-31")
    assert ElementTree.fromstring(made).attrib == {"datetime": "2023-07-31"}
    assert unescape(span("a & b", "x", lang="fr")) == '<span class="x" lang="fr">a & b</span>'


@pytest.mark.parametrize("sign", ["\u202e", "\u2067", "\u2066", "\x1b", "\x00", "\x9b"])
def test_signs_that_steer_what_follows_are_dropped(sign: str) -> None:
    assert text(f"Ada {sign}Lovelace") == "Ada Lovelace"


def test_letters_and_marks_of_every_script_stay() -> None:
    for name in ("محمدرضا آشتیانی", "می\u200cخواهم", "\u200fעברית", "Lo\u0301ve", "👩\u200d🚀"):
        assert text(name) == name
