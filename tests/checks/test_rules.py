from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.checks import RULES, run_checks
from generator.checks.articles import undated_articles
from generator.checks.dates import dates_in_order
from generator.checks.identity import codes_claimed_once, names_told_apart
from generator.checks.references import articles_name_known_ids, references_exist
from generator.checks.sources import quotes_stand_in_articles, records_have_sources
from generator.model.codes import CODES
from generator.model.dates import DateRange, PartialDate
from generator.model.problem import Position, Problem, Severity
from generator.model.records import Claim, Country, Event, Organization, OtherName, SourceRef
from generator.model.text import LangText
from tests.checks.builders import (
    article,
    at,
    content,
    country,
    judgement,
    mention,
    person,
    pin,
    quoting,
    reference,
    role,
    site,
)


def codes(problems):
    return [problem.code for problem in problems]


# References ---------------------------------------------------------------------------------------------------------


def test_a_reference_to_nothing_is_an_error_at_its_place():
    (problem,) = references_exist(content(references=(reference("people/nobody"),)), site())
    assert problem == Problem.at(
        at(line=7, column=9),
        "unknown-reference",
        "there is no people/nobody",
        "correct the id, or add the file people/nobody.yml to the content folder",
    )


def test_a_missing_article_is_a_markdown_file():
    (problem,) = references_exist(content(references=(reference("articles/x"),)), site())
    assert "articles/x.md" in problem.hint


def test_the_nearest_id_is_proposed():
    known = content(
        references=(reference("people/jean-dupond"),), claimed=frozenset({"people/jean-dupont", "people/paul-martin"})
    )
    (problem,) = references_exist(known, site())
    assert problem.hint == "did you mean people/jean-dupont?"


def test_a_page_of_another_kind_is_proposed():
    found = content(references=(reference("people/un"),), claimed=frozenset({"organizations/un"}))
    (problem,) = references_exist(found, site())
    assert problem.hint == "write organizations/un if you mean that one"


def test_what_has_a_file_an_old_address_or_a_page_is_known():
    targets = ("people/a", "people/old", "articles/test", "people/broken", "people/found", "people/moved")
    known = content(
        person("a", redirect_from=("people/old",)),
        articles=(article(),),
        claimed=frozenset({"people/a", "people/broken"}),
        references=tuple(reference(target) for target in targets),
    )
    built = site("people/found", articles=(article(),), redirects={"people/moved": "people/found"})
    assert not list(references_exist(known, built))
    assert [one.message for one in references_exist(known, site())] == [
        "there is no articles/test",
        "there is no people/found",
        "there is no people/moved",
    ]


def test_countries_and_cities_of_the_tables_need_no_record():
    known = content(references=(reference("countries/france"), reference("places/paris")))
    assert not list(references_exist(known, site()))
    assert codes(references_exist(content(references=(reference("places/france"),)), site())) == ["unknown-reference"]


def test_a_judgement_may_name_what_articles_mention():
    known = content(references=tuple(reference(f"people/{name}", candidate=True) for name in ("x", "y", "z")))
    built = site(articles=(article(),), mentions=(mention("people/x"), mention(None, candidates=("people/y",))))
    (problem,) = references_exist(known, built)
    assert problem.message == "there is no people/z"
    assert problem.severity is Severity.WARNING


def test_a_pin_to_nothing_is_shown_at_its_words():
    one = article("Un deux.\nTrois quatre.", pins=(pin(9, 14, "people/typo"), pin(0, 2, None)))
    found = content(articles=(one,))
    (problem,) = articles_name_known_ids(found, site(articles=(one,), mentions=(mention("people/typo", 9, 14),)))
    assert (problem.path, problem.line, problem.column) == ("content/articles/test.txt", 2, 1)
    assert problem.message == "there is no people/typo"
    assert problem.severity is Severity.WARNING


