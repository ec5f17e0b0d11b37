"""How sure a chunk of capitalised words names a person: signs in it, before it and after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.language.names import Strength
from generator.language.tokens import Token
from generator.model.reading import Mention
from generator.understanding.lexicon.people import PeopleWords
from generator.understanding.people.chunks import Chunk, has_hyphen_tail

ACCEPT = 2
"""From this score on a chunk of several parts is a person."""
ACCEPT_SINGLE = 4
"""From this score on a single word is: only a title, a form of address or an apposition brings so much."""

_LOOK_BACK = 9
_APPOSED = 5
"""How many words may stand before the office in "X, the city's home minister"."""


def score(
    chunk: Chunk,
    words: PeopleWords,
    lands: Mapping[int, Mention],
    lower: frozenset[str],
    alone: frozenset[str] = frozenset(),
) -> int:
    """Add up the signs.

    `lower` are the words that the article also writes in lower case, `alone` those that stand in it capitalised by
    themselves: a surname does so.
    """
    single = chunk.parts == 1
    if single and not chunk.first and not chunk.title_before and words.is_common(chunk.words[0]):
        # The first word of most sentences; nothing behind it can make it a name.
        return -ACCEPT_SINGLE
    before = _before(chunk, words, single)
    if before >= ACCEPT_SINGLE:
        # A form of address or a title vouches for all but what is plainly a thing or an ordinary word.
        return before + _inside_titled(chunk, words, lands, lower, single)
    if any(part.key in words.things_inside for part in chunk.words):
        # "Darrell Castle" behind "nominee" is a person, "Windsor Castle" and "Lincoln Center" are none.
        before -= 2 if before > 0 and _given(chunk, words) is Strength.SURE else 4
    return before + _inside(chunk, words, lands, lower, alone) + _after(chunk, words, single)


def _inside_titled(
    chunk: Chunk, words: PeopleWords, lands: Mapping[int, Mention], lower: frozenset[str], single: bool
) -> int:
    first = chunk.words[0]
    if first.key in words.things_inside or (single and first.start in lands):
        return -4
    if words.strength(first) >= Strength.RARE or _addressed(chunk, words) or has_hyphen_tail(chunk):
        return 0
    if single and (first.key in lower or words.is_common(first) or (first.text.isupper() and len(first.text) <= 5)):
        return -4
    if all(words.is_common(word) for word in chunk.words):
        return -4
    return 0


def _inside(
    chunk: Chunk, words: PeopleWords, lands: Mapping[int, Mention], lower: frozenset[str], alone: frozenset[str]
) -> int:
    parts = chunk.words
    if (
        parts[0].key in words.determiners
        or words.begins_thing(parts[0])
        or (len(parts) > 1 and parts[-1].text.count(".") > 1)
    ):
        return -4
    if len(parts) == 1 and (parts[0].key in words.pronouns or words.is_common(parts[0])):
        return -4
    strength = _given(chunk, words)
    if parts[0].start in lands:
        strength = min(strength, Strength.RARE)
    if parts[0].key in lower and strength < Strength.SURE:
        strength = min(strength, Strength.WEAK)
    total = int(strength)
    others = parts[1:]
    if words.is_initial(parts[0]):
        total += 1 + (len(others) > 0 and not words.is_common(others[-1]))
    if parts[0].text.isupper() and len(parts[0].text) > 1 and parts[0].key not in words.suffixes:
        total -= 2
    return total + (_behind_first(chunk, words, strength, lower, alone) if others else 0)


def _behind_first(
    chunk: Chunk, words: PeopleWords, strength: Strength, lower: frozenset[str], alone: frozenset[str]
) -> int:
    """Add up what the words behind the first say, of which `strength` tells how sure it is a given name."""
    parts, others = chunk.words, chunk.words[1:]
    last = others[-1].key
    tail = has_hyphen_tail(chunk)
    total = (last in alone) + last.endswith(words.surname_endings) + (last in words.suffixes and strength > 0)
    if strength <= Strength.WEAK and any(words.strength(part) >= Strength.RARE for part in others):
        total += 1
    if tail or any(words.is_initial(part) for part in others[:-1]):
        total += 2
    particle = any(part.key in words.particles and not part.capital for part in others)
    if particle:
        total += 1
    if all(words.strength(part) is Strength.WEAK for part in parts):
        total -= 1
    plain = all(words.is_common(part) or part.key in lower for part in others)
    if plain and not particle and not tail:
        total -= 1 if strength is Strength.SURE else 3
    return total


def _given(chunk: Chunk, words: PeopleWords) -> Strength:
    """Return the strength of the first word as a given name, a hyphenated one taken as a whole too."""
    tokens = chunk.tokens
    strength = words.strength(tokens[0])
    if len(tokens) > 2 and tokens[1].text == "-":
        strength = max(strength, words.given.strength(f"{tokens[0].key}-{tokens[2].key}"))
    return strength


def _addressed(chunk: Chunk, words: PeopleWords) -> bool:
    """Tell whether a form of address stands directly before."""
    previous = _previous(chunk, 0)
    if previous is not None and previous.text == ".":
        previous = _previous(chunk, 1)
    return previous is not None and _honorific(previous, words)


def _honorific(token: Token, words: PeopleWords) -> bool:
    # "me" and "don" are ordinary words too: only a capital makes them a form of address.
    return words.is_honorific(token) and (token.capital or len(token.text) > 3)


def _previous(chunk: Chunk, back: int) -> Token | None:
    index = chunk.first - 1 - back
    return chunk.sentence.tokens[index] if index >= 0 else None


def _before(chunk: Chunk, words: PeopleWords, single: bool) -> int:
    if chunk.title_before or _addressed(chunk, words):
        return ACCEPT_SINGLE
    previous = _previous(chunk, 0)
    if previous is not None and previous.text == "." and chunk.first > 1:
        previous = _previous(chunk, 1)
    if previous is None:
        return 0
    if _named(chunk, words) or _identified(chunk, words):
        return ACCEPT_SINGLE
    if previous.key in words.years_old and not single:
        return 3
    if previous.key in words.things_before:
        return -4
    if previous.key in words.determiners:
        return -2
    if previous.key in words.led_before:
        return ACCEPT_SINGLE
    return _role_before(chunk, words, single)


def _named(chunk: Chunk, words: PeopleWords) -> bool:
    """Tell whether a word for a human being and a word of naming stand before: "a man named X", "un homme, nommé X"."""
    naming = _previous(chunk, 0)
    if naming is None or naming.key not in words.naming:
        return False
    noun = _previous(chunk, 1)
    if noun is not None and noun.text == ",":
        noun = _previous(chunk, 2)
    return noun is not None and noun.key in words.humans


def _identified(chunk: Chunk, words: PeopleWords) -> bool:
    """Tell whether somebody was identified as this name: "was identified as X", "identifié comme X"."""
    link, verb = _previous(chunk, 0), _previous(chunk, 1)
    return (
        link is not None and link.key in words.identifying_links and verb is not None and verb.key in words.identifying
    )


def _role_before(chunk: Chunk, words: PeopleWords, single: bool) -> int:
    """Score a word for an office shortly before: directly for a bare surname, with a complement for a full name."""
    tokens = chunk.sentence.tokens
    position = chunk.first - 1
    comma = tokens[position].text == ","
    if comma:
        position -= 1
    elif words.roles.is_linker(tokens[position]) or tokens[position].kind != "word":
        return 0
    limit = max(0, position - _LOOK_BACK)
    for begin in range(position, limit - 1, -1):
        token = tokens[begin]
        if token.kind != "word" and token.text != "-":
            break
        found = words.roles.head_at(tokens, begin)
        if found and found[1] <= position + 1:
            head, end = found
            if head.plural:
                return 0
            if end == position + 1 and not comma:
                return ACCEPT_SINGLE if head.takes_surname else 2
            return 0 if single else 2
        if token.key in words.roles.breaks:
            break
    return 0


def _after(chunk: Chunk, words: PeopleWords, single: bool) -> int:
    tokens = chunk.sentence.tokens
    index = chunk.last + 1
    if index >= len(tokens):
        return 0
    following = tokens[index]
    if following.key in words.led_after and single:
        return 2
    if following.text == "," and tokens[index + 1 : index + 2] and tokens[index + 1].key in words.person_relatives:
        return 0 if single else 2
    if following.text in (",", "("):
        return _apposition(chunk, words, index + 1, single)
    while index + 1 < len(tokens) and index - chunk.last < 3 and tokens[index].key in words.helpers:
        index += 1
    verb = tokens[index]
    if verb.key in words.person_verbs and not verb.capital:
        return 2
    if verb.key in words.speech and not verb.capital:
        return 1
    previous = _previous(chunk, 0)
    if previous is None or previous.capital or previous.key not in words.speech:
        return 0
    return 2 if previous.key in words.person_verbs else 1


def _lifetime(tokens: Sequence[Token], index: int, words: PeopleWords) -> int:
    """Score a number behind a name: an age, or the years of a life ("1950-2010")."""
    number = tokens[index].text
    if not number.isdigit() or len(number) > 4 or index + 1 >= len(tokens):
        return 0
    behind = tokens[index + 1]
    if len(number) == 4:
        last = tokens[min(index + 2, len(tokens) - 1)].text
        return 3 if behind.text in ("-", "–", "—") and len(last) == 4 and last.isdigit() else 0
    if not 5 < int(number) < 115:
        return 0
    return 4 if behind.key in words.ages else 3 if behind.text in (",", ")") else 0


def _apposition(chunk: Chunk, words: PeopleWords, index: int, single: bool) -> int:
    """Score `X, président de …`, `X, 54 ans`, `X, 54,` and `X (54)`."""
    tokens = chunk.sentence.tokens
    if index >= len(tokens):
        return 0
    if tokens[index].kind == "number":
        return _lifetime(tokens, index, words)
    if tokens[index].key in words.births or tokens[index].key in words.ages:
        return 3
    opened = False
    for _ in range(_APPOSED):
        if index >= len(tokens):
            return 0
        found = words.roles.head_at(tokens, index)
        if found and not found[0].plural:
            if not single:
                return 2
            previous = _previous(chunk, 0)
            plain = not words.is_common(chunk.words[0]) and chunk.words[0].text[1:].islower()
            plain &= previous is None or (
                not words.roles.is_linker(previous) and previous.key not in words.place_prepositions
            )
            linked = found[1] < len(tokens) and words.roles.is_linker(tokens[found[1]])
            return ACCEPT_SINGLE if plain and linked else 0
        if tokens[index].key in words.roles.articles:
            opened = True
        elif tokens[index].key not in words.roles.before and not (opened and _describes(tokens[index], words)):
            return 0
        index += 1
    return 0


def _describes(token: Token, words: PeopleWords) -> bool:
    """Tell whether a word may stand between an article and an office: neither a verb nor a preposition."""
    if token.key == "'s":
        return True
    return token.kind == "word" and token.key not in words.roles.breaks and not words.roles.is_linker(token)
