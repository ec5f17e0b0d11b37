"""Persons of several articles: who becomes one, who never, under which address, whatever the order of things."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.knowledge.build import build_site
from generator.model.article import Article
from generator.model.ids import make_id, slugify
from generator.model.reading import Reading, RoleMention
from generator.model.records import Judgement
from generator.model.settings import Settings
from tests.knowledge.builders import at, event, make_article, mention, person, sentence_spans, site_of
from tests.support import cases

Pair = tuple[Article, Reading]
SAME = [case for case in cases("identity") if "names" in case.values[0]]
DIFFERENT = [case for case in cases("identity") if "first" in case.values[0]]


def told(slug: str, *names: str, country: str | None = None, date: str | None = "2020-05-05", **more: Any) -> Pair:
    """Return an article that names people, holding an office of a country if there is one."""
    sentence = f"{' and '.join(names)} spoke."
    article = make_article(slug, sentence, date=date)
    ids = [make_id("people", slugify(name)) for name in names]
    role = {"role": "president", "organization": None, "start": 0, "end": 3}
    reading = Reading(
        article=article.id,
        sentences=sentence_spans(article, sentence),
        mentions=tuple(mention(article, name, key) for name, key in zip(names, ids, strict=True)),
        roles=tuple(RoleMention(person=key, country=country, **role) for key in ids) if country else (),
        **more,
    )
    return article, reading


def judged(decision: str, *names: str) -> Judgement:
    ids = tuple(make_id("people", slugify(name)) for name in names)
    return Judgement(position=at("content/judgements.yml"), decision=decision, ids=ids, reason="r")


def people(*pairs: Pair, **more: Any) -> list[str]:
    return [key.partition("/")[2] for key in site_of(*pairs, **more).entities if key.startswith("people/")]


def test_two_spellings_in_two_articles_are_one_person() -> None:
    site = site_of(told("a", "Alexandre Popov"), told("b", "Aleksandr Popow", date="2020-06-06"))

    assert list(site.entities) == ["people/alexandre-popov"]
    assert len(site.entities["people/alexandre-popov"].backlinks) == 2
    assert {use.name for use in site.entities["people/alexandre-popov"].names} == {"Alexandre Popov", "Aleksandr Popow"}
    assert site.redirects["people/aleksandr-popow"] == "people/alexandre-popov"


@pytest.mark.parametrize("case", DIFFERENT)
def test_different_people_are_never_joined(case: dict[str, Any]) -> None:
    first, second = case["first"], case["second"]
    pairs = [told("a", first, country=case["countries"][0]), told("b", second, country=case["countries"][1])]

    assert len(people(*pairs)) == 2
    assert len(people(told("a", first), told("b", second))) == 2 or "only" in case


@pytest.mark.parametrize("case", SAME)
def test_spellings_of_one_person_are_joined(case: dict[str, Any]) -> None:
    names = [name for name in case["names"] if name not in case.get("unsure", ())]
    for number, name in enumerate(names[1:]):
        pairs = [told("a", names[0], country=case["country"]), told(f"b{number}", name, country=case["country"])]
        found = people(*pairs)

        assert len(found) == 1 or name in case.get("apart", ()), (name, found)


def test_the_address_is_that_of_the_earliest_article_and_a_later_one_does_not_move_it() -> None:
    pairs = [told("b", "Alexandre Popov", date="2019-01-01"), told("a", "Alexander Popov", date="2020-01-01")]
    later = told("c", "Aleksandr Popow", date="2021-01-01")
    undated = told("d", "Alexandr Popoff", date=None)

    assert people(*pairs) == ["alexandre-popov"]
    assert people(*pairs, later) == ["alexandre-popov"]
    assert people(*pairs, later, undated) == ["alexandre-popov"]


def test_every_address_that_ever_was_still_leads_to_the_person() -> None:
    before = site_of(told("b", "Alexandre Popov", date="2019-01-01"))
    after = site_of(told("b", "Alexandre Popov", date="2019-01-01"), told("a", "Alexander Popov", date="2001-01-01"))

    assert all(key in after.entities or after.redirects[key] in after.entities for key in before.entities)


def test_a_name_that_fits_two_people_fits_none() -> None:
    pairs = [
        told("a", "Sergei Borisovich Popov", country="RU"),
        told("b", "Sergei Ivanovich Popov", country="RU"),
        told("c", "Sergey Popov", country="RU"),
    ]
    site = site_of(*pairs)

    assert len(site.entities) == 3
    assert {(pair.first, pair.second) for pair in site.near_pairs} == {
        ("people/sergei-borisovich-popov", "people/sergey-popov"),
        ("people/sergei-ivanovich-popov", "people/sergey-popov"),
    }


def test_what_is_left_out_needs_a_country_or_an_office_in_common() -> None:
    long, short = "Viktor Pavlovich Popov", "Victor Popov"

    assert len(people(told("a", "Pavel T. Popov"), told("b", "Pawel Popov"))) == 2
    assert len(people(told("a", "Pavel T. Popov", country="RU"), told("b", "Pawel Popov", country="RU"))) == 1
    assert len(people(told("a", long, country="RU"), told("b", short, country="RU"))) == 1
    assert len(people(told("a", long, country="RU"), told("b", short, country="UA"))) == 2


def test_two_spellings_in_one_article_are_two_people_unless_they_hold_one_office() -> None:
    assert len(people(told("a", "Pavel Popov", "Pawel Popow"))) == 2
    assert len(people(told("a", "Pavel Popov", "Pawel Popow", country="RU"))) == 1


def test_judgements_forbid_and_force() -> None:
    alike = [told("a", "Pavel Popov"), told("b", "Pawel Popow")]
    unlike = [told("a", "Pavel Popov"), told("b", "The Silent One")]

    assert len(people(*alike, judgements=(judged("different", "Pavel Popov", "Pawel Popow"),))) == 2
    assert len(people(*alike, judgements=(judged("unsure", "Pavel Popov", "Pawel Popow"),))) == 2
    assert len(people(*unlike, judgements=(judged("same", "Pavel Popov", "The Silent One"),))) == 1


def test_a_judgement_holds_for_what_was_joined_by_another() -> None:
    three = [told("a", "Pavel Popov"), told("b", "Pawel Popow"), told("c", "Pasha P")]
    site = site_of(*three, judgements=(judged("same", "Pavel Popov", "Pasha P"),))

    assert len(site.entities) == 1
    assert set(site.redirects.values()) == set(site.entities)
    assert set(site.redirects) >= {"people/pasha-p", "people/pawel-popow", "people/pavel-popov"} - set(site.entities)


def test_records_are_never_joined_but_shown_as_near() -> None:
    records = (person("pavel-popov", "Pavel Popov"), person("pawel-popow", "Pawel Popow"))
    site = site_of(told("a", "Pavel Popov"), records=records)

    assert len(site.entities) == 2
    assert [(pair.first, pair.second) for pair in site.near_pairs] == [("people/pavel-popov", "people/pawel-popow")]


def test_pages_of_events_keep_their_address_when_people_are_joined() -> None:
    told_event = event(participants=("people/pawel-popow",))
    alone = site_of(told("b", "Pawel Popow", events=(told_event,)))
    joined = site_of(told("b", "Pawel Popow", events=(told_event,)), told("a", "Pavel Popov", date="2001-01-01"))

    assert list(alone.events) == list(joined.events)
    assert next(iter(joined.events.values())).parts[0].entity == "people/pavel-popov"


NAMES = st.sampled_from([name for case in SAME[:6] for name in case.values[0]["names"][:4]] + ["Viktor Lukashenko"])
DATES = st.sampled_from([None, "2019-01-01", "2020-02", "2021"])
COUNTRIES = st.sampled_from([None, "BY", "RU"])
ARTICLES = st.lists(st.tuples(st.lists(NAMES, min_size=1, max_size=3, unique=True), DATES, COUNTRIES), max_size=7)


@settings(max_examples=60, deadline=None)
@given(ARTICLES, st.randoms(use_true_random=False))
def test_the_order_of_files_records_and_judgements_changes_nothing(drawn: list[Any], dice: Any) -> None:
    pairs = [told(f"a{n}", *names, date=date, country=code) for n, (names, date, code) in enumerate(drawn)]
    records = [person("boris-yeltsin", "Boris Yeltsin"), person("mikhail-gorbachev", "Mikhail Gorbachev")]
    judgements = [
        judged("different", "Vladimir Putin", "Wladimir Putin"),
        judged("same", "Nikita Khrushchev", "Boris Eltsine"),
        judged("unsure", "Alexander Lukashenko", "Viktor Lukashenko"),
    ]
    first = built(pairs, records, judgements)
    for things in (pairs, records, judgements):
        dice.shuffle(things)

    assert built(pairs, records, judgements) == first


def built(pairs: list[Pair], records: list[Any], judgements: list[Judgement]) -> Any:
    site = build_site(
        [article for article, _ in pairs],
        {article.id: reading for article, reading in pairs},
        records,
        Settings(),
        tuple(judgements),
    )
    return list(site.entities.items()), site.redirects, site.near_pairs, site.problems
