"""The office to name beside a person at a date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.knowledge.office_dates import named_alike, office_on
from generator.model.dates import DateRange, PartialDate
from generator.model.settings import Settings
from generator.model.site import Evidence, HeldRole, Site
from generator.model.text import LangText


def role(words: str, start: str = "", end: str = "", *stated: str, country: str | None = "countries/av") -> HeldRole:
    return HeldRole(
        person="people/ada",
        role=LangText.of(words),
        country=country,
        start_date=PartialDate.parse(start) if start else None,
        end_date=PartialDate.parse(end) if end else None,
        stated=tuple(map(PartialDate.parse, stated)),
        recorded=bool(start or end),
        evidence=(Evidence("articles/a", 0),),
    )


def site(*roles: HeldRole) -> Site:
    return Site(
        settings=Settings(), articles={}, readings={}, entities={}, events={}, sources={}, redirects={}, roles=roles
    )


MINISTER = role("minister", "2020-01-20", "2022-05")
SENATOR = role("senator", "2023")


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-01-20", "minister"), ("2022-05-31", "minister"), ("2021", "minister"), ("2020-01-19", None),
        ("2022", None), ("2022-06-01", None), ("2023-01-01", "senator"), ("2026-03", "senator"),
        ("2021-03-04/2021-03-09", "minister"), ("2022-05-30/2022-06-02", None),
    ],
)  # fmt: skip
def test_only_an_office_held_on_every_day_meant(date: str, expected: str | None) -> None:
    found = office_on(site(SENATOR, MINISTER), "people/ada", DateRange.parse(date))
    assert (str(found.role) if found else None) == expected


def test_articles_alone_say_it_between_the_dates_at_which_they_say_it() -> None:
    stated = role("mayor", "", "", "2021-03-04", "2021-09-01")
    assert office_on(site(stated), "people/ada", PartialDate.parse("2021-05-01")) == stated
    assert office_on(site(stated), "people/ada", PartialDate.parse("2021-09-02")) is None
    assert office_on(site(stated), "people/ada", None) is None


def test_a_recorded_office_comes_before_a_rank_and_before_what_articles_say() -> None:
    rank = role("general", "2019", country=None)
    stated = role("mayor", "", "", "2021-03-04")
    assert office_on(site(stated, rank, MINISTER), "people/ada", PartialDate.parse("2021-03-04")) == MINISTER


def test_an_end_alone_does_not_say_since_when() -> None:
    ended = role("commander", "", "2020-01-20")
    assert office_on(site(ended), "people/ada", PartialDate.parse("2015")) is None


def test_a_claimed_office_is_not_named() -> None:
    claim = Evidence("articles/a", 0, claimed=True)
    claimed = replace(MINISTER, evidence=(claim,))
    assert office_on(site(claimed), "people/ada", PartialDate.parse("2021")) is None


def test_names_of_offices_are_compared_in_one_language_and_whole() -> None:
    recorded = LangText.of({"en": "Minister of Defence", "fr": "ministre de la Défense"})
    assert named_alike("Defence Minister", "en-GB", recorded)
    assert named_alike("ministre de la défense", "fr", recorded)
    assert not named_alike("ministre de la défense", "en", recorded)
    assert not named_alike("Minister", "en", recorded)
    assert not named_alike("Deputy Minister of Defence", "en", recorded)
