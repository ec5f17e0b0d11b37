"""Whether the name of a capital means the city or the government that sits there.

Figures on news texts say: nearly nine in ten mean the city. So the city is the default, and only plain signs (the
subject of a verb of state, `between A and B`, `the policy of A`) make a government of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from generator.language.tokens import Token
from generator.model.article import ZoneKind
from generator.understanding.document import Sentence
from generator.understanding.lands.filters import touches
from generator.understanding.lands.names import Hit
from generator.understanding.lexicon.lands import LandRules


class Sense(NamedTuple):
    """The chosen sense and how sure it is."""

    government: bool
    confidence: float


_DATELINE = Sense(False, 0.95)
_AFTER_PLACE_WORD = Sense(False, 0.95)
_AFTER_GOVERNMENT_WORD = Sense(True, 0.85)
_SUBJECT = Sense(True, 0.85)
_POSSESSOR = Sense(True, 0.75)
_CITY_WORD = Sense(False, 0.85)
_AMONG_CITIES = Sense(False, 0.85)
_DEFAULT = Sense(False, 0.75)


def senses(sentence: Sentence, hits: Sequence[Hit], rules: LandRules) -> dict[int, Sense]:
    """Return the sense of every find of a seat of government, by its first token; coordinated ones go together."""
    found: dict[int, Sense] = {}
    if not any(_is_seat(hit) for hit in hits):
        return found
    position = 0
    while position < len(hits):
        group = [hits[position]]
        while position + len(group) < len(hits) and _linked(
            sentence.tokens, group[-1], hits[position + len(group)], rules
        ):
            group.append(hits[position + len(group)])
        if any(_is_seat(hit) for hit in group):
            sense = _sense(sentence, group, rules)
            found.update({hit.first: sense for hit in group if _is_seat(hit)})
        position += len(group)
    return found


def _is_seat(hit: Hit) -> bool:
    return any(name.seat_of for name in hit.names)


def _linked(tokens: Sequence[Token], left: Hit, right: Hit, rules: LandRules) -> bool:
    """Tell whether two names are coordinated: `A and B`, `A, B`."""
    return (
        right.first - left.last == 2
        and tokens[left.last + 1].key in rules.coordinators
        and all(name.form == "name" for hit in (left, right) for name in hit.names)
    )


def _sense(sentence: Sentence, group: Sequence[Hit], rules: LandRules) -> Sense:
    tokens, first, last = sentence.tokens, group[0].first, group[-1].last
    if sentence.zone.kind is ZoneKind.DATELINE or _opens_dateline(sentence, group[0]):
        return _DATELINE
    cities = any(name.kind == "place" for hit in group if not _is_seat(hit) for name in hit.names)
    if rules.place_before.before(tokens, first):
        return _AFTER_PLACE_WORD
    if cities:
        return _AMONG_CITIES
    if rules.government_before.before(tokens, first, gap=1):
        return _AFTER_GOVERNMENT_WORD
    after = last + 1
    if after >= len(tokens):
        return _DEFAULT
    if tokens[after].text == "," and first and tokens[first - 1].key in rules.opinion_before:
        return _SUBJECT
    if tokens[after].text == "-" and after + 1 < len(tokens) and tokens[after + 1].key in rules.backed:
        return _POSSESSOR
    if tokens[after].key == "'s":
        return _possessor(tokens, after + 1, rules)
    if _clause_begins(tokens, first, rules):
        return _subject(tokens, after, rules)
    return _DEFAULT


def _opens_dateline(sentence: Sentence, hit: Hit) -> bool:
    """`PARIS (AFP) –`, `Moscow, 3 March`: the first word of a block, before a bracket, a dash or a date."""
    tokens = sentence.tokens
    if hit.first or hit.last + 1 >= len(tokens) or sentence.zone.kind is ZoneKind.TITLE:
        return False
    after = tokens[hit.last + 1]
    if after.text in ("(", "–", "—", "/"):
        return True
    return after.text == "," and hit.last + 2 < len(tokens) and tokens[hit.last + 2].kind == "number"


def _clause_begins(tokens: Sequence[Token], first: int, rules: LandRules) -> bool:
    if first == 0:
        return True
    before = tokens[first - 1]
    if before.kind == "sign":
        return before.text not in ("-", ")")
    return before.key in rules.clause_starts


def _subject(tokens: Sequence[Token], verb: int, rules: LandRules) -> Sense:
    token = tokens[verb]
    if token.kind != "word" or token.capital or rules.city_words.at(tokens, verb):
        return _DEFAULT
    if token.key in rules.government_verbs or rules.verb_ending.fullmatch(token.text):
        if token.key in rules.weak_verbs and rules.city_words.at(tokens, verb + 1):
            return _CITY_WORD
        return _SUBJECT
    return _DEFAULT


def _possessor(tokens: Sequence[Token], owned: int, rules: LandRules) -> Sense:
    if owned >= len(tokens) or not touches(tokens, owned - 1, owned):
        return _DEFAULT
    if tokens[owned].capital or tokens[owned].key in rules.city_nouns:
        return _CITY_WORD
    return _POSSESSOR
