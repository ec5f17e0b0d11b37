"""What each stretch of an article file is: title, date line, caption, body, or something to set aside.

Three steps. Each block is looked at alone (`marks`): phrases, credits, dates. The body is then the stretch of blocks
with the most running text and the least furniture. Its place tells what stands before it (title, by-line, captions),
inside it (captions, links to other stories) and after it (sources, tags, comments, other stories).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from generator.model.article import Zone, ZoneKind
from generator.reading.zones.blocks import Block, cut
from generator.reading.zones.captions import Vocabulary, belongs
from generator.reading.zones.datelines import head_end
from generator.reading.zones.headline import find_headline
from generator.reading.zones.marks import Mark, bare, mark
from generator.reading.zones.region import INSIDE, Lines, Named, body_region

_KIND_OF_GROUP: Final[Mapping[str, ZoneKind]] = {
    "menu": ZoneKind.NAVIGATION, "read_also": ZoneKind.NAVIGATION, "related_head": ZoneKind.NAVIGATION,
    "relative_time": ZoneKind.NAVIGATION, "reading_time": ZoneKind.NAVIGATION, "link": ZoneKind.NAVIGATION,
    "source": ZoneKind.SOURCE, "byline": ZoneKind.SOURCE, "stamp": ZoneKind.DATELINE,
}  # fmt: skip
"""Groups of phrases and their zone; every other group is page furniture, zone `footer`."""

_EDGE: Final = 3
_HEADER: Final = 4
_LIST_OF_LINKS: Final = 4


def classify(
    even_text: str,
    language: str,
    start: int = 0,
    fixed: Mapping[int, Named] | None = None,
    *,
    extracted: bool = False,
) -> tuple[Zone, ...]:
    """Divide `even_text[start:]` (evened) into zones, sorted and apart; every non-blank character lies in one.

    `fixed` gives the kind and reason of blocks that are known already, by the offset of any of their characters.
    `extracted` tells that the article was already taken out of its page: everything is body that does not say
    otherwise in its own words.
    """
    blocks = cut(even_text, language, start)
    if not blocks:
        return ()
    page = _Page(blocks, language, _by_block(blocks, fixed or {}), extracted)
    page.name_all()
    zones: list[Zone] = []
    for number, named in enumerate(page.named):
        assert named is not None
        zones += _zones_of(number, named, page)
    return tuple(zones)


def _by_block(blocks: Sequence[Block], fixed: Mapping[int, Named]) -> dict[int, Named]:
    starts = [block.start for block in blocks]
    numbers = ((bisect_right(starts, offset) - 1, offset, named) for offset, named in sorted(fixed.items()))
    return {number: named for number, offset, named in numbers if number >= 0 and offset < blocks[number].end}


class _Page:
    """The blocks of one text while they are being named; `named[i]` is None until block `i` is decided."""

    def __init__(
        self, blocks: Sequence[Block], language: str, fixed: Mapping[int, Named], extracted: bool = False
    ) -> None:
        known = tuple(fixed.get(number) for number in range(len(blocks)))
        self.lines = Lines(tuple(blocks), tuple(mark(block, language) for block in blocks), known, language)
        self.blocks, self.marks, self.language = self.lines.blocks, self.lines.marks, language
        self.named: list[Named | None] = list(known)
        self.extracted = extracted
        if extracted:
            self.first, self.last = next((i for i, named in enumerate(known) if not named), 0), len(blocks) - 1
        else:
            self.first, self.last = body_region(self.lines)
        self.title = find_headline(self.lines, self.first, self.last)

    def name_all(self) -> None:
        """Give every block its zone."""
        if self.title is not None and self.named[self.title] is None:
            self.named[self.title] = (ZoneKind.TITLE, "title_line")
        for number in range(len(self.blocks)):
            if self.named[number] is None and number < self.first:
                self.named[number] = self._before(number)
        self._inside()
        self._after()
        self._captions()

    # ------------------------------------------------------------------ before the body

    def _before(self, number: int) -> Named:
        block, its = self.blocks[number], self.marks[number]
        below_title = self.title is not None and number > self.title
        if its.group:
            return self._of_group(its)
        if its.date:
            return ZoneKind.DATELINE, "date_line"
        if its.caption or its.credit or its.pictured:
            return ZoneKind.CAPTION, "credit" if its.credit else "caption_words"
        if not below_title:
            return ZoneKind.NAVIGATION, "above_title"
        if self.title is not None and bare(block) == bare(self.blocks[self.title]):
            return ZoneKind.NAVIGATION, "repeated_line"
        if self._standfirst(number):
            return ZoneKind.BODY, "standfirst"
        if 2 <= block.words <= 4 and block.capitals == block.words and block.stop == 0:
            return ZoneKind.SOURCE, "author_line"
        return ZoneKind.NAVIGATION, "short_line"

    def _standfirst(self, number: int) -> bool:
        """Tell whether a line between headline and body sums the story up: a sentence, or a clause right below."""
        block = self.blocks[number]
        if number in self.lines.repeated or block.parts > 2 or block.words < 5:
            return False
        if block.prose or (block.sentence and not block.text.endswith("?")):
            return True
        # A clause without full stop is one only right below the headline, and not where headlines follow each other.
        return block.words >= 8 and block.stop_share >= 0.15 and number == self._below_title

    @cached_property
    def _below_title(self) -> int | None:
        """The first line below the headline that says nothing of itself; None where too many such lines follow."""
        below = range((self.title or 0) + 1, self.first)
        between = [i for i in below if not self.marks[i].group and not self.marks[i].date]
        return between[0] if 0 < len(between) <= _HEADER else None

    def _of_group(self, its: Mark) -> Named:
        if its.group == "stamp" and not its.date:
            return ZoneKind.NAVIGATION, "stamp"
        return _KIND_OF_GROUP.get(its.group, ZoneKind.FOOTER), its.group

    # ------------------------------------------------------------------ inside the body

    def _inside(self) -> None:
        links = self._lists_of_links()
        for number in range(self.first, self.last + 1):
            if self.named[number] is not None:
                continue
            its = self.marks[number]
            near_edge = number - self.first < _EDGE or self.last - number <= _EDGE
            if number in links:
                self.named[number] = (ZoneKind.NAVIGATION, "list_of_links")
            elif number in self.lines.repeated:
                self.named[number] = (ZoneKind.NAVIGATION, "repeated_line")
            elif its.group and (its.group in INSIDE or near_edge):
                self.named[number] = self._of_group(its)
            elif its.caption or (its.credit and number - self.first < 2 and number + 1 < self.last):
                # An agency in brackets also signs reports; behind one of the first paragraphs it credits a picture.
                self.named[number] = (ZoneKind.CAPTION, "credit" if its.credit else "caption_words")
            elif its.date and near_edge:
                self.named[number] = (ZoneKind.DATELINE, "date_line")
            else:
                self.named[number] = (ZoneKind.BODY, "running_text")

    def _lists_of_links(self) -> set[int]:
        """Return the blocks in the body that list other stories: after a heading that says so, or many in a row."""
        found: set[int] = set()
        run: list[int] = []
        listing = False
        for number in range(self.first, self.last + 2):
            if number <= self.last and self.lines.like_link(number):
                run.append(number)
                continue
            introduced = bool(run) and run[0] > self.first and self.blocks[run[0] - 1].text.endswith(":")
            if listing or (len(run) >= _LIST_OF_LINKS and not introduced and not self.extracted):
                found.update(run)
            run = []
            listing = number <= self.last and self.marks[number].group in ("related_head", "read_also")
            listing = listing and self.blocks[number].words <= 9 if number <= self.last else False
        return found

    # ------------------------------------------------------------------ after the body

    def _after(self) -> None:
        begin = self.last + 1
        furniture = any(its.group for its in self.marks[begin:])
        elsewhere = False
        for number in range(begin, len(self.blocks)):
            block, its = self.blocks[number], self.marks[number]
            elsewhere = elsewhere or its.group in ("comments_head", "related_head")
            if self.named[number] is not None:
                continue
            self.named[number] = self._behind(block, its, elsewhere, furniture)

    def _behind(self, block: Block, its: Mark, elsewhere: bool, furniture: bool) -> Named:
        if elsewhere:
            kind, reason = self._of_group(its) if its.group else (ZoneKind.FOOTER, "after_text")
            return (kind, reason) if kind is ZoneKind.NAVIGATION else (ZoneKind.FOOTER, reason)
        if its.group:
            return self._of_group(its)
        if its.caption:
            return ZoneKind.CAPTION, "credit" if its.credit else "caption_words"
        if its.date:
            return ZoneKind.DATELINE, "date_line"
        if self.last < 0 or (not furniture and (block.words >= 9 or block.ends)):
            # Nothing reads like an article, or nothing like a page around one: keep what there is.
            return ZoneKind.BODY, "running_text"
        return ZoneKind.FOOTER, "after_text"

    # ------------------------------------------------------------------ captions

    def _captions(self) -> None:
        """Part the captions of this article from those of other stories, and mere credits from captions."""
        numbers = [
            number for number, named in enumerate(self.named) if named and named[1] in ("credit", "caption_words")
        ]
        if not numbers:
            return
        certain = (ZoneKind.BODY, ZoneKind.TITLE)
        sure = [self.blocks[i] for i, named in enumerate(self.named) if named and named[0] in certain]
        vocabulary = Vocabulary.of(sure, self.language)
        for number in numbers:
            block, credit = self.blocks[number], self.marks[number].credit
            words = block.text[: credit.offset] if credit else block.text
            if len(words.split()) < 3 and credit:
                self.named[number] = (ZoneKind.FOOTER, "photo_credit")
            elif not belongs(words, vocabulary):
                self.named[number] = (ZoneKind.FOREIGN_CAPTION, "other_story")


def _zones_of(number: int, named: Named, page: _Page) -> list[Zone]:
    """Return the zones of one block: mostly one; a dateline or a photographer's credit is parted from the rest."""
    kind, reason = named
    block = page.blocks[number]
    if kind is ZoneKind.BODY and page.first <= number < page.first + _EDGE:
        end = head_end(block.text, 0, len(block.text), page.language)
        if end and end < len(block.text):
            return [
                Zone(block.start, block.start + len(block.text[:end].rstrip()), ZoneKind.DATELINE, "dateline_head"),
                Zone(block.start + end, block.end, kind, reason),
            ]
    credit = page.marks[number].credit
    if kind is ZoneKind.CAPTION and credit and credit.names_person and credit.offset:
        words = len(block.text[: credit.offset].rstrip())
        begin = words + len(block.text[words:]) - len(block.text[words:].lstrip())
        return [
            Zone(block.start, block.start + words, kind, reason),
            Zone(block.start + begin, block.end, ZoneKind.FOOTER, "photo_credit"),
        ]
    return [Zone(block.start, block.end, kind, reason)]
