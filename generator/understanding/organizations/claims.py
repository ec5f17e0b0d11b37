"""Finds of organisations that want their place in the text, and which of them get it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from generator.language.tokens import Token
from generator.model.reading import Mention, MentionForm
from generator.understanding.coverage import apart
from generator.understanding.document import Document

RECORDED, KNOWN, INTRODUCED, BUILT, GUESSED = 1.0, 0.97, 0.9, 0.8, 0.55
"""How sure a find of each kind is."""


class Claim(NamedTuple):
    """A mention that wants its place. Recorded names win, then the longer one, then the surer one."""

    mention: Mention
    recorded: bool = False

    def sort_key(self) -> tuple[bool, int, float, int]:
        """Order: the claim that wins comes first."""
        mention = self.mention
        return (not self.recorded, mention.start - mention.end, -mention.confidence, mention.start)


def mention_of(
    document: Document, ends: tuple[Token, Token], entity: str | None, name: str, form: MentionForm, sure: float
) -> Mention:
    """Make a mention of the words from the first to the last of two tokens."""
    first, last = ends
    return Mention(
        start=first.start,
        end=last.end,
        surface=document.article.text[first.start : last.end],
        kind="organization",
        id=entity,
        name=name,
        form=form,
        confidence=sure,
    )


def settle(claims: Iterable[Claim]) -> tuple[Mention, ...]:
    """Keep the best claim of each stretch of text, in text order."""
    return apart(claim.mention for claim in sorted(claims, key=Claim.sort_key))
