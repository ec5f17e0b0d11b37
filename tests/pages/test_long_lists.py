"""Long lists are divided at addresses that stay; no entry is lost, none is on a page twice, pages stay small."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.article import Article, Known
from generator.model.dates import DateRange, PartialDate
from generator.model.site import Site
from generator.model.text import LangText
from generator.pages import Page, build_pages, load_locale
from generator.pages.lists.paging import LIMIT, NEWEST, Step, by_date, by_letters, divide
from tests.pages.conftest import ADA, EN, english, french, make_site
from tests.pages.support import Element, internal_links, items, tree

EN_WORDS = load_locale("en")
dates = st.none() | st.builds(
    PartialDate,
    st.integers(1990, 1993),
    st.none() | st.integers(1, 12),
) | st.builds(PartialDate, st.integers(1990, 1991), st.integers(1, 3), st.integers(1, 28))  # fmt: skip


# Dividing --------------------------------------------------------------------------------------------------------


@given(st.lists(dates, max_size=60), st.integers(1, 9))
def test_every_entry_stands_on_exactly_one_sheet_that_its_steps_lead_to(
    found: list[PartialDate | None], limit: int
) -> None:
    entries = [(by_date(EN_WORDS, date, f"x{number}"), number) for number, date in enumerate(found)]
    sheets = divide(entries, limit)
    stands = Counter(entry for sheet in sheets for _, entry in sheet.entries)
    assert stands == Counter(range(len(found)))
    assert all(steps[: len(sheet.steps)] == sheet.steps for sheet in sheets for steps, _ in sheet.entries)
    assert len({sheet.address for sheet in sheets}) == len(sheets)
    for sheet in sheets:
        assert len(sheet.entries) <= limit or all(len(steps) == len(sheet.steps) for steps, _ in sheet.entries)
        assert sum(count for _, count in sheet.below) + len(sheet.entries) == sum(
            1 for steps, _ in entries if steps[: len(sheet.steps)] == sheet.steps
        )


def test_a_short_list_is_one_sheet_and_one_entry_more_divides_it() -> None:
    steps = by_date(EN_WORDS, PartialDate(2020, 5, 1))
    assert [sheet.address for sheet in divide([(steps, 0)] * 3, 3)] == [""]
    assert [sheet.address for sheet in divide([(steps, 0)] * 4, 3)] == ["", "2020", "2020/05", "2020/05/01"]


def test_adding_entries_moves_no_sheet() -> None:
    entries = [(by_date(EN_WORDS, PartialDate(2019 + number % 3, 1 + number % 12)), number) for number in range(40)]
    before = {sheet.address for sheet in divide(entries[:30], 5)}
    assert before <= {sheet.address for sheet in divide(entries, 5)}


@pytest.mark.parametrize(
    ("name", "address", "words"),
    [
        ("Émile", "e/em/emi", ["E", "Em", "Emi"]), ("Ng", "n/ng", ["N", "Ng"]), ("42nd", "other", ["#"]),
        ("Лукашенко", "43b/43b-443/43b-443-43a", ["Л", "Лу", "Лук"]), ("O’Brien", "o/ob/obr", ["O", "Ob", "Obr"]),
    ],
)  # fmt: skip
def test_letters_of_names(name: str, address: str, words: list[str]) -> None:
    steps = by_letters(name)
    assert ("/".join(step.slug for step in steps), [step.words for step in steps]) == (address, words)


def test_titles_do_not_repeat_what_a_later_step_says() -> None:
    steps = (Step("iran", "Iran"), *by_date(EN_WORDS, PartialDate(2023, 7, 31)))
    titles = [sheet.title(EN_WORDS) for sheet in divide([(steps, 0), (steps, 1)], 1)]
    assert titles == ["", "Iran", "Iran, 2023", "Iran, July 2023", "Iran, 31 July 2023"]


# Pages -----------------------------------------------------------------------------------------------------------

ARTICLES = 160


def _day(article: Article) -> tuple[int, int, int]:
    return article.date.value.sort_key() if article.date else (0, 0, 0)


def large_site() -> Site:
    """The small site with one of its articles over and over, each with a date, an event and a person of its own."""
    site = make_site()
    article, reading = english()
    talks, said = site.events["events/accord"], site.statements[1]
    links = [link for link in site.entities[ADA].backlinks if link.article == EN]
    articles, readings, events, statements, backlinks = {}, {}, {}, [], []
    people = {}
    for number in range(ARTICLES):
        key = f"articles/talks-{number:03}"
        day = PartialDate(2018 + number % 3, 1 + number % 12, 1 + number % 28)
        articles[key] = replace(article, id=key, date=Known(day, "front_matter"), rights="full")
        readings[key] = replace(reading, article=key)
        event = f"events/talks-{number:03}"
        events[event] = replace(
            talks, id=event, name=LangText.of(f"Talks {number}"), record=None, tellings=(),
            date=DateRange(day) if number % 10 else None,
        )  # fmt: skip
        statements.append(replace(said, article=key))
        backlinks += [replace(link, article=key) for link in links]
        who = f"people/x{number:03}"
        people[who] = replace(
            site.entities["people/igor-malin"], id=who, name=LangText.of(f"{'ABCDE'[number % 5]}nna Name {number}"),
            backlinks=(),
        )  # fmt: skip
    newest = tuple(sorted(articles, key=lambda key: _day(articles[key]), reverse=True))
    french_article, french_reading = french()
    entities = {**site.entities, **people}
    for key in (ADA, "countries/arvale"):
        entities[key] = replace(entities[key], backlinks=(*entities[key].backlinks, *backlinks))
    return replace(
        site,
        articles={**articles, EN: article, french_article.id: french_article},
        readings={**readings, EN: reading, french_reading.article: french_reading},
        entities=dict(sorted(entities.items())),
        events={**events, **site.events},
        sources={
            key: replace(source, articles=newest if key == "sources/gazette" else source.articles)
            for key, source in site.sources.items()
        },
        statements=(*site.statements, *statements),
    )


@pytest.fixture(scope="module")
def made() -> dict[str, Page]:
    return {page.path: page for page in build_pages(large_site(), EN_WORDS)}


@pytest.fixture(scope="module")
def roots(made: dict[str, Page]) -> dict[str, Element]:
    return {
        path: tree(page) for path, page in made.items() if not re.match(r"(events|articles|people)/(talks|x)", path)
    }


def test_links_and_anchors_resolve_and_no_page_is_an_orphan(made: dict[str, Page], roots: dict[str, Element]) -> None:
    ids = {path: [item.attrs["id"] for item in root.all() if "id" in item.attrs] for path, root in roots.items()}
    linked = set()
    for path, root in roots.items():
        page = made[path]
        for target, anchor in internal_links(page, root):
            assert target in made, f"{path} -> {target}"
            assert not anchor or target not in ids or anchor in ids[target], f"{path} -> {target}#{anchor}"
            linked.add(target)
        assert len(ids[path]) == len(set(ids[path])), path
        assert page.kind == "redirect" or page.parent is None or page.parent in made
    tabs = {"index.md", "timeline/index.md", *(f"{kind}/index.md" for kind in KINDS)}
    assert {path for path, page in made.items() if page.kind != "redirect"} - tabs <= linked


KINDS = ("people", "countries", "organizations", "places", "events", "articles", "sources")


def test_headings_step_down_and_bars_have_different_names(made: dict[str, Page], roots: dict[str, Element]) -> None:
    for path, root in roots.items():
        levels = [int(element.tag[1]) for element in root.all() if re.fullmatch(r"h\d", element.tag)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), path
        names = [bar.attrs["aria-label"] for bar in root.all("nav")]
        assert len(names) == len(set(names)), path


def test_every_entry_of_a_person_is_on_the_pages_by_year(made: dict[str, Page], roots: dict[str, Element]) -> None:
    sheets = [page for path, page in made.items() if path.startswith(f"{ADA}/")]
    events = [item.text for page in sheets for item in items(roots[page.path], "events")]
    mentioned = sum(len(items(roots[page.path], "mentions")) for page in sheets)
    site = large_site()
    assert len(events) == len(set(events)) == len(site.events_of[ADA]) + 1  # and her birth
    assert mentioned == len({(link.article, link.sentence) for link in site.entities[ADA].backlinks})
    assert len(items(roots[f"{ADA}.md"], "events")) == NEWEST


def test_sheets_have_a_title_a_parent_and_the_same_say_to_search_engines(
    made: dict[str, Page], roots: dict[str, Element]
) -> None:
    page = made[f"{ADA}/2019.md"]
    assert (page.title, page.kind, page.parent, page.noindex) == ("Ada Ferrand, 2019", "sheet", f"{ADA}.md", False)
    assert page.edit_path == made[f"{ADA}.md"].edit_path
    assert all(
        made[page.parent].noindex == page.noindex for page in made.values() if page.kind == "sheet" and page.parent
    )
    assert len({page.title for page in made.values() if page.kind == "sheet"}) == sum(
        page.kind == "sheet" for page in made.values()
    )


def test_no_page_lists_more_than_the_limit(made: dict[str, Page], roots: dict[str, Element]) -> None:
    for path, page in made.items():
        if page.kind in ("sheet", "index", "timeline", "source"):
            root = roots[page.path]
            rows = sum(
                len(listed.all("li"))
                for css in ("ks-index", "ks-events", "ks-mentions")
                for listed in root.all("div", css)
            )
            assert rows <= LIMIT, path
        assert len(page.markdown) < 200_000, path


def test_every_person_event_and_article_is_in_its_index(made: dict[str, Page], roots: dict[str, Element]) -> None:
    site = large_site()
    for kind, ids in (("people", site.entities), ("events", site.events), ("articles", site.articles)):
        listed = {
            target
            for path, page in made.items()
            if path.startswith(f"{kind}/by/") and page.kind == "index"
            for target, _ in internal_links(page, roots[page.path])
        }
        assert {f"{key}.md" for key in ids if key.startswith(kind)} <= listed


def test_every_event_with_a_date_is_on_the_pages_of_its_year_once(
    made: dict[str, Page], roots: dict[str, Element]
) -> None:
    rows = Counter(
        target
        for path, page in made.items()
        if re.match(r"timeline/\d", path)
        for listed in roots[page.path].all("div", "ks-timeline")
        for row in listed.all("li")
        for target in [link.attrs["href"].rpartition("events/")[2] for link in row.all("a")[:1]]
    )
    dated = [event for event in large_site().events.values() if event.date]
    assert all(rows[f"{event.id.partition('/')[2]}.md"] == 1 for event in dated)