def test_a_pin_to_what_is_found_elsewhere_or_recorded_is_fine():
    one = article("Un deux trois.", pins=(pin(0, 2, "people/x"), pin(3, 7, "people/a")), about=("events/e",))
    found = content(articles=(one,), claimed=frozenset({"people/a", "events/e"}))
    built = site(articles=(one,), mentions=(mention("people/x", 0, 2), mention("people/x", 8, 13)))
    assert not list(articles_name_known_ids(found, built))


def test_about_nothing_is_reported():
    found = content(articles=(article(about=("people/x",)),))
    assert codes(articles_name_known_ids(found, site())) == ["unknown-reference"]


# Quotes and sources -------------------------------------------------------------------------------------------------

TEXT = (
    "Le ministre de l’Intérieur\na dit : «\u00a0Nous signons demain\u00a0».\n\n"
    "Puis il est parti pour la capitale du Pays."
)


def missing(quote: str) -> list[Problem]:
    return list(
        quotes_stand_in_articles(content(person("a", sources=(quoting(quote),)), articles=(article(TEXT),)), site())
    )


def test_quotes_are_found_whatever_their_spaces_apostrophes_and_case():
    assert not missing("le ministre de l'Intérieur a dit")
    assert not missing("  Nous signons  demain ")
    assert not missing("le ministre […] nous signons [...] parti")


def test_a_quote_that_is_not_there_is_an_error_at_the_source():
    (problem,) = missing("le ministre a signé")
    assert (problem.code, problem.severity) == ("quote-not-found", Severity.ERROR)
    assert (problem.line, problem.column) == (4, 12)
    assert "`le ministre a signé`" in problem.message
    assert "articles/test" in problem.message


def test_the_hint_shows_how_the_article_goes_on():
    (problem,) = missing("puis il est parti pour la ville")
    assert problem.hint.startswith("the article has `… la capitale du Pays. …` there")


def test_parts_of_a_quote_stand_in_their_order():
    (problem,) = missing("parti pour […] le ministre")
    assert "`le ministre`" in problem.message


def test_quotes_of_roles_claims_and_memberships_are_looked_up():
    bad = quoting("rien de tel")
    claim = Claim(position=at(), field=LangText.of("x"), value=LangText.of("y"), sources=(bad,))
    union = Organization(
        id="organizations/u", position=at(), name=LangText.of("U"), memberships=(role(sources=(bad,)),)
    )
    land = Country(
        id="countries/f", position=at(), name=LangText.of("F"), code="FR", memberships=(role(sources=(bad,)),)
    )
    records = (person("a", roles=(role(sources=(bad,)),)), person("b", claims=(claim,)), union, land)
    found = content(*records, articles=(article(TEXT),))
    assert codes(quotes_stand_in_articles(found, site())) == ["quote-not-found"] * 4


def test_a_quote_from_an_article_that_is_not_there_is_the_references_affair():
    found = content(person("a", sources=(quoting("x", "articles/none"),)), articles=(article(TEXT),))
    assert not list(quotes_stand_in_articles(found, site()))


@given(st.text(alphabet="abé ’\n", min_size=1), st.data())
def test_any_stretch_of_an_article_can_be_quoted(text, data):
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    found = content(person("a", sources=(quoting(quote),)), articles=(article(text),))
    # A stretch that begins or ends within white space is the same words.
    assert not list(quotes_stand_in_articles(found, site()))


def test_a_record_without_any_source_is_noted():
    source = SourceRef(position=at(), url="https://example.org/")
    found = content(person("a"), person("b", sources=(source,)), person("c", roles=(role(sources=(source,)),)))
    (problem,) = records_have_sources(found, site())
    assert (problem.code, problem.severity, problem.path) == ("unsourced-record", Severity.NOTE, "content/people/a.yml")


# Dates --------------------------------------------------------------------------------------------------------------


