"""Known answers for dates, statements, speakers, roles and main events."""

from typing import Any

import pytest

from generator.model.reading import FoundEvent, Statement
from tests.evaluation.builders import at, case, date, event, mention, numbers, person, role, said
from tests.evaluation.measures.dates import dates
from tests.evaluation.measures.events import main_events
from tests.evaluation.measures.roles import roles
from tests.evaluation.measures.statements import speaker, statements

TEXT = (
    'On Monday 3 June 2019 Ana Silva said "the bridge will open in May" and the Roads Board agreed "at last". '
    "Bo Lund left."
)
ANA = {"people": [person(TEXT, "Ana Silva", "Ana Silva"), person(TEXT, "Bo Lund", "Bo Lund")]}
NAMES = [
    mention(TEXT, "Ana Silva", "people/ana"),
    mention(TEXT, "Bo Lund", "people/bo"),
    mention(TEXT, "Roads Board", "organizations/roads", "organization"),
]


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        ("Monday 3 June 2019", "2019-06-03", (1, 0, 0)),
        ("3 June 2019", "2019-06-03", (1, 0, 0)),
        ("Monday 3 June 2019", "2019-06", (0, 0, 1)),
        ("June 2019", "2019-06-03", (1, 0, 0)),
        ("2019", "2019-06-03", (0, 1, 1)),
        ("Bo Lund left", "2019-06-03", (0, 1, 1)),
    ],
)
def test_a_date_needs_its_value_on_its_words(words: str, value: str, expected: tuple[int, int, int]) -> None:
    gold = {"dates": [at(TEXT, "Monday 3 June 2019", value="2019-06-03")]}

    assert numbers(dates(case(TEXT, gold, dates=[date(TEXT, words, value)]))) == expected


def test_other_right_values_and_optional_dates() -> None:
    gold = {
        "dates": [
            at(TEXT, "Monday 3 June 2019", value="2019-06-03", accept_values=["2019-06"]),
            at(TEXT, "in May", value="2020-05", optional=True),
        ]
    }
    found = [date(TEXT, "Monday 3 June 2019", "2019-06"), date(TEXT, "in May", "2019-05")]

    assert numbers(dates(case(TEXT, gold, dates=found))) == (1, 0, 0)


def test_two_dates_cannot_share_one_answer() -> None:
    value = "2019-06-03"
    gold = {"dates": [at(TEXT, "Monday 3 June 2019", value=value), at(TEXT, "3 June 2019", value=value)]}

    assert numbers(dates(case(TEXT, gold, dates=[date(TEXT, "3 June 2019", "2019-06-03")]))) == (1, 0, 1)


def quote(words: str, by: str | None, **more: Any) -> dict[str, Any]:
    return at(TEXT, words, kind="direct", speaker=by, **more)


BRIDGE = quote("the bridge will open in May", "person:Ana Silva")


@pytest.mark.parametrize(
    ("found", "spans", "speakers"),
    [
        ([said(TEXT, "the bridge will open in May", "people/ana")], (1, 0, 0), (1, 0, 0)),
        ([said(TEXT, "the bridge will open", "people/bo")], (1, 0, 0), (0, 0, 1)),
        ([said(TEXT, "the bridge will open", None)], (1, 0, 0), (0, 0, 1)),
        ([said(TEXT, "bridge", "people/ana")], (0, 1, 1), (0, 0, 0)),
        (
            [said(TEXT, "the bridge will", "people/ana"), said(TEXT, "open in May", "people/ana")],
            (1, 1, 0),
            (1, 0, 0),
        ),
        ([], (0, 0, 1), (0, 0, 0)),
    ],
)  # fmt: skip
def test_a_statement_and_who_made_it(
    found: list[Statement], spans: tuple[int, int, int], speakers: tuple[int, int, int]
) -> None:
    made = case(TEXT, ANA | {"quotes": [BRIDGE]}, mentions=NAMES, statements=found)

    assert numbers(statements(made)) == spans
    assert numbers(speaker(made)) == speakers


def test_an_organization_may_speak_and_accepted_speakers_are_right() -> None:
    board = {"organizations": [{"id": "org:board", "mentions": [at(TEXT, "Roads Board")]}]}
    own = {"quotes": [quote("at last", "org:board")]}
    other = {"quotes": [quote("at last", "person:Ana Silva", accept_speakers=["person:Bo Lund"])]}
    by_board = [said(TEXT, "at last", "organizations/roads")]
    by_bo = [said(TEXT, "at last", "people/bo")]

    assert numbers(speaker(case(TEXT, ANA | board | own, mentions=NAMES, statements=by_board))) == (1, 0, 0)
    assert numbers(speaker(case(TEXT, ANA | board | other, mentions=NAMES, statements=by_bo))) == (1, 0, 0)
    assert numbers(speaker(case(TEXT, ANA | board | other, mentions=NAMES, statements=by_board))) == (0, 0, 1)


