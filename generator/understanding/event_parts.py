"""When, where and with whom: what the clause of a trigger says about its event."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from generator.language.organizations import known_organizations
from generator.language.tokens import Token
from generator.model.article import ZoneKind
from generator.model.dates import DateRange, PartialDate
from generator.model.reading import DateMention, Mention, RoleMention, Statement
from generator.understanding.document import Document, Sentence
from generator.understanding.event_rules import EventRules
from generator.understanding.event_triggers import Trigger, clause_bounds, is_boundary
from generator.understanding.state_bodies import land_in

_DATE = re.compile(r"\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")
_BOUNDARY, _SIGN, _COMMA, _TRIGGER, _OWNED, _LIMIT, _FUTURE, _OPENING = 8, 1, 6, 5, 10, 20, 30, 18
"""What it costs a date, in tokens, that a clause border, a sign or another event stands between it and a trigger, that
it stands right beside another event, that it is a term, or to come when the event is past; and what it gains by
opening the sentence."""
_FAR, _NOUN_FAR = 45, 16
"""The most a date may cost: a noun has its date near, a verb takes that of its sentence."""
_BESIDE = 3
"""Tokens within which a date belongs to an event first of all."""
_MOST = 30
"""Events and dates of one sentence that are looked at: keeps endless sentences cheap."""
OLD = 90
"""Days before the article after which an event is background."""
_ANTECEDENT = 8
"""Tokens between a relative pronoun and the name it stands for."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention with its first and last token in the sentence."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One telling of an event: a trigger with what its clause says.

    `clause` are the first and last token of the clause. `dated` tells that the clause itself has the date.
    `said` is the statement the trigger stands in. `old` events lie long before the article: they are background.
    """

    sentence: Sentence
    trigger: Trigger
    clause: tuple[int, int]
    date: str | None = None
    dated: bool = False
    place: str | None = None
    parts: Mapping[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    said: Statement | None = None
    old: bool = False

    @property
    def people(self) -> frozenset[str]:
        """Ids of the persons who take part."""
        return frozenset([entity for entity in self.parts if entity.startswith("people/")])


class Scene:
    """An article's mentions, dates, roles and statements, ready to be asked by sentence."""

    def __init__(
        self,
        document: Document,
        mentions: Sequence[Mention],
        dates: Sequence[DateMention],
        roles: Sequence[RoleMention],
        statements: Sequence[Statement],
    ) -> None:
        self.document = document
        self.mentions = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
        self._dates = sorted((date for date in dates if _DATE.fullmatch(date.value)), key=lambda date: date.start)
        self._statements = sorted(statements, key=lambda statement: statement.start)
        self._roles = roles
        self.today = document.article.date.value if document.article.date else None

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.start for mention in self.mentions]

    @cached_property
    def _date_starts(self) -> list[int]:
        return [date.start for date in self._dates]

    @cached_property
    def _statement_starts(self) -> list[int]:
        return [statement.start for statement in self._statements]

    @cached_property
    def country_of(self) -> Mapping[str, str]:
        """Country of each person by office, and of each organisation by the shipped table or its own name."""
        countries = {role.person: role.country for role in self._roles if role.country}
        known = known_organizations()
        for mention in self.mentions:
            if mention.kind == "organization" and mention.id and (entry := known.get(mention.id)) and entry.country:
                countries.setdefault(mention.id, entry.country)
        return countries

    def placed(self, sentence: Sentence) -> tuple[Placed, ...]:
        """Return the mentions of a sentence by token."""
        begin = bisect_left(self._mention_starts, sentence.span.start)
        end = bisect_left(self._mention_starts, sentence.span.end)
        starts = [token.start for token in sentence.tokens]
        return tuple(
            Placed(mention, bisect_right(starts, mention.start) - 1, bisect_left(starts, mention.end) - 1)
            for mention in self.mentions[begin:end]
        )

    def dates_in(self, sentence: Sentence) -> tuple[tuple[DateMention, int, int], ...]:
        """Return the dates of a sentence by token."""
        begin = bisect_left(self._date_starts, sentence.span.start)
        end = bisect_left(self._date_starts, sentence.span.end)
        starts = [token.start for token in sentence.tokens]
        return tuple(
            (date, bisect_right(starts, date.start) - 1, bisect_left(starts, date.end) - 1)
            for date in self._dates[begin:end]
        )

    def taken(self, sentence: Sentence) -> frozenset[int]:
        """Return the tokens of names and dates; those of role phrases and pronouns are free."""
        names = [(one.first, one.last) for one in self.placed(sentence) if one.mention.form not in ("role", "pronoun")]
        dates = [(first, last) for _, first, last in self.dates_in(sentence)]
        return frozenset(token for first, last in names + dates for token in range(first, last + 1))

    def statement_at(self, offset: int) -> Statement | None:
        """Return the statement whose words cover an offset."""
        number = bisect_right(self._statement_starts, offset) - 1
        if number >= 0 and self._statements[number].end > offset:
            return self._statements[number]
        return None


