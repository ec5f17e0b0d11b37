"""Drafts of records of events that articles tell."""

from __future__ import annotations

from generator.drafts.parts import Draft, MayQuote, by_language, count, every_sentence, leads_somewhere, sources
from generator.drafts.yamltext import Value, block
from generator.model.ids import kind_of, slug_of
from generator.model.site import Part, Site
from generator.reading.records.schema import EVENT_TYPES


def event_draft(site: Site, event_id: str, may_quote: MayQuote = every_sentence) -> Draft:
    """Return the draft of a record of an event that has none, under the address its page has.

    `may_quote` says which sentences the draft may hold the words of.

    Raises:
        KeyError: the site has no such event.
    """
    told = count(len({telling.article for telling in site.events[event_id].tellings}), "article")
    remark = f"# Drafted from {told}. Check every line, put the name into your own words, then delete this one.\n"
    return Draft(f"{event_id}.yml", remark + block(event_keys(site, event_id, may_quote)))


def event_keys(site: Site, event_id: str, may_quote: MayQuote = every_sentence) -> dict[str, Value]:
    """Return the values of that draft by key; keys without a value are empty.

    Raises:
        KeyError: the site has no such event.
    """
    event = site.events[event_id]
    return {
        "name": by_language(event.name),
        "type": event.type if event.type in EVENT_TYPES else "OTHER",
        "start_date": str(event.date) if event.date else "",
        "location": slug_of(event.place) if event.place and leads_somewhere(site, event.place) else "",
        "countries": [slug_of(one) for one in event.countries if leads_somewhere(site, one)],
        "organizations": [slug_of(one) for one in event.organizations if leads_somewhere(site, one)],
        "participants": [_participant(part) for part in event.parts if leads_somewhere(site, part.entity)],
        "sources": sources(site, ((one, "") for one in event.evidence), may_quote),
    }


def _participant(part: Part) -> Value:
    bare = slug_of(part.entity) if kind_of(part.entity) == "people" else part.entity
    return {"entity": bare, "part": part.part} if part.part else {"entity": bare}
