"""Human decisions on identity: `same` joins ids, `not-an-entity` silences them, `different` forbids joining."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from generator.language.normalise import fold
from generator.model.problem import Problem
from generator.model.reading import FoundEvent, Mention, Reading
from generator.model.records import Judgement

_REMEDY = "take one of the two decisions back in judgements.yml"


@dataclass(frozen=True, slots=True)
class Decisions:
    """All judgements, ready to be asked. Decisions are transitive: a=b and b=c joins a and c."""

    joined: Mapping[str, str] = field(default_factory=dict)
    """Id -> the id that stands for it, only where they differ."""
    silenced: frozenset[str] = frozenset()
    words: frozenset[tuple[str, str | None]] = frozenset()
    """Folded words that name nothing, with the article id they are judged in (None: in all)."""

    def id_of(self, entity_id: str | None) -> str | None:
        """Return the id that stands for an id; None where it was judged to be no entity."""
        leader = self.joined.get(entity_id, entity_id) if entity_id else None
        return None if leader in self.silenced or entity_id in self.silenced else leader

    def apply(self, reading: Reading) -> Reading:
        """Return the reading as people have judged it: joined ids replaced, silenced mentions left out."""
        if not (self.joined or self.silenced or self.words):
            return reading
        return replace(
            reading,
            mentions=tuple(
                replace(mention, id=self.id_of(mention.id))
                for mention in reading.mentions
                if not self._silences(mention, reading.article)
            ),
            roles=tuple(replace(role, person=new) for role in reading.roles if (new := self.id_of(role.person))),
            statements=tuple(replace(said, speaker=self.id_of(said.speaker)) for said in reading.statements),
            events=tuple(self._event(event) for event in reading.events),
        )

    def _silences(self, mention: Mention, article: str) -> bool:
        words = fold(mention.surface)
        silenced = mention.id is not None and self.id_of(mention.id) is None
        return silenced or (words, article) in self.words or (words, None) in self.words

    def _event(self, event: FoundEvent) -> FoundEvent:
        return replace(
            event,
            participants=tuple(dict.fromkeys(new for old in event.participants if (new := self.id_of(old)))),
            parts=tuple((new, part) for old, part in event.parts if (new := self.id_of(old))),
            place=self.id_of(event.place),
        )


def decide(judgements: Iterable[Judgement], recorded: frozenset[str]) -> tuple[Decisions, tuple[Problem, ...]]:
    """Gather the judgements. Of joined ids a recorded one leads, else the first in alphabetical order.

    Returns the decisions and a problem for each pair judged both `same` (perhaps by way of others) and `different`.
    """
    ordered = sorted(judgements, key=lambda item: (item.position.path, item.position.line))
    groups: dict[str, set[str]] = {}
    for judgement in ordered:
        if judgement.decision == "same":
            together = set().union(*(groups.get(key, {key}) for key in judgement.ids))
            groups.update(dict.fromkeys(together, together))
    silent = [judgement for judgement in ordered if judgement.decision == "not-an-entity"]
    leaders = {key: min(group, key=lambda one: (one not in recorded, one)) for key, group in groups.items()}
    decisions = Decisions(
        joined={key: leader for key, leader in sorted(leaders.items()) if key != leader},
        silenced=frozenset(key for judgement in silent for key in judgement.ids),
        words=frozenset((fold(judgement.surface), judgement.article) for judgement in silent if judgement.surface),
    )
    return decisions, tuple(_contradictions(ordered, groups, recorded))


def _contradictions(
    judgements: list[Judgement], groups: dict[str, set[str]], recorded: frozenset[str]
) -> Iterable[Problem]:
    for judgement in judgements:
        if judgement.decision == "different":
            together = [key for key in judgement.ids if groups.get(key, set()) & (set(judgement.ids) - {key})]
            if together:
                names = " and ".join(sorted(together))
                yield Problem.at(
                    judgement.position, "contradicting-judgements", f"{names} are also judged to be the same", _REMEDY
                )
        elif judgement.decision == "same":
            both = sorted({key for name in judgement.ids for key in groups.get(name, ())} & recorded)
            if len(both) > 1:
                yield Problem.at(
                    judgement.position,
                    "contradicting-judgements",
                    f"{' and '.join(both)} are judged to be the same but each has a record",
                    "join the records into one file and list the other slug under redirect_from",
                )
