"""Names known before reading: from the site's records and from the shipped tables.

The matcher is a dictionary from the first word of a name to the names that begin with it; the longest wins.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.language.normalise import even, fold
from generator.language.pack import languages, pack_for
from generator.language.tokens import Token, tokenise
from generator.model.reading import MentionForm, MentionKind


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
        self._by_first: dict[str, dict[tuple[str, ...], list[Entry]]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        for entry in self.entries:
            for keys in _keys(entry.spelling):
                self._by_first.setdefault(keys[0], {}).setdefault(keys[1:], []).append(entry)
        for first, rests in self._by_first.items():
            self._lengths[first] = tuple(sorted({len(rest) for rest in rests}, reverse=True))
        self.ids = frozenset(entry.id for entry in self.entries)

    def match_at(self, tokens: Sequence[Token], first: int) -> Match | None:
        """Return the longest name that begins at token `first`, with every entry that spells so."""
        token = tokens[first]
        rests = self._by_first.get(token.key)
        if rests is None:
            return None
        for length in self._lengths[token.key]:
            last, keys = _following(tokens, first, length)
            if last is None:
                continue
            entries = rests.get(keys)
            if not entries:
                continue
            fitting = tuple(entry for entry in entries if _fits(entry, tokens[first : last + 1]))
            if fitting:
                recorded = tuple(entry for entry in fitting if entry.recorded)
                return Match(first, last, recorded or fitting)
        return None

    def find(self, tokens: Sequence[Token]) -> list[Match]:
        """Return the names in a token sequence, left to right, longest first, without overlaps."""
        found = []
        position = 0
        while position < len(tokens):
            match = self.match_at(tokens, position) if tokens[position].kind == "word" else None
            if match:
                found.append(match)
                position = match.last + 1
            else:
                position += 1
        return found


def _keys(spelling: str) -> set[tuple[str, ...]]:
    """Return the word keys of a spelling; languages differ in how they cut at an apostrophe (`d'Iran`, `O'Neill`)."""
    written = even(spelling)
    packs = languages() if "'" in written else ("en",)
    cut = (tokenise(written, pack_for(language)) for language in packs)
    return {keys for tokens in cut if (keys := tuple(token.key for token in tokens if token.text not in "-."))}


def _following(tokens: Sequence[Token], first: int, length: int) -> tuple[int | None, tuple[str, ...]]:
    """Return the index of the last of `length` more words after `first`, hyphens and dots aside, and their keys."""
    keys: list[str] = []
    position = first
    while len(keys) < length:
        position += 1
        if position < len(tokens) and tokens[position].text in ("-", "."):
            position += 1
        if position >= len(tokens) or tokens[position].kind == "sign":
            return None, ()
        keys.append(tokens[position].key)
    return position, tuple(keys)


def _fits(entry: Entry, tokens: Sequence[Token]) -> bool:
    if entry.exact:
        written = "".join(token.text for token in tokens)
        return written == "".join(entry.spelling.split())
    if entry.any_case or not entry.spelling[:1].isupper():
        return True
    return tokens[0].capital


def fold_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, signs left out."""
    return tuple(token.key for token in tokenise(even(name), pack_for("en")) if token.kind != "sign") or (fold(name),)
