"""What may not be shown of an article is nowhere in the built site: pages, descriptions, search index, any file.

The articles are made of invented words, most of which occur once in all of them, so that a word found in the site
tells which place of which article it comes from. A run of three words of an article counts as shown wherever it
occurs, in the text of a page or in an attribute; so does every invented word alone. Headlines are not counted: a list
of links needs them.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator.hosts.disk import as_markdown
from generator.hosts.project import Loaded, load, project_of
from generator.hosts.render import render
from generator.language.normalise import even, fold
from generator.pages.rights import Visibility, sentences_in
from tests.sitebuild import bare_site, mkdocs_build

LIMIT = 60
"""Words that the outlet `weekly` lets anybody show of one article."""

SYLLABLES = ("bra", "co", "dul", "fen", "gri", "hol", "jav", "kel", "mur", "nop", "pla", "quo", "ster", "tiv", "zun")


def invented(number: int) -> str:
    """Return a word that is in no language, another one for every number below 15³."""
    first, rest = divmod(number, 225)
    second, third = divmod(rest, 15)
    return f"{SYLLABLES[first]}{SYLLABLES[second]}{SYLLABLES[third]}x"


ENGLISH = """\
The minister of {36} of Hungary, Anton {0}, said on Tuesday that the {1} of the {2} would {3} every {4} in {5}.

“We have {6} with the {7} and will {8} the {9} before the {10},” {11} Bertil Kvarnman told reporters in Budapest.

President Maria Oldebrand met the {12} {13} in Vienna on 4 May 2021 and signed a treaty on {14} and {15} with Poland.

In March last year, {16} {17} had {18} the {19} of Ukraine, according to the foreign minister, Bertil Kvarnman.

Nobody {20} the {21}. The {22} was {23} after {24} and {25}, and several {26} were {27} by the {28} in {29}.

Anton Dravnik resigned as chairman of the {30} {31} on Monday, and the European {32} was {33} to {34} the {35}.
"""

FRENCH = """\
Le ministre hongrois de la {25}, Anton Dravnik, a déclaré mardi que la {0} de la {1} allait {2} toutes les {3}.

« Nous avons {4} avec la {5} et nous allons {6} la {7} avant la {8} », a ajouté Bertil Kvarnman à Budapest.

La présidente Maria Oldebrand a rencontré le {9} {10} à Vienne le 4 mai 2021 et signé un accord de {11} avec la Pologne.

En mars dernier, {12} {13} avait {14} la {15} de l’Ukraine, selon le ministre des Affaires étrangères Bertil Kvarnman.

