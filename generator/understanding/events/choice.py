"""Which events an article is about, and which of the others are worth keeping."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from generator.model.article import ZoneKind
from generator.model.dates import PartialDate
from generator.understanding.document import Document, Sentence
from generator.understanding.events.merge import Cluster, is_title
from generator.understanding.events.scene import OLD, Candidate, date_range
from generator.understanding.lexicon.events import EventRules

_LEAD = (2.5, 1.5, 1.0, 0.5)
"""What telling an event in the first, second… sentence of the text says for it."""
_HEADLINE = 4.0
"""What the headline says for an event."""
_RECENT = 35
"""Days before the article within which an event is news."""
_LEADS_IN = 3
"""Words of a headline before a noun among which one may say that the noun tells what came before."""
_STEM = 5
"""Letters by which words of the headline are found again in the text."""
_SMALL = 3
"""Letters of a word that is too small to be found again."""
_SECOND = 0.8
"""A second event is a main one when it scores at least this share of the first."""
_KEPT = 4.2
"""Least strength of an event that is no main one."""
_MERE_WORDS = 1.0
"""Weight of families that only tell of words said."""
_MOST = 12
"""Most events of one article."""


def headline_stems(document: Document) -> frozenset[str]:
    """Return the beginnings of the longer words of the title."""
    titles = (sentence for sentence in document.sentences if sentence.zone.kind is ZoneKind.TITLE)
    return frozenset(
        token.key[:_STEM]
        for sentence in titles
        for token in sentence.tokens
        if token.kind == "word" and len(token.key) > _SMALL
    )


def news_score(cluster: Cluster, stems: frozenset[str], lead: int, today: PartialDate | None) -> float:
    """Score how much an article is about an event: headline, position, date, who takes part, how often it is told.

    `lead` is the number of the first sentence of the text.
    """
    best = max(_telling_score(one, stems, lead) for one in cluster.tellings)
    score = best + 0.3 * min(3, len({one.sentence.index for one in cluster.tellings}))
    score += 0.5 * min(2, len(cluster.people)) + (_HEADLINE if cluster.headline else 0.0)
    score += _date_score(cluster.date, today)
    if cluster.planned:
        score -= 2.5
    return score


def _telling_score(candidate: Candidate, stems: frozenset[str], lead: int) -> float:
    trigger = candidate.trigger
    score = 0.6 * trigger.group.weight + (0.6 if trigger.finite else 0.0)
    if is_title(candidate):
        return score + trigger_rank(candidate) * 0.3
    position = candidate.sentence.index - lead
    score += _LEAD[position] if 0 <= position < len(_LEAD) else 0.0
    if stems:
        score += 2.5 * len(stems.intersection([key[:_STEM] for key in candidate.sentence.keys])) / len(stems)
    return score


def trigger_rank(candidate: Candidate, others: Sequence[Candidate] = (), rules: EventRules | None = None) -> float:
    """Rank the triggers of a headline: the verb that carries it before its nouns and attributes.

    A participle only carries a headline without other verb (`Journalist arrested`, not `Friend of murdered man`).
    """
    trigger = candidate.trigger
    weight = trigger.group.weight
    if rules is not None and _is_background(candidate, others, rules):
        return weight - _HEADLINE
    if trigger.finite:
        return weight + (1.5 if trigger.group.family == "report" else 2.5)
    if trigger.bare and not any(other.trigger.finite for other in others):
        return weight + 2.0
    return weight


def _is_background(candidate: Candidate, others: Sequence[Candidate], rules: EventRules) -> bool:
    """Tell whether a headline puts an event behind its news (`… after his arrest`, `Kurds sign as rebels attack`)."""
    tokens, clause, trigger = candidate.sentence.tokens, candidate.clause[0], candidate.trigger
    told = any(one.trigger.finite and one.clause[0] != clause for one in others)
    if told and any(token.key in rules.background_clauses for token in tokens[max(0, clause - _LEADS_IN) : clause]):
        return True
    before = tokens[max(0, trigger.first - _LEADS_IN) : trigger.first]
    return trigger.noun and any(token.key in rules.background for token in before)


def _date_score(value: str | None, today: PartialDate | None) -> float:
    if value is None:
        return 0.0
    if today is None:
        return 0.5
    age = (today.first_day() - date_range(value).last_day()).days
    if age > OLD:
        return -2.0
    return 1.0 if -3 <= age <= _RECENT else 0.0


def worth_keeping(cluster: Cluster) -> bool:
    """Tell whether an event that is not the article's subject says enough: what, when, and who or where."""
    tellings = cluster.tellings
    placed = any(one.place for one in tellings)
    dated = any(one.dated for one in tellings)
    if (cluster.planned or cluster.said) and not (dated or (placed and not cluster.planned)):
        return False
    if not dated and not (placed and cluster.people):
        return False
    if not (placed or cluster.countries or any(one.parts for one in tellings)):
        return False
    best = max(one.trigger.group.weight for one in tellings)
    if best <= _MERE_WORDS and not (dated and cluster.people and any(one.trigger.finite for one in tellings)):
        return False
    strength = best + 1.5 * dated + placed + 0.7 * min(2, len(cluster.people)) + 0.4 * bool(cluster.countries)
    return strength >= _KEPT


def _without_doubles(
    clusters: Sequence[Cluster], scores: Sequence[float], mains: Set[int], kept: Sequence[int]
) -> list[int]:
    """Leave out minor events that only say again what another of the same sentence says.

    Of verbs of one clause with one date the one that says most is enough, and whoever announced it is no news.
    """
    best: dict[tuple[int, int, str | None], int] = {}
    single: list[int] = []
    for number in sorted(kept, key=lambda number: (number not in mains, -scores[number], number)):
        primary = clusters[number].primary
        key = primary.sentence.index, primary.clause[0], clusters[number].date
        if number in mains or primary.trigger.noun or key not in best:
            single.append(number)
        best.setdefault(key, number)
    told = Counter(clusters[number].primary.sentence.index for number in single)
    return [
        number
        for number in single
        if number in mains
        or clusters[number].group.weight > _MERE_WORDS
        or told[clusters[number].primary.sentence.index] == 1
    ]


def choose(clusters: Sequence[Cluster], scores: Sequence[float]) -> tuple[frozenset[int], list[int]]:
    """Return the numbers of the main events, and of all events to list in text order."""
    ranked = sorted(
        (number for number, cluster in enumerate(clusters) if not cluster.said),
        key=lambda number: (-scores[number], number),
    )
    mains = set(ranked[:1])
    for number in ranked[1:2]:
        first = clusters[ranked[0]]
        other = clusters[number]
        fresh = other.group.kin != first.group.kin and bool(other.date) and not other.planned
        fresh = fresh and any(one.trigger.group.weight > _MERE_WORDS for one in other.tellings)
        if fresh and scores[number] >= _SECOND * scores[ranked[0]] and (other.people or other.place):
            mains.add(number)
    kept = [number for number, cluster in enumerate(clusters) if number not in mains and worth_keeping(cluster)]
    kept = _without_doubles(clusters, scores, mains, [*mains, *kept])
    kept = sorted(sorted(kept, key=lambda number: (number not in mains, -scores[number], number))[:_MOST])
    return frozenset(mains), kept


def first_of_text(document: Document) -> Sentence | None:
    """Return the sentence that opens the running text."""
    return next((one for one in document.sentences if one.zone.kind is ZoneKind.BODY), None)
