"""Which finds of a country or place name are none: brands, bodies, persons, languages, ordinary words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from generator.language.names import Strength, common_words, given_names
from generator.language.pack import Pack
from generator.language.tokens import Token
from generator.model.reading import Mention
from generator.understanding.document import Sentence
from generator.understanding.lands.names import Hit, LandName
from generator.understanding.lexicon.lands import LandRules


def touches(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Tell whether two neighbouring tokens stand on one line with at most one space between them."""
    return 0 <= left < right < len(tokens) and tokens[right].start - tokens[left].end <= 1


def capital_word(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether there is a capitalised word at an index."""
    return 0 <= index < len(tokens) and tokens[index].capital and tokens[index].kind == "word"


class Filters:
    """The tests on one sentence. `lands` are the indexes of all tokens that known names cover."""

    def __init__(self, tokens: Sequence[Token], lands: Collection[int], rules: LandRules, pack: Pack) -> None:
        self.tokens = tokens
        self.lands = lands
        self.rules = rules
        self.words = common_words(pack)
        self._language_end = -2

    def is_no_mention(self, hit: Hit) -> bool:
        """Part of a proper name, a language, or a word without the article that would make a name of it."""
        if self.is_language(hit):
            self._language_end = hit.last
            return True
        return self.in_proper_name(hit) or self.lacks_article(hit, hit.names[0])

    def is_person(self, hit: Hit) -> bool:
        """A family name after a title or given name, or a given name before another capitalised word."""
        tokens, first, last = self.tokens, hit.first, hit.last
        if not tokens[first].capital:
            return False
        if self._after_title(first):
            return True
        names = given_names()
        before = first - 1
        if first == last and capital_word(tokens, before) and touches(tokens, before, first):
            if before not in self.lands and names.strength(tokens[before].key) is Strength.SURE:
                return True
            if len(tokens[before].text) == 2 and tokens[before].text[1] == ".":
                return True
            told = self._aged(last + 1) or self.rules.introducing.before(tokens, before)
            if before and before not in self.lands and told:
                return True
        after = last + 1
        follows = capital_word(tokens, after) and touches(tokens, last, after) and after not in self.lands
        if not follows or first != last or tokens[after].key in self.words:
            return False
        bearers = self.rules.person_demonyms if hit.is_demonym else self.rules.given_names
        return tokens[first].key in bearers and not self._before_person(first, after)

    def _aged(self, index: int) -> bool:
        """Tell whether an age follows between commas (`identified as X Y, 20, was …`; `X Y, 45 ans, …`)."""
        tokens = self.tokens
        if index + 2 >= len(tokens) or tokens[index].text != "," or not tokens[index + 1].text.isdigit():
            return False
        aged = 5 < int(tokens[index + 1].text[:4]) < 115
        return aged and (tokens[index + 2].text in (",", ".") or tokens[index + 2].key in self.rules.ages)

    def _before_person(self, first: int, after: int) -> bool:
        """`President of Georgia Mikheil …`, `German Boris …`: the full name of a person follows."""
        given = given_names().strength(self.tokens[after].key) >= Strength.RARE
        if not given or self.tokens[first].key in self.rules.person_demonyms:
            return given
        return bool(self.rules.beside_before.before(self.tokens, first))

    def _after_title(self, first: int) -> bool:
        before = first - 1
        if before > 0 and self.tokens[before].text == ".":
            before -= 1
        if before < 0 or not touches(self.tokens, before, before + 1):
            return False
        token = self.tokens[before]
        return token.capital and token.key.rstrip(".") in self.rules.titles

    def in_proper_name(self, hit: Hit) -> bool:
        """Part of a brand or body by the capitalised words around it (`Anatole France`, `Japan Airlines`)."""
        tokens, first, last = self.tokens, hit.first, hit.last
        heads = self.rules.name_heads.before(tokens, first)
        if heads and tokens[first - heads].capital:
            return True
        if self._tail_follows(last + 1):
            return True
        return self.rules.capitals_join and first == last and not hit.is_demonym and self._joined(hit)

    def _tail_follows(self, index: int) -> bool:
        for position in range(index, index + 4):
            if not capital_word(self.tokens, position) or not touches(self.tokens, position - 1, position):
                return False
            if self.tokens[position].key in self.rules.state_words:
                return False
            if self.rules.name_tails.at(self.tokens, position):
                return True
        return False

    def _joined(self, hit: Hit) -> bool:
        """Tell whether a capitalised word of unknown meaning stands right beside the name."""
        tokens, index = self.tokens, hit.first
        before, after = index - 1, index + 1
        if self._stranger(before, index):
            # "Hier Paris …": the first word owes its capital to its place. Most countries have an article, though.
            opens = before == 0 and tokens[before].key in self.words
            if not opens or (hit.names[0].kind == "country" and tokens[index].key not in self.rules.without_article):
                return True
        hyphen = before > 0 and tokens[before].text == "-" and touches(tokens, before, index)
        if hyphen and self._stranger(before - 1, before):
            return True
        if after < len(tokens) and tokens[after].text == "-" and touches(tokens, index, after):
            return self._stranger(after + 1, after) and not self.after_place_word(index)
        if not self._stranger(after, index) or self.rules.place_before.before(tokens, index):
            return False
        return given_names().strength(tokens[after].key) < Strength.RARE

    def _stranger(self, index: int, beside: int) -> bool:
        tokens = self.tokens
        if not capital_word(tokens, index) or not touches(tokens, min(index, beside), max(index, beside)):
            return False
        return index not in self.lands and tokens[index].key not in self.rules.neighbours

    def is_language(self, hit: Hit) -> bool:
        """An adjective that means the language (`in Russian`, `langue française`)."""
        tokens, rules = self.tokens, self.rules
        if not hit.is_demonym:
            return False
        compound = hit.first > 1 and tokens[hit.first - 2].text == "-"  # "a Russian-speaking Estonian"
        if rules.language_before.before(tokens, hit.first) and not compound:
            return True
        if hit.first - 2 == self._language_end and tokens[hit.first - 1].key in rules.coordinators:
            return True
        after = hit.last + 1
        if after < len(tokens) and tokens[after].text == "-":
            after += 1
        if after < len(tokens) and tokens[after].key in rules.language_after:
            return True
        before = tokens[hit.first - 1].key if hit.first else ""
        if before in rules.language_articles:
            return not tokens[hit.first].capital and self._no_noun_at(after)
        if before not in rules.language_prepositions:
            return False
        if rules.demonyms_any_case:
            return not tokens[hit.first].capital
        return self._no_noun_at(after)

    def _no_noun_at(self, index: int) -> bool:
        """Tell whether no noun follows, also not after `and` with a second adjective."""
        tokens = self.tokens
        if index >= len(tokens) or tokens[index].kind == "sign":
            return True
        if tokens[index].key not in self.rules.language_ends:
            return False
        if index + 1 in self.lands:
            return index + 2 >= len(tokens) or tokens[index + 2].kind == "sign"
        return True

    def lacks_article(self, hit: Hit, name: LandName) -> bool:
        """Names that are a country only with an article (`la Hollande`), found without it."""
        articles = self.rules.needs_article.get(self._key(hit))
        if not articles or name.form == "demonym":
            return False
        before = self.tokens[hit.first - 1].key if hit.first else ""
        return before not in articles

    def may_repeat_person(self, hit: Hit) -> bool:
        """Tell whether a name that elsewhere is part of a person's has nothing here that speaks for a land."""
        return self._key(hit) not in self.rules.needs_article and not self.after_place_word(hit.first)

    def lacks_context(self, hit: Hit, name: LandName) -> bool:
        """Names that are also words or persons, found where nothing speaks of a place."""
        tokens = self.tokens
        if name.kind != "place" or self._key(hit) not in self.rules.needs_context:
            return False
        after = hit.last + 1
        if after < len(tokens) and tokens[after].text in (",", "(") and after + 1 in self.lands:
            return False
        if hit.first and tokens[hit.first - 1].text == "(":
            return False
        return not self.after_place_word(hit.first)

    def _key(self, hit: Hit) -> str:
        return " ".join(token.key for token in self.tokens[hit.first : hit.last + 1] if token.text != "-")

    def after_place_word(self, first: int) -> bool:
        """Tell whether a preposition or noun of place stands right before a token."""
        length = self.rules.place_before.before(self.tokens, first, gap=0)
        return bool(length) and touches(self.tokens, first - 1, first)


def in_organization(
    sentence: Sentence, hit: Hit, bodies: Sequence[Mention], rules: LandRules, lands: Collection[int]
) -> bool:
    """Tell whether a find is part of the proper name of a body, not just of a state organ (`Saudi government`)."""
    tokens, starts = sentence.tokens, sentence.starts
    start, end = tokens[hit.first].start, tokens[hit.last].end
    for body in bodies:
        if start <= body.start and body.end <= end:
            continue
        inside = range(bisect_left(starts, body.start), bisect_left(starts, body.end))
        others = [tokens[index] for index in inside if index not in lands and tokens[index].kind == "word"]
        if not others:
            return True
        if hit.names[0].kind == "place":
            return others[0].capital or body.start == start
        named = [token for token in others if token.key not in rules.state_words and len(token.key) > 3]
        if named and (others[0].capital or any(token.capital for token in named) or len(named) == len(others)):
            return True
    return False