Personne n’a {16} la {17}. La {18} a été {19} après {20} et {21}, et plusieurs {22} ont été {23} par la {24}.
"""

OUTLETS = {
    "weekly": f"name: The Weekly\nurl: https://weekly.example/\nrights: excerpt\nexcerpt_words: {LIMIT}\n",
    "daily": "name: The Daily\nurl: https://daily.example/\nrights: link\n",
    "open": "name: The Open Paper\nurl: https://open.example/\nrights: full\n",
}


@dataclass(frozen=True)
class Story:
    """An article of the test site: its body, and the front matter that goes with it."""

    name: str
    outlet: str
    body: str
    title: str
    front: str = ""
    form: str = "txt"

    @property
    def url(self) -> str:
        return f"https://{self.outlet}.example/{self.name}"

    @property
    def file(self) -> str:
        title = f"title: {self.title}\n" if self.title else ""
        return (
            f"---\n{title}source: {self.outlet}\ndate: 2021-05-06\nurl: {self.url}\n{self.front}---\n{self.body}"
        )  # fmt: skip


def story(number: int, outlet: str, text: str, *, title: bool = True, front: str = "", form: str = "txt") -> Story:
    words = [invented(number * 40 + place) for place in range(40)]
    headline = f"Ministers talk about {words[-1]}" if title else ""
    return Story(f"story-{number}", outlet, text.format(*words), headline, front, form)


STORIES = (
    story(0, "weekly", ENGLISH),
    story(1, "weekly", FRENCH, form="md"),
    story(2, "daily", ENGLISH, form="md"),
    story(3, "daily", FRENCH),
    story(4, "open", ENGLISH, front="rights: link\n"),
    story(5, "daily", FRENCH, front="rights: excerpt\n"),
    story(6, "open", ENGLISH),
    story(7, "daily", ENGLISH, title=False),
    story(8, "weekly", FRENCH, title=False),
    story(9, "unknown-outlet", ENGLISH),
)
SITE_LIMIT = 40
EXCERPTS = {
    "story-0": LIMIT, "story-1": LIMIT, "story-5": SITE_LIMIT, "story-8": LIMIT, "story-9": SITE_LIMIT,
}  # fmt: skip
LINKS = ("story-2", "story-3", "story-4", "story-7")
BY_NAME = {one.name: one for one in STORIES}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = bare_site(tmp_path_factory.mktemp("rights") / "project")
    settings = folder / "site_config" / "site.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(
        re.sub(r"^excerpt_words: .*$", f"excerpt_words: {SITE_LIMIT}", text, flags=re.M), encoding="utf-8"
    )
    for one in STORIES:
        (folder / "content" / "articles" / f"{one.name}.{one.form}").write_text(one.file, encoding="utf-8")
    for kind in ("sources", "people", "events"):
        (folder / "content" / kind).mkdir()
    for name, record in OUTLETS.items():
        (folder / "content" / "sources" / f"{name}.yml").write_text(record, encoding="utf-8")
    # A record that quotes sentences at length, of an article that may only be linked and of others.
    quotes = [re.search(r"(?:Nobody|Personne) .*?[.]", one.body) for one in STORIES]
    sources = [
        f'  - {{article: {one.name}, quote: "{quote[0]}"}}' for one, quote in zip(STORIES, quotes, strict=True) if quote
    ]
    assert len(sources) == len(STORIES)
    record = "\n".join(["name: Bertil Kvarnman", "sources:", *sources, ""])
    (folder / "content" / "people" / "bertil-kvarnman.yml").write_text(record, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    run = mkdocs_build(project)
    assert run.returncode == 0, run.stderr
    return project / "site"


@pytest.fixture(scope="module")
def texts(site: Path) -> list[str]:
    return published(site)


@pytest.fixture(scope="module")
def loaded(project: Path) -> Loaded:
    return load(project_of(project / "mkdocs.yml"))


class _Texts(HTMLParser):
    """Collects the text of a page, and apart from it the values of attributes that people or machines read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.attributes: list[str] = []

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [value for name, value in attrs if value and name not in ("class", "id", "href", "src")]


def published(site: Path) -> list[str]:
    """Return every text of the built site, marks taken out."""
    texts = []
    for path in sorted(site.rglob("*")):
        if path.suffix == ".json":
            docs = json.loads(path.read_text(encoding="utf-8")).get("docs", ())
            texts += [_plain(f"{doc['title']} {doc['text']}") for doc in docs]
        elif path.suffix == ".html":
            page = _Texts()
            page.feed(path.read_text(encoding="utf-8"))
            texts += ["".join(page.text), *page.attributes]
        elif (
            path.is_file()
            and "assets/javascripts" not in path.as_posix()
            and path.suffix not in (".gz", ".png", ".svg")
        ):
            texts.append(_plain(path.read_text(encoding="utf-8")))
    return texts


def _plain(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup))


def words_of(text: str) -> list[str]:
    return [fold(word) for word in re.findall(r"\w+", even(text))]


RUN = 3
INVENTED = re.compile(rf"(?:{'|'.join(SYLLABLES)}){{3}}x")


def shown_words(body: str, texts: list[str]) -> list[str]:
    """Return the words of a body that stand in the texts, in its order.

    A run of words counts if one of them is invented: the others are in all bodies of this test.
    """
    there: set[tuple[str, ...]] = set()
    single: set[str] = set()
    for text in texts:
        words = words_of(text)
        single.update(words)
        there.update(zip(*(words[at:] for at in range(RUN)), strict=False))
    pieces = [(place, word) for place, piece in enumerate(body.split()) for word in words_of(piece)]
    words = [word for _, word in pieces]
    own = [INVENTED.fullmatch(word) is not None for word in words]
    seen = {place for place, word in enumerate(words) if own[place] and word in single}
    for place in range(len(words) - RUN + 1):
        if any(own[place : place + RUN]) and tuple(words[place : place + RUN]) in there:
            seen |= set(range(place, place + RUN))
    # A word is what stands between blanks: `l’article` is one, as for those who count the words they allow.
    return [piece for place, piece in enumerate(body.split()) if place in {pieces[number][0] for number in seen}]


