"""The made-up sites are the same every time, of the promised make, and sound."""

from pathlib import Path

from generator.hosts.project import load, project_of
from tests.benchmarks.corpus import make_people, write_site
from tests.laws.test_determinism import digest


def test_same_number_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    one, two, other = (write_site(tmp_path / name, 6, seed) for name, seed in (("a", 1), ("b", 1), ("c", 2)))

    assert digest(one) == digest(two)
    assert digest(one) != digest(other)


def test_articles_are_of_standard_size_in_both_languages_and_without_problems(tmp_path: Path) -> None:
    loaded = load(project_of(write_site(tmp_path, 8) / "mkdocs.yml"))
    sizes = [len(article.text.encode()) for article in loaded.content.articles]

    assert not loaded.problems
    assert [article.language.value for article in loaded.content.articles] == ["en", "fr"] * 4
    assert all(3500 < size < 5200 for size in sizes)
    assert all(len(reading.mentions) > 20 for reading in loaded.site.readings.values())


def test_the_best_known_person_stands_in_many_articles_and_half_have_records(tmp_path: Path) -> None:
    site = load(project_of(write_site(tmp_path, 16) / "mkdocs.yml")).site
    people = [entity for entity in site.entities.values() if entity.kind == "people"]
    articles = [len({link.article for link in person.backlinks}) for person in people]

    assert max(articles) >= 8
    assert min(articles) < max(articles) / 2
    assert sum(person.reviewed for person in people) == 6


def test_a_quarter_as_many_people_as_articles_all_told_apart() -> None:
    import random

    people = make_people(2500, random.Random(1))

    assert len({person.family for person in people}) == 2500
