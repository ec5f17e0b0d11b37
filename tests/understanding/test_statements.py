from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.ids import slugify
from generator.model.reading import Mention, MentionForm, MentionKind
from generator.understanding.document import prepare
from generator.understanding.speech.find import find_statements
from tests.support import article, cases


def mentions_of(text: str, case: dict[str, Any]) -> tuple[Mention, ...]:
    found: list[Mention] = []
    lists: tuple[tuple[str, MentionKind, MentionForm], ...] = (
        ("people", "person", "name"),
        ("organizations", "organization", "name"),
        ("countries", "country", "capital"),
        ("roles", "person", "role"),
    )
    for key, kind, form in lists:
        for words in case.get(key, ()):
            name = case[key][words] if key == "roles" else words
            found += [
                Mention(
                    start=match.start(),
                    end=match.end(),
                    surface=words,
                    kind=kind,
                    id=f"{kind}/{slugify(name)}",
                    name=name,
                    form=form,
                )
                for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)
            ]
    return tuple(sorted(found, key=lambda mention: (mention.start, -mention.end)))


def said(case: dict[str, Any], language: str) -> list[str]:
    text = case["text"]
    mentions = mentions_of(text, case)
    names = {mention.id: mention.name for mention in mentions}
    statements = find_statements(prepare(article(text, language)), mentions)
    for statement in statements:
        assert statement.text == text[statement.start : statement.end]
        assert not statement.cue or statement.cue in text
    return [f"{names.get(statement.speaker, '?')} | {statement.mode} | {statement.text}" for statement in statements]


@pytest.mark.parametrize("case", cases("statements"))
def test_who_said_what(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.id.split(":")[0]
    assert said(case, language) == case["said"]


def test_cue_is_the_words_of_the_text() -> None:
    text = "« Tout est prêt pour demain », a-t-elle également ajouté."
    (statement,) = find_statements(prepare(article(text)), ())
    assert statement.cue == "a-t-elle également ajouté"
    assert statement.speaker is None


def test_an_ambiguous_mention_leaves_the_speaker_open() -> None:
    text = "Vidal a dit que la route était libre."
    mention = Mention(start=0, end=5, surface="Vidal", kind="person", id=None, name="Vidal", candidates=("a", "b"))
    (statement,) = find_statements(prepare(article(text)), (mention,))
    assert statement.speaker is None


def test_typography_does_not_matter() -> None:
    plain = "Luc Petit a dit qu'« il n'y a rien à voir ici »."
    fine = "Luc Petit a dit qu’«\u00a0il n’y a rien à voir ici\u00a0»."
    case = {"people": ["Luc Petit"]}
    assert said({**case, "text": plain}, "fr")[0].replace("'", "’") == said({**case, "text": fine}, "fr")[0]


MARKS = ["« ", " »", "“", "”", '"', "‘", "’", "'", "—", ": ", ", ", ". ", "! ", "\n\n", "; "]
CUES = ["a dit ", "que ", "selon ", "a-t-il ", "dit-elle ", "said ", "that ", "told ", "ajoutant ", "calling for "]
WORDS = ["he ", "il ", "qui ", "et ", "and ", "Mary Cole ", "Veridal ", "l'accord ", "à ", "de ", "ne pas ", "une "]
PIECES = st.sampled_from([*MARKS, *CUES, *WORDS])


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=60), st.sampled_from(["fr", "en", "de"]))
def test_any_text_gives_separate_spans_inside_the_article(pieces: list[str], language: str) -> None:
    text = "".join(pieces).replace("\r", "\n")
    source = article(text, language)
    statements = find_statements(
        prepare(source), mentions_of(text, {"people": ["Mary Cole"], "organizations": ["Veridal"]})
    )
    for statement in statements:
        assert 0 <= statement.start < statement.end <= len(text)
        assert statement.text == text[statement.start : statement.end]
        assert any(zone.start <= statement.start and statement.end <= zone.end for zone in source.zones)
    for before, after in pairwise(statements):
        assert before.end <= after.start


@pytest.mark.parametrize("piece", ["« ", '"', "dit ", "said, ", "dit : « a » ", "selon ", "« a »\n\n"])
@pytest.mark.slow
def test_hostile_repetition_stays_linear(piece: str) -> None:
    import time

    def cost(count: int) -> float:
        document = prepare(article(piece * count))
        best = 9.0
        for _ in range(2):
            start = time.perf_counter()
            find_statements(document, ())
            best = min(best, time.perf_counter() - start)
        return best

    few, many = cost(500), cost(4000)
    # Eight times the text: quadratic work would cost 64 times as much.
    assert many < 30 * few + 0.05
