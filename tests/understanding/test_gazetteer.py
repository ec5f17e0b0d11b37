"""Names known before reading are found as they are written in either language."""

import pytest

from generator.language.normalise import even
from generator.language.pack import pack_for
from generator.language.tokens import tokenise
from generator.understanding.gazetteer import Entry, Gazetteer


def entry(spelling: str, entity_id: str = "organizations/x", **more) -> Entry:
    return Entry(spelling=spelling, kind="organization", id=entity_id, name=spelling, **more)


def found(gazetteer: Gazetteer, text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    written = even(text)
    tokens = tokenise(written, pack_for(language))
    return [
        (written[tokens[match.first].start : tokens[match.last].end], tuple(item.id for item in match.entries))
        for match in gazetteer.find(tokens)
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("spelling", ["Banque d’Irlande", "Shane O'Neill", "Croix-Rouge", "École des hautes études"])
def test_spelling_is_found_however_a_language_cuts_words(spelling: str, language: str) -> None:
    assert found(Gazetteer([entry(spelling)]), f"Then {spelling} spoke.", language) == [
        (even(spelling), ("organizations/x",))
    ]


def test_the_longest_name_wins() -> None:
    names = Gazetteer([entry("United Nations", "a/1"), entry("United Nations Children's Fund", "a/2")])

    assert found(names, "The United Nations Children's Fund said.", "en")[0][1] == ("a/2",)


def test_an_acronym_needs_its_very_letters() -> None:
    names = Gazetteer([entry("WHO", exact=True)])

    assert found(names, "WHO knows who knows.", "en") == [("WHO", ("organizations/x",))]


def test_a_name_of_two_entities_lists_both_and_a_recorded_one_alone_wins() -> None:
    both = Gazetteer([entry("Labour Party", "a/1"), entry("Labour Party", "a/2")])
    one = Gazetteer([entry("Labour Party", "a/1"), entry("Labour Party", "a/2", recorded=True)])

    assert found(both, "the Labour Party", "en") == [("Labour Party", ("a/1", "a/2"))]
    assert found(one, "the Labour Party", "en") == [("Labour Party", ("a/2",))]


def test_accents_and_case_do_not_matter_but_the_first_capital_does() -> None:
    names = Gazetteer([entry("Société Générale")])

    assert found(names, "SOCIETE GENERALE et la société générale", "fr") == [("SOCIETE GENERALE", ("organizations/x",))]
