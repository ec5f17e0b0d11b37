"""The words of an article as a reader sees them: marks of markup left out, mentions linked or marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from generator.model.article import Article
from generator.model.text import Span
from generator.pages.markdown import Md, element, join

_ADDRESS: Final = re.compile(r"https?://[^\s<>\"«»]+[^\s<>\"«».,;:!?)\]]")


class Passages:
    """Cuts pieces out of one article's text, without the marks of pins and, in `.md`, of Markdown."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._hidden = article.markup

    def words(self, start: int, end: int) -> str:
        """Return the visible characters of `[start, end)`, white space as in the file."""
        if not self._hidden:
            return self._text[start:end]
        pieces = []
        for hidden in self._hidden:
            if hidden.start >= end:
                break
            if hidden.end > start:
                pieces.append(self._text[start : max(start, hidden.start)])
                start = max(start, hidden.end)
        pieces.append(self._text[start:end] if start < end else "")
        return "".join(pieces)

    def addresses(self, stretch: Span) -> tuple[Span, ...]:
        """Return the web addresses in a stretch."""
        found = _ADDRESS.finditer(self._text, stretch.start, stretch.end)
        return tuple(Span(*match.span()) for match in found)

    def marked(self, stretch: Span, marked: Sequence[Span]) -> Md:
        """Return a stretch with parts of it in `<mark>`; what overlaps an earlier part is left out."""
        return self.dressed(stretch, ((part, Md("")) for part in marked))

    def dressed(self, stretch: Span, parts: Iterable[tuple[Span, Md]]) -> Md:
        """Return a stretch in which each part is replaced by the Markdown given for it (`""`: marked).

        Parts are cut to the stretch; one that overlaps an earlier one, or is the shorter of two that start
        together, is left out.
        """
        pieces: list[str | Md] = []
        at = stretch.start
        for part, dress in sorted(parts, key=lambda pair: (pair[0].start, -pair[0].end)):
            start, end = max(part.start, stretch.start), min(part.end, stretch.end)
            if start < at or start >= end:
                continue
            pieces += [self.words(at, start), dress or element("mark", self.words(start, end))]
            at = end
        return join("", [*pieces, self.words(at, stretch.end)])
