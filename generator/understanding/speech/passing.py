"""Cues in passing: a sentence names its source between or after commas (`…, a-t-il dit, …`; `…, said X.`)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.understanding.lexicon.speech import SpeechLexicon
from generator.understanding.speech.cues import Cue
from generator.understanding.speech.passages import Passage
from generator.understanding.speech.reported import TokenRange, clause_end, comma_after
from generator.understanding.speech.speakers import Speakers

_TAIL = 12
_SOURCE = 25
_OPENS = frozenset(",;:–—(")
_SHORTEST = 4
"""Tokens that a sentence must have beside its cue."""


def said_in_passing(
    number: int, passage: Passage, cue: Cue, floor: int, cues: Sequence[Cue], speakers: Speakers, lexicon: SpeechLexicon
) -> tuple[TokenRange, int] | None:
    """Return the tokens that a cue in passing reports, and the first token of the cue with its subject.

    Nothing before token `floor` belongs to it. None where the cue is not in passing.
    """
    if "closing" not in cue.verb.takes or cue.negated or cue.weak or cue.kind in ("gerund", "infinitive"):
        return None
    source = cue.kind == "source"
    edges = (
        _source(number, passage, cue, speakers, lexicon) if source else _verb(number, passage, cue, speakers, lexicon)
    )
    if edges is None or edges[0] < floor:
        return None
    inverted = edges[0] == cue.first
    if source and edges[0] == floor:
        later = [other for other in cues if other.first > cue.last]
        content = (edges[1], clause_end(passage, edges[1], later, lexicon))
        return (content, edges[0]) if content[1] - content[0] >= _SHORTEST - 1 else None
    both_sides = source or not inverted or cue.pronoun is not None
    around = _around(passage, floor, edges, both_sides=both_sides)
    return (around, edges[0]) if around is not None else None


def _around(passage: Passage, floor: int, edges: TokenRange, *, both_sides: bool) -> TokenRange | None:
    """Return the tokens before a cue in passing, or (`both_sides`) around it; `edges` are the cue with its subject."""
    words = passage.words
    floor = max((place + 1 for place in range(floor, edges[0]) if words[place] == ";"), default=floor)
    while floor < edges[0] and words[floor] in ",;:–—-":
        floor += 1
    last = next((place for place in range(edges[1], len(words)) if words[place] == ";"), len(words))
    if not both_sides or last - edges[1] <= 2:
        last = edges[0]
    while last > floor and words[last - 1] in ".!?…,":
        last -= 1
    return (floor, last) if last - floor >= _SHORTEST else None


def _verb(number: int, passage: Passage, cue: Cue, speakers: Speakers, lexicon: SpeechLexicon) -> TokenRange | None:
    """Return where a verb in passing begins and ends with its subject."""
    words = passage.words
    before = cue.first - 1
    while before >= 0 and words[before] in lexicon.clitics:
        before -= 1
    if before < _SHORTEST - 1:
        return None
    if cue.pronoun is not None:
        end = comma_after(passage, cue.last + 1, _TAIL, lexicon)
        return before + 1, len(words) if end is None else end
    following = words[cue.last + 1 : cue.last + 3]
    if following and (following[0] in lexicon.that or (following[0] == "," and following[-1] in lexicon.that)):
        return None
    if words[before] != ",":
        return _after_subject(passage, cue, before, lexicon)
    if "addressee" in cue.verb.takes or not _has_verb(passage, before, lexicon):
        return None
    end = comma_after(passage, cue.last + 1, 2 * _TAIL, lexicon)
    follows = speakers.subjects.follows(number, cue.last + 1) or _named_at_once(number, passage, cue, speakers, lexicon)
    return (before + 1, end) if end is not None and follows else None


def _has_verb(passage: Passage, end: int, lexicon: SpeechLexicon) -> bool:
    """Tell whether the words before token `end` are more than a subject with its apposition.

    True where the pack does not tell finite verbs.
    """
    if not lexicon.finite_words:
        return True
    return any(
        word in lexicon.finite_words or (not token.capital and word.endswith(lexicon.finite_endings))
        for word, token in zip(passage.words[:end], passage.tokens, strict=False)
    )


def _after_subject(passage: Passage, cue: Cue, before: int, lexicon: SpeechLexicon) -> TokenRange | None:
    """Return the edges of `, X said,`: a short subject between a comma and the verb, and nothing the verb could take.

    Only for languages whose pack tells finite verbs: elsewhere the words before could be a clause.
    """
    words = passage.words
    end = cue.last + 1
    closed = end >= len(words) or words[end] in ",." or words[end] in lexicon.time_words | lexicon.prepositions
    if not closed or not lexicon.finite_words:
        return None
    for back in range(before, max(0, before - _TAIL), -1):
        if words[back] in lexicon.relatives or words[back] in lexicon.that or words[back] in lexicon.finite_words:
            return None
        if words[back] == ",":
            if words[back + 1] in lexicon.clause_conjunctions or words[back + 1] in lexicon.conjunctions:
                return None
            stop = comma_after(passage, end, _TAIL, lexicon)
            return (back + 1, stop) if stop is not None else None
    return None


def _named_at_once(number: int, passage: Passage, cue: Cue, speakers: Speakers, lexicon: SpeechLexicon) -> bool:
    """Tell whether somebody named follows the verb as its subject."""
    speaker = speakers.after(number, cue)
    head = next((head for head in speakers.subjects.heads(number) if head.mention is speaker), None)
    if head is None or head.first <= cue.last:
        return False
    between = passage.words[cue.last + 1 : head.first]
    return len(between) <= _TAIL // 2 and not any(word in lexicon.relatives for word in between)


def _source(number: int, passage: Passage, cue: Cue, speakers: Speakers, lexicon: SpeechLexicon) -> TokenRange | None:
    """Return where `selon X` begins and where the comma after it ends."""
    words = passage.words
    start = cue.last + 1
    opens = cue.first == 0 or words[cue.first - 1] in _OPENS or words[cue.first - 1] in lexicon.conjunctions
    end = comma_after(passage, start, _SOURCE, lexicon)
    if end is None or start >= end:
        return None
    if opens and end < len(words) and words[end] == ",":
        closing = _apposition_end(passage, end + 1, lexicon)
        if closing is None:
            closing = speakers.name_end(number, start, end)
        return cue.first, (end if closing is None else closing) + 1
    pronoun = words[start] in lexicon.pronouns
    if end < len(words) - 1 or (not opens and end - cue.last > (2 if pronoun else _TAIL)):
        return None
    named = speakers.of(number, cue, 0, after=True) is not None
    sourced = opens and any(word in lexicon.source_nouns for word in words[start:end])
    return (cue.first, end) if named or pronoun or sourced else None


def _apposition_end(passage: Passage, start: int, lexicon: SpeechLexicon) -> int | None:
    """Return the comma that closes an office after a name (`selon X, économiste à …,`); None where none stands there.

    Such an office has no definite article: `selon X, le ministre …` goes on with the subject.
    """
    words = passage.words
    place = start
    while place < len(words) and place - start < 3 and passage.tokens[place].key not in lexicon.role_keys:
        plain = lexicon.is_adverb(words[place]) or words[place] in lexicon.indefinite
        if not plain:
            return None
        place += 1
    if place >= len(words) or passage.tokens[place].key not in lexicon.role_keys:
        return None
    closing = comma_after(passage, place + 1, _SOURCE, lexicon)
    return closing if closing is not None and closing < len(words) and words[closing] == "," else None
