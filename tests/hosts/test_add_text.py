"""The file that is written reads like the file that was found: the same content zones, whatever the format."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.hosts.add_text import Given, Raw, prepare
from generator.model.article import CONTENT_ZONES, Article
from generator.model.dates import PartialDate
from generator.reading.articles import read_bytes
from generator.reading.frontmatter import read_front_matter
from tests.support import TESTS, cases

SHOWN = "content/articles/article.txt"
GOLD = sorted((TESTS / "evaluation" / "gold").rglob("*.txt"))
TEXTS = [pytest.param(path.read_text(encoding="utf-8"), id=f"{path.parent.name}/{path.stem}") for path in GOLD]
TEXTS += [
    pytest.param(param.values[0]["text"], id=str(param.id))
    for topic in ("zones", "traps", "metadata")
    for param in cases(topic)
    if isinstance(param.values[0], dict) and isinstance(param.values[0].get("text"), str)
]


def content(article: Article | None) -> list[tuple[str, str]]:
    """Return kind and words of the content zones that have words.

    Brackets of a page are parted in the file, so that they pin nothing.
    """
    assert article
    return [
        (zone.kind.value, " ".join(zone.span.of(article.text).replace("[ [", "[[").split()))
        for zone in article.zones
        if zone.kind in CONTENT_ZONES and re.search(r"\w", zone.span.of(article.text))
    ]


def as_page(text: str) -> str:
    """Return a text as a web page of one paragraph a line."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in text.split("\n") if line.strip())
    return f"<html><body><nav><a href='/'>Home</a></nav><article>{lines}</article></body></html>"


def test_there_are_texts() -> None:
    assert len(TEXTS) > 25


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", ["found.txt", "found.md", "2020-02-02.markdown"])
def test_a_text_file(text: str, name: str) -> None:
    data = text.encode()
    before, _ = read_bytes(data, name, SHOWN, allow_legacy=True)
    prepared, problems = prepare(Raw(data, name), SHOWN, {}, Given())
    assert prepared, problems
    assert content(prepared.article) == content(before)
    assert prepared.text.endswith(text.partition("\n---\n")[2].strip("\n") + "\n" if text.startswith("---") else "\n")


@pytest.mark.parametrize("text", TEXTS)
def test_a_web_page(text: str) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    data = as_page(text).encode()
    before, trouble = read_bytes(data, "found.html", SHOWN)
    prepared, problems = prepare(Raw(data, "found.html"), SHOWN, {}, Given())
    if before is None:
        assert prepared is None
        assert trouble == problems
        return
    assert prepared, problems
    assert content(prepared.article) == content(before)
    assert content(read_bytes(prepared.text.encode(), "other-name.txt", "elsewhere.txt")[0]) == content(before)


@pytest.mark.parametrize("text", TEXTS)
def test_written_again_it_stays_as_it_is(text: str) -> None:
    """All values are pinned, so adding the written file again works nothing out anew."""
    first, _ = prepare(Raw(text.encode(), "found.txt"), SHOWN, {}, Given())
    assert first
    second, _ = prepare(Raw(first.text.encode(), "any.txt"), SHOWN, {}, Given())
    assert second
    remark = "# Worked out by"
    lines = [[line for line in one.text.splitlines() if not line.startswith(remark)] for one in (first, second)]
    assert lines[1] == lines[0]


def test_page_with_everything_in_it() -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    page = (Path(__file__).parent / "data" / "page.html").read_bytes()
    before, _ = read_bytes(page, "page.html", SHOWN)
    prepared, problems = prepare(Raw(page, "page.html"), SHOWN, {}, Given())
    assert prepared, problems
    assert content(prepared.article) == content(before)
    for words in ("Read also", "Accept all cookies", "Most read"):
        assert words not in prepared.text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Une ville.",
                "#",
                "---",
                "[[x|y]]",
                "[[people/x|y]] dort.",
                "> aha",
                "* bit",
                "Par Ann Roe",
                "The mayor of the town said on Tuesday that the bridge will be closed for a year.",
                "Photo: AFP",
                "Share",
                "5 May 2020",
                "a: b",
                "\ufeff",
                "«",
                "  ",
                "title: x",
            ]
        ),
        max_size=12,
        unique=True,
    )
)
def test_any_page_reads_the_same_or_is_refused(lines: list[str]) -> None:
    data = as_page("\n".join(lines)).encode()
    before, _ = read_bytes(data, "a.html", SHOWN)
    prepared, _ = prepare(Raw(data, "a.html"), SHOWN, {}, Given())
    wanted = content(before) if before else []
    assert prepared or not wanted
    if prepared:
        assert prepared.article.pins == ()
        assert content(prepared.article) == wanted


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    prepared, problems = prepare(Raw(data, "a.txt"), SHOWN, {}, Given())
    assert (prepared is None) == bool(problems)


def test_values_of_a_strangers_text_say_nothing_about_rights_and_people() -> None:
    text = (
        "---\ntitle: A\nrights: full\nabout: [people/x]\nmentions: {Ann: people/x}\n---\nThe town of Ann was quiet.\n"
    )
    mine, _ = prepare(Raw(text.encode(), "a.txt"), SHOWN, {}, Given())
    theirs, _ = prepare(Raw(text.encode(), "a.txt", url="https://a.example/a.txt"), SHOWN, {}, Given())
    assert mine
    assert theirs
    assert read_front_matter(mine.text, "")[0].rights == "full"
    values = read_front_matter(theirs.text, "")[0]
    assert (values.title, values.url) == ("A", "https://a.example/a.txt")
    assert (values.rights, values.about, values.mentions) == (None, (), ())


def test_given_values_change_what_is_read() -> None:
    """A language given rules how the text is read, and the date line is then in that language."""
    text = (
        "Bridge\n\n3 mars 2021\n\nThe mayor said that the bridge would be closed for a year, and nobody was pleased.\n"
    )
    prepared, _ = prepare(Raw(text.encode(), "a.txt"), SHOWN, {}, Given(language="fr"))
    assert prepared
    assert prepared.article.language.value == "fr"
    assert prepared.article.date
    assert prepared.article.date.value == PartialDate(2021, 3, 3)
