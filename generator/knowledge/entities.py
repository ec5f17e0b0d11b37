"""From mentions to entities: who gets a page, under which name, with every spelling and every sentence."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.knowledge.draft import Draft
from generator.language.countries import country_by_code
from generator.language.places import place_by_slug
from generator.model.ids import ENTITY_KINDS, KIND_OF_MENTION, kind_of, slug_of
from generator.model.reading import Mention
from generator.model.records import Country, Record
from generator.model.site import Backlink, Entity, NameUse
from generator.model.text import LangText

_NAMING_FORMS = frozenset({"name", "short_name", "acronym"})
"""Forms that are a spelling of the entity's name; demonyms and role phrases are not."""


@dataclass(slots=True)
class _Found:
    backlinks: list[Backlink] = field(default_factory=list)
    spellings: Counter[str] = field(default_factory=Counter)
    where: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    names: Counter[tuple[str, str]] = field(default_factory=Counter)
    code: str | None = None


def build_entities(draft: Draft) -> dict[str, Entity]:
    """Return the entities that get a page, by id: every record, and every candidate with enough evidence."""
    found = _collect(draft)
    entities = {}
    for key in sorted(found.keys() | _entity_records(draft)):
        record = draft.records.get(key)
        gathered = found.get(key, _Found())
        if record is None and not _enough(draft, key, gathered):
            continue
        entities[key] = _entity(key, record, gathered)
    return entities


def _entity_records(draft: Draft) -> set[str]:
    return {key for key in draft.records if kind_of(key) in ENTITY_KINDS and kind_of(key) != "events"}


def _collect(draft: Draft) -> dict[str, _Found]:
    found: dict[str, _Found] = defaultdict(_Found)
    for article in draft.newest_last[::-1]:
        language = draft.articles[article].language.value
        for mention in draft.readings[article].mentions:
            for key in targets(draft, mention):
                entry = found[key]
                entry.backlinks.append(Backlink(article, draft.sentence_of(article, mention.start), mention))
                if mention.form in _NAMING_FORMS:
                    spelling = " ".join(mention.surface.split())
                    entry.spellings[spelling] += 1
                    entry.where[spelling].setdefault(article, language)
                    entry.names[(mention.name, language)] += 1
                if kind_of(key) == "countries":
                    entry.code = mention.country
    return found


def targets(draft: Draft, mention: Mention) -> Iterator[str]:
    """Yield the ids of the pages that list a mention.

    A capital standing for its government counts for the country and is listed by the city's page too,
    so that a wrong choice between the two readings hides nothing.
    """
    if mention.id is None:
        return
    if mention.kind == "country" and mention.country:
        yield draft.country_id(mention.country)
        if mention.form == "capital" and (city := draft.capital_id(mention.country)):
            yield city
    else:
        yield mention.id


def _enough(draft: Draft, key: str, found: _Found) -> bool:
    """Tell whether a candidate without record has evidence enough for a page."""
    kind = kind_of(key)
    if kind == "countries" or (kind == "places" and place_by_slug(slug_of(key))):
        return bool(found.backlinks)
    links = [link for link in found.backlinks if link.mention.form in _NAMING_FORMS]
    settings = draft.settings
    full = any(len(name.replace("-", " ").split()) > 1 for name, _ in found.names)
    if settings.page_for_full_name and full:
        return True
    by_article = Counter(link.article for link in links)
    return len(by_article) >= settings.min_articles or max(by_article.values(), default=0) >= settings.min_mentions


def _entity(key: str, record: Record | None, found: _Found) -> Entity:
    return Entity(
        id=key,
        kind=kind_of(key),
        name=record.name if record else _name(key, found),
        record=record,
        code=record.code if isinstance(record, Country) else found.code,
        names=tuple(_names(record, found)),
        backlinks=tuple(found.backlinks),
    )


def _name(key: str, found: _Found) -> LangText:
    """Return the display name of a candidate: from the shipped tables, else the fullest name that was found."""
    known = country_by_code(found.code) if found.code else None
    if known:
        return LangText.of({tag: spellings[0] for tag, spellings in known.names.items() if spellings})
    if kind_of(key) == KIND_OF_MENTION["place"]:
        place = place_by_slug(slug_of(key))
        if place:
            return LangText.of({tag: spellings[0] for tag, spellings in place.names.items() if spellings})
    ranked = sorted(found.names.items(), key=lambda item: (-len(item[0][0]), -item[1], item[0]))
    return LangText.of(ranked[0][0][0]) if ranked else LangText.of(slug_of(key))


def _names(record: Record | None, found: _Found) -> Iterable[NameUse]:
    recorded: Mapping[str, str | None] = {name: tag for tag, name in record.all_names()} if record else {}
    for name, tag in recorded.items():
        yield _use(name, tag, True, found)
    for name in sorted(found.spellings, key=lambda name: (-found.spellings[name], name)):
        if name not in recorded:
            languages = sorted(set(found.where[name].values()))
            yield _use(name, languages[0] if len(languages) == 1 else None, False, found)


def _use(name: str, language: str | None, recorded: bool, found: _Found) -> NameUse:
    return NameUse(name, language, recorded, found.spellings.get(name, 0), tuple(sorted(found.where.get(name, ()))))
