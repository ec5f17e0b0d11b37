"""A text cut into blocks (lines, or hard-wrapped lines joined), each with the figures that tell what it is."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from generator.language.detect import stop_words_of
from generator.language.normalise import even

_WORD: Final = re.compile(r"[^\W\d_]+")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+")
_LINE: Final = re.compile(r"[^\n]+")
_END: Final = re.compile(r"[.!?…:;][\"'»”’)\]\s]*$|[.!?…][\"'»”’)\]]*\s*[(\[][^()\[\]]{1,60}[)\]]$")
_COMBINING: Final = re.compile("[\u0300-\u036f]+")
_SEPARATORS: Final = frozenset("/|•·›»>\t")
_BULLET: Final = re.compile(r"(?:[-–—•*▪►>·○●■✔]|\d{1,3}[.)]|[a-z]\))\s+")
_SEPARATED: Final = re.compile(r"\s*(?:\s[/|•·›»>]\s|\||\s{3,}|\t)\s*")
_TAIL: Final = 120
_MAX_WRAP: Final = 110
_MIN_WRAP: Final = 45


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or line. `text` is evened, `key` lower case without accents (its length may differ).

    `words` and `stop` count words and stop words of the article's language; `parts` the pieces that separators such
    as `/`, `|` and wide gaps cut it into; `ends` tells whether it closes like a sentence; `apart` whether a blank line
    stands before it.
    """

    start: int
    end: int
    text: str
    key: str
    words: int
    stop: int
    parts: int
    ends: bool
    apart: bool

    @property
    def stop_share(self) -> float:
        """The part of its words that are stop words."""
        return self.stop / self.words if self.words else 0.0

    @property
    def capitals(self) -> int:
        """How many words begin with a capital letter."""
        return sum(word[0].isupper() for word in _WORD.findall(self.text))

    @property
    def bullet(self) -> bool:
        """Tell whether it begins like an item of a list."""
        return _BULLET.match(self.text) is not None

    @property
    def prose(self) -> bool:
        """Tell whether it reads like running text: long, punctuated, held together by stop words."""
        if self.words < 12 or self.parts > max(3, self.words // 8):
            return False
        return self.stop_share >= 0.18 and (self.ends or self.words >= 22)

    @property
    def sentence(self) -> bool:
        """Tell whether it reads like one short sentence."""
        return self.words >= 2 and self.ends and self.text.rstrip()[-1:] not in ":;" and self.parts <= 2


def folded(text: str) -> str:
    """Return `text` in lower case without accents, one kind of apostrophe; for phrases, which are looked up so."""
    if text.isascii():
        return text.lower()
    return _without_accents(even(text))


def _without_accents(even_text: str) -> str:
    return _COMBINING.sub("", unicodedata.normalize("NFKD", even_text.casefold()))


def cut(even_text: str, language: str, start: int = 0) -> tuple[Block, ...]:
    """Cut `even_text[start:]` (evened) into blocks, in order. Blank lines belong to none."""
    stop_words = stop_words_of(language)
    return tuple(_measure(even_text, *place, stop_words) for place in _joined(even_text, _lines(even_text, start)))


def _lines(text: str, start: int) -> list[tuple[int, int, bool]]:
    """Return `(start, end, after a blank line)` of every line that is not blank, without surrounding space."""
    lines: list[tuple[int, int, bool]] = []
    previous = -2
    for match in _LINE.finditer(text, start):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        begin = match.start() + len(line) - len(line.lstrip())
        # A blank line may hold spaces: what counts is whether only one line break lies between.
        apart = previous < 0 or text.count("\n", previous, begin) > 1
        lines.append((begin, begin + len(stripped), apart))
        previous = begin + len(stripped)
    return lines


def _joined(text: str, lines: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    """Join the lines of hard-wrapped paragraphs; the others stay as they are.

    A line was wrapped where the next word would not have fitted any more: that is what tells a broken paragraph
    from short paragraphs of one line each.
    """
    width = max((end - start for start, end, _ in lines), default=0)
    if not _MIN_WRAP <= width <= _MAX_WRAP or len(lines) < 3:
        return lines
    breaks = [index for index in range(1, len(lines)) if not lines[index][2]]
    wrapped = [index for index in breaks if _was_wrapped(text, lines[index - 1], lines[index], width)]
    whole = [index for index in wrapped if _sentences_meet(text, lines[index - 1], lines[index])]
    if len(wrapped) * 2 < len(breaks) or len(wrapped) < 2 or len(whole) * 2 > len(wrapped):
        return lines
    joined: list[tuple[int, int, bool]] = []
    for index, (start, end, apart) in enumerate(lines):
        if joined and index in wrapped:
            joined[-1] = (joined[-1][0], end, joined[-1][2])
        else:
            joined.append((start, end, apart))
    return joined


def _was_wrapped(text: str, line: tuple[int, int, bool], following: tuple[int, int, bool], width: int) -> bool:
    next_word = re.match(r"\S+", text[following[0] : following[1]])
    # Three characters of grace: some editors wrap before trailing punctuation or count spaces otherwise.
    return next_word is not None and line[1] - line[0] + 1 + len(next_word.group()) > width - 3


def _sentences_meet(text: str, line: tuple[int, int, bool], following: tuple[int, int, bool]) -> bool:
    """Tell whether a line ends a sentence and the next begins one: the rule between paragraphs, chance inside."""
    return _END.search(text, max(line[0], line[1] - _TAIL), line[1]) is not None and not text[following[0]].islower()


def _measure(even_text: str, start: int, end: int, apart: bool, stop_words: frozenset[str]) -> Block:
    piece = even_text[start:end].replace("\n", " ")
    # A web address counts as one word, however many it is made of.
    words = _WORD.findall((_ADDRESS.sub("www", piece) if "/" in piece else piece).lower())
    return Block(
        start=start,
        end=end,
        text=piece,
        key=piece.lower() if piece.isascii() else _without_accents(piece),
        words=len(words),
        stop=sum(map(stop_words.__contains__, words)),
        parts=_parts(piece),
        ends=_END.search(piece[-_TAIL:]) is not None,
        apart=apart,
    )


def _parts(text: str) -> int:
    if _SEPARATORS.isdisjoint(text) and "   " not in text:
        return 1
    return len([part for part in _SEPARATED.split(text.strip(" /|•·›»>")) if part])
