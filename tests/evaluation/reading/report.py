"""Figures of reading as two tables, of pages and of sentences, for a terminal and for the README."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from tests.evaluation.counts import Counts
from tests.evaluation.reading.encoding_set import single_sentences, whole_files
from tests.evaluation.reading.material import HALVES, Half, Treebank
from tests.evaluation.reading.measures import Average, average, interval, pooled
from tests.evaluation.reading.pages import LEAST_WORDS, PageScore
from tests.evaluation.reading.sentences import OLD_ENCODINGS, Tally, encodings_read, languages_told, passages

HTML_GOAL: Final = 0.95
TEXT_GOAL: Final = 0.92
LANGUAGE_GOAL: Final = 0.995
LEAST_ASKED: Final = 20
"""A share of fewer answers is not shown."""
PAGE_HEAD: Final = ("web pages", "half", "pages", "P", "R", "F", "95 %", "mean F", "goal for F", "")
SENTENCE_HEAD: Final = (
    "sentences", "half", "number", "language told", f"goal ≥ {LANGUAGE_GOAL:g}",
    f"language, {LEAST_WORDS} words or more", "old encodings, sentences", "old encodings, passages",
)  # fmt: skip


class Row(Protocol):
    """One line of a table."""

    @property
    def missed(self) -> str | None:
        """The goal that is missed, with the value; None where there is none."""

    def cells(self) -> tuple[str, ...]:
        """Return the cells, as the head of the table names them."""


@dataclass(frozen=True, slots=True)
class PageRow:
    """One measure of one half of the pages."""

    label: str
    half: Half
    pages: int
    average: Average
    interval: tuple[float, float]
    goal: float

    @property
    def missed(self) -> str | None:
        """The goal that is missed, judged before any rounding."""
        if self.average.f >= self.goal:
            return None
        return f"{self.label} ({self.half}): F {self.average.f:.3f}, goal ≥ {self.goal:g}"

    def cells(self) -> tuple[str, ...]:
        """Return the cells of `PAGE_HEAD`."""
        parts = (self.average.precision, self.average.recall, self.average.f)
        low, high = self.interval
        return (
            self.label,
            self.half,
            str(self.pages),
            *(f"{part:.3f}" for part in parts),
            f"{low:.3f} to {high:.3f}",
            f"{self.average.mean_f:.3f}",
            f"≥ {self.goal:g}",
            "missed" if self.missed else "met",
        )


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """What was told of the sentences of one treebank."""

    label: str
    half: Half
    told: Tally
    told_longer: Tally
    alone: Tally
    together: Tally

    @property
    def missed(self) -> str | None:
        """The goal that is missed, judged before any rounding."""
        share = self.told.share
        if share is None or share >= LANGUAGE_GOAL:
            return None
        return f"language of {self.label} sentences ({self.half}): {share:.4f}, goal ≥ {LANGUAGE_GOAL:g}"

    def cells(self) -> tuple[str, ...]:
        """Return the cells of `SENTENCE_HEAD`."""
        asked = self.told.share is not None
        return (
            self.label,
            self.half,
            str(self.told.asked) if asked else "",
            _share(self.told, False),
            ("missed" if self.missed else "met") if asked else "",
            _share(self.told_longer),
            _share(self.alone),
            _share(self.together),
        )


def page_rows(scores: Sequence[PageScore]) -> list[PageRow]:
    """Return the figures of web pages, half by half."""
    rows = []
    for half in HALVES:
        mine = [score for score in scores if score.half == half]
        if mine:
            rows += [
                _page_row("HTML, runs of 4 words", half, [s.html_shingles for s in mine], HTML_GOAL, average),
                _page_row("HTML, words", half, [s.html_words for s in mine], HTML_GOAL, average),
                _page_row("copied text, words of lines", half, [s.text_lines for s in mine], TEXT_GOAL, pooled),
                _page_row("copied text, words", half, [s.text_words for s in mine], TEXT_GOAL, average),
            ]
    return rows


def sentence_rows(banks: Sequence[Treebank]) -> list[SentenceRow]:
    """Return what was told of the sentences of each treebank, the unseen ones first, and of the tests' old files."""
    ordered = [bank for half in HALVES for bank in banks if bank.half == half]
    return [*map(_sentence_row, ordered), _set_row()]


def as_text(head: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a table for a terminal."""
    table = [head, *(row.cells() for row in rows)]
    widths = [max(len(cells[column]) for cells in table) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in table
    )


def as_markdown(head: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a table for the README."""
    lines = [f"| {' | '.join(head)} |", "| --- | --- |" + " ---: |" * (len(head) - 2)]
    return "\n".join([*lines, *(f"| {' | '.join(row.cells())} |" for row in rows)])


def missed_goals(rows: Iterable[Row]) -> list[str]:
    """Return one line for each goal that is missed."""
    return [row.missed for row in rows if row.missed]


def _page_row(
    label: str, half: Half, counts: Sequence[Counts], goal: float, how: Callable[[Sequence[Counts]], Average]
) -> PageRow:
    return PageRow(label, half, len(counts), how(counts), interval(counts, lambda drawn: how(drawn).f), goal)


def _sentence_row(bank: Treebank) -> SentenceRow:
    encodings = OLD_ENCODINGS[bank.language]
    return SentenceRow(
        f"{bank.language} {bank.name}",
        bank.half,
        languages_told(bank.sentences, bank.language),
        languages_told(bank.sentences, bank.language, LEAST_WORDS),
        encodings_read(bank.sentences, encodings),
        encodings_read(passages(bank.sentences), encodings),
    )


def _set_row() -> SentenceRow:
    """Return the figures of the old files that the tests make, whole files as passages."""
    return SentenceRow("old files of the tests", "development", Tally(), Tally(), single_sentences(), whole_files())


def _share(tally: Tally, with_number: bool = True) -> str:
    """Return a share, with the number of questions; empty where too few were asked to mean anything."""
    if tally.share is None or tally.asked < LEAST_ASKED:
        return ""
    return f"{tally.share:.4f} of {tally.asked}" if with_number else f"{tally.share:.4f}"
