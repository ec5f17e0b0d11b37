"""Which persons found in different articles are one, whatever way their names are spelled.

Precision first: two pages for one person can be joined by a line in `judgements.yml`, one page for two people tells
lies. So two persons are joined only when two parts of their names agree by sound, no part, father's name, initial or
generation speaks against it, they do not hold offices of different countries, and

- the last part stands in both names (`Ion Popa` and `Ion Popa Durand` may be father and son);
- nothing else is left out in one of them, or they share a country or an office as well;
- no article names both as two persons, or they share a country or an office as well;
- the names are not made of given names only (`Mohamed Ali`), or they share a country or an office as well.

Of three or more persons every two must pass, else none is joined: a name that fits two different people fits none.
A judgement decides before all this: `same` has joined ids already, `different` and `unsure` forbid joining.

The address of joined persons is that of the earliest article's spelling (date, then id); all the others redirect to
it. No rule that looks at content alone can keep it for ever: an older article added later may bring another spelling.
Sites grow forwards as a rule, which leaves it where it is; a record fixes it for good.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from generator.knowledge.candidates import Bearer, gather
from generator.language.namekeys.compare import Comparison, compare, joined
from generator.language.namekeys.parts import Name
from generator.language.names import Strength, given_names
from generator.model.reading import Reading
from generator.model.records import Judgement, Record
from generator.model.site import NearPair

_ALIKE = 0.88
"""Likeness that every part needs where no country or office is shared: there is no list of people to choose from."""
_BUCKET = 60
"""So many persons at most who share two parts are compared: hostile lists must stay linear."""
_READINGS = 4


@dataclass(frozen=True, slots=True)
class Identities:
    """What was decided: `joined` maps an id to the id that stands for it; `near` is left to people."""

    joined: Mapping[str, str]
    near: tuple[NearPair, ...]


def identify(
    readings: Mapping[str, Reading],
    records: Iterable[Record],
    judgements: Iterable[Judgement],
    leaders: Mapping[str, str],
    order: Mapping[str, tuple[object, ...]],
) -> Identities:
    """Join the persons without a record who are one. The order of the inputs changes nothing.

    `readings` already follow the judgements; `leaders` maps ids that a judgement joined to the id that stands for
    them; `order` gives each article its place in time (any sortable key).
    """
    bearers = gather(readings.values(), records)
    apart = _apart(judgements, leaders)
    same: dict[str, set[str]] = {}
    near = []
    for first, second in _pairs(bearers):
        if (first.id, second.id) in apart:
            continue
        found = _best(first, second)
        if found is None:
            continue
        against = _against(first, second, found)
        if against is None and not (first.recorded or second.recorded):
            same.setdefault(first.id, {first.id}).add(second.id)
            same.setdefault(second.id, {second.id}).add(first.id)
        elif against != _DIFFERENT:
            why = tuple(f"{pair.left} ~ {pair.right}" for pair in found.pairs)
            near.append(NearPair(first.id, second.id, round(found.score, 3), (*why, against or "a record decides")))
    leading = dict(_joined(same, bearers, order))
    near += (
        NearPair(one, other, 1.0, ("fits several people",))
        for one, others in same.items()
        for other in others
        if one < other and leading.get(one, one) != leading.get(other, other)
    )
    return Identities(dict(sorted(leading.items())), tuple(sorted(near, key=lambda pair: (pair.first, pair.second))))


_DIFFERENT = "offices of different countries"


def _apart(judgements: Iterable[Judgement], leaders: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    """Return the pairs of ids, in order, that people have judged: not to be joined, nor to be asked about again."""
    return frozenset(
        pair
        for judgement in judgements
        if judgement.decision in ("different", "unsure")
        for pair in combinations(sorted({leaders.get(one, one) for one in judgement.ids}), 2)
    )


def _pairs(bearers: Mapping[str, Bearer]) -> Iterator[tuple[Bearer, Bearer]]:
    """Yield the pairs of persons two parts of whose names share a consonant skeleton, in id order, each once."""
    buckets: dict[tuple[str, str], list[str]] = {}
    for key in sorted(bearers):
        filed = {pair for name in bearers[key].names() for pair in _skeleton_pairs(name)}
        for pair in filed:
            bucket = buckets.setdefault(pair, [])
            if len(bucket) < _BUCKET:
                bucket.append(key)
    pairs = {pair for bucket in buckets.values() for pair in combinations(bucket, 2)}
    return ((bearers[first], bearers[second]) for first, second in sorted(pairs))


def _skeleton_pairs(name: Name) -> Iterator[tuple[str, str]]:
    words = [word.skeletons[:_READINGS] for word in name.words]
    runs = [joined(*pair).skeletons[:_READINGS] for pair in zip(name.words, name.words[1:], strict=False)]
    for one, other in combinations((*words, *runs), 2):
        for first in one:
            for second in other:
                yield (first, second) if first < second else (second, first)


def _best(first: Bearer, second: Bearer) -> Comparison | None:
    """Return the best comparison of their names with two parts in common; None if any two names contradict."""
    found = [compare(one, other) for one in first.names() for other in second.names()]
    if any(one.conflict for one in found):
        return None
    return max((one for one in found if one.parts > 1), key=lambda one: (one.sure, one.score), default=None)


def _against(first: Bearer, second: Bearer, found: Comparison) -> str | None:
    """Return what keeps two persons with like names apart; None if nothing does."""
    if first.countries and second.countries and not first.countries & second.countries:
        return _DIFFERENT
    if not found.sure:
        return found.doubt or "spelled too differently"
    if found.open_end:
        return "the last part of a name left out"
    if first.countries & second.countries or len(first.offices & second.offices) > 1:
        return None
    if found.weakest < _ALIKE:
        return "spelled too differently, no country or office in common"
    if found.left_out or any(len(one.initials) != len(other.initials) for one, other in _crossed(first, second)):
        return "part of a name left out, no country or office in common"
    if first.articles & second.articles:
        return "named in one article, no country or office in common"
    if all(given_names().strength(word.plain) is Strength.SURE for name in first.names() for word in name.words):
        return "given names only, no country or office in common"
    return None


def _crossed(first: Bearer, second: Bearer) -> Iterator[tuple[Name, Name]]:
    return ((one, other) for one in first.names() for other in second.names())


def _joined(
    same: Mapping[str, set[str]], bearers: Mapping[str, Bearer], order: Mapping[str, tuple[object, ...]]
) -> Iterator[tuple[str, str]]:
    """Yield id and leader for every group in which each person is the same as each other."""
    done: set[str] = set()
    for start in sorted(same):
        if start in done:
            continue
        group = {start}
        waiting = [start]
        while waiting:
            more = same[waiting.pop()] - group
            group |= more
            waiting += more
        done |= group
        if all(same[one] >= group for one in group):
            leader = min(group, key=lambda one: (min(order[article] for article in bearers[one].articles), one))
            yield from ((one, leader) for one in group if one != leader)