def offices_of(loaded: Loaded, name: str) -> list[str]:
    """Return the words of the offices an article gives: facts, which pages state in its words."""
    return [word for role in loaded.site.readings[f"articles/{name}"].roles for word in words_of(role.role)]


# The law -------------------------------------------------------------------------------------------------------------


def test_the_measure_sees_what_is_shown(texts: list[str]) -> None:
    body = BY_NAME["story-6"].body
    assert len(shown_words(body, texts)) > len(body.split()) * 0.75


@pytest.mark.parametrize("name", EXCERPTS)
def test_an_excerpt_is_some_of_the_words_but_no_more_than_allowed(name: str, texts: list[str]) -> None:
    shown = shown_words(BY_NAME[name].body, texts)
    assert EXCERPTS[name] * 0.3 < len(shown) <= EXCERPTS[name], shown


@pytest.mark.parametrize("name", LINKS)
def test_a_link_shows_no_word_but_of_offices(name: str, texts: list[str], loaded: Loaded) -> None:
    shown = [word for piece in shown_words(BY_NAME[name].body, texts) for word in words_of(piece)]
    offices = offices_of(loaded, name)
    assert [word for word in shown if word not in offices] == []
    assert len(shown) <= len(offices)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_pages_for_other_tools_show_no_more_in_any_language(language: str, loaded: Loaded) -> None:
    pages, problems = render(loaded, language)
    assert pages, problems
    texts = [_plain(as_markdown(page)) for page in pages]
    shown = {name: shown_words(BY_NAME[name].body, texts) for name in (*EXCERPTS, *LINKS)}
    assert {
        name: words for name, words in shown.items() if len(words) > EXCERPTS.get(name, len(offices_of(loaded, name)))
    } == {}


@pytest.mark.parametrize("name", [*EXCERPTS, *LINKS])
def test_the_rest_leads_to_the_outlet(name: str, site: Path) -> None:
    here = f'href="{BY_NAME[name].url}"'
    page = (site / "articles" / name / "index.html").read_text(encoding="utf-8")
    assert here in page
    person = (site / "people" / "bertil-kvarnman" / "index.html").read_text(encoding="utf-8")
    assert here in person or name in EXCERPTS


def test_an_article_without_headline_is_not_headed_by_hidden_words(site: Path) -> None:
    index = (site / "articles" / "index.html").read_text(encoding="utf-8")
    assert 'href="../articles/story-7/"' in index or "story-7" in index
    assert BY_NAME["story-7"].body.split()[3] not in index


def test_nothing_is_published_raw(site: Path, project: Path) -> None:
    written = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert not [path for path in written if path.endswith((".txt", ".md", ".yml", ".yaml"))]
    fronts = [text for text in published(site) if re.search(r"^rights: |^source: ", text, re.MULTILINE)]
    assert fronts == []
    raw = {(project / "content" / "articles" / f"{one.name}.{one.form}").read_bytes() for one in STORIES}
    assert not [path for path in site.rglob("*") if path.is_file() and path.read_bytes() in raw]


@pytest.mark.parametrize("limit", range(0, 140, 6))
def test_visible_sentences_and_offices_together_stay_within_any_limit(limit: int, loaded: Loaded) -> None:
    site = replace(loaded.site, settings=replace(loaded.site.settings, excerpt_words=limit))
    article, reading = site.articles["articles/story-9"], site.readings["articles/story-9"]
    visible = Visibility(site).of(article.id)
    words = sum(len(site.sentence(article.id, index).split()) for index in visible)
    hidden = [
        role for role in reading.roles if not visible & set(sentences_in(site, article.id, role.span))
    ]  # fmt: skip
    assert not visible or words + sum(len(role.role.split()) for role in hidden) <= limit
