"""Cues: the words by which a sentence says that somebody speaks (`a ajouté`, `said`, `selon`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.understanding.lexicon.speech import FormKind, SpeechLexicon, Verb
from generator.understanding.speech.passages import Passage

CueKind = Literal["finite", "gerund", "infinitive", "source"]

_REACH = 8
_SOURCE = Verb(frozenset({"quote", "closing"}), (), frozenset(), frozenset(), False, False)


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens `first..last` of a passage that report speech.

    `pronoun` is the token of an inverted subject (`a-t-il dit`). A `source` cue is a preposition (`selon`);
    it is `weak` where it counts only beside words in quotation marks.
    """

    first: int
    last: int
    kind: CueKind
    verb: Verb
    pronoun: int | None = None
    negated: bool = False
    weak: bool = False


def find_cues(passage: Passage, lexicon: SpeechLexicon) -> list[Cue]:
    """Return the cues of a passage in text order, without overlaps."""
    words = passage.words
    cues: list[Cue] = []
    done = -1
    heads = lexicon.cue_heads
    for position in [position for position, word in enumerate(words) if word in heads]:
        if position <= done:
            continue
        word = words[position]
        readings = lexicon.forms.get(word)
        cue = _verb_cue(passage, position, readings, lexicon) if readings else None
        if cue is None and word in lexicon.sources:
            cue = _source_cue(words, position, lexicon)
        if cue is not None and (not cues or cue.first > cues[-1].last):
            cues.append(cue)
            done = cue.last
    return cues


def _verb_cue(
    passage: Passage, position: int, readings: Sequence[tuple[FormKind, Verb]], lexicon: SpeechLexicon
) -> Cue | None:
    for kind, verb in readings:
        last = _particle_end(passage.words, position, verb, lexicon)
        if last is None:
            continue
        cue = _shape(passage, position, last, kind, verb, lexicon)
        if cue is not None:
            return cue
    return None


def _particle_end(words: Sequence[str], position: int, verb: Verb, lexicon: SpeechLexicon) -> int | None:
    """Return the last token of the verb with its particle; None where the particle is missing."""
    if not verb.particle:
        return position
    place = position + 1
    while (
        place < len(words)
        and place - position < 4
        and words[place] != verb.particle[0]
        and lexicon.is_adverb(words[place])
    ):
        place += 1
    end = place + len(verb.particle)
    return end - 1 if tuple(words[place:end]) == verb.particle else None


def _shape(
    passage: Passage, position: int, last: int, kind: FormKind, verb: Verb, lexicon: SpeechLexicon
) -> Cue | None:
    words = passage.words
    if kind == "participle":
        return _compound(words, position, last, verb, lexicon)
    if kind == "gerund":
        if verb.reflexive and not _reflexive(words, position, lexicon):
            return None
        before = words[position - 1] if position else ""
        if before in lexicon.negations or (before in lexicon.noun_markers and before not in lexicon.gerund_leads):
            return None
        return Cue(position, last, "gerund", verb)
    if kind == "infinitive":
        lead = _lead(words, position, lexicon)
        if lead is not None:
            return Cue(lead, last, "gerund" if lead == position - 1 else "infinitive", verb)
        if not position or words[position - 1] not in lexicon.modals:
            return None
        return Cue(position - 1, last, "finite", verb, negated=_negated(words, position - 1, last, lexicon))
    return _finite(passage, position, last, verb, lexicon)


def _finite(passage: Passage, position: int, last: int, verb: Verb, lexicon: SpeechLexicon) -> Cue | None:
    words = passage.words
    token = passage.tokens[position]
    if token.capital and not _inverted(words, position + 1, lexicon)[0]:
        return None
    if verb.reflexive and not _reflexive(words, position, lexicon):
        return None
    before = words[position - 1] if position else ""
    taken_back = position > 1 and words[position - 2] in lexicon.inverting  # "comme le précise X"
    counted = position > 0 and passage.tokens[position - 1].kind == "number"
    if counted or before in lexicon.noun_markers or (before in lexicon.not_finite_after and not taken_back):
        return None
    if _passive(words, position, lexicon) or not _plural_subject(words, position, lexicon):
        return None
    pronoun, end = _inverted(words, position + 1, lexicon)
    if pronoun is None and _verb_follows(words, last + 1, lexicon):
        return None
    if pronoun is not None:
        first = position - 1 if verb.reflexive else position
        return Cue(first, max(end, last), "finite", verb, pronoun)
    return Cue(position, last, "finite", verb, negated=_negated(words, position, last, lexicon))


