"""Slugs become addresses and names of files."""

import pytest

from generator.model.ids import LONGEST_SLUG, slugify


@pytest.mark.parametrize(
    ("name", "slug"),
    [("Ebrahim Raïsi", "ebrahim-raisi"), ("L’Équipe", "lequipe"), ("…", ""), ("..", ""), ("../../x", "x")],
)
def test_slug_is_ascii_words_joined_by_hyphens(name: str, slug: str) -> None:
    assert slugify(name) == slug


def test_slug_of_a_slug_is_itself() -> None:
    for name in ("Index", "a" * 500, "word " * 100, "Ebrahim Raïsi"):
        assert slugify(slugify(name)) == slugify(name)


def test_no_slug_is_too_long_for_a_file_and_long_names_stay_apart() -> None:
    one, other = slugify("very " * 100 + "long"), slugify("very " * 100 + "longer")

    assert len(one) <= LONGEST_SLUG
    assert one != other


def test_no_slug_is_the_address_of_the_list_of_a_kind() -> None:
    assert slugify("Index") == "index-page"
