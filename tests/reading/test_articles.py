"""Whole files: front matter, formats, pins, problems with their places, and anything at all as input."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article, ZoneKind
from generator.model.problem import Severity
from generator.reading.articles import read_article, read_bytes

BODY = "The harbour will be deepened by four metres, the board said on Monday after a long meeting of its members.\n"


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / "content" / "articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def check_zones(article: Article) -> None:
    """Zones are sorted, do not overlap, are not empty, and cover every character that is not blank."""
    end = 0
    for zone in article.zones:
        assert end <= zone.start < zone.end <= len(article.text)
        assert not article.text[end : zone.start].strip()
        end = zone.end
    assert not article.text[end:].strip()


def test_paths_and_id_are_relative_to_the_project(tmp_path: Path) -> None:
    article, problems = read_article(write(tmp_path, "Évian 2020.txt", BODY), tmp_path)
    assert article
    assert problems == ()
    assert article.path == "content/articles/Évian 2020.txt"
    assert article.id == "articles/evian-2020"


@pytest.mark.parametrize(
    ("front", "code", "place"),
    [
        ("titel: x", "unknown-key", (2, 1)),
        ("title: x\nlang: fr", "unknown-key", (3, 1)),
        ("date: 2023-02-30", "impossible-date", (2, 7)),
        ("date: 3 May", "wrong-type", (2, 7)),
        ("rights: all", "unknown-value", (2, 9)),
        ("url: javascript:alert(1)", "bad-url", (2, 6)),
        ("language: klingon!", "unknown-language", (2, 11)),
        ("title: [a, b]", "wrong-type", (2, 8)),
        ("about: [nobody]", "wrong-type", (2, 9)),
        ("zones: {bodies: x}", "unknown-value", (2, 9)),
        ("zones: {footer: no such words}", "words-not-found", (2, 8)),
        ("captions: [no such words]", "words-not-found", (2, 11)),
        ("title: 'open", "yaml-syntax", (2, 8)),
        ("title: a\ntitle: b", "duplicate-key", (3, 1)),
    ],
)
def test_front_matter_problems_have_a_place(front: str, code: str, place: tuple[int, int]) -> None:
    article, problems = read_bytes(f"---\n{front}\n---\n{BODY}".encode(), "a.md", "a.md")
    assert article
    assert [(problem.code, (problem.line, problem.column)) for problem in problems] == [(code, place)]
    assert problems[0].hint
    check_zones(article)


def test_front_matter_that_never_ends_is_said() -> None:
    article, problems = read_bytes(f"---\ntitle: x\n{BODY}".encode(), "a.md", "a.md")
    assert article
    assert [problem.code for problem in problems] == ["front-matter-open"]


def test_rules_around_words_are_no_front_matter() -> None:
    article, problems = read_bytes(f"---\nA headline between rules\n---\n\n{BODY}".encode(), "a.txt", "a.txt")
    assert article
    assert problems == ()
    assert all(zone.kind is not ZoneKind.FRONT_MATTER for zone in article.zones)
    check_zones(article)


@pytest.mark.parametrize("text", ["", "  \n\n ", "---\ntitle: x\n---\n", "\ufeff\n"])
def test_empty_articles_are_said(text: str) -> None:
    article, problems = read_bytes(text.encode(), "a.md", "a.md")
    assert article is None
    assert [problem.code for problem in problems] == ["empty-article"]


def test_unreadable_files_are_said(tmp_path: Path) -> None:
    article, problems = read_article(tmp_path / "missing.txt", tmp_path)
    assert article is None
    assert [problem.code for problem in problems] == ["unreadable-file"]
    article, problems = read_article(tmp_path, tmp_path)
    assert article is None
    assert [problem.code for problem in problems] == ["unreadable-file"]


def test_pins_cover_the_visible_words_and_leave_offsets_alone() -> None:
    text = f"# Title\n\n[[ada-holm|Ada Holm]] met [[people/bo-lind|Lind]] in [[|Paris]]. {BODY}"
    article, problems = read_bytes(text.encode(), "a.md", "a.md")
    assert article
    assert problems == ()
    assert article.text == text
    assert [(text[pin.start : pin.end], pin.id) for pin in article.pins] == [
        ("Ada Holm", "ada-holm"), ("Lind", "people/bo-lind"), ("Paris", None),
    ]  # fmt: skip
    visible = article.visible()
    assert len(visible) == len(text)
    assert "ada-holm" not in visible
    assert "[[" not in visible
    assert " ".join(visible.split()).startswith("Title Ada Holm met Lind in Paris")
    check_zones(article)


@pytest.mark.parametrize("target", ["Ada Holm", "planets/mars", "people/", "a/b/c"])
def test_pins_to_no_id_are_said(target: str) -> None:
    article, problems = read_bytes(f"Title\n\n{BODY}\nThen [[{target}|she]] left.\n".encode(), "a.md", "a.md")
    assert article
    assert article.pins == ()
    assert [(problem.code, problem.line, problem.column) for problem in problems] == [("bad-pin", 5, 8)]


def test_words_pinned_in_front_matter() -> None:
    front = "mentions:\n  Ada Holm: people/ada-holm\n  Holm: people/ada-holm\n  harbour:\n"
    text = f"---\n{front}---\nAda Holm spoke. Holm’s plan was adopted, Holmes was not asked. {BODY}"
    article, problems = read_bytes(text.encode(), "a.txt", "a.txt")
    assert article
    assert problems == ()
    assert [(text[pin.start : pin.end], pin.id) for pin in article.pins] == [
        ("Ada Holm", "people/ada-holm"), ("Holm", "people/ada-holm"), ("harbour", None),
    ]  # fmt: skip


def test_markdown_marks_are_not_visible() -> None:
    text = (
        "# A *new* **quay**\n\n"
        '> Quoted [words](https://example.org/a_(b) "t") and `code`, snake_case stays, 2 * 3 too.\n\n'
        "* item <!-- hidden --> one\n\n![alt text](pic.png)\n"
    )
    article, _ = read_bytes(text.encode(), "a.md", "a.md")
    assert article
    words = " ".join(article.visible().split())
    assert words == "A new quay Quoted words and code , snake_case stays, 2 * 3 too. item one alt text"
    check_zones(article)


def test_plain_text_has_no_markdown() -> None:
    article, _ = read_bytes(f"Title\n\n# not a heading, *not* emphasis. {BODY}".encode(), "a.txt", "a.txt")
    assert article
    assert article.visible() == article.text


def test_offsets_count_the_decoded_file() -> None:
    text = f"Titre\r\n\r\n{BODY}".replace("\n", "\r\n")
    article, _ = read_bytes(text.encode(), "a.txt", "a.txt")
    assert article
    assert article.text == text.replace("\r\n", "\n").replace("\r", "\n")
    check_zones(article)


def test_old_encoding_only_where_allowed() -> None:
    data = "La rivière est montée mardi et la ville est restée coupée du monde, selon la préfecture.".encode("cp1252")
    assert read_bytes(data, "a.txt", "a.txt")[0] is None
    article, problems = read_bytes(data, "a.txt", "a.txt", allow_legacy=True)
    assert article
    assert "rivière" in article.text
    assert [problem.severity for problem in problems] == [Severity.NOTE]


LINES = st.sampled_from(
    [
        "---", "title: x", "Lire aussi : Un autre", "Share", "© AFP", "3 March 2020", "By Ada Holm", "# Head", "* item",
        "[[a|b]]", "[[|", "]]", "Comments (3)", "Reply", "Source: X", "(AFP)", "PARIS (AFP) – Le texte", "| a | b |",
        "Le ministre a déclaré mardi que les négociations reprendraient avant la fin du mois, à Genève ou ailleurs.",
        BODY.strip(), "", "", "   ", "\t", "***", "<b>", "Photo : X / AFP", "١٢ مارس", "x" * 300,
    ]
)  # fmt: skip


@given(st.lists(LINES, max_size=25), st.sampled_from(["a.txt", "a.md"]))
def test_zones_cover_any_mixture_of_lines(lines: list[str], name: str) -> None:
    article, problems = read_bytes("\n".join(lines).encode(), name, name)
    if article is None:
        assert problems
        return
    check_zones(article)
    for pin in article.pins:
        assert pin.start < pin.end
    for known in (article.title, article.date, article.source):
        assert known is None or known.span is None or 0 <= known.span.start <= known.span.end <= len(article.text)


@given(st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)), st.sampled_from(["a.txt", "a.md"]))
def test_any_bytes_give_an_article_or_a_reason(data: bytes, name: str) -> None:
    article, problems = read_bytes(data, name, name, allow_legacy=True)
    if article is None:
        assert any(problem.severity is Severity.ERROR for problem in problems)
        return
    check_zones(article)


@pytest.mark.parametrize(
    "text",
    [
        "a" + "." * 200_000 + "b", "a" + " " * 200_000 + "b", "<!--" * 50_000, "_a " * 70_000, "[a](" * 50_000,
        " #" * 100_000, "# a\n\n" * 4_000 + BODY, "Short line here\n" * 6_000 + BODY * 3, "© " * 100_000,
    ],
)  # fmt: skip
def test_hostile_text_takes_linear_time(text: str) -> None:
    started = time.process_time()
    article, _ = read_bytes(text.encode(), "a.md", "a.md")
    assert time.process_time() - started < 5
    assert article
    check_zones(article)
