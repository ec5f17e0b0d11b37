"""What is known of an article besides its text, each value with what it rests on: title, language, date, address.

What the contributor says wins, then what the page's own metadata says, then what the text shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from generator.language.dates import DateExpression, absolute, find_expressions
from generator.language.detect import detect
from generator.language.pack import pack_for
from generator.model.article import Basis, Known, Zone, ZoneKind
from generator.model.dates import PartialDate
from generator.model.text import UNDETERMINED, Span
from generator.reading.frontmatter import FrontMatter
from generator.reading.pagedata import PageData
from generator.reading.zones.blocks import folded
from generator.reading.zones.datelines import FoundDate, find_dates
from generator.reading.zones.phrases import phrases_of

_MAX_TITLE: Final = 140
_FILE_DATE: Final = re.compile(r"(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?=\D|$)")
_HEAD: Final = 3
_FIGURE: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find_language(text: str, start: int, given: FrontMatter, page: PageData) -> Known[str]:
    """Return the language: given, else that of the text, else what the page declares, else `und`."""
    if given.language:
        return Known(given.language, "front_matter", given.spans.get("language"))
    # The longest lines are running text; menus and share bars are often in another language.
    lines = sorted(text[start:].split("\n"), key=len, reverse=True)[:12]
    guess = detect("\n".join(lines))
    declared = page.language
    if declared and declared.partition("-")[0].lower() == guess.language:
        return Known(declared, "html_metadata")
    if guess.language != UNDETERMINED and (guess.confidence >= 0.55 or not declared):
        return Known(guess.language, "text")
    return Known(declared, "html_metadata") if declared else Known(UNDETERMINED, "default")


def find_title(text: str, zones: Sequence[Zone], given: FrontMatter, page: PageData) -> Known[str] | None:
    """Return the headline: given, else the page's, else the title line, else the first words of the text."""
    if given.title:
        return Known(given.title, "front_matter", given.spans.get("title"))
    line = next((zone.span for zone in zones if zone.kind is ZoneKind.TITLE), None)
    if page.title:
        return Known(page.title, "html_metadata", line)
    if line:
        return Known(" ".join(line.of(text).split()), "title", line)
    body = next((zone.span for zone in zones if zone.kind is ZoneKind.BODY), None)
    return _first_words(text, body) if body else None


def _first_words(text: str, body: Span) -> Known[str]:
    """Return the first sentence, cut at a word where it is long."""
    paragraph = body.of(text)
    sentence = re.match(r".+?[.!?…](?=\s|$)", paragraph.replace("\n", " "))
    words = " ".join((sentence.group() if sentence else paragraph).split())
    if len(words) > _MAX_TITLE:
        words = words[:_MAX_TITLE].rsplit(" ", 1)[0] + "…"
    return Known(words, "first_line", Span(body.start, min(body.end, body.start + len(words))))


def find_date(
    even_text: str, zones: Sequence[Zone], language: str, given: FrontMatter, page: PageData, stem: str
) -> tuple[Known[PartialDate] | None, FoundDate | None]:
    """Return the publication date, and the words it was found in where those name a weekday that does not fit.

    In this order: given, the page's metadata, a date line, a caption of this article, the file's name, and at
    last a date of the running text that may well be that of the day. `even_text` is the evened text.
    """
    if given.date:
        return Known(given.date, "front_matter", given.spans.get("date")), None
    if page.date:
        return Known(page.date, "html_metadata"), None
    reader = _DateReader(even_text, zones, language)
    dateline, caption = reader.dateline(), None
    if dateline is None:
        caption = reader.caption()
    if dateline or caption:
        found, basis = (dateline, _DATELINE) if dateline else (caption, _CAPTION)
        assert found is not None
        return Known(found.value, basis, found.span), None if found.weekday_fits else found
    named = _file_date(stem)
    if named:
        return Known(named, "file_name"), None
    said = reader.said()
    return (Known(said.value, "text", said.span) if said else None), None


_DATELINE: Final[Basis] = "dateline"
_CAPTION: Final[Basis] = "caption"


