"""What each stretch of an article file is: title, date line, caption, body, or something to set aside.

Three steps. Each block is looked at alone (`marks`): phrases, credits, dates. The body is then the stretch of blocks
with the most running text and the least furniture. Its place tells what stands before it (title, by-line, captions),
inside it (captions, links to other stories) and after it (sources, tags, comments, other stories).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from generator.model.article import Zone, ZoneKind
from generator.reading.blocks import Block, cut
from generator.reading.captions import Vocabulary, belongs
from generator.reading.datelines import head_end
from generator.reading.marks import Mark, bare, mark

Named = tuple[ZoneKind, str]
"""A kind of zone and the rule that chose it."""

_KIND_OF_GROUP: Final[Mapping[str, ZoneKind]] = {
    "menu": ZoneKind.NAVIGATION, "read_also": ZoneKind.NAVIGATION, "related_head": ZoneKind.NAVIGATION,
    "relative_time": ZoneKind.NAVIGATION, "reading_time": ZoneKind.NAVIGATION, "link": ZoneKind.NAVIGATION,
    "source": ZoneKind.SOURCE, "byline": ZoneKind.SOURCE, "stamp": ZoneKind.DATELINE,
}  # fmt: skip
"""Groups of phrases and their zone; every other group is page furniture, zone `footer`."""

_INSIDE: Final = frozenset({
    "share", "newsletter", "paywall", "advert", "read_also", "related_head", "comment_tools", "cookies",
    "reading_time", "relative_time", "link", "menu",
})  # fmt: skip
"""Groups that may interrupt the body; the others are believed at its edges only."""

_PASSING: Final = frozenset({"advert", "read_also", "newsletter", "cookies"})
"""Groups after which a text goes on."""

_EDGE: Final = 3
_LONGEST_GAP: Final = 9
_HEADER: Final = 4
_SHARED: Final = 3
_LIST_OF_LINKS: Final = 4
_LONGEST_LIST: Final = 40
_ENOUGH: Final = 100.0
_CLOCK: Final = re.compile(r"\b\d{1,2}\s?[:h]\s?\d{2}\b|\b\d{1,2}\s?[ap]\.?m\b", re.I)


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
        self.blocks = blocks
        self.language = language
        self.marks = [mark(block, language) for block in blocks]
        self.named: list[Named | None] = [fixed.get(number) for number in range(len(blocks))]
        self.repeated = self._repeated()
        self._post_starts = self._posts()
        self.extracted = extracted
        if extracted:
            self.first, self.last = next((i for i, named in enumerate(self.named) if not named), 0), len(blocks) - 1
        else:
            self.first, self.last = self._extended(self._resumed(self._main_region()))
        self.title = self._title()

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

    # ------------------------------------------------------------------ where the body is

    def _weight(self, number: int) -> float:
        """Return how much a block speaks for (or, below 0, against) lying in the body, in words."""
        block, its = self.blocks[number], self.marks[number]
        kind = self.named[number]
        if kind is not None:
            return float(block.words) if kind[0] is ZoneKind.BODY else -3.0
        if number in self.repeated:
            return -5.0
        if its.group == "comments_head":
            return -40.0
        if its.group == "related_head":
            return -25.0
        if its.group:
            return -8.0 if its.group in _INSIDE else -6.0
        if its.caption or its.date:
            return -3.0
        if block.prose:
            return float(min(block.words, 120))
        if block.sentence:
            return block.words * 0.6
        if block.parts > 2:
            return -15.0
        return -3.0 if block.bullet else -10.0 if block.words < 8 else -5.0

    def _main_region(self) -> tuple[int, int]:
        """Return the numbers of the first and the last block of the body; `(0, -1)` where nothing reads like one.

        Of the stretches between headings of comments the first that holds a text counts, because comments can be
        longer than what they comment on.
        """
        best, chosen = 0.0, (0, -1)
        begin = 0
        borders = sorted(
            {number for number, its in enumerate(self.marks) if its.group == "comments_head"} | self._post_starts
        )
        for border in [*borders, len(self.blocks)]:
            weight, region = self._heaviest(begin, border)
            if best < _ENOUGH and weight > best * 2:
                best, chosen = weight, region
            begin = border + 1
        return chosen

    def _repeated(self) -> set[int]:
        """Return the long lines that come again further down: leads, captions of a gallery, headlines of other stories.

        Lines that come more than twice (the questions of an interview) are part of a text.
        """
        places: dict[str, list[int]] = {}
        for number, block in enumerate(self.blocks):
            if block.words >= 8 and not block.text.endswith("?"):
                places.setdefault(block.key, []).append(number)
        return {number for numbers in places.values() if 1 < len(numbers) < 4 for number in numbers[:-1]}

    def _posts(self) -> set[int]:
        """Return the first of several lines with day and time that part stretches of text: comments, mostly."""
        dated = [
            number for number, its in enumerate(self.marks) if its.date and _CLOCK.search(self.blocks[number].text)
        ]
        apart = [number for number in dated if number + 1 not in dated and number > 0]
        texts = [number for number, block in enumerate(self.blocks) if block.prose]
        inner = [number for number in apart if texts and number > texts[0]]
        return {inner[0]} if len(inner) >= 3 else set()

    def _resumed(self, region: tuple[int, int]) -> tuple[int, int]:
        """Take in paragraphs that follow an interruption: an advertisement, a prompt, a list of other stories.

        Right behind an advertisement or a line that names one other story the text simply goes on; behind anything
        else a paragraph must take up names or words of the text before it.
        """
        first, last = region
        known: Vocabulary | None = None
        for number in range(last + 1, len(self.blocks) if last >= 0 else 0):
            block, its = self.blocks[number], self.marks[number]
            if its.group == "comments_head" or number in self._post_starts or number - last > _LONGEST_GAP:
                break
            if its.group or its.date or its.caption or number in self.repeated or not (block.prose or block.sentence):
                continue
            if block.words < 9 or not block.ends or not (block.apart or not self._like_link(number - 1)):
                continue
            between = range(last + 1, number)
            known = known or Vocabulary.of(self.blocks[first : last + 1], self.language)
            passing = all(self.marks[i].group in _PASSING for i in between)
            if passing or self._compact_list(between) or known.shared(block.text) >= _SHARED:
                last, known = number, known.with_block(block)
        return first, last

    def _compact_list(self, between: range) -> bool:
        """Tell whether headlines without blank lines between them, and nothing else, stand under a heading."""
        lines = [i for i in between if not self.marks[i].group]
        heading = self.marks[between[0]].group in ("read_also", "related_head")
        return heading and len(lines) >= 2 and not any(self.blocks[i].apart for i in lines if i > between[0] + 1)

    def _extended(self, region: tuple[int, int]) -> tuple[int, int]:
        """Take in a list at the end of the body: numbered or bulleted items, or lines announced by a colon."""
        first, last = region
        if last < 0:
            return region
        end = last + 1
        announced = self.blocks[last].text.endswith(":")
        while end < len(self.blocks) and end - last <= _LONGEST_LIST and not self.marks[end].group:
            block = self.blocks[end]
            opens_list = block.text.endswith(":") and block.words >= 4 and end + 2 < len(self.blocks)
            if not (announced or opens_list or block.bullet):
                break
            announced = announced or opens_list
            end += 1
        return first, end - 1

    def _heaviest(self, begin: int, border: int) -> tuple[float, tuple[int, int]]:
        """Return the stretch of blocks with the largest sum of weights (Kadane)."""
        best, region = 0.0, (0, -1)
        total, start = 0.0, begin
        for number in range(begin, border):
            if total <= 0:
                total, start = 0.0, number
            total += self._weight(number)
            if total > best:
                best, region = total, (start, number)
        return best, region

    # ------------------------------------------------------------------ the title

    def _title(self) -> int | None:
        """Return the number of the block that is the headline; None where no line looks like one."""
        for number, named in enumerate(self.named):
            if named is not None and named[0] is ZoneKind.TITLE:
                return number
        if self.last < 0:
            return 0 if len(self.blocks) > 1 and self._title_like(0) else None
        words = self._body_stems()
        candidates = [number for number in range(self.first) if self._title_like(number)]
        if not candidates:
            first = self.first
            alone = first < self.last and self.blocks[first].words * 2 < self.blocks[first + 1].words
            return first if alone and self._title_like(first) and not self.blocks[first].prose else None
        if candidates[0] == 0 and self._shared_with(0, words) >= 2:
            return 0
        scores = {number: self._title_score(number, words) for number in candidates}
        best = max(scores.values())
        # Of lines that fit about as well, the one nearest to the text: headlines of other stories stand above.
        return max(number for number in candidates if scores[number] >= best - 0.01)

    def _title_like(self, number: int) -> bool:
        block, its = self.blocks[number], self.marks[number]
        if self.named[number] is not None or its.group or its.caption or its.date or block.bullet:
            return False
        if not 2 <= block.words <= 32 or block.parts > 2:
            return False
        return not block.text.endswith((".", ";", ",", ":")) or block.text.endswith(("...", "…"))

    def _body_stems(self) -> frozenset[str]:
        return frozenset(
            word[:5] for block in self.blocks[self.first : self.last + 1] for word in block.key.split() if len(word) > 3
        )

    def _title_score(self, number: int, body: frozenset[str]) -> float:
        block = self.blocks[number]
        shared = self._shared_with(number, body)
        shouted = block.text.isupper() and block.words < 4
        return shared * 2 + min(block.words, 12) * 0.5 + (block.stop > 0) + (block.parts == 1) - 3 * shouted

    def _shared_with(self, number: int, body: frozenset[str]) -> int:
        return sum(word[:5] in body for word in self.blocks[number].key.split() if len(word) > 3)

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
        if number in self.repeated or block.parts > 2 or block.words < 5:
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
            elif number in self.repeated:
                self.named[number] = (ZoneKind.NAVIGATION, "repeated_line")
            elif its.group and (its.group in _INSIDE or near_edge):
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
            if number <= self.last and self._like_link(number):
                run.append(number)
                continue
            introduced = bool(run) and run[0] > self.first and self.blocks[run[0] - 1].text.endswith(":")
            if listing or (len(run) >= _LIST_OF_LINKS and not introduced and not self.extracted):
                found.update(run)
            run = []
            listing = number <= self.last and self.marks[number].group in ("related_head", "read_also")
            listing = listing and self.blocks[number].words <= 9 if number <= self.last else False
        return found

    def _like_link(self, number: int) -> bool:
        block, its = self.blocks[number], self.marks[number]
        if its.group or its.caption:
            return False
        return not block.prose and not block.ends and not (block.bullet and block.stop_share > 0.2)

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
    if kind is ZoneKind.BODY and number == page.first:
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
