"""Countries, their adjectives and inhabitants, capitals standing for governments, and places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.language.pack import Pack
from generator.language.tokens import Token
from generator.model.reading import Mention
from generator.model.text import Span
from generator.understanding.document import Document, Sentence
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.lands.capitals import senses
from generator.understanding.lands.filters import Filters, in_organization
from generator.understanding.lands.mentions import (
    Find,
    guessed_place,
    land_mention,
    prefix_mention,
    without_overlaps,
)
from generator.understanding.lands.names import Hit, LandName, LandNames, recorded_names, table_names
from generator.understanding.lands.places_again import Again
from generator.understanding.lands.unknown_places import UnknownPlaces, family_names
from generator.understanding.lexicon.lands import LandRules, land_rules


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
        name.code or ""
        for find in found.finds
        for name in find.hit.names
        if name.kind == "place" and name.seat_of is None
    )
    mentions = [land_mention(document, find, gazetteer, evidence, places) for find in found.finds]
    mentions += found.prefixes(gazetteer)
    return without_overlaps([*found.unknown(mentions), *mentions])


def _certain(hit: Hit) -> bool:
    return not any(name.shared for name in hit.names)


class _Finds:
    """The known names of a document, found and filtered."""

    def __init__(
        self, document: Document, gazetteer: Gazetteer, organizations: tuple[Mention, ...], rules: LandRules
    ) -> None:
        self.document = document
        self.rules = rules
        self._organizations = organizations
        self._ends = [body.end for body in organizations]
        language = document.article.language.value.partition("-")[0].lower()
        shipped, recorded = table_names(language, document.pack), recorded_names(gazetteer, document.pack)
        self.hits = [_hits(sentence, shipped, recorded) for sentence in document.sentences]
        self.lands = [_covered(hits) for hits in self.hits]
        self.finds = self._filtered(document.pack)

    def _filtered(self, pack: Pack) -> list[Find]:
        kept: list[Find] = []
        waiting: list[Find] = []
        persons: set[str] = set()
        for sentence, hits, lands in zip(self.document.sentences, self.hits, self.lands, strict=True):
            if not hits:
                continue
            filters = Filters(sentence.tokens, lands, self.rules, pack)
            chosen = senses(sentence, hits, self.rules)
            beside = _commas(sentence.tokens, hits)
            for hit in hits:
                key = sentence.tokens[hit.first].key
                find = Find(sentence, hit, chosen.get(hit.first), *beside[hit.first])
                bodies = self._bodies(Span(find.first.start, find.last.end))
                if hit.names[0].kind == "none" or in_organization(sentence, hit, bodies, self.rules, lands):
                    continue
                if filters.is_person(hit):
                    persons.add(key)
                elif filters.is_no_mention(hit):
                    continue
                elif filters.lacks_context(hit, hit.names[0]):
                    waiting.append(find)
                elif key not in persons or not filters.may_repeat_person(hit):
                    kept.append(find)
        placed = {find.hit.names[0].id for find in kept} - {None}
        kept += [find for find in waiting if find.hit.names[0].id in placed and find.first.key not in persons]
        return sorted(kept, key=lambda find: find.first.start)

    def _bodies(self, span: Span) -> Sequence[Mention]:
        """Return the organisations that share words with a stretch of text."""
        first = last = bisect_right(self._ends, span.start)
        while last < len(self._organizations) and self._organizations[last].start < span.end:
            last += 1
        return self._organizations[first:last]

    def prefixes(self, gazetteer: Gazetteer) -> Iterator[Mention]:
        """Yield first parts of compound adjectives as mentions (`franco-allemand` names France as well)."""
        for find in self.finds:
            tokens, before = find.sentence.tokens, find.hit.first - 1
            if before < 1 or tokens[before].text != "-" or find.hit.names[0].form != "demonym":
                continue
            code = self.rules.prefixes.get(tokens[before - 1].key)
            mention = prefix_mention(self.document, tokens[before - 1], code, gazetteer) if code else None
            if mention:
                yield mention

    def unknown(self, known: Sequence[Mention]) -> Iterator[Mention]:
        """Yield places no table knows; those of strong evidence count wherever they are named."""
        lands = {mention.start: mention for mention in known}
        families = family_names(self.document)
        again = Again(self.document, families)
        for sentence, hits, covered in zip(self.document.sentences, self.hits, self.lands, strict=True):
            taken = _taken(sentence, self._bodies(sentence.span))
            search = UnknownPlaces(self.document, sentence, covered, _wider(hits), taken, families, self.rules)
            for guess in search.find():
                mention = guessed_place(self.document, sentence, guess, lands)
                again.learn(sentence, guess, mention)
                yield mention
        for sentence, covered in zip(self.document.sentences, self.lands, strict=True):
            if not again.may_name(sentence):
                continue
            yield from again.find(sentence, covered, _taken(sentence, self._bodies(sentence.span)))


def _hits(sentence: Sentence, shipped: LandNames, recorded: LandNames) -> list[Hit]:
    """Return recorded names and, where none is, those of the tables; a longer name of the tables wins."""
    known, own = shipped.find(sentence), recorded.find(sentence)
    if not own:
        return known
    longest = sorted((*own, *known), key=lambda hit: (hit.first - hit.last, not hit.names[0].recorded, hit.first))
    chosen: list[Hit] = []
    for hit in longest:
        if all(hit.last < other.first or other.last < hit.first for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.first)


def _commas(tokens: Sequence[Token], hits: Sequence[Hit]) -> dict[int, tuple[LandName | None, LandName | None]]:
    """Return, by first token, the names right before and right after each, where only a comma stands between."""
    pairs = [(left, right) for left, right in pairwise(hits) if right.first - left.last == 2]
    commas = [(left, right) for left, right in pairs if tokens[left.last + 1].text == ","]
    before = {right.first: left.names[0] for left, right in commas}
    after = {left.first: right.names[0] for left, right in commas}
    return {hit.first: (before.get(hit.first), after.get(hit.first)) for hit in hits}


def _covered(hits: Iterable[Hit]) -> frozenset[int]:
    return frozenset([index for hit in hits if hit.names[0].kind != "none" for index in range(hit.first, hit.last + 1)])


def _wider(hits: Iterable[Hit]) -> frozenset[int]:
    """Return where names of countries, regions and islands begin: what may stand after a town and a comma."""
    return frozenset(
        [
            hit.first
            for hit in hits
            for name in hit.names
            if (name.kind == "country" and name.form == "name") or name.place_kind in ("region", "island")
        ]
    )


def _taken(sentence: Sentence, bodies: Iterable[Mention]) -> frozenset[int]:
    """Return the tokens of organisations."""
    starts = sentence.starts
    return frozenset(
        index for body in bodies for index in range(bisect_left(starts, body.start), bisect_left(starts, body.end))
    )
