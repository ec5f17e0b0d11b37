from __future__ import annotations

from typing import Any

import pytest

from tests.support import cases
from tests.understanding.people_support import Read


@pytest.mark.parametrize("case", cases("roles"))
def test_roles_of_a_text(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.id.partition(":")[0]
    read = Read(case["text"], language, case.get("countries"), case.get("organizations"))
    assert sorted(read.offices) == sorted(case["roles"])


def test_the_span_covers_the_words_of_the_office() -> None:
    text = "Hier, le ministre iranien de la Défense Reza Karimi a parlé."
    role = Read(text, "fr", {"iranien": "IR"}).roles[0]
    assert text[role.start : role.end] == "le ministre iranien de la Défense"
