"""From a known name found in a text to the mention it makes: which of several namesakes, city or government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.language.countries import country_by_code
from generator.language.tokens import Token
from generator.model.ids import make_id, slugify
from generator.model.reading import Mention
from generator.understanding.coverage import apart
from generator.understanding.document import Document, Sentence
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.lands.capitals import Sense
from generator.understanding.lands.names import Hit, LandName, recorded_ids
from generator.understanding.lands.unknown_places import Guess

_RECORDED, _NAME, _DEMONYM, _PREFIX, _SETTLED_SHARED, _PLACE = 1.0, 0.98, 0.95, 0.85, 0.8, 0.9
"""How sure a find of each kind is."""

_NAMED_BESIDE = 0.85


@dataclass(frozen=True, slots=True)
class Find:
    """A known name that passed the filters, with the sense of a seat of government."""

    sentence: Sentence
    hit: Hit
    sense: Sense | None = None
    before: LandName | None = None
    """The place named right before, with a comma between (`Atlanta, Georgia`)."""
    after: LandName | None = None
    """The land named right after, with a comma between."""

    @property
    def first(self) -> Token:
        """The first token of the name."""
        return self.sentence.tokens[self.hit.first]

    @property
    def last(self) -> Token:
        """The last token of the name."""
        return self.sentence.tokens[self.hit.last]


def _choose(find: Find, evidence: Counter[str], places: Counter[str]) -> tuple[LandName | None, float]:
    """Return the name meant among several of one spelling, and how sure that is; None where nothing decides."""
    names = find.hit.names
    certain = sorted((name for name in names if not name.shared), key=lambda name: name.kind)
    shared = [name for name in names if name.shared]
    if not shared:
        return certain[0], 1.0
    if find.before and find.before.kind == "place" and find.before.code:
        # "New York, New York": after a town, the region.
        here = sorted(
            (name for name in names if name.code == find.before.code),
            key=lambda name: (name.place_kind != "region", name.id),
        )
        if here:
            return here[0], _SETTLED_SHARED
    backing = {name.id: (places if name.kind == "place" else evidence)[name.code or ""] for name in (*certain, *shared)}
    backed = [name for name in (*certain, *shared) if backing[name.id]]
    if certain and (not backed or backing[certain[0].id]):
        return certain[0], 1.0 if not backed else 0.9
    strongest = sorted(backed, key=lambda name: (-backing[name.id], name.id))
    if not strongest or (len(strongest) > 1 and backing[strongest[0].id] < 2 * backing[strongest[1].id]):
        return None, 0.5
    return strongest[0], _SETTLED_SHARED


def land_mention(
    document: Document, find: Find, gazetteer: Gazetteer, evidence: Counter[str], places: Counter[str]
) -> Mention:
    """Return the mention of a known name.

    `evidence` counts the unambiguous names of each country in the text, `places` its towns and regions but seats of
    governments: they settle which of several entries a shared spelling means.
    """
    name, sure = _choose(find, evidence, places)
    start, end = find.first.start, find.last.end
    surface = document.article.text[start:end]
    if name is None:
        first = find.hit.names[0]
        ids = tuple(dict.fromkeys(_entity(other, gazetteer)[0] for other in find.hit.names))
        return Mention(
            start=start,
            end=end,
            surface=surface,
            kind="country" if first.kind == "country" else "place",
            id=None,
            name=surface,
            form=first.form,
            confidence=sure,
            candidates=ids,
        )
    entity, usual = _entity(name, gazetteer)
    mention = Mention(
        start=start,
        end=end,
        surface=surface,
        kind="country" if name.kind == "country" else "place",
        id=entity,
        name=usual,
        form=name.form,
        country=name.code,
        confidence=min(sure, _confidence(name, find)),
    )
    if name.seat_of and find.sense and find.sense.government:
        return _as_government(mention, name.seat_of, find.sense, gazetteer)
    region = find.after
    town = name.place_kind == "city" and not name.recorded
    if town and region and region.place_kind == "region" and region.code not in (None, name.code):
        return _namesake(mention, region)
    return mention


def _namesake(mention: Mention, region: LandName) -> Mention:
    """Another town of the same name, as the region named after it says (`London, Ontario`)."""
    slug = slugify(f"{mention.surface} {region.name}")
    return replace(
        mention, id=make_id("places", slug), name=mention.surface, country=region.code, confidence=_NAMED_BESIDE
    )


def _confidence(name: LandName, find: Find) -> float:
    if name.recorded:
        return _RECORDED
    if name.kind == "place":
        return find.sense.confidence if find.sense else _PLACE
    return _DEMONYM if name.form == "demonym" else _NAME


def _entity(name: LandName, gazetteer: Gazetteer) -> tuple[str, str]:
    if name.kind == "country" and not name.recorded and name.code:
        return recorded_ids(gazetteer).get(name.code, (name.id, name.name))
    return name.id, name.name


def _as_government(mention: Mention, code: str, sense: Sense, gazetteer: Gazetteer) -> Mention:
    info = country_by_code(code)
    if info is None:
        return mention
    entity, name = recorded_ids(gazetteer).get(code, (info.id, info.names["en"][0]))
    return replace(
        mention, kind="country", id=entity, name=name, form="capital", country=code, confidence=sense.confidence
    )


def prefix_mention(document: Document, token: Token, code: str, gazetteer: Gazetteer) -> Mention | None:
    """Return the country that the first part of a compound adjective names; None for an unknown code."""
    info = country_by_code(code)
    if info is None:
        return None
    entity, name = recorded_ids(gazetteer).get(code, (info.id, info.names["en"][0]))
    return Mention(
        start=token.start,
        end=token.end,
        surface=document.article.text[token.start : token.end],
        kind="country",
        id=entity,
        name=name,
        form="demonym",
        country=code,
        confidence=_PREFIX,
    )


def guessed_place(document: Document, sentence: Sentence, guess: Guess, lands: Mapping[int, Mention]) -> Mention:
    """Return the mention of a place no table knows; `lands` are the known mentions by where they start."""
    first, last = sentence.tokens[guess.first], sentence.tokens[guess.last]
    surface = document.article.text[first.start : last.end]
    name = " ".join(surface.split())
    inside = [sentence.tokens[index].start for index in range(guess.first, guess.last + 1)]
    beside = [] if guess.beside is None else [sentence.tokens[guess.beside].start]
    land = next((lands[start] for start in (*beside, *inside) if start in lands), None)
    slug = slugify(name)
    return Mention(
        start=first.start,
        end=last.end,
        surface=surface,
        kind="place",
        id=make_id("places", slug) if slug else None,
        name=name,
        country=land.country if land else None,
        confidence=guess.confidence,
    )


def without_overlaps(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep the longer of two overlapping mentions: names inside a name are not split."""
    return apart(sorted(mentions, key=lambda item: (item.start - item.end, -item.confidence, item.start)))