def _plural_subject(words: Sequence[str], position: int, lexicon: SpeechLexicon) -> bool:
    """Tell whether a form that is also the infinitive (`say`, `report`) has the plural before it that it needs."""
    if not lexicon.plural_endings or all(kind != "infinitive" for kind, _ in lexicon.forms[words[position]]):
        return True
    place = position - 1
    while place > 0 and lexicon.is_adverb(words[place]):
        place -= 1
    if place < 0:
        return False
    word = words[place]
    return (
        word.endswith(lexicon.plural_endings) or word in lexicon.conjunctions or word in lexicon.modals or word == ","
    )


def _verb_follows(words: Sequence[str], place: int, lexicon: SpeechLexicon) -> bool:
    """Tell whether a verb stands right after: then the word before it is a noun (`le juge estime`, `a report said`)."""
    return place < len(words) and any(kind == "finite" for kind, _ in lexicon.forms.get(words[place], ()))


def _passive(words: Sequence[str], position: int, lexicon: SpeechLexicon) -> bool:
    place = position - 1
    while place > 0 and position - place < 4 and lexicon.is_adverb(words[place]):
        place -= 1
    return place >= 0 and words[place] in lexicon.passive_auxiliaries


def _compound(words: Sequence[str], position: int, last: int, verb: Verb, lexicon: SpeechLexicon) -> Cue | None:
    """Find the auxiliary before a participle: `a ajouté`, `a-t-il également dit`, `s'est félicité`, `has said`."""
    place = position - 1
    pronoun = None
    while place >= 0 and position - place <= _REACH:
        word = words[place]
        if verb.reflexive and word in lexicon.reflexive_auxiliaries:
            clitic = place - 1 >= 0 and words[place - 1] in lexicon.reflexive_pronouns
            return Cue(place - 1, last, "finite", verb, pronoun) if clitic else None
        if not verb.reflexive and word in lexicon.auxiliaries:
            return Cue(place, last, "finite", verb, pronoun, _negated(words, place, last, lexicon))
        if word in lexicon.inverted_pronouns and place and words[place - 1] in lexicon.inversion_signs:
            pronoun = place
        elif (word in lexicon.of_prepositions and lexicon.is_adverb(words[place + 1])) or (
            word in lexicon.stressed_pronouns and place and words[place - 1] in lexicon.auxiliaries
        ):
            pass
        elif word in lexicon.passive_auxiliaries or (
            word not in lexicon.inversion_signs and word not in lexicon.negations and not lexicon.is_adverb(word)
        ):
            return None
        place -= 1
    return None


def _inverted(words: Sequence[str], place: int, lexicon: SpeechLexicon) -> tuple[int | None, int]:
    """Return the pronoun after a hyphen (`dit-il`, `ajoute-t-elle`) and the last token of the inversion."""
    start = place
    while place < len(words) and words[place] in lexicon.inversion_signs and place - start < 4:
        place += 1
    if place > start and place < len(words) and words[place] in lexicon.inverted_pronouns:
        return place, place
    return None, start - 1


def _reflexive(words: Sequence[str], position: int, lexicon: SpeechLexicon) -> bool:
    return position > 0 and words[position - 1] in lexicon.reflexive_pronouns


def _lead(words: Sequence[str], position: int, lexicon: SpeechLexicon) -> int | None:
    """Return the first token of the words that let an infinitive report (`tient à`, `avant de`)."""
    for length in (3, 2):
        if position >= length and " ".join(words[position - length : position]) in lexicon.infinitive_leads:
            return position - length
    return None


def _negated(words: Sequence[str], first: int, last: int, lexicon: SpeechLexicon) -> bool:
    return any(word in lexicon.negations for word in words[max(0, first - 2) : last + 2])


def _source_cue(words: Sequence[str], position: int, lexicon: SpeechLexicon) -> Cue | None:
    for phrase, weak in lexicon.sources[words[position]]:
        end = position + len(phrase)
        if words[position:end] == phrase:
            if any(word in lexicon.no_sources for word in words[end : end + 2]):
                return None
            return Cue(position, end - 1, "source", _SOURCE, weak=weak)
    return None
