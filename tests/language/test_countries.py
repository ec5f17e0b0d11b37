import re
from collections import defaultdict

import pytest

from generator.language.countries import (
    TABLES,
    CountryInfo,
    countries,
    country_by_code,
    country_by_slug,
    country_name,
    read_table,
)
from generator.language.normalise import fold
from generator.language.pack import languages
from generator.language.places import places
from generator.model.ids import slugify

# Adjectives of neighbours that only a text can tell apart stand as shared claims; nothing else may be claimed twice.
SHARED = {"fr": {"congo", "congolais", "congolaise", "congolaises"}, "en": {"congo", "congolese"}}


def spellings(info: CountryInfo, language: str) -> set[str]:
    return {fold(word) for word in (*info.names[language], *info.demonyms.get(language, ()))}


def test_every_member_of_the_united_nations_and_the_usual_others_are_there() -> None:
    states = [info for info in countries().values() if not info.former and not info.territory]

    assert len(states) == 193 + len({"VA", "PS", "TW", "XK"})
    assert {"VA", "PS", "TW", "XK", "HK", "GL", "PR", "EH", "GI", "NC"} <= set(countries())


@pytest.mark.parametrize("language", languages())
def test_every_entry_has_names_in_every_language_with_a_pack(language: str) -> None:
    assert not [code for code, info in countries().items() if not info.names.get(language)]


@pytest.mark.parametrize("language", languages())
def test_a_missing_adjective_has_a_reason(language: str) -> None:
    for row in read_table(f"countries_names_{language}.tsv"):
        assert re.fullmatch(r"- \w.{8,}|\w.*", row["demonyms"]), row


def test_no_cell_holds_an_empty_or_padded_value() -> None:
    for path in sorted(TABLES.glob("countries*.tsv")):
        for row in read_table(path.name):
            for column, cell in row.items():
                if cell or column in {"code", "slug", "names", "demonyms"}:
                    assert all(value and value == value.strip() for value in cell.split(" | ")), (path.name, row)


@pytest.mark.parametrize("language", languages())
def test_no_two_entries_claim_a_spelling(language: str) -> None:
    claims = defaultdict(set)
    for code, info in countries().items():
        for word in spellings(info, language):
            claims[word].add(code)

    assert {word: codes for word, codes in claims.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("language", languages())
def test_what_only_the_text_can_decide_is_listed(language: str) -> None:
    claims = defaultdict(set)
    for code, info in countries().items():
        for word in (*info.shared_names.get(language, ()), *info.shared_demonyms.get(language, ())):
            claims[fold(word)].add(code)
    certain = {word for info in countries().values() for word in spellings(info, language)}

    undecided = {word for word in claims if word not in certain and len(claims[word]) > 1}
    assert undecided == SHARED[language]


def test_codes_and_slugs_name_one_entry_each() -> None:
    assert list(countries()) == sorted(countries())
    for code, info in countries().items():
        assert re.fullmatch(r"[A-Z]{2}", code)
        assert info.code == code
        assert slugify(info.slug) == info.slug
        assert country_by_slug(info.slug) is info
        assert country_by_code(code.lower()) is info


def test_every_capital_is_a_known_place_of_its_country() -> None:
    for info in countries().values():
        for slug in filter(None, (info.capital, *info.seats)):
            assert slug in places(), (info.code, slug)
            if not info.former:
                assert places()[slug].country in {info.code, None}, (info.code, slug)


def test_sovereign_states_have_a_capital() -> None:
    missing = [code for code, info in countries().items() if not info.territory and not info.capital]

    assert missing == []


def test_parts_belong_to_a_state() -> None:
    for info in countries().values():
        if info.part_of:
            assert info.territory
            assert not countries()[info.part_of].territory


@pytest.mark.parametrize(
    ("code", "language", "word"),
    [
        ("IR", "fr", "iraniennes"),
        ("GR", "fr", "grecques"),
        ("TR", "fr", "turque"),
        ("KP", "fr", "nord-coréens"),
        ("BY", "fr", "bélarusses"),
        ("NE", "fr", "nigériens"),
        ("NG", "fr", "nigérians"),
        ("US", "fr", "états-uniennes"),
        ("IR", "en", "Iranians"),
        ("GB", "en", "Britons"),
        ("FR", "en", "Frenchwoman"),
        ("PH", "en", "Filipino"),
        ("NE", "en", "Nigerien"),
    ],
)
def test_demonyms_stand_in_every_inflection(code: str, language: str, word: str) -> None:
    assert word in countries()[code].demonyms[language]


def test_french_demonyms_are_written_as_adjectives() -> None:
    for code, info in countries().items():
        for word in info.demonyms.get("fr", ()):
            assert word[0].islower(), (code, word)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("IR", "fa", "ایران"),
        ("BY", "be", "Беларусь"),
        ("DE", "de-AT", "Deutschland"),
        ("IR", "xx", "Iran"),
        ("SU", "ru", "Soviet Union"),
        ("ZZ", "fr", "ZZ"),
    ],
)
def test_names_in_other_languages_fall_back_to_english(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


def test_the_flag_comes_from_the_code() -> None:
    assert countries()["IR"].flag == "\N{REGIONAL INDICATOR SYMBOL LETTER I}\N{REGIONAL INDICATOR SYMBOL LETTER R}"
    assert countries()["SU"].flag == ""
