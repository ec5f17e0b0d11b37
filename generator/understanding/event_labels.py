"""A short phrase of the text that can stand as the name of an event."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.tokens import Token
from generator.understanding.event_parts import Candidate
from generator.understanding.event_rules import EventRules

LONGEST = 90
"""Characters of the longest label."""
_SHORTEST = 24
"""Characters below which a cut gives too little to read."""


def clause_label(text: str, candidate: Candidate, rules: EventRules) -> str:
    """Return the clause around the trigger as a phrase: no opening connective, no closing sign, cut at a word's end."""
    tokens = candidate.sentence.tokens
    trigger = candidate.trigger
    left, right = candidate.clause
    if trigger.noun:
        left = _noun_start(tokens, trigger.first, left, rules)
        right = _phrase_end(tokens, trigger.last, right)
    while left < trigger.first and (tokens[left].key in rules.drop_from_label or tokens[left].kind == "sign"):
        left += 1
    start, limit = tokens[left].start, tokens[right].end
    if limit - start > LONGEST and tokens[trigger.first].start - start > LONGEST // 2:
        left = _phrase_start(tokens, left, trigger.first, rules)
        start = tokens[left].start
    words = tokens[left : right + 1]
    label = text[start : _cut(words, start, rules)]
    return tidy(label)


def tidy(label: str) -> str:
    """Return one line without closing punctuation, its first letter a capital."""
    line = " ".join(label.split()).strip(" ,;:.-–—«»\"'“”")
    return line[:1].upper() + line[1:]


def _cut(words: Sequence[Token], start: int, rules: EventRules) -> int:
    """Return where the label ends: before the last small word that keeps it short enough."""
    end = words[-1].end
    if end - start <= LONGEST:
        return end
    best = None
    for position in range(1, len(words)):
        here = words[position - 1].end
        if here - start > LONGEST:
            break
        key = words[position].key
        breakable = words[position].kind == "sign" or key in rules.drop_from_label or key in rules.boundaries
        if breakable and here - start >= _SHORTEST and words[position - 1].key not in rules.drop_from_label:
            best = here
    if best is None:
        fitting = [word.end for word in words if word.end - start <= LONGEST]
        best = fitting[-1] if fitting else words[0].end
    return best


def _noun_start(tokens: Sequence[Token], first: int, left: int, rules: EventRules) -> int:
    """Go back over what belongs to the noun: adjectives, names and a possessive, up to a determiner or preposition."""
    position = first
    while position > left and first - position < 4:
        before = tokens[position - 1]
        if before.kind != "word" or before.key in rules.drop_from_label or before.key in rules.passive | rules.active:
            break
        if before.key in rules.boundaries or before.key in rules.modals:
            break
        position -= 1
    return position


def _phrase_end(tokens: Sequence[Token], last: int, right: int) -> int:
    position = last
    while position < right and not (tokens[position + 1].kind == "sign" and tokens[position + 1].text not in "-'&"):
        position += 1
    return position


def _phrase_start(tokens: Sequence[Token], left: int, first: int, rules: EventRules) -> int:
    """Begin a long clause after its last comma before the trigger."""
    for position in range(first - 1, left, -1):
        if tokens[position].text == "," and first - position > 2:
            return position + 1
    _ = rules
    return left
