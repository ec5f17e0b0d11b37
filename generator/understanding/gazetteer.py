"""Names known before reading: from the site's records and from the shipped tables.

The matcher is a dictionary from the first word of a name to the names that begin with it; the longest wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.language.normalise import even, fold
from generator.language.pack import languages, pack_for
from generator.language.tokens import Token, tokenise
from generator.model.reading import MentionForm, MentionKind

_SMALL_SIGNS = frozenset("-.'")
"""Signs inside a name that do not count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One way to write one entity.

    `exact` asks for the very letters, case and accents included (acronyms: `US`, not `us`); otherwise spellings
    that fold together match, as long as a name that begins with a capital does so in the text too.
    `any_case` entries (French adjectives: `iranien`) match in lower case as well.
    `recorded` tells names from the site's records: they win over the shipped tables.
    """

    spelling: str
    kind: MentionKind
    id: str
    name: str
    form: MentionForm = "name"
    country: str | None = None
    exact: bool = False
    any_case: bool = False
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens `[first, last]` of a sequence that spell one or more entries (several: the name is ambiguous)."""

    first: int
    last: int
    entries: tuple[Entry, ...]


class Gazetteer:
    """A frozen set of entries, ready to match. Building is linear in the names, matching in the tokens."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        by_first: dict[str, dict[tuple[str, ...], list[Entry]]] = {}
        for entry in self.entries:
            for keys in _keys(entry.spelling):
                by_first.setdefault(keys[0], {}).setdefault(keys[1:], []).append(entry)
        self._names = {first: _Names(rests) for first, rests in by_first.items()}
        self.ids = frozenset(entry.id for entry in self.entries)
        self.firsts = frozenset(by_first)
        """Folded first words of the names: most words of a text begin none."""

    def match_at(self, tokens: Sequence[Token], first: int) -> Match | None:
        """Return the longest name that begins at token `first`, with every entry that spells so."""
        names = self._names.get(tokens[first].key)
        if names is None or not names.may_begin(tokens, first):
            return None
        keys, lasts = _following(tokens, first, names.lengths[0])
        for length in names.lengths:
            entries = names.rests.get(keys[:length]) if length <= len(keys) else None
            if not entries:
                continue
            last = lasts[length]
            fitting = tuple(entry for entry in entries if _fits(entry, tokens[first : last + 1]))
            if fitting:
                recorded = tuple(entry for entry in fitting if entry.recorded)
                return Match(first, last, recorded or fitting)
        return None

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """Return the names in a token sequence, left to right, longest first, without overlaps."""
        found = []
        done = -1
        for position, token in enumerate(tokens):
            if position > done and token.key in self.firsts and token.kind == "word":
                match = self.match_at(tokens, position)
                if match:
                    found.append(match)
                    done = match.last
        return found


class _Names:
    """The names that begin with one word, by the words after it; `lengths` says how many these are, longest first."""

    __slots__ = ("_alone", "_seconds", "lengths", "rests")

    def __init__(self, rests: Mapping[tuple[str, ...], list[Entry]]) -> None:
        self.rests = rests
        self.lengths = sorted({len(rest) for rest in rests}, reverse=True)
        self._alone = () in rests
        self._seconds = frozenset(rest[0] for rest in rests if rest) | _SMALL_SIGNS

    def may_begin(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether the next word, or none at all, goes with the first: with most articles it does not."""
        return self._alone or (first + 1 < len(tokens) and tokens[first + 1].key in self._seconds)


def _keys(spelling: str) -> set[tuple[str, ...]]:
    """Return the word keys of a spelling; languages differ in how they cut at an apostrophe (`d'Iran`, `O'Neill`)."""
    written = even(spelling)
    packs = languages() if "'" in written else ("en",)
    cut = (tokenise(written, pack_for(language)) for language in packs)
    return {keys for tokens in cut if (keys := tuple(token.key for token in tokens if token.text not in _SMALL_SIGNS))}


def _following(tokens: Sequence[Token], first: int, most: int) -> tuple[tuple[str, ...], list[int]]:
    """Return the keys of up to `most` words after `first`, small signs aside, and the indexes of them all."""
    keys: list[str] = []
    lasts = [first]
    position = first
    while len(keys) < most:
        position += 1
        if position < len(tokens) and tokens[position].text in _SMALL_SIGNS:
            position += 1
        if position >= len(tokens) or tokens[position].kind == "sign":
            break
        keys.append(tokens[position].key)
        lasts.append(position)
    return tuple(keys), lasts


def _fits(entry: Entry, tokens: Sequence[Token]) -> bool:
    if entry.exact:
        written = "".join(token.text for token in tokens)
        spelling = "".join(entry.spelling.split())
        # Inside a sentence an elided article is written small: `selon l'Express`.
        return written == spelling or (
            tokens[0].text.endswith("'") and written.capitalize()[:1] + written[1:] == spelling
        )
    if entry.any_case or not entry.spelling[:1].isupper():
        return True
    return tokens[0].capital


def fold_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, signs left out."""
    return tuple(token.key for token in tokenise(even(name), pack_for("en")) if token.kind != "sign") or (fold(name),)