def describe(scene: Scene, sentence: Sentence, triggers: Sequence[Trigger], rules: EventRules) -> Iterator[Candidate]:
    """Yield what a sentence tells of the event of each of its triggers."""
    triggers = triggers[:_MOST]
    placed = [(one, scene.statement_at(one.mention.start)) for one in scene.placed(sentence)]
    dates = scene.dates_in(sentence)[:_MOST]
    for number, trigger in enumerate(triggers):
        clause = clause_bounds(sentence.tokens, trigger, rules)
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
        date, dated = _date(sentence.tokens, trigger, clause, dates, triggers, scene.today, rules)
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


@lru_cache(maxsize=1024)
def date_range(date: str) -> DateRange:
    """Return the value of a date mention in typed form."""
    return DateRange.parse(date)


def is_old(date: str, today: PartialDate | None) -> bool:
    """Tell whether a date lies so long before the article that it is background."""
    return today is not None and (today.first_day() - date_range(date).last_day()).days > OLD


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
        subject = before or _antecedent(tokens, left, within, rules)
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
        position += 1
    return position


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


def _date(
    tokens: Sequence[Token],
    trigger: Trigger,
    clause: tuple[int, int],
    dates: Sequence[tuple[DateMention, int, int]],
    triggers: Sequence[Trigger],
    today: PartialDate | None,
    rules: EventRules,
) -> tuple[str | None, bool]:
    """Return the date of the nearest date expression, and whether it stands in the trigger's own clause."""
    best: tuple[int, int, str] | None = None
    finest: tuple[int, int, str] | None = None
    for date, first, last in dates:
        cost = _distance(tokens, trigger, first, last, triggers, rules)
        if today and not (trigger.planned or trigger.noun) and date_range(date.value).first_day() > today.last_day():
            cost += _FUTURE
        if best is None or (cost, first) < best[:2]:
            best = (cost, first, date.value)
        if cost <= _NOUN_FAR and (finest is None or len(date.value) > len(finest[2])):
            finest = (cost, first, date.value)
    if best is None or best[0] > (_NOUN_FAR if trigger.noun else _FAR):
        return None, False
    if finest and finest[2].startswith(best[2]):
        best = finest
    return best[2], clause[0] <= best[1] <= clause[1] or best[1] <= _BESIDE


def _distance(
    tokens: Sequence[Token], trigger: Trigger, first: int, last: int, triggers: Sequence[Trigger], rules: EventRules
) -> int:
    """Return how far a date is from a trigger, in tokens and obstacles."""
    begin, end = (last + 1, trigger.first) if last < trigger.first else (trigger.last + 1, first)
    cost = max(0, end - begin)
    if cost > _FAR:
        return cost
    for token in tokens[begin:end]:
        if is_boundary(token, rules):
            cost += _BOUNDARY if token.kind == "word" or token.text in ";:" else _SIGN
    for other in triggers:
        if other is trigger:
            continue
        cost += _TRIGGER * (begin <= other.first < end and not other.noun)
        cost += _claim_of(tokens, other, trigger, first, rules)
    if first <= _BESIDE and not trigger.noun:
        cost -= _OPENING
    elif last < trigger.first and any(token.text == "," for token in tokens[begin:end]):
        cost += _COMMA
    limited = any(token.key in rules.limits for token in tokens[max(0, first - 2) : first])
    return cost + (_LIMIT if limited else 0)


def _claim_of(tokens: Sequence[Token], other: Trigger, trigger: Trigger, first: int, rules: EventRules) -> int:
    """Return what it costs to take a date from beside another event; `elections of 17 June` never lend theirs."""
    gap = first - other.last - 1
    if not 0 <= gap <= _BESIDE or other.group.family == trigger.group.family:
        return 0
    if other.noun and any(token.key in rules.attributive for token in tokens[other.last + 1 : first]):
        return 2 * _FAR
    nearer = trigger.last >= first or other.last > trigger.last
    return _OWNED if nearer else 0


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
