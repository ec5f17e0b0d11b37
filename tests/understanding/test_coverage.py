from __future__ import annotations

from generator.model.reading import Mention
from generator.understanding.coverage import covered_tokens
from generator.understanding.document import prepare
from tests.support import article


def mention(start: int, end: int) -> Mention:
    return Mention(start=start, end=end, surface="", kind="place", id=None, name="")


def test_tokens_that_begin_inside_a_mention_are_covered_by_it() -> None:
    document = prepare(article("un deux trois quatre", "fr"))
    first, second = mention(3, 13), mention(14, 20)
    assert covered_tokens(document, [second, first]) == {3: first, 8: first, 14: second}


def test_of_overlapping_mentions_the_first_wins() -> None:
    document = prepare(article("un deux trois", "fr"))
    first, second = mention(0, 7), mention(3, 13)
    assert covered_tokens(document, [second, first]) == {0: first, 3: first, 8: second}
