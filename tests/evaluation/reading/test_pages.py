"""What a page shows, and how its lines are counted against the article in it."""

from __future__ import annotations

import pytest

from generator.model.article import Article, Known, Zone, ZoneKind
from tests.evaluation.reading.material import Page
from tests.evaluation.reading.pages import body_lines, body_text, score_lines, score_page
from tests.evaluation.reading.visible import visible_lines

ARTICLE = """The parliament of Norvania voted on Friday to leave the customs union, ending a dispute of many months.
The vote came after a debate of fourteen hours, in which the prime minister spoke four times.
The opposition called the decision a mistake that would cost thousands of jobs in the ports of the south.
Economists expect prices to rise by a tenth in the first year, according to a study of the national bank."""


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>One <b>bold</b> word</p><p>Two</p>", ["One bold word", "Two"]),
        ("<div>One<p>Two</p>Three</div>", ["One", "Two", "Three"]),
        ("a<br>b<hr>c", ["a", "b", "c"]),
        ("<p>seen<script>no()</script> too</p><style>p{}</style>", ["seen too"]),
        ("<p>seen</p><!-- not --><p style='color: red; display: none'>not</p><p hidden>not</p>", ["seen"]),
        ("<p>a<!-- not -->b</p>", ["ab"]),
        ("<ul><li>One</li> <li>Two</li></ul> tail", ["One", "Two", "tail"]),
        ("<div hidden><p>not</p></div>after", ["after"]),
        ("<p> \n </p><p>\ufeff</p>", []),
    ],
)
def test_visible_lines(body: str, lines: list[str]) -> None:
    pytest.importorskip("lxml")
    page = f"<html><head><title>not</title></head><body>{body}</body></html>"

    assert visible_lines(page.encode()) == lines


def test_a_page_of_nothing_shows_nothing() -> None:
    pytest.importorskip("lxml")

    assert visible_lines(b"") == []


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ((True, True, True, True), (5, 4, 0)),
        ((False, False, False, False), (0, 0, 5)),
        ((False, True, False, False), (5, 0, 0)),
        ((True, False, True, True), (0, 4, 5)),
    ],
)
def test_words_of_lines(kept: tuple[bool, ...], expected: tuple[int, int, int]) -> None:
    lines = ("Home and foreign news", "The Bridge is closed, again", "Share this", "— — — — —")
    counts = score_lines(lines, kept, "It is said:\nthe bridge is closed again. Share this")

    assert (counts.right, counts.wrong, counts.missed) == expected


def test_a_line_must_stand_in_the_article_word_by_word() -> None:
    assert score_lines(["or the bridge is"], [True], "For the bridge is closed").wrong == 4


def test_a_line_is_kept_if_most_of_it_is_body() -> None:
    text = "Menu\nParis (AP) The bridge is closed\nShare it"
    zones = (
        Zone(0, 4, ZoneKind.NAVIGATION),
        Zone(5, 15, ZoneKind.DATELINE, "dateline_head"),
        Zone(16, 36, ZoneKind.BODY),
        Zone(37, 39, ZoneKind.BODY),
        Zone(40, 45, ZoneKind.FOOTER),
    )
    article = Article(id="articles/a", path="a.txt", text=text, zones=zones, language=Known("en", "text"))

    assert body_lines(article, text.split("\n")) == [False, True, False]
    assert body_text(article).split("\n")[:2] == ["Paris (AP)", "The bridge is closed"]
    with pytest.raises(ValueError, match="not the text given"):
        body_lines(article, ["other"])


def test_a_page_is_read_twice() -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    paragraphs = "".join(f"<p>{line}</p>" for line in ARTICLE.splitlines())
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/w'>World</a></li></ul></nav>"
    html = f"<html><body>{menu}<article><h1>Customs</h1>{paragraphs}</article></body></html>"
    score = score_page(Page("a", html.encode(), ARTICLE))

    for counts in (score.html_shingles, score.html_words, score.text_lines, score.text_words):
        assert (counts.f, counts.articles) == (1.0, 1)


def test_a_page_that_is_refused_has_no_body() -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    score = score_page(Page("a", b"<html></html>", "The bridge is closed"))

    assert (score.html_words.right, score.html_words.missed) == (0, 4)
    assert (score.text_words.right, score.text_words.missed) == (0, 4)
