"""The words for offices, ranks and occupations of a language pack, ready to look up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from generator.language.normalise import even, fold
from generator.language.pack import Pack
from generator.language.tokens import Token, tokenise

GROUPS = ("titles", "ranks", "address", "offices")


@dataclass(frozen=True, slots=True)
class Head:
    """One word group that names an office. `plural`: it is said of several persons."""

    keys: tuple[str, ...]
    written: tuple[str, ...]
    group: str
    singular: str
    plural: bool = False

    @property
    def takes_surname(self) -> bool:
        """Tell whether a bare surname may follow directly."""
        return self.group != "offices"


@dataclass(frozen=True)
class RoleLexicon:
    """The topic `roles` of a pack in typed form; every word is folded."""

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
    conjunctions: frozenset[str]
    breaks: frozenset[str]
    copulas: frozenset[str]
    as_words: frozenset[str]
    indefinite: frozenset[str]
    relatives: frozenset[str]
    contracted: frozenset[str]

    def head_at(self, tokens: Sequence[Token], first: int) -> tuple[Head, int] | None:
        """Return the longest head that begins at token `first`, and the index after it."""
        for head in self.heads.get(tokens[first].key, ()):
            end = _match(tokens, first, head)
            if end is not None:
                return head, end
        return None

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
        as_words=_words(data, "as"),
        linkers=frozenset(data.get("linkers", ())),
        linkers_to_names=frozenset(data.get("linkers_to_names", ())),
    )


_WORD_LISTS = (
    "kin", "counterparts", "former", "before", "dropped", "after", "articles", "conjunctions", "breaks",
    "copulas", "indefinite", "relatives", "contracted",
)  # fmt: skip


def _by_length(head: Head) -> tuple[int, tuple[str, ...]]:
    return (-len(head.keys), head.keys)


def _words(data: Mapping[str, Any], name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in data.get(name, ()))


def _forms(line: str, group: str, pack: Pack) -> Iterable[Head]:
    """Yield every form of an entry `masculine/feminine | plural`."""
    forms, _, written = line.partition("|")
    singulars = [form.strip() for form in forms.split("/") if form.strip()]
    for form in singulars:
        yield _head(form, group, singulars[0], pack)
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