def test_what_ends_before_it_begins():
    day = PartialDate.parse
    records = (
        person("a", roles=(role("2021-08", "2020"),)),
        person("b", birth_date=day("1950"), death_date=day("1949-12")),
        person("c", other_names=(OtherName(position=at(), name="C", start_date=day("2000"), end_date=day("1999")),)),
        Organization(
            id="organizations/d",
            position=at(),
            name=LangText.of("D"),
            founding_date=day("2000"),
            dissolution_date=day("1990"),
        ),
        Event(
            id="events/e",
            position=at(),
            name=LangText.of("E"),
            type="OTHER",
            start_date=DateRange.parse("2023-05/2023-06"),
            end_date=day("2023-04"),
        ),
        Country(id="countries/f", position=at(), name=LangText.of("F"), code="FR", memberships=(role("2021", "2020"),)),
    )
    problems = list(dates_in_order(content(*records), site()))
    assert codes(problems) == ["dates-reversed"] * 6
    assert problems[0].line == 3
    assert problems[0].message == "end_date 2020 lies before start_date 2021-08"


def test_dates_that_may_be_in_order_are():
    records = (
        person("a", roles=(role("2021-08", "2021"), role("2021", "2021-01"), role("2021"), role(None, "2021"))),
        person("b", birth_date=PartialDate(1950)),
    )
    assert not list(dates_in_order(content(*records), site()))


# Identity -----------------------------------------------------------------------------------------------------------


def test_a_code_belongs_to_one_country():
    found = content(country("a", "FR"), country("b", "FR"), country("c", "IR"))
    (problem,) = codes_claimed_once(found, site())
    assert (problem.code, problem.path) == ("duplicate-code", "content/countries/b.yml")
    assert "content/countries/a.yml" in problem.message


def test_two_records_with_one_name():
    found = content(person("a", "Élise  Martin"), person("b", "elise martin"), person("c", "Élise Martine"))
    (problem,) = names_told_apart(found, site())
    assert (problem.code, problem.severity, problem.path) == ("same-name", Severity.WARNING, "content/people/b.yml")
    assert "people/a" in problem.message
    apart = content(*found.records, judgements=(judgement("different", "people/b", "people/a"),))
    assert not list(names_told_apart(apart, site()))


def test_one_name_in_two_languages_is_one_record():
    twice = person("a")
    found = content(
        Country(id="countries/x", position=at(), name=LangText.of({"en": "X", "fr": "X"}), code="FR"), twice
    )
    assert not list(names_told_apart(found, site()))


def test_events_may_share_a_name():
    events = [
        Event(id=f"events/{slug}", position=at(), name=LangText.of("Summit"), type="CONSULT") for slug in ("a", "b")
    ]
    assert not list(names_told_apart(content(*events), site()))


# Articles and all together ------------------------------------------------------------------------------------------


def test_an_article_without_date_is_a_warning():
    (problem,) = undated_articles(content(articles=(article(date=None), article(id="articles/b"))), site())
    assert (problem.code, problem.severity) == ("undated-article", Severity.WARNING)
    assert problem.path == "content/articles/test.txt"


def test_a_date_that_could_not_be_read_is_not_reported_twice():
    one = article(date=None)
    fault = Problem.at(Position(one.path, 2), "wrong-type", "m", "h")
    note = Problem.at(Position(one.path, 2), "weekday", "m", "h", Severity.NOTE)
    assert not list(undated_articles(content(articles=(one,), problems=(fault,)), site()))
    assert len(list(undated_articles(content(articles=(one,), problems=(note,)), site()))) == 1


def test_all_rules_run_and_what_they_find_is_sorted():
    found = content(
        person("b", roles=(role("2021", "2020"),)),
        country("a", "FR"),
        country("b", "FR"),
        articles=(article(date=None),),
        references=(reference("people/x"), reference("people/x")),
    )
    problems = run_checks(found, site())
    assert list(problems) == sorted(set(problems), key=Problem.sort_key)
    assert {problem.code for problem in problems} == {
        "dates-reversed", "duplicate-code", "undated-article", "unknown-reference", "unsourced-record",
    }  # fmt: skip
    assert {problem.code for problem in problems} <= CODES.keys()


def test_every_rule_says_what_it_promises():
    assert all(rule.__doc__ for rule in RULES)
    assert len({rule.__name__ for rule in RULES}) == len(RULES)


def test_nothing_has_no_problems():
    assert run_checks(content(), site()) == ()
