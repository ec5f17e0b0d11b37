"""What was understood of one article: the machine-readable contract of `knowledge-site read --json`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.model.text import Span

MentionKind = Literal["person", "country", "organization", "place"]
MentionForm = Literal["name", "short_name", "role", "demonym", "capital", "acronym"]
StatementMode = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of the text that mean an entity.

    `id` is None where several entities fit; `candidates` then lists them. `country` is an ISO 3166-1 alpha-2
    code (or ISO 3166-3 for a former state), only for kind `country` or where a place is known to lie in one.
    """

    start: int
    end: int
    surface: str
    kind: MentionKind
    id: str | None
    name: str
    form: MentionForm = "name"
    country: str | None = None
    confidence: float = 1.0
    candidates: tuple[str, ...] = ()

    @property
    def span(self) -> Span:
        """The words covered."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """Words that name a date, and the value they mean.

    `value` is a partial ISO date or an interval `a/b`. `rule` names the grammar rule, `anchor` the date a
    relative expression was counted from (None: the words say it all). `doubt` names what does not fit
    (for example `weekday`), else is empty.
    """

    start: int
    end: int
    surface: str
    value: str
    rule: str = ""
    anchor: str | None = None
    doubt: str = ""

    @property
    def span(self) -> Span:
        """The words covered."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMention:
    """Words that say which office a person holds, for whom, as of the article's date."""

    person: str
    role: str
    country: str | None
    organization: str | None
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The words covered."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody is reported to have said. `speaker` is an entity id, None where it could not be told.

    The span covers the words said, without quotation marks and without the cue.
    """

    start: int
    end: int
    text: str
    mode: StatementMode
    speaker: str | None
    cue: str

    @property
    def span(self) -> Span:
        """The words covered."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """Something that happened, as this article tells it. `type` is a PLOVER type or one of ours (DESIGN).

    `evidence` are the sentences that tell it, the first of them spanning `start`..`end`'s sentence.
    """

    type: str
    main: bool
    date: str | None
    place: str | None
    participants: tuple[str, ...]
    parts: tuple[tuple[str, str], ...]
    countries: tuple[str, ...]
    start: int
    end: int
    label: str
    evidence: tuple[Span, ...] = ()

    @property
    def span(self) -> Span:
        """The words covered."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was understood of one article. Every tuple is in text order.

    `sentences` are those of the content zones; their index is the anchor on the article page (`s1`, `s2`, …).
    """

    article: str
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    roles: tuple[RoleMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[FoundEvent, ...] = field(default=())
