"""Who holds which office, for which country or organisation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.normalise import fold
from generator.model.reading import Mention, RoleMention
from generator.understanding.document import Document
from generator.understanding.lexicon.people import PeopleWords, people_words
from generator.understanding.people.pronouns import known_genders
from generator.understanding.roles.announced import announced
from generator.understanding.roles.appointments import speaks_of_cabinet
from generator.understanding.roles.holders import Holding, holdings_of
from generator.understanding.roles.phrases import RolePhrase, phrase_reader


def find_roles(
    document: Document,
    names: tuple[Mention, ...],
) -> tuple[RoleMention, ...]:
    """Return each office of each person once, where the article first says it, in text order.

    The office is worded as in the text, without article and without the country, which is an ISO code. An office
    said more fully elsewhere in the article stands for its shorter wordings.
    """
    words = people_words(document.pack)
    reader = phrase_reader(document, names, words)
    held: list[Holding] = []
    last: RolePhrase | None = None
    cabinet = speaks_of_cabinet(document, words)
    persons = [name for name in names if name.kind == "person" and name.id]
    opening = announced(document, names, reader, lambda: known_genders(document, persons, words))
    if opening is not None:
        phrase, person = opening
        country = phrase.countries[0] if phrase.countries else None
        held.append(Holding(phrase, person, phrase.singular_text, country, phrase.organization))
    for sentence in document.sentences:
        phrases = reader.read(sentence)
        if reader.has_person(sentence):
            here = holdings_of(sentence, phrases, reader, words, cabinet=cabinet)
            held += _counterparts_named(here, phrases, last)
        if phrases:
            offices = [phrase for phrase in phrases if phrase.head.group in ("titles", "offices")]
            last = offices[-1] if offices else last
    return _distinct(held, words)


def _counterparts_named(
    held: Sequence[Holding], phrases: Sequence[RolePhrase], last: RolePhrase | None
) -> list[Holding]:
    """Give "his counterpart X" the office it is the counterpart of: the last one named before it."""
    named = []
    for one in held:
        if not one.phrase.counterpart:
            named.append(one)
            continue
        before = [
            phrase
            for phrase in phrases
            if phrase.start < one.phrase.start and phrase.head.group in ("titles", "offices") and not phrase.counterpart
        ]
        model = before[-1] if before else last
        if model is not None:
            named.append(Holding(one.phrase, one.person, model.singular_text, one.country, None))
    return named


def _distinct(held: Sequence[Holding], words: PeopleWords) -> tuple[RoleMention, ...]:
    by_person: dict[str, list[Holding]] = {}
    for one in held:
        if one.person.id and one.role and not _empty(one, words):
            by_person.setdefault(one.person.id, []).append(one)
    roles = [
        RoleMention(
            person=person,
            role=one.role,
            country=one.country,
            organization=one.organization,
            start=one.phrase.start,
            end=one.phrase.end,
        )
        for person, ones in by_person.items()
        for one in _fullest(ones)
    ]
    return tuple(sorted(roles, key=lambda role: (role.start, role.end, role.person)))


def _empty(one: Holding, words: PeopleWords) -> bool:
    """Tell whether a phrase says no office: a form of address, or kinship without saying whose."""
    if one.phrase.head.group == "address":
        return True
    return fold(one.phrase.head.singular) in words.roles.kin and " " not in one.role


def _words(role: str) -> frozenset[str]:
    return frozenset(fold(role).replace("-", " ").split())


def _fullest(ones: Sequence[Holding]) -> list[Holding]:
    """Drop wordings whose words a fuller wording for the same country holds; the rest in text order."""
    kept: list[Holding] = []
    for one in sorted(ones, key=lambda each: (-len(each.role.split()), each.country is None, each.phrase.start)):
        key = _words(one.role)
        if not any(key <= _words(other.role) and one.country in (other.country, None) for other in kept):
            kept.append(one)
    return kept
