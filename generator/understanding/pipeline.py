"""One article in, everything understood of it out: the order of the sub-tasks, and nothing else."""

from __future__ import annotations

from generator.model.article import Article
from generator.model.reading import Reading
from generator.understanding.dates import find_dates
from generator.understanding.document import prepare
from generator.understanding.events.find import find_events
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.lands.find import find_countries_and_places
from generator.understanding.mentions import settle
from generator.understanding.organizations.find import find_organizations
from generator.understanding.organizations.state_owner import with_owner
from generator.understanding.people.find import find_people
from generator.understanding.references import resolve_references
from generator.understanding.roles.find import find_roles
from generator.understanding.speech.find import find_statements


def understand(article: Article, gazetteer: Gazetteer) -> Reading:
    """Read one article with the names of `gazetteer` and the pack of its language.

    Pure: the same article and gazetteer give the same reading, whatever else the site holds.
    """
    document = prepare(article)
    dates = find_dates(document)
    organizations = find_organizations(document, gazetteer)
    lands = find_countries_and_places(document, gazetteer, organizations)
    people = find_people(document, gazetteer, organizations, lands)
    names = with_owner(settle(document, gazetteer, people, organizations, lands), document.pack.language)
    roles = find_roles(document, names)
    mentions = resolve_references(document, names, roles)
    statements = find_statements(document, mentions)
    events = find_events(document, mentions, dates, roles, statements)
    return Reading(
        article=article.id,
        sentences=tuple(sentence.span for sentence in document.sentences),
        mentions=mentions,
        dates=dates,
        roles=roles,
        statements=statements,
        events=events,
    )
