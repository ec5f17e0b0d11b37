"""Every measure: a function from a case to counts and errors. `MEASURES` is their order in reports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.measures.countries import countries, country_pages
from tests.evaluation.measures.dates import dates
from tests.evaluation.measures.entities import organizations, places
from tests.evaluation.measures.events import main_events
from tests.evaluation.measures.pages import false_country_pages, false_pages, false_person_pages
from tests.evaluation.measures.people import people, person_mentions
from tests.evaluation.measures.roles import roles
from tests.evaluation.measures.statements import speaker, statements

MEASURES: Final[Mapping[str, Callable[[Case], Sheet]]] = MappingProxyType(
    {
        "people": people,
        "person_mentions": person_mentions,
        "countries": countries,
        "country_pages": country_pages,
        "organizations": organizations,
        "places": places,
        "dates": dates,
        "statements": statements,
        "speaker": speaker,
        "roles": roles,
        "main_events": main_events,
        "false_person_pages": false_person_pages,
        "false_country_pages": false_country_pages,
        "false_pages": false_pages,
    }
)
