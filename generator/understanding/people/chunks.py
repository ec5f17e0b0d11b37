"""Stretches of capitalised words that may be names of persons: where they begin and end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.language.names import Strength
from generator.language.tokens import Token
from generator.model.article import ZoneKind
from generator.model.reading import Mention
from generator.understanding.document import Document, Sentence
from generator.understanding.lexicon.people import PeopleWords

MAX_WORDS = 8
"""A longer run of capitals is a heading, not a name."""


class Chunk:
    """Tokens `first..last` of a sentence that may name one person. `title_before`: a title was cut off its front.

    `tokens` are all that are covered, `words` those that are no signs; `start` and `end` are offsets into the text.
    `parts` counts the parts of the name: a hyphenated word is one, particles are none.
    """

    __slots__ = ("end", "first", "last", "parts", "sentence", "start", "title_before", "tokens", "words")

    def __init__(
        self, sentence: Sentence, first: int, last: int, words: PeopleWords, *, title_before: bool = False
    ) -> None:
        self.sentence = sentence
        self.first = first
        self.last = last
        self.title_before = title_before
        self.tokens = sentence.tokens[first : last + 1]
        self.words = tuple([token for token in self.tokens if token.kind == "word"])
        self.start = self.tokens[0].start
        self.end = self.tokens[-1].end
        self.parts = _count_parts(self.tokens, words)


def has_hyphen_tail(chunk: Chunk) -> bool:
    """Tell whether a name holds a syllable in lower case behind a hyphen, as in "Jong-un"."""
    return chunk.last - chunk.first > 1 and any(
        left.text == "-" and not right.capital for left, right in pairwise(chunk.tokens)
    )


def _count_parts(tokens: Sequence[Token], words: PeopleWords) -> int:
    if len(tokens) == 1:
        return int(not tokens[0].key.endswith("'"))
    count = 0
    joined = small = False
    for token in tokens:
        if token.text == "-":
            # In "Bashar al-Assad" the hyphen ties a particle, not two halves of one part.
            joined = not small
        else:
            small = not token.capital and (token.key in words.particles or token.key in words.prepositions)
            count += not joined and not small and not token.key.endswith("'")
            joined = False
    return count


def find_chunks(
    document: Document,
    sentence: Sentence,
    words: PeopleWords,
    taken: Mapping[int, Mention],
    lands: Mapping[int, Mention],
) -> list[Chunk]:
    """Return the chunks of a sentence in text order.

    `taken` holds the starts of tokens that belong to organisations (no chunk enters them), `lands` those of tokens
    that belong to countries and places (a chunk may begin there, and end there behind a given name).
    """
    tokens = sentence.tokens
    chunks: list[Chunk] = []
    done = 0
    for position in sentence.capitals:
        if position < done or not _may_begin(tokens, position, taken):
            continue
        last = position
        while last - position < 2 * MAX_WORDS:
            following = _extend(document, tokens, position, last, words, taken, lands)
            if following is None:
                break
            last = following
        chunk = _trim(sentence, position, last, words, lands)
        if chunk:
            chunks.append(chunk)
        done = last + 1
    return chunks


def _may_begin(tokens: Sequence[Token], position: int, taken: Mapping[int, Mention]) -> bool:
    token = tokens[position]
    if token.kind != "word" or token.start in taken or token.key == "'s":
        return False
    if token.text.endswith("'"):
        # "N'Golo", but not "L'Iran" or "D'après": an elision opens a name only inside a sentence.
        return position > 0 and position + 1 < len(tokens) and tokens[position + 1].capital
    return True


def _extend(
    document: Document,
    tokens: Sequence[Token],
    first: int,
    last: int,
    words: PeopleWords,
    taken: Mapping[int, Mention],
    lands: Mapping[int, Mention],
) -> int | None:
    """Return the index of the token up to which a chunk goes on behind `last`, or None."""
    following = last + 1
    if following >= len(tokens):
        return None
    token = tokens[following]
    if token.text == "-":
        return _behind_hyphen(tokens, last, words, taken)
    if not _close(document, tokens[last], token) or token.kind != "word" or token.start in taken:
        return None
    if token.capital:
        if token.start in lands and words.strength(tokens[last]) is not Strength.SURE:
            return None
        if token.text.endswith("'") and not (following + 1 < len(tokens) and tokens[following + 1].capital):
            return None
        # Behind a country or demonym a new name begins: "Russian President X", "France X".
        return None if tokens[last].start in lands and words.strength(tokens[last]) < Strength.WEAK else following
    return _over_particles(document, tokens, first, last, words, taken, lands)


def _behind_hyphen(tokens: Sequence[Token], last: int, words: PeopleWords, taken: Mapping[int, Mention]) -> int | None:
    after = last + 2
    if after >= len(tokens) or tokens[after].kind != "word" or tokens[after].start in taken:
        return None
    hyphen, token = tokens[last + 1], tokens[after]
    if hyphen.start != tokens[last].end or token.start != hyphen.end:
        return None
    if token.capital:
        return after
    # "Jong-un", "Ki-moon", but not "Macron-backed".
    return after if token.key in words.hyphen_tails and len(tokens[last].text) <= 6 else None


def _over_particles(
    document: Document,
    tokens: Sequence[Token],
    first: int,
    last: int,
    words: PeopleWords,
    taken: Mapping[int, Mention],
    lands: Mapping[int, Mention],
) -> int | None:
    """Return the index of the capital behind `de`, `van der`, `bin`, `al-` …, where these belong to the name."""
    position = last + 1
    only_prepositions = True
    while position < len(tokens) and position - last <= 4:
        token = tokens[position]
        if token.kind == "word" and (token.capital or _elided(token)):
            break
        if token.text != "-":
            if not _is_particle(tokens, position, words) and token.key not in words.prepositions:
                return None
            only_prepositions &= token.key in words.prepositions
        if not _close(document, tokens[position - 1], token):
            return None
        position += 1
    else:
        return None
    if (
        position >= len(tokens)
        or tokens[position].start in taken
        or not _close(document, tokens[position - 1], tokens[position])
    ):
        return None
    if only_prepositions and (tokens[position].start in lands or not _wants_surname(tokens, first, last, words)):
        return None
    return position


def _is_particle(tokens: Sequence[Token], position: int, words: PeopleWords) -> bool:
    """Tell whether a small word belongs to a name; one that is a preposition too needs its hyphen ("as-Sadr")."""
    key = tokens[position].key
    if key not in words.particles:
        return False
    return key not in words.object_prepositions or tokens[position + 1].text == "-"


def _elided(token: Token) -> bool:
    """Tell whether a particle has grown onto a name, as in "d'Ormont" where the language knows no elision."""
    return token.text[1:2] == "'" and token.text[2:3].isupper()


def _wants_surname(tokens: Sequence[Token], first: int, last: int, words: PeopleWords) -> bool:
    """Tell whether a chunk so far holds given names alone, so that `de X` behind it is its surname."""
    name = [token for token in tokens[first : last + 1] if token.kind == "word"]
    if tokens[last + 1].text[1:2] == "'" and len(name) > 1 and words.strength(name[-1]) < Strength.SURE:
        return words.strength(name[-2]) >= Strength.RARE
    # Behind the first word a rare name is more often a surname: "Nicolas Perrault de Limoges".
    needed = (Strength.RARE, *(Strength.SURE for _ in name[1:]))
    return all(
        words.strength(token) >= least or words.is_initial(token) for token, least in zip(name, needed, strict=True)
    )


def _close(document: Document, left: Token, right: Token) -> bool:
    """Tell whether nothing but a space or two stands between two tokens."""
    gap = document.text[left.end : right.start]
    return len(gap) <= 2 and not gap.strip(" ")


def _trim(sentence: Sentence, first: int, last: int, words: PeopleWords, lands: Mapping[int, Mention]) -> Chunk | None:
    """Cut titles and ordinary words off the front, ordinary words off the end; None if nothing is left."""
    tokens = sentence.tokens
    titled = False
    position = first
    while position <= last:
        found = words.roles.head_at(tokens, position)
        if found and found[1] <= last + 1 and not _is_surname(tokens, first, position, found[1], last, words):
            first = position = found[1]
            titled = True
            if first <= last and tokens[first].text == "-":
                return None
        elif position == first and words.is_honorific(tokens[position]) and position < last:
            first = position = position + 1
            titled = True
        else:
            position += 1
    while first < last and _is_front_word(tokens, first, last, words, lands, titled):
        first += 1
        titled = False
    while first < last and tokens[last].key in words.post_nominals:
        last -= 1
    while (
        last - first >= 2
        and words.is_common(tokens[last])
        and tokens[last].key not in words.things_inside
        and tokens[last - 1].text != "-"
        and not words.is_initial(tokens[last - 1])
        and not _given_alone(sentence, first, last, words)
        and tokens[last - 1].key not in words.particles
    ):
        last -= 1
    if first > last or tokens[first].kind != "word":
        return None
    if first == last and (tokens[first].start in lands or tokens[first].key in words.front_words):
        return None
    return Chunk(sentence, first, last, words, title_before=titled)


def _given_alone(sentence: Sentence, first: int, last: int, words: PeopleWords) -> bool:
    """Tell whether only given names stand before the last word of running text, so that it is the surname."""
    before = sentence.tokens[first:last]
    return sentence.zone.kind is ZoneKind.BODY and all(words.strength(token) is Strength.SURE for token in before)


def _is_front_word(
    tokens: Sequence[Token], first: int, last: int, words: PeopleWords, lands: Mapping[int, Mention], titled: bool
) -> bool:
    """Tell whether the first word of a chunk is a country before a name, or a word that a sentence begins with."""
    token, following = tokens[first], tokens[first + 1]
    if following.text == "-":
        return False
    if token.key in words.front_words:
        return True
    if titled:
        return False
    if token.key in words.object_prepositions and token.key not in words.prepositions | words.particles:
        return True  # "Pour B. Dupont" at the head of a sentence
    next_strength = words.strength(following)
    if token.start in lands and last - first >= 2 and next_strength >= Strength.RARE:
        return True
    if (
        words.strength(token) < Strength.SURE
        and last - first >= 2
        and (next_strength is Strength.SURE or words.is_common(token))
        and _ends_office(tokens, first, words)
    ):
        return True
    if words.strength(token) >= Strength.RARE or words.is_initial(token):
        return False
    if words.is_common(token):
        return next_strength >= Strength.WEAK
    # "Immunologist Kristian X" at the head of a sentence.
    unknown = words.strength(token) is Strength.NONE and first == 0 and last - first >= 2
    return unknown and next_strength is Strength.SURE


def _ends_office(tokens: Sequence[Token], first: int, words: PeopleWords) -> bool:
    """Tell whether the word at `first` ends an office, as in "rabbin de France X" and "Senator from Vermont X"."""
    before = first - 1
    if before > 0 and tokens[before].key in words.roles.articles:
        before -= 1
    return before > 0 and words.roles.is_linker(tokens[before]) and tokens[before - 1].key in words.roles.last_words


def _is_surname(tokens: Sequence[Token], first: int, position: int, end: int, last: int, words: PeopleWords) -> bool:
    """Tell whether a word for an office ends a name (`Stephen King`): behind a given name, nothing after it."""
    if position == first:
        # A lone "Major" or "Pastor" may be the surname of somebody named before.
        return first == last
    if tokens[position - 1].key in words.particles or tokens[position - 1].text == "-":
        return True
    suffixed = end == last and tokens[last].key in words.suffixes
    if end != position + 1 or not (end == last + 1 or suffixed):
        return False
    linked = end < len(tokens) and words.roles.is_linker(tokens[end]) and tokens[end].text != "'s"
    return (
        not linked
        and words.strength(tokens[position]) >= Strength.WEAK
        and words.strength(tokens[position - 1]) >= Strength.RARE
    )
