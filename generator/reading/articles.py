"""One article file read: decoded, its front matter taken off, divided into zones, its metadata worked out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from generator.language.normalise import even
from generator.model.article import Article, Pin, Zone, ZoneKind
from generator.model.ids import make_id, slugify
from generator.model.problem import Position, Problem, Severity
from generator.model.text import UNDETERMINED, Span
from generator.reading.decode import MAX_HTML, MAX_TEXT, decode
from generator.reading.frontmatter import FrontMatter, read_front_matter, read_values, unmatched
from generator.reading.markup import Markup, blank, find_markup
from generator.reading.metadata import find_date, find_language, find_title, find_url, language_in_doubt
from generator.reading.pagedata import PageData
from generator.reading.web.html import WebPage, read_page
from generator.reading.zones.bylines import find_authors, find_outlet
from generator.reading.zones.datelines import FoundDate
from generator.reading.zones.find import classify
from generator.reading.zones.region import Named

_HTML: Final = frozenset({".html", ".htm", ".xhtml"})
_MARKDOWN: Final = frozenset({".md", ".markdown"})
_ARTICLES: Final = "articles"


@dataclass(frozen=True, slots=True)
class _Source:
    """A file's text, whatever its format: where its words begin, its marks, what the page says, blocks known."""

    text: str
    given: FrontMatter
    page: PageData
    markup: Markup
    fixed: Mapping[int, Named]
    extracted: bool = False


