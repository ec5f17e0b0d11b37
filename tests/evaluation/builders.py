"""Hand-made annotations and predictions for the tests of the measures: words instead of offsets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.model.reading import DateMention, FoundEvent, Mention, MentionKind, Reading, RoleMention, Statement
from generator.model.text import Span
from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.gold import from_data


def find(text: str, words: str, nth: int = 1) -> Span:
    """Return where `words` stand in `text` for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def at(text: str, words: str, nth: int = 1, **more: Any) -> dict[str, Any]:
    """Return an annotated stretch."""
    span = find(text, words, nth)
    return {"start": span.start, "end": span.end, **more}


def person(text: str, name: str, *mentions: str | dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return an annotated person; plain mentions are the first place of the words."""
    spans = [at(text, item) if isinstance(item, str) else item for item in mentions]
    return {"id": f"person:{name}", "name": name, "mentions": spans, **more}


def mention(text: str, words: str, key: str | None, kind: MentionKind = "person", nth: int = 1, **more: Any) -> Mention:
    """Return a predicted mention."""
    span = find(text, words, nth)
    name = more.pop("name", words)
    return Mention(start=span.start, end=span.end, surface=words, kind=kind, id=key, name=name, **more)


def date(text: str, words: str, value: str) -> DateMention:
    """Return a predicted date."""
    span = find(text, words)
    return DateMention(start=span.start, end=span.end, surface=words, value=value)


def said(text: str, words: str, speaker: str | None) -> Statement:
    """Return a predicted statement."""
    span = find(text, words)
    return Statement(start=span.start, end=span.end, text=words, mode="direct", speaker=speaker, cue="")


def role(key: str, office: str, country: str | None = None) -> RoleMention:
    """Return a predicted role."""
    return RoleMention(person=key, role=office, country=country, organization=None, start=0, end=1)


def event(
    kind: str, when: str | None, *participants: str, countries: tuple[str, ...] = (), main: bool = True
) -> FoundEvent:
    """Return a predicted event."""
    return FoundEvent(
        type=kind, main=main, date=when, place=None, participants=participants, parts=(), countries=countries, start=0,
        end=1, label="",
    )  # fmt: skip


def case(text: str, gold: dict[str, Any], **predicted: Any) -> Case:
    """Return an annotated text with what was predicted for it."""
    fields = {name: tuple(values) for name, values in predicted.items()}
    return Case(from_data({"language": "en", **gold}, text, Path("made.txt")), Reading(article="articles/a", **fields))


def numbers(sheet: Sheet) -> tuple[int, int, int]:
    """Return right, wrong, missed."""
    return sheet.right, sheet.wrong, sheet.missed
