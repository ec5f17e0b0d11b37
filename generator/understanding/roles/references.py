"""Role phrases that stand for a person: "the Iranian minister", "his counterpart"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.language.normalise import fold
from generator.model.reading import Mention, RoleMention
from generator.understanding.document import Document
from generator.understanding.lexicon.people import PeopleWords
from generator.understanding.lexicon.roles import RoleLexicon
from generator.understanding.people.pronouns import known_genders
from generator.understanding.roles.announced import announced
from generator.understanding.roles.phrases import PhraseReader, RolePhrase

_REACH = 2500
"""How many characters back a phrase that several persons fit looks for the nearest of them."""

_NEAR = 700
"""How many characters back a person may last have been named whom a word for other work takes up."""

_CROWD = 60
"""Where so many persons have been named, no word for somebody's work is taken up any more."""


@dataclass(frozen=True, slots=True)
class _Office:
    """An office of a person of the article: its folded words and the country it is held for."""

    person: str
    words: frozenset[str]
    country: str | None


def find_role_references(
    document: Document,
    names: Sequence[Mention],
    roles: Sequence[RoleMention],
    reader: PhraseReader,
    words: PeopleWords,
) -> list[Mention]:
    """Return a mention of form `role` for each definite role phrase that means one person of the article."""
    offices = _offices(roles, words.roles)
    people = {name.id: name.name for name in names if name.kind == "person" and name.id}
    attached = {(role.start, role.end) for role in roles}
    seen: dict[str, int] = {}
    position = 0
    persons = [name for name in names if name.kind == "person" and name.id]
    genders = lru_cache(maxsize=1)(lambda: known_genders(document, persons, words))
    found: list[Mention] = []
    model: RolePhrase | None = None
    opening = announced(document, names, reader, genders)
    if opening is not None:
        phrase, holder = opening
        found.append(_mention(document, phrase, holder.id or "", holder.name))
        seen[holder.id or ""] = phrase.start
    for sentence in document.sentences:
        for phrase in reader.read(sentence):
            while position < len(persons) and persons[position].start < phrase.start:
                seen[persons[position].id or ""] = persons[position].start
                position += 1
            if (phrase.start, phrase.end) not in attached and not _beside_name(phrase, reader):
                person = _meant(phrase, model, offices, seen, words.roles) or _described(
                    phrase, offices, seen, genders, words.roles
                )
                if person and person in people:
                    found.append(_mention(document, phrase, person, people[person]))
                    seen[person] = phrase.start
            if phrase.head.group in ("titles", "offices"):
                model = phrase
    return found


def _offices(roles: Sequence[RoleMention], lexicon: RoleLexicon) -> dict[str, list[_Office]]:
    """Return the offices of the article by each of their words."""
    by_word: dict[str, list[_Office]] = defaultdict(list)
    for role in roles:
        office = _Office(role.person, _content(role.role, lexicon), role.country)
        for word in office.words:
            by_word[word].append(office)
    return by_word


def _content(text: str, lexicon: RoleLexicon) -> frozenset[str]:
    """Return the folded words of an office that tell it from others."""
    words = text.lower().replace("-", " ").replace("'", "' ").split()
    keys = (fold(word) for word in words if word not in lexicon.linkers)
    return frozenset(lexicon.masculine.get(key, key) for key in keys if key not in lexicon.articles)


def _beside_name(phrase: RolePhrase, reader: PhraseReader) -> bool:
    """Tell whether a person's name directly follows: then the phrase is a title of that name."""
    tokens = phrase.sentence.tokens
    following = phrase.last + 1
    if following >= len(tokens):
        return False
    mention = reader.mention_of(tokens[following])
    return mention is not None and mention.kind == "person"


