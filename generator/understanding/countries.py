"""Countries, their adjectives and inhabitants, capitals standing for governments, and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.language.countries import country_by_code
from generator.language.pack import Pack
from generator.language.tokens import Token
from generator.model.ids import make_id, slugify
from generator.model.reading import Mention
from generator.understanding.capitals import Sense, senses
from generator.understanding.document import Document, Sentence
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.land_filters import Filters, in_organization
from generator.understanding.land_names import Hit, LandName, recorded_ids, recorded_names, table_names
from generator.understanding.land_rules import LandRules, land_rules
from generator.understanding.unknown_places import Guess, UnknownPlaces, family_names

_RECORDED, _NAME, _DEMONYM, _PREFIX, _SETTLED_SHARED, _PLACE = 1.0, 0.98, 0.95, 0.85, 0.8, 0.9
"""How sure a find of each kind is."""

_NAMED_BESIDE = 0.85


@dataclass(frozen=True, slots=True)
class _Find:
    """A known name that passed the filters, with the sense of a seat of government."""

    sentence: Sentence
    hit: Hit
    sense: Sense | None = None

    @property
    def first(self) -> Token:
        return self.sentence.tokens[self.hit.first]

    @property
    def last(self) -> Token:
        return self.sentence.tokens[self.hit.last]


def find_countries_and_places(
    document: Document,
    gazetteer: Gazetteer,
    organizations: tuple[Mention, ...],
) -> tuple[Mention, ...]:
    """Return the countries and places an article names, in text order, without overlaps.

    A country is named by its name, its adjective or inhabitants (form `demonym`), or by a capital that stands for its
    government (form `capital`, confidence below 0.9). Country words inside the proper name of a body, a brand or a
    language are none. A mention has no id where several countries fit and the text does not decide.
    """
    pack = document.pack
    rules = land_rules(pack)
    found = _Finds(document, gazetteer, organizations, rules)
    evidence = Counter(name.code for find in found.finds for name in find.hit.names if _certain(find.hit) and name.code)
    places = Counter(
        name.code for find in found.finds for name in find.hit.names if name.kind == "place" and name.seat_of is None
    )
    mentions = [_mention(document, find, gazetteer, evidence, places) for find in found.finds]
    mentions += found.prefixes(gazetteer)
    return _without_overlaps([*found.unknown(mentions), *mentions])


def _certain(hit: Hit) -> bool:
    return not any(name.shared for name in hit.names)


class _Finds:
    """The known names of a document, found and filtered."""

    def __init__(
        self, document: Document, gazetteer: Gazetteer, organizations: tuple[Mention, ...], rules: LandRules
    ) -> None:
        self.document = document
        self.rules = rules
        self.organizations = organizations
        language = document.article.language.value.partition("-")[0].lower()
        self.hits = [
            _hits(sentence.tokens, gazetteer, document.pack, language) for sentence in document.sentences
        ]
        self.lands = [_covered(hits) for hits in self.hits]
        self.finds = self._filtered(document.pack)

    def _filtered(self, pack: Pack) -> list[_Find]:
        kept: list[_Find] = []
        waiting: list[_Find] = []
        persons: set[str] = set()
        for sentence, hits, lands in zip(self.document.sentences, self.hits, self.lands, strict=True):
            if not hits:
                continue
            filters = Filters(sentence.tokens, lands, self.rules, pack)
            chosen = senses(sentence, hits, self.rules)
            for hit in hits:
                key = sentence.tokens[hit.first].key
                find = _Find(sentence, hit, chosen.get(hit.first))
                if hit.names[0].recorded:
                    kept.append(find)
                elif hit.names[0].kind == "none" or in_organization(
                    sentence.tokens, hit, self.organizations, self.rules, lands
                ):
                    continue
                elif filters.is_person(hit):
                    persons.add(key)
                elif filters.in_proper_name(hit) or filters.is_language(hit):
                    continue
                elif filters.lacks_article(hit, hit.names[0]):
                    continue
                elif filters.lacks_context(hit, hit.names[0]):
                    waiting.append(find)
                elif key not in persons or filters.after_place_word(hit.first):
                    kept.append(find)
        placed = {find.hit.names[0].id for find in kept} - {None}
        kept += [
            find for find in waiting if find.hit.names[0].id in placed and find.first.key not in persons
        ]
        return sorted(kept, key=lambda find: find.first.start)

    def prefixes(self, gazetteer: Gazetteer) -> Iterator[Mention]:
        """Yield first parts of compound adjectives as mentions (`franco-allemand` names France as well)."""
        for find in self.finds:
            tokens, before = find.sentence.tokens, find.hit.first - 1
            if before < 1 or tokens[before].text != "-" or find.hit.names[0].form != "demonym":
                continue
            code = self.rules.prefixes.get(tokens[before - 1].key)
            info = country_by_code(code) if code else None
            if info:
                entity, name = recorded_ids(gazetteer).get(info.code, (info.id, info.names["en"][0]))
                token = tokens[before - 1]
                yield Mention(
                    start=token.start,
                    end=token.end,
                    surface=self.document.article.text[token.start : token.end],
                    kind="country",
                    id=entity,
                    name=name,
                    form="demonym",
                    country=info.code,
                    confidence=_PREFIX,
                )

    def unknown(self, known: Sequence[Mention]) -> Iterator[Mention]:
        """Yield places no table knows; those of strong evidence count wherever they are named."""
        lands = {mention.start: mention for mention in known}
        families = family_names(self.document)
        for sentence, covered in zip(self.document.sentences, self.lands, strict=True):
            taken = _taken(sentence.tokens, self.organizations)
            search = UnknownPlaces(self.document, sentence, covered, taken, families, self.rules)
            for guess in search.find():
                yield _guessed(self.document, sentence, guess, lands)


def _hits(tokens: Sequence[Token], gazetteer: Gazetteer, pack: Pack, language: str) -> list[Hit]:
    """Return recorded names and, where none is, those of the tables; a longer name of the tables wins."""
    shipped = list(table_names(language, pack).find(tokens))
    recorded = list(recorded_names(gazetteer, pack).find(tokens))
    if not recorded:
        return shipped
    longest = sorted((*recorded, *shipped), key=lambda hit: (hit.first - hit.last, not hit.names[0].recorded, hit.first))
    chosen: list[Hit] = []
    for hit in longest:
        if all(hit.last < other.first or other.last < hit.first for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.first)


def _covered(hits: Iterable[Hit]) -> frozenset[int]:
    return frozenset(
        index for hit in hits if hit.names[0].kind != "none" for index in range(hit.first, hit.last + 1)
    )


def _taken(tokens: Sequence[Token], bodies: Collection[Mention]) -> frozenset[int]:
    if not tokens:
        return frozenset()
    start, end = tokens[0].start, tokens[-1].end
    near = [body for body in bodies if body.start < end and start < body.end]
    return frozenset(
        index
        for index, token in enumerate(tokens)
        if any(body.start < token.end and token.start < body.end for body in near)
    )


def _choose(names: Sequence[LandName], evidence: Counter[str], places: Counter[str]) -> tuple[LandName | None, float]:
    """Return the name meant among several of one spelling, and how sure that is; None where nothing decides."""
    certain = sorted((name for name in names if not name.shared), key=lambda name: name.kind)
    shared = [name for name in names if name.shared]
    if not shared:
        return certain[0], 1.0
    backing = {name.id: (places if name.kind == "place" else evidence)[name.code or ""] for name in (*certain, *shared)}
    backed = [name for name in (*certain, *shared) if backing[name.id]]
    if certain and (not backed or backing[certain[0].id]):
        return certain[0], 1.0 if not backed else 0.9
    strongest = sorted(backed, key=lambda name: (-backing[name.id], name.id))
    if not strongest or (len(strongest) > 1 and backing[strongest[0].id] < 2 * backing[strongest[1].id]):
        return None, 0.5
    return strongest[0], _SETTLED_SHARED


def _mention(
    document: Document, find: _Find, gazetteer: Gazetteer, evidence: Counter[str], places: Counter[str]
) -> Mention:
    name, sure = _choose(find.hit.names, evidence, places)
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
    return mention


def _confidence(name: LandName, find: _Find) -> float:
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


def _guessed(document: Document, sentence: Sentence, guess: Guess, lands: dict[int, Mention]) -> Mention:
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


def _without_overlaps(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Keep the longer of two overlapping mentions: names inside a name are not split."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda item: (item.start - item.end, -item.confidence, item.start)):
        if not any(mention.start < other.end and other.start < mention.end for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda item: item.start))
