"""A small site made by hand: two outlets, two articles, people, countries, events, statements, records."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.model.article import Article, Known, Rights, Zone, ZoneKind
from generator.model.dates import DateRange, PartialDate
from generator.model.problem import Position
from generator.model.reading import DateMention, FoundEvent, Mention, Reading, RoleMention, Statement
from generator.model.records import Claim, Country, Event, Identifier, OtherName, Person, Source, SourceRef
from generator.model.settings import Settings
from generator.model.site import (
    Backlink,
    Entity,
    EventEntry,
    Evidence,
    HeldRole,
    NameUse,
    Part,
    SaidStatement,
    Site,
    SourceEntry,
    Telling,
)
from generator.model.text import LangText, Span
from generator.pages import Page, build_pages, load_locale

QUOTE = "Nous avons gagné du temps"
NAVIGATION = "Accueil / Monde"
TITLE = "Sports : Arvale et Boréa signent un accord"
FOREIGN = "Le chat de la voisine dort."
SIGNED = "La ministre Ada Ferrand a signé un accord avec Boréa le 3 mars 2021 à Portel."
BODY = "\n\n".join(
    [
        f"{SIGNED} Son hôte, Igor *Malin*, l’a reçue.",
        "« Nous avons gagné du temps », a dit Ada Ferrand. Paris n’a rien dit.",
    ]
)
FRENCH = "\n\n".join([NAVIGATION, TITLE, FOREIGN, BODY, "SOURCE: Le Courrier"])
ENGLISH = (
    "Talks in Portel\n\nArvale’s minister Ada Ferrand met Igor Malin in March 2021. "
    "Nothing was signed, said Igor Malin. A third sentence that nobody cites stands here."
)
FR, EN = "articles/accord", "articles/talks"
ADA, IGOR = "people/ada-ferrand", "people/igor-malin"


def at(text: str, words: str, number: int = 0) -> Span:
    """Return the place of the `number`-th occurrence of `words`."""
    match = list(re.finditer(re.escape(words), text))[number]
    return Span(*match.span())


def mention(text: str, words: str, kind: str, key: str | None, number: int = 0, country: str | None = None) -> Mention:
    span = at(text, words, number)
    return Mention(
        start=span.start,
        end=span.end,
        surface=words,
        kind=kind,
        id=key,
        name=words,
        country=country,  # type: ignore[arg-type]
    )


def zones(text: str, *parts: tuple[str, ZoneKind, str]) -> tuple[Zone, ...]:
    spans = [(at(text, words), kind, reason) for words, kind, reason in parts]
    return tuple(Zone(span.start, span.end, kind, reason) for span, kind, reason in spans)


def sentences(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(at(text, sentence) for sentence in words)


def french() -> tuple[Article, Reading]:
    paragraphs = BODY.split("\n\n")
    article = Article(
        id=FR,
        path="content/articles/accord.txt",
        text=FRENCH,
        zones=zones(
            FRENCH,
            (NAVIGATION, ZoneKind.NAVIGATION, "breadcrumb"),
            (TITLE, ZoneKind.TITLE, ""),
            (FOREIGN, ZoneKind.FOREIGN_CAPTION, "other_subject"),
            (paragraphs[0], ZoneKind.BODY, ""),
            (paragraphs[1], ZoneKind.BODY, ""),
            ("SOURCE: Le Courrier", ZoneKind.SOURCE, ""),
        ),
        language=Known("fr", "text"),
        title=Known(TITLE, "title", at(FRENCH, TITLE)),
        date=Known(PartialDate(2021, 3, 4), "caption"),
        source=Known("sources/le-courrier", "source_line"),
        url="https://courrier.example/accord",
        rights="full",
    )
    first = paragraphs[0].index(" Son hôte")
    quote = at(FRENCH, "Nous avons gagné du temps")
    reading = Reading(
        article=FR,
        sentences=sentences(
            FRENCH,
            TITLE,
            paragraphs[0][:first],
            paragraphs[0][first + 1 :],
            "« Nous avons gagné du temps », a dit Ada Ferrand.",
            "Paris n’a rien dit.",
        ),
        mentions=(
            mention(FRENCH, "Arvale", "country", "countries/AV", country="AV"),
            mention(FRENCH, "Boréa", "country", "countries/BO", country="BO"),
            mention(FRENCH, "Ada Ferrand", "person", ADA),
            mention(FRENCH, "Boréa", "country", "countries/BO", 1, country="BO"),
            mention(FRENCH, "Portel", "place", "places/portel"),
            mention(FRENCH, "Igor *Malin*", "person", IGOR),
            mention(FRENCH, "Ada Ferrand", "person", ADA, 1),
            mention(FRENCH, "Paris", "place", None),
        ),
        dates=(
            DateMention(
                start=at(FRENCH, "le 3 mars 2021").start,
                end=at(FRENCH, "le 3 mars 2021").end,
                surface="le 3 mars 2021",
                value="2021-03-03",
                rule="full",
                doubt="weekday",
            ),
        ),
        roles=(
            RoleMention(
                person=ADA, role="ministre", country="AV", organization=None,
                start=at(FRENCH, "ministre").start, end=at(FRENCH, "ministre").end,
            ),
        ),
        statements=(
            Statement(
                start=quote.start, end=quote.end, text=QUOTE, mode="direct", speaker=ADA, cue="a dit"
            ),
        ),
        events=(found("2021-03-03", at(FRENCH, "a signé un accord")),),
    )  # fmt: skip
    return article, reading


def english() -> tuple[Article, Reading]:
    title, body = ENGLISH.split("\n\n")
    article = Article(
        id=EN,
        path="content/articles/talks.md",
        text=ENGLISH,
        zones=zones(ENGLISH, (title, ZoneKind.TITLE, ""), (body, ZoneKind.BODY, "")),
        language=Known("en", "front_matter"),
        title=Known(title, "title"),
        date=Known(PartialDate(2021, 3), "front_matter"),
        source=Known("sources/gazette", "front_matter"),
        source_name="The Gazette",
        url="https://gazette.example/talks",
        rights="excerpt",
    )
    said = at(ENGLISH, "Nothing was signed")
    reading = Reading(
        article=EN,
        sentences=sentences(
            ENGLISH,
            title,
            "Arvale’s minister Ada Ferrand met Igor Malin in March 2021.",
            "Nothing was signed, said Igor Malin.",
            "A third sentence that nobody cites stands here.",
        ),
        mentions=(
            mention(ENGLISH, "Portel", "place", "places/portel"),
            mention(ENGLISH, "Arvale", "country", "countries/AV", country="AV"),
            mention(ENGLISH, "Ada Ferrand", "person", ADA),
            mention(ENGLISH, "Igor Malin", "person", IGOR),
            mention(ENGLISH, "Igor Malin", "person", IGOR, 1),
        ),
        statements=(
            Statement(
                start=said.start, end=said.end, text="Nothing was signed", mode="indirect", speaker=IGOR, cue="said"
            ),
        ),
        events=(found("2021-03", at(ENGLISH, "met")),),
    )
    return article, reading


def found(date: str, span: Span) -> FoundEvent:
    return FoundEvent(
        type="AGREE",
        main=True,
        date=date,
        place="places/portel",
        participants=(ADA, IGOR),
        parts=((ADA, "signatory"),),
        countries=("AV", "BO"),
        start=span.start,
        end=span.end,
        label="accord",
    )


def position(path: str, line: int = 1) -> Position:
    return Position(f"content/{path}", line)


def ada_record() -> Person:
    return Person(
        id=ADA,
        position=position("people/ada-ferrand.yml"),
        name=LangText.of("Ada Ferrand"),
        other_names=(OtherName(position=position("people/ada-ferrand.yml", 3), name="آدا فران", lang="fa"),),
        birth_date=PartialDate(1970, 5, 1),
        country="countries/arvale",
        identifiers=(Identifier(scheme="wikidata", identifier="Q1"),),
        claims=(
            Claim(
                position=position("people/ada-ferrand.yml", 9),
                field=LangText.of("rank"),
                value=LangText.of({"fr": "colonelle", "en": "colonel"}),
                sources=(
                    SourceRef(
                        position=position("people/ada-ferrand.yml", 10),
                        article=FR,
                        quote="« Nous avons gagné du temps »",
                    ),
                ),
            ),
            Claim(
                position=position("people/ada-ferrand.yml", 12),
                field=LangText.of("rank"),
                value=LangText.of("general"),
                sources=(
                    SourceRef(
                        position=position("people/ada-ferrand.yml", 13),
                        url="https://example.org/rank",
                        title="Rank list",
                    ),
                ),
            ),
        ),
        sources=(
            SourceRef(
                position=position("people/ada-ferrand.yml", 15),
                url="https://example.org/ada",
                title="Ada at example",
                accessed=PartialDate(2024, 2, 1),
            ),
        ),
    )


def make_site(articles: tuple[tuple[Article, Reading], ...] | None = None, settings: Settings | None = None) -> Site:
    pairs = articles or (french(), english())
    backlinks: dict[str, list[Backlink]] = {}
    ids = {"countries/AV": "countries/arvale", "countries/BO": "countries/borea"}
    for article, reading in sorted(
        pairs, key=lambda pair: str(pair[0].date.value if pair[0].date else ""), reverse=True
    ):
        for item in reading.mentions:
            index = max(i for i, span in enumerate(reading.sentences) if span.start <= item.start)
            if item.id:
                backlinks.setdefault(ids.get(item.id, item.id), []).append(Backlink(article.id, index, item))

    def entity(key: str, name: LangText, **values: object) -> Entity:
        links = tuple(backlinks.get(key, ()))
        values.setdefault("names", (NameUse(str(name), None, False, len(links), tuple({x.article: 0 for x in links})),))
        return Entity(id=key, kind=key.partition("/")[0], name=name, backlinks=links, **values)  # type: ignore[arg-type]

    tellings = tuple(
        Telling(article=key.id, sentences=(1,), event=reading.events[0]) for key, reading in pairs if reading.events
    )
    told = tuple(Evidence(item.article, 1) for item in tellings)
    record = Event(
        id="events/accord",
        position=position("events/accord.yml"),
        name=LangText.of({"fr": "Accord d’Arvale", "en": "Arvale accord"}),
        type="AGREE",
        outcome=LangText.of({"en": "An accord", "fr": "Un accord"}),
    )
    event = EventEntry(
        id="events/accord",
        name=record.name,
        type="AGREE",
        date=DateRange.parse("2021-03-03"),
        place="places/portel",
        countries=("countries/arvale", "countries/borea"),
        parts=(
            Part(entity=ADA, part="signatory", on_behalf_of="countries/arvale", evidence=told),
            Part(entity=IGOR, part="host", evidence=(Evidence(record=position("events/accord.yml", 7)),)),
        ),
        record=record,
        tellings=tellings,
        evidence=told,
    )
    later = EventEntry(
        id="events/2021-05-visit",
        name=LangText.of({"fr": "Une visite"}),
        type="CONSULT",
        date=DateRange.parse("2021-05"),
        parts=(Part(entity=ADA, part="visitor", evidence=told),),
        evidence=told,
    )
    statements = [
        SaidStatement(article=FR, sentence=3, statement=french()[1].statements[0], about=(IGOR,)),
        SaidStatement(article=EN, sentence=2, statement=english()[1].statements[0], about=("countries/arvale",)),
    ]
    present = {article.id for article, _ in pairs}
    courrier = Source(
        id="sources/le-courrier",
        position=position("sources/le-courrier.yml"),
        name=LangText.of("Le Courrier"),
        ownership=LangText.of({"fr": "propriété de l’État", "en": "owned by the state"}),
        country="countries/arvale",
    )
    ada = ada_record()
    names = (
        NameUse("Ada Ferrand", None, True, 3, (FR, EN)),
        NameUse("آدا فران", "fa", True),
    )
    entities = [
        entity("countries/arvale", LangText.of("Arvale"), code="AV", record=Country(
            id="countries/arvale", position=position("countries/arvale.yml"), name=LangText.of("Arvale"), code="AV")),
        entity("countries/borea", LangText.of({"en": "Borea", "fr": "Boréa"}), code="BO"),
        entity(ADA, LangText.of("Ada Ferrand"), record=ada, names=names),
        entity(IGOR, LangText.of("Igor *Malin*")),
        entity("places/portel", LangText.of("Portel")),
        entity("organizations/union", LangText.of("Union <b>"), names=()),
    ]  # fmt: skip
    return Site(
        settings=settings or Settings(excerpt_words=20),
        articles={article.id: article for article, _ in sorted(pairs, key=lambda pair: pair[0].id)},
        readings={reading.article: reading for _, reading in sorted(pairs, key=lambda pair: pair[0].id)},
        entities={item.id: item for item in sorted(entities, key=lambda item: item.id)},
        events={item.id: item for item in (later, event)},
        sources={
            "sources/gazette": SourceEntry(id="sources/gazette", name=LangText.of("The Gazette"), articles=(EN,)),
            "sources/le-courrier": SourceEntry(
                id="sources/le-courrier", name=courrier.name, record=courrier, articles=(FR,)
            ),
        },
        roles=(
            HeldRole(
                person=ADA,
                role=LangText.of({"fr": "ministre"}),
                country="countries/arvale",
                stated=(PartialDate(2021, 3, 4),),
                evidence=(Evidence(FR, 1),),
            ),
        ),
        statements=tuple(said for said in statements if said.article in present),
        redirects={"people/ferrand": ADA, "people/igor-malin": ADA, "people/lost": "people/nobody"},
    )


def with_rights(pair: tuple[Article, Reading], rights: Rights) -> tuple[Article, Reading]:
    return replace(pair[0], rights=rights), pair[1]


@pytest.fixture(scope="session")
def site() -> Site:
    return make_site()


@pytest.fixture(scope="session")
def pages(site: Site) -> dict[str, Page]:
    return {page.path: page for page in build_pages(site, load_locale("en"))}


@pytest.fixture(scope="session")
def pages_fr(site: Site) -> dict[str, Page]:
    return {page.path: page for page in build_pages(site, load_locale("fr"))}


@pytest.fixture(scope="session")
def page(pages: dict[str, Page]) -> Callable[[str], Page]:
    return lambda path: pages[path]
