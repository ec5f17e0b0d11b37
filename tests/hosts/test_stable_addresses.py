"""Addresses stay: whatever is added, a page is where it was or its old address leads to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.hosts.project import Project, load
from generator.model.site import Site

FRENCH = """---
date: 2019-05-07
language: fr
source: courrier
---
Le ministre bulgare de la Défense, Pavel Petrov, a rencontré la ministre française des Armées, Jeanne Aubertin, à
Plovdiv, mardi 7 mai 2019. « Nous avons signé un accord », a déclaré Pavel Petrov.

Selon Reuters, Jeanne Aubertin est repartie le soir même. Reuters cite un diplomate.
"""
ENGLISH = """---
date: 2019-05-09
language: en
source: gazette
---
Bulgarian Defence Minister Pavel Petrov met French Armed Forces Minister Jeanne Aubertin in Plovdiv on 7 May 2019.
"""
OTHER = """---
date: 2021-02-03
language: en
source: gazette
---
The mayor of Turku, Minna Lehtonen, resigned on 2 February 2021. Minna Lehtonen had been mayor since 2017.
"""
OLDER = """---
date: 2019-05-07
language: en
source: agency
---
Pavel Petrov met Jeanne Aubertin in Plovdiv on 7 May 2019. Both signed an agreement there, Pavel Petrov said.
"""
BASE = {"articles/b-fr.txt": FRENCH, "articles/c-en.txt": ENGLISH}


def site_of(folder: Path, files: dict[str, str]) -> Site:
    content = folder / "content"
    for path, text in files.items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, encoding="utf-8")
    loaded = load(Project(folder, content, folder / "site_config"))
    assert not loaded.errors, [str(problem) for problem in loaded.errors]
    return loaded.site


def pages(site: Site) -> set[str]:
    return {*site.entities, *site.events, *site.sources, *site.articles}


def lost(before: Site, after: Site) -> set[str]:
    """Return the addresses that led somewhere and do not any more; those of redirects count as well."""
    known = pages(after)
    return {
        key
        for key in pages(before) | set(before.redirects)
        if key not in known and after.redirects.get(key) not in known
    }


ADDED = {
    "an unrelated article": {"articles/d.txt": OTHER},
    "an older article of the same event": {"articles/a-older.txt": OLDER},
    "a record at the candidate's address": {"people/pavel-petrov.yml": "name: Pavel Petrov\n"},
    "a record at an address of its own": {"people/p-petrov.yml": "name: Pavel Petrov\n"},
    "a record under a spelling of its own": {
        "people/pavel-ivanov-petrov.yml": "name: Pavel Ivanov Petrov\nother_names: [{name: Pavel Petrov}]\n"
    },
    "a record of the place": {"places/philippopolis.yml": "name: Plovdiv\ncountry: bulgaria\n"},
    "a record of the country": {"countries/bulgarie.yml": "name: Bulgarie\ncode: BG\n"},
    "a record of a body": {"organizations/reuters-news-agency.yml": "name: Reuters\n"},
    "a record of the event": {
        "events/plovdiv-talks.yml": (
            "name: Talks in Plovdiv\ntype: CONSULT\nstart_date: 2019-05-07\nlocation: plovdiv\n"
            "participants: [{entity: pavel-petrov}, {entity: jeanne-aubertin}]\n"
        ),
        "people/pavel-petrov.yml": "name: Pavel Petrov\n",
        "people/jeanne-aubertin.yml": "name: Jeanne Aubertin\n",
    },
    "a judgement that joins two": {
        "judgements.yml": "- {decision: same, ids: [people/pavel-petrov, people/petrov-the-elder], reason: r}\n"
    },
    "a judgement that two found persons are one": {
        "judgements.yml": "- {decision: same, ids: [people/pavel-petrov, people/jeanne-aubertin], reason: a test}\n"
    },
}  # fmt: skip


@pytest.mark.parametrize("added", ADDED.values(), ids=ADDED)
def test_no_address_is_lost(added: dict[str, str], tmp_path: Path) -> None:
    before = site_of(tmp_path / "before", BASE)
    after = site_of(tmp_path / "after", {**BASE, **added})

    assert {"people/pavel-petrov", "people/jeanne-aubertin", "places/plovdiv", "countries/bulgaria"} <= pages(before)
    assert any("pavel-petrov" in key for key in before.events)
    assert lost(before, after) == set()


@pytest.mark.parametrize("added", [value for key, value in ADDED.items() if "judgement" not in key])
def test_pages_of_others_stay_where_they_are(added: dict[str, str], tmp_path: Path) -> None:
    before = site_of(tmp_path / "before", BASE)
    after = site_of(tmp_path / "after", {**BASE, **added})
    its_own = {key for key in before.entities if after.redirects.get(key) in after.entities}
    moved = {key for key in pages(before) if key not in pages(after)}

    # Only the page of what was recorded or told anew may have moved.
    assert len(moved) <= 1
    assert moved <= its_own | set(before.events)


def test_the_page_of_an_event_does_not_move_when_its_people_get_records(tmp_path: Path) -> None:
    before = site_of(tmp_path / "before", BASE)
    records = {"people/p-petrov.yml": "name: Pavel Petrov\n", "places/philippopolis.yml": "name: Plovdiv\n"}
    after = site_of(tmp_path / "after", {**BASE, **records})

    assert set(before.events) == set(after.events)
    assert "people/p-petrov" in {part.entity for event in after.events.values() for part in event.parts}


def test_redirect_from_and_the_record_of_an_event_lead_from_the_old_address(tmp_path: Path) -> None:
    before = site_of(tmp_path / "before", BASE)
    (old,) = [key for key in before.events if "pavel-petrov" in key][:1]
    record = (
        f"name: Talks\ntype: CONSULT\nstart_date: 2019-05-07\nredirect_from: [{old.partition('/')[2]}, first-name]\n"
    )
    after = site_of(tmp_path / "after", {**BASE, "events/talks.yml": record})

    assert after.redirects["events/first-name"] == after.redirects[old] == "events/talks"
    assert old not in after.events
    assert after.events["events/talks"].tellings
    assert lost(before, after) == set()


def test_redirect_from_takes_over_what_was_found_under_the_old_id(tmp_path: Path) -> None:
    article = {
        "articles/a.txt": "---\nlanguage: en\ndate: 2020-05-05\n---\nPresident Lula spoke. President Lula left.\n"
    }
    before = site_of(tmp_path / "before", article)
    record = "name: Luiz Inácio da Silva\nredirect_from: [lula]\n"
    after = site_of(tmp_path / "after", {**article, "people/luiz-inacio-da-silva.yml": record})

    assert "people/lula" in before.entities
    assert after.redirects["people/lula"] == "people/luiz-inacio-da-silva"
    assert len(after.entities["people/luiz-inacio-da-silva"].backlinks) == 2


def test_a_surname_of_two_people_of_one_article_stays_unlinked(tmp_path: Path) -> None:
    text = (
        "---\nlanguage: en\ndate: 2020-05-05\n---\n"
        "Defence Minister Pavel Petrov met Foreign Minister Ivan Petrov in Lyon. They came by train. Petrov left.\n"
    )
    other = "---\nlanguage: en\ndate: 2020-06-05\n---\nMinister Petrov spoke in Lyon on Friday. Mr Petrov was brief.\n"
    records = {f"people/{name.lower()}-petrov.yml": f"name: {name} Petrov\n" for name in ("Pavel", "Ivan")}
    site = site_of(tmp_path, {"articles/a.txt": text, "articles/b.txt": other, **records})
    both = ("people/ivan-petrov", "people/pavel-petrov")
    loose = [one for reading in site.readings.values() for one in reading.mentions if one.surface == "Petrov"]

    assert len(loose) == 3
    assert {(one.id, one.candidates) for one in loose} == {(None, both)}
    assert "people/petrov" not in pages(site) | set(site.redirects)
    assert not any(one.mention.surface == "Petrov" for entity in site.entities.values() for one in entity.backlinks)


def test_two_records_of_one_name_leave_the_full_name_unlinked(tmp_path: Path) -> None:
    text = "---\nlanguage: en\ndate: 2020-05-05\n---\nPavel Petrov spoke in Lyon. Pavel Petrov was brief.\n"
    records = {f"people/pavel-petrov-{number}.yml": "name: Pavel Petrov\n" for number in ("a", "b")}
    judged = {
        "judgements.yml": "- {decision: different, ids: [people/pavel-petrov-a, people/pavel-petrov-b], reason: r}\n"
    }
    site = site_of(tmp_path, {"articles/a.txt": text, **records, **judged})
    named = [one for one in site.readings["articles/a"].mentions if one.kind == "person"]

    assert named
    assert {(one.id, one.candidates) for one in named} == {(None, ("people/pavel-petrov-a", "people/pavel-petrov-b"))}
    assert not any(site.entities[f"people/pavel-petrov-{number}"].backlinks for number in ("a", "b"))
