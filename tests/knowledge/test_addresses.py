"""Addresses stay, and lead to one page."""

from generator.model.records import OtherName
from tests.knowledge.builders import at, person, site_of


def named(slug: str, name: str, *others: str, **more):
    return person(slug, name, other_names=tuple(OtherName(position=at(), name=other) for other in others), **more)


def test_every_spelling_leads_to_the_page() -> None:
    site = site_of(records=(named("ada-lovelace", "Ada Lovelace", "Ада Лавлейс", "Ada King"),))

    assert site.redirects == {"people/ada-king": "people/ada-lovelace", "people/ada-lavleys": "people/ada-lovelace"}


def test_spelling_of_two_people_leads_nowhere() -> None:
    site = site_of(records=(named("a", "A Person", "Same Name"), named("b", "B Person", "Same Name")))

    assert "people/same-name" not in site.redirects


def test_old_id_that_is_a_page_is_a_problem() -> None:
    site = site_of(records=(named("a", "A"), named("b", "B", redirect_from=("a",))))

    assert [problem.code for problem in site.problems] == ["address-collision"]
    assert "people/a" not in site.redirects
