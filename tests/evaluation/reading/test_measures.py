"""The measures of word overlap, with answers worked out by hand."""

from __future__ import annotations

import pytest

from tests.evaluation.counts import Counts
from tests.evaluation.reading.measures import average, harmonic, interval, overlap, pooled, words


def numbers(counts: Counts) -> tuple[int, int, int]:
    return counts.right, counts.wrong, counts.missed


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("the boat left", "the boat left", (3, 0, 0)),
        ("left boat the", "the boat left", (3, 0, 0)),  # order plays no part
        ("the the the", "the boat", (1, 2, 1)),  # each as often as in both
        ("The boat", "the boat", (1, 1, 1)),  # written otherwise is another word
        ("the boat – left!", "the, boat (left)", (3, 0, 0)),  # signs are no words
        ("", "the boat", (0, 0, 2)),
        ("the boat", "", (0, 2, 0)),
        ("", "…", (0, 0, 0)),
    ],
)
def test_words_in_common(found: str, wanted: str, expected: tuple[int, int, int]) -> None:
    assert numbers(overlap(found, wanted)) == expected


@pytest.mark.parametrize(
    ("found", "wanted", "expected"),
    [
        ("a b c d e", "a b c d e", (2, 0, 0)),
        ("x a b c d e", "a b c d e", (2, 1, 0)),
        ("b a c d e", "a b c d e", (0, 2, 2)),  # order matters
        ("a b c d a b c d", "a b c d", (1, 4, 0)),
        ("a b", "a b", (1, 0, 0)),  # a short text is one run
        ("a b", "a b c d", (0, 1, 1)),
        ("", "", (0, 0, 0)),
    ],
)
def test_runs_of_four_words_in_common(found: str, wanted: str, expected: tuple[int, int, int]) -> None:
    assert numbers(overlap(found, wanted, 4)) == expected


def test_words_of_any_script() -> None:
    assert words("L’été à 19 h, Минск!") == ["L", "été", "à", "19", "h", "Минск"]


def test_a_long_text_weighs_no_more_than_a_short_one() -> None:
    texts = [Counts(1, 1, 0, 1), Counts(100, 0, 100, 1)]
    found = average(texts)

    assert found.precision == 0.75
    assert found.recall == 0.75
    assert found.f == 0.75
    assert found.mean_f == pytest.approx(2 / 3)


def test_pooled_words_weigh_the_same() -> None:
    found = pooled([Counts(1, 1, 0, 1), Counts(100, 0, 100, 1)])

    assert found.precision == pytest.approx(101 / 102)
    assert found.recall == pytest.approx(101 / 201)
    assert found.f == pytest.approx(202 / 303)
    assert found.mean_f == pytest.approx(2 / 3)


def test_a_text_without_an_answer_lowers_recall_and_leaves_precision() -> None:
    found = average([Counts(4, 0, 0, 1), Counts(0, 0, 4, 1), Counts(0, 0, 0, 1)])

    assert (found.precision, found.recall) == (1.0, 0.5)
    assert found.f == pytest.approx(2 / 3)
    assert found.mean_f == 0.5


def test_nothing_at_all() -> None:
    assert average([]).f == pooled([]).f == harmonic(0, 0) == 0.0


def test_interval_holds_the_value_and_is_the_same_every_time() -> None:
    texts = [Counts(number, 10 - number, 2, 1) for number in range(1, 10)]
    low, high = interval(texts, lambda drawn: pooled(drawn).f, 200)

    assert low < pooled(texts).f < high
    assert interval(texts, lambda drawn: pooled(drawn).f, 200) == (low, high)
    assert interval([Counts(1, 1, 0, 1)] * 5, lambda drawn: average(drawn).precision, 50) == (0.5, 0.5)


def test_interval_of_no_texts_is_refused() -> None:
    with pytest.raises(ValueError, match="no text"):
        interval([], lambda drawn: average(drawn).f)
