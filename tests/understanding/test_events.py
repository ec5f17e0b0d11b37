from __future__ import annotations

import dataclasses
import time
from typing import Any

import pytest

from generator.language.pack import languages, pack_for
from generator.model.article import Article, Zone, ZoneKind
from generator.model.dates import DateRange
from generator.model.reading import FoundEvent, Reading
from generator.understanding.document import prepare
from generator.understanding.events.find import find_events
from generator.understanding.events.labels import LONGEST
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.lexicon.events import NO_EVENT, event_rules_for
from generator.understanding.pipeline import understand
from tests.support import article, cases

PARTS = {
    "signatory", "host", "visitor", "speaker", "attacker", "victim", "accused", "judge", "candidate", "winner",
    "participant",
}  # fmt: skip
TYPES = {
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "ELECTION", "DEATH", "DISASTER", "COURT", "OTHER",
}  # fmt: skip


def news(title: str, text: str, language: str, date: str | None) -> Article:
    whole = f"{title}\n\n{text}" if title else text
    zones = [Zone(0, len(title), ZoneKind.TITLE)] if title else []
    zones.append(Zone(len(whole) - len(text), len(whole), ZoneKind.BODY))
    return article(whole, language, date, tuple(zones))


def read(title: str, text: str, language: str, date: str | None = "2021-06-03") -> Reading:
    return understand(news(title, text, language, date), Gazetteer([]))


def fits(want: dict[str, Any], event: FoundEvent) -> bool:
    parts = dict(event.parts)
    return (
        event.type == want["type"]
        and event.date == want.get("date")
        and ("place" not in want or event.place == want["place"])
        and set(want.get("countries", ())) <= set(event.countries)
        and all(parts.get(entity) == part for entity, part in want.get("parts", {}).items())
        and {one for one in parts if one.startswith("people/")}
        == {one for one in want.get("parts", {}) if one.startswith("people/")}
    )


@pytest.mark.parametrize("case", cases("events"))
def test_cases(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.id.partition(":")[0]
    events = read(case["title"], case["text"].strip(), language, case["date"]).events
    mains = [event for event in events if event.main]
    others = [event for event in events if not event.main]
    assert len(mains) == len(case["main"]), events
    assert all(any(fits(want, event) for event in mains) for want in case["main"]), mains
    assert all(any(fits(want, event) for event in others) for want in case.get("others", ())), others
    if "others" not in case:
        assert not [event for event in others if event.participants], others


LONG = (
    "Le président kényan Peter Otieno a été reçu lundi à Madrid par le roi Carlos Vega. Lors d'une visite d'État de "
    "Paul Martin à Lisbonne en mars, le ministre Rui Costa et son homologue français ont signé huit accords dans "
    "divers domaines, dont le commerce, les transports, l'agriculture, les mines et la recherche. L'Italie a lancé "
    "une attaque en Libye en février 2020. Le tribunal de Porto a condamné vendredi Jean Dupont, 34 ans, à deux ans de "
    "prison."
)


def test_labels_are_short_phrases_without_closing_signs() -> None:
    events = read("", LONG, "fr").events
    assert len(events) > 3
    for event in events:
        assert 10 < len(event.label) <= LONGEST + 1
        assert event.label[0].isupper()
        assert event.label[-1] not in ".,;:!?"
        assert "\n" not in event.label


def test_spans_and_evidence_lie_in_sentences() -> None:
    reading = read("", LONG, "fr")
    for event in reading.events:
        assert event.evidence[0].start <= event.start < event.end <= event.evidence[0].end
        assert set(event.evidence) <= set(reading.sentences)
        assert len(set(event.evidence)) == len(event.evidence)


def test_types_parts_and_dates_are_of_the_closed_vocabularies() -> None:
    for event in read("", LONG, "fr").events:
        assert event.type in TYPES
        assert {part for _, part in event.parts} <= PARTS
        assert tuple(entity for entity, _ in event.parts) == event.participants
        assert event.date is None or str(DateRange.parse(event.date)) == event.date


@pytest.mark.parametrize("language", languages())
def test_every_pack_uses_the_closed_vocabularies(language: str) -> None:
    groups = {
        form.group
        for lengths in event_rules_for(pack_for(language)).forms.values()
        for _, by_rest in lengths
        for forms in by_rest.values()
        for form in forms
        if form.group is not NO_EVENT
    }
    assert {group.type for group in groups} >= TYPES - {"OTHER"}
    assert {group.type for group in groups} <= TYPES
    assert {part for group in groups for part in group.parts} <= PARTS


def test_at_most_three_main_events_and_none_without_text() -> None:
    assert sum(event.main for event in read("", LONG, "fr").events) in (1, 2, 3)
    assert read("", "…", "fr").events == ()


def test_same_article_gives_same_events() -> None:
    assert read("", LONG, "fr").events == read("", LONG, "fr").events


def test_an_article_without_date_still_has_events() -> None:
    (event,) = read("", "Anna Berg was arrested in London.", "en", None).events
    assert dataclasses.replace(event, evidence=()).date is None
    assert event.type == "COERCE"


@pytest.mark.parametrize(
    "piece",
    ["Iran signed attack killed ", "On 3 March 2020 he signed a deal ", "Iran attacked Iraq on Monday. ", "attack ( "],
)
@pytest.mark.slow
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        document = prepare(article(piece * (size // len(piece)), "en", "2020-05-05"))
        best = 1e9
        for _ in range(3):
            start = time.process_time()
            find_events(document, (), (), (), ())
            best = min(best, time.process_time() - start)
        return best

    # Ten times the text may take forty times as long on a busy machine; a quadratic step would take a hundred.
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.002)
