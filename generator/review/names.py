"""Names that may mean several, names that mean nobody known, and pairs of pages that may be one."""

from __future__ import annotations

from generator.language.normalise import fold
from generator.model.ids import KIND_OF_MENTION, kind_of, slug_of, slugify
from generator.model.reading import Mention
from generator.model.site import Evidence, NearPair
from generator.review.items import Choice, Exhibit, Item, Remark, shown
from generator.review.places import Material

_CANDIDATES = 6
"""So many persons that a name may mean are offered as a choice."""


def ambiguous(material: Material) -> tuple[Item, ...]:
    """Return the names that were left unlinked, one entry for each article: the same surname may mean others there.

    Those that stand in their article most often come first.
    """
    groups: dict[tuple[str, str, tuple[str, ...]], list[tuple[int, Mention]]] = {}
    for article, sentence, mention in material.loose:
        if mention.id is None:
            words = fold(" ".join(mention.surface.split()))
            groups.setdefault((article, words, mention.candidates), []).append((sentence, mention))
    items = [_ambiguous(*group, found) for group, found in groups.items()]
    return tuple(item for _, item in sorted(items, key=lambda pair: pair[0]))


def _ambiguous(
    article: str, words: str, candidates: tuple[str, ...], found: list[tuple[int, Mention]]
) -> tuple[int, Item]:
    mention = found[0][1]
    surface = " ".join(mention.surface.split())
    offered = candidates[:_CANDIDATES]
    choices = [Choice("same", (one,), surface, article) for one in offered]
    choices += [Choice("different", (one,), surface, article) for one in offered]
    exhibits, more = shown(Exhibit(article, sentence, (one.span,)) for sentence, one in found)
    named = Remark("names_several", {"n": len(candidates)}) if candidates else Remark("names_nobody")
    item = Item(
        key=f"{slug_of(article)}-{slugify(words)}-{mention.kind}",
        about=offered,
        words=surface,
        kind=KIND_OF_MENTION[mention.kind],
        remarks=(named, Remark("times", {"n": len(found)})),
        exhibits=exhibits,
        more=more,
        choices=(*choices, Choice("not-an-entity", (), surface, article)),
    )
    return -len(found), item


def mentioned(material: Material) -> tuple[Item, ...]:
    """Return who and what is named too little for a page, the most named first."""
    groups: dict[str, list[tuple[str, int, Mention]]] = {}
    for article, sentence, mention in material.loose:
        if mention.id is not None:
            groups.setdefault(mention.id, []).append((article, sentence, mention))
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(_mentioned(key, found) for key, found in ordered)


def _mentioned(key: str, found: list[tuple[str, int, Mention]]) -> Item:
    exhibits, more = shown(Exhibit(article, sentence, (mention.span,)) for article, sentence, mention in found)
    fullest = max((mention.name for _, _, mention in found), key=lambda name: (len(name), name))
    return Item(
        key=key.replace("/", "-"),
        about=(key,),
        kind=kind_of(key),
        remarks=(Remark("times", {"n": len(found)}),),
        exhibits=exhibits,
        more=more,
        choices=(Choice("not-an-entity", (key,)),),
        write=key,
        added={"name": " ".join(fullest.split())},
        evidence=tuple(Evidence(article, sentence) for article, sentence, _ in found),
    )


def pairs(material: Material) -> tuple[Item, ...]:
    """Return the pages that may be of one person, the most alike first."""
    near = sorted(material.site.near_pairs, key=lambda pair: (-pair.score, pair.first, pair.second))
    return tuple(_pair(material, pair) for pair in near)


def pair_key(pair: NearPair) -> str:
    """Return the anchor of a pair of persons on the desk."""
    return f"{slug_of(pair.first)}-{slug_of(pair.second)}"


def _pair(material: Material, pair: NearPair) -> Item:
    ids = (pair.first, pair.second)
    entities = [material.site.entities.get(one) for one in ids]
    exhibits = [exhibit for entity in entities if entity for exhibit in material.exhibits(entity)[:1]]
    records = sum(entity is not None and entity.reviewed for entity in entities)
    # Two records are joined by making one file of them, not by a judgement.
    decisions = ("different", "unsure") if records > 1 else ("same", "different", "unsure")
    remarks = [Remark("near", {"why": why}) for why in pair.why]
    if records > 1:
        remarks.append(Remark("two_records"))
    return Item(
        key=pair_key(pair),
        about=ids,
        kind=kind_of(pair.first),
        remarks=tuple(remarks),
        exhibits=tuple(exhibits),
        choices=tuple(Choice(decision, ids) for decision in decisions),
    )
