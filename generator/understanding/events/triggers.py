"""Words that tell an event, with the clause they stand in: what happened, what is planned, what is denied."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from generator.language.tokens import Token
from generator.understanding.document import Sentence
from generator.understanding.lexicon.events import NO_EVENT, EventRules, Form, Group, form_at

_REACH = 40
"""Most tokens of a clause to either side of its trigger."""
_AUXILIARY_REACH = 4
"""Tokens between an auxiliary and its participle (`a également été reçu`)."""
_ACHIEVED_REACH = 8
"""Tokens, a date among them, between a verb of deciding and the infinitive it brings about."""
_OBJECT_REACH = 4
"""Tokens between a verb and a noun that is its object."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens `[first, last]` of a sentence that tell an event of `group`.

    `finite` tells a verb that carries its clause, `passive` one whose subject is acted on, `planned` one that has
    not happened yet, `noun` an event that is named rather than told. `bare` is a participle without auxiliary.
    """

    first: int
    last: int
    group: Group
    noun: bool
    finite: bool
    passive: bool
    planned: bool
    bare: bool = False


def find_triggers(sentence: Sentence, rules: EventRules, taken: Set[int] = frozenset()) -> list[Trigger]:
    """Return the triggers of a sentence, left to right, longest first, without overlaps.

    `taken` are the tokens of names and dates, which tell no event (`14 March`).
    """
    tokens = sentence.tokens
    found: list[Trigger] = []
    done = -1
    for position in sentence.places_of(rules.forms.keys()):
        if position <= done or position in taken:
            continue
        hit = form_at(sentence, position, rules)
        if hit is None:
            continue
        done, forms = hit
        trigger = _read(tokens, position, done, forms, rules)
        if trigger is not None:
            found.append(trigger)
    return _without_objects(tokens, found, rules)


def _without_objects(tokens: Sequence[Token], found: Sequence[Trigger], rules: EventRules) -> list[Trigger]:
    """Make one event of a verb and the noun that is its object (`signed an agreement`): the one that says more."""
    kept: list[Trigger] = []
    for trigger in found:
        verb = kept[-1] if kept else None
        if verb is None or not trigger.noun or verb.noun or not _is_object(tokens, verb, trigger, rules):
            kept.append(trigger)
        elif verb.group.light or verb.group.yields_to == trigger.group.family:
            kept[-1] = replace(trigger, first=verb.first, noun=False, finite=verb.finite, planned=verb.planned)
    return kept


def _is_object(tokens: Sequence[Token], verb: Trigger, noun: Trigger, rules: EventRules) -> bool:
    between = tokens[verb.last + 1 : noun.first]
    return (
        not verb.passive
        and len(between) <= _OBJECT_REACH
        and not any(
            (token.kind == "sign" and token.text not in "-'") or token.key in rules.linking for token in between
        )
    )


def _read(tokens: Sequence[Token], first: int, last: int, forms: Sequence[Form], rules: EventRules) -> Trigger | None:
    """Choose the reading that the words around allow: noun after a determiner, verb after a subject or auxiliary."""
    if first and tokens[first].capital and (_is_capital(tokens, first - 1) or _is_capital(tokens, last + 1)):
        return None  # a capital inside a run of capitals: part of a name, no event
    nouns = [form for form in forms if "noun" in form.moods]
    verbs = [form for form in forms if form.moods - {"noun"}]
    if forms[0].group is NO_EVENT:
        return None
    before = tokens[first - 1].key if first else ""
    named = not verbs or before in rules.before_nouns or _noun_context(tokens, first)
    if nouns and (named or _lacks_subject(tokens, first, verbs, rules)):
        return (
            None if _denied(tokens, first, rules) else Trigger(first, last, nouns[0].group, True, False, False, False)
        )
    if not verbs:
        return None
    return _verb(tokens, first, last, max(verbs, key=lambda form: form.group.weight), rules)


def _lacks_subject(tokens: Sequence[Token], first: int, verbs: Sequence[Form], rules: EventRules) -> bool:
    """Tell whether a bare form has no plural before it that could be its subject: `crash` in `motorcycle crash pleads`.

    Only where a language says what its plurals look like.
    """
    if not rules.plural_endings or any(not form.moods >= {"infinitive", "present"} for form in verbs):
        return False
    before = tokens[first - 1].key if first else ""
    if before in rules.plural_words or before in rules.planned or before in rules.modals:
        return False
    return not before.endswith(rules.plural_endings)


def _is_capital(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind == "word" and tokens[index].capital


def _noun_context(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether what stands before makes a noun more likely: start of sentence, or `… of the X attack`."""
    return first == 0 or (tokens[first - 1].kind != "word" and tokens[first - 1].text not in ",-")