def read_article(
    path: Path, root: Path, *, outlets: Mapping[str, str] | None = None, allow_legacy: bool = False
) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read one article file; None for the article where the file cannot be one, and the problems say why.

    `root` is the project folder: paths in the result are relative to it. `outlets` maps folded names of known
    outlets to their ids. With `allow_legacy`, old 8-bit encodings are read and a note says so. Never raises,
    whatever the file holds.
    """
    shown = _shown(path, root)
    data, unread = _bytes(path, shown)
    if data is None:
        return None, unread
    beside, problems = _beside(path, root) if _is_html(path) else (None, ())
    article, found = read_bytes(data, path.name, shown, outlets=outlets, allow_legacy=allow_legacy, beside=beside)
    return article, tuple(sorted({*problems, *found}, key=Problem.sort_key))


def read_bytes(
    data: bytes,
    name: str,
    shown: str,
    *,
    outlets: Mapping[str, str] | None = None,
    allow_legacy: bool = False,
    beside: FrontMatter | None = None,
) -> tuple[Article | None, tuple[Problem, ...]]:
    """Read an article from the bytes of a file called `name`; `shown` is its path in problems and in the article."""
    suffix, html = Path(name).suffix.lower(), _is_html(Path(name))
    decoded = decode(data, shown, html=html, allow_legacy=allow_legacy)
    if decoded.text is None:
        return None, decoded.problems
    if not decoded.text.strip():
        return None, (*decoded.problems, _empty(shown))
    if html:
        source, problems = _from_html(decoded.text, shown, beside or FrontMatter())
    else:
        source, problems = _from_text(decoded.text, shown, markdown=suffix in _MARKDOWN)
    problems = (*decoded.problems, *problems)
    if source is None:
        return None, tuple(sorted(problems, key=Problem.sort_key))
    if not source.text[source.given.end :].strip():
        return None, (*problems, _empty(shown))
    article, more = _article(source, Path(name).stem, shown, outlets or {})
    return article, tuple(sorted({*problems, *more}, key=Problem.sort_key))


# ---------------------------------------------------------------------- formats


def _from_text(text: str, shown: str, *, markdown: bool) -> tuple[_Source, tuple[Problem, ...]]:
    given, problems = read_front_matter(text, shown)
    markup = find_markup(text, given.end, shown, markdown=markdown)
    source = _Source(text, given, PageData(), markup, _of_headings(markup))
    return source, (*problems, *markup.problems)


def _of_headings(markup: Markup) -> dict[int, Named]:
    """Name the headings of Markdown: the first of the highest level is the title if it comes first, others are body."""
    named: dict[int, Named] = {}
    for number, (level, start, _) in enumerate(markup.headings):
        is_title = number == 0 and level <= min(level for level, _, _ in markup.headings)
        named[start] = (ZoneKind.TITLE, "heading") if is_title else (ZoneKind.BODY, "heading")
    return named


def _from_html(html: str, shown: str, given: FrontMatter) -> tuple[_Source | None, tuple[Problem, ...]]:
    page, problems = read_page(html, shown)
    if page is None:
        return None, problems
    return _Source(page.text, replace(given, end=0, spans={}), page.data, Markup(), _of_page(page), True), problems


def _of_page(page: WebPage) -> dict[int, Named]:
    named: dict[int, Named] = {}
    if page.title_at is not None:
        named[page.title_at] = (ZoneKind.TITLE, "html_title")
    for caption in page.captions_at:
        named[caption] = (ZoneKind.CAPTION, "caption_words")
    return named


def _beside(path: Path, root: Path) -> tuple[FrontMatter | None, tuple[Problem, ...]]:
    """Read `x.yml` next to `x.html`, if there is one."""
    beside = path.with_suffix(".yml")
    if not beside.is_file():
        return None, ()
    shown = _shown(beside, root)
    data, problems = _bytes(beside, shown)
    decoded = decode(data, shown) if data is not None else None
    if decoded is None or decoded.text is None:
        return None, decoded.problems if decoded else problems
    return read_values(decoded.text, shown)


# ---------------------------------------------------------------------- from text to article


def _article(source: _Source, stem: str, shown: str, outlets: Mapping[str, str]) -> tuple[Article, list[Problem]]:
    text, given, page = source.text, source.given, source.page
    visible = blank(text, source.markup.marks)
    plain = even(visible)
    language = find_language(visible, given.end, given, page)
    named, problems = _named_blocks(plain, source, shown)
    zones = _covering(text, given.end, classify(plain, language.value, given.end, named, extracted=source.extracted))
    date, doubtful = find_date(plain, zones, language.value, given, page, stem)
    outlet = find_outlet(visible, zones, given, page, outlets, _folder(shown))
    problems += _doubts(text, shown, zones, language.value, language_in_doubt(visible, zones, language), doubtful)
    article = Article(
        id=make_id(_ARTICLES, slugify(stem) or "unnamed"),
        path=shown,
        text=text,
        zones=zones,
        language=language,
        title=find_title(visible, zones, given, page),
        date=date,
        source=outlet.id if outlet else None,
        source_name=outlet.name if outlet else None,
        url=find_url(visible, zones, given, page),
        archive_url=given.archive_url,
        authors=find_authors(visible, zones, given, page),
        rights=given.rights,
        about=given.about,
        pins=_pins(plain, source),
        mentions=() if isinstance(given.mentions, dict) else given.mentions,
        markup=source.markup.marks,
    )
    return article, problems


def _named_blocks(even_text: str, source: _Source, shown: str) -> tuple[dict[int, Named], list[Problem]]:
    """Return the blocks whose zone is known: from the format, and from `captions` and `zones` of the contributor."""
    named = dict(source.fixed)
    problems = []
    wishes = [("captions", ZoneKind.CAPTION, words) for words in source.given.captions]
    wishes += [
        ("zones", ZoneKind(kind), words) for kind, all_words in source.given.zones.items() for words in all_words
    ]
    for key, kind, words in wishes:
        pattern = r"\s+".join(map(re.escape, even(words).split()))
        match = re.compile(rf"^\W*{pattern}", re.MULTILINE).search(even_text, source.given.end)
        if match:
            named[match.end() - 1] = (kind, "front_matter")
        else:
            problems.append(unmatched(shown, source.given, key, words))
    return named, problems


def _covering(text: str, start: int, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    """Return the zones with the front matter before them, widened so that they cover every non-blank character.

    Marks at the ends of a line (`## `, `**`) go to the zone of that line; a line of marks alone is navigation.
    """
    front = text[:start].rstrip()
    covered = [Zone(0, len(front), ZoneKind.FRONT_MATTER, "front_matter")] if front else []
    position = start
    for zone in [*zones, Zone(len(text), len(text), ZoneKind.BODY)]:
        gap = text[position : zone.start]
        pieces = [(match.start() + position, match.end() + position) for match in re.finditer(r"[^\n]*\S", gap)]
        begin = zone.start
        for number, (first, end) in enumerate(pieces):
            first += len(text[first:end]) - len(text[first:end].lstrip())
            if number == 0 and covered and position > start and "\n" not in text[position:first]:
                covered[-1] = replace(covered[-1], end=end)
            elif number == len(pieces) - 1 and zone.start < len(text) and "\n" not in text[end : zone.start]:
                begin = first
            else:
                covered.append(Zone(first, end, ZoneKind.NAVIGATION, "marks"))
        if zone.start < len(text):
            covered.append(replace(zone, start=begin))
        position = zone.end
    return tuple(covered)


def _pins(even_text: str, source: _Source) -> tuple[Pin, ...]:
    """Return the pins of the text and those made by `mentions` of the contributor, without overlaps, in order."""
    pins = list(source.markup.pins)
    if isinstance(source.given.mentions, dict):
        taken = sorted((pin.start, pin.end) for pin in pins)
        for words, target in sorted(source.given.mentions.items(), key=lambda item: (-len(item[0]), item[0])):
            for match in re.finditer(rf"(?<!\w){re.escape(even(words))}(?!\w)", even_text[source.given.end :]):
                start, end = match.start() + source.given.end, match.end() + source.given.end
                place = bisect_right(taken, (start, end))
                free = place == 0 or taken[place - 1][1] <= start
                if words and free and (place == len(taken) or taken[place][0] >= end):
                    taken.insert(place, (start, end))
                    pins.append(Pin(start, end, target))
    return tuple(sorted(pins, key=lambda pin: (pin.start, pin.end)))


# ---------------------------------------------------------------------- problems


def _doubts(
    text: str, shown: str, zones: Iterable[Zone], language: str, seems: str | None, doubtful: FoundDate | None
) -> list[Problem]:
    problems = []
    if language == UNDETERMINED:
        hint = "add `language: …` to the front matter"
        problems.append(
            Problem.at(Position(shown), "unknown-language", "the language cannot be told", hint, Severity.WARNING)
        )
    if seems:
        message = f"the front matter says `{language}`, but the text seems to be in `{seems}`"
        problems.append(Problem.at(Position(shown), "language-mismatch", message, "check `language`", Severity.WARNING))
    if doubtful:
        message = f"`{doubtful.span.of(text)}` names a weekday that is not the one of {doubtful.value}"
        hint = "check the date, and give the right one as `date: …` in the front matter"
        problems.append(Problem.at(_position(text, doubtful.span, shown), "weekday", message, hint, Severity.NOTE))
    if not any(zone.kind is ZoneKind.BODY for zone in zones):
        hint = "check that the file holds the article's text; `zones: {body: first words}` names a block as body"
        problems.append(Problem.at(Position(shown), "no-body", "no running text was found", hint, Severity.WARNING))
    return problems


def _position(text: str, span: Span, shown: str) -> Position:
    return Position(shown, text.count("\n", 0, span.start) + 1, span.start - text.rfind("\n", 0, span.start))


def _empty(shown: str) -> Problem:
    return Problem.at(
        Position(shown), "empty-article", "the file holds no text", "paste the article, or delete the file"
    )


# ---------------------------------------------------------------------- files


def _is_html(path: Path) -> bool:
    return path.suffix.lower() in _HTML


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _folder(shown: str) -> str | None:
    """Return the sub-folder of `articles/` that a file lies in."""
    parts = shown.split("/")[:-1]
    if _ARTICLES not in parts:
        return None
    below = parts[len(parts) - parts[::-1].index(_ARTICLES) :]
    return below[0] if below else None


def _bytes(path: Path, shown: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Return the bytes of a file, at most one more than any limit allows."""
    limit = max(MAX_HTML, MAX_TEXT * 4) + 1
    try:
        with path.open("rb") as file:
            return file.read(limit), ()
    except OSError as error:
        message = f"the file cannot be opened: {error.strerror or 'unknown reason'}"
        return None, (Problem.at(Position(shown), "unreadable-file", message, "check its name and its rights"),)
