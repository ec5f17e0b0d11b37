"""`knowledge-site who`: whom or what a name may mean on this site, ranked, with the reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.hosts.project import Project, load
from generator.language.countries import countries
from generator.language.namekeys.index import Candidate, Decision, Known, NameIndex
from generator.language.normalise import fold
from generator.model.ids import kind_of
from generator.model.site import Entity


class Directory:
    """Everybody and everything a name of a site may mean: people by sound, all else by its very spelling."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        people = []
        self._spelled: dict[str, set[str]] = {}
        for entity in entities:
            # A family name that articles use alone is no name of its own.
            person = kind_of(entity.id) == "people"
            names = {use.name for use in entity.names if use.recorded or " " in use.name or not person}
            names.update(value for _, value in entity.name)
            if person:
                people.append(Known(entity.id, tuple(sorted(names))))
            for name in names:
                self._spelled.setdefault(_key(name), set()).add(entity.id)
        self._people = NameIndex(people)

    def spelled(self, name: str) -> tuple[str, ...]:
        """Return the ids of all that is written so, case and accents aside; without any, of a country of the tables."""
        return tuple(sorted(self._spelled.get(_key(name), ()) or _shipped(name)))

    def ask(self, name: str) -> tuple[Decision, tuple[Candidate, ...]]:
        """Return what may be made of a name: `link` only where one meaning is left and a machine may choose it."""
        decision, ranked = self._people.decide(name)
        things = [one for one in self.spelled(name) if kind_of(one) != "people"]
        if not things:
            return decision, ranked
        spelled = tuple(Candidate(one, 1.0, ("same spelling",), True) for one in things)
        alone = len(spelled) == 1 and decision == "none"
        return ("link" if alone else "unsure"), (*spelled, *ranked)


def directory_of(project: Project | None) -> Directory:
    """Return the directory of a project, or of the shipped tables alone where there is none."""
    return Directory(load(project).site.entities.values() if project else ())


def answers(names: Iterable[str], directory: Directory) -> Iterator[dict[str, Any]]:
    """Yield one object of the contract for each name that is not blank. Keys may be added, never removed."""
    for name in names:
        if asked := " ".join(name.split()):
            decision, ranked = directory.ask(asked)
            found = [{"id": one.id, "score": round(one.score, 3), "why": list(one.why)} for one in ranked]
            yield {"name": asked, "decision": decision, "candidates": found}


def as_text(answer: dict[str, Any]) -> str:
    """Return one answer for people."""
    lines = [f"{answer['name']}: {answer['decision']}"]
    lines += [f"  {one['score']:.2f}  {one['id']}  ({'; '.join(one['why'])})" for one in answer["candidates"]]
    return "\n".join(lines)


def _key(name: str) -> str:
    return " ".join(fold(name).replace("-", " ").split())


def _shipped(name: str) -> set[str]:
    """Return the ids of the countries of the shipped table that are called so."""
    key = _key(name)
    return {
        info.id for info in countries().values() for names in info.names.values() for one in names if _key(one) == key
    }
