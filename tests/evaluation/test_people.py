"""Known answers for people, their mentions and false pages of people."""

from tests.evaluation.builders import at, case, mention, numbers, person
from tests.evaluation.measures.pages import false_person_pages
from tests.evaluation.measures.people import people, person_mentions

TEXT = "Ana Silva met Bo Lund. Silva thanked Lund. Cy Young watched; Wall Street did not."


def two() -> list[dict[str, object]]:
    return [
        person(TEXT, "Ana Silva", "Ana Silva", at(TEXT, "Silva", 2)),
        person(TEXT, "Bo Lund", "Bo Lund", at(TEXT, "Lund", 2)),
    ]


def test_everything_found_is_all_right() -> None:
    found = case(
        TEXT,
        {"people": two()},
        mentions=[
            mention(TEXT, "Ana Silva", "a"),
            mention(TEXT, "Bo Lund", "b"),
            mention(TEXT, "Silva", "a", nth=2),
            mention(TEXT, "Lund", "b", nth=2),
        ],
    )

    assert numbers(people(found)) == (2, 0, 0)
    assert numbers(person_mentions(found)) == (4, 0, 0)
    assert numbers(false_person_pages(found)) == (0, 0, 0)


def test_nothing_found_is_all_missed() -> None:
    found = case(TEXT, {"people": two()})

    assert numbers(people(found)) == (0, 0, 2)
    assert numbers(person_mentions(found)) == (0, 0, 4)


def test_a_mention_of_somebody_else_is_missed_and_wrong() -> None:
    found = case(
        TEXT,
        {"people": two()},
        mentions=[
            mention(TEXT, "Ana Silva", "a"),
            mention(TEXT, "Bo Lund", "b"),
            mention(TEXT, "Silva", "b", nth=2),
            mention(TEXT, "Lund", "b", nth=2),
        ],
    )

    assert numbers(person_mentions(found)) == (3, 1, 1)


def test_an_invented_person_is_wrong_and_a_false_page() -> None:
    found = case(TEXT, {"people": two()}, mentions=[mention(TEXT, "Wall Street", "people/wall-street")])

    assert numbers(people(found)) == (0, 1, 2)
    assert numbers(person_mentions(found)) == (0, 1, 4)
    assert numbers(false_person_pages(found)) == (0, 1, 0)


def test_one_person_under_two_ids_is_right_once_and_wrong_once() -> None:
    found = case(
        TEXT,
        {"people": two()[:1]},
        mentions=[mention(TEXT, "Ana Silva", "a"), mention(TEXT, "Silva", "a2", nth=2, name="Ms Ana Silva")],
    )

    assert numbers(people(found)) == (1, 1, 0)
    assert numbers(false_person_pages(found)) == (0, 0, 0)


def test_a_short_name_alone_is_no_person_of_two_parts() -> None:
    found = case(TEXT, {"people": two()[:1]}, mentions=[mention(TEXT, "Silva", "a", nth=2)])

    assert numbers(people(found)) == (0, 0, 1)
    assert numbers(person_mentions(found)) == (1, 0, 1)


def test_optional_people_are_neutral_whether_found_or_not() -> None:
    gold = {"people": [person(TEXT, "Cy Young", "Cy Young", optional=True)]}

    assert numbers(people(case(TEXT, gold))) == (0, 0, 0)
    assert numbers(people(case(TEXT, gold, mentions=[mention(TEXT, "Cy Young", "c")]))) == (0, 0, 0)
    assert numbers(person_mentions(case(TEXT, gold))) == (0, 0, 0)


def test_a_person_whose_page_is_optional_still_has_mentions() -> None:
    gold = {"people": [person(TEXT, "Cy Young", "Cy Young", page_optional=True)]}

    assert numbers(people(case(TEXT, gold))) == (0, 0, 0)
    assert numbers(person_mentions(case(TEXT, gold))) == (0, 0, 1)


def test_role_phrases_are_another_task() -> None:
    found = case(TEXT, {"people": two()}, mentions=[mention(TEXT, "Wall Street", "a", form="role")])

    assert numbers(person_mentions(found)) == (0, 0, 4)


def test_an_ambiguous_mention_of_nobody_is_counted_and_not_an_error_of_the_program() -> None:
    found = case(TEXT, {"people": []}, mentions=[mention(TEXT, "Wall Street", None)])

    assert numbers(people(found)) == (0, 1, 0)
    assert numbers(person_mentions(found)) == (0, 1, 0)
