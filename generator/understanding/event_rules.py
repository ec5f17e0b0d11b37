"""The event topic of a language pack in typed form: every inflected trigger word, and the small words around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from generator.language.normalise import even
from generator.language.pack import Pack
from generator.language.tokens import Token, tokenise

Mood = Literal["infinitive", "present", "past", "participle", "future", "conditional", "gerund", "noun", "fixed"]
_MOODS: tuple[Mood, ...] = ("infinitive", "present", "past", "participle", "future", "conditional", "gerund")
_AS_IT_STANDS = "!"
"""Marks a form that is listed as it stands and does not inflect."""


@dataclass(frozen=True, slots=True)
class Group:
    """Words that tell one kind of event.

    `parts`: of who acts, who or what is acted on, and everybody else. `actor_of` tells that `visit of X` names who
    acts; `murder of X` names who is acted on.
    """

    type: str
    family: str
    weight: float
    parts: tuple[str, str, str]
    actor_of: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a trigger: the words after the first, what it is grammatically, and its group."""

    rest: tuple[str, ...]
    moods: frozenset[Mood]
    group: Group
    reflexive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRules:
    """What a language says about events. `forms` is keyed by the first word, longest forms first."""

    forms: Mapping[str, tuple[Form, ...]]
    before_nouns: frozenset[str]
    passive: frozenset[str]
    active: frozenset[str]
    modals: frozenset[str]
    planned: frozenset[str]
    negations: frozenset[str]
    by: frozenset[str]
    with_: frozenset[str]
    to: frozenset[str]
    boundaries: frozenset[str]
    relatives: frozenset[str]
    locatives: frozenset[str]
    attributive: frozenset[str]
    conjunctions: frozenset[str]
    drop_from_label: frozenset[str]


@lru_cache(maxsize=8)
def event_rules_for(pack: Pack) -> EventRules:
    """Return the rules of a language; a pack without the topic has no triggers."""
    topic = pack.topic("events")

    def words(field: str) -> frozenset[str]:
        return frozenset(key for word in topic.get(field, ()) for key in _keys(word, pack))

    return EventRules(
        forms=_forms(topic, pack),
        before_nouns=words("before_nouns"),
        passive=words("passive"),
        active=words("active"),
        modals=words("modals"),
        planned=words("planned"),
        negations=words("negations"),
        by=words("by"),
        with_=words("with"),
        to=words("to"),
        boundaries=words("boundaries"),
        relatives=words("relatives"),
        locatives=words("locatives"),
        attributive=words("attributive"),
        conjunctions=words("conjunctions"),
        drop_from_label=words("drop_from_label"),
    )


def form_at(tokens: Sequence[Token], index: int, rules: EventRules) -> tuple[int, tuple[Form, ...]] | None:
    """Return the last token of the longest trigger that begins at `index`, with every form that spells so."""
    for form in rules.forms.get(tokens[index].key, ()):
        last = index + len(form.rest)
        if last < len(tokens) and all(tokens[index + 1 + n].key == word for n, word in enumerate(form.rest)):
            same = tuple(other for other in rules.forms[tokens[index].key] if other.rest == form.rest)
            return last, same
    return None


def _keys(words: str, pack: Pack) -> tuple[str, ...]:
    """Return the folded tokens of a phrase of the pack; an elided word keeps its apostrophe."""
    # The tokeniser knows an elided word by the letter after it.
    return (
        tuple(token.key for token in tokenise(even(words) + "x", pack))[:-1]
        if words.endswith("'")
        else tuple(token.key for token in tokenise(even(words), pack))
    )


def _forms(topic: Mapping[str, Any], pack: Pack) -> dict[str, tuple[Form, ...]]:
    spelled: dict[tuple[str, ...], dict[tuple[Group, bool], set[Mood]]] = {}
    for line in topic.get("groups", ()):
        parts = tuple(line["parts"])
        actor_of = line.get("of") == "actor"
        group = Group(line["type"], line["family"], float(line["weight"]), (parts[0], parts[1], parts[2]), actor_of)
        for verb in line.get("verbs", ()):
            for keys, mood, reflexive in _inflected(verb, topic, pack):
                spelled.setdefault(keys, {}).setdefault((group, reflexive), set()).add(mood)
        for noun in line.get("nouns", ()):
            keys = _keys(noun, pack)
            for number in _numbers(keys):
                spelled.setdefault(number, {}).setdefault((group, False), set()).add("noun")
    table: dict[str, list[Form]] = {}
    for keys, readings in spelled.items():
        for (group, reflexive), moods in readings.items():
            table.setdefault(keys[0], []).append(Form(keys[1:], frozenset(moods), group, reflexive))
    return {first: tuple(sorted(forms, key=lambda form: -len(form.rest))) for first, forms in table.items()}


def _numbers(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return singular and plurals of a noun or phrase: of the first word (`coups d'etat`), the last, or both."""
    last = (*keys[:-1], _plural(keys[-1]))
    return {keys, last, (_plural(keys[0]), *keys[1:]), (_plural(keys[0]), *last[1:])} if len(keys) > 1 else {keys, last}


def _plural(word: str) -> str:
    return word if word.endswith(("s", "x")) else word + "s"


def _inflected(verb: str, topic: Mapping[str, Any], pack: Pack) -> Iterator[tuple[tuple[str, ...], Mood, bool]]:
    """Yield every form of a verb of the pack, with its mood; of a phrase, the first word that is no pronoun inflects."""
    if verb.startswith(_AS_IT_STANDS):
        yield _keys(verb[1:], pack), "fixed", False
        return
    doubled = verb.replace("+", "")
    keys = _keys(doubled, pack)
    pronouns = topic.get("reflexives", ())
    reflexive = keys[0] in pronouns and len(keys) > 1
    head = keys[1] if reflexive else keys[0]
    rest = keys[2:] if reflexive else keys[1:]
    mark = "+" if "+" in verb else ""
    for form, mood in _forms_of(head, mark, topic):
        if not reflexive:
            yield (form, *rest), mood, False
            continue
        if mood == "participle":
            for auxiliary in topic.get("passive", ()):
                for pronoun in pronouns:
                    yield (pronoun, *_keys(auxiliary, pack), form, *rest), "past", True
        else:
            for pronoun in pronouns:
                yield (pronoun, form, *rest), mood, True


def _forms_of(head: str, mark: str, topic: Mapping[str, Any]) -> Iterator[tuple[str, Mood]]:
    table = topic.get("irregular", {}).get(head)
    stem = ""
    if table is None:
        for line in topic.get("inflections", ()):
            ending = line["ending"]
            if (head + mark).endswith(ending) and ("+" in ending) == bool(mark):
                stem = (head + mark)[: len(head + mark) - len(ending)]
                table = line
                break
    if table is None:
        yield head, "fixed"
        return
    for mood in _MOODS:
        for ending in table.get(mood, ()):
            yield stem + ending, mood
