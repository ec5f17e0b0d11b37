"""All readings and records in, one frozen `Site` out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.knowledge.addresses import build_redirects, moved
from generator.knowledge.changes import knowledge_changes
from generator.knowledge.draft import Draft
from generator.knowledge.duplicates import find_duplicates
from generator.knowledge.entities import build_entities
from generator.knowledge.events import build_events
from generator.knowledge.identity import identify
from generator.knowledge.judgements import Decisions, decide
from generator.knowledge.outlets import build_sources
from generator.knowledge.roles import build_roles
from generator.knowledge.statements import build_statements
from generator.model.article import Article
from generator.model.history import History
from generator.model.reading import Reading
from generator.model.records import Judgement, Record
from generator.model.settings import Settings
from generator.model.site import Site


def build_site(
    articles: Iterable[Article],
    readings: Mapping[str, Reading],
    records: Iterable[Record],
    settings: Settings,
    judgements: tuple[Judgement, ...] = (),
    history: History | None = None,
) -> Site:
    """Build the site. The order of the inputs changes nothing.

    `readings` holds one reading per article id. Ids must be unique within `articles` and within `records`
    (`generator.reading.content` reports double ones); a later double would replace an earlier one.
    """
    recorded = {record.id: record for record in sorted(records, key=lambda record: record.id)}
    decisions, contradictions = decide(judgements, frozenset(recorded), moved(recorded.values()))
    draft = Draft(
        settings,
        {article.id: article for article in sorted(articles, key=lambda article: article.id)},
        {key: decisions.apply(reading) for key, reading in sorted(readings.items())},
        recorded,
        readings,
    )
    order = {key: (draft.date_key(key) == (0, 0, 0), draft.date_key(key), key) for key in draft.articles}
    found = identify(draft.readings, recorded.values(), judgements, decisions.joined, order)
    if found.joined:
        renamed = Decisions(found.joined)
        draft = replace(draft, readings={key: renamed.apply(one) for key, one in draft.readings.items()})
    entities = build_entities(draft)
    events = build_events(draft)
    sources = build_sources(draft)
    taken = frozenset((*entities, *events, *sources, *draft.articles))
    redirects, problems = build_redirects(draft.records.values(), entities, taken, events.values())
    return Site(
        settings=settings,
        articles=draft.articles,
        readings=draft.readings,
        entities=entities,
        events=events,
        sources=sources,
        roles=build_roles(draft),
        statements=build_statements(draft),
        redirects=_with_joined(_chained(decisions.joined, found.joined), redirects, taken),
        problems=(*contradictions, *problems),
        duplicates=find_duplicates(draft.articles.values()),
        changes=knowledge_changes(history, recorded) if history else (),
        near_pairs=found.near,
    )


def _chained(judged: Mapping[str, str], found: Mapping[str, str]) -> dict[str, str]:
    """Return both maps of joined ids as one: what a judgement joined to an id follows it where that was joined."""
    return {**found, **{old: found.get(new, new) for old, new in judged.items()}}


def _with_joined(joined: Mapping[str, str], redirects: Mapping[str, str], taken: frozenset[str]) -> dict[str, str]:
    """Add the ids that a judgement or the sound of a name joined to another one; sorted."""
    judged = {old: new for old, new in joined.items() if old not in taken and new in taken}
    return dict(sorted({**redirects, **judged}.items()))
