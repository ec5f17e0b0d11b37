"""The words around names of persons, of a language pack and of all languages, ready to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from generator.language.names import GivenNames, Strength, ascii_key, common_words, given_names, name_parts
from generator.language.normalise import fold
from generator.language.pack import Pack
from generator.language.tokens import Token
from generator.understanding.lexicon.roles import RoleLexicon, role_lexicon

_BARE_INITIALS = frozenset("BCDFGHJKLMNPQRSTVWXZ")


@dataclass(frozen=True)
class PeopleWords:
    """The topic `people` of a pack, the small words inside names, and the tables of names; all folded."""

    honorifics: Mapping[str, str]
    pronouns: Mapping[str, str]
    thing_subjects: Mapping[str, str]
    speech: frozenset[str]
    auxiliaries: frozenset[str]
    person_verbs: frozenset[str]
    ages: frozenset[str]
    births: frozenset[str]
    naming: frozenset[str]
    owners: frozenset[str]
    identifying: frozenset[str]
    identifying_links: frozenset[str]
    humans: frozenset[str]
    things_before: frozenset[str]
    things_inside: frozenset[str]
    led_before: frozenset[str]
    led_after: frozenset[str]
    place_prepositions: frozenset[str]
    determiners: frozenset[str]
    impersonal: frozenset[str]
    given_names: frozenset[str]
    years_old: frozenset[str]
    front_words: frozenset[str]
    post_nominals: frozenset[str]
    person_relatives: frozenset[str]
    object_prepositions: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    prepositions: frozenset[str]
    suffixes: frozenset[str]
    hyphen_tails: frozenset[str]
    surname_endings: tuple[str, ...]
    given: GivenNames
    common: frozenset[str]
    roles: RoleLexicon

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The folded verb forms behind which a person is the subject."""
        return self.auxiliaries | self.speech | self.person_verbs | self.roles.copulas

    @cached_property
    def helpers(self) -> frozenset[str]:
        """The folded words that may stand between a name and its verb: "was also shot"."""
        return self.auxiliaries | self.roles.appointments.passive

    def strength(self, token: Token) -> Strength:
        """Tell how sure a token is a given name."""
        return Strength.SURE if token.key in self.given_names else self.given.strength(token.key)

    def is_common(self, token: Token) -> bool:
        """Tell whether a token is a frequent ordinary word, or one of the pack's function words."""
        return ascii_key(token.key) in self.common or token.key in self.roles.breaks

    def begins_thing(self, token: Token) -> bool:
        """Tell whether a capitalised word makes a thing of the name behind it ("Editions X"); "Bill" is a name too."""
        return token.key in self.things_before and self.strength(token) is Strength.NONE

    def is_initial(self, token: Token) -> bool:
        """Tell whether a token is one or more initials (`J.`, `J.K.`) or a bare consonant (`A` is a word)."""
        if not token.capital:
            return False
        return token.text[1:2] == "." if len(token.text) > 1 else token.text in _BARE_INITIALS

    def is_honorific(self, token: Token) -> bool:
        """Tell whether a token is a form of address; one that is also an ordinary word must be capitalised."""
        return token.key in self.honorifics


@lru_cache(maxsize=8)
def people_words(pack: Pack) -> PeopleWords:
    """Return the words of a pack; read once."""
    data = pack.topic("people")
    parts = name_parts()
    return PeopleWords(
        honorifics=_fold_keys(data.get("honorifics", {})),
        pronouns=_fold_keys(data.get("pronouns", {})),
        thing_subjects=_fold_keys(data.get("thing_subjects", {})),
        **{name: _fold_all(data, name) for name in _WORD_LISTS},
        **{name: parts[name] for name in ("particles", "prepositions", "suffixes", "hyphen_tails")},
        surname_endings=tuple(sorted(parts["surname_endings"])),
        given=given_names(),
        common=common_words(pack) - given_names().sure - _fold_all(data, "given_names"),
        roles=role_lexicon(pack),
    )


_WORD_LISTS = (
    "speech", "auxiliaries", "person_verbs", "ages", "births", "naming", "owners", "identifying",
    "identifying_links", "humans", "things_before", "things_inside",
    "led_before", "led_after", "place_prepositions", "determiners", "impersonal", "object_prepositions", "openers",
    "given_names", "years_old", "front_words", "person_relatives", "post_nominals",
)  # fmt: skip


def _fold_keys(data: Mapping[str, str]) -> dict[str, str]:
    return {fold(key): value for key, value in data.items()}


def _fold_all(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in data.get(name, ()))
