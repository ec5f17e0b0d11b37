"""Names of organisations built on a head noun, a kind of organisation, or a legal form.

Works on one sentence and looks at most `_REACH` tokens to either side, so it is linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.language.names import Strength, given_names
from generator.language.tokens import Token
from generator.understanding.document import Sentence
from generator.understanding.lexicon.organizations import OrganizationRules, phrase_at, phrase_ending_at

_REACH = 14
_GROUPS = 3
"""Most prepositional groups after a head: `Cour de justice de l'Union européenne` has two."""


class Find(NamedTuple):
    """Tokens `[first, last]` of a sentence that name an organisation.

    `introduced`: the text says what it is (`the daily Népszava`), so the name holds elsewhere by itself.
    """

    first: int
    last: int
    introduced: bool = False


def find_patterns(sentence: Sentence, rules: OrganizationRules) -> list[Find]:
    """Return the names a sentence builds, in text order; they may overlap."""
    tokens = sentence.tokens
    places = sentence.places_of(rules.openers)
    if not places or title_cased(tokens):
        return []
    finds = [find for index in places if tokens[index].kind == "word" for find in _at(tokens, index, rules)]
    return [find for find in finds if not _excluded(tokens, find, rules)]


def title_cased(tokens: Sequence[Token]) -> bool:
    """Tell whether nearly every word has a capital, so that capitals mean nothing (`Court Backs Ban On Plastic`)."""
    if tokens[-1].text in (".", "!", "?"):
        return False
    words = [token for token in tokens if token.kind == "word" and len(token.text) > 3]
    return len(words) > 4 and sum(token.capital for token in words) > 0.8 * len(words)


def starts_clause(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a capital at `index` may be owed to its place alone."""
    return index == 0 or (tokens[index - 1].kind == "sign" and tokens[index - 1].text not in "-,&/(.")


def _at(tokens: Sequence[Token], index: int, rules: OrganizationRules) -> Iterator[Find]:
    token = tokens[index]
    if token.capital:
        last = phrase_at(tokens, index, rules.alone)
        if last is not None and _all_capital(tokens, index, last, rules):
            yield from _with_owner(tokens, index, last, rules)
        if token.key in rules.heads:
            yield from _head(tokens, index, rules)
        first = phrase_ending_at(tokens, index, rules.final_heads)
        if first is not None and tokens[first].capital:
            left = _left(tokens, first, rules)
            if left < first:
                yield from _with_owner(tokens, left, index, rules)
        if token.key in rules.legal_forms or (token.key.rstrip(".") in rules.legal_forms and index):
            yield from _company(tokens, index, rules)
        if token.key in rules.introducers and token.text.isupper():
            yield from _introduced(tokens, index, rules)
        return
    if token.key in rules.lower_heads:
        last, capitals = _right(tokens, index, rules, lower=True)
        if capitals:
            yield Find(index, last)
    if token.key in rules.introducers:
        yield from _introduced(tokens, index, rules)
    if token.key in rules.introducer_final and index and tokens[index - 1].capital:
        left = _left(tokens, index, rules)
        if left < index:
            yield Find(left, index)
    if token.key in rules.legal_forms and token.text.isupper():
        yield from _company(tokens, index, rules)


def _head(tokens: Sequence[Token], index: int, rules: OrganizationRules) -> Iterator[Find]:
    """A head noun with what follows it and, where the language does so, what stands before it."""
    left = _left(tokens, index, rules) if rules.extend_left else _before(tokens, index, rules)
    last, capitals = _right(tokens, index, rules, lower=False)
    if last == index or (not capitals and starts_clause(tokens, left)):
        return
    yield Find(left, last)


def _with_owner(tokens: Sequence[Token], first: int, last: int, rules: OrganizationRules) -> Iterator[Find]:
    """A name complete in itself, with the state or city it belongs to (`Parliament of Iraq`)."""
    left = _left(tokens, first, rules) if rules.extend_left else _before(tokens, first, rules)
    end, capitals = _right(tokens, last, rules, lower=False)
    last = end if capitals else last
    yield Find(left, last)


def _before(tokens: Sequence[Token], index: int, rules: OrganizationRules) -> int:
    if index and tokens[index - 1].capital and tokens[index - 1].key in rules.before_heads:
        return index - 1
    return index


