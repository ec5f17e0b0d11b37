from __future__ import annotations

import itertools
import time
from typing import Any

import pytest

from generator.language.organizations import known_organizations
from generator.model.ids import slugify
from generator.understanding.document import prepare
from generator.understanding.gazetteer import Entry, Gazetteer
from generator.understanding.organizations.find import find_organizations
from tests.support import article, cases

NOTHING = Gazetteer([])


def found(text: str, language: str, gazetteer: Gazetteer = NOTHING) -> list[str]:
    mentions = find_organizations(prepare(article(text, language)), gazetteer)
    return [f"{mention.surface} = {mention.id or '-'}" for mention in mentions]


@pytest.mark.parametrize("case", cases("organizations"))
def test_cases(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.id.partition(":")[0]
    assert found(case["text"], language) == case["found"]


def test_a_record_wins_over_the_table_and_over_a_longer_pattern() -> None:
    record = Entry(
        spelling="Supreme Court",
        kind="organization",
        id="organizations/our-court",
        name="Our Court",
        recorded=True,
    )
    other = Entry(spelling="NATO", kind="organization", id="organizations/club", name="Club", exact=True, recorded=True)
    names = found("The Supreme Court of Malta and NATO met.", "en", Gazetteer([record, other]))
    assert names == ["Supreme Court = organizations/our-court", "NATO = organizations/club"]


def test_a_name_of_two_records_is_left_open() -> None:
    entries = [
        Entry(spelling="The Front", kind="organization", id=f"organizations/{slug}", name=slug, recorded=True)
        for slug in ("east-front", "west-front")
    ]
    (mention,) = find_organizations(prepare(article("Then The Front met.", "en")), Gazetteer(entries))
    assert mention.id is None
    assert mention.candidates == ("organizations/east-front", "organizations/west-front")


def test_mentions_cover_their_words_and_do_not_overlap() -> None:
    text = "L’UNESCO, l’Union européenne (UE) et la Banque centrale européenne (BCE) ; l’UE et la BCE."
    mentions = find_organizations(prepare(article(text)), NOTHING)
    assert [text[mention.start : mention.end] for mention in mentions] == [mention.surface for mention in mentions]
    assert all(one.end <= two.start for one, two in itertools.pairwise(mentions))
    assert len(mentions) == 7


def test_the_shipped_table_is_sound() -> None:
    table = known_organizations()
    assert len(table) > 400
    for known in table.values():
        assert known.id == f"organizations/{slugify(known.id.partition('/')[2])}"
        assert known.spellings
        assert known.country is None or (len(known.country) == 2 and known.country.isupper())
        assert all(spelling.text == spelling.text.strip() for spelling in known.spellings)


def test_no_two_organisations_share_a_spelling_in_one_language() -> None:
    owners: dict[tuple[str, str], set[str]] = {}
    for known in known_organizations().values():
        for spelling in known.spellings:
            for language in [spelling.language] if spelling.language else ["fr", "en"]:
                owners.setdefault((language, spelling.text), set()).add(known.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize(
    "piece", ["Ministry of ", "A (B) ", "(", "ABC (Alpha Beta) ", "Conseil de la ", "Food and ", "Université ", "ABCD "]
)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.slow
def test_hostile_text_takes_linear_time(piece: str, language: str) -> None:
    def seconds(size: int) -> float:
        document = prepare(article(piece * (size // len(piece)), language))
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            find_organizations(document, NOTHING)
            best = min(best, time.process_time() - start)
        return best

    # Ten times the text may take forty times as long on a busy machine; a quadratic step would take a hundred.
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.002)
