"""Scores as text for a terminal, as Markdown for the README, and as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tests.evaluation.figures import LAG, Figure
from tests.evaluation.scoring import ArticleScore


@dataclass(frozen=True, slots=True)
class Report:
    """One gold set measured."""

    name: str
    scores: tuple[ArticleScore, ...]
    figures: tuple[Figure, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages there are, in the order of the set."""
        return tuple(dict.fromkeys(score.language for score in self.scores))

    @property
    def heading(self) -> str:
        """Name and size."""
        sizes = [f"{sum(score.language == tag for score in self.scores)} {tag}" for tag in self.languages]
        return f"{self.name}: {len(self.scores)} articles ({', '.join(sizes)})"


def as_table(report: Report) -> list[list[str]]:
    """Return head and rows: figure, pooled value, interval, n, precision, recall, each language, gap, goal, verdict."""
    pair = report.languages if len(report.languages) == 2 else ()
    head = ["figure", "all", "95 %", "n", "P", "R", *report.languages]
    head += [f"{pair[0]} - {pair[1]}", "goal", ""] if pair else ["goal", ""]
    rows = [head]
    for figure in report.figures:
        row, counts = figure.row, figure.counts
        cells = [f"{row.label}, {row.statistic}", _number(figure.value), _interval(figure)]
        if row.low_is_good:
            cells += [f"{counts.articles} articles", "", ""]
        else:
            cells += [str(counts.wanted), _number(counts.precision), _number(counts.recall)]
        cells += [_number(figure.of(language)) for language in report.languages]
        if pair:
            cells.append(_gap(figure.of(pair[0]), figure.of(pair[1])))
        cells += [_goal(figure), _verdict(figure)]
        rows.append(cells)
    return rows


def as_text(report: Report) -> str:
    """Return the report for a terminal."""
    rows = as_table(report)
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return "\n".join([report.heading, "", *lines])


def as_markdown(report: Report) -> str:
    """Return the report as a Markdown table under its name."""
    head, *rows = as_table(report)
    lines = [f"| {' | '.join(head)} |", f"| --- |{' ---: |' * (len(head) - 2)} --- |"]
    lines += [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([f"**{report.heading[0].upper()}{report.heading[1:]}**", "", *lines])


def missed_goals(report: Report) -> list[str]:
    """Return one line for each goal that is missed."""
    return [
        f"{figure.row.label}, {figure.row.statistic}: {_number(figure.value)}, goal {_goal(figure)}"
        + (f" ({', '.join(figure.lagging)} more than {LAG} below it)" if figure.lagging else "")
        for figure in report.figures
        if figure.missed
    ]


def errors_as_text(report: Report, most: int) -> str:
    """Return the errors by measure and article, at most `most` of each."""
    lines = [report.name]
    for measure in dict.fromkeys(name for score in report.scores for name in score.errors):
        total = sum(len(score.errors[measure]) for score in report.scores)
        lines.append(f"\n{measure}: {total} errors")
        for score in report.scores:
            errors = score.errors[measure]
            lines += [f"  {score.id}: {error}" for error in errors[:most]]
            if len(errors) > most:
                lines.append(f"  {score.id}: and {len(errors) - most} more")
    return "\n".join(lines)


def as_data(report: Report) -> dict[str, Any]:
    """Return the report as JSON data: every figure, and counts and errors of every article."""
    return {
        "set": report.name,
        "articles": len(report.scores),
        "figures": [
            {
                "measure": figure.row.measure,
                "statistic": figure.row.statistic,
                "value": figure.value,
                "interval": [figure.low, figure.high],
                "n": figure.counts.wanted,
                "precision": figure.counts.precision,
                "recall": figure.counts.recall,
                "by_language": {language: figure.of(language) for language in report.languages},
                "goal": figure.row.goal,
                "missed": figure.missed,
            }
            for figure in report.figures
        ],
        "scores": [
            {
                "id": score.id,
                "language": score.language,
                "counts": {
                    name: {"right": counts.right, "wrong": counts.wrong, "missed": counts.missed}
                    for name, counts in score.counts.items()
                },
                "errors": {name: list(errors) for name, errors in score.errors.items() if errors},
            }
            for score in report.scores
        ],
    }


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


def _interval(figure: Figure) -> str:
    return f"{_number(figure.low)} to {_number(figure.high)}"


def _gap(one: float | None, other: float | None) -> str:
    return "-" if one is None or other is None else f"{one - other:+.2f}"


def _goal(figure: Figure) -> str:
    if figure.row.goal is None:
        return ""
    return f"{'≤' if figure.row.low_is_good else '≥'} {figure.row.goal:.2f}"


def _verdict(figure: Figure) -> str:
    if figure.row.goal is None:
        return ""
    if not figure.row.meets(figure.value):
        return "missed"
    return f"{', '.join(figure.lagging)} lags" if figure.lagging else "met"