def _left(tokens: Sequence[Token], index: int, rules: OrganizationRules) -> int:
    """Return where the capitalised words before `index` begin; `index` if there are none."""
    first = index
    position = index - 1
    while position >= 0 and index - position < _REACH:
        token = tokens[position]
        if token.kind == "word" and token.capital:
            if token.key in rules.titles or (token.key in rules.not_in_names and starts_clause(tokens, position)):
                break
            first = position
            position -= 1
        elif _joins(tokens, position, rules):
            position -= 1
        else:
            break
    return first


def _joins(tokens: Sequence[Token], position: int, rules: OrganizationRules) -> bool:
    """Tell whether a sign or small word ties the capitalised words on both sides into one name."""
    if position == 0 or position + 1 >= len(tokens):
        return False
    before, token, after = tokens[position - 1], tokens[position], tokens[position + 1]
    if not before.capital:
        return False
    if token.text == "-":
        return before.end == token.start and token.end == after.start
    if token.text == "&":
        return True
    if token.key == "'s":
        return before.key in rules.possessors
    return token.key in rules.conjunctions and before.key in rules.and_before and after.key in rules.and_before


def _right(tokens: Sequence[Token], index: int, rules: OrganizationRules, lower: bool) -> tuple[int, bool]:
    """Return the last token of the complement of a head at `index`, and whether it holds a capitalised word."""
    head = tokens[index].key
    last, capitals, groups, after_adjective = index, False, 0, False
    nouns = not lower and head in rules.noun_complement and not starts_clause(tokens, index)
    position = index + 1
    end = min(len(tokens), index + _REACH)
    while position < end:
        token = tokens[position]
        if (
            token.text == "-"
            and position + 1 < end
            and tokens[position + 1].kind == "word"
            and token.start == tokens[last].end
        ):
            last = position + 1
            capitals = capitals or tokens[last].capital
            position += 2
            continue
        if (
            token.kind == "word"
            and token.capital
            and not after_adjective
            and _may_continue(tokens, position, rules, index)
        ):
            last, capitals = position, True
        elif is_adjective(token, rules) and (last > index or lower or head not in rules.no_adjective):
            if not lower or capitals:
                last = position
            after_adjective = True
        elif groups < _GROUPS and (target := _group(tokens, position, rules, head, nouns)) is not None and target < end:
            groups, last, after_adjective = groups + 1, target, False
            capitals = capitals or tokens[target].capital
            position = target
        elif capitals and (target := _coordinated(tokens, position, rules, head)) is not None:
            last, position = target, target
        else:
            break
        position += 1
    return last, capitals


def _may_continue(tokens: Sequence[Token], position: int, rules: OrganizationRules, head: int) -> bool:
    """Tell whether a capitalised word right after a name belongs to it (French names only follow their head)."""
    token = tokens[position]
    if token.key in rules.titles or token.key in rules.not_in_names:
        return False
    if position - 1 > head:
        return True
    return not rules.extend_left and tokens[head].key not in rules.alone


def is_adjective(token: Token, rules: OrganizationRules) -> bool:
    """Tell whether a word in lower case may be an adjective inside a name."""
    if token.kind != "word" or token.capital or token.key in rules.not_adjectives:
        return False
    return rules.adjective.fullmatch(token.key) is not None


def _group(tokens: Sequence[Token], position: int, rules: OrganizationRules, head: str, nouns: bool) -> int | None:
    """Return the noun of a prepositional group that begins at `position`, if it belongs to the name."""
    key = tokens[position].key
    if key not in rules.prepositions and not (
        key in rules.other_prepositions and head in rules.other_preposition_heads
    ):
        return None
    target = position + 1
    articles = 0
    while target < len(tokens) and tokens[target].key in rules.articles and not tokens[target].text.isupper():
        target += 1
        articles += 1
    if target >= len(tokens) or tokens[target].kind != "word":
        return None
    token = tokens[target]
    if token.key in rules.titles or token.key in rules.not_in_names:
        return None
    if token.capital:
        is_person = given_names().strength(token.key) is Strength.SURE and _capital_at(tokens, target + 1)
        return None if is_person else target
    # `la Cour de condamner`: an infinitive, no noun, unless an article says otherwise.
    verb = not articles and token.key.endswith(("er", "ir", "re")) and key in ("de", "d'")
    return target if nouns and not verb and key in rules.prepositions else None


