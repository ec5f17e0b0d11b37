"""What follows a word for an office and belongs to it: adjectives, and complements like "de la Défense", "of State"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.language.tokens import Token
from generator.model.reading import Mention
from generator.understanding.lexicon.people import PeopleWords

_LONGEST = 14
"""No complement is longer, in tokens."""


class Complements:
    """Reads rightwards from `after`, the token behind a head, as soon as it is made.

    `owned` tells that a country before the head ("US envoy") has said for whom the office is held.
    `last` is the last token that belongs to the office, `countries` the ISO codes it is held for, `organization` the
    id of the first body named, `inner` where the office of a person inside begins ("aide to President X"),
    `left_out` the tokens that say the country and so are no part of the wording.
    """

    def __init__(
        self, tokens: Sequence[Token], after: int, inside: Mapping[int, Mention], words: PeopleWords, *, owned: bool
    ) -> None:
        self._tokens = tokens
        self._after = after
        self._inside = inside
        self._words = words
        self._lexicon = words.roles
        self._limit = min(len(tokens), after + _LONGEST)
        self._position = after
        self._owned = owned
        self._joined = False  # "et" has been read behind a country
        self._open = False  # a linker has been read, its noun not yet
        self.countries: list[str] = []
        self.organization: str | None = None
        self.inner: int | None = None
        self.left_out: set[int] = set()
        while self._position < self._limit and self._step():
            pass
        self._adopt()
        self.last = self._without_tail(self._position - 1)

    def _adopt(self) -> None:
        """Take in the person whose office ends the complement: "son of the founder X" is not said of X."""
        mention = self._inside.get(self._tokens[self._position].start) if self._position < len(self._tokens) else None
        if mention is None or mention.kind != "person":
            return
        for first in range(self._after + 1, self._position):
            head = self._lexicon.head_at(self._tokens, first)
            if not head or head[0].plural or head[1] != self._position:
                continue
            if self._tokens[first].start not in self._inside:
                self.inner = first
                self._position = self._end_of(self._position, mention)
                return

    def _step(self) -> bool:
        """Take in what stands at the position; return whether anything belonged to the office."""
        token = self._tokens[self._position]
        mention = self._inside.get(token.start)
        if mention is not None:
            return self._take_mention(mention)
        if token.text == "-" and self._position + 1 < self._limit:
            follows = self._tokens[self._position + 1].key in self._lexicon.after
            self._position += 2 if follows else 0
            return follows
        if self._lexicon.is_linker(token):
            return self._take_linker()
        if token.key in self._lexicon.after:
            self._position += 1
            return True
        if self._open:
            return self._take_noun()
        return self._take_adjective()

    def _take_mention(self, mention: Mention) -> bool:
        position, end = self._position, self._end_of(self._position, mention)
        if mention.kind == "country" and (self._owned or self.countries) and not self._joined:
            # "US envoy for Iran": the office is held for the first country, the second says what it is about.
            if not self._open:
                return False
        elif mention.kind == "country":
            self._joined = False
            if not self._holds_for(position, end, mention):
                return self._open and self._take_noun()
            if mention.country:
                self.countries.append(mention.country)
            self.left_out.update(range(position, end))
            if self._open:
                self.left_out.update(self._linker_before(position))
        elif mention.kind == "person" or not (self._open or self._names_noun(mention)):
            return False
        elif mention.kind == "organization":
            self.organization = self.organization or mention.id
            end = self._over_capitals(end)
        self._position, self._open = end, False
        return True

    def _names_noun(self, mention: Mention) -> bool:
        """Tell whether a body's name follows the noun that says what it is (`de la chaîne France 24`)."""
        before = self._tokens[self._position - 1]
        noun = before.kind == "word" and not before.capital and self._position - 1 > self._after
        return mention.kind == "organization" and noun and bool(self._lexicon.adjective_endings)

    def _over_capitals(self, position: int) -> int:
        """Return the index behind the capitals that go on with the name of a body: "X Police Traffic Branch"."""
        while position < self._limit:
            token, previous = self._tokens[position], self._tokens[position - 1]
            if not token.capital or token.start in self._inside or token.start - previous.end != 1:
                break
            if self._lexicon.head_at(self._tokens, position) or self._words.is_honorific(token):
                break
            position += 1
        return position

    def _holds_for(self, position: int, end: int, mention: Mention) -> bool:
        """Tell whether a country inside a phrase is the one the office is held for.

        Where adjectives stand before their noun, "of US rock band X" speaks of the band.
        """
        if not self._open:
            return mention.form != "name" or not self._tokens[position].capital
        if self._lexicon.adjective_endings or end >= len(self._tokens):
            return True
        return not self._is_word(end) or self._tokens[end].capital

    def _end_of(self, index: int, mention: Mention) -> int:
        while index < len(self._tokens) and self._tokens[index].start < mention.end:
            index += 1
        return index

    def _linker_before(self, position: int) -> range:
        """Return the linker and article that tie a country to its office."""
        first = position
        while first > self._after and self._is_small(first - 1):
            first -= 1
        return range(first, position)

    def _is_small(self, index: int) -> bool:
        token = self._tokens[index]
        return self._lexicon.is_linker(token) or token.key in self._lexicon.articles

    def _is_word(self, index: int) -> bool:
        token = self._tokens[index]
        return token.kind == "word" and (token.capital or token.key not in self._lexicon.breaks)

    def _take_linker(self) -> bool:
        """Go behind a linker and its article; a person behind it is all of the complement: "adviser to Mr X"."""
        names_only = self._tokens[self._position].text.lower() in self._lexicon.linkers_to_names
        position = self._position + 1
        while position < self._limit and self._is_small(position):
            position += 1
        if position >= self._limit or self._tokens[position].kind == "number" or self._tokens[position].text in '"«“':
            return False
        if any(token.key in self._lexicon.durations for token in self._tokens[position : position + 2]):
            return False
        person = self._behind_person(position)
        if person is None and names_only and not self._may_name(self._tokens[position]):
            return False
        self._position = position if person is None else person
        self._open = person is None
        return True

    def _may_name(self, token: Token) -> bool:
        """Tell whether a word may be a name: capitalised, and no day of the week ("president on Monday")."""
        return token.capital and token.key not in self._lexicon.breaks

    def _behind_person(self, position: int) -> int | None:
        """Return the index behind the name of a person that stands at `position`, titles before it aside."""
        for _ in range(4):
            if position >= len(self._tokens):
                return None
            token = self._tokens[position]
            mention = self._inside.get(token.start)
            if mention and mention.kind == "person":
                return self._end_of(position, mention)
            head = self._lexicon.head_at(self._tokens, position)
            if head and head[0].takes_surname and not head[0].plural:
                position = head[1]
            elif token.text == "." or self._words.is_honorific(token):
                position += 1
            else:
                return None
        return None

    def _take_noun(self) -> bool:
        """Take the noun of a complement: a run of capitals, or one word with what a hyphen ties to it.

        Where adjectives stand before their noun ("of foreign affairs"), up to three words.
        """
        if not self._is_word(self._position):
            return False
        before_noun = 0 if self._lexicon.adjective_endings else 2
        self._position += 1
        while self._position < self._limit:
            token, previous = self._tokens[self._position], self._tokens[self._position - 1]
            mention = self._inside.get(token.start)
            if mention is not None and mention.kind in ("person", "country", "organization"):
                break
            if token.text == "-" and self._position + 1 < self._limit and previous.end == token.start:
                self._position += 2
            elif token.kind == "word" and token.capital and previous.kind == "word":
                self._position += 1
            elif before_noun and self._may_be_noun(token):
                before_noun -= 1
                self._position += 1
            else:
                break
        self._open = False
        return True

    def _may_be_noun(self, token: Token) -> bool:
        lexicon = self._lexicon
        return (
            token.kind == "word"
            and token.key not in lexicon.breaks
            and token.key not in lexicon.conjunctions
            and not lexicon.is_linker(token)
            and not token.key.endswith("ed")
        )

    def _take_adjective(self) -> bool:
        """Take an adjective, or "et" with an adjective or another complement behind it."""
        lexicon = self._lexicon
        token = self._tokens[self._position]
        if token.key not in lexicon.conjunctions:
            if (
                token.key in lexicon.breaks
                or token.key in lexicon.appointments.falls
                or not lexicon.is_adjective(token)
            ):
                return False
            if lexicon.head_at(self._tokens, self._position):
                return False
            self._position += 1
            return True
        if self._position + 1 >= self._limit or self._position == self._after:
            return False
        following = self._tokens[self._position + 1]
        mention = self._inside.get(following.start)
        if mention is not None:
            joins = mention.kind == "country" and bool(self.countries)
            if joins:
                self.left_out.add(self._position)
                self._joined = True
        else:
            adjective = lexicon.is_adjective(following) and following.key not in lexicon.breaks
            joins = lexicon.is_linker(following) or adjective
        self._position += joins
        return joins

    def _without_tail(self, last: int) -> int:
        """Drop linkers, articles and conjunctions that a phrase cannot end with."""
        while last >= self._after and (
            self._is_small(last)
            or self._tokens[last].key in self._lexicon.conjunctions
            or self._tokens[last].kind == "sign"
        ):
            last -= 1
        return last
