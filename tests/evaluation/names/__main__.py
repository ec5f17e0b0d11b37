"""Measure: alias -> person, first guess; how many a machine may decide, and how many of these rightly.

`python -m tests.evaluation.names [--players FILE] [--words FILE] [--errors N] [--write]`. Half of the queries served
to tune the tables (`name_letters.yml`) and thresholds, the other half is held out; which half a person is in depends
on the name.
"""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from time import process_time

from generator.language.namekeys.index import Known, NameIndex
from generator.language.normalise import fold
from tests.benchmarks.name_index import rows_of_new_process
from tests.evaluation.circumstances import circumstances
from tests.evaluation.names.lists import (
    PLAYERS,
    Listed,
    NotInstalledError,
    number_of,
    players,
    word_spellings,
    written_in,
)
from tests.evaluation.readme import write_block
from tests.evaluation.sets import REPOSITORY

PACKAGES = ("knowledge-site-generator", "anyascii", "rigour")
EXPLANATION = """\
From a spelling to the person, among thousands of people: `python -m tests.evaluation.names`. *First guess right*: the
person meant is ranked first. *Answered*: a machine may decide (`link`); *of these right* is its precision. Goals, on
the half held out: Latin 0.88 and Cyrillic 0.97 right at first, 0.75 answered with 0.98 of these right. Latin
spellings: chess players as tournament reports spelled them (Debian package `scid-spell-data` 202104-1, GPL-2 or
later). Other scripts: the same players, written word by word with the spellings of Wikidata (CC0) that `rigour` 1.0.0
(MIT) ships. Both are read where they are installed and not kept here."""
HEAD = (
    "| queries | number | first guess right | answered | of these right | ms a query |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
)
PEOPLE = 3000
STRANGERS = 600
ASKED = 1000
"""People in an index, people it lacks, queries of each half."""
SLAVIC = frozenset({"RUS", "UKR", "BLR", "BUL", "SRB", "YUG", "MKD", "KAZ", "URS", "MNE", "MDA", "GEO", "ARM", "UZB"})
ARABIC = frozenset(
    ["IRI", "EGY", "SYR", "IRQ", "ALG", "TUN", "MAR", "LBA", "LBN", "JOR", "UAE", "QAT", "KSA", "BRN", "KUW", "YEM"]
)


@dataclass(frozen=True)
class Query:
    """A spelling and the id of the person it means; None for a person that the index does not have."""

    name: str
    person: str | None


@dataclass(frozen=True)
class Result:
    """What came of a set of queries."""

    asked: int
    first_right: int
    linked: int
    linked_right: int
    seconds: float
    wrong: tuple[str, ...]

    def line(self, title: str) -> str:
        """Return one row of the table."""
        precision = f"{self.linked_right / self.linked:.4f}" if self.linked else "-"
        return (
            f"| {title} | {self.asked} | {self.first_right / self.asked:.3f} | {self.linked / self.asked:.3f} "
            f"| {precision} | {1000 * self.seconds / self.asked:.1f} |"
        )


def measure(index: NameIndex, queries: Sequence[Query]) -> Result:
    """Ask for every name."""
    first = linked = right = 0
    wrong = []
    start = process_time()
    for query in queries:
        decision, ranked = index.decide(query.name)
        hit = bool(ranked) and ranked[0].id == query.person
        first += hit
        linked += decision == "link"
        right += decision == "link" and hit
        if (not hit and query.person is not None) or (decision != "none" and (decision == "link") != hit):
            best = f"{ranked[0].id} {ranked[0].score:.2f}" if ranked else "-"
            wrong.append(f"{decision:6} {query.name} | is {query.person} | got {best}")
    return Result(len(queries), first, linked, right, process_time() - start, tuple(wrong))


def spelling_queries(people: Iterable[Listed]) -> list[Query]:
    """One other spelling of each person, of two words at least, no initials only, that does not fold alike.

    Another family name, by marriage as a rule, is no spelling: half of its letters must stand in the name as well.
    """
    queries = []
    for person in people:
        fit = [other for other in person.others if _telling(other, person.name)]
        if fit:
            queries.append(Query(fit[number_of(person.name) % len(fit)], person.name))
    return queries


def _telling(other: str, name: str) -> bool:
    family, comma, given = other.partition(",")
    words = given.replace("-", " ").split()
    return (
        bool(comma)
        and SequenceMatcher(None, fold(family), fold(name).partition(",")[0]).ratio() >= 0.5
        and any(len(word.strip(".")) > 2 for word in words)
        and sorted(fold(other).replace(",", " ").split()) != sorted(fold(name).replace(",", " ").split())
    )


def report(listed: Sequence[Listed], words: dict[str, tuple[str, ...]], errors: int) -> Iterable[str]:
    """Yield the lines of the report."""
    chosen = sorted(listed, key=lambda one: (number_of(one.name), one.name))
    spelled = [one for one in chosen if spelling_queries([one])][:PEOPLE]
    index = NameIndex(Known(one.name, (one.name,)) for one in spelled)
    yield from _rows("other spellings, Latin", index, spelling_queries(spelled), errors)
    absent = [one for one in chosen if not one.others and len(one.name.split()) > 1][:STRANGERS]
    yield from _rows("people the index lacks", index, [Query(one.name, None) for one in absent], errors)
    for script, countries in (("CYRILLIC", SLAVIC), ("ARABIC", ARABIC)):
        found = [
            (one, written)
            for one in chosen
            if one.country in countries and (written := written_in(one.name, script, words)) is not None
        ][:PEOPLE]
        index = NameIndex(Known(one.name, (one.name,)) for one, _ in found)
        yield from _rows(f"{script.title()} -> Latin", index, [Query(text, one.name) for one, text in found], errors)


def _rows(title: str, index: NameIndex, queries: list[Query], errors: int) -> Iterable[str]:
    for half, name in enumerate(("tuned on", "held out")):
        mine = [query for query in queries if number_of((query.person or query.name) + "half") % 2 == half][:ASKED]
        result = measure(index, mine)
        yield result.line(f"{title}, among {len(index.people)}, {name}")
        if name == "tuned on":
            yield from result.wrong[:errors]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; status 0 also where a list is missing, with the reason."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--players", type=Path, default=PLAYERS)
    parser.add_argument("--words", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="put the figures into README.md")
    parser.add_argument("--date", default=dt.date.today().isoformat(), help="the date README.md shows; else today's")
    options = parser.parse_args(arguments)
    try:
        listed, words = players(options.players), word_spellings(options.words)
    except NotInstalledError as missing:
        print(f"skipped: {missing}")
        return 0
    lines = []
    for line in (*HEAD, *report(listed, words, options.errors)):
        print(line, flush=True)
        lines.append(line)
    speed = rows_of_new_process()
    print("\n".join(["", *speed]))
    if options.write:
        tables = ["\n".join(line for line in part if line.startswith("|")) for part in (lines, speed)]
        block = "\n\n".join([EXPLANATION, circumstances(options.date, PACKAGES), *tables])
        write_block(REPOSITORY / "README.md", "names", block)
    return 0


if __name__ == "__main__":
    sys.exit(main())
