"""All known names of countries and places, ready to be found in the tokens of a text.

A tree of folded words; the longest name wins. Names of the site's records and of the shipped tables are matched
alike, recorded ones win and give the id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from generator.language.countries import CountryInfo, countries
from generator.language.normalise import even, fold
from generator.language.pack import Pack
from generator.language.places import PlaceInfo, places
from generator.language.tokens import Token, tokenise
from generator.model.ids import slug_of
from generator.model.reading import MentionForm
from generator.understanding.document import Sentence
from generator.understanding.gazetteer import Entry, Gazetteer
from generator.understanding.lexicon.lands import land_rules, name_key

_SKIPPED = ("-", ".")
_SHORT = 5
"""Most letters of a name that matches letter by letter if it is all capitals."""
_PLAIN = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+)*")

Kind = Literal["country", "place", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LandName:
    """One spelling of one country or place; kind `none` is a phrase that only looks like one.

    `code` is the country itself or the one the place lies in, `seat_of` the country for whose government the name
    of this city may stand. `shared` means that another entry has an equal or better claim to the spelling.
    """

    spelling: str
    kind: Kind
    id: str
    name: str
    form: MentionForm = "name"
    code: str | None = None
    seat_of: str | None = None
    place_kind: str = ""
    shared: bool = False
    any_case: bool = False
    recorded: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `[first, last]` of a sentence that spell some names."""

    first: int
    last: int
    names: tuple[LandName, ...]

    @property
    def is_demonym(self) -> bool:
        """Tell whether it is an adjective or an inhabitant."""
        return any(name.form == "demonym" for name in self.names)


@dataclass(frozen=True, slots=True)
class _Spelling:
    """What a text must have for a name to fit: capitals, one at least, the accents, or the very letters."""

    name: LandName
    capitals: tuple[int, ...]
    accents: bool
    letters: str | None

    def fits(self, path: Sequence[Token]) -> bool:
        """Tell whether tokens whose keys are those of the name spell it."""
        if self.letters is not None:
            return "".join([token.text for token in path]).replace(".", "") == self.letters
        if self.accents and path[0].text.casefold() != self.name.spelling.casefold():
            return False
        return not self.capitals or any(path[index].capital for index in self.capitals)


@dataclass(slots=True)
class _Node:
    """One word of the tree: what may follow, and the names that end here."""

    after: dict[str, _Node] = field(default_factory=dict)
    names: list[_Spelling] = field(default_factory=list)


class LandNames:
    """A frozen set of names. Building is linear in the names, finding in the tokens."""

    def __init__(self, names: Iterable[LandName], pack: Pack, accents_matter: frozenset[str] = frozenset()) -> None:
        self._root = _Node()
        for name in names:
            node, words = self._root, _words(name.spelling, pack)
            for key, _ in words:
                node = node.after.setdefault(key, _Node())
            capitals = tuple(index for index, (_, capital) in enumerate(words) if capital)
            if name.kind == "place":
                capitals = capitals[:1]  # "saint Louis" is no town; "Corée du nord" is a country all the same
            capitals = () if name.any_case else capitals
            node.names.append(_Spelling(name, capitals, name.spelling in accents_matter, _letters(name.spelling)))

    def find(self, sentence: Sentence) -> list[Hit]:
        """Return the names in a sentence, left to right, the longest at each place, without overlaps."""
        hits: list[Hit] = []
        for position in sentence.places_of(self._root.after.keys()):
            hit = self._at(sentence.tokens, position) if not hits or position > hits[-1].last else None
            if hit:
                hits.append(hit)
        return hits

    def _at(self, tokens: Sequence[Token], first: int) -> Hit | None:
        node, position = self._root, first
        path: list[Token] = []
        best: Hit | None = None
        while position < len(tokens):
            following = node.after.get(tokens[position].key)
            if following is None:
                if path and tokens[position].text in _SKIPPED:
                    position += 1
                    continue
                break
            node = following
            path.append(tokens[position])
            names = tuple([spelling.name for spelling in node.names if spelling.fits(path)]) if node.names else ()
            if names:
                recorded = tuple(name for name in names if name.recorded)
                best = Hit(first, position, recorded or names)
            position += 1
        return best


def _letters(spelling: str) -> str | None:
    """Return the letters of a short name in capitals, which must stand so in the text: `US` is not `us`."""
    letters = even(spelling).replace(".", "")
    return letters if letters.isupper() and len(letters) <= _SHORT else None


