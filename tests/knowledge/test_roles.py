"""Offices from records and articles."""

from generator.model.dates import PartialDate
from generator.model.reading import Reading, RoleMention
from generator.model.records import Country, Role, Source
from generator.model.text import LangText
from tests.knowledge.builders import at, make_article, person, sentence_spans, site_of

TEXT = "Minister Ada spoke."
FRANCE = Country(id="countries/france", position=at(), name=LangText.of("France"), code="FR")


def minister(start: str | None = None, end: str | None = None) -> Role:
    return Role(
        position=at(),
        role=LangText.of({"en": "Minister of Defence", "fr": "ministre de la Défense"}),
        country="countries/france",
        start_date=PartialDate.parse(start) if start else None,
        end_date=PartialDate.parse(end) if end else None,
    )


def stating(slug: str, role: str, date: str) -> tuple:
    article = make_article(slug, TEXT, date=date)
    found = RoleMention(person="people/ada", role=role, country="FR", organization=None, start=0, end=12)
    return article, Reading(article=article.id, sentences=sentence_spans(article, TEXT), roles=(found,))


def test_role_found_in_another_language_supports_the_recorded_one() -> None:
    site = site_of(
        stating("a", "ministre de la Défense", "2021-01-01"),
        records=(person("ada", "Ada", roles=(minister("2020", "2022"),)), FRANCE),
    )

    (role,) = site.roles_of["people/ada"]
    assert role.recorded
    assert [str(date) for date in role.stated] == ["2021-01-01"]
    assert role.evidence[-1].article == "articles/a"


def test_role_stated_after_its_recorded_end_is_shown_apart() -> None:
    site = site_of(
        stating("a", "Minister of Defence", "2023-01-01"),
        records=(person("ada", "Ada", roles=(minister("2020", "2022"),)), FRANCE),
    )

    assert [role.recorded for role in site.roles_of["people/ada"]] == [False, True]


def test_several_articles_stating_one_role_make_one_entry() -> None:
    site = site_of(
        stating("a", "defence minister", "2020-01-01"),
        stating("b", "defence minister", "2021-01-01"),
        records=(FRANCE,),
    )

    (role,) = site.roles_for["countries/france"]
    assert [str(date) for date in role.stated] == ["2020-01-01", "2021-01-01"]


def test_a_note_written_today_speaks_of_the_recorded_office() -> None:
    own = Source(id="sources/a", position=at(), name=LangText.of("Notes"), own_content=True)
    site = site_of(
        stating("a", "Minister of Defence", "2026-01-01"),
        records=(person("ada", "Ada", roles=(minister("2020", "2022"),)), FRANCE, own),
    )

    (role,) = site.roles_of["people/ada"]
    assert role.recorded
    assert role.stated == ()
