"""Which cue has somebody say the words of a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from generator.language.tokens import Token
from generator.model.reading import Mention
from generator.understanding.lexicon.speech import SpeechLexicon
from generator.understanding.speech.cues import Cue, find_cues
from generator.understanding.speech.passages import Passage, make_passage
from generator.understanding.speech.quotations import Quotation
from generator.understanding.speech.reported import comma_after
from generator.understanding.speech.speakers import Speakers

_SUBJECT = 14
_TAIL = 12
_SENTENCE = 8
_ENDS = (".", "!", "?", "…")
_CLOSES = frozenset(".,;!?")


class Attribution(NamedTuple):
    """The cue of a quotation; `after` tells that it follows the quotation."""

    cue: Cue
    after: bool


def attribute(
    number: int,
    passage: Passage,
    place: int,
    cues: Sequence[Cue],
    speakers: Speakers,
    text: str,
    lexicon: SpeechLexicon,
) -> Attribution | None:
    """Return the cue of the quotation at token `place` of passage `number`, if it has one."""
    words, quotation = passage.words, passage.quotations[place]
    cue = _cue_after(number, passage, place, cues, speakers, text, lexicon)
    if cue is not None and not _says_next(passage, place, cue, cues):
        return Attribution(cue, True)
    if place and words[place - 1] == ":":
        before = [cue for cue in cues if cue.last < place and not cue.negated and not cue.weak]
        if before and (_closes(words, place + 1) or is_clause(quotation, text)):
            return Attribution(before[-1], False)
    cue = next((cue for cue in reversed(cues) if cue.last < place), None)
    if cue is None or "quote" not in cue.verb.takes:
        return None
    if cue.weak and (cue.first > 1 or speakers.of(number, cue, 0, after=True) is None):
        return None
    return Attribution(cue, False) if _leads_to(passage, cue, place, text, lexicon) else None


def _says_next(passage: Passage, place: int, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Tell whether a cue behind a quotation says the next one, the first having its own right before it.

    So in `X tweeted "…" Y remarked, "…"`.
    """
    own = any(other.last == place - 1 - (passage.words[place - 1] in ",:") for other in cues)
    follows = cue.last + 1 + (passage.words[cue.last + 1 : cue.last + 2] in ((",",), (":",)))
    return own and follows in passage.quotations and cue.pronoun is None


def is_clause(quotation: Quotation, text: str) -> bool:
    """Tell whether quoted words are long enough to be said on their own."""
    words = quotation.inner.of(text).split()
    return len(words) >= 5 or (len(words) >= 3 and words[-1].endswith(_ENDS))


def opens_large(quotation: Quotation, text: str) -> bool:
    """Tell whether quoted words begin like a sentence."""
    return text[quotation.inner.start].isupper()


def inserted(
    number: int,
    passage: Passage,
    quotation: Quotation,
    tokens: Sequence[Token],
    speakers: Speakers,
    lexicon: SpeechLexicon,
) -> tuple[Mention | None, Cue, Passage] | None:
    """Return speaker and cue that stand inside the quotation marks (`« Non, dit-il, jamais »`).

    The cue's tokens are those of the passage returned with it.
    """
    first = bisect_left(tokens, quotation.inner.start, key=lambda token: token.start)
    last = bisect_left(tokens, quotation.inner.end, key=lambda token: token.start)
    inside = make_passage(tokens[first:last], passage, lexicon)
    for cue in find_cues(inside, lexicon):
        if not cue.first or inside.words[cue.first - 1] != "," or "quote" not in cue.verb.takes:
            continue
        if cue.pronoun is not None:
            gender, count = lexicon.pronouns[inside.words[cue.pronoun]]
            return speakers.focus(number, len(passage.words), gender, count), cue, inside
        end = comma_after(inside, cue.last + 1, _TAIL, lexicon)
        if end is not None:
            named = speakers.subjects.named_after(inside.tokens[cue.last].end, inside.tokens[end - 1].end)
            if named is not None:
                return named, cue, inside
    return None


def _closes(words: Sequence[str], place: int) -> bool:
    return place >= len(words) or words[place] in _CLOSES


def _cue_after(
    number: int,
    passage: Passage,
    place: int,
    cues: Sequence[Cue],
    speakers: Speakers,
    text: str,
    lexicon: SpeechLexicon,
) -> Cue | None:
    """Return the cue that follows a quotation with its subject (`« … », a dit X`; `"…," X said`)."""
    words = passage.words
    start = place + 1
    if start < len(words) and words[start] in ",-–—":
        start += 1
    cue = next((cue for cue in cues if cue.first >= start and not cue.weak), None)
    if cue is None or "quote" not in cue.verb.takes or cue.kind in ("gerund", "infinitive"):
        return None
    if cue.last + 1 < len(words) and words[cue.last + 1] in lexicon.that:
        return None
    gap = words[start : cue.first]
    complete = passage.quotations[place].inner.of(text).endswith((*_ENDS, ","))
    if all(lexicon.is_adverb(word) or word in lexicon.clitics for word in gap):
        named = cue.pronoun is not None or speakers.subjects.follows(number, cue.last + 1)
        bare = place > 0 and words[place - 1] in lexicon.determiners
        return cue if start > place + 1 or (named and not bare) or complete else None
    if cue.kind == "source" or cue.pronoun is not None or len(gap) > _SUBJECT:
        return None
    if gap[-1] == "," and words[place + 1] == "," and speakers.subjects.follows(number, cue.last + 1):
        # "« … », y compris en hiver, commente X"
        return cue if not any(word in lexicon.that or word in ":;" for word in gap) else None
    closed = words[place + 1] == "," or complete
    if not is_clause(passage.quotations[place], text) and not _closes(words, cue.last + 1):
        closed = closed and cue.last + 1 in passage.quotations
    return cue if closed and _is_subject(passage, start, cue.first, lexicon) else None


def _is_subject(passage: Passage, start: int, end: int, lexicon: SpeechLexicon) -> bool:
    """Tell whether tokens `start..end-1` look like a subject before its verb: a name, a pronoun, an article first."""
    first, token = passage.words[start], passage.tokens[start]
    if first in lexicon.conjunctions or first in lexicon.relatives or first in lexicon.prepositions:
        return False
    known = first in lexicon.determiners or first in lexicon.pronouns or token.key in lexicon.role_keys
    if not token.capital and (not known or first in lexicon.reflexive_pronouns):
        return False
    return not any(
        word in lexicon.that or word in ":;" or word in lexicon.finite_words or place in passage.quotations
        for place, word in enumerate(passage.words[start:end], start)
    )


def _leads_to(passage: Passage, cue: Cue, place: int, text: str, lexicon: SpeechLexicon) -> bool:
    """Tell whether a cue before a quotation has it said, and not only a piece of what it reports."""
    gap = passage.words[cue.last + 1 : place]
    quotation = passage.quotations[place]
    clausal = is_clause(quotation, text)
    if cue.kind == "source":
        return clausal and bool(gap) and gap[-1] == "," and len(gap) <= _SUBJECT
    if not gap:
        return clausal or _closes(passage.words, place + 1)
    if not clausal or any(word in lexicon.that for word in gap[-2:]):
        return False
    if gap[-1] == "," and len(gap) <= _SUBJECT + 6:
        return True
    told = gap[0] in lexicon.prepositions or "addressee" in cue.verb.takes
    # The longer the way, the more the quotation must look like a sentence of its own.
    reach = _SUBJECT if len(quotation.inner.of(text).split()) >= _SENTENCE else _SUBJECT // 2
    return told and len(gap) <= reach and opens_large(quotation, text)
