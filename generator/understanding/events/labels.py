"""A short phrase of the text that can stand as the name of an event."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.tokens import Token
from generator.understanding.events.scene import Candidate
from generator.understanding.lexicon.events import EventRules

LONGEST = 90
"""Characters of the longest label."""
_FEW_WORDS = 3
_SHORTEST = 24
"""Characters below which a cut gives too little to read."""


def clause_label(text: str, candidate: Candidate, rules: EventRules) -> str:
    """Return the clause around the trigger as a phrase: no opening connective, no closing sign, cut at a word's end.

    What stands between commas right before the verb is left out (`Ana, 30, was freed`), and what stands before the
    comma that opens the clause proper (`On Monday, …`).
    """
    tokens = candidate.sentence.tokens
    trigger = candidate.trigger
    left, right = candidate.clause
    if trigger.noun:
        first = _noun_start(tokens, trigger.first, left, rules)
        last = _phrase_end(tokens, trigger.last, right)
        if last - first >= _FEW_WORDS:
            return tidy(text[tokens[first].start : _cut(tokens[first : last + 1], tokens[first].start, rules)])
    begin = _skip(tokens, left, trigger.first, rules)
    commas = [position for position in range(begin, trigger.first) if tokens[position].text == ","]
    if begin > left and len(commas) > 1 and commas[0] - begin < _FEW_WORDS:
        begin = _skip(tokens, commas[0] + 1, trigger.first, rules)  # `On Thursday, Ana, 30, …`
    left = begin
    commas = [position for position in range(left, trigger.first) if tokens[position].text == ","]
    aside = commas[-1] if commas else None
    if aside is None:
        return tidy(text[tokens[left].start : _cut(tokens[left : right + 1], tokens[left].start, rules)])
    if _has_subject(tokens[aside + 1 : trigger.first], rules):
        left = _skip(tokens, aside + 1, trigger.first, rules)
        return tidy(text[tokens[left].start : _cut(tokens[left : right + 1], tokens[left].start, rules)])
    subject = text[tokens[left].start : tokens[commas[0]].start]
    start = tokens[aside + 1].start - len(subject)
    return tidy(f"{subject} {text[tokens[aside + 1].start : _cut(tokens[aside + 1 : right + 1], start, rules)]}")


def _skip(tokens: Sequence[Token], left: int, first: int, rules: EventRules) -> int:
    while left < first and (tokens[left].key in rules.drop_from_label or tokens[left].kind == "sign"):
        left += 1
    return left


def _has_subject(tokens: Sequence[Token], rules: EventRules) -> bool:
    """Tell whether a subject stands between a comma and the verb: it begins with a name, an article or the like."""
    while tokens and tokens[0].key in rules.drop_from_label and tokens[0].key not in rules.articles:
        tokens = tokens[1:]
    return bool(tokens) and (
        tokens[0].capital or tokens[0].key in rules.articles or tokens[0].key in rules.before_nouns
    )


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