@dataclass(frozen=True)
class _DateReader:
    """Looks for the date of one text; `text` is evened."""

    text: str
    zones: Sequence[Zone]
    language: str

    def _zones(self, kind: ZoneKind) -> list[Zone]:
        return [zone for zone in self.zones if zone.kind is kind]

    def dateline(self) -> FoundDate | None:
        """Return the earliest date of the date lines; those below the title count before a page header's "today"."""
        title = next((zone.start for zone in self._zones(ZoneKind.TITLE)), -1)
        lines = self._zones(ZoneKind.DATELINE)
        for chosen in ([zone for zone in lines if zone.start > title], lines):
            dates = [date for zone in chosen for date in find_dates(self.text, self.language, zone.start, zone.end)]
            days = [date for date in dates if date.value.precision == "day"]
            if days:
                # A text is published before it is updated.
                return min(days, key=lambda date: (date.value.sort_key(), date.span.start))
            without_year = next((found for zone in chosen if (found := self._without_year(zone))), None)
            if without_year:
                return without_year
        return None

    def _without_year(self, zone: Zone) -> FoundDate | None:
        """Return the date of a dateline that leaves out the year (`TOKYO, 3 March –`), the year taken from the text."""
        for expression in find_expressions(self.text, pack_for(self.language), zone.start, zone.end):
            parts = expression.parts
            if expression.op == "calendar" and parts.month and parts.day and not parts.year:
                years = [value.year for _, value in self._in_full]
                try:
                    value = PartialDate(max(years), parts.month, parts.day)
                except ValueError:  # no year in the text, or no such day in that year
                    continue
                return FoundDate(value, Span(expression.start, expression.end), parts.weekday)
        return None

    def caption(self) -> FoundDate | None:
        """Return the latest day named in the article's own captions, archive pictures aside."""
        archive = phrases_of("archive_photo", "anywhere")
        dates = []
        for zone in self._zones(ZoneKind.CAPTION):
            # The credit is parted from the caption, but "(…, File)" says it is an old picture: the line as a whole.
            line_end = self.text.find("\n", zone.end)
            key = folded(self.text[zone.start : line_end if line_end >= 0 else None])
            if not any(phrase in key for phrase in archive):
                found = find_dates(self.text, self.language, zone.start, zone.end)
                dates += [date for date in found if date.value.precision == "day"]
        return max(dates, key=lambda date: (date.weekday_fits, date.value.sort_key(), -date.span.start), default=None)

    def said(self) -> FoundDate | None:
        """Return the date in the running text that may be that of the day.

        News says the weekday of the day it speaks of; a full date without one is mostly one from the past. So the
        latest date with its right weekday counts; another one only in a text that has no words such as "on Tuesday"
        or "yesterday", if it stands near the beginning and nothing later is spoken of.
        """
        if not any(_YEAR.search(self.text, zone.start, zone.end) for zone in self._zones(ZoneKind.BODY)):
            return None
        days = [
            FoundDate(value, Span(words.start, words.end), words.parts.weekday)
            for words, value in self._in_full
            if value.precision == "day"
        ]
        named = [date for date in days if date.weekday and date.weekday_fits]
        if named:
            return max(named, key=lambda date: (date.value.sort_key(), -date.span.start))
        if not days or any(_counted_from_today(words) for words in self._body()):
            return None
        latest = max(days, key=lambda date: (date.value.sort_key(), -date.span.start))
        head = self._zones(ZoneKind.BODY)[:_HEAD][-1].end
        last_year = max(value.year for _, value in self._in_full)
        return latest if latest.span.start < head and latest.value.year == last_year else None

    @cached_property
    def _in_full(self) -> list[tuple[DateExpression, PartialDate]]:
        """The date expressions of the running text that say a date in full, each with that date."""
        said = ((words, absolute(words)) for words in self._body(_FIGURE))
        return [(words, value) for words, value in said if isinstance(value, PartialDate)]

    def _body(self, holding: re.Pattern[str] | None = None) -> Iterator[DateExpression]:
        """Yield the date expressions of the paragraphs of the running text, or of those that hold a pattern."""
        pack = pack_for(self.language)
        for zone in self._zones(ZoneKind.BODY):
            if holding is None or holding.search(self.text, zone.start, zone.end):
                yield from find_expressions(self.text, pack, zone.start, zone.end)


def _counted_from_today(words: DateExpression) -> bool:
    """Tell whether an expression only makes sense on the day of the text."""
    bare_weekday = words.op == "calendar" and words.parts.weekday is not None and words.parts.day is None
    return words.base == "article" and (bare_weekday or words.op in ("offset", "period"))


def _file_date(stem: str) -> PartialDate | None:
    match = _FILE_DATE.match(stem)
    if not match:
        return None
    try:
        return PartialDate(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def language_in_doubt(text: str, zones: Sequence[Zone], language: Known[str]) -> str | None:
    """Return the language the text seems to be in, where it is plainly not the one the contributor gave."""
    if language.basis != "front_matter":
        return None
    body = "\n".join(zone.span.of(text) for zone in zones if zone.kind is ZoneKind.BODY)
    guess = detect(body)
    differs = guess.language not in (UNDETERMINED, language.value.partition("-")[0].lower())
    return guess.language if differs and guess.confidence >= 0.75 and len(body) > 200 else None


def find_url(text: str, zones: Sequence[Zone], given: FrontMatter, page: PageData) -> str | None:
    """Return where the article was published: given, the page's own address, or the one address on a line alone."""
    if given.url or page.url:
        return given.url or page.url
    alone = [zone.span.of(text) for zone in zones if zone.reason == "link"]
    links = [word for line in alone for word in line.split() if re.fullmatch(r"https?://[^\s<>\"]+", word)]
    return links[0] if len(set(links)) == 1 else None
