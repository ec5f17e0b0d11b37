"""An article as read from its file: the text, its zones, and what is known about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from generator.model.dates import PartialDate
from generator.model.text import Span

T = TypeVar("T")


class ZoneKind(StrEnum):
    """What a stretch of an article file is."""

    FRONT_MATTER = "front_matter"
    NAVIGATION = "navigation"
    TITLE = "title"
    DATELINE = "dateline"
    CAPTION = "caption"
    FOREIGN_CAPTION = "foreign_caption"
    BODY = "body"
    FOOTER = "footer"
    SOURCE = "source"


CONTENT_ZONES = frozenset({ZoneKind.TITLE, ZoneKind.DATELINE, ZoneKind.CAPTION, ZoneKind.BODY})
"""Zones that belong to the article itself: what understanding reads. All else is set aside."""


@dataclass(frozen=True, slots=True)
class Zone:
    """One block of the file. `reason` is a rule name that the receipt explains in the reader's language."""

    start: int
    end: int
    kind: ZoneKind
    reason: str = ""

    @property
    def span(self) -> Span:
        """The stretch this zone covers."""
        return Span(self.start, self.end)


Basis = Literal[
    "front_matter", "html_metadata", "source_line", "dateline", "caption", "title", "first_line", "text", "folder",
    "file_name", "default",
]  # fmt: skip
"""On what a worked-out value rests."""


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A value, what it rests on, and where in the text that stands (None: not in the text)."""

    value: T
    basis: Basis
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """`[[id|words]]` in an article: the contributor's decision for the visible words.

    `id` is None for `[[|words]]`: these words name no entity.
    """

    start: int
    end: int
    id: str | None


Rights = Literal["full", "excerpt", "link"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article file, read but not yet understood.

    `text` is the file decoded, every newline one line feed, otherwise untouched; every offset counts its code points.
    `zones` are sorted, do not overlap, and cover every non-blank character.
    """

    id: str
    path: str
    text: str
    zones: tuple[Zone, ...]
    language: Known[str]
    title: Known[str] | None = None
    date: Known[PartialDate] | None = None
    source: Known[str] | None = None
    """Id of the outlet, `sources/…`."""
    source_name: str | None = None
    """The outlet's name as the file writes it, for an outlet without a record."""
    url: str | None = None
    archive_url: str | None = None
    authors: tuple[str, ...] = ()
    rights: Rights | None = None
    about: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()
    mentions: tuple[str, ...] = ()
    """Ids the contributor says the article mentions (front matter `mentions`)."""
    markup: tuple[Span, ...] = ()
    """Marks that are no words (`[[id|`, `]]`, Markdown signs and link targets), sorted and apart."""

    def visible(self) -> str:
        """Return `text` with blanks in place of `markup`: the same length and offsets, words only."""
        pieces = []
        done = 0
        for span in self.markup:
            pieces += [
                self.text[done : span.start],
                "".join("\n" if char == "\n" else " " for char in span.of(self.text)),
            ]
            done = span.end
        return "".join([*pieces, self.text[done:]])

    def spans_of(self, *kinds: ZoneKind) -> tuple[Span, ...]:
        """Return the stretches of the given zone kinds, in text order."""
        return tuple(zone.span for zone in self.zones if zone.kind in kinds)
