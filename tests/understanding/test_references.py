from __future__ import annotations

from typing import Any

import pytest

from tests.support import cases
from tests.understanding.people_support import Read


@pytest.mark.parametrize("case", cases("references"))
def test_references_of_a_text(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.id.partition(":")[0]
    assert Read(case["text"], language, case.get("countries")).references == case["references"]


def test_names_are_kept_and_order_is_that_of_the_text() -> None:
    read = Read("Anne Lebrun est là. Elle rit. Anne Lebrun sort.", "fr")
    assert [one.surface for one in read.mentions] == ["Anne Lebrun", "Elle", "Anne Lebrun"]
    assert set(read.names) <= set(read.mentions)
