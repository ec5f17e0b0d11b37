"""One event told in several sentences is one event: tellings that fit together are joined."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.model.article import ZoneKind
from generator.understanding.events.scene import Candidate, date_range

_NEAR = 4
"""Sentences within which the same kind of event in the same countries is taken for the same event."""
_WINDOW = 12
"""Clusters that a telling is compared with, the latest first: keeps the work linear."""
_AFTER_HEADLINE = 3
"""First sentences that may tell the event of the headline."""


class Cluster:
    """Tellings of one event, in text order.

    `people` and `countries` are those of any telling, `dates` the ones stated beside the event, `headline` tells that
    the title tells it, `said` that it is told only in what somebody says. `primary` is the telling to quote: outside
    the title, dated and finite before others, else the earliest.
    """

    primary: Candidate
    _rank: tuple[bool, bool, bool, int, int]

    def __init__(self, tellings: Iterable[Candidate]) -> None:
        self.tellings: list[Candidate] = []
        self.people: set[str] = set()
        self.countries: set[str] = set()
        self.dates: set[str] = set()
        self.headline = False
        self.said = True
        for telling in tellings:
            self.add(telling)
        self.group = self.tellings[0].trigger.group

    def add(self, telling: Candidate) -> None:
        """Take in one more telling."""
        rank = _rank(telling)
        if not self.tellings or rank < self._rank:
            self.primary, self._rank = telling, rank
        self.tellings.append(telling)
        self.people |= telling.people
        self.countries.update(telling.countries)
        self.headline = self.headline or is_title(telling)
        self.said = self.said and telling.said is not None
        if telling.date and telling.dated:
            self.dates.add(telling.date)

    @property
    def last_sentence(self) -> int:
        """Number of the latest sentence that tells it."""
        return self.tellings[-1].sentence.index

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


def is_title(candidate: Candidate) -> bool:
    """Tell whether a telling stands in the headline."""
    return candidate.sentence.zone.kind is ZoneKind.TITLE


def _rank(candidate: Candidate) -> tuple[bool, bool, bool, int, int]:
    """Rank tellings as the one to quote: of the first sentences, unless a later one says when or who."""
    trigger = candidate.trigger
    bare = not (candidate.dated or candidate.people)
    return (
        is_title(candidate),
        candidate.said is not None,
        trigger.planned or trigger.bare,
        candidate.sentence.index + _NEAR * bare,
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
            home.add(candidate)
    return clusters


def _same(cluster: Cluster, candidate: Candidate) -> bool:
    told, telling = cluster.group, candidate.trigger.group
    if told.family != telling.family and told.kin != telling.kin:
        return False
    common = cluster.people & candidate.people
    if _dates_clash(cluster.dates, candidate) or (cluster.headline and candidate.old and not common):
        return False
    if told.family != telling.family:
        return _kindred(cluster, candidate, bool(common))
    if candidate.said is not None and not cluster.said and not common:
        return False
    if cluster.people and candidate.people:
        return bool(common)
    near = candidate.sentence.index - cluster.last_sentence <= _NEAR
    shared = cluster.countries & set(candidate.countries)
    if (near and shared) or (len(shared) > 1 and shared == cluster.countries):
        return True
    empty = not candidate.people and not candidate.countries
    if cluster.headline and len(cluster.tellings) == 1 and not (empty and candidate.date is None):
        # A headline that names nobody is told by the first such event of the text, wherever it comes.
        return not cluster.people or candidate.sentence.index - cluster.last_sentence <= _AFTER_HEADLINE
    return empty and candidate.trigger.noun and near


def _kindred(cluster: Cluster, candidate: Candidate, common: bool) -> bool:
    """Tell whether other words of one kin may tell the same event: of the same people, or in the same breath."""
    if cluster.group.kin != candidate.trigger.group.kin or candidate.said is not None:
        return False
    last = cluster.tellings[-1]
    same_clause = last.sentence.index == candidate.sentence.index and last.clause == candidate.clause
    if cluster.people and candidate.people:
        return common
    return same_clause or (cluster.headline and len(cluster.tellings) == 1 and bool(candidate.date))


def _dates_clash(dates: Collection[str], candidate: Candidate) -> bool:
    """Tell whether a telling states a date beside the event that cannot mean the same time as the dates known."""
    if not (candidate.date and candidate.dated) or candidate.date in dates:
        return False
    mine = date_range(candidate.date)
    return any(not mine.compatible(date_range(date)) for date in dates)
