"""The typed form of a language pack's `speech.yml`: verbs of saying with their forms, and the words around them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from generator.language.pack import Pack
from generator.understanding.lexicon.roles import role_lexicon

FormKind = Literal["finite", "participle", "gerund", "infinitive"]

ASIDE = "\0aside"
"""The word that stands in a passage for each token of an aside."""

_KINDS: tuple[FormKind, ...] = ("finite", "participle", "gerund", "infinitive")
# A form that may be both is a participle where an auxiliary stands before it.
_TRIED: tuple[FormKind, ...] = ("participle", "finite", "gerund", "infinitive")


@dataclass(frozen=True, slots=True)
class Verb:
    """How a verb of saying takes what is said (see the comments of `speech.yml`).

    `particle` are words that must follow the verb form and belong to it (`faire savoir`).
    """

    takes: frozenset[str]
    particle: tuple[str, ...]
    calls: frozenset[str]
    presses: frozenset[str]
    infinitive: bool
    reflexive: bool


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """All words by which one language reports speech; every word in lower case, evened, with its accents."""

    forms: Mapping[str, tuple[tuple[FormKind, Verb], ...]]
    quotation_marks: tuple[str, ...]
    dialogue_dashes: frozenset[str]
    auxiliaries: frozenset[str]
    reflexive_auxiliaries: frozenset[str]
    reflexive_pronouns: frozenset[str]
    passive_auxiliaries: frozenset[str]
    not_finite_after: frozenset[str]
    modals: frozenset[str]
    clitics: frozenset[str]
    adverbs: frozenset[str]
    adverb_endings: tuple[str, ...]
    not_adverbs: frozenset[str]
    negations: frozenset[str]
    infinitive_leads: frozenset[str]
    infinitive_endings: tuple[str, ...]
    gerund_endings: tuple[str, ...]
    infinitive_openers: frozenset[str]
    that: frozenset[str]
    whether: frozenset[str]
    not_that_after: frozenset[str]
    relatives: frozenset[str]
    subject_relatives: frozenset[str]
    conjunctions: frozenset[str]
    clause_conjunctions: frozenset[str]
    gerund_leads: frozenset[str]
    pronouns: Mapping[str, tuple[str, str]]
    inverted_pronouns: frozenset[str]
    stressed_pronouns: frozenset[str]
    latter: Mapping[str, str]
    demonstratives: frozenset[str]
    possessives: frozenset[str]
    agents: frozenset[str]
    reprise_adjectives: frozenset[str]
    same: frozenset[str]
    inversion_signs: frozenset[str]
    inverting: frozenset[str]
    determiners: frozenset[str]
    noun_markers: frozenset[str]
    of_prepositions: frozenset[str]
    prepositions: frozenset[str]
    time_words: frozenset[str]
    sources: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]
    """Phrases that name a source, by their first word, longest first; the weak ones (True) come last."""
    cue_heads: frozenset[str]
    """Words at which a cue may be looked for: all others need no look."""
    no_sources: frozenset[str]
    source_nouns: frozenset[str]
    delegates: frozenset[str]
    governments: frozenset[str]
    bodies: frozenset[str]
    body_nouns: frozenset[str]
    state_nouns: frozenset[str]
    seats: Mapping[str, str]
    definite: frozenset[str]
    definite_contractions: frozenset[str]
    indefinite: frozenset[str]
    body_pronouns: frozenset[str]
    article_genders: Mapping[str, str]
    finite_words: frozenset[str]
    finite_endings: tuple[str, ...]
    plural_endings: tuple[str, ...]
    subject_pronouns: frozenset[str]
    titles_of_works: frozenset[str]
    not_clause: frozenset[str]
    not_object: frozenset[str]
    not_pressed: frozenset[str]
    reported_infinitives: frozenset[str]
    role_keys: frozenset[str]
    """Folded first words of offices and occupations, from the topic `roles`."""
    gender_words: Mapping[str, str]

    asides: Mapping[str, tuple[tuple[str, ...], ...]]
    """Phrases that stand apart from the clause (`pour sa part`), by their last word, longest first."""

    def is_adverb(self, word: str) -> bool:
        """Tell whether a word may stand between a verb and its auxiliary, its subject or its object."""
        if word in self.adverbs:
            return True
        return len(word) > 5 and word.endswith(self.adverb_endings) and word not in self.not_adverbs


@lru_cache(maxsize=8)
def speech_lexicon(pack: Pack) -> SpeechLexicon:
    """Return the lexicon of a pack (one without the topic finds quotation marks at most)."""
    data = pack.topic("speech")
    forms = _forms(data)
    sources: dict[str, tuple[tuple[tuple[str, ...], bool], ...]] = {}
    for name, weak in (("sources", False), ("weak_sources", True)):
        for phrase in _phrases(data, name):
            sources[phrase[0]] = (*sources.get(phrase[0], ()), (phrase, weak))
    return SpeechLexicon(
        forms=forms,
        quotation_marks=tuple(data.get("quotation_marks", ())),
        pronouns={word: (gender, number) for word, (gender, number) in data.get("pronouns", {}).items()},
        gender_words={word: gender for gender, words in data.get("gender_words", {}).items() for word in words},
        seats=data.get("seats", {}),
        latter=data.get("latter", {}),
        article_genders=data.get("article_genders", {}),
        adverb_endings=tuple(data.get("adverb_endings", ())) or ("\0",),
        infinitive_endings=tuple(data.get("infinitive_endings", ())),
        gerund_endings=tuple(data.get("gerund_endings", ())),
        plural_endings=tuple(data.get("plural_endings", ())),
        finite_endings=tuple(data.get("finite_endings", ())),
        sources=sources,
        role_keys=frozenset(role_lexicon(pack).heads),
        cue_heads=frozenset((*sources, *forms)),
        asides=_by_last(_phrases(data, "asides")),
        **{name: frozenset(data.get(name, ())) for name in _WORD_SETS if name != "adverbs"},
        adverbs=frozenset(data.get("adverbs", ())) | {ASIDE},
    )


_WORD_SETS = (
    "dialogue_dashes", "auxiliaries", "reflexive_auxiliaries", "reflexive_pronouns", "passive_auxiliaries",
    "not_finite_after", "modals",
    "clitics", "adverbs", "negations", "infinitive_leads", "infinitive_openers", "that", "whether", "not_that_after",
    "relatives", "subject_relatives", "conjunctions", "clause_conjunctions", "gerund_leads", "inverted_pronouns",
    "stressed_pronouns", "demonstratives", "possessives", "agents", "reprise_adjectives", "same", "inversion_signs",
    "inverting",
    "determiners", "noun_markers", "of_prepositions", "prepositions", "time_words", "no_sources",
    "source_nouns", "delegates", "governments", "bodies", "body_nouns", "state_nouns",
    "definite", "definite_contractions",
    "indefinite", "not_adverbs", "body_pronouns", "finite_words", "subject_pronouns", "titles_of_works",
    "not_clause", "not_object", "not_pressed", "reported_infinitives",
)  # fmt: skip


def _phrases(data: Mapping[str, Any], name: str) -> list[tuple[str, ...]]:
    return sorted((tuple(phrase.split()) for phrase in data.get(name, ())), key=lambda words: (-len(words), words))


def _by_last(phrases: Sequence[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in phrases:
        found[phrase[-1]] = (*found.get(phrase[-1], ()), phrase)
    return found


def _forms(data: Mapping[str, Any]) -> dict[str, tuple[tuple[FormKind, Verb], ...]]:
    paradigms = data.get("paradigms", {})
    forms: dict[str, list[tuple[FormKind, Verb]]] = {}
    for group in data.get("verbs", ()):
        verb = Verb(
            takes=frozenset(group.get("takes", ())),
            particle=tuple(group.get("particle", "").split()),
            calls=frozenset(group.get("calls", ())),
            presses=frozenset(group.get("presses", ())),
            infinitive="infinitive" in group,
            reflexive="reflexive" in group,
        )
        for name, paradigm in paradigms.items():
            for stem in group.get(name, ()):
                for kind in _KINDS:
                    for ending in paradigm.get(kind, ()):
                        forms.setdefault(stem + ending, []).append((kind, verb))
    return {word: _merged(readings) for word, readings in forms.items()}


def _merged(readings: list[tuple[FormKind, Verb]]) -> tuple[tuple[FormKind, Verb], ...]:
    """Make one reading of all that a form may be, by kind, particle and reflexive; the most precise one first."""
    groups: dict[tuple[FormKind, tuple[str, ...], bool], list[Verb]] = {}
    for kind, verb in readings:
        groups.setdefault((kind, verb.particle, verb.reflexive), []).append(verb)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[0][1]), not item[0][2], _TRIED.index(item[0][0])))
    return tuple(
        (
            kind,
            Verb(
                takes=frozenset().union(*(verb.takes for verb in verbs)),
                particle=particle,
                calls=frozenset().union(*(verb.calls for verb in verbs)),
                presses=frozenset().union(*(verb.presses for verb in verbs)),
                infinitive=any(verb.infinitive for verb in verbs),
                reflexive=reflexive,
            ),
        )
        for (kind, particle, reflexive), verbs in ordered
    )
