"""The raw article alone, without any record, still makes a site."""

import pytest

from tests.sitebuild import bare_site, html_files, mkdocs_build


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory, seed_text: str) -> dict[str, str]:
    folder = bare_site(tmp_path_factory.mktemp("raw") / "p", seed=seed_text)
    run = mkdocs_build(folder)
    assert run.returncode == 0, run.stderr
    return html_files(folder / "site")


@pytest.mark.parametrize(
    "address",
    [
        "people/mohammad-reza-ashtiani", "people/viktor-khrenin", "people/alexandre-loukachenko",
        "people/seyyed-ali-khamenei", "people/ebrahim-raissi", "countries/iran", "countries/belarus",
        "countries/russia", "countries/ukraine", "countries/united-states",
    ],
)  # fmt: skip
def test_page_under_the_name_found_is_marked_not_reviewed(address: str, found: dict[str, str]) -> None:
    assert "ound automatically, not reviewed" in found[f"{address}/index.html"]


def test_main_event_has_a_page_with_both_signatories(found: dict[str, str]) -> None:
    (path,) = [path for path in found if path.startswith("events/2023-07-31-agree-")]

    assert "people/mohammad-reza-ashtiani" in found[path]
    assert "people/viktor-khrenin" in found[path]


def test_no_other_person_is_invented(found: dict[str, str]) -> None:
    people = {path.split("/")[1] for path in found if path.startswith("people/") and path.count("/") == 2}
    redirects = {path.split("/")[1] for path, page in found.items() if 'http-equiv="refresh"' in page}

    assert len(people - redirects) == 5
