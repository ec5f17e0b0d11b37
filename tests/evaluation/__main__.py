"""`python -m tests.evaluation`: how well articles are understood, measured against annotations made by hand."""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.evaluation.circumstances import circumstances
from tests.evaluation.figures import measure_rows
from tests.evaluation.readme import write_block
from tests.evaluation.report import Report, as_data, as_markdown, as_text, errors_as_text, missed_goals
from tests.evaluation.scoring import score_all
from tests.evaluation.sets import HELD_OUT, REPOSITORY, GoldSet, given_set, known_sets

PACKAGES = ("knowledge-site-generator", "anyascii", "pyyaml")
EXPLANATION = """\
What is found is measured against annotations made by hand, with no record of anybody in view:
`python -m tests.evaluation`. *P*, *R*, *F*: precision, recall and their harmonic mean. *95 %*: the interval of a
bootstrap over articles. A goal is met by both languages together, and neither may stay more than 0.08 below it.
Only the articles held out tell how an unseen article will be read; the others tell that the rules do what they were
written for."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write what was asked for."""
    options = _options().parse_args(arguments)
    sets = [given_set(folder) for folder in options.gold] if options.gold else list(known_sets())
    if not sets:
        print("no annotated articles found", file=sys.stderr)
        return 2
    reports = [_report(one) for one in sets]
    for report in reports:
        print(as_text(report), end="\n\n")
        print("\n".join(["goals missed:", *(f"  {line}" for line in missed_goals(report))]), end="\n\n")
        if options.errors:
            print(errors_as_text(report, options.errors), end="\n\n")
    if options.json:
        data = [as_data(report) for report in reports]
        options.json.write_text(json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8")
    if options.write:
        write_block(REPOSITORY / "README.md", "understanding", _block(reports, options.date))
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation", description=__doc__)
    parser.add_argument("--gold", action="append", type=Path, metavar="DIR", help="measure on these articles instead")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="list N errors of each measure and article")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write everything as JSON")
    parser.add_argument("--write", action="store_true", help="put the figures into README.md")
    parser.add_argument(
        "--date", default=dt.date.today().isoformat(), help="date that README.md shows; today's if left out"
    )
    return parser


def _report(one: GoldSet) -> Report:
    scores = score_all(one.articles)
    return Report(one.name, scores, measure_rows(scores))


def _block(reports: Sequence[Report], date: str) -> str:
    parts = [EXPLANATION, circumstances(date, PACKAGES)]
    for report in reports:
        missed = missed_goals(report)
        parts.append(as_markdown(report))
        if report.name == HELD_OUT or len(reports) == 1:
            parts.append("Goals missed: " + ("; ".join(missed) if missed else "none") + ".")
    return "\n\n".join(parts)


if __name__ == "__main__":
    sys.exit(main())
