"""What a language pack says about names of countries and places, in typed form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from generator.language.normalise import even, fold
from generator.language.pack import Pack
from generator.language.tokens import Token, tokenise

Keys = tuple[str, ...]


def name_key(name: str) -> str:
    """Return the folded words of a name, hyphens as spaces."""
    return fold(name).replace("-", " ").strip()


class Phrases:
    """A set of word sequences, asked whether one of them ends or begins at a token."""

    __slots__ = ("_lasts", "_longest", "_phrases", "_same", "firsts")

    def __init__(self, phrases: Iterable[str], pack: Pack, same: Mapping[str, str]) -> None:
        self._same = same
        keys = (tuple(same.get(token.key, token.key) for token in tokenise(even(text), pack)) for text in phrases)
        self._phrases = frozenset(key for key in keys if key)
        self._longest = max((len(key) for key in self._phrases), default=0)
        self.firsts = frozenset(key[0] for key in self._phrases)
        self._lasts = frozenset(key[-1] for key in self._phrases)

    def before(self, tokens: Sequence[Token], index: int, gap: int = 0) -> int:
        """Return how many tokens a phrase that ends right before `index` has; 0 where there is none.

        With `gap`, so many words may stand before the phrase's last word (`politique [étrangère] de`).
        """
        if index < 1 or self._same.get(tokens[index - 1].key, tokens[index - 1].key) not in self._lasts:
            return 0
        keys = self._keys(tokens[max(0, index - self._longest - gap) : index])
        for length in range(min(len(keys), self._longest), 0, -1):
            if keys[-length:] in self._phrases:
                return length
        for skipped in range(1, gap + 1):
            for length in range(self._longest, 1, -1):
                if (
                    len(keys) >= length + skipped
                    and (*keys[-length - skipped : -1 - skipped], keys[-1]) in self._phrases
                ):
                    return length + skipped
        return 0

    def at(self, tokens: Sequence[Token], index: int) -> int:
        """Return how many tokens the longest phrase that begins at `index` has; 0 where there is none."""
        if index >= len(tokens) or self._same.get(tokens[index].key, tokens[index].key) not in self.firsts:
            return 0
        keys = self._keys(tokens[index : index + self._longest])
        for length in range(len(keys), 0, -1):
            if keys[:length] in self._phrases:
                return length
        return 0

    def _keys(self, tokens: Sequence[Token]) -> Keys:
        return tuple(self._same.get(token.key, token.key) for token in tokens)


@dataclass(frozen=True, slots=True)
class LandRules:
    """One language's `places.yml`. Words are folded; phrases are matched token by token."""

    demonyms_any_case: bool
    capitals_join: bool
    without_article: frozenset[str]
    no_land: tuple[str, ...]
    needs_context: frozenset[str]
    needs_article: Mapping[str, frozenset[str]]
    accents_matter: frozenset[str]
    place_before: Phrases
    government_before: Phrases
    opinion_before: frozenset[str]
    government_verbs: frozenset[str]
    weak_verbs: frozenset[str]
    verb_ending: re.Pattern[str]
    city_words: Phrases
    city_nouns: frozenset[str]
    backed: frozenset[str]
    clause_starts: frozenset[str]
    not_governments: frozenset[str]
    coordinators: frozenset[str]
    language_before: Phrases
    language_prepositions: frozenset[str]
    language_ends: frozenset[str]
    language_articles: frozenset[str]
    language_after: frozenset[str]
    person_demonyms: frozenset[str]
    given_names: frozenset[str]
    titles: frozenset[str]
    ages: frozenset[str]
    prefixes: Mapping[str, str]
    state_words: frozenset[str]
    neighbours: frozenset[str]
    name_heads: Phrases
    name_tails: Phrases
    unknown_after: Phrases
    unknown_sure: Phrases
    unknown_particles: Phrases
    heads: Phrases
    head_links: frozenset[str]
    name_articles: frozenset[str]
    given_fits: Phrases
    beside_before: Phrases
    loose_heads: frozenset[str]
    tails: Phrases
    tail_surnames: frozenset[str]
    not_places: frozenset[str]
    person_verbs: frozenset[str]
    introducing: Phrases
    kinds: frozenset[str]


@lru_cache(maxsize=8)
def land_rules(pack: Pack) -> LandRules:
    """Return the rules of a pack; all are empty where it has no `places.yml`."""
    topic = pack.topic("places")
    same: Mapping[str, str] = topic.get("same_word", {})

    def words(name: str) -> frozenset[str]:
        return frozenset(name_key(word) for word in topic.get(name, ()))

    def phrases(name: str) -> Phrases:
        return Phrases(topic.get(name, ()), pack, same)

    articles: Mapping[str, Any] = topic.get("needs_article", {})
    return LandRules(
        demonyms_any_case=topic.get("demonyms_any_case") == "yes",
        capitals_join=topic.get("capitals_join") == "yes",
        without_article=words("without_article"),
        no_land=tuple(topic.get("no_land", ())),
        needs_context=words("needs_context"),
        needs_article={name_key(name): frozenset(map(fold, before)) for name, before in articles.items()},
        accents_matter=frozenset(topic.get("accents_matter", ())),
        place_before=phrases("place_before"),
        government_before=phrases("government_before"),
        opinion_before=words("opinion_before"),
        government_verbs=words("government_verbs"),
        weak_verbs=words("weak_verbs"),
        verb_ending=re.compile(rf"\w{{2,}}(?:{topic.get('verb_ending') or '(?!)'})"),
        city_words=phrases("city_words"),
        city_nouns=words("city_nouns"),
        backed=words("backed"),
        clause_starts=words("clause_starts"),
        not_governments=words("not_governments"),
        coordinators=words("coordinators"),
        language_before=phrases("language_before"),
        language_prepositions=words("language_prepositions"),
        language_ends=words("language_ends"),
        language_articles=words("language_articles"),
        language_after=words("language_after"),
        person_demonyms=words("person_demonyms"),
        given_names=words("given_names"),
        titles=words("titles"),
        ages=words("ages"),
        prefixes={fold(prefix): code for prefix, code in topic.get("prefixes", {}).items()},
        state_words=words("state_words"),
        neighbours=words("neighbours"),
        name_heads=phrases("name_heads"),
        name_tails=phrases("name_tails"),
        unknown_after=phrases("unknown_after"),
        unknown_sure=phrases("unknown_sure"),
        unknown_particles=phrases("unknown_particles"),
        heads=phrases("heads"),
        head_links=words("head_links"),
        name_articles=words("name_articles"),
        given_fits=phrases("given_fits"),
        beside_before=phrases("beside_before"),
        loose_heads=words("loose_heads"),
        tails=phrases("tails"),
        tail_surnames=words("tail_surnames"),
        not_places=words("not_places"),
        person_verbs=words("person_verbs"),
        introducing=phrases("introducing"),
        kinds=words("kinds"),
    )
