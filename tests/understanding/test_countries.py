import time
from dataclasses import fields
from itertools import pairwise
from typing import Any

import pytest

from generator.language.countries import countries
from generator.language.pack import languages, pack_for
from generator.model.article import Zone, ZoneKind
from generator.model.reading import Mention
from generator.understanding.document import prepare
from generator.understanding.gazetteer import Entry, Gazetteer
from generator.understanding.lands.find import find_countries_and_places
from generator.understanding.lexicon.lands import LandRules, land_rules
from generator.understanding.organizations.find import find_organizations
from tests.support import article, cases

NOTHING = Gazetteer(())


def find(text: str, language: str = "fr", gazetteer: Gazetteer = NOTHING) -> tuple[Mention, ...]:
    document = prepare(article(text, language))
    return find_countries_and_places(document, gazetteer, find_organizations(document, gazetteer))


def written(mention: Mention) -> str:
    """`surface = code`, then the form unless it is the name, and `place` for places."""
    parts = ["place"] if mention.kind == "place" else []
    parts += [mention.form] if mention.form != "name" else []
    return " ".join([mention.surface, "=", mention.country or "-", *parts])


@pytest.mark.parametrize("case", cases("countries"))
def test_case(case: Any) -> None:
    assert [written(mention) for mention in find(case["text"], case["language"])] == case["found"]


def test_mentions_are_in_text_order_and_cover_their_surface() -> None:
    text = "L’Iran et la République islamique d’Iran ; à Téhéran, près de Qom, des Iraniens."
    found = find(text)

    assert [text[mention.start : mention.end] for mention in found] == [mention.surface for mention in found]
    assert list(found) == sorted(found, key=lambda mention: mention.start)
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_ids_are_english_slugs() -> None:
    found = find("Le Royaume-Uni négocie. Des Russes sont à Pékin.")

    assert [mention.id for mention in found] == ["countries/united-kingdom", "countries/russia", "places/beijing"]


def test_a_record_with_the_code_gives_the_id_of_all_its_names() -> None:
    record = Entry(spelling="Perse", kind="country", id="countries/persia", name="Persia", country="IR", recorded=True)
    found = find("La Perse. Le ministre iranien. L’Iran. Téhéran a démenti.", gazetteer=Gazetteer([record]))

    assert [mention.id for mention in found] == ["countries/persia"] * 4
    assert {mention.name for mention in found} == {"Persia"}


def test_a_recorded_capital_still_stands_for_its_government() -> None:
    record = Entry(spelling="Téhéran", kind="place", id="places/tehran", name="Tehran", recorded=True)
    found = find("Téhéran a démenti. Il vit à Téhéran.", gazetteer=Gazetteer([record]))

    assert [(mention.id, mention.country, mention.form) for mention in found] == [
        ("countries/iran", "IR", "capital"),
        ("places/tehran", "IR", "name"),
    ]


def test_a_recorded_country_does_not_swallow_brands() -> None:
    record = Entry(spelling="France", kind="country", id="countries/france", name="France", country="FR", recorded=True)

    assert find("Un roman d’Anatole France chez Air France.", gazetteer=Gazetteer([record])) == ()


def test_a_recorded_place_gives_its_id() -> None:
    record = Entry(spelling="Trifouilly", kind="place", id="places/our-town", name="Our Town", recorded=True)

    assert [mention.id for mention in find("Trifouilly dort.", gazetteer=Gazetteer([record]))] == ["places/our-town"]


def test_what_nothing_decides_has_candidates_and_no_id() -> None:
    (mention,) = find("Les Congolais votent dimanche.")

    assert mention.id is None
    assert mention.country is None
    assert set(mention.candidates) == {"countries/congo", "countries/dr-congo"}


def test_a_capital_is_never_as_sure_as_a_name() -> None:
    capital, name = find("Minsk a signé avec la Russie.")

    assert capital.form == "capital"
    assert capital.confidence < 0.9 < name.confidence <= 1


def test_only_content_zones_are_read() -> None:
    text = "Iran\n\nLa Russie a signé."
    zones = (Zone(0, 4, ZoneKind.NAVIGATION), Zone(6, len(text), ZoneKind.BODY))
    document = prepare(article(text, zones=zones))

    assert [mention.surface for mention in find_countries_and_places(document, NOTHING, ())] == ["Russie"]


def test_names_of_a_body_are_left_to_it() -> None:
    text = "La Banque du Chili a prévenu le gouvernement chilien."
    body = Mention(start=3, end=18, surface="Banque du Chili", kind="organization", id=None, name="Banque du Chili")
    document = prepare(article(text))

    assert [mention.surface for mention in find_countries_and_places(document, NOTHING, (body,))] == ["chilien"]


def test_a_text_without_words_names_nothing() -> None:
    assert find("") == ()
    assert find("… — 12 % !") == ()


def test_texts_in_a_language_without_a_pack_yield_its_names() -> None:
    found = find("Frankreich und Deutschland; die Schweiz.", "de")

    assert [mention.country for mention in found] == ["FR", "DE", "CH"]


@pytest.mark.slow
def test_the_time_grows_with_the_text() -> None:
    def seconds(text: str) -> float:
        document = prepare(article(text))
        begin = time.perf_counter()
        find_countries_and_places(document, NOTHING, ())
        return time.perf_counter() - begin

    sentence = "Moscou, Paris, Londres et le président iranien ont écrit à la Suisse, à Trifouilly-les-Oies. "
    find(sentence)
    short, long = min(seconds(sentence * 20) for _ in range(3)), min(seconds(sentence * 200) for _ in range(3))

    assert long < 40 * short + 0.05


@pytest.mark.parametrize("language", languages())
def test_the_pack_has_no_key_that_nothing_reads(language: str) -> None:
    known = {field.name for field in fields(LandRules)} | {"same_word"}

    assert set(pack_for(language).topic("places")) - known == set()


@pytest.mark.parametrize("language", languages())
def test_prefixes_name_countries_of_the_tables(language: str) -> None:
    assert set(land_rules(pack_for(language)).prefixes.values()) <= set(countries())
