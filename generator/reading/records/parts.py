"""Mappings that stand inside records, and the references they make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from generator.model.records import Claim, Identifier, OtherName, Participant, Role, SourceRef
from generator.reading.records.fields import Date, Language, Text, Texts
from generator.reading.records.links import Ref, Url
from generator.reading.records.shapes import Key, ListOf, Shape

TO_COUNTRY = Ref(("countries",))
TO_ORGANIZATION = Ref(("organizations",))
TO_PERSON = Ref(("people",))
TO_PLACE = Ref(("places",))
TO_EVENT = Ref(("events",))
TO_ARTICLE = Ref(("articles",))
TO_ACTOR = Ref(("people", "countries", "organizations"))
TO_PRINCIPAL = Ref(("countries", "organizations"))


def _one_source(values: Mapping[str, Any]) -> tuple[str, str] | None:
    if ("article" in values) == ("url" in values):
        return "a source names either an `article` of this site or a `url`", "keep one of the two"
    if "quote" in values and "url" in values:
        return "a `quote` needs the `article` it stands in", "name the article, or put the words into `title`"
    return None


SOURCE_REF: Final = Shape(
    "a source",
    (
        Key("article", TO_ARTICLE, "Slug of an article of this site.", often=("articles", "slug", "id")),
        Key("quote", Text(), "Words of that article which say it, letter by letter.", often=("text", "excerpt")),
        Key("url", Url(), "Address of a web page.", often=("link", "href", "website")),
        Key("title", Text(), "Title of that page."),
        Key("accessed", Date(), "Day on which it was read.", often=("date", "retrieved", "access_date")),
    ),
    SourceRef,
    "{article: the-slug-of-an-article} or {url: https://…, title: …}",
    extra=_one_source,
)
SOURCES = Key("sources", ListOf(SOURCE_REF), "What it rests on.", often=("source", "references", "reference"))

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
        Key("country", TO_COUNTRY, "Country it is held for."),
        Key("organization", TO_ORGANIZATION, "Organisation it is held in.", often=("organisation", "org", "party")),
        Key("start_date", Date(), "First day, month or year.", often=("start", "from", "since", "date")),
        Key("end_date", Date(), "Last day, month or year; left out while it is held.", often=("end", "to", "until")),
        Key("predecessor", TO_PERSON, "Who held it before.", often=("replaces", "before")),
        Key("successor", TO_PERSON, "Who held it after.", often=("replaced_by", "after")),
        SOURCES,
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
        SOURCES,
    ),
    Claim,
    "{field: …, value: …, sources: […]}",
)

PARTICIPANT: Final = Shape(
    "a participant",
    (
        Key(
            "entity",
            TO_ACTOR,
            "Who took part; a bare slug means a person.",
            required=True,
            often=("id", "person", "name"),
        ),
        Key("part", Text(), "What they did there: signatory, host, mediator…", often=("as",)),
        Key("role", Texts(), "Their office that day.", often=("title", "position")),
        Key("on_behalf_of", TO_PRINCIPAL, "For whom; a bare slug means a country.", often=("for", "country")),
    ),
    Participant,
    "{entity: …, part: …}",
)
