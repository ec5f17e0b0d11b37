"""Authoring script: derives the packs' `common_words.txt` from counts of our own over published news.

Counted are the articles of the public repository github.com/feryah/gilets_jaunes at commit
69d104955e6dc1aea04d7aad796f70696878f495, folders Francais/{Belgique,Corpus} and Anglais/*: how often a word stands in
lower case, and how often with a capital inside a sentence. Nothing but these counts, which are facts, is taken; no
text of theirs is part of this project. Only words of two dictionaries under the MIT licence can enter a list:
an-array-of-english-words 2.0.0 and an-array-of-french-words 2.0.0 (npm), which give inflected forms and no names.
`common_words_by_hand.yml` adds what the texts are too few to hold.

Never imported by the generator. Run it by hand with the articles in FOLDER/counts/{fr,en}/*.xml and each package
unpacked into FOLDER/<package name>:

    python -m generator.language.tables.derive_common_words FOLDER
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.language.names import ascii_key
from generator.language.normalise import even, fold
from generator.language.pack import load_yaml_strings

PACKS = Path(__file__).parent.parent / "packs"

DICTIONARIES = {"en": "an-array-of-english-words", "fr": "an-array-of-french-words"}
DICTIONARY_FILE = "package/index.json"

LEAST = {"en": 1, "fr": 4}
"""How often a word stands in lower case, at least. There is a quarter as much English as French to count."""

OFTEN = {"en": 5, "fr": 15}
"""A word so often in lower case is ordinary though names hold it more often: "conseil", "house"; but not if
these are four times as many: "pierre"."""

_DOCUMENT = re.compile(r"<doc\b[^>]*>(.*?)</doc>", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{2,}")
_INSIDE = re.compile(r"[^\W\d_][,;]? $|[^\W\d_]'$")
"""What stands before a word inside a sentence: another word, a comma or semicolon, an elision."""


def articles(files: Iterable[Path]) -> Iterator[str]:
    """Yield the text of each article, one apostrophe and one space for all."""
    for path in files:
        for match in _DOCUMENT.finditer(path.read_text(encoding="utf-8")):
            yield even(html.unescape(match[1]))


def count(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Return how often each folded word stands in lower case, and capitalised inside a sentence."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for match in _WORD.finditer(text):
            word = match.group()
            if word.islower():
                lower[key(word)] += 1
            elif word[1:].islower() and _INSIDE.search(text, max(0, match.start() - 3), match.start()):
                capital[key(word)] += 1
    return lower, capital


def key(word: str) -> str:
    """Return the key under which the tables hold a word."""
    return ascii_key(fold(word))


def ordinary_words(folder: Path, language: str) -> frozenset[str]:
    """Return the words of a language that its dictionary has and its news use, in lower case more than as a name."""
    least, often = LEAST[language], OFTEN[language]
    words = json.loads((folder / DICTIONARIES[language] / DICTIONARY_FILE).read_text(encoding="utf-8"))
    lower, capital = count(articles(_texts(folder, language)))
    by_hand = frozenset(load_yaml_strings(Path(__file__).parent / "common_words_by_hand.yml")[language])
    return by_hand | frozenset(
        word
        for word in map(key, words)
        if (lower[word] >= least and lower[word] > capital[word])
        or (lower[word] >= often and 4 * lower[word] > capital[word])
    )


def _texts(folder: Path, language: str) -> list[Path]:
    return sorted((folder / "counts" / language).glob("*.xml"))


def header(folder: Path, language: str) -> str:
    """Return the comment that tells where a list comes from."""
    package = DICTIONARIES[language]
    words = hashlib.sha256((folder / package / DICTIONARY_FILE).read_bytes()).hexdigest()
    texts = hashlib.sha256(b"".join(path.read_bytes() for path in _texts(folder, language))).hexdigest()
    return (
        "# Frequent ordinary words, folded.\n"
        "# Derived by generator/language/tables/derive_common_words.py from:\n"
        f"#   npm {package} 2.0.0, MIT; {DICTIONARY_FILE}, sha256 {words}\n"
        "#   counts of our own over the news in github.com/feryah/gilets_jaunes at commit\n"
        f"#   69d104955e6dc1aea04d7aad796f70696878f495, all files of the language together sha256 {texts}\n"
        "#   common_words_by_hand.yml\n"
    )


def main(folder: Path) -> None:
    """Write the list of each language."""
    for language in sorted(DICTIONARIES):
        words = sorted(ordinary_words(folder, language))
        text = header(folder, language) + "\n".join(words) + "\n"
        (PACKS / language / "common_words.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
