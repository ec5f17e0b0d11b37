"""One event told in several sentences is one event: tellings that fit together are joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model.article import ZoneKind
from generator.model.dates import DateRange
from generator.understanding.event_parts import Candidate

_NEAR = 4
"""Sentences within which the same kind of event in the same countries is taken for the same event."""
_WINDOW = 12
"""Clusters that a telling is compared with, the latest first: keeps the work linear."""
_AFTER_HEADLINE = 3
"""First sentences that may tell the event of the headline."""


@dataclass(slots=True)
class Cluster:
    """Tellings of one event, in text order."""

    tellings: list[Candidate] = field(default_factory=list)

    @property
    def family(self) -> str:
        """The family of its first telling."""
        return self.tellings[0].trigger.group.family

    @property
    def last_sentence(self) -> int:
        """Number of the latest sentence that tells it."""
        return self.tellings[-1].sentence.index

    @property
    def headline(self) -> bool:
        """Tell whether the title tells it."""
        return any(is_title(one) for one in self.tellings)

    @property
    def primary(self) -> Candidate:
        """The telling to quote: outside the title, dated and finite before others, else the earliest."""
        return min(self.tellings, key=_rank)

    @property
    def people(self) -> frozenset[str]:
        """Everybody who takes part in any telling."""
        return frozenset().union(*(one.people for one in self.tellings))

    @property
    def countries(self) -> frozenset[str]:
        """Every country of any telling."""
        return frozenset(code for one in self.tellings for code in one.countries)

    @property
    def date(self) -> str | None:
        """The date of the event: that of its best telling, or else another's; a more precise one that fits wins."""
        primary = self.primary
        stated = [one.date for one in (primary, *self.tellings) if one.date and one.dated]
        stated += [one.date for one in (primary, *self.tellings) if one.date]
        if not stated:
            return None
        return next((date for date in stated if len(date) > len(stated[0]) and date.startswith(stated[0])), stated[0])

    @property
    def place(self) -> str | None:
        """The first place stated."""
        return next((one.place for one in self.tellings if one.place), None)

    @property
    def planned(self) -> bool:
        """Tell whether every telling only announces it."""
        return all(one.trigger.planned for one in self.tellings)

    @property
    def said(self) -> bool:
        """Tell whether it is told only in what somebody says."""
        return all(one.said is not None for one in self.tellings)


def is_title(candidate: Candidate) -> bool:
    """Tell whether a telling stands in the headline."""
    return candidate.sentence.zone.kind is ZoneKind.TITLE


def _rank(candidate: Candidate) -> tuple[bool, bool, bool, bool, int, int]:
    trigger = candidate.trigger
    return (
        is_title(candidate),
        candidate.said is not None,
        trigger.planned or trigger.bare,
        not (candidate.dated or candidate.people),
        candidate.sentence.index,
        trigger.first,
    )


def merge(candidates: Iterable[Candidate]) -> list[Cluster]:
    """Join tellings of one event, in the order given."""
    clusters: list[Cluster] = []
    for candidate in candidates:
        home = next((one for one in reversed(clusters[-_WINDOW:]) if _same(one, candidate)), None)
        if home is None and clusters and clusters[0].headline and _same(clusters[0], candidate):
            home = clusters[0]
        if home is None:
            clusters.append(Cluster([candidate]))
        else:
            home.tellings.append(candidate)
    return clusters


def _same(cluster: Cluster, candidate: Candidate) -> bool:
    if cluster.family != candidate.trigger.group.family or _dates_clash(cluster.tellings, candidate):
        return False
    if candidate.said is not None and not cluster.said and not (cluster.people & candidate.people):
        return False
    if cluster.people and candidate.people:
        return bool(cluster.people & candidate.people)
    near = candidate.sentence.index - cluster.last_sentence <= _NEAR
    shared = cluster.countries & set(candidate.countries)
    if (near and shared) or (len(shared) > 1 and shared == cluster.countries):
        return True
    empty = not candidate.people and not candidate.countries
    if cluster.headline and len(cluster.tellings) == 1 and not (empty and candidate.date is None):
        # A headline that names nobody is told by the first such event of the text, wherever it comes.
        return not cluster.people or candidate.sentence.index - cluster.last_sentence <= _AFTER_HEADLINE
    return empty and candidate.trigger.noun and near


def _dates_clash(tellings: Sequence[Candidate], candidate: Candidate) -> bool:
    """Tell whether both sides state dates beside the event, and they cannot mean the same time."""
    if not (candidate.date and candidate.dated):
        return False
    mine = DateRange.parse(candidate.date)
    return any(
        not mine.compatible(DateRange.parse(one.date))
        for one in tellings
        if one.date and one.dated and one is not candidate
    )
