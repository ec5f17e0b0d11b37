"""The long lists of one page, as one: shown whole where they are short, else divided by year into sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from generator.model.dates import PartialDate
from generator.model.ids import slug_of
from generator.pages.build import Build
from generator.pages.lists.paging import NEWEST, Sheet, by_date, divide
from generator.pages.markdown import Md
from generator.pages.page import NOT_SEARCHED, Page
from generator.pages.rendering import render
from generator.pages.writer import Writer

T = TypeVar("T")


@dataclass(frozen=True)
class LongList(Generic[T]):
    """The entries of one section, newest first, undated ones last.

    `dated` gives the date of an entry and an id to find an undated one by; `show` makes of some entries, and of how
    many stand elsewhere, what the template of the section takes under the name `key`.
    """

    key: str
    entries: Sequence[T]
    dated: Callable[[T], tuple[PartialDate | None, str]]
    show: Callable[[Writer, Sequence[T], int], object]


@dataclass(frozen=True)
class Jump:
    """One link of a bar: where to, what to (None for the page itself), and how many entries there are."""

    words: str
    link: str | None
    count: int = 0

    @property
    def address(self) -> Md:
        """The target of the link; addresses are of our own making."""
        return Md(self.link or "")


class Lists:
    """All long lists of one page, divided together: a sheet has what all of them have of its year."""

    def __init__(self, build: Build, page_id: str, lists: Iterable[LongList[Any]]) -> None:
        self._build = build
        self._id = page_id
        self._lists = tuple(lists)
        entries = [
            (by_date(build.locale, date, slug_of(key)), _key(date), (number, entry))
            for number, found in enumerate(self._lists)
            for entry in found.entries
            for date, key in [found.dated(entry)]
        ]
        entries.sort(key=lambda item: item[1], reverse=True)
        self._sheets: tuple[Sheet[tuple[int, Any]], ...] = divide((steps, entry) for steps, _, entry in entries)

    @property
    def divided(self) -> bool:
        """Tell whether there are sheets."""
        return len(self._sheets) > 1

    def view(self, w: Writer) -> dict[str, object]:
        """Return what the page itself shows: everything, or the newest of each list and links to all years."""
        view: dict[str, object] = {}
        for found in self._lists:
            shown = found.entries[:NEWEST] if self.divided else found.entries
            view[found.key] = found.show(w, shown, len(found.entries) - len(shown))
        return {**view, "years": self._below(w, self._sheets[0])}

    def pages(self, main: Page, title: Md, template: str = "sheet", **more: object) -> Iterable[Page]:
        """Yield the pages of the sheets, with all that the main page says of itself; `more` is for the template."""
        for sheet in self._sheets[1:]:
            path = f"{self._id}/{sheet.address}.md"
            w = Writer(self._build, path)
            part = sheet.title(w.locale)
            entries: dict[int, list[Any]] = {}
            for _, (number, entry) in sheet.entries:
                entries.setdefault(number, []).append(entry)
            view: dict[str, object] = {
                found.key: found.show(w, entries.get(number, ()), 0) for number, found in enumerate(self._lists)
            }
            view |= {
                **more,
                "title": w.locale.say("sheet.title", name=title, part=part),
                "back": w.locale.say("sheet.back", page=w.to_page(self._id, title)),
                "beside": self._beside(w, sheet),
                "years": self._below(w, sheet),
            }
            name = w.locale.t("sheet.title", name=main.title, part=part)
            yield replace(
                main,
                path=path,
                kind="sheet",
                title=name,
                description=w.locale.t("sheet.description", name=main.title, part=part),
                markdown=render(w, template, view),
                parent=main.path,
                meta=NOT_SEARCHED,
            )

    def _below(self, w: Writer, sheet: Sheet[Any]) -> tuple[Jump, ...]:
        at = f"{self._id}/{sheet.address}" if sheet.steps else self._id
        return tuple(Jump(step.words, w.href(f"{at}/{step.slug}"), count) for step, count in sheet.below)

    def _beside(self, w: Writer, sheet: Sheet[Any]) -> tuple[Jump, ...]:
        above = "/".join([self._id, *(step.slug for step in sheet.steps[:-1])])
        return tuple(
            Jump(step.words, None if step == sheet.steps[-1] else w.href(f"{above}/{step.slug}"), count)
            for step, count in sheet.beside
        )


def _key(date: PartialDate | None) -> tuple[int, int, int]:
    return date.sort_key() if date else (0, 0, 0)
