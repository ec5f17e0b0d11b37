"""When, where and with whom: what the clause of a trigger says about its event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.language.tokens import Token
from generator.model.article import ZoneKind
from generator.understanding.document import Sentence
from generator.understanding.events.dates import event_date
from generator.understanding.events.scene import Candidate, Placed, Scene, is_old
from generator.understanding.events.triggers import Trigger, clause_bounds
from generator.understanding.lexicon.events import EventRules
from generator.understanding.organizations.state_bodies import land_in

_MOST = 30
"""Events and dates of one sentence that are looked at: keeps endless sentences cheap."""
_INTRODUCED = 5
"""Tokens between a word for who took part and the name behind it."""
_ANTECEDENT = 8
"""Tokens between a relative pronoun and the name it stands for."""


def named_later(scene: Scene, rules: EventRules) -> Iterator[tuple[str, str]]:
    """Yield the persons that the article names behind a word for who took part, with the part: "the gunman, X"."""
    if not rules.unnamed:
        return
    for sentence in scene.document.sentences:
        tokens = sentence.tokens
        for one in scene.placed(sentence):
            if one.mention.kind != "person" or not one.mention.id or not _named(one):
                continue
            for position in range(one.first - 1, max(-1, one.first - 1 - _INTRODUCED), -1):
                if tokens[position].key in rules.unnamed:
                    yield one.mention.id, rules.unnamed[tokens[position].key]
                    break
                if tokens[position].kind == "word" and tokens[position].key not in rules.introducing:
                    break


def describe(scene: Scene, sentence: Sentence, triggers: Sequence[Trigger], rules: EventRules) -> Iterator[Candidate]:
    """Yield what a sentence tells of the event of each of its triggers."""
    if not triggers:
        return
    triggers = triggers[:_MOST]
    placed = [(one, scene.statement_at(one.mention.start)) for one in scene.placed(sentence)]
    dates = scene.dates_in(sentence)[:_MOST]
    for number, trigger in enumerate(triggers):
        clause = clause_bounds(sentence, trigger, rules)
        said = scene.statement_at(sentence.tokens[trigger.first].start)
        within = [one for one, inside in placed if inside is said]
        parts = dict(_parts(sentence.tokens, trigger, clause, within, triggers[:number], rules))
        if (
            said is not None
            and said.speaker
            and not any(one.mention.id == said.speaker and _named(one) for one in within)
        ):
            parts.pop(said.speaker, None)
        place = _place(sentence.tokens, trigger, clause, within, rules)
        date, dated = event_date(sentence.tokens, trigger, clause, dates, triggers, scene.today, rules)
        yield Candidate(
            sentence=sentence,
            trigger=trigger,
            clause=clause,
            date=date,
            dated=dated,
            place=place.mention.id if place else None,
            parts=parts,
            countries=_countries(scene, sentence, clause, within, parts, place),
            said=None if sentence.zone.kind is ZoneKind.TITLE else said,
            old=date is not None and is_old(date, scene.today),
        )


def _named(one: Placed) -> bool:
    return one.mention.form in ("name", "short_name")


def _is_actor(one: Placed) -> bool:
    """Tell whether a mention may take part: a person, a named organisation, or a country that acts by name."""
    mention = one.mention
    if mention.id is None:
        return False
    if mention.kind == "country":
        return mention.form in ("name", "capital")
    return mention.kind in ("person", "organization")


def _parts(
    tokens: Sequence[Token],
    trigger: Trigger,
    clause: tuple[int, int],
    within: Sequence[Placed],
    earlier: Sequence[Trigger],
    rules: EventRules,
) -> Iterator[tuple[str, str]]:
    """Yield who takes part and as what: the subject's side, the object's side, and agents after `by`."""
    actor, target, other = trigger.group.parts
    left, right = clause
    before = [one for one in within if left <= one.first and one.last < trigger.first]
    after = [one for one in within if trigger.last < one.first and one.last <= right]
    if trigger.noun:
        if _own_verb(trigger, left, earlier):
            before = [one for one in before if one.last >= trigger.first - 2]
        end = _end_of_phrase(tokens, trigger.last, right, rules)
        after = [one for one in after if one.first <= end]
        seen: dict[str | None, str] = {}
        for entity, part in _noun_parts(tokens, trigger, before, after, rules):
            seen.setdefault(entity, part)
    else:
        closed = tokens[trigger.first - 1].text == "," and left and _antecedent(tokens, left, within, rules)
        subject = closed or before or _antecedent(tokens, left, within, rules)
        seen = {one.mention.id: target if trigger.passive else actor for one in subject if _acts(tokens, one, rules)}
        for one in after:
            if _acts(tokens, one, rules):
                word = _preposition(tokens, one, rules)
                aside = other if trigger.passive or word in rules.with_ else target
                seen.setdefault(one.mention.id, actor if word in rules.by else aside)
    yield from ((entity, part) for entity, part in seen.items() if entity)


def _end_of_phrase(tokens: Sequence[Token], last: int, right: int, rules: EventRules) -> int:
    """Return where what depends on a noun ends: at a comma or at the verb of the clause."""
    position = last
    while position < right:
        token = tokens[position + 1]
        if token.text == "," or token.key in rules.passive or (token.key in rules.active and token.text not in "àÀ"):
            break
        if token.key in rules.conjunctions and position + 2 <= right and _opens_verb(tokens[position + 2], rules):
            break
        position += 1
    return position


def _opens_verb(token: Token, rules: EventRules) -> bool:
    """Tell whether what `and` adds is no name: neither a capital nor an article or the like begins it."""
    return not token.capital and token.key not in rules.articles and token.key not in rules.before_nouns


def _own_verb(trigger: Trigger, left: int, earlier: Sequence[Trigger]) -> bool:
    """Tell whether a verb of the same clause is itself an event, so that its subject is not the noun's."""
    return any(not one.noun and one.first >= left and one.group.family != trigger.group.family for one in earlier)


