"""Places no table knows, from the words around a capitalised name: `in Gyula`, `X, Virginia`, `Baghdad Airport`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.language.names import Strength, common_words, given_names
from generator.model.article import ZoneKind
from generator.understanding.document import Document, Sentence
from generator.understanding.lands.filters import capital_word, touches
from generator.understanding.lexicon.lands import LandRules

_LONGEST = 5
_FACILITY, _BESIDE_LAND, _NAMED_AS_PLACE, _AFTER_PREPOSITION = 0.85, 0.85, 0.85, 0.65


@dataclass(frozen=True, slots=True)
class Guess:
    """Tokens `[first, last]` that name a place; `beside` is the index of a token of the land it lies in."""

    first: int
    last: int
    confidence: float
    beside: int | None = None


class UnknownPlaces:
    """The search in one sentence.

    `lands` are the tokens of known names, `wider` where one of a country or region begins, `taken` the tokens that
    are surely no place, `families` the folded words of full names in the text.
    """

    def __init__(
        self,
        document: Document,
        sentence: Sentence,
        lands: Collection[int],
        wider: Collection[int],
        taken: Collection[int],
        families: Collection[str],
        rules: LandRules,
    ) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.lands = lands
        self.wider = wider
        self.taken = taken
        self.rules = rules
        self.words = common_words(document.pack)
        self.people = families
        self.title = sentence.zone.kind is ZoneKind.TITLE
        self.last: Guess | None = None

    def find(self) -> Iterator[Guess]:
        """Yield guesses left to right, without overlaps."""
        done = -1
        heads = self.sentence.places_of(self.rules.heads.firsts)
        capitals = self.sentence.capitals
        for position in sorted({*capitals, *heads}) if heads else capitals:
            guess = self._at(position) if position > done else None
            if guess:
                self.last = guess
                yield guess
                done = guess.last

    def _at(self, index: int) -> Guess | None:
        head = self._head_first(index) if self.tokens[index].key in self.rules.heads.firsts else None
        if head or not self.tokens[index].capital:
            return head
        longer = capital_word(self.tokens, index + 1)
        return (self._head_last(index) if longer else None) or self._named(index) or self._before_kind(index)

    # ---- a head noun says what it is

    def _head_first(self, index: int) -> Guess | None:
        tokens, rules = self.tokens, self.rules
        length = rules.heads.at(tokens, index)
        if not length or index in self.taken or self._is_part_of_name(index):
            return None
        name = index + length
        if not (length == 1 and tokens[index].key in rules.loose_heads):
            while name < len(tokens) and tokens[name].key in rules.head_links and tokens[name].text.islower():
                name += 1
        last = self._name_end(name, through_lands=True)
        if last is None or self._covered(name, last) or self._is_title_word(name, last):
            return None
        if all(token.text.isupper() for token in tokens[name : last + 1]):
            return None
        return Guess(index, last, _FACILITY)

    def _head_last(self, index: int) -> Guess | None:
        tokens, rules = self.tokens, self.rules
        if not capital_word(tokens, index) or index in self.taken or self._is_part_of_name(index):
            return None
        for head in range(index + 1, min(index + _LONGEST, len(tokens))):
            if not (capital_word(tokens, head) and touches(tokens, head - 1, head)):
                return None
            length = rules.tails.at(tokens, head)
            if length and tokens[head].key not in rules.not_places:
                last = head + length - 1
                if self._covered(index, last) or all(position in self.lands for position in range(index, last + 1)):
                    return None
                if tokens[index].key in rules.not_places or self._is_title_word(index, head - 1):
                    return None
                # "Barbara Castle" is a person, "Northfield District Hospital" another body.
                bearer = last == index + 1 and tokens[last].key in rules.tail_surnames and self._is_given(index)
                goes_on = capital_word(tokens, last + 1) and touches(tokens, last, last + 1)
                if bearer or not goes_on:
                    return None if bearer else Guess(index, last, _FACILITY)
        return None

    def _is_title_word(self, first: int, last: int) -> bool:
        """In a headline with capitals everywhere, ordinary words make no name."""
        return self.title and all(self.tokens[index].key in self.words for index in range(first, last + 1))

    def _is_part_of_name(self, index: int) -> bool:
        before = index - 1
        if not capital_word(self.tokens, index):
            return False
        return before > 0 and capital_word(self.tokens, before) and touches(self.tokens, before, index)

    def _before_kind(self, index: int) -> Guess | None:
        """Find `the Sulu region`: a name between an article and a word for a stretch of land in lower case."""
        tokens, rules = self.tokens, self.rules
        if not index or tokens[index - 1].key not in rules.head_links or index in self.lands or index in self.taken:
            return None
        last = self._name_end(index)
        if last is None or last - index > 1 or self._covered(index, last) or last + 1 >= len(tokens):
            return None
        if tokens[last + 1].key not in rules.kinds or not tokens[last + 1].text.islower():
            return None
        named = tokens[index : last + 1]
        if any(one.key in self.words or one.key in rules.not_places or one.key in self.people for one in named):
            return None
        return None if any(one.text.isupper() for one in named) else Guess(index, last, _NAMED_AS_PLACE)

    # ---- the words before say that it is one

    def _named(self, index: int) -> Guess | None:
        tokens, rules = self.tokens, self.rules
        if not index or not capital_word(tokens, index) or index in self.lands or index in self.taken:
            return None
        placed = rules.unknown_after.before(tokens, index) or self._listed(index)
        if not placed and not self._may_lie_in_a_land(index):
            return None
        last = self._name_end(index)
        if last is None or self._covered(index, last):
            return None
        land = self._land_after(last)
        no_place = tokens[index].key in rules.not_places
        if land is not None and not self._is_full_name(index, last) and not (no_place and last == index):
            return Guess(index, last, _BESIDE_LAND, land)
        if not placed or (no_place and not self._is_article(index, last)):
            return None
        if rules.unknown_sure.before(tokens, index) or self._listed(index):
            return Guess(index, last, _NAMED_AS_PLACE)
        return None if self._doubtful(index, last) else Guess(index, last, _AFTER_PREPOSITION)

    def _listed(self, index: int) -> bool:
        """Tell whether `and` alone stands between a name and a sure place (`entered X and Y`)."""
        if self.last is None or self.last.confidence < _NAMED_AS_PLACE or index - self.last.last != 2:
            return False
        joined = self.tokens[index - 1].key
        return joined != "," and joined in self.rules.coordinators and not self._is_given_alone(index)

    def _is_given_alone(self, index: int) -> bool:
        return given_names().strength(self.tokens[index].key) is Strength.SURE

    def _may_lie_in_a_land(self, index: int) -> bool:
        """Tell whether the words before allow the first part of `Antioch, Illinois` or `Reading, Berkshire, UK`."""
        tokens = self.tokens
        if self.rules.beside_before.before(tokens, index) or self.rules.place_before.before(tokens, index):
            return True
        return index > 1 and tokens[index - 1].text == "," and index - 2 in self.lands

    def _is_full_name(self, first: int, last: int) -> bool:
        return last > first and self._is_given(first) and self.tokens[last].key in self.people

    def _is_article(self, first: int, last: int) -> bool:
        return last > first and self.tokens[first].key in self.rules.name_articles

    def _doubtful(self, first: int, last: int) -> bool:
        """Tell whether a name after a mere preposition may be a person, a body, a work or an ordinary word."""
        tokens, rules = self.tokens, self.rules
        begin = first + self._is_article(first, last)
        run = [token for token in tokens[begin : last + 1] if token.kind == "word"]
        if any(len(token.text) > 1 and token.text.isupper() for token in run):
            return True
        if any(token.capital and (token.key in self.words or token.key in rules.not_places) for token in run):
            return True
        if tokens[last].key in self.people or tokens[first].key in self.people:
            return True
        if self._is_given(first) and (last > first or not rules.given_fits.before(tokens, first)):
            return True
        after = last + 1
        if after < len(tokens) and (
            tokens[after].key == "'s"
            or tokens[after].text == "-"
            or tokens[after].kind == "number"
            or after in self.lands
        ):
            return True
        return any(token.key in rules.person_verbs for token in tokens[max(0, first - 4) : first])

    def _is_given(self, index: int) -> bool:
        return given_names().strength(self.tokens[index].key) >= Strength.RARE

    def _land_after(self, last: int) -> int | None:
        """Return the token of the land in `X, Virginia`, `X (Valais)` and `X, en Estonie`."""
        tokens = self.tokens
        if last + 2 >= len(tokens) or tokens[last + 1].text not in (",", "("):
            return None
        land = last + 2
        if tokens[land].key in self.rules.head_links or self.rules.place_before.before(tokens, land + 1) == 1:
            land += 1
        if land not in self.wider or (land + 1 < len(tokens) and tokens[land + 1].key == "'s"):
            return None
        return land

    def _name_end(self, first: int, through_lands: bool = False) -> int | None:
        """Return the last token of the capitalised name that begins at a token; None where none does."""
        tokens = self.tokens
        if not capital_word(tokens, first):
            return None
        last = first
        while last + 1 < len(tokens) and last - first < 2 * _LONGEST:
            following = self._next_part(last)
            if following is None or (following in self.lands and not through_lands):
                break
            last = following
        return last if through_lands or first not in self.lands else None

    def _next_part(self, last: int) -> int | None:
        """Return the token that continues a name: a capitalised word, one after a hyphen, one after a particle."""
        tokens, after = self.tokens, last + 1
        if not touches(tokens, last, after):
            return None
        if capital_word(tokens, after):
            return after
        if tokens[after].text == "-" and after + 1 < len(tokens) and touches(tokens, after, after + 1):
            if capital_word(tokens, after + 1):
                return after + 1
            linked = after + 1
            while linked + 1 < len(tokens) and tokens[linked].kind == "word" and tokens[linked].text.islower():
                if tokens[linked + 1].text == "-" and capital_word(tokens, linked + 2):
                    return linked + 2
                if capital_word(tokens, linked + 1) and touches(tokens, linked, linked + 1):
                    return linked + 1
                linked += 2
        length = self.rules.unknown_particles.at(tokens, after)
        if length and capital_word(tokens, after + length):
            return after + length
        return None

    def _covered(self, first: int, last: int) -> bool:
        return any(index in self.taken for index in range(first, last + 1))


def family_names(document: Document) -> frozenset[str]:
    """Return the folded words of the full names in the text: a given name and the capitalised word after it."""
    table = given_names()
    found = set()
    for sentence in document.sentences:
        tokens = sentence.tokens
        for left, right in pairwise(sentence.capitals):
            before, token = tokens[left], tokens[right]
            if (
                right - left == 1
                and token.start - before.end <= 1
                and token.kind == before.kind == "word"
                and table.strength(before.key) >= Strength.RARE
            ):
                found |= {token.key, before.key}
    return frozenset(found)
