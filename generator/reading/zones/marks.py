"""One block at a time: what its own words say it is, before its neighbours are asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from generator.reading.zones.blocks import Block, folded
from generator.reading.zones.captions import Credit, Sureness, agency_at, credit_of, picture_words
from generator.reading.zones.datelines import FoundDate, date_in_line
from generator.reading.zones.phrases import Hit, bare_line, hits, phrases_of

_AFTER_SOURCE: Final = re.compile(r"\s*[:：–—-]\s*\S")
_COLON: Final = re.compile(r"\s*[:：|»>–-]")
_LINK: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?:^|\s)[@#]\w+", re.I)
_LONGEST_ADDRESS: Final = 2000
_GUARDED: Final = frozenset({"byline", "source", "stamp", "tags", "relative_time", "reading_time"})


@dataclass(frozen=True, slots=True)
class Mark:
    """What a block says of itself: a phrase group or `""`; its photo credit; its date, if it is a date line."""

    group: str = ""
    place: str = ""
    credit: Credit | None = None
    pictured: Sureness | None = None
    date: FoundDate | None = None

    @property
    def caption(self) -> bool:
        """Tell whether the words surely describe a picture."""
        return self.pictured == "sure" or (self.credit is not None and self.credit.strength == "sure")


def mark(block: Block, language: str) -> Mark:
    """Look at one block alone."""
    date = date_in_line(block, language)
    credit = credit_of(block)
    found = hits(block)
    pictured = picture_words(block, found)
    for hit in found:
        if hit.group in ("caption", "credit", "archive_photo"):
            continue
        if _holds(hit, block, date is not None):
            return Mark(hit.group, hit.place, credit, pictured, date)
    if credit and credit.strength == "sure" and credit.offset == 0:
        return Mark("", "", credit, pictured, date)
    if _signature(block):
        return Mark("source", "whole")
    linked = _links(block) if _may_link(block.text) else ""
    if linked:
        return Mark(linked, "whole")
    return Mark("", "", credit, pictured, date)


def _may_link(text: str) -> bool:
    """Tell whether a text may hold an address, or no words at all: a cheap look before a dear one."""
    return any(sign in text for sign in ("://", "www.", "@", "#")) or not any(map(str.isalnum, text))


def _links(block: Block) -> str:
    """Return `source` for a label such as `Sources:` before addresses, `link` for addresses alone, else `""`."""
    if len(block.text) > _LONGEST_ADDRESS:
        return ""
    rest, count = _LINK.subn(" ", block.text)
    label = bare_line(folded(rest))
    if not label:
        return "link"
    return "source" if count and label in phrases_of("source", "start") else ""


def _holds(hit: Hit, block: Block, dated: bool) -> bool:
    """Tell whether a phrase may name the block, given how the block reads."""
    if hit.place == "weak":
        return not block.prose
    if hit.group in ("relative_time", "reading_time"):
        return block.words <= 12 and not block.prose
    if hit.place != "start" or hit.group not in _GUARDED:
        return hit.place != "start" or _opens(hit, block)
    if hit.group == "byline":
        return not block.ends and block.words <= 16 and _named(block.text[hit.end :])
    if hit.group == "source":
        rest = block.text[hit.end :]
        after = _AFTER_SOURCE.match(rest) is not None
        return (after and hit.end - hit.start >= 6 and not block.prose) or _only_agencies(rest)
    if hit.group == "stamp":
        return dated
    if hit.group == "tags":
        return not block.ends
    return False


def _opens(hit: Hit, block: Block) -> bool:
    """Tell whether a phrase at the start of a line is a label, and not the first words of a sentence."""
    phrase = block.key[hit.start : hit.end]
    if not block.prose or not phrase[-1].isalnum():
        return True
    if _COLON.match(block.key, hit.end):
        return True
    return " " in phrase and hit.group in ("newsletter", "paywall", "share", "read_also", "cookies", "author_bio", "comments_head", "copyright", "advert", "comment_tools")  # fmt: skip # noqa: E501


def _named(rest: str) -> bool:
    """Tell whether what follows `by` looks like names: capitals throughout, little words between them."""
    words = re.findall(r"[^\W\d_][\w'-]*", rest)[:4]
    return bool(words) and sum(word[0].isupper() for word in words) * 2 > len(words)


def _only_agencies(rest: str) -> bool:
    """Tell whether a stretch names news agencies and nothing else."""
    found = agency_at(rest)
    while found:
        rest = rest[: found.start()] + rest[found.end() :]
        found = agency_at(rest)
        if not found:
            return len(re.findall(r"[^\W\d_]{3,}", rest)) == 0
    return False


def _signature(block: Block) -> bool:
    """Tell whether the line is an agency's signature: `(AFP)`, `Reuters`, `Le Monde avec AFP`, `afp/dpa`."""
    if block.words > 7 or (block.ends and not block.text.endswith((")", "."))):
        return False
    if _only_agencies(block.text) or _only_agencies(block.text.upper()):
        return True
    match = re.match(r"[(\[]?[A-ZÉ][\w' .-]{1,30}? (?:avec|with|et|and|/) (.+)$", block.text)
    return match is not None and _only_agencies(match.group(1))


def bare(block: Block) -> str:
    """Return the words of a block for comparing lines."""
    return bare_line(block.key)
