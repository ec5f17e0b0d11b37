"""To whom something was said, where the words beside it say so: "told Reuters", "lors d’un entretien avec X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.language.normalise import even, fold
from generator.language.pack import pack_for
from generator.model.reading import Mention, Statement
from generator.model.text import Span

_LISTENERS = frozenset({"person", "organization"})
"""Countries and cities are left out: what is said "à Paris" is said there."""
_BEFORE = 80
"""Characters before a name that are looked at."""


@dataclass(frozen=True, slots=True)
class _Words:
    direct: tuple[str, ...]
    leads: tuple[str, ...]
    occasions: tuple[str, ...]
    ties: tuple[str, ...]
    articles: tuple[str, ...]


def audience_of(
    text: str, language: str, statement: Statement, around: Span, mentions: Sequence[Mention]
) -> tuple[str, ...]:
    """Return the ids of those a statement was said to, by the words of `around` that are not the statement's own.

    Only a name counts that follows the cue at once ("told X"; "a déclaré jeudi à X", with one word between at most), or
    an occasion such as an interview. `mentions` may be all of the article.
    """
    words = _words(language)
    found: dict[str, None] = {}
    for mention in mentions:
        if mention.kind not in _LISTENERS or mention.id in (None, statement.speaker):
            continue
        if not around.contains(mention.span) or statement.span.overlaps(mention.span):
            continue
        start = max(around.start, mention.start - _BEFORE)
        # What was said before the cue is not what leads to the name.
        if start < statement.end <= mention.start:
            start = statement.end
        if mention.id and _leads_to(fold(text[start : mention.start]), fold(statement.cue), words):
            found[mention.id] = None
    return tuple(found)


def _leads_to(before: str, cue: str, words: _Words) -> bool:
    before = _without_end(before, words.articles) or before.strip()
    led = _without_end(before, words.leads)
    if led and cue and (led.endswith(cue) or led.rpartition(" ")[0].endswith(cue)):
        return True
    if cue and before.endswith(cue) and cue.rpartition(" ")[2] in words.direct:
        return True
    tied = _without_end(before, words.ties)
    return bool(tied) and any(_ends(part, words.occasions) for part in (tied, tied.rpartition(" ")[0]))


def _without_end(words: str, endings: Sequence[str]) -> str:
    """Return words without the ending they have, stripped; empty where they have none of them."""
    words = words.strip()
    ending = _ends(words, endings)
    return words[: -len(ending)].rstrip() if ending else ""


def _ends(words: str, endings: Sequence[str]) -> str:
    """Return the first of the endings that stands whole at the end of words; empty if there is none."""
    return next((one for one in endings if words.endswith(one) and not words[: -len(one)][-1:].isalnum()), "")


@lru_cache(maxsize=8)
def _words(language: str) -> _Words:
    data = pack_for(language).topic("audience")
    names = ("direct", "leads", "occasions", "ties", "articles")
    # The longest first: "accordé à" before "à".
    return _Words(*(tuple(sorted((fold(even(one)) for one in data.get(name, ())), key=len)[::-1]) for name in names))