def _definite(phrase: RolePhrase, lexicon: RoleLexicon) -> bool:
    tokens = phrase.sentence.tokens
    before = tokens[phrase.lead - 1].key if phrase.lead else ""
    lead = tokens[phrase.lead].key if phrase.lead < phrase.first else ""
    if lead in lexicon.indefinite or before in lexicon.indefinite - lexicon.linkers:
        return False
    following = tokens[phrase.last + 1] if phrase.last + 1 < len(tokens) else None
    if following is not None and (
        following.key in lexicon.relatives or following.text.lower() in lexicon.linkers_to_names
    ):
        return False
    if lead in lexicon.articles or before in lexicon.contracted:
        return True
    # Without article only as headlines have it: "Iranian minister says …", not "Iranian singer, actor and …".
    if following is not None and following.text == ",":
        return False
    return phrase.lead < phrase.first and phrase.lead == 0


def _meant(
    phrase: RolePhrase,
    model: RolePhrase | None,
    offices: dict[str, list[_Office]],
    seen: dict[str, int],
    lexicon: RoleLexicon,
) -> str | None:
    """Return the person a phrase means: the one whose office it words, or the nearest before of several."""
    if phrase.plural or not _definite(phrase, lexicon):
        return None
    source = model if phrase.counterpart else phrase
    if source is None:
        return None
    wanted = _content(source.singular_text, lexicon)
    if not wanted:
        return None
    country = phrase.countries[0] if phrase.countries else None
    if phrase.counterpart and country is None:
        return None
    head = _content(source.head.singular, lexicon)
    former = bool(wanted & lexicon.former)
    if former and wanted - lexicon.former <= head:
        return None  # "the former minister" may be anybody
    fitting = {
        office.person
        for word in sorted(wanted)[:1]
        for office in offices.get(word, ())
        if _words(office, wanted, head)
        and _for(office, country, phrase.counterpart)
        and former == bool(office.words & lexicon.former)
    }
    exact = {
        office.person
        for word in sorted(wanted)[:1]
        for office in offices.get(word, ())
        if office.person in fitting and office.country == country and country is not None
    }
    fitting = exact or fitting
    if len(fitting) == 1:
        person = next(iter(fitting))
        # A phrase of one word ("the president") needs its person before it; a fuller one may come first.
        return person if person in seen or country or len(wanted) > 1 else None
    near = [(seen[person], person) for person in fitting if phrase.start - seen.get(person, -_REACH) < _REACH]
    return max(near)[1] if near and country is None else None


def _described(
    phrase: RolePhrase,
    offices: dict[str, list[_Office]],
    seen: dict[str, int],
    genders_of: Callable[[], dict[str, str]],
    lexicon: RoleLexicon,
) -> str | None:
    """Return the person that a bare definite word for somebody's work takes up: "la présentatrice".

    Only a form said of women alone, where one woman has been named, and no one of whom the article says that work: a
    form said of men may mean anybody ("l'expert").
    """
    head = phrase.head
    if phrase.plural or head.group != "offices" or head.gender != "f" or phrase.countries or phrase.organization:
        return None
    if phrase.last - phrase.first + 1 > len(head.keys) or not _definite(phrase, lexicon):
        return None
    if any(word in offices for word in _content(head.singular, lexicon)):
        return None
    if len(seen) > _CROWD:
        return None
    genders = genders_of()
    women = [person for person in seen if genders.get(person, "f") == "f"]
    if len(women) != 1 or genders.get(women[0]) != "f":
        return None
    return women[0] if phrase.start - seen[women[0]] < _NEAR else None


def _words(office: _Office, wanted: frozenset[str], head: frozenset[str]) -> bool:
    """Tell whether an office holds all words of a phrase, its head among them."""
    return wanted <= office.words and head <= office.words


def _for(office: _Office, country: str | None, strict: bool) -> bool:
    if strict:
        return office.country == country
    return country is None or office.country in (country, None)


def _mention(document: Document, phrase: RolePhrase, person: str, name: str) -> Mention:
    return Mention(
        start=phrase.start,
        end=phrase.end,
        surface=document.article.text[phrase.start : phrase.end],
        kind="person",
        id=person,
        name=name,
        form="role",
        confidence=0.7,
    )