def _noun_parts(
    tokens: Sequence[Token], trigger: Trigger, before: Sequence[Placed], after: Sequence[Placed], rules: EventRules
) -> Iterator[tuple[str | None, str]]:
    actor, target, other = trigger.group.parts
    of = actor if trigger.group.actor_of else target
    for one in after:
        if not _is_actor(one):
            continue
        word = _preposition(tokens, one, rules)
        if one.mention.kind == "country" and word in rules.locatives:
            continue
        yield one.mention.id, actor if word in rules.by else other if word in rules.with_ else of
    for one in before:
        if _acts(tokens, one, rules):
            yield one.mention.id, actor if trigger.group.actor_of else other


def _acts(tokens: Sequence[Token], one: Placed, rules: EventRules) -> bool:
    """Tell whether a mention takes part: a country only where it is no place and no attribute of somebody."""
    if not _is_actor(one):
        return False
    if one.mention.kind != "country":
        return True
    after = tokens[one.last + 1] if one.last + 1 < len(tokens) else None
    if after is not None and (after.key in rules.possessives or (after.capital and after.kind == "word")):
        return False  # `Iran's President`, `US President`, `le Suisse Roger Federer`
    before = next((tokens[n].key for n in range(one.first - 1, -1, -1) if tokens[n].key not in rules.articles), "")
    return before not in rules.locatives and before not in rules.attributive


def _preposition(tokens: Sequence[Token], one: Placed, rules: EventRules) -> str:
    """Return the preposition that governs a mention, looking over its title (`by the president X`)."""
    for position in range(one.first - 1, max(-1, one.first - 8), -1):
        key = tokens[position].key
        if key in rules.by or key in rules.with_ or key in rules.locatives or key in rules.attributive:
            if key in rules.attributive and position < one.first - 3:
                continue
            return key
        if tokens[position].kind == "sign" and tokens[position].text not in ",-'":
            return ""
    return ""


def _antecedent(tokens: Sequence[Token], left: int, within: Sequence[Placed], rules: EventRules) -> list[Placed]:
    """Return the name a relative pronoun before the clause stands for."""
    if left == 0 or tokens[left - 1].key not in rules.relatives:
        return []
    before = [one for one in within if one.last < left - 1 and left - 1 - one.last <= _ANTECEDENT and _is_actor(one)]
    return before[-1:]


def _place(
    tokens: Sequence[Token], trigger: Trigger, clause: tuple[int, int], within: Sequence[Placed], rules: EventRules
) -> Placed | None:
    """Return the place of the clause: the nearest after the trigger, else the nearest before it."""
    left, right = clause
    places = [one for one in within if one.mention.kind == "place" and one.mention.id and left <= one.first <= right]
    after = [one for one in places if one.first > trigger.last and _located(tokens, one, rules)]
    before = [one for one in places if one.last < trigger.first and _located(tokens, one, rules)]
    return after[0] if after else before[-1] if before else None


def _located(tokens: Sequence[Token], one: Placed, rules: EventRules) -> bool:
    return any(tokens[position].key in rules.locatives for position in range(max(0, one.first - 3), one.first))


def _countries(
    scene: Scene,
    sentence: Sentence,
    clause: tuple[int, int],
    within: Sequence[Placed],
    parts: Mapping[str, str],
    place: Placed | None,
) -> tuple[str, ...]:
    """Return the ISO codes of the countries of a clause, in text order, then those of who takes part and the place."""
    codes: list[str | None] = []
    for one in within:
        if not clause[0] <= one.first <= clause[1]:
            continue
        if one.mention.kind == "country":
            codes.append(one.mention.country)
        elif one.mention.kind == "organization":
            codes.append(land_in(sentence.tokens, one.first, one.last, scene.document.pack))
    codes += [scene.country_of.get(entity) for entity in parts]
    if place:
        codes.append(place.mention.country)
    return tuple(dict.fromkeys(code for code in codes if code))
