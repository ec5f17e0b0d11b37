"""The event topic of a language pack in typed form: every inflected trigger word, and the small words around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from generator.language.normalise import even, fold
from generator.language.pack import Pack
from generator.language.tokens import tokenise
from generator.understanding.document import Sentence

Mood = Literal["infinitive", "present", "past", "participle", "future", "conditional", "gerund", "noun", "fixed"]
_MOODS: tuple[Mood, ...] = ("infinitive", "present", "past", "participle", "future", "conditional", "gerund")
_HARD = frozenset(";:()[]—–")
_AS_IT_STANDS = "!"
"""Marks a form that is listed as it stands and does not inflect."""


@dataclass(frozen=True, slots=True)
class Group:
    """Words that tell one kind of event.

    `parts`: of who acts, who or what is acted on, and everybody else. `actor_of` tells that `visit of X` names who
    acts; `murder of X` names who is acted on. A `light` verb only brings its object about (`launched an attack`).
    So does one before an object of the family that it `yields_to` (`signed a decree`).
    Families of one `kin` may tell the same event (`shot`, `died`).
    """

    type: str
    family: str
    weight: float
    parts: tuple[str, str, str]
    actor_of: bool = False
    light: bool = False
    kin: str = ""
    yields_to: str = ""


NO_EVENT = Group("", "", 0.0, ("", "", ""))
"""The group of phrases that only look like telling an event (`fire brigade`)."""


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of a trigger: what it is grammatically, and its group.

    `ending` are the last letters of the inflected word as they must stand, accents included, which keys leave out;
    `inflected` is how many words after the first that word stands.
    """

    moods: frozenset[Mood]
    group: Group
    reflexive: bool = False
    ending: str = ""
    inflected: int = 0


@dataclass(frozen=True, slots=True)
class Recast:
    """When words of one family tell an event of `group` instead.

    It takes one of `words`, or an event of a family of `beside`, near the trigger, and none of a family of `unless`;
    with `forms`, only triggers that begin with one of these count.
    """

    group: Group
    forms: frozenset[str]
    words: frozenset[str]
    beside: frozenset[str]
    unless: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRules:
    """What a language says about events.

    `forms` has for each first word, longest first, how many words follow and the forms by these words. `borders` are
    the words and signs that end one clause and begin another. Where `plural_endings` are given, a bare form that is a
    noun as well is a verb only behind a word that ends so or is one of `plural_words`. `unnamed` are words for who
    takes part before a name is given, each with the part (`the attacker, identified as X`); `introducing` words may
    stand between the two.
    """

    forms: Mapping[str, Sequence[tuple[int, Mapping[tuple[str, ...], Sequence[Form]]]]]
    before_nouns: frozenset[str]
    passive: frozenset[str]
    active: frozenset[str]
    modals: frozenset[str]
    planned: frozenset[str]
    achieving: frozenset[str]
    infinitive_links: frozenset[str]
    negations: frozenset[str]
    by: frozenset[str]
    with_: frozenset[str]
    to: frozenset[str]
    boundaries: frozenset[str]
    borders: frozenset[str]
    relatives: frozenset[str]
    locatives: frozenset[str]
    attributive: frozenset[str]
    limits: frozenset[str]
    background: frozenset[str]
    background_clauses: frozenset[str]
    conjunctions: frozenset[str]
    articles: frozenset[str]
    possessives: frozenset[str]
    linking: frozenset[str]
    """Words that keep a noun from being the object of the verb before it."""
    drop_from_label: frozenset[str]
    plural_endings: tuple[str, ...]
    plural_words: frozenset[str]
    unnamed: Mapping[str, str]
    introducing: frozenset[str]
    recasts: Mapping[str, Sequence[Recast]]


class _Spelling(NamedTuple):
    """Folded words, and the ending that the inflected one of them must have."""

    keys: tuple[str, ...]
    ending: str = ""
    inflected: int = 0


@lru_cache(maxsize=8)
def event_rules_for(pack: Pack) -> EventRules:
    """Return the rules of a language; a pack without the topic has no triggers."""
    topic = pack.topic("events")

    def words(field: str) -> frozenset[str]:
        return frozenset(key for word in topic.get(field, ()) for key in _keys(word, pack))

    linking = ("attributive", "locatives", "by", "with", "boundaries", "conjunctions")
    return EventRules(
        forms=_forms(topic, pack),
        before_nouns=words("before_nouns"),
        passive=words("passive"),
        active=words("active"),
        modals=words("modals"),
        planned=words("planned"),
        achieving=words("achieving"),
        infinitive_links=words("infinitive_links"),
        negations=words("negations"),
        by=words("by"),
        with_=words("with"),
        to=words("to"),
        boundaries=words("boundaries"),
        borders=words("boundaries") | _HARD,
        relatives=words("relatives"),
        locatives=words("locatives"),
        attributive=words("attributive"),
        limits=words("limits"),
        background=words("background"),
        background_clauses=words("background_clauses"),
        conjunctions=words("conjunctions"),
        articles=frozenset(fold(word) for word in pack.topic("text").get("articles", ())),
        possessives=frozenset(pack.topic("text").get("clitics", ())),
        linking=frozenset().union(*map(words, linking)),
        drop_from_label=words("drop_from_label"),
        plural_endings=tuple(topic.get("plural_endings", ())),
        plural_words=words("plural_words"),
        introducing=words("introducing"),
        unnamed={fold(word): part for word, part in topic.get("unnamed", {}).items()},
        recasts=_recasts(topic),
    )


