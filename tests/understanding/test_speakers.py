from __future__ import annotations

from typing import Any

import pytest

from generator.model.ids import slug_of
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.pipeline import understand
from tests.support import article, cases


@pytest.mark.parametrize("case", cases("speakers"))
def test_who_speaks_in_a_whole_text(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    language = request.node.callspec.id.split(":")[0]
    statements = understand(article(case["text"], language, "2019-05-14"), Gazetteer([])).statements
    assert [f"{slug_of(one.speaker) if one.speaker else '?'} | {one.text}" for one in statements] == case["said"]