def _capital_at(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind == "word" and tokens[index].capital


def _coordinated(tokens: Sequence[Token], position: int, rules: OrganizationRules, head: str) -> int | None:
    """Return the capitalised word that `and` adds to a complement (`Health and Welfare`), but no new name.

    Where names follow their head, it must be a bare noun (`Sports et Loisirs`), or the complement of a head that often
    has several (`ministère de la Culture et de la Communication`).
    """
    if tokens[position].key not in rules.conjunctions:
        return None
    target = position + 1
    if target < len(tokens) and tokens[target].key in rules.prepositions and head in rules.coordinating:
        target += 1
        while target < len(tokens) and tokens[target].key in rules.articles:
            target += 1
    if not _capital_at(tokens, target):
        return None
    key = tokens[target].key
    if key in rules.heads or key in rules.titles or key in rules.not_in_names:
        return None
    if given_names().strength(key) >= Strength.RARE:
        return None
    if rules.extend_left and key not in rules.and_before and _heads_ahead(tokens, target, rules):
        return None
    return target


def _heads_ahead(tokens: Sequence[Token], index: int, rules: OrganizationRules) -> bool:
    """Tell whether the capitalised words from `index` on end in a head, so that they are a name of their own."""
    end = index
    while _capital_at(tokens, end + 1) and end - index < _REACH:
        end += 1
    return end > index and phrase_ending_at(tokens, end, rules.final_heads) is not None


def _all_capital(tokens: Sequence[Token], first: int, last: int, rules: OrganizationRules) -> bool:
    """English wants every word of such a name capitalised; French only the first."""
    return not rules.extend_left or all(
        token.capital or token.key in rules.prepositions for token in tokens[first : last + 1]
    )


def _introduced(tokens: Sequence[Token], index: int, rules: OrganizationRules) -> Iterator[Find]:
    """`quotidien espagnol El País`, `daily newspaper Magyar Nemzet`: the capitalised words after the noun."""
    position = index + 1
    gap = 0
    while position < len(tokens) and gap < 2 and rules.introducer_gap.fullmatch(tokens[position].key):
        if tokens[position].capital:
            break
        position += 1
        gap += 1
    if gap and tokens[index].key in rules.loose_introducers:
        return
    if position < len(tokens) and tokens[position].text in '"«“':
        position += 1
    last = None
    reach = min(len(tokens), position + 6)
    here = position
    while here < reach:
        token = tokens[here]
        if token.kind == "word" and token.capital and token.key not in rules.titles:
            last = here
        elif not (
            last is not None and (token.text in "-&'" or _links(tokens, here, rules)) and _capital_at(tokens, here + 1)
        ):
            break
        here += 1
    if last is None or (position == last and tokens[last].key in rules.not_in_names):
        return
    if rules.extend_left and tokens[index].key in rules.loose_introducers and last == position:
        return
    person = given_names().strength(tokens[position].key) is Strength.SURE and last == position + 1
    if person and tokens[index].key in rules.person_introducers:
        return
    if last + 1 < len(tokens) and tokens[last + 1].key == "'s" and _capital_at(tokens, last + 2):
        return
    yield Find(position, last, introduced=True)


def _links(tokens: Sequence[Token], index: int, rules: OrganizationRules) -> bool:
    """Tell whether a preposition may stand inside the name: French names run over it (`Secours de France`)."""
    return tokens[index].key in rules.prepositions and not rules.extend_left


def _company(tokens: Sequence[Token], index: int, rules: OrganizationRules) -> Iterator[Find]:
    """`Hungarian National Asset Management, Inc.`: the capitalised words before a legal form."""
    before = index - 1
    if before >= 0 and tokens[before].text == ",":
        before -= 1
    elif before > 0 and tokens[before].text == "." and tokens[before - 1].key in rules.legal_forms:
        before -= 1  # `Foster Co. Ltd.`
    if before < 0 or not tokens[before].capital or tokens[before].kind != "word":
        return
    left = _left(tokens, before + 1, rules)
    if left <= before and not (left == 0 and before == 0 and tokens[0].key in rules.not_in_names):
        yield Find(left, index, introduced=True)


def _excluded(tokens: Sequence[Token], find: Find, rules: OrganizationRules) -> bool:
    return any(
        (last := phrase_at(tokens, index, rules.not_names)) is not None and last <= find.last
        for index in range(find.first, find.last + 1)
    )
