"""What a saved web page says about itself: the form in which zones and metadata are told of it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class PageData:
    """What a saved web page says about itself; empty for other files."""

    title: str | None = None
    date: PartialDate | None = None
    language: str | None = None
    site: str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
