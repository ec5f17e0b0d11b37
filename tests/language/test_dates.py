from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.language.date_patterns import compile_pattern
from generator.language.date_tense import side_of
from generator.language.dates import DateParts, absolute, find_expressions
from generator.language.normalise import even
from generator.language.pack import languages, pack_for
from generator.language.tokens import tokenise
from generator.model.dates import DateRange, PartialDate

DAYS = st.dates(min_value=dt.date(1801, 1, 1), max_value=dt.date(2099, 12, 31))
FR = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
)
EN = (
    "January February March April May June July August September October November December",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
FR_MONTHS, FR_DAYS = (words.split() for words in FR)
EN_MONTHS, EN_DAYS = (words.split() for words in EN)


def _fr(day: dt.date) -> list[str]:
    number = "1er" if day.day == 1 else str(day.day)
    plain = f"{number} {FR_MONTHS[day.month - 1]} {day.year}"
    return [plain, f"{FR_DAYS[day.weekday()]} {plain}", day.isoformat(), day.strftime("%d/%m/%Y")]


def _en(day: dt.date) -> list[str]:
    month, weekday = EN_MONTHS[day.month - 1], EN_DAYS[day.weekday()]
    return [
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        day.isoformat(),
    ]


@pytest.mark.parametrize(("language", "formats"), [("fr", _fr), ("en", _en)])
def test_absolute_dates_come_back(language: str, formats: object) -> None:
    @given(DAYS)
    def check(day: dt.date) -> None:
        for written in formats(day):  # type: ignore[operator]
            text = f"({written}) x"
            (found,) = find_expressions(text, pack_for(language))
            assert found.surface == written
            assert absolute(found) == PartialDate.from_date(day)

    check()


def test_parts_of_a_relative_date_are_not_counted() -> None:
    (found,) = find_expressions("vu en mars dernier", pack_for("fr"))
    assert (found.parts, found.toward, found.rule) == (DateParts(month=3), "past", "month-toward")
    assert absolute(found) is None


def test_interval_is_absolute_when_its_year_is_said() -> None:
    (found,) = find_expressions("du 30 mai au 2 juin 2019", pack_for("fr"))
    assert absolute(found) == DateRange.parse("2019-05-30/2019-06-02")


def test_only_the_given_stretch_is_read() -> None:
    text = "2019-01-01 puis 2020-01-01 puis 2021-01-01"
    assert [found.surface for found in find_expressions(text, pack_for("fr"), 11, 31)] == ["2020-01-01"]


def test_phrase_does_not_cross_a_blank_line() -> None:
    assert [found.surface for found in find_expressions("le 5 mai\n\n2019-01-01", pack_for("fr"))] == [
        "5 mai",
        "2019-01-01",
    ]
    assert [found.surface for found in find_expressions("le 5\nmai 2019", pack_for("fr"))] == ["5\nmai 2019"]


@pytest.mark.parametrize("language", languages())
def test_packs_are_whole(language: str) -> None:
    data = pack_for(language).topic("dates")
    assert {int(value) for value in data["words"]["month"]} == set(range(1, 13))
    assert {int(value) for value in data["words"]["weekday"]} == set(range(1, 8))
    assert find_expressions("2019-01-01", pack_for(language))[0].rule == "iso"


@pytest.mark.parametrize("pattern", ["[a", "a]", "(a | b", "[a] [b]", "}"])
def test_bad_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="date pattern"):
        compile_pattern(pattern, lambda name: "\ue000", lambda word: [word])


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "He will leave on @", "future"),
        ("en", "He left on @", "past"),
        ("en", "The court ruled that the law will apply from @", "future"),
        ("en", "On @ , the king will speak", "future"),
        ("en", "He spoke on @ , but she will not", "past"),
        ("en", "It may have begun on @", "past"),
        ("en", "The deadline is @", ""),
        ("fr", "Il sera jugé @", "future"),
        ("fr", "Il a été jugé @", "past"),
        ("fr", "La caméra de l'opéra @", ""),
        ("fr", "Depuis @ rien ne se tiendra", "past"),
    ],
)
def test_tense(language: str, text: str, side: str) -> None:
    pack = pack_for(language)
    tokens = tokenise(even(text), pack)
    place = next(number for number, token in enumerate(tokens) if token.text == "@")
    assert side_of(tokens, pack, place, place + 1) == side
