"""What ties two countries or two people, and what does not."""

from __future__ import annotations

from itertools import combinations

import pytest

from generator.knowledge.relations import (
    EVENT_KINDS,
    CountryRelation,
    counted,
    country_relations,
    people_relations,
    relation_id,
)
from generator.language.countries import countries
from generator.model.dates import DateRange, PartialDate
from generator.model.ids import slug_of
from generator.model.reading import Statement
from generator.model.records import Role
from generator.model.settings import Settings
from generator.model.site import Entity, EventEntry, Evidence, HeldRole, Part, SaidStatement, Site
from generator.model.text import LangText
from tests.knowledge.builders import at, event_record, make_article, person

IRAN, BELARUS, CHILE = "countries/iran", "countries/belarus", "countries/chile"
ANN, BOB = "people/ann", "people/bob"


def entity(key: str, **more: object) -> Entity:
    return Entity(id=key, kind=key.partition("/")[0], name=LangText.of(slug_of(key)), **more)  # type: ignore[arg-type]


def happened(kind: str, *countries: str, parts: tuple[Part, ...] = (), recorded: bool = False) -> EventEntry:
    key = f"events/{kind.lower()}"
    record = event_record(kind.lower(), kind, "2020-05-05") if recorded else None
    return EventEntry(
        id=key, name=LangText.of(kind), type=kind, date=DateRange.parse("2020-05-05"), countries=countries, parts=parts,
        record=record, evidence=(Evidence("articles/a", 0),),
    )  # fmt: skip


def said(speaker: str | None, *about: str) -> SaidStatement:
    words = Statement(start=0, end=3, text="Ann", mode="indirect", speaker=speaker, cue="said")
    return SaidStatement(article="articles/a", sentence=0, statement=words, about=about)


def site(*events: EventEntry, statements: tuple[SaidStatement, ...] = (), roles: tuple[HeldRole, ...] = ()) -> Site:
    keys = (IRAN, BELARUS, CHILE, ANN, BOB)
    return Site(
        settings=Settings(),
        articles={"articles/a": make_article("a", "Ann met Bob.", date="2020-05-06")},
        readings={},
        entities={key: entity(key) for key in keys},
        events={event.id: event for event in events},
        sources={},
        roles=roles,
        statements=statements,
        redirects={},
    )


def kinds(made: Site) -> dict[tuple[str, str], dict[str, int]]:
    return {pair: dict(counted(relation.ties)) for pair, relation in country_relations(made).items()}


def minister(person_id: str, country: str, start: str | None = None, end: str | None = None) -> HeldRole:
    days = [PartialDate.parse(day) if day else None for day in (start, end)]
    return HeldRole(
        person=person_id, role=LangText.of("minister"), country=country, start_date=days[0], end_date=days[1]
    )


def test_a_recorded_agreement_ties_the_countries_it_names() -> None:
    assert kinds(site(happened("AGREE", IRAN, BELARUS, recorded=True))) == {(BELARUS, IRAN): {"agreement": 1}}


def test_a_country_that_is_only_where_it_happened_has_no_part_in_the_agreement() -> None:
    signed = happened("AGREE", IRAN, BELARUS, CHILE, parts=(Part(entity=IRAN), Part(entity=BELARUS)))
    assert kinds(site(signed)) == {
        (BELARUS, CHILE): {"event": 1}, (BELARUS, IRAN): {"agreement": 1}, (CHILE, IRAN): {"event": 1},
    }  # fmt: skip


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ((minister(ANN, IRAN), minister(BOB, BELARUS)), "meeting"),
        ((minister(ANN, IRAN, "2019"), minister(BOB, BELARUS, None, "2020-06")), "meeting"),
        ((minister(ANN, IRAN, "2020-06"), minister(BOB, BELARUS)), "event"),
        ((minister(ANN, IRAN), minister(BOB, BELARUS, None, "2020-04")), "event"),
    ],
)
def test_people_act_for_the_country_whose_office_they_hold_that_day(roles: tuple[HeldRole, ...], expected: str) -> None:
    met = happened("CONSULT", IRAN, BELARUS, parts=(Part(entity=ANN), Part(entity=BOB)))
    assert kinds(site(met, roles=roles)) == {(BELARUS, IRAN): {expected: 1}}


def test_talks_with_a_guest_are_a_visit() -> None:
    parts = (Part(entity=ANN, part="visitor", on_behalf_of=IRAN), Part(entity=BOB, part="host", on_behalf_of=BELARUS))
    assert kinds(site(happened("CONSULT", parts=parts))) == {(BELARUS, IRAN): {"visit": 1}}


def test_a_summit_of_many_ties_nobody_two_by_two() -> None:
    many = [f"countries/c{number}" for number in range(11)]
    summit = happened("CONSULT", *many, recorded=True)
    made = site(summit)
    made = Site(**{**made.__dict__, "entities": {key: entity(key) for key in many}})
    assert country_relations(made) == {}


def test_officials_speak_for_their_country_about_another() -> None:
    roles = (minister(ANN, IRAN),)
    made = site(
        statements=(said(ANN, BELARUS, IRAN), said(BOB, CHILE), said(CHILE, IRAN), said(None, IRAN)), roles=roles
    )
    found = country_relations(made)
    assert kinds(made) == {(BELARUS, IRAN): {"statement": 1}, (CHILE, IRAN): {"statement": 1}}
    assert [tie.by for relation in found.values() for tie in relation.ties] == [IRAN, CHILE]


def test_only_countries_with_a_page_have_relations() -> None:
    assert kinds(site(happened("AGREE", IRAN, "countries/nowhere", recorded=True))) == {}


def test_every_tie_names_its_evidence() -> None:
    made = site(happened("AGREE", IRAN, BELARUS, recorded=True), statements=(said(IRAN, CHILE),))
    assert all(tie.evidence for relation in country_relations(made).values() for tie in relation.ties)


def test_people_are_tied_by_events_and_words_in_both_directions() -> None:
    made = site(happened("AGREE", parts=(Part(entity=ANN), Part(entity=BOB))), statements=(said(ANN, BOB),))
    found = people_relations(made)
    assert [[tie.kind for tie in found[one][other]] for one, other in ((ANN, BOB), (BOB, ANN))] == [
        ["agreement", "statement"]
    ] * 2


def test_a_succession_told_by_both_records_is_one() -> None:
    before = Role(position=at(line=3), role=LangText.of("minister"), successor=BOB)
    after = Role(position=at(line=4), role=LangText.of("minister"), predecessor=ANN)
    made = site()
    entities = {
        ANN: entity(ANN, record=person("ann", "Ann", roles=(before,))),
        BOB: entity(BOB, record=person("bob", "Bob", roles=(after,))),
    }
    ties = people_relations(Site(**{**made.__dict__, "entities": entities}))[BOB][ANN]
    assert [(tie.kind, tie.by, len(tie.evidence)) for tie in ties] == [("succession", ANN, 2)]


def test_addresses_of_pairs_of_all_countries_are_different() -> None:
    slugs = sorted(country.slug for country in countries().values())
    pairs = [relation_id(f"countries/{one}", f"countries/{other}") for one, other in combinations(slugs, 2)]
    assert len(pairs) == len(set(pairs))


def test_kinds_are_named_once() -> None:
    assert len(EVENT_KINDS) == len(set(EVENT_KINDS))
    assert (
        CountryRelation(first=BELARUS, second=IRAN, ties=()).id
        == relation_id(IRAN, BELARUS)
        == "relations/belarus-iran"
    )
