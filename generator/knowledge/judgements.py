"""Human decisions on identity: `same` joins ids, `not-an-entity` silences them, `different` forbids joining.

With one id and the words of a text (`surface`), `same` says whom these words mean and `different` whom they do not
mean, in one article or in all. What is said of one article goes before what is said of all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from generator.language.normalise import fold
from generator.model.ids import KIND_OF_MENTION, kind_of
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
    meant: Mapping[tuple[str, str | None], str] = field(default_factory=dict)
    """Words, likewise, to the id they mean."""
    denied: frozenset[tuple[str, str | None, str]] = frozenset()
    """Words, likewise, with an id they do not mean."""

    def id_of(self, entity_id: str | None) -> str | None:
        """Return the id that stands for an id; None where it was judged to be no entity."""
        leader = self.joined.get(entity_id, entity_id) if entity_id else None
        return None if leader in self.silenced or entity_id in self.silenced else leader

    def apply(self, reading: Reading) -> Reading:
        """Return the reading as people have judged it: joined ids replaced, silenced mentions left out."""
        by_words = self.words or self.meant or self.denied
        if not by_words and self.joined.keys().isdisjoint(_ids(reading)) and self.silenced.isdisjoint(_ids(reading)):
            return reading
        return replace(
            reading,
            mentions=tuple(
                self._mention(mention, reading.article)
                for mention in reading.mentions
                if not self._silences(mention, reading.article)
            ),
            roles=tuple(replace(role, person=new) for role in reading.roles if (new := self.id_of(role.person))),
            statements=tuple(replace(said, speaker=self.id_of(said.speaker)) for said in reading.statements),
            events=tuple(self._event(event) for event in reading.events),
        )

    def _mention(self, mention: Mention, article: str) -> Mention:
        """Return a mention with the id that stands for its own, or that its words were judged to mean or not to."""
        words = fold(" ".join(mention.surface.split()))
        meant = self.meant.get((words, article)) or self.meant.get((words, None))
        if meant and kind_of(meant) == KIND_OF_MENTION[mention.kind]:
            return replace(mention, id=self.id_of(meant), candidates=(), confidence=1.0)
        found = [self.id_of(one) for one in mention.candidates]
        candidates = tuple(sorted({one for one in found if one and not self._denies(words, article, one)}))
        known = self.id_of(mention.id)
        if known and self._denies(words, article, known):
            return replace(mention, id=None, candidates=candidates)
        if known is None and len(found) > 1 and set(found) == set(candidates) and len(candidates) == 1:
            # Everybody it may mean has turned out to be one.
            return replace(mention, id=candidates[0], candidates=())
        return replace(mention, id=known, candidates=candidates)

    def _denies(self, words: str, article: str, entity_id: str) -> bool:
        return (words, article, entity_id) in self.denied or (words, None, entity_id) in self.denied

    def _silences(self, mention: Mention, article: str) -> bool:
        words = fold(" ".join(mention.surface.split()))
        if (words, article) in self.meant:
            return False
        silenced = mention.id is not None and self.id_of(mention.id) is None
        return silenced or (words, article) in self.words or (words, None) in self.words

    def _event(self, event: FoundEvent) -> FoundEvent:
        return replace(
            event,
            participants=tuple(dict.fromkeys(new for old in event.participants if (new := self.id_of(old)))),
            parts=tuple((new, part) for old, part in event.parts if (new := self.id_of(old))),
            place=self.id_of(event.place),
        )


def _ids(reading: Reading) -> Iterator[str | None]:
    """Yield every id that a judgement may change."""
    for mention in reading.mentions:
        yield mention.id
        yield from mention.candidates
    yield from (role.person for role in reading.roles)
    yield from (said.speaker for said in reading.statements)
    for event in reading.events:
        yield event.place
        yield from event.participants
        yield from (who for who, _ in event.parts)


def decide(
    judgements: Iterable[Judgement], recorded: frozenset[str], moved: Mapping[str, str] = MappingProxyType({})
) -> tuple[Decisions, tuple[Problem, ...]]:
    """Gather the judgements. Of joined ids a recorded one leads, else the first in alphabetical order.

    `moved` are ids that a record says it had (`redirect_from`), to its own: they are one.

    Returns the decisions and a problem for each pair judged both `same` (perhaps by way of others) and `different`.
    """
    ordered = sorted(judgements, key=lambda item: (item.position.path, item.position.line))
    groups: dict[str, set[str]] = {}
    same = [judgement.ids for judgement in ordered if judgement.decision == "same"]
    for ids in (*moved.items(), *same):
        together = set().union(*(groups.get(key, {key}) for key in ids))
        groups.update(dict.fromkeys(together, together))
    silent = [judgement for judgement in ordered if judgement.decision == "not-an-entity"]
    leaders = {key: min(group, key=lambda one: (one not in recorded, one)) for key, group in groups.items()}
    joined = {key: leader for key, leader in sorted(leaders.items()) if key != leader}
    meant: dict[tuple[str, str | None], str] = {}
    for judgement in _of_words(ordered, "same"):
        meant.setdefault(_words(judgement), joined.get(judgement.ids[0], judgement.ids[0]))
    decisions = Decisions(
        joined=joined,
        silenced=frozenset(key for judgement in silent for key in judgement.ids),
        words=frozenset(_words(judgement) for judgement in silent if judgement.surface),
        meant=meant,
        denied=frozenset(
            (*_words(judgement), joined.get(judgement.ids[0], judgement.ids[0]))
            for judgement in _of_words(ordered, "different")
        ),
    )
    return decisions, (*_contradictions(ordered, groups, recorded), *_contradicting_words(ordered, decisions))


def _of_words(judgements: Iterable[Judgement], decision: str) -> Iterable[Judgement]:
    """Return the judgements of a decision that are about one id and the words of a text."""
    return (one for one in judgements if one.decision == decision and one.surface and len(one.ids) == 1)


def _words(judgement: Judgement) -> tuple[str, str | None]:
    return fold(" ".join((judgement.surface or "").split())), judgement.article


def _contradicting_words(judgements: list[Judgement], decisions: Decisions) -> Iterable[Problem]:
    """Report each judgement of words that another one of the same words contradicts."""
    for judgement in judgements:
        if not judgement.surface:
            continue
        words = _words(judgement)
        meant = decisions.meant.get(words)
        if judgement.decision == "not-an-entity":
            clash = meant is not None
        elif judgement.decision == "same" and len(judgement.ids) == 1:
            own = decisions.joined.get(judgement.ids[0], judgement.ids[0])
            clash = own != meant or (*words, own) in decisions.denied
        else:
            clash = False
        if clash:
            message = f"the words {judgement.surface!r} are also judged to mean something else"
            yield Problem.at(judgement.position, "contradicting-judgements", message, _REMEDY)


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
