"""The index of each kind of page: one list, and the same entries grouped in other ways on pages of their own.

A list that is long is divided into sheets below `<kind>/by/<grouping>/`, which no entity's address can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from generator.pages.build import Build
from generator.pages.lists.groupings import Grouping
from generator.pages.lists.lists import Jump
from generator.pages.lists.paging import LIMIT, NEWEST, Sheet, Step, Steps, divide
from generator.pages.markdown import Md, attributes
from generator.pages.page import NOT_SEARCHED, Page
from generator.pages.rendering import render
from generator.pages.sections.entries import Entry, Group
from generator.pages.writer import Writer

GROUPS_FROM = 5
"""Entries from which an index is also grouped in other ways, and can be filtered by those who have JavaScript."""


@dataclass(frozen=True)
class Listing:
    """What an index lists: ids in their order, how each is shown, and the ways to group them, its own order first.

    `most` are the entries to show of a list that is divided, with the key of the words for what they are.
    """

    kind: str
    ids: Sequence[str]
    entry: Callable[[Writer, str], Entry]
    groupings: tuple[Grouping, ...]
    most: Sequence[str]
    most_words: str
    headings_from: int = 0
    parent: str | None = None
    facets: dict[str, Md] = field(default_factory=dict)
    """Id -> the attributes by which a script filters the list; filled when the pages are made."""

    def line(self, w: Writer, key: str) -> Entry:
        """Return the line of an entry with its facets."""
        return replace(self.entry(w, key), facets=self.facets.get(key))


def listing_pages(build: Build, listing: Listing) -> Iterator[Page]:
    """Yield an index, then, unless it is short, the same entries by each grouping that has more than one group."""
    ways = {grouping.key: _steps(build, listing, grouping) for grouping in listing.groupings}
    own = listing.groupings[0]
    several = [
        key
        for key, entries in ways.items()
        if key == own.key or (len(listing.ids) >= GROUPS_FROM and len({steps[0] for steps, _ in entries}) > 1)
    ]
    sheets = {key: divide(ways[key]) for key in several}
    _add_facets(build, listing, several)
    yield _main(build, listing, sheets[own.key], several)
    for key in several:
        for sheet in sheets[key][1:] if key == own.key else sheets[key]:
            yield _sheet(build, listing, key, sheet, several)


def _add_facets(build: Build, listing: Listing, several: Sequence[str]) -> None:
    ways = [grouping for grouping in listing.groupings if grouping.key in several and grouping.filters]
    for key in listing.ids:
        words = {way.key: "|".join(way.words(steps) for steps in way.steps(build, key)) for way in ways}
        listing.facets[key] = attributes("", **{f"data_{way}": found for way, found in words.items()})


def _steps(build: Build, listing: Listing, grouping: Grouping) -> list[tuple[Steps, str]]:
    """Return every entry with each of its steps in one grouping; groups in their order, within them the list's own."""
    own = listing.groupings[0]
    order = grouping.order
    found = [(steps, key) for key in listing.ids for steps in grouping.steps(build, key)]
    if order is not None:
        found.sort(key=lambda pair: [order(build, step) for step in pair[0]])
    if grouping is own:
        return found
    base = {key: next(iter(own.steps(build, key))) for key in listing.ids}
    return [((*steps, *base[key]), key) for steps, key in found]


def _main(build: Build, listing: Listing, sheets: Sequence[Sheet[str]], ways: Sequence[str]) -> Page:
    w = Writer(build, f"{listing.kind}/index.md")
    title = w.locale.t(f"index.{listing.kind}")
    divided = len(sheets) > 1
    own = listing.groupings[0]
    if divided:
        entries = tuple(listing.line(w, key) for key in listing.most[:NEWEST])
        groups: tuple[Group, ...] = (Group(w.locale.t(listing.most_words), "most", entries),)
    else:
        groups = _groups(w, listing, sheets[0], headings=len(listing.ids) >= listing.headings_from)
    view = {
        **_view(w, listing, None, ways, groups),
        "title": title,
        "intro": w.locale.say(f"index_intro.{listing.kind}"),
        "years": _below(w, listing, own.key, sheets[0]),
        "years_title": w.locale.t("bar.groups"),
        **_unreviewed(build, listing.ids),
        "beside": (),
        "back": w.to_page("relations/index", w.locale.t("relation.all")) if listing.kind == "countries" else Md(""),
    }
    return Page(
        path=w.path,
        kind="index",
        title=title,
        markdown=render(w, "index", view),
        language=build.locale.language,
        description=w.locale.t(f"index_intro.{listing.kind}"),
        parent=listing.parent,
        updated=build.updated(build.newest[:1]),
    )


