"""What stands on the review desk, in which order, and what can be done about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.model.article import Known
from generator.model.dates import PartialDate
from generator.model.reading import DateMention, Reading
from generator.model.records import Claim, Role, SourceRef
from generator.model.site import NearPair, Site
from generator.model.text import LangText
from generator.review import QUEUES, Item, build_desk
from tests.knowledge.builders import at, event, event_record, make_article, mention, person, sentence_spans, site_of

ADA, POPOVS = "people/ada-lovelace", ("people/ivan-popov", "people/pavel-popov")


def article(slug: str, *names: tuple[str, str | None], date: str | None = "2020-05-05", **more: Any) -> Any:
    """Return an article with one sentence for each name, which means the id beside it."""
    sentences = [f"{name} spoke." for name, _ in names]
    made = make_article(slug, *sentences, date=date, source=more.pop("source", "sources/a"))
    found, at_ = [], 0
    for name, key in names:
        more_ = {} if key else {"form": "short_name", "candidates": POPOVS}
        found.append(mention(made, name, key, at_, **more_))
        at_ = found[-1].end
    return made, Reading(
        article=made.id, sentences=sentence_spans(made, *sentences), mentions=tuple(found), **more
    )  # fmt: skip


def queue(site: Site, name: str) -> tuple[Item, ...]:
    return build_desk(site)[name]


def decisions(item: Item) -> list[tuple[str, tuple[str, ...]]]:
    return [(choice.decision, choice.ids) for choice in item.choices]


def test_every_queue_is_there_and_empty_where_nothing_is_open() -> None:
    desk = build_desk(site_of())

    assert list(desk) == list(QUEUES)
    assert not any(desk.values())


def test_a_surname_of_two_is_one_entry_for_each_article_with_its_choices() -> None:
    site = site_of(
        article("a", ("Popov", None)), article("b", ("Popov", None), ("Popov", None), date="2019-01-01")
    )  # fmt: skip
    twice, once = queue(site, "names")

    assert (twice.key, once.key) == ("b-popov-person", "a-popov-person")
    assert (twice.words, twice.about, len(twice.exhibits)) == ("Popov", POPOVS, 2)
    assert decisions(once) == [
        ("same", POPOVS[:1]), ("same", POPOVS[1:]), ("different", POPOVS[:1]), ("different", POPOVS[1:]),
        ("not-an-entity", ()),
    ]  # fmt: skip
    assert {(choice.surface, choice.article) for choice in once.choices} == {("Popov", "articles/a")}
    assert site.articles["articles/a"].text[slice(*_span(once))] == "Popov"


def _span(item: Item) -> tuple[int, int]:
    (span,) = item.exhibits[0].marked
    return span.start, span.end


def test_candidates_without_record_come_by_evidence() -> None:
    site = site_of(
        article("a", ("Ada Lovelace", ADA), ("Bo Li", "people/bo-li"), ("Bo Li", "people/bo-li")),
        article("b", ("Ada Lovelace", ADA), ("Cy Twombly", "people/cy-twombly")),
        records=(person("cy-twombly", "Cy Twombly"),),
    )
    people = queue(site, "people")

    assert [item.write for item in people] == [ADA, "people/bo-li"]
    assert [one.article for one in people[0].exhibits] == ["articles/a", "articles/b"]
    assert decisions(people[0]) == [("not-an-entity", (ADA,))]


def test_what_is_named_too_little_has_a_queue_of_its_own() -> None:
    site = site_of(article("a", ("Popov", "people/popov")))
    (item,) = queue(site, "mentioned")

    assert "people/popov" not in site.entities
    assert (item.write, dict(item.added)) == ("people/popov", {"name": "Popov"})


def test_near_pairs_show_both_and_two_records_are_no_matter_for_a_judgement() -> None:
    records = tuple(person(key.partition("/")[2], key.title()) for key in POPOVS)
    site = replace(site_of(article("a", ("Ivan Popov", POPOVS[0]))), near_pairs=(NearPair(*POPOVS, 0.9, ("a ~ b",)),))
    both = replace(site_of(records=records), near_pairs=site.near_pairs)

    (item,) = queue(site, "pairs")
    assert [one[0] for one in decisions(item)] == ["same", "different", "unsure"]
    assert len(item.exhibits) == 1
    assert [one[0] for one in decisions(queue(both, "pairs")[0])] == ["different", "unsure"]


def test_doubtful_dates() -> None:
    undated = article("undated", ("Ada Lovelace", ADA), date=None)
    month = article("month", ("Ada Lovelace", ADA), date="2020-03")
    sure = article("sure", ("Ada Lovelace", ADA))
    guessed, reading = article("guessed", ("Ada Lovelace", ADA))
    guessed = replace(guessed, date=Known(PartialDate(2020, 5, 5), "text"))
    wrong = DateMention(start=0, end=3, surface="Ada", value="2020-05-06", doubt="weekday")
    site = site_of(undated, month, sure, (guessed, replace(reading, dates=(wrong,))))

    assert [(item.remarks[0].key, item.write) for item in queue(site, "dates")] == [
        ("no_date", "articles/undated"), ("weekday", "articles/guessed"), ("date_unsure", "articles/guessed"),
        ("date_coarse", "articles/month"),
    ]  # fmt: skip


def test_records_without_sources_get_those_that_name_them() -> None:
    url = SourceRef(position=at(), url="https://example.org/")
    records = (person("ada-lovelace", "Ada Lovelace"), person("bo-li", "Bo Li"), person("cy", "Cy", sources=(url,)))
    first, second = queue(site_of(article("a", ("Ada Lovelace", ADA)), records=records), "unsourced")

    assert (first.write, [one.article for one in first.evidence], first.wanted) == (ADA, ["articles/a"], ())
    assert (second.write, second.evidence, second.wanted) == ("people/bo-li", (), ("sources",))


def test_missing_fields_are_offered_where_articles_agree() -> None:
    made, reading = article("a", ("Ada Lovelace", ADA))
    told = event(date="2020-05-05", place="places/lyon", participants=(ADA,), start=0, end=9)
    record = event_record("talks", "CONSULT", "2020-05-05", "ada-lovelace")
    site = site_of((made, replace(reading, events=(told,))), records=(record,))
    (item,) = queue(site, "missing")

    assert (item.write, dict(item.added), item.wanted) == ("events/talks", {"location": "lyon"}, ())


def test_a_country_is_missed_only_where_no_office_says_it() -> None:
    def wanted(*roles: Role) -> tuple[str, ...]:
        site = site_of(article("a", ("Ada Lovelace", ADA)), records=(person("ada-lovelace", "Ada", roles=roles),))
        return tuple(key for item in queue(site, "missing") for key in item.wanted)

    assert wanted() == ("roles", "country")
    assert wanted(Role(position=at(), role=LangText.of("minister"))) == ("country",)
    assert wanted(Role(position=at(), role=LangText.of("minister"), country="countries/france")) == ()


def test_single_source_counts_independent_outlets_and_web_pages() -> None:
    page = SourceRef(position=at(), url="https://example.org/ada")
    one = site_of(article("a", ("Ada Lovelace", ADA)), article("b", ("Ada Lovelace", ADA)))
    two = site_of(article("a", ("Ada Lovelace", ADA)), article("b", ("Ada Lovelace", ADA), source="sources/b"))
    cited = site_of(
        article("a", ("Ada Lovelace", ADA)), records=(person("ada-lovelace", "Ada", sources=(page,)),)
    )  # fmt: skip

    assert [item.about for item in queue(one, "single-source")] == [(ADA,)]
    assert queue(two, "single-source") == ()
    assert queue(cited, "single-source") == ()


def test_values_a_record_sets_side_by_side_are_listed() -> None:
    claims = tuple(
        Claim(position=at(line=line), field=LangText.of("rank"), value=LangText.of(value))
        for line, value in ((3, "colonel"), (5, "general"))
    )
    site = site_of(records=(person("ada-lovelace", "Ada Lovelace", claims=claims),))

    assert [(item.key, item.about) for item in queue(site, "contradictions")] == [("people-ada-lovelace-rank", (ADA,))]


def test_keys_are_unique_and_stay_when_something_is_added() -> None:
    pairs = [article("a", ("Popov", None), ("Ada Lovelace", ADA), date=None), article("b", ("Popov", None))]
    before, after = build_desk(site_of(pairs[0])), build_desk(site_of(*pairs))

    for name, items in after.items():
        keys = [item.key for item in items]
        assert len(keys) == len(set(keys))
        assert {item.key for item in before[name]} <= set(keys) | {"people-ada-lovelace"}
