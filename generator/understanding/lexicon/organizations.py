"""The organisation topic of a language pack in typed form: heads, complements, introducing nouns, acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from generator.language.normalise import fold
from generator.language.pack import Pack
from generator.language.tokens import Token

Phrases = Mapping[str, tuple[tuple[str, ...], ...]]
"""Phrases by one of their words (the first or the last), longest first."""


@dataclass(frozen=True, kw_only=True)
class OrganizationRules:
    """How one language builds the names of organisations. The pack file says what each field is for."""

    heads: frozenset[str]
    lower_heads: frozenset[str]
    noun_complement: frozenset[str]
    no_adjective: frozenset[str]
    before_heads: frozenset[str]
    extend_left: bool
    final_heads: Phrases
    alone: Phrases
    generic: frozenset[str]
    common_words: frozenset[str]
    prepositions: frozenset[str]
    other_prepositions: frozenset[str]
    other_preposition_heads: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    definite: frozenset[str]
    coordinating: frozenset[str]
    conjunctions: frozenset[str]
    adjective: re.Pattern[str]
    not_adjectives: frozenset[str]
    introducers: frozenset[str]
    loose_introducers: frozenset[str]
    person_introducers: frozenset[str]
    introducer_gap: re.Pattern[str]
    introducer_final: frozenset[str]
    legal_forms: frozenset[str]
    titles: frozenset[str]
    not_in_names: frozenset[str]
    possessors: frozenset[str]
    and_before: frozenset[str]
    not_names: Phrases
    not_heads: frozenset[str]
    not_acronyms: frozenset[str]

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words at which a pattern may be looked for: all others need no look."""
        legal = self.legal_forms | {form + "." for form in self.legal_forms}
        nouns = self.heads | self.lower_heads | self.introducers | self.introducer_final
        return nouns | legal | frozenset(self.alone) | frozenset(self.final_heads)

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words that carry no letter of an acronym."""
        return self.prepositions | self.other_prepositions | self.articles | self.conjunctions


@lru_cache(maxsize=8)
def rules_for(pack: Pack) -> OrganizationRules:
    """Return the rules of a language; a pack without the topic finds known names alone."""
    topic = pack.topic("organizations")

    def words(field: str) -> frozenset[str]:
        return frozenset(fold(word) for word in topic.get(field, ()))

    def endings(field: str) -> re.Pattern[str]:
        return re.compile(rf"\w*{topic.get(field, '(?!)')}")

    return OrganizationRules(
        heads=words("heads"),
        lower_heads=words("lower_heads"),
        noun_complement=words("noun_complement"),
        no_adjective=words("no_adjective"),
        before_heads=words("before_heads"),
        extend_left=topic.get("extend_left") == "yes",
        final_heads=_phrases(topic.get("final_heads", ()), key=-1),
        alone=_phrases(topic.get("alone", ()), key=0),
        generic=words("generic"),
        common_words=words("common_words"),
        prepositions=words("prepositions"),
        other_prepositions=words("other_prepositions"),
        other_preposition_heads=words("other_preposition_heads"),
        articles=words("articles"),
        indefinite=words("indefinite"),
        definite=words("definite"),
        coordinating=words("coordinating"),
        conjunctions=words("conjunctions"),
        adjective=endings("adjective"),
        not_adjectives=words("not_adjectives"),
        introducers=words("introducers"),
        loose_introducers=words("loose_introducers"),
        person_introducers=words("person_introducers"),
        introducer_gap=endings("introducer_gap"),
        introducer_final=words("introducer_final"),
        legal_forms=words("legal_forms"),
        titles=words("titles"),
        not_in_names=words("not_in_names"),
        possessors=words("possessors"),
        and_before=words("and_before"),
        not_names=_phrases(topic.get("not_names", ()), key=0),
        not_heads=words("not_heads"),
        not_acronyms=frozenset(topic.get("not_acronyms", ())),
    )


def _phrases(lines: Iterable[str], key: int) -> Phrases:
    table: dict[str, list[tuple[str, ...]]] = {}
    for line in lines:
        words = tuple(fold(word) for part in line.split() for word in re.findall(r"[^']+'?|'", part))
        table.setdefault(words[key], []).append(words)
    return {word: tuple(sorted(phrases, key=lambda p: (-len(p), p))) for word, phrases in table.items()}


def phrase_at(tokens: Sequence[Token], first: int, phrases: Phrases) -> int | None:
    """Return the index of the last token of the longest phrase that begins at `first`."""
    for phrase in phrases.get(tokens[first].key, ()):
        last = first + len(phrase) - 1
        if last < len(tokens) and all(tokens[first + n].key == word for n, word in enumerate(phrase)):
            return last
    return None


def phrase_ending_at(tokens: Sequence[Token], last: int, phrases: Phrases) -> int | None:
    """Return the index of the first token of the longest phrase that ends at `last`."""
    for phrase in phrases.get(tokens[last].key, ()):
        first = last - len(phrase) + 1
        if first >= 0 and all(tokens[first + n].key == word for n, word in enumerate(phrase)):
            return first
    return None
