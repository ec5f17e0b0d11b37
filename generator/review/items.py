"""What an entry of the review desk is made of. No words of the interface: those are the pages'."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.knowledge.disagreements import Disagreement
from generator.model.site import Evidence
from generator.model.text import Span

EXHIBITS = 3
"""Most sentences shown with one entry; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A sentence to look at with stretches of it marked; without a sentence the article as a whole."""

    article: str
    sentence: int | None = None
    marked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """Why an entry stands there: a key of the locale below `review.remark`, and the values its words ask for.

    A value that is an id stands in `ids`, so that a page can name and link it.
    """

    key: str
    values: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))
    ids: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Choice:
    """One decision that can be pasted into `judgements.yml`: of ids, of words (of one article), or of both."""

    decision: str
    ids: tuple[str, ...] = ()
    surface: str | None = None
    article: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing for a person to decide or to mend.

    `key` is the anchor: unique within its queue, and made of what the entry is about alone, so that it stays. `about`
    are the ids of the pages it concerns; `words` those of the text, for a name without an id. `write` is the id whose
    file is to be written or corrected, `added` the lines to put into that file; where it has no record yet and no
    lines are given, the file is drafted from what was found. `evidence` is what the lines should name as source.
    """

    key: str
    about: tuple[str, ...] = ()
    words: str = ""
    kind: str = ""
    remarks: tuple[Remark, ...] = ()
    exhibits: tuple[Exhibit, ...] = ()
    more: int = 0
    disagreement: Disagreement | None = None
    choices: tuple[Choice, ...] = ()
    write: str | None = None
    added: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    claims: tuple[tuple[Mapping[str, object], tuple[Evidence, ...]], ...] = ()
    """Claims to add, each with what it rests on."""
    advice: str = ""
    """An English comment for the top of the lines: where in the file they belong."""
    wanted: tuple[str, ...] = ()
    """Keys that the file lacks and only a person can fill in."""
    evidence: tuple[Evidence, ...] = ()


def shown(found: Iterable[Exhibit], limit: int = EXHIBITS) -> tuple[tuple[Exhibit, ...], int]:
    """Return the first exhibits, those of one sentence as one, and how many there are beyond them."""
    by_sentence: dict[tuple[str, int | None], list[Span]] = {}
    for one in found:
        by_sentence.setdefault((one.article, one.sentence), []).extend(one.marked)
    exhibits = [Exhibit(*place, tuple(spans)) for place, spans in by_sentence.items()]
    return tuple(exhibits[:limit]), max(0, len(exhibits) - limit)
