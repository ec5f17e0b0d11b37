"""The review desk: what people can decide or mend, one page for each queue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.pages.build import Build
from generator.pages.desk import DESK_LIMIT
from generator.pages.markdown import Md, link
from generator.pages.page import Page
from generator.pages.rendering import render
from generator.pages.sections.review_cases import case
from generator.pages.writer import Writer
from generator.review import QUEUES, Item

DESK: Final = "review/index.md"
_OUT_OF_SEARCH: Final = {"search": {"exclude": True}}


@dataclass(frozen=True, slots=True)
class Queue:
    """One queue in the overview: a link to its page, what it holds, how many entries."""

    link: Md
    intro: Md
    count: int


def review_pages(build: Build) -> Iterator[Page]:
    """Return the overview and the page of each queue, also of an empty one: their addresses are stable.

    They are work, not knowledge: kept out of the site's search and of search engines.
    """
    w = Writer(build, DESK)
    view = {
        "title": w.locale.t("review.title"),
        "queues": tuple(_queue(w, *queue) for queue in build.desk.queues.items()),
    }
    yield _page(build, w, "review", view, w.locale.t("review.description"))
    for name, items in build.desk.queues.items():
        yield _queue_page(build, name, items)


def open_questions(build: Build) -> int:
    """Return how many entries wait for a decision or a correction, leaving aside what merely has no record yet."""
    return sum(len(build.desk.queues[name]) for name in _QUESTIONS)


_QUESTIONS: Final = ("names", "pairs", "contradictions", "dates", "unsourced")


def _queue(w: Writer, name: str, items: tuple[Item, ...]) -> Queue:
    title = w.locale.t(f"review.queue.{name}")
    return Queue(link(title, w.href(f"review/{name}")), w.locale.say(f"review.intro.{name}"), len(items))


def _queue_page(build: Build, name: str, items: tuple[Item, ...]) -> Page:
    w = Writer(build, f"review/{name}.md")
    names = list(QUEUES)
    place = names.index(name)
    around = [(key, names[number]) for key, number in (("previous", place - 1), ("next", place + 1))
              if 0 <= number < len(names)]  # fmt: skip
    view = {
        "title": w.locale.t(f"review.queue.{name}"),
        "intro": w.locale.say(f"review.intro.{name}"),
        "count": len(items),
        "cases": tuple(case(w, name, item) for item in items[:DESK_LIMIT]),
        "more": max(0, len(items) - DESK_LIMIT),
        "around": tuple(
            (key, link(w.locale.t(f"review.queue.{other}"), w.href(f"review/{other}"))) for key, other in around
        ),
    }
    return _page(build, w, "review_queue", view, w.locale.t(f"review.intro.{name}"))


def _page(build: Build, w: Writer, template: str, view: Mapping[str, object], description: str) -> Page:
    return Page(
        path=w.path,
        kind="review",
        title=str(view["title"]),
        markdown=render(w, template, view),
        language=build.locale.language,
        description=description,
        parent=DESK if w.path != DESK else None,
        updated=build.updated(build.newest[:1]),
        noindex=True,
        meta=_OUT_OF_SEARCH,
    )
