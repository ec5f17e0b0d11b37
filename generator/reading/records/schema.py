"""Which keys each kind of file has: the one place, from which editor schemas and reference pages follow."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from generator.model.ids import ENTITY_KINDS
from generator.model.records import Country, Event, Judgement, Organization, Person, Place, Source
from generator.model.settings import Settings
from generator.reading.records.fields import Date, Language, Number, OneOf, Text, Texts, YesNo
from generator.reading.records.links import CountryCode, OwnRef, Ref, Url
from generator.reading.records.parts import (
    CLAIM,
    IDENTIFIER,
    OTHER_NAME,
    PARTICIPANT,
    ROLE,
    SOURCES,
    TO_ARTICLE,
    TO_COUNTRY,
    TO_EVENT,
    TO_ORGANIZATION,
    TO_PLACE,
)
from generator.reading.records.shapes import Key, ListOf, Shape

EVENT_TYPES: Final = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "ELECTION", "DEATH", "DISASTER", "COURT", "OTHER",
)  # fmt: skip
"""PLOVER's types, and five for what it leaves out."""

RIGHTS: Final = ("full", "excerpt", "link")
DECISIONS: Final = ("same", "different", "unsure", "not-an-entity")

_COMMON = (
    Key("name", Texts(), "The name shown, as text or by language.", required=True, often=("title", "label")),
    Key(
        "other_names",
        ListOf(OTHER_NAME),
        "Every other spelling, in any script.",
        often=("aliases", "alias", "names", "also_known_as", "variants"),
    ),
    Key("description", Texts(), "One or two sentences.", often=("summary", "text", "bio", "note", "notes")),
    Key("url", Url(), "Its own website.", often=("website", "link", "homepage", "site")),
    Key(
        "identifiers",
        ListOf(IDENTIFIER),
        "Its numbers in other registers, only when checked.",
        often=("ids", "wikidata"),
    ),
    Key("claims", ListOf(CLAIM), "Values that sources do not agree on."),
    SOURCES,
    Key(
        "redirect_from",
        ListOf(OwnRef(ENTITY_KINDS)),
        "Old ids, whose addresses lead here.",
        often=("redirects", "old_ids"),
    ),
)

PERSON: Final = Shape(
    "a person",
    (
        *_COMMON,
        Key("honorific_prefix", Texts(), "Rank or title before the name.", often=("prefix", "title", "rank")),
        Key("birth_date", Date(), "Day, month or year of birth.", often=("born", "birthday", "date_of_birth")),
        Key("death_date", Date(), "Day, month or year of death.", often=("died", "date_of_death")),
        Key("country", TO_COUNTRY, "Country of citizenship.", often=("nationality", "citizenship")),
        Key("roles", ListOf(ROLE), "Offices held.", often=("role", "positions", "offices", "functions")),
    ),
    Person,
    "name: …",
)

COUNTRY: Final = Shape(
    "a country",
    (
        *_COMMON,
        Key("code", CountryCode(), "ISO 3166-1 alpha-2 code, or ISO 3166-3.", required=True, often=("iso", "iso_code")),
        Key("capital", TO_PLACE, "The capital."),
        Key("memberships", ListOf(ROLE), "Organisations it belongs to.", often=("organizations", "member_of")),
    ),
    Country,
    "name: …",
)

ORGANIZATION: Final = Shape(
    "an organization",
    (
        *_COMMON,
        Key("acronym", Texts(), "Its acronym.", often=("abbreviation", "short_name", "initials")),
        Key("classification", Text(), "What kind of body: alliance, ministry, company…", often=("type", "kind")),
        Key("country", TO_COUNTRY, "Country it belongs to."),
        Key("founding_date", Date(), "When it was founded.", often=("founded", "start_date", "created")),
        Key("dissolution_date", Date(), "When it ended.", often=("dissolved", "end_date")),
        Key("memberships", ListOf(ROLE), "Organisations it belongs to.", often=("member_of", "parent")),
    ),
    Organization,
    "name: …",
)

PLACE: Final = Shape(
    "a place",
    (
        *_COMMON,
        Key("country", TO_COUNTRY, "Country it lies in."),
        Key("classification", Text(), "What kind of place: city, region, building…", often=("type", "kind")),
        Key("latitude", Number(-90, 90, decimals=True), "Degrees north.", often=("lat",)),
        Key("longitude", Number(-180, 180, decimals=True), "Degrees east.", often=("lon", "lng", "long")),
    ),
    Place,
    "name: …",
)

