"""How long the index of names takes: to be built, to be asked for an exact name, and for another spelling.

`python -m tests.benchmarks.name_index` prints it; `python -m tests.evaluation.names --write` puts it into the README.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from time import process_time
from typing import Final, TypeVar

from generator.language.namekeys.index import Known, NameIndex

T = TypeVar("T")

PEOPLE: Final = 10_000
GOALS: Final = {"build": 2.0, "exact": 0.001, "fuzzy": 0.010}
"""Seconds for ten thousand people with three names each."""
_ASKED: Final = 200


@dataclass(frozen=True, slots=True)
class IndexCosts:
    """Seconds of processor time: to build, and for one name exact and in another spelling; and what was found."""

    names: int
    build: float
    exact: float
    fuzzy: float
    asked: int
    exact_found: int
    fuzzy_found: int

    def rows(self) -> list[str]:
        """Return the lines of a table in Markdown."""
        head = f"| index of {PEOPLE} people, {self.names} names | processor time | goal |  |"
        lines = [head, "| --- | ---: | ---: | --- |"]
        for label, key, unit, factor in (
            ("build", "build", "s", 1),
            ("look up an exact name", "exact", "ms", 1000),
            ("look up another spelling", "fuzzy", "ms", 1000),
        ):
            value = getattr(self, key)
            met = "met" if value <= GOALS[key] else "missed"
            lines.append(f"| {label} | {value * factor:.3g} {unit} | ≤ {GOALS[key] * factor:g} {unit} | {met} |")
        return lines


def made_up_people(number: int) -> list[Known]:
    """Return people with three spellings each, made of syllables as names are."""
    dice = random.Random(7)
    syllables = [start + vowel + end for start in "bdgklmnprstvz" for vowel in "aeiou" for end in ("", "n", "r", "s")]
    words = ["".join(dice.choices(syllables, k=dice.choice((2, 2, 3)))).title() for _ in range(number)]
    people = []
    for one in range(number):
        first, family = dice.choice(words[: number // 10]), dice.choice(words)
        other = family.replace("v", "w").replace("z", "s").replace("k", "c")
        people.append(
            Known(f"people/{one}", (f"{first} {family}", f"{family} {first} {other}ovich", f"{first} {other}"))
        )
    return people


def measure_index(number: int = PEOPLE) -> IndexCosts:
    """Build an index of made-up people and ask for some of them, each name once.

    To be true the process must not have seen the names before: their parts are remembered.
    """
    people = made_up_people(number)
    index, build = _timed(lambda: NameIndex(people))
    chosen = people[:: max(1, number // _ASKED)]
    exact, exact_time = _timed(lambda: [index.exact(one.names[0]) for one in chosen])
    ranked, fuzzy_time = _timed(lambda: [index.rank(_misspelled(one)) for one in chosen])
    return IndexCosts(
        names=sum(len(one.names) for one in people),
        build=build,
        exact=exact_time / len(chosen),
        fuzzy=fuzzy_time / len(chosen),
        asked=len(chosen),
        exact_found=sum(one.id in ids for one, ids in zip(chosen, exact, strict=True)),
        fuzzy_found=sum(any(hit.id == one.id for hit in hits) for one, hits in zip(chosen, ranked, strict=True)),
    )


def rows_of_new_process() -> list[str]:
    """Return the table as a new process measures it, with nothing remembered."""
    command = [sys.executable, "-m", "tests.benchmarks.name_index"]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout.splitlines()


def _misspelled(person: Known) -> str:
    return person.names[2].replace("i", "y").replace("o", "oo")


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = process_time()
    done = work()
    return done, process_time() - start


if __name__ == "__main__":
    print("\n".join(measure_index().rows()))
    sys.exit(0)
