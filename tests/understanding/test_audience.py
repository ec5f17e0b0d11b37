"""To whom something was said; in the cases [..] is the speaker and {..} another name."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.model.reading import Mention, Statement
from generator.model.text import Span
from generator.understanding.speech.audience import audience_of
from tests.support import cases

MARKS = re.compile(r"[\[\]{}]")


@pytest.mark.parametrize("case", cases("audience"))
def test_listeners_are_those_the_words_lead_to(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    marked, language = case["text"], request.node.callspec.id.partition(":")[0]
    text = MARKS.sub("", marked)
    names = {"people/speaker": re.search(r"\[(.*?)]", marked), "organizations/other": re.search(r"{(.*?)}", marked)}
    mentions = []
    for key, found in names.items():
        assert found
        start = text.index(found[1])
        kind: Any = "person" if key.startswith("people") else "organization"
        mentions.append(
            Mention(start=start, end=start + len(found[1]), surface=found[1], kind=kind, id=key, name=found[1])
        )
    start = text.index(case["said"])
    said = Statement(
        start=start, end=start + len(case["said"]), text=case["said"], mode="direct", speaker="people/speaker",
        cue=case["cue"],
    )  # fmt: skip
    expected = () if case.get("none") else ("organizations/other",)
    assert audience_of(text, language, said, Span(0, len(text)), mentions) == expected