def _sheet(build: Build, listing: Listing, key: str, sheet: Sheet[str], ways: Sequence[str]) -> Page:
    path = f"{listing.kind}/by/{key}"
    w = Writer(build, f"{path}/{sheet.address}.md" if sheet.steps else f"{path}.md")
    name = w.locale.t(f"index.{listing.kind}")
    part = sheet.title(w.locale) if sheet.steps else w.locale.t(f"by.{key}")
    title = w.locale.t("sheet.title", name=name, part=part)
    view = {
        **_view(w, listing, key, ways, _groups(w, listing, sheet)),
        "title": title,
        "intro": "",
        "back": w.locale.say("sheet.back", page=w.to_page(f"{listing.kind}/index", name)),
        "years": _below(w, listing, key, sheet),
        "years_title": w.locale.t("bar.groups"),
        **_unreviewed(build, [entry for _, entry in sheet.entries]),
        "beside": tuple(
            Jump(step.words, None if step == sheet.steps[-1] else w.href(_at(path, (*sheet.steps[:-1], step))), count)
            for step, count in sheet.beside
        ),
    }
    return Page(
        path=w.path,
        kind="index",
        title=title,
        markdown=render(w, "index", view),
        language=build.locale.language,
        description=w.locale.t("sheet.list", name=name, part=part),
        parent=f"{listing.kind}/index.md",
        updated=build.updated(build.newest[:1]),
        meta=NOT_SEARCHED,
    )


def _view(
    w: Writer, listing: Listing, way: str | None, ways: Sequence[str], groups: tuple[Group, ...]
) -> dict[str, object]:
    own = listing.groupings[0].key
    entries = [entry for group in groups for entry in group.entries]
    number = len(dict.fromkeys(listing.ids)) if way is None else len({entry.entity for entry in entries})
    return {
        "count": w.locale.say(f"count.{listing.kind}", n=number, number=w.locale.number(number)) if number else Md(""),
        "ways": tuple(
            Jump(
                w.locale.t(f"by.{key}"),
                None
                if key == (way or own)
                else w.href(f"{listing.kind}/index" if key == own else f"{listing.kind}/by/{key}"),
            )
            for key in ways
        ),
        "groups": groups,
        "jumps": tuple(
            Jump(group.heading, f"#{group.anchor}", len(group.entries)) for group in groups if group.heading
        ),
        "filters": tuple(
            (grouping.key, w.locale.t(f"facet.{grouping.key}"))
            for grouping in listing.groupings
            if grouping.key in ways and grouping.filters
        )
        if len(entries) >= GROUPS_FROM and not (way is None and len(listing.ids) > LIMIT)
        # The newest of a long list are no list to filter.
        else None,
    }


def _unreviewed(build: Build, ids: Sequence[str]) -> dict[str, object]:
    number = sum(not build.reviewed(key) for key in dict.fromkeys(ids))
    return {"unreviewed": number, "none_reviewed": number > 0 and number == len(dict.fromkeys(ids))}


def _groups(w: Writer, listing: Listing, sheet: Sheet[str], *, headings: bool = True) -> tuple[Group, ...]:
    """Return the entries of a sheet under headings: the next of their steps, if they have one that says more."""
    depth = len(sheet.steps)

    def step_of(pair: tuple[Steps, str]) -> Step | None:
        return next((step for step in pair[0][depth:] if not step.quiet), None) if headings else None

    return tuple(
        Group(step.words if step else "", step.anchor if step else "", tuple(listing.line(w, key) for _, key in found))
        for step, found in groupby(sheet.entries, key=step_of)
    )


def _below(w: Writer, listing: Listing, key: str, sheet: Sheet[str]) -> tuple[Jump, ...]:
    at = f"{listing.kind}/by/{key}"
    return tuple(Jump(step.words, w.href(_at(at, (*sheet.steps, step))), count) for step, count in sheet.below)


def _at(base: str, steps: Iterable[Step]) -> str:
    return "/".join([base, *(step.slug for step in steps)])
