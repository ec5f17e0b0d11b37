"""Which keys each kind of file has: the one place, from which editor schemas and reference pages follow."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from generator.model.ids import ENTITY_KINDS
from generator.model.records import (
    Claim,
    Country,
    Event,
    Identifier,
    Judgement,
    Organization,
    OtherName,
    Participant,
    Person,
    Place,
    Role,
    Source,
    SourceRef,
)
from generator.model.settings import Settings
from generator.reading.fields import (
    CountryCode,
    Date,
    Language,
    Number,
    OneOf,
    OwnRef,
    Ref,
    Text,
    Texts,
    Url,
    YesNo,
)
from generator.reading.shapes import Key, ListOf, Shape

EVENT_TYPES: Final = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "ELECTION", "DEATH", "DISASTER", "COURT", "OTHER",
)  # fmt: skip
"""PLOVER's types, and five for what it leaves out."""

RIGHTS: Final = ("full", "excerpt", "link")
DECISIONS: Final = ("same", "different", "unsure", "not-an-entity")

_COUNTRY = Ref(("countries",))
_ORGANIZATION = Ref(("organizations",))
_PERSON = Ref(("people",))
_PLACE = Ref(("places",))
_EVENT = Ref(("events",))
_ARTICLE = Ref(("articles",))
_ACTOR = Ref(("people", "countries", "organizations"))
_PRINCIPAL = Ref(("countries", "organizations"))


def _one_source(values: Mapping[str, Any]) -> tuple[str, str] | None:
    if ("article" in values) == ("url" in values):
        return "a source names either an `article` of this site or a `url`", "keep one of the two"
    if "quote" in values and "url" in values:
        return "a `quote` needs the `article` it stands in", "name the article, or put the words into `title`"
    return None


SOURCE_REF: Final = Shape(
    "a source",
    (
        Key("article", _ARTICLE, "Slug of an article of this site.", often=("articles", "slug", "id")),
        Key("quote", Text(), "Words of that article which say it, letter by letter.", often=("text", "excerpt")),
        Key("url", Url(), "Address of a web page.", often=("link", "href", "website")),
        Key("title", Text(), "Title of that page."),
        Key("accessed", Date(), "Day on which it was read.", often=("date", "retrieved", "access_date")),
    ),
    SourceRef,
    "{article: the-slug-of-an-article} or {url: https://…, title: …}",
    extra=_one_source,
)
_SOURCES = Key("sources", ListOf(SOURCE_REF), "What it rests on.", often=("source", "references", "reference"))

OTHER_NAME: Final = Shape(
    "a further name",
    (
        Key("name", Text(), "The spelling.", required=True),
        Key("lang", Language(), "Language of the spelling, as a BCP 47 tag.", often=("language", "locale")),
        Key("note", Texts(), "What kind of name it is, or who writes it so."),
        Key("start_date", Date(), "Since when it is used.", often=("start", "from", "since")),
        Key("end_date", Date(), "Until when it was used.", often=("end", "to", "until")),
    ),
    OtherName,
    "{name: …, lang: fr}",
)

IDENTIFIER: Final = Shape(
    "an identifier",
    (
        Key("scheme", Text(), "Name of the register, such as wikidata.", required=True, often=("type", "source")),
        Key("identifier", Text(), "The entity's number there.", required=True, often=("id", "value", "number")),
    ),
    Identifier,
    "{scheme: wikidata, identifier: Q…}",
    positioned=False,
)

ROLE: Final = Shape(
    "a role",
    (
        Key("role", Texts(), "Title of the office.", required=True, often=("title", "position", "name", "office")),
        Key("country", _COUNTRY, "Country it is held for."),
        Key("organization", _ORGANIZATION, "Organisation it is held in.", often=("organisation", "org", "party")),
        Key("start_date", Date(), "First day, month or year.", often=("start", "from", "since", "date")),
        Key("end_date", Date(), "Last day, month or year; left out while it is held.", often=("end", "to", "until")),
        Key("predecessor", _PERSON, "Who held it before.", often=("replaces", "before")),
        Key("successor", _PERSON, "Who held it after.", often=("replaced_by", "after")),
        _SOURCES,
    ),
    Role,
    "{role: …, country: …, start_date: …}",
)

CLAIM: Final = Shape(
    "a claim",
    (
        Key("field", Texts(), "What it is about.", required=True, often=("key", "property", "name")),
        Key("value", Texts(), "What the source says.", required=True),
        Key("date", Date(), "When it held, or was said."),
        _SOURCES,
    ),
    Claim,
    "{field: …, value: …, sources: […]}",
)

PARTICIPANT: Final = Shape(
    "a participant",
    (
        Key(
            "entity",
            _ACTOR,
            "Who took part; a bare slug means a person.",
            required=True,
            often=("id", "person", "name"),
        ),
        Key("part", Text(), "What they did there: signatory, host, mediator…", often=("as",)),
        Key("role", Texts(), "Their office that day.", often=("title", "position")),
        Key("on_behalf_of", _PRINCIPAL, "For whom; a bare slug means a country.", often=("for", "country")),
    ),
    Participant,
    "{entity: …, part: …}",
)

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
    _SOURCES,
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
        Key("country", _COUNTRY, "Country of citizenship.", often=("nationality", "citizenship")),
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
        Key("capital", _PLACE, "The capital."),
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
        Key("country", _COUNTRY, "Country it belongs to."),
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
        Key("country", _COUNTRY, "Country it lies in."),
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
        Key("location", _PLACE, "Where.", often=("place", "where", "city", "venue")),
        Key("countries", ListOf(_COUNTRY), "Countries concerned.", often=("country",)),
        Key(
            "organizations", ListOf(_ORGANIZATION), "Organisations concerned.", often=("organisations", "organization")
        ),
        Key(
            "participants",
            ListOf(PARTICIPANT),
            "Who took part, as what.",
            often=("people", "persons", "attendees", "actors"),
        ),
        Key("outcome", Texts(), "What came of it.", often=("result", "results")),
        Key("parent", _EVENT, "The larger event it is part of.", often=("part_of",)),
        Key("follows", _EVENT, "The event it continues.", often=("previous", "after")),
    ),
    Event,
    "name: …",
)

SOURCE: Final = Shape(
    "a source",
    (
        *_COMMON,
        Key("country", _COUNTRY, "Country it works from."),
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
        Key("article", _ARTICLE, "The one article it holds for; everywhere without it.", often=("articles",)),
        Key("reason", Text(), "Why, so that others can judge it.", required=True, often=("because", "why", "note")),
        Key("date", Date(), "When it was decided."),
    ),
    Judgement,
    "{decision: different, ids: [people/…, people/…], reason: …}",
    extra=_enough_to_judge,
)

SETTINGS: Final = Shape(
    "the settings",
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