def _verb(tokens: Sequence[Token], first: int, last: int, form: Form, rules: EventRules) -> Trigger | None:
    moods = form.moods
    auxiliary = _auxiliary(tokens, first, rules)
    before = tokens[first - 1].key if first else ""
    if "infinitive" in moods and _achieved(tokens, first, rules) and not _denied(tokens, first, rules):
        return Trigger(first, last, form.group, False, True, False, False)
    if before in rules.before_nouns and not moods & {"participle", "fixed"} and not form.reflexive:
        return (
            None if "infinitive" not in moods or before not in rules.modals else _plan(tokens, first, last, form, rules)
        )
    if _denied(tokens, first, rules):
        return None
    if auxiliary == "modal" or moods <= {"infinitive"}:
        return _plan(tokens, first, last, form, rules)
    if moods <= {"future", "conditional"}:
        return _plan(tokens, first, last, form, rules)
    passive = auxiliary == "passive" and "participle" in moods
    bare = (
        auxiliary is None
        and "participle" in moods
        and (before in rules.before_nouns or _no_object(tokens, last, rules))
    )
    if moods == {"gerund"}:
        return Trigger(first, last, form.group, False, False, False, False)
    finite = not bare and (auxiliary is not None or bool(moods & {"present", "past", "fixed"}))
    if auxiliary is None and moods == {"participle"}:
        bare, finite = True, False
    return Trigger(first, last, form.group, False, finite, passive or bare, False, bare)


def _plan(tokens: Sequence[Token], first: int, last: int, form: Form, rules: EventRules) -> Trigger | None:
    """An event that is only announced: kept, so that a dated one can be told as planned."""
    if _denied(tokens, first, rules):
        return None
    return Trigger(first, last, form.group, False, False, False, True)


def _achieved(tokens: Sequence[Token], first: int, rules: EventRules) -> bool:
    """Tell whether a verb before an infinitive says that it was done (`a décidé mardi d'exclure X`, `vient de …`)."""
    if first < 2 or tokens[first - 1].key not in rules.infinitive_links:
        return False
    for position in range(first - 2, max(-1, first - 2 - _ACHIEVED_REACH), -1):
        key = tokens[position].key
        if key in rules.achieving:
            return True
        if key in rules.boundaries or key in rules.attributive:
            return False
    return False


def _auxiliary(tokens: Sequence[Token], first: int, rules: EventRules) -> str | None:
    """Return `passive`, `active` or `modal` for the nearest auxiliary before a verb, None where it stands alone."""
    for position in range(first - 1, max(-1, first - 1 - _AUXILIARY_REACH), -1):
        key = tokens[position].key
        if key in rules.passive:
            modal = any(tokens[n].key in rules.modals for n in range(max(0, position - 2), position))
            return "modal" if modal else "passive"
        if key in rules.active:
            modal = any(tokens[n].key in rules.modals for n in range(max(0, position - 2), position))
            return "modal" if modal else "active"
        if key in rules.modals and position >= first - 2:
            return "modal"
        if tokens[position].kind != "word" or key in rules.before_nouns:
            return None
    return None


def _denied(tokens: Sequence[Token], first: int, rules: EventRules) -> bool:
    return any(
        token.key in rules.negations or token.key.endswith("n't")
        for token in tokens[max(0, first - 4) : first]
        if token.kind == "word"
    )


def _no_object(tokens: Sequence[Token], last: int, rules: EventRules) -> bool:
    """Tell whether a preposition, a sign or nothing follows, as after a participle that stands for a passive."""
    if last + 1 >= len(tokens):
        return True
    after = tokens[last + 1]
    return after.kind == "sign" or after.key in rules.by or after.key in rules.locatives


def clause_bounds(sentence: Sentence, trigger: Trigger, rules: EventRules) -> tuple[int, int]:
    """Return the first and last token of the clause around a trigger; a bracketed remark belongs to its clause."""
    keys, borders = sentence.keys, rules.borders
    left = trigger.first
    while left > 0 and trigger.first - left < _REACH:
        if keys[left - 1] == ")" and (opening := _opening(keys, left - 1)) is not None:
            left = opening
        elif keys[left - 1] in borders:
            break
        else:
            left -= 1
    right = trigger.last
    end = min(len(keys) - 1, right + _REACH)
    while right < end and keys[right + 1] not in borders:
        right += 1
    return left, right


def _opening(keys: Sequence[str], closing: int) -> int | None:
    """Return the bracket that a closing bracket closes, if it is near."""
    for position in range(closing - 1, max(-1, closing - _REACH), -1):
        if keys[position] == "(":
            return position
    return None
