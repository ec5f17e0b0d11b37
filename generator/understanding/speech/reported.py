"""Where the words begin and end that a cue reports without quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.understanding.lexicon.speech import SpeechLexicon
from generator.understanding.speech.cues import Cue
from generator.understanding.speech.passages import Passage

_GAP = 14
_ENDS = frozenset(".!?…;")
_ADDRESSEE = 10
_SHORTEST = 3
"""Tokens that something reported must have unless a conjunction opens it."""

TokenRange = tuple[int, int]


def after_cue(passage: Passage, number: int, cues: Sequence[Cue], lexicon: SpeechLexicon) -> TokenRange | None:
    """Return the tokens `[first, last)` that cue `number` reports after itself; None where it reports none.

    Tried in this order: a clause with its conjunction, a call (`appelle à …`), a clause without conjunction, a noun.
    """
    cue = cues[number]
    verb = cue.verb
    if cue.kind == "source" or cue.negated:
        return None
    start = _infinitive_clause(passage, cue, lexicon)
    if start is None:
        start = _that_clause(passage, cue, lexicon)
    if start is None:
        start = _call(passage, cue, lexicon)
    if (start is None and "bare" in verb.takes) or ("bare_strict" in verb.takes and start is None):
        start = _bare_clause(passage, cue, lexicon)
    if start is None and "noun" in verb.takes:
        start = _noun(passage, cue, lexicon)
    if start is None:
        return None
    end = clause_end(passage, start, cues[number + 1 :], lexicon)
    if cue.kind == "gerund" and cue.first == 0:
        end = _main_clause(passage, start, end, lexicon)
    if end == start + 1 and start in passage.quotations:
        return start, end
    clause = start > cue.last + 1 and passage.words[start - 1] in lexicon.that | lexicon.whether
    return (start, end) if end > start and (clause or end - start >= _SHORTEST) else None


def _main_clause(passage: Passage, start: int, end: int, lexicon: SpeechLexicon) -> int:
    """Return the comma after which the main clause begins, for a participle at the head of its sentence.

    It is the first whose next word may begin a subject.
    """
    words = passage.words
    for place in range(start + 1, end - 1):
        if words[place] != ",":
            continue
        following = words[place + 1]
        opens = following in lexicon.determiners or following in lexicon.pronouns or passage.tokens[place + 1].capital
        if opens and following not in lexicon.prepositions | lexicon.of_prepositions:
            return place
    return end


def _infinitive_clause(passage: Passage, cue: Cue, lexicon: SpeechLexicon) -> int | None:
    """Return the first token of `avoir vu …` after `affirme`."""
    words = passage.words
    start = cue.last + 1
    while start < len(words) and words[start] in lexicon.time_words:
        start += 1
    place = start
    while place < len(words) and (words[place] in lexicon.infinitive_openers or words[place] == "-"):
        place += 1
    fits = "that" in cue.verb.takes and place < len(words) and words[place] in lexicon.reported_infinitives
    return start if fits else None


def _that_clause(passage: Passage, cue: Cue, lexicon: SpeechLexicon) -> int | None:
    """Return the first token after `que` or `whether`."""
    words = passage.words
    openers: frozenset[str] = frozenset()
    if "that" in cue.verb.takes:
        openers |= lexicon.that
    if "whether" in cue.verb.takes:
        openers |= lexicon.whether
    if not openers:
        return None
    start = cue.last + 1
    for place in range(start, min(len(words), start + _GAP)):
        word = words[place]
        if word in openers and (place == start or words[place - 1] not in lexicon.not_that_after):
            if not _gap_fits(passage, start, place, cue, lexicon):
                return None
            following = place + 1
            while following < len(words) and words[following] in ",:":
                following += 1
            return following
        if (
            place in passage.quotations
            or word in _ENDS
            or word == ":"
            or word in lexicon.subject_relatives - lexicon.that
        ):
            return None
    return None


def _gap_fits(passage: Passage, start: int, end: int, cue: Cue, lexicon: SpeechLexicon) -> bool:
    """Tell whether the words between verb and conjunction leave the clause the verb's own.

    After an object (`a annoncé l'accord que …`) the conjunction is a relative pronoun; times, places and
    whom it was told to may stand between.
    """
    words = passage.words
    if "addressee" in cue.verb.takes:
        return True
    before = lexicon.prepositions | lexicon.of_prepositions
    for place in range(max(start, end - 4), end):
        if words[place] in lexicon.determiners and words[place] not in before:
            governed = place > start and words[place - 1] in before
            timed = any(word in lexicon.time_words for word in words[place + 1 : end])
            if not governed and not timed:
                return False
    while start < end and (lexicon.is_adverb(words[start]) or words[start] in lexicon.time_words):
        start += 1
    if start >= end or words[start] in lexicon.prepositions or words[start] == ",":
        return True
    if words[start] in lexicon.determiners:
        return any(word in lexicon.time_words for word in words[start + 1 : min(end, start + 4)])
    return words[start] not in lexicon.of_prepositions


def _call(passage: Passage, cue: Cue, lexicon: SpeechLexicon) -> int | None:
    words, verb = passage.words, cue.verb
    start = cue.last + 1
    while start < len(words) and lexicon.is_adverb(words[start]):
        start += 1
    if start < len(words) and words[start] in verb.calls:
        content = start + 1
        return content if not verb.infinitive or _infinitive(words, content, lexicon) else None
    if not verb.presses or any(word in lexicon.not_pressed for word in words[start : start + 3]):
        return None
    joined = False
    for place in range(start + 1, min(len(words), start + _GAP)):
        word = words[place]
        if word in _ENDS or word in ",:" or place in passage.quotations or word in lexicon.relatives:
            return None
        joined = joined or word in lexicon.conjunctions
        fits = word in verb.presses and words[place - 1] not in lexicon.conjunctions
        if fits and (not (verb.infinitive or joined) or _infinitive(words, place + 1, lexicon)):
            return start
    return None


def _infinitive(words: Sequence[str], place: int, lexicon: SpeechLexicon) -> bool:
    if not lexicon.infinitive_endings:
        return True
    while place < len(words) and words[place] in lexicon.infinitive_openers:
        place += 1
    return place < len(words) and words[place].endswith(lexicon.infinitive_endings)


def _bare_clause(passage: Passage, cue: Cue, lexicon: SpeechLexicon) -> int | None:
    """Return the first token of a clause that follows without conjunction (`said the deal was off`)."""
    words = passage.words
    start = cue.last + 1
    while start < len(words) and (lexicon.is_adverb(words[start]) or words[start] in lexicon.time_words):
        start += 1
    if start + 1 < len(words) and words[start] in lexicon.prepositions and words[start + 1] in lexicon.time_words:
        start += 2
        while start < len(words) and (words[start] in lexicon.time_words or passage.tokens[start].kind == "number"):
            start += 1
    if "addressee" in cue.verb.takes:
        return _after_addressee(passage, start, lexicon)
    if start >= len(words) or start in passage.quotations or passage.tokens[start].kind == "sign":
        return None
    if words[start] in lexicon.subject_pronouns:
        return start
    if words[start] in lexicon.not_clause or words[start] in lexicon.that or words[start] in lexicon.of_prepositions:
        return None
    if "any" in cue.verb.takes:
        return start if len(words) - start > 3 else None
    return start if _has_finite(passage, start, lexicon, strict="bare" not in cue.verb.takes) else None


def _after_addressee(passage: Passage, start: int, lexicon: SpeechLexicon) -> int | None:
    words = passage.words
    for place in range(start + 1, min(len(words), start + _ADDRESSEE)):
        if words[place] in _ENDS or words[place] in ",:" or place in passage.quotations:
            return None
        if words[place] in lexicon.subject_pronouns and words[place - 1] not in lexicon.prepositions:
            return place
        if (
            words[place] in lexicon.determiners
            and words[place - 1] not in lexicon.prepositions | lexicon.of_prepositions
        ):
            return place if _has_finite(passage, place, lexicon, strict=True) else None
    return None


def _has_finite(passage: Passage, start: int, lexicon: SpeechLexicon, *, strict: bool) -> bool:
    """Tell whether a verb of its own follows the noun at `start`, before any relative clause."""
    words = passage.words
    for place in range(start + 1, len(words)):
        word = words[place]
        if word in _ENDS or word in lexicon.relatives or (strict and word in lexicon.conjunctions):
            return False
        if word == "," and (place > start + 12 or words[min(place + 1, len(words) - 1)] in lexicon.clause_conjunctions):
            return False
        if word in lexicon.finite_words:
            return True
        if not strict and place > start and word.endswith(lexicon.finite_endings or "\0") and len(word) > 4:
            before = words[place - 1]
            if before not in lexicon.determiners and before not in lexicon.prepositions | lexicon.of_prepositions:
                return True
    return False


def _noun(passage: Passage, cue: Cue, lexicon: SpeechLexicon) -> int | None:
    words = passage.words
    start = cue.last + 1
    while start < len(words) and (lexicon.is_adverb(words[start]) or words[start] in lexicon.time_words):
        if words[start] in lexicon.determiners:
            break
        start += 1
    if start + 2 < len(words) and words[start] in lexicon.determiners and words[start] not in lexicon.not_object:
        return start
    return None


def clause_end(passage: Passage, start: int, later: Sequence[Cue], lexicon: SpeechLexicon) -> int:
    """Return the token after the last of a reported clause that begins at `start`.

    It ends with the sentence, or where another cue of the same level takes over.
    """
    words = passage.words
    end = len(words)
    for place in range(start, len(words)):
        colon = words[place] == ":" and place + 1 in passage.quotations
        if colon or words[place] == ";" or (words[place] in ".!?…" and place == len(words) - 1):
            end = place
            break
    for cue in later:
        if start < cue.first < end:
            cut = _take_over(passage, start, cue, lexicon)
            if cut is not None and cut > start:
                end = cut
                break
    while end > start and (
        words[end - 1] in ".,!?…;:" or (words[end - 1] in lexicon.conjunctions and end < len(words))
    ):
        end -= 1
    return end


def _take_over(passage: Passage, start: int, cue: Cue, lexicon: SpeechLexicon) -> int | None:
    """Return the token where a later cue of the same level ends the clause; None where it belongs inside."""
    words = passage.words
    place = cue.first - 1
    while place > start and (
        lexicon.is_adverb(words[place]) or words[place] in lexicon.clitics | lexicon.infinitive_openers
    ):
        place -= 1
    if place <= start:
        return None
    if cue.kind == "gerund":
        while place > start and words[place] in lexicon.gerund_leads and words[place] != ",":
            place -= 1
        if words[place] == ",":
            return place
        return place + 1 if words[place + 1] in lexicon.gerund_leads else None
    if cue.kind == "source" or cue.pronoun is not None:
        return None
    if words[place] in lexicon.conjunctions:
        follows = cue.last + 1
        reports = (
            any(word in lexicon.that for word in words[follows : follows + 6]) or cue.verb.calls or cue.verb.presses
        )
        return place if reports or follows in passage.quotations or words[place - 1] == "," else None
    # ", but the commissioner stated": a new subject after a comma and a conjunction.
    for back in range(place, max(start, cue.first - 12), -1):
        if words[back] == "," or words[back] == ";":
            if words[back + 1] in lexicon.clause_conjunctions:
                return back
            # "…, however, a report concluded"
            turn = back - 2 > start and words[back - 2] in ",;" and words[back - 1] in lexicon.clause_conjunctions
            return back - 2 if turn else None
    return None


def comma_after(passage: Passage, start: int, reach: int, lexicon: SpeechLexicon) -> int | None:
    """Return the next comma from token `start` on, or the end of the passage, if it is within reach.

    A comma before a number stands in a date (`March 14, 2019`); a conjunction or a quotation comes too soon.
    """
    words = passage.words
    for place in range(start, min(len(words), start + reach)):
        if words[place] in ",;" or (words[place] in ".!?…" and place == len(words) - 1):
            numeric = place + 1 < len(words) and passage.tokens[place + 1].kind == "number"
            if not numeric:
                return place
        if words[place] in lexicon.that or place in passage.quotations or words[place] == ":":
            return None
    return len(words) if len(words) <= start + reach else None
