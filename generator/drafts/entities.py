"""Drafts of records of people, countries, organisations and places that articles speak of."""

from __future__ import annotations

from collections.abc import Iterable

from generator.drafts.parts import (
    Draft,
    MayQuote,
    by_language,
    count,
    every_sentence,
    in_site_languages,
    leads_somewhere,
    sources,
)
from generator.drafts.yamltext import Value, block
from generator.language.countries import country_by_code, country_by_slug
from generator.language.places import place_by_slug
from generator.model.ids import kind_of, make_id, slug_of, slugify
from generator.model.site import Backlink, Entity, Evidence, HeldRole, Site
from generator.model.text import LangText
from generator.reading.records.tags import is_language_tag


def entity_draft(site: Site, entity_id: str, may_quote: MayQuote = every_sentence) -> Draft:
    """Return the draft of a record of an entity that has none: what was found of it, with the sentences.

    The file keeps the page's address, its spellings, and the addresses that lead to it. What was not found is left
    out. `may_quote` says which sentences the draft may hold the words of.

    Raises:
        KeyError: the site has no such entity.
    """
    return Draft(
        f"{entity_id}.yml", remark_of(site.entities[entity_id]) + block(entity_keys(site, entity_id, may_quote))
    )


def entity_keys(site: Site, entity_id: str, may_quote: MayQuote = every_sentence) -> dict[str, Value]:
    """Return the values of that draft by key; keys without a value are empty or left out.

    Raises:
        KeyError: the site has no such entity.
    """
    entity = site.entities[entity_id]
    kind = kind_of(entity_id)
    if kind == "countries":
        keys = _country(site, entity)
    elif kind == "places":
        keys = _place(site, entity)
    elif kind == "organizations":
        keys = _organization(entity)
    else:
        keys = {"name": by_language(entity.name), "other_names": _other_names(entity, _names(entity))}
    roles = [_role(site, role, may_quote) for role in site.roles_of.get(entity_id, ()) if not role.recorded]
    if kind == "people" and roles:
        keys["roles"] = roles
    elif kind in ("people", "organizations"):
        keys["sources"] = sources(site, _evidence(entity), may_quote)
    keys["redirect_from"] = _old_addresses(site, entity)
    return keys


def remark_of(entity: Entity) -> str:
    """Return the comment that says what a draft rests on."""
    articles = len({link.article for link in entity.backlinks})
    found = f"{count(len(entity.backlinks), 'mention')} in {count(articles, 'article')}"
    return f"# Drafted from {found}. Check every line, add what you know, then delete this one.\n"


def _names(entity: Entity) -> set[str]:
    return {value for _, value in entity.name}


def _spelled(entity: Entity, form: str) -> set[str]:
    """Return the spellings that articles use in one form: a short form or a mere noun is no name of its own."""
    return {" ".join(link.mention.surface.split()) for link in entity.backlinks if link.mention.form == form}


def _other_names(entity: Entity, known: set[str]) -> list[Value]:
    spelled = _spelled(entity, "name")
    names: list[Value] = []
    for use in entity.names:
        # A family name alone belongs to many; whom it means is told by each article itself.
        alone = entity.kind == "people" and len(use.name.split()) < 2
        if use.name in spelled and use.name not in known and not alone:
            tag = use.language if use.language and is_language_tag(use.language) else None
            names.append({"name": use.name, "lang": tag} if tag else {"name": use.name})
    return names


def _country(site: Site, entity: Entity) -> dict[str, Value]:
    info = country_by_code(entity.code) if entity.code else None
    known = {name for names in info.names.values() for name in names} if info else set()
    return {
        "name": in_site_languages(site, entity.name),
        "other_names": _other_names(entity, known | _names(entity)),
        "code": entity.code or "",
    }


def country_keys(site: Site, slug: str) -> dict[str, Value]:
    """Return the values of a record of a country of the shipped tables that no article speaks of; none if unknown."""
    info = country_by_slug(slug)
    if info is None:
        return {}
    names = LangText.of({tag: spellings[0] for tag, spellings in info.names.items() if spellings})
    return {"name": in_site_languages(site, names), "code": info.code}


def _place(site: Site, entity: Entity) -> dict[str, Value]:
    info = place_by_slug(slug_of(entity.id))
    codes = {link.mention.country for link in entity.backlinks if link.mention.country}
    code = info.country if info else codes.pop() if len(codes) == 1 else None
    known = country_by_code(code) if code else None
    country = known.id if known else ""
    if code and country not in site.entities:
        recorded = (one.id for one in site.entities.values() if one.kind == "countries" and one.code == code)
        country = next(recorded, country)
    return {
        "name": in_site_languages(site, entity.name),
        "other_names": _other_names(entity, _names(entity)),
        "country": slug_of(country),
        "classification": info.kind if info else "",
    }


def _organization(entity: Entity) -> dict[str, Value]:
    acronyms = sorted(_spelled(entity, "acronym") - _names(entity))
    uses = {use.name: use.language for use in entity.names}
    tags = [uses.get(one) for one in acronyms]
    keys: dict[str, Value] = {
        "name": by_language(entity.name),
        "other_names": _other_names(entity, _names(entity) | set(acronyms)),
    }
    if len(acronyms) == 1:
        keys["acronym"] = acronyms[0]
    elif acronyms and len(set(tags)) == len(tags) and all(tag and is_language_tag(tag) for tag in tags):
        keys["acronym"] = {str(tag): one for tag, one in zip(tags, acronyms, strict=True)}
    return keys


def _role(site: Site, role: HeldRole, may_quote: MayQuote) -> Value:
    keys: dict[str, Value] = {"role": by_language(role.role)}
    if role.country and leads_somewhere(site, role.country):
        keys["country"] = slug_of(role.country)
    if role.organization and leads_somewhere(site, role.organization):
        keys["organization"] = slug_of(role.organization)
    words = str(role.role)
    if found := sources(site, ((evidence, words) for evidence in role.evidence), may_quote):
        keys["sources"] = found
    return keys


def _evidence(entity: Entity) -> Iterable[tuple[Evidence, str]]:
    """Yield the sentences that name an entity, those with its fullest name first."""
    links: list[Backlink] = sorted(entity.backlinks, key=lambda link: -len(link.mention.surface))
    return ((Evidence(link.article, link.sentence), link.mention.surface) for link in links)


def _old_addresses(site: Site, entity: Entity) -> list[Value]:
    """Return the slugs that lead to an entity and would not by its recorded names alone."""
    names = _names(entity) | {use.name for use in entity.names}
    made = {make_id(entity.kind, slugify(name)) for name in names}
    old = [one for one in site.old_addresses.get(entity.id, ()) if one not in made]
    return [slug_of(one) if kind_of(one) == entity.kind else one for one in old]
