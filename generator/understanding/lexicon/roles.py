"""The words for offices, ranks and occupations of a language pack, ready to look up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Any

from generator.language.normalise import even, fold
from generator.language.pack import Pack
from generator.language.tokens import Token, tokenise

GROUPS = ("titles", "ranks", "address", "offices")


@dataclass(frozen=True, slots=True)
class Head:
    """One word group that names an office. `plural`: it is said of several persons; `gender`: of `m` or `f` alone."""

    keys: tuple[str, ...]
    written: tuple[str, ...]
    group: str
    singular: str
    plural: bool = False
    gender: str = ""

    @property
    def takes_surname(self) -> bool:
        """Tell whether a bare surname may follow directly."""
        return self.group != "offices"


@dataclass(frozen=True)
class AppointmentWords:
    """The words by which an office is given, of a pack; every word is folded, save in `to` and `list_words`.

    `participles` say it in the passive, behind one of `passive`; behind one of `active` they do not. `giving` are
    verbs whose object gets the office, `replacing` those whose subject does; `posts` are words like "post" before an
    office, and `between` what else may stand between a name and an office, `adverbs` inside the verb. `falls` and
    `to` tie an office to the name behind it. `takes` are verbs whose subject gets a portfolio, `portfolio_nouns` the
    words for one, `portfolio_words` what it may be of, `office` what its holder is called; `of` maps an article to
    the words that tie it to an office. `heading` maps a verb to the office it says. `cabinet` are words of a
    government being formed, where `list_words` open an item: "aux Finances, X".
    """

    participles: frozenset[str]
    passive: frozenset[str]
    active: frozenset[str]
    giving: frozenset[str]
    replacing: frozenset[str]
    posts: frozenset[str]
    between: frozenset[str]
    adverbs: frozenset[str]
    falls: frozenset[str]
    to: frozenset[str]
    takes: frozenset[str]
    take_prepositions: frozenset[str]
    portfolio_nouns: frozenset[str]
    portfolio_words: frozenset[str]
    office: str
    of: Mapping[str, str]
    heading: Mapping[str, str]
    cabinet: frozenset[str]
    list_words: frozenset[str]

    @cached_property
    def triggers(self) -> frozenset[str]:
        """The keys of words at which an office may be said otherwise than by its name."""
        opening = frozenset(map(fold, self.list_words))
        return self.takes | self.portfolio_nouns | frozenset(self.heading) | opening


@dataclass(frozen=True)
class RoleLexicon:
    """The topic `roles` of a pack in typed form; every word is folded.

    `masculine` maps the words of feminine forms to those of the form that an entry begins with ("sénatrice").
    """

    heads: Mapping[str, tuple[Head, ...]]
    kin: frozenset[str]
    counterparts: frozenset[str]
    former: frozenset[str]
    before: frozenset[str]
    dropped: frozenset[str]
    after: frozenset[str]
    linkers: frozenset[str]
    linkers_to_names: frozenset[str]
    articles: frozenset[str]
    adjective_endings: tuple[str, ...]
    head_endings: tuple[str, ...]
    no_heads: frozenset[str]
    conjunctions: frozenset[str]
    breaks: frozenset[str]
    copulas: frozenset[str]
    as_words: frozenset[str]
    indefinite: frozenset[str]
    relatives: frozenset[str]
    contracted: frozenset[str]
    durations: frozenset[str]
    masculine: Mapping[str, str]
    appointments: AppointmentWords

    def head_at(self, tokens: Sequence[Token], first: int) -> tuple[Head, int] | None:
        """Return the longest head that begins at token `first`, and the index after it."""
        token = tokens[first]
        for head in self.heads.get(token.key, ()):
            end = _match(tokens, first, head)
            if end is not None:
                return head, end
        if token.key.endswith(self.head_endings) and token.key not in self.no_heads:
            # "ophthalmologist": work known by the end of its word.
            return Head((token.key,), (token.text.lower(),), "offices", token.text.lower()), first + 1
        return None

    @cached_property
    def _first_words(self) -> frozenset[str]:
        return frozenset(self.heads) | self.counterparts

    def beginnings(self, keys: Sequence[str]) -> list[int]:
        """Return the indexes of the words, given folded, with which a head may begin."""
        first, endings = self._first_words, self.head_endings
        return [index for index, key in enumerate(keys) if key in first or key.endswith(endings)]

    @cached_property
    def last_words(self) -> frozenset[str]:
        """The folded words with which a head can end."""
        return frozenset(head.keys[-1] for heads in self.heads.values() for head in heads)

    def is_linker(self, token: Token) -> bool:
        """Tell whether a word ties a complement to its head; accents count ("à", not "a")."""
        return token.text.lower() in self.linkers

    def is_adjective(self, token: Token) -> bool:
        """Tell whether a lower-case word looks like an adjective inside a complement."""
        return token.kind == "word" and not token.capital and token.text.lower().endswith(self.adjective_endings)


def _match(tokens: Sequence[Token], first: int, head: Head) -> int | None:
    """Return the index after a head that stands at `first`, hyphens and abbreviation dots aside.

    Accents may be missing but not added: "jugé" is no "juge".
    """
    position = first
    for number, key in enumerate(head.keys):
        if number and position < len(tokens) and tokens[position].text == "-":
            position += 1
        if position >= len(tokens) or tokens[position].key.rstrip(".") != key:
            return None
        word = tokens[position].text.lower().rstrip(".")
        if word != key and word != head.written[number]:
            return None
        position += 1
    return position


@lru_cache(maxsize=8)
def role_lexicon(pack: Pack) -> RoleLexicon:
    """Return the lexicon of a pack; read once."""
    data = pack.topic("roles")
    heads: dict[str, dict[tuple[str, ...], Head]] = {}
    for group in GROUPS:
        for line in data.get("heads", {}).get(group, ()):
            for head in _forms(line, group, pack):
                heads.setdefault(head.keys[0], {}).setdefault(head.keys, head)
    return RoleLexicon(
        heads={key: tuple(sorted(found.values(), key=_by_length)) for key, found in heads.items()},
        **{name: _words(data, name) for name in _WORD_LISTS},
        adjective_endings=tuple(data.get("adjective_endings", ())),
        head_endings=tuple(map(fold, data.get("head_endings", ()))),
        as_words=_words(data, "as"),
        linkers=frozenset(data.get("linkers", ())),
        linkers_to_names=frozenset(data.get("linkers_to_names", ())),
        masculine=dict(pair for head in _lines(data) for pair in _feminine_words(head)),
        appointments=_appointments(data.get("appointments", {})),
    )


def _lines(data: Mapping[str, Any]) -> Iterator[str]:
    for group in GROUPS:
        yield from data.get("heads", {}).get(group, ())


def _feminine_words(line: str) -> Iterator[tuple[str, str]]:
    """Yield each word of the feminine form of an entry with the masculine one in its place."""
    forms = [form.replace("-", " ").split() for form in line.partition("|")[0].split("/")]
    if len(forms) == 2:
        yield from zip(map(fold, forms[1]), map(fold, forms[0]), strict=False)


def _appointments(data: Mapping[str, Any]) -> AppointmentWords:
    return AppointmentWords(
        **{name: _words(data, name) for name in _APPOINTMENT_LISTS},
        to=frozenset(data.get("to", ())),
        list_words=frozenset(data.get("list_words", ())),
        take_prepositions=frozenset(data.get("take_prepositions", ())),
        office=data.get("office", ""),
        of={fold(article): words for article, words in data.get("of", {}).items()},
        heading={fold(verb): office for verb, office in data.get("heading", {}).items()},
    )


_WORD_LISTS = (
    "kin", "counterparts", "former", "before", "dropped", "after", "articles", "conjunctions", "breaks",
    "copulas", "indefinite", "relatives", "contracted", "durations", "no_heads",
)  # fmt: skip

_APPOINTMENT_LISTS = (
    "participles", "passive", "active", "giving", "replacing", "posts", "between", "adverbs", "falls", "takes",
    "portfolio_nouns", "portfolio_words", "cabinet",
)  # fmt: skip


def _by_length(head: Head) -> tuple[int, tuple[str, ...]]:
    return (-len(head.keys), head.keys)


def _words(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in data.get(name, ()))


def _forms(line: str, group: str, pack: Pack) -> Iterable[Head]:
    """Yield every form of an entry `masculine/feminine | plural`."""
    forms, _, written = line.partition("|")
    singulars = [form.strip() for form in forms.split("/") if form.strip()]
    for form, gender in zip(singulars, "mf" if len(singulars) == 2 else " ", strict=True):
        yield replace(_head(form, group, singulars[0], pack), gender=gender.strip())
    plurals = [form.strip() for form in written.split("/") if form.strip()]
    for form in singulars:
        words = form.split(" ")
        plurals += [" ".join([_plural(words[0]), *words[1:]]), " ".join(map(_plural, words)), _plural(form)]
    for form in plurals:
        head = _head(form, group, singulars[0], pack, plural=True)
        if form not in singulars:
            yield head


def _plural(word: str) -> str:
    return word if word.endswith(("s", "x", "z")) else word + "s"


def _head(phrase: str, group: str, singular: str, pack: Pack, *, plural: bool = False) -> Head:
    words = [token for token in tokenise(even(phrase), pack) if token.text not in "-."]
    keys = tuple(token.key for token in words)
    return Head(keys, tuple(token.text.lower() for token in words), group, singular, plural)
