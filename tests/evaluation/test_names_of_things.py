"""Known answers for countries, organisations and places, with traps and optional mentions."""

from typing import Any

from tests.evaluation.builders import at, case, mention, numbers
from tests.evaluation.measures.countries import countries, country_pages
from tests.evaluation.measures.entities import organizations, places
from tests.evaluation.measures.pages import false_country_pages, false_pages

TEXT = "Peru and Chilean miners flew Air France to Lima. Peru paid; the Andes Club, in Lima, did not."


def country(code: str | None, *mentions: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": f"country:{code}", "iso2": code, "mentions": list(mentions), **more}


GOLD = {"countries": [country("PE", at(TEXT, "Peru"), at(TEXT, "Peru", 2)), country("CL", at(TEXT, "Chilean"))]}


def test_the_code_decides_not_the_words() -> None:
    found = case(
        TEXT,
        GOLD,
        mentions=[
            mention(TEXT, "Peru", "p", "country", country="pe"),
            mention(TEXT, "Chilean", "c", "country", country="AR"),
        ],
    )

    assert numbers(countries(found)) == (1, 1, 2)
    assert numbers(country_pages(found)) == (1, 1, 1)
    assert numbers(false_country_pages(found)) == (0, 1, 0)
    assert numbers(false_pages(found)) == (0, 1, 0)


def test_a_trap_taken_for_a_country_is_spurious() -> None:
    found = case(TEXT, GOLD, mentions=[mention(TEXT, "France", "f", "country", country="FR")])

    assert numbers(countries(found)) == (0, 1, 3)


def test_a_soft_trap_is_neutral() -> None:
    trap = {"traps": [at(TEXT, "Air France", severity="soft")]}
    hard = {"traps": [at(TEXT, "Air France", severity="hard")]}
    france = mention(TEXT, "France", "f", "country", country="FR")

    assert numbers(countries(case(TEXT, GOLD | trap, mentions=[france]))) == (0, 0, 3)
    assert numbers(country_pages(case(TEXT, GOLD | trap, mentions=[france]))) == (0, 0, 2)
    assert numbers(countries(case(TEXT, GOLD | hard, mentions=[france]))) == (0, 1, 3)


def test_optional_countries_and_such_without_code_are_neutral() -> None:
    gold = {
        "countries": [
            country("PE", at(TEXT, "Peru", optional=True)),
            country("CL", at(TEXT, "Chilean"), optional=True),
            country(None, at(TEXT, "Andes")),
        ]
    }
    guesses = [
        mention(TEXT, "Peru", "p", "country", country="PE"),
        mention(TEXT, "Chilean", "c", "country", country="CL"),
        mention(TEXT, "Andes", "a", "country", country="BO"),
    ]

    assert numbers(countries(case(TEXT, gold))) == (0, 0, 0)
    assert numbers(countries(case(TEXT, gold, mentions=guesses))) == (0, 0, 0)


def test_organizations_and_places_count_spans() -> None:
    gold = {
        "organizations": [
            {"id": "o1", "mentions": [at(TEXT, "Air France")]},
            {"id": "o2", "mentions": [at(TEXT, "Andes Club", optional=True)]},
        ],
        "places": [{"id": "p1", "mentions": [at(TEXT, "Lima"), at(TEXT, "Lima", 2)]}],
    }
    found = case(
        TEXT,
        gold,
        mentions=[
            mention(TEXT, "France", "x", "organization"),
            mention(TEXT, "Andes Club", "y", "organization"),
            mention(TEXT, "miners", "z", "organization"),
            mention(TEXT, "Lima", "p", "place"),
            mention(TEXT, "Peru", "q", "place"),
        ],
    )

    assert numbers(organizations(found)) == (1, 1, 0)
    assert numbers(places(found)) == (1, 1, 1)