def _recasts(topic: Mapping[str, Any]) -> dict[str, list[Recast]]:
    groups = {line["family"]: _group(line) for line in topic.get("groups", ())}
    found: dict[str, list[Recast]] = {}
    for line in topic.get("recasts", ()):
        forms, words, beside, unless = (line.get(field, ()) for field in ("forms", "words", "beside", "unless"))
        folded = frozenset(map(fold, forms)), frozenset(map(fold, words))
        rule = Recast(groups[line["to"]], *folded, frozenset(beside), frozenset(unless))
        found.setdefault(line["family"], []).append(rule)
    return found


def _group(line: Mapping[str, Any]) -> Group:
    parts = tuple(line["parts"])
    return Group(
        type=line["type"],
        family=line["family"],
        weight=float(line["weight"]),
        parts=(parts[0], parts[1], parts[2]),
        actor_of=line.get("of") == "actor",
        light=line.get("light") == "yes",
        kin=line.get("kin", line["family"]),
        yields_to=line.get("yields_to", ""),
    )


def form_at(sentence: Sentence, index: int, rules: EventRules) -> tuple[int, tuple[Form, ...]] | None:
    """Return the last token of the longest trigger that begins at `index`, with every form that spells so."""
    tokens, keys = sentence.tokens, sentence.keys
    for length, by_rest in rules.forms.get(keys[index], ()):
        forms = by_rest.get(keys[index + 1 : index + 1 + length])
        if forms is None:
            continue
        fitting = [form for form in forms if tokens[index + form.inflected].text.lower().endswith(form.ending)]
        if fitting:
            return index + length, tuple(fitting)
    return None


def _keys(words: str, pack: Pack) -> tuple[str, ...]:
    """Return the folded tokens of a phrase of the pack; an elided word keeps its apostrophe."""
    # The tokeniser knows an elided word by the letter after it.
    return (
        tuple(token.key for token in tokenise(even(words) + "x", pack))[:-1]
        if words.endswith("'")
        else tuple(token.key for token in tokenise(even(words), pack))
    )


def _forms(topic: Mapping[str, Any], pack: Pack) -> dict[str, list[tuple[int, dict[tuple[str, ...], list[Form]]]]]:
    spelled: dict[_Spelling, dict[Group, set[Mood]]] = {}
    for line in topic.get("groups", ()):
        group = _group(line)
        for verb in line.get("verbs", ()):
            for spelling, mood in _inflected(verb, topic, pack):
                spelled.setdefault(spelling, {}).setdefault(group, set()).add(mood)
        for noun in line.get("nouns", ()):
            for keys in _numbers(_keys(noun, pack)):
                spelling = _Spelling(keys, _accented(noun, keys))
                spelled.setdefault(spelling, {}).setdefault(group, set()).add("noun")
    for phrase in topic.get("no_events", ()):
        for keys in _numbers(_keys(phrase, pack)):
            spelled[_Spelling(keys)] = {NO_EVENT: {"noun"}}
    table: dict[str, dict[int, dict[tuple[str, ...], list[Form]]]] = {}
    for ((first, *others), ending, inflected), groups in spelled.items():
        rest = tuple(others)
        forms = table.setdefault(first, {}).setdefault(len(rest), {}).setdefault(rest, [])
        forms += [Form(frozenset(moods), group, inflected > 0, ending, inflected) for group, moods in groups.items()]
    return {first: sorted(lengths.items(), key=lambda item: -item[0]) for first, lengths in table.items()}


def _accented(noun: str, keys: tuple[str, ...]) -> str:
    """Return how a noun of one word must be written where the pack gives its accents (`traité` is not `traite`)."""
    word = even(noun).lower()
    if len(keys) > 1 or fold(word) == word:
        return ""
    return word if fold(word) == keys[0] else word + "s"


def _numbers(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return singular and plurals of a noun or phrase: of the first word (`coups d'etat`), the last, or both."""
    last = (*keys[:-1], _plural(keys[-1]))
    return {keys, last, (_plural(keys[0]), *keys[1:]), (_plural(keys[0]), *last[1:])} if len(keys) > 1 else {keys, last}


def _plural(word: str) -> str:
    return word if word.endswith(("s", "x")) else word + "s"


def _inflected(verb: str, topic: Mapping[str, Any], pack: Pack) -> Iterator[tuple[_Spelling, Mood]]:
    """Yield every form of a verb of the pack, with its mood; of a phrase, its first true word inflects."""
    if verb.startswith(_AS_IT_STANDS):
        yield _Spelling(_keys(verb[1:], pack)), "fixed"
        return
    keys = _keys(verb.replace("+", ""), pack)
    pronouns = topic.get("reflexives", ())
    reflexive = keys[0] in pronouns and len(keys) > 1
    head, *rest = keys[1:] if reflexive else keys
    for stem, ending, mood in _forms_of(head, "+" if "+" in verb else "", topic):
        form = fold(stem + ending)
        if not reflexive:
            yield _Spelling((form, *rest), ending), mood
        elif mood != "participle":
            for pronoun in pronouns:
                yield _Spelling((pronoun, form, *rest), ending, 1), mood
        else:
            for auxiliary in topic.get("passive", ()):
                for pronoun in pronouns:
                    yield _Spelling((pronoun, fold(auxiliary), form, *rest), ending, 2), "past"


def _forms_of(head: str, mark: str, topic: Mapping[str, Any]) -> Iterator[tuple[str, str, Mood]]:
    """Yield stem, ending and mood of every form of a verb, by the first inflection that fits."""
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
        yield head, "", "fixed"
        return
    for mood in _MOODS:
        for ending in table.get(mood, ()):
            yield stem, ending, mood
