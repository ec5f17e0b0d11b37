"""The public material: checkouts of other repositories by folder, kept nowhere here, and this one's own articles."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from generator.language.normalise import even
from generator.language.pack import pack_for
from generator.language.sentences import split_sentences
from tests.evaluation.gold import GoldArticle
from tests.evaluation.sets import HELD_OUT, known_sets

Half = Literal["held out", "development"]
HALVES: Final[tuple[Half, Half]] = ("held out", "development")
PAGES: Final = "scrapinghub/article-extraction-benchmark (MIT)"
TREEBANKS: Final = (
    "UniversalDependencies/UD_…-PUD (CC BY-SA 3.0), UD_French-GSD, UD_English-EWT, UD_Russian-GSD (CC BY-SA 4.0)"
)
LANGUAGES: Final = ("fr", "en", "ru")
_LOOKED_AT: Final = frozenset({"pud"})
"""Treebanks whose wrongly named sentences were read while the rules were written."""
_FILE: Final = re.compile(r"(?P<language>[a-z]{2,3})_(?P<name>[a-z]+)-ud-(?P<part>train|dev|test)\.conllu")
_END: Final = re.compile(r"[.!?…][\"'»”)\s]*$")
_TEXT: Final = re.compile(r"^# text = (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Page:
    """A saved page, and the words of the article in it as people marked them."""

    id: str
    html: bytes
    article: str

    @property
    def half(self) -> Half:
        """Which half the page is in: decided by its id alone, so that it never changes."""
        digest = hashlib.md5(self.id.encode(), usedforsecurity=False).hexdigest()
        return HALVES[1 - int(digest, 16) % 2]


@dataclass(frozen=True, slots=True)
class Treebank:
    """The test sentences of one treebank, or of a set of articles."""

    name: str
    language: str
    sentences: tuple[str, ...]

    @property
    def half(self) -> Half:
        """Whether its sentences are unseen."""
        return "development" if self.name in _LOOKED_AT else "held out"


def load_pages(folder: Path) -> tuple[Page, ...]:
    """Return the pages of a checkout of the benchmark, by id.

    Raises:
        ValueError: the folder is no such checkout.
    """
    gold = folder / "ground-truth.json"
    if not gold.is_file():
        raise ValueError(f"no ground-truth.json in {folder}; expected a checkout of {PAGES}")
    entries = json.loads(gold.read_text(encoding="utf-8"))
    return tuple(
        Page(key, gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()), entries[key]["articleBody"])
        for key in sorted(entries)
    )


def load_treebanks(folder: Path) -> tuple[Treebank, ...]:
    """Return the test parts of the treebanks in a folder and the folders below it, by language and name.

    Raises:
        ValueError: there is none in a language that is measured.
    """
    found = []
    for path, match in _tests(folder):
        sentences = tuple(text.strip() for text in _TEXT.findall(path.read_text(encoding="utf-8")))
        found.append(Treebank(match["name"], match["language"], sentences))
    if not found:
        raise ValueError(f"no …-ud-test.conllu below {folder}; expected checkouts of {TREEBANKS}")
    return tuple(sorted(found, key=lambda bank: (LANGUAGES.index(bank.language), bank.name)))


def own_sentences() -> tuple[Treebank, ...]:
    """Return the sentences of the articles annotated in this repository and held out, by language."""
    articles = [article for one in known_sets() if one.name == HELD_OUT for article in one.articles]
    return tuple(
        Treebank("articles", language, tuple(text for one in articles for text in _sentences(one, language)))
        for language in LANGUAGES
        if any(one.language == language for one in articles)
    )


def _sentences(article: GoldArticle, language: str) -> list[str]:
    """Return what ends as a sentence does: headings and dates on a line of their own do not."""
    if article.language != language:
        return []
    text, pack = even(article.text), pack_for(language)
    starts = [match.span() for match in re.finditer(r"[^\n]+", text)]
    spans = [span for start, end in starts for span in split_sentences(text, pack, start, end)]
    return [words for span in spans if _END.search(words := span.of(article.text))]


def fingerprint(paths: Iterable[Path]) -> str:
    """Return eight characters that change when a file does: they tell which version was measured on."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda path: path.name):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


def page_files(folder: Path) -> list[Path]:
    """Return the files of the benchmark that are read."""
    return [folder / "ground-truth.json", *folder.glob("html/*.html.gz")]


def treebank_files(folder: Path) -> list[Path]:
    """Return the files of the treebanks that are read."""
    return [path for path, _ in _tests(folder)]


def _tests(folder: Path) -> list[tuple[Path, re.Match[str]]]:
    named = [(path, _FILE.fullmatch(path.name)) for path in sorted(folder.rglob("*.conllu"))]
    return [
        (path, match) for path, match in named if match and match["part"] == "test" and match["language"] in LANGUAGES
    ]
