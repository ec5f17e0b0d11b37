"""Spans of text, and values that may be written in several languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

UNDETERMINED = "und"
"""BCP 47 tag for a text whose language is not stated."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch `[start, end)` of a text, in Unicode code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters this span covers in `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class LangText:
    """One value written in one or more languages; keys are BCP 47 tags, `und` where unstated."""

    by_language: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, value: str | Mapping[str, str]) -> LangText:
        """Build from a plain string (language unstated) or a map by language."""
        if isinstance(value, str):
            return cls(((UNDETERMINED, value),))
        return cls(tuple(value.items()))

    def best(self, language: str) -> str:
        """Return the value in `language`, else unstated, else English, else the first written."""
        return self.in_language(language)[1]

    def in_language(self, language: str) -> tuple[str, str]:
        """Like `best`, with the language of the value returned: `(language, value)`."""
        values = dict(self.by_language)
        for tag in (language, language.partition("-")[0], UNDETERMINED, "en"):
            if tag in values:
                return tag, values[tag]
        return self.by_language[0]

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.by_language)

    def __str__(self) -> str:
        return self.best(UNDETERMINED)