def _words(spelling: str, pack: Pack) -> list[tuple[str, bool]]:
    """Return the folded words of a name and whether each is capitalised; hyphens and dots do not count."""
    if _PLAIN.fullmatch(spelling):
        return [(fold(word), word[0].isupper()) for word in spelling.replace("-", " ").split(" ")]
    tokens = tokenise(even(spelling), pack)
    return [(token.key, token.capital) for token in tokens if token.text not in _SKIPPED]


@lru_cache(maxsize=8)
def _table_names(language: str, pack: Pack) -> tuple[LandName, ...]:
    rules = land_rules(pack)
    found: list[LandName] = []
    for info in countries().values():
        if info.part_of is None:
            found += _country_names(info, language, pack)
    for place in places().values():
        spellings = place.names.get(language) or place.names[pack.language]
        usual = place.names["en"][0]
        seat_of = (
            None if any(name_key(name) in rules.not_governments for name in spellings) else _seats().get(place.slug)
        )
        shared = place.shared_names.get(language) or place.shared_names.get(pack.language, ())
        for spelling in (*spellings, *shared):
            found.append(
                LandName(
                    spelling=spelling,
                    kind="place",
                    id=place.id,
                    name=usual,
                    code=place.country,
                    seat_of=seat_of,
                    place_kind=place.kind,
                    shared=spelling in shared,
                )
            )
    found += [LandName(spelling=phrase, kind="none", id="", name=phrase) for phrase in rules.no_land]
    return tuple(found)


def _country_names(info: CountryInfo, language: str, pack: Pack) -> Iterator[LandName]:
    usual = info.names["en"][0]
    any_case = land_rules(pack).demonyms_any_case
    groups: tuple[tuple[tuple[str, ...], MentionForm, bool], ...] = (
        (info.names.get(language) or info.names.get(pack.language, ()), "name", False),
        (info.shared_names.get(language, ()), "name", True),
        (info.demonyms.get(language, ()), "demonym", False),
        (info.shared_demonyms.get(language, ()), "demonym", True),
    )
    for spellings, form, shared in groups:
        for spelling in spellings:
            yield LandName(
                spelling=spelling,
                kind="country",
                id=info.id,
                name=usual,
                form=form,
                code=info.code,
                shared=shared,
                any_case=any_case and form == "demonym",
            )


@lru_cache(maxsize=8)
def table_names(language: str, pack: Pack) -> LandNames:
    """Return the matcher of the shipped tables for texts in a language, built once."""
    return LandNames(_table_names(language, pack), pack, land_rules(pack).accents_matter)


def _recorded(entry: Entry, no_seats: frozenset[str]) -> LandName:
    """A name from a record; what the tables know of a place (its country, whose seat it is) holds for it as well."""
    place = places().get(slug_of(entry.id)) or _capital_named().get(fold(entry.spelling))
    known = place if entry.kind == "place" else None
    return LandName(
        spelling=entry.spelling,
        kind="country" if entry.kind == "country" else "place",
        id=entry.id,
        name=entry.name,
        form=entry.form,
        code=entry.country or (known.country if known else None),
        seat_of=_seats().get(known.slug) if known and name_key(entry.spelling) not in no_seats else None,
        place_kind=known.kind if known else "",
        any_case=entry.any_case,
        recorded=True,
    )


@lru_cache(maxsize=1)
def _seats() -> dict[str, str]:
    """Slug of a place -> code of the country whose government sits there."""
    states = [info for info in countries().values() if not info.former]
    return {seat: info.code for info in states for seat in (info.capital, *info.seats) if seat}


@lru_cache(maxsize=1)
def _capital_named() -> dict[str, PlaceInfo]:
    """Folded name in any language -> the capital it is usual for."""
    capitals = [place for place in places().values() if place.capital]
    return {fold(name): place for place in capitals for names in place.names.values() for name in names}


@lru_cache(maxsize=4)
def recorded_names(gazetteer: Gazetteer, pack: Pack) -> LandNames:
    """Return the matcher of the countries and places among the site's records, built once per gazetteer."""
    entries = [entry for entry in gazetteer.entries if entry.kind in ("country", "place")]
    no_seats = land_rules(pack).not_governments
    return LandNames([_recorded(entry, no_seats) for entry in entries], pack)


@lru_cache(maxsize=4)
def recorded_ids(gazetteer: Gazetteer) -> dict[str, tuple[str, str]]:
    """Return the id and name of the record of each country code that has one."""
    return {
        entry.country: (entry.id, entry.name)
        for entry in reversed(gazetteer.entries)
        if entry.kind == "country" and entry.country
    }
