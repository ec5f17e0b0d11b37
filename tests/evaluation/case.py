"""One article with its annotation, what was understood of it, and who is who between the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.model.reading import Mention, Reading
from generator.model.text import Span
from tests.evaluation.gold import GoldArticle
from tests.evaluation.spans import shared


@dataclass(frozen=True)
class Case:
    """What every measure looks at."""

    gold: GoldArticle
    reading: Reading

    @cached_property
    def named_people(self) -> tuple[Mention, ...]:
        """People mentioned by name: `form: role` is another task."""
        return tuple(item for item in self.reading.mentions if item.kind == "person" and item.form != "role")

    @cached_property
    def person_of(self) -> Mapping[str | None, str]:
        """Predicted id -> annotated person whose mentions it overlaps most often; ids that meet nobody are left out.

        Ambiguous mentions, whose id is None, count as one more id.
        """
        wanted = [(mention.span, person.id) for person in self.gold.people for mention in person.mentions]
        votes: dict[str | None, Counter[str]] = {}
        for mention in self.named_people:
            span, person = max(wanted, key=lambda item: shared(item[0], mention.span), default=(Span(0, 0), ""))
            if shared(span, mention.span):
                votes.setdefault(mention.id, Counter())[person] += 1
        return {key: counter.most_common(1)[0][0] for key, counter in votes.items()}

    def mentions(self, kind: str) -> tuple[Mention, ...]:
        """Return the predicted mentions of one kind."""
        return tuple(item for item in self.reading.mentions if item.kind == kind)

    def words(self, span: Span, length: int = 60) -> str:
        """Return the words of a span on one line, quoted."""
        return repr(" ".join(span.of(self.gold.text).split())[:length])

    def around(self, span: Span, width: int = 25) -> str:
        """Return the words around a span on one line, quoted."""
        return self.words(Span(max(0, span.start - width), span.end + width), len(span) + 2 * width)
