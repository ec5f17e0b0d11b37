"""Where the body of an article begins and ends among the lines of a page.

Every line speaks for or against lying in the body, in words: the body is the stretch with the largest sum. It is then
widened over interruptions after which the text goes on, and over lists at its end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.model.article import ZoneKind
from generator.reading.zones.blocks import Block
from generator.reading.zones.captions import Vocabulary
from generator.reading.zones.marks import Mark

Named = tuple[ZoneKind, str]
"""A kind of zone and the rule that chose it."""

INSIDE: Final = frozenset({
    "share", "newsletter", "paywall", "advert", "read_also", "related_head", "comment_tools", "cookies",
    "reading_time", "relative_time", "link", "menu",
})  # fmt: skip
"""Groups of phrases that may interrupt the body; the others are believed at its edges only."""

_PASSING: Final = frozenset({"advert", "read_also", "newsletter", "cookies"})
"""Groups after which a text goes on."""

_LONGEST_GAP: Final = 9
"""Blocks that an interruption may have."""
_SHARED: Final = 3
"""Words that a paragraph must share with the text before an interruption."""
_LONGEST_LIST: Final = 40
_ENOUGH: Final = 100.0
"""Words with which a stretch is surely an article, whatever comes after a heading of comments."""
_CLOCK: Final = re.compile(r"\b\d{1,2}\s?[:h]\s?\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b", re.I)


@dataclass(frozen=True)
class Lines:
    """The blocks of a page with what each says of itself; `known` are those whose zone is settled beforehand."""

    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    known: tuple[Named | None, ...]
    language: str

    @cached_property
    def repeated(self) -> set[int]:
        """Return the long lines that come again further down: leads, captions of a gallery, headlines of other stories.

        Lines that come more than twice (the questions of an interview) are part of a text.
        """
        places: dict[str, list[int]] = {}
        for number, block in enumerate(self.blocks):
            if block.words >= 8 and not block.text.endswith("?"):
                places.setdefault(block.key, []).append(number)
        return {number for numbers in places.values() if 1 < len(numbers) < 4 for number in numbers[:-1]}

    @cached_property
    def posts(self) -> set[int]:
        """Return the first of several lines with day and time that part stretches of text: comments, mostly."""
        dated = [
            number for number, its in enumerate(self.marks) if its.date and _CLOCK.search(self.blocks[number].text)
        ]
        apart = [number for number in dated if number + 1 not in dated and number > 0]
        texts = [number for number, block in enumerate(self.blocks) if block.prose]
        inner = [number for number in apart if texts and number > texts[0]]
        return {inner[0]} if len(inner) >= 3 else set()

    def like_link(self, number: int) -> bool:
        """Tell whether a block reads like the headline of another story: short, not punctuated, no item of a list."""
        block, its = self.blocks[number], self.marks[number]
        if its.group or its.caption:
            return False
        return not block.prose and not block.ends and not (block.bullet and block.stop_share > 0.2)


def body_region(lines: Lines) -> tuple[int, int]:
    """Return the numbers of the first and the last block of the body; `(0, -1)` where nothing reads like one."""
    return _extended(lines, _resumed(lines, _main_region(lines)))


def _main_region(lines: Lines) -> tuple[int, int]:
    """Return the numbers of the first and the last block of the body; `(0, -1)` where nothing reads like one.

    Of the stretches between headings of comments the first that holds a text counts, because comments can be
    longer than what they comment on.
    """
    best, chosen = 0.0, (0, -1)
    begin = 0
    borders = sorted({number for number, its in enumerate(lines.marks) if its.group == "comments_head"} | lines.posts)
    for border in [*borders, len(lines.blocks)]:
        weight, region = _heaviest(lines, begin, border)
        if best < _ENOUGH and weight > best * 2:
            best, chosen = weight, region
        begin = border + 1
    return chosen


def _heaviest(lines: Lines, begin: int, border: int) -> tuple[float, tuple[int, int]]:
    """Return the stretch of blocks with the largest sum of weights (Kadane)."""
    best, region = 0.0, (0, -1)
    total, start = 0.0, begin
    for number in range(begin, border):
        if total <= 0:
            total, start = 0.0, number
        total += _weight(lines, number)
        if total > best:
            best, region = total, (start, number)
    return best, region


def _weight(lines: Lines, number: int) -> float:
    """Return how much a block speaks for (or, below 0, against) lying in the body, in words."""
    block, its = lines.blocks[number], lines.marks[number]
    kind = lines.known[number]
    if kind is not None:
        return float(block.words) if kind[0] is ZoneKind.BODY else -3.0
    if number in lines.repeated:
        return -5.0
    if its.group == "comments_head":
        return -40.0
    if its.group == "related_head":
        return -25.0
    if its.group:
        return -8.0 if its.group in INSIDE else -6.0
    if its.caption or its.date:
        return -3.0
    if block.prose:
        return float(min(block.words, 120))
    if block.sentence:
        return block.words * 0.6
    if block.parts > 2:
        return -15.0
    return -3.0 if block.bullet else -10.0 if block.words < 8 else -5.0


def _resumed(lines: Lines, region: tuple[int, int]) -> tuple[int, int]:
    """Take in paragraphs that follow an interruption: an advertisement, a prompt, a list of other stories.

    Right behind an advertisement or a line that names one other story the text simply goes on; behind anything
    else a paragraph must take up names or words of the text before it.
    """
    first, last = region
    known: Vocabulary | None = None
    for number in range(last + 1, len(lines.blocks) if last >= 0 else 0):
        block, its = lines.blocks[number], lines.marks[number]
        if its.group == "comments_head" or number in lines.posts or number - last > _LONGEST_GAP:
            break
        if its.group or its.date or its.caption or number in lines.repeated or not (block.prose or block.sentence):
            continue
        if block.words < 9 or not block.ends or not (block.apart or not lines.like_link(number - 1)):
            continue
        between = range(last + 1, number)
        known = known or Vocabulary.of(lines.blocks[first : last + 1], lines.language)
        passing = all(lines.marks[i].group in _PASSING for i in between)
        if passing or _compact_list(lines, between) or known.shared(block.text) >= _SHARED:
            last, known = number, known.with_block(block)
    return first, last


def _compact_list(lines: Lines, between: range) -> bool:
    """Tell whether headlines without blank lines between them, and nothing else, stand under a heading."""
    between_lines = [i for i in between if not lines.marks[i].group]
    heading = lines.marks[between[0]].group in ("read_also", "related_head")
    return (
        heading
        and len(between_lines) >= 2
        and not any(lines.blocks[i].apart for i in between_lines if i > between[0] + 1)
    )


def _extended(lines: Lines, region: tuple[int, int]) -> tuple[int, int]:
    """Take in a list at the end of the body: numbered or bulleted items, or lines announced by a colon."""
    first, last = region
    if last < 0:
        return region
    end = last + 1
    announced = lines.blocks[last].text.endswith(":")
    while end < len(lines.blocks) and end - last <= _LONGEST_LIST and not lines.marks[end].group:
        block = lines.blocks[end]
        opens_list = block.text.endswith(":") and block.words >= 4 and end + 2 < len(lines.blocks)
        if not (announced or opens_list or block.bullet):
            break
        announced = announced or opens_list
        end += 1
    return first, end - 1
