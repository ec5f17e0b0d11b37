import re

import pytest

from generator.language.countries import TABLES, countries, read_table
from generator.language.pack import languages
from generator.language.places import place_by_slug, place_name, places
from generator.model.ids import slugify

KINDS = {"city", "continent", "district", "island", "lake", "mountain", "region", "river", "sea", "site"}


def test_every_place_has_a_slug_a_kind_and_a_country_of_the_tables() -> None:
    for slug, place in places().items():
        assert slugify(slug) == slug == place.slug
        assert place.kind in KINDS, slug
        assert place.country is None or place.country in countries(), slug


@pytest.mark.parametrize("language", languages())
def test_every_place_can_be_written_in_every_language_with_a_pack(language: str) -> None:
    assert not [slug for slug, place in places().items() if not (place.names[language] or place.shared_names[language])]


def test_tables_are_sorted_and_hold_no_empty_value() -> None:
    for name in ("places.tsv", "places_geonames.tsv"):
        rows = read_table(name)
        assert [row["slug"] for row in rows] == sorted({row["slug"] for row in rows}), name
        for row in rows:
            assert all(value == value.strip() != "" for value in row["en"].split(" | ")), row


def test_the_derived_table_only_adds() -> None:
    assert not {row["slug"] for row in read_table("places.tsv")} & {
        row["slug"] for row in read_table("places_geonames.tsv")
    }


@pytest.mark.parametrize("language", languages())
def test_no_two_places_claim_a_spelling(language: str) -> None:
    owner: dict[str, str] = {}
    for slug, place in places().items():
        for name in place.names[language]:
            assert owner.setdefault(name, slug) == slug, name


def test_a_country_and_a_place_share_only_names_of_parts_and_city_states() -> None:
    for language in languages():
        lands = {name: info for info in countries().values() for name in info.names[language]}
        for slug, place in places().items():
            for name in place.names[language]:
                info = lands.get(name)
                assert info is None or info.part_of or info.code == "VA", (slug, name)


@pytest.mark.parametrize(
    ("slug", "language", "name"),
    [
        ("tehran", "fr", "Téhéran"),
        ("moscow", "fr", "Moscou"),
        ("cairo", "fr", "le Caire"),
        ("beijing", "en", "Beijing"),
        ("kyiv", "fr", "Kiev"),
        ("oran", "de", "Oran"),
        ("nowhere", "fr", "nowhere"),
    ],
)
def test_exonyms(slug: str, language: str, name: str) -> None:
    assert place_name(slug, language) == name


def test_capitals_are_told_apart() -> None:
    minsk, oran = place_by_slug("minsk"), place_by_slug("oran")

    assert minsk is not None
    assert minsk.capital
    assert minsk.country == "BY"
    assert oran is not None
    assert not oran.capital
    assert place_by_slug("nowhere") is None


def test_the_derived_table_names_its_licence() -> None:
    script = (TABLES / "derive_places.py").read_text(encoding="utf-8")
    readme = (TABLES / "README.md").read_text(encoding="utf-8")

    assert "CC BY 4.0" in script
    assert re.search(r"GeoNames.*CC BY 4\.0", readme)
