"""Names that only a model finds: proposed with their sentences, and only where the rules understood nothing."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.drafts import Proposal, Recogniser, propose
from generator.hosts.project import load
from generator.model.site import Site
from tests.drafts.support import write_site

TEXT = """\
Une réunion

Lyon, le 3 mars 2021. La présidente Anna Exemple a ouvert la réunion avec zorbel quint à Lyon.

On y a vu Zorbel Quint et Vorn. Zorbel Quint est parti avec Zorbel et [[|Tarn Vole]].
"""


def finds(**names: str) -> Recogniser:
    """Return a recogniser that finds given words (`Zorbel_Quint="people"`) wherever they stand."""

    def recognise(sentence: str) -> Iterable[tuple[int, int, str]]:
        for words, kind in names.items():
            for match in re.finditer(re.escape(words.replace("_", " ")), sentence):
                yield match.start(), match.end(), kind

    return recognise


@pytest.fixture
def site(tmp_path: Path) -> Site:
    project = write_site(tmp_path, {"b": TEXT.replace("3 mars", "4 mars").replace("Lyon", "Nice")})
    (project.content_dir / "articles" / "a.md").write_text(TEXT, encoding="utf-8")
    return load(project).site


def test_names_with_most_evidence_first_each_with_its_sentences(site: Site) -> None:
    found = propose(site, finds(Zorbel_Quint="people", Vorn="organizations"), "fr")

    assert [(one.kind, one.name, one.articles) for one in found] == [
        ("people", "Zorbel Quint", 2),
        ("organizations", "Vorn", 2),
    ]
    assert all("Zorbel Quint" in site.sentence(*where) for where in found[0].sentences)
    assert found[0].evidence == "4 sentences in 2 articles"


@pytest.mark.parametrize(
    "names",
    [{"Anna_Exemple": "people"}, {"Lyon": "places"}, {"zorbel_quint": "people"}, {"Zorbel": "people"}, {" ": "people"}],
    ids=["known to the rules", "a place of the tables", "no capitals", "one name only", "no name"],
)
def test_what_is_not_proposed(names: dict[str, str], site: Site) -> None:
    assert propose(site, finds(**names), "fr") == ()


def test_words_that_were_said_to_name_nothing_stay_so(site: Site) -> None:
    found = propose(site, finds(Tarn_Vole="people"), "fr")

    assert [where for one in found for where in one.sentences if where[0] == "articles/a"] == []


def test_articles_in_another_language_are_not_read(site: Site) -> None:
    assert propose(site, finds(Zorbel_Quint="people"), "en") == ()


def test_a_name_that_a_record_has_elsewhere_is_known(tmp_path: Path) -> None:
    project = write_site(tmp_path, {"b": TEXT}, people__zorbel_quint="name: Zorbel Quint\n")

    assert propose(load(project).site, finds(Zorbel_Quint="people"), "fr") == ()


def test_evidence_in_words() -> None:
    assert Proposal("people", "X", (("articles/a", 0),)).evidence == "1 sentence in 1 article"