EVENT: Final = Shape(
    "an event",
    (
        *_COMMON,
        Key("type", OneOf(EVENT_TYPES, "unknown-event-type"), "What happened, as one word of the list.", required=True),
        Key(
            "start_date",
            Date(interval=True),
            "When; an interval a/b where it is not known more closely.",
            often=("date", "start", "when"),
        ),
        Key("end_date", Date(), "Last day of something that went on for days.", often=("end", "until")),
        Key("location", TO_PLACE, "Where.", often=("place", "where", "city", "venue")),
        Key("countries", ListOf(TO_COUNTRY), "Countries concerned.", often=("country",)),
        Key(
            "organizations",
            ListOf(TO_ORGANIZATION),
            "Organisations concerned.",
            often=("organisations", "organization"),
        ),
        Key(
            "participants",
            ListOf(PARTICIPANT),
            "Who took part, as what.",
            often=("people", "persons", "attendees", "actors"),
        ),
        Key("outcome", Texts(), "What came of it.", often=("result", "results")),
        Key("parent", TO_EVENT, "The larger event it is part of.", often=("part_of",)),
        Key("follows", TO_EVENT, "The event it continues.", often=("previous", "after")),
    ),
    Event,
    "name: …",
)

SOURCE: Final = Shape(
    "a source",
    (
        *_COMMON,
        Key("country", TO_COUNTRY, "Country it works from."),
        Key("ownership", Texts(), "Who owns it.", often=("owner", "owned_by")),
        Key("language", Language(), "Language of most of its articles.", often=("lang", "languages")),
        Key("rights", OneOf(RIGHTS), "How much of its articles may be shown.", often=("licence", "license", "right")),
        Key("excerpt_words", Number(0, 10_000), "Words shown where rights is excerpt."),
        Key("own_content", YesNo(), "true for texts written for this site: never an independent source."),
    ),
    Source,
    "name: …",
)

RECORDS: Final[Mapping[str, Shape]] = MappingProxyType(
    {
        "people": PERSON,
        "countries": COUNTRY,
        "organizations": ORGANIZATION,
        "places": PLACE,
        "events": EVENT,
        "sources": SOURCE,
    }
)
"""From the folder in `content/` to the shape of its records."""


def _enough_to_judge(values: Mapping[str, Any]) -> tuple[str, str] | None:
    ids = len(values.get("ids") or ())
    if values["decision"] in ("same", "different") and ids < 2 and not (ids and "surface" in values):
        return (
            f"the decision `{values['decision']}` compares two things",
            "give two `ids`, or one of them and the `surface`",
        )
    if not ids and "surface" not in values:
        return "a judgement needs to say about what", "give `ids`, or the words as `surface`"
    return None


JUDGEMENT: Final = Shape(
    "a judgement",
    (
        Key(
            "decision",
            OneOf(DECISIONS),
            f"One of {', '.join(DECISIONS)}.",
            required=True,
            often=("judgement", "verdict"),
        ),
        Key(
            "ids",
            ListOf(Ref(ENTITY_KINDS, bare=False, candidates=True)),
            "Complete ids it is about.",
            often=("id", "entities"),
        ),
        Key("surface", Text(), "The words as articles write them.", often=("name", "text", "words")),
        Key("article", TO_ARTICLE, "The one article it holds for; everywhere without it.", often=("articles",)),
        Key("reason", Text(), "Why, so that others can judge it.", required=True, often=("because", "why", "note")),
        Key("date", Date(), "When it was decided."),
    ),
    Judgement,
    "{decision: different, ids: [people/…, people/…], reason: …}",
    extra=_enough_to_judge,
)

SETTINGS: Final = Shape(
    "the settings file",
    (
        Key("language", Language(), "Language of the interface.", often=("lang", "locale")),
        Key("rights", OneOf(RIGHTS), "How much of an article is shown where its source does not say."),
        Key("excerpt_words", Number(0, 10_000), "Words shown where rights is excerpt."),
        Key("min_mentions", Number(1, 1000), "Mentions in one article that make a page without a record."),
        Key("min_articles", Number(1, 1000), "Articles whose mentions make a page without a record."),
        Key("page_for_full_name", YesNo(), "Whether a full name with a role makes a page without a record."),
    ),
    Settings,
    "language: en",
    positioned=False,
)