def test_optional_and_unattributed_statements() -> None:
    gold = ANA | {"quotes": [quote("at last", None), BRIDGE | {"optional": True}]}
    found = [said(TEXT, "at last", "people/bo"), said(TEXT, "the bridge will open in May", "people/bo")]
    made = case(TEXT, gold, mentions=NAMES, statements=found)

    assert numbers(statements(made)) == (1, 0, 0)
    assert numbers(speaker(made)) == (0, 0, 0)


@pytest.mark.parametrize(
    ("key", "office", "country", "expected"),
    [
        ("people/ana", "Minister of Transport", "PE", (1, 0, 0)),
        ("people/ana", "Minister", None, (1, 0, 0)),
        ("people/ana", "Minister of Transport", "CL", (0, 1, 1)),
        ("people/bo", "Minister of Transport", "PE", (0, 1, 1)),
        ("people/ana", "Mayor", "PE", (0, 1, 1)),
        ("people/nobody", "Minister of Transport", "PE", (0, 0, 1)),
        ("people/ana", "former and very distinguished deputy Minister", "PE", (0, 1, 1)),
    ],
)
def test_a_role_needs_person_words_and_no_wrong_country(
    key: str, office: str, country: str | None, expected: tuple[int, int, int]
) -> None:
    gold = {
        "people": [
            person(
                TEXT,
                "Ana Silva",
                "Ana Silva",
                roles=[
                    {"role": "Minister of Transport", "country": "country:PE"},
                    {"role": "engineer", "optional": True},
                ],
            ),
            person(TEXT, "Bo Lund", "Bo Lund"),
        ]
    }

    assert numbers(roles(case(TEXT, gold, mentions=NAMES, roles=[role(key, office, country)]))) == expected


def test_a_role_said_twice_counts_once_and_an_optional_one_is_neutral() -> None:
    gold = {"people": [person(TEXT, "Ana Silva", "Ana Silva", roles=[{"role": "engineer", "optional": True}])]}
    twice = [role("people/ana", "engineer"), role("people/ana", "engineer")]

    assert numbers(roles(case(TEXT, gold, mentions=NAMES, roles=twice))) == (0, 0, 0)


OPENING = {
    "label": "opening", "type": "AGREE", "accept_types": ["COOPERATE"], "date": "2019-06-03",
    "participants": ["person:Ana Silva", "place:lima"], "countries": ["country:PE"], "accept_countries": ["country:CL"],
    "main": True,
}  # fmt: skip


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (event("AGREE", "2019-06-03", "people/ana", countries=("PE",)), (1, 0, 0)),
        (event("COOPERATE", "2019-06", "people/ana", countries=("cl",)), (1, 0, 0)),
        (event("PROTEST", "2019-06-03", "people/ana", countries=("PE",)), (0, 1, 1)),
        (event("AGREE", "2019", "people/ana", countries=("PE",)), (0, 1, 1)),
        (event("AGREE", "2019-06-04", "people/ana", countries=("PE",)), (0, 1, 1)),
        (event("AGREE", None, "people/ana", countries=("PE",)), (0, 1, 1)),
        (event("AGREE", "2019-06-03", "people/bo", countries=("PE",)), (0, 1, 1)),
        (event("AGREE", "2019-06-03", "people/ana", countries=("FR",)), (0, 1, 1)),
        (event("AGREE", "2019-06-03", "people/ana", countries=("PE",), main=False), (0, 0, 1)),
    ],
)
def test_a_main_event_needs_type_date_people_and_country(found: FoundEvent, expected: tuple[int, int, int]) -> None:
    assert numbers(main_events(case(TEXT, ANA | {"events": [OPENING]}, mentions=NAMES, events=[found]))) == expected


def test_only_three_main_events_are_looked_at_and_known_side_events_are_neutral() -> None:
    wrong = event("PROTEST", "2001")
    right = event("AGREE", "2019-06-03", "people/ana", countries=("PE",))
    aside = OPENING | {"main": False}

    assert numbers(
        main_events(case(TEXT, ANA | {"events": [OPENING]}, mentions=NAMES, events=[wrong, wrong, wrong, right]))
    ) == (0, 3, 1)
    assert numbers(main_events(case(TEXT, ANA | {"events": [aside]}, mentions=NAMES, events=[right]))) == (0, 0, 0)


def test_an_event_without_date_may_be_right_where_the_annotation_says_so() -> None:
    gold = ANA | {"events": [OPENING | {"accept_dates": [None]}]}
    undated = event("AGREE", None, "people/ana", countries=("PE",))

    assert numbers(main_events(case(TEXT, gold, mentions=NAMES, events=[undated]))) == (1, 0, 0)
