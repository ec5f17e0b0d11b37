"""An article ready to be asked by sentence, and one telling of an event in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from generator.language.organizations import known_organizations
from generator.model.dates import DateRange, PartialDate
from generator.model.reading import DateMention, Mention, RoleMention, Statement
from generator.understanding.document import Document, Sentence
from generator.understanding.events.triggers import Trigger

_DATE = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")
OLD = 90
"""Days before the article after which an event is background."""


@lru_cache(maxsize=1024)
def date_range(date: str) -> DateRange:
    """Return the value of a date mention in typed form."""
    return DateRange.parse(date)


def is_old(date: str, today: PartialDate | None) -> bool:
    """Tell whether a date lies so long before the article that it is background."""
    return today is not None and (today.first_day() - date_range(date).last_day()).days > OLD


class Placed(NamedTuple):
    """A mention with its first and last token in the sentence."""

    mention: Mention
    first: int
    last: int


@dataclass(slots=True, kw_only=True)
class Candidate:
    """One telling of an event: a trigger with what its clause says.

    `clause` are the first and last token of the clause. `dated` tells that the clause itself has the date.
    `said` is the statement the trigger stands in. `old` events lie long before the article: they are background.
    """

    sentence: Sentence
    trigger: Trigger
    clause: tuple[int, int]
    date: str | None = None
    dated: bool = False
    place: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    said: Statement | None = None
    old: bool = False
    people: frozenset[str] = field(init=False)
    """Ids of the persons who take part."""

    def __post_init__(self) -> None:
        self.people = frozenset([entity for entity in self.parts if entity.startswith("people/")])


class Scene:
    """An article's mentions, dates, roles and statements, ready to be asked by sentence."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        dates: Sequence[DateMention],
        roles: Sequence[RoleMention],
        statements: Sequence[Statement],
    ) -> None:
        self.document = document
        self.mentions = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
        self._dates = sorted((date for date in dates if _DATE.fullmatch(date.value)), key=lambda date: date.start)
        self._statements = sorted(statements, key=lambda statement: statement.start)
        self._roles = roles
        self.today = document.article.date.value if document.article.date else None
        self._mention_starts = [mention.start for mention in self.mentions]
        self._date_starts = [date.start for date in self._dates]
        self._statement_starts = [statement.start for statement in self._statements]
        self._placed: dict[int, tuple[Placed, ...]] = {}

    @cached_property
    def country_of(self) -> Mapping[str, str]:
        """Country of each person by office, and of each organisation by the shipped table or its own name."""
        countries = {role.person: role.country for role in self._roles if role.country}
        known = known_organizations()
        for mention in self.mentions:
            if mention.kind == "organization" and mention.id and (entry := known.get(mention.id)) and entry.country:
                countries.setdefault(mention.id, entry.country)
        return countries

    def placed(self, sentence: Sentence) -> tuple[Placed, ...]:
        """Return the mentions of a sentence by token."""
        if sentence.index not in self._placed:
            begin = bisect_left(self._mention_starts, sentence.span.start)
            end = bisect_left(self._mention_starts, sentence.span.end, begin)
            starts = sentence.starts
            self._placed[sentence.index] = tuple(
                [
                    Placed(mention, bisect_right(starts, mention.start) - 1, bisect_left(starts, mention.end) - 1)
                    for mention in self.mentions[begin:end]
                ]
            )
        return self._placed[sentence.index]

    def dates_in(self, sentence: Sentence) -> tuple[tuple[DateMention, int, int], ...]:
        """Return the dates of a sentence by token."""
        begin = bisect_left(self._date_starts, sentence.span.start)
        end = bisect_left(self._date_starts, sentence.span.end, begin)
        if begin == end:
            return ()
        starts = sentence.starts
        return tuple(
            [
                (date, bisect_right(starts, date.start) - 1, bisect_left(starts, date.end) - 1)
                for date in self._dates[begin:end]
            ]
        )

    def taken(self, sentence: Sentence) -> set[int]:
        """Return the tokens of names and dates; those of role phrases and pronouns are free."""
        taken: set[int] = set()
        for one in self.placed(sentence):
            if one.mention.form not in ("role", "pronoun"):
                taken.update(range(one.first, one.last + 1))
        for _, first, last in self.dates_in(sentence):
            taken.update(range(first, last + 1))
        return taken

    def statement_at(self, offset: int) -> Statement | None:
        """Return the statement whose words cover an offset."""
        number = bisect_right(self._statement_starts, offset) - 1
        if number >= 0 and self._statements[number].end > offset:
            return self._statements[number]
        return None
