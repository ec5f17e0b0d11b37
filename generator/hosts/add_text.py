"""The file `knowledge-site add` writes: what was worked out as front matter, the text as found below it.

What is promised: reading the written file gives the same title, date, language, outlet and zones that were shown.
A `.txt` or `.md` file keeps its text as it is, so only its front matter is new. Of a web page the extracted text is
written, without the blocks that were set aside; where the written text would be divided otherwise than the page was,
`zones` in the front matter says how.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

import yaml

from generator.language.normalise import even
from generator.model.article import CONTENT_ZONES, Article, Known, Rights, ZoneKind
from generator.model.dates import PartialDate
from generator.model.ids import slug_of
from generator.model.problem import Position, Problem, Severity
from generator.reading.articles import read_bytes
from generator.reading.decode import decode
from generator.reading.frontmatter import FrontMatter, read_front_matter

_SET_ASIDE: Final = frozenset({ZoneKind.NAVIGATION, ZoneKind.FOOTER, ZoneKind.FOREIGN_CAPTION})
_HTML: Final = (".html", ".htm", ".xhtml")
_MARKDOWN: Final = (".md", ".markdown")
_ROUNDS: Final = 4
_FEWEST_WORDS: Final = 5
_UNUSABLE: Final = frozenset({"yaml-syntax", "duplicate-key", "front-matter-open"})
"""Faults that leave it open where front matter ends or which of two values holds."""
_LONGEST: Final = 18_000
"""Characters of front matter that are sure to be read again."""
_DATE_LINE: Final = re.compile(r"^date: '([\d-]+)'$", re.MULTILINE)

BASES: Final[Mapping[str, str]] = {
    "front_matter": "given", "html_metadata": "metadata of the page", "source_line": "source line",
    "dateline": "date line", "caption": "caption", "title": "title line", "first_line": "first words",
    "text": "text", "folder": "folder", "file_name": "file name", "default": "default",
}  # fmt: skip
"""What a value rests on, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the person who adds articles says about all of them; None: to be worked out."""

    source: str | None = None
    date: PartialDate | None = None
    language: str | None = None
    rights: Rights | None = None

    def over(self, values: FrontMatter) -> FrontMatter:
        """Return the values of a file with these in their place."""
        said = {key: getattr(self, key) for key in self.__slots__ if getattr(self, key)}
        return replace(values, **said)


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as found: its bytes, the name of its file, the values beside it (`x.yml`), the address it is from.

    What a stranger's server sends is believed on what it says of itself, not on what may be shown or who is meant.
    """

    data: bytes
    name: str
    beside: FrontMatter = field(default_factory=FrontMatter)
    url: str | None = None

    @property
    def ending(self) -> str:
        """The ending of the file's name in lower case, `""` without one."""
        stem, dot, ending = self.name.rpartition(".")
        return f".{ending.lower()}" if dot and stem else ""

    @property
    def is_html(self) -> bool:
        """Tell whether it is a web page."""
        return self.ending in _HTML


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file to be written: its text, its ending, the article as reading the file gives it, and remarks.

    `worked_out` is the article before its values were written down, with what each of them rests on.
    """

    text: str
    ending: str
    article: Article
    worked_out: Article
    remarks: tuple[Problem, ...] = ()


def prepare(
    raw: Raw, shown: str, outlets: Mapping[str, str], given: Given
) -> tuple[Prepared | None, tuple[Problem, ...]]:
    """Read an article as found and make the file of it; None where it cannot be one, and the problems say why.

    `shown` is the path the file will have (its folder may name the outlet); `outlets` are those of the records.
    """
    ending = ".md" if raw.ending in _MARKDOWN else ".txt"
    source, problems = _from_page(raw, shown, outlets, given) if raw.is_html else _from_text(raw, shown, given)
    if source is None:
        return None, problems
    values, body, article = source
    if article is None:
        # The name of the file as found may say its date.
        named = f"{raw.name.rpartition('.')[0] or raw.name}{ending}"
        article, found = _read(f"{_front(_keys(values))}{body}", named, shown, outlets)
        problems = (*problems, *found)
        if article is None:
            return None, problems
    keys = _keys(_pinned(values, article, raw))
    if raw.is_html:
        text, written, found = _settled(keys, body, article, shown, outlets)
    else:
        text = f"{_front(keys, article)}{body}"
        written, found = _read(text, f"article{ending}", shown, outlets)
    # Reading the page may stumble over what the written file no longer has, so the file's faults count.
    faults = tuple(problem for problem in found if problem.severity is Severity.ERROR)
    if written is None or faults:
        return None, faults or found
    remarks = (*problems, *found)
    return Prepared(text, ending, written, article, tuple(sorted(set(remarks), key=Problem.sort_key))), ()


_Source = tuple[FrontMatter, str, Article | None]


def _from_text(raw: Raw, shown: str, given: Given) -> tuple[_Source | None, tuple[Problem, ...]]:
    """Return the values a text file gives, and its text."""
    decoded = decode(raw.data, shown, allow_legacy=True)
    if decoded.text is None:
        return None, decoded.problems
    values, problems = read_front_matter(decoded.text, shown)
    faults = tuple(problem for problem in problems if problem.code in _UNUSABLE)
    if faults:
        return None, faults
    body = decoded.text[values.end :].strip("\n")
    if not body.strip():
        hint = "paste the text of the article into it"
        return None, (Problem.at(Position(shown), "empty-article", "the file holds no text", hint),)
    if raw.url:
        values = replace(values, rights=None, captions=(), about=(), mentions=(), zones={})
    mild = (replace(problem, severity=Severity.WARNING) for problem in problems)
    return (given.over(values), f"{body}\n", None), (*decoded.problems, *mild)


def _from_page(
    raw: Raw, shown: str, outlets: Mapping[str, str], given: Given
) -> tuple[_Source | None, tuple[Problem, ...]]:
    """Return the values beside a web page, its text without what was set aside, and the article."""
    values = given.over(raw.beside)
    article, problems = read_bytes(raw.data, raw.name, shown, outlets=outlets, allow_legacy=True, beside=values)
    faults = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    if article is None or faults:
        return None, faults or problems
    kept = [_unpinned(words) for words, kind in _lines(article) if kind not in _SET_ASIDE]
    return (values, "\n\n".join(kept) + "\n", article), problems


def _unpinned(words: str) -> str:
    """Return words of a page in which double square brackets are just that: in a text file they would name a page."""
    return words.replace("[[", "[ [")


def _read(text: str, name: str, shown: str, outlets: Mapping[str, str]) -> tuple[Article | None, tuple[Problem, ...]]:
    return read_bytes(text.encode("utf-8", "replace"), name, shown, outlets=outlets)


# ---------------------------------------------------------------------- front matter


def _pinned(values: FrontMatter, article: Article, raw: Raw) -> FrontMatter:
    """Return the given values with all that was worked out; the first words of a text are no title."""
    title = article.title.value if article.title and article.title.basis != "first_line" else None
    return replace(
        values,
        title=title,
        source=slug_of(article.source.value) if article.source else None,
        date=article.date.value if article.date else None,
        language=article.language.value if article.language.basis != "default" else None,
        url=article.url or raw.url,
        authors=article.authors,
    )


def _keys(values: FrontMatter) -> dict[str, Any]:
    """Return the front matter as a mapping in the order in which people write it; what is not known is left out."""
    keys = {
        "title": " ".join(values.title.split()) if values.title else None,
        "source": values.source,
        "date": str(values.date) if values.date else None,
        "language": values.language,
        "url": values.url,
        "archive_url": values.archive_url,
        "authors": [" ".join(name.split()) for name in values.authors],
        "rights": values.rights,
        "captions": list(values.captions),
        "about": list(values.about),
        "mentions": values.mentions if isinstance(values.mentions, dict) else list(values.mentions),
        "zones": {kind: list(words) for kind, words in values.zones.items()},
    }
    return {key: value for key, value in keys.items() if value}


class _Dumper(yaml.SafeDumper):
    """One key a line, lists on their line, and every value written out: readers of the site know no `&` and `*`."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True

    def represent_sequence(self, tag: str, sequence: Any, flow_style: bool | None = None) -> yaml.SequenceNode:  # noqa: ARG002
        return super().represent_sequence(tag, sequence, flow_style=True)


_Dumper.add_representer(type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", ""))


def dump(keys: Mapping[str, Any]) -> str:
    """Return YAML of one key a line, in the order given."""
    return yaml.dump(
        dict(keys), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=False
    )


def _front(keys: Mapping[str, Any], article: Article | None = None) -> str:
    """Return the block of front matter; of an article, with a line that says what each value rests on."""
    if not keys:
        return ""
    lines = _DATE_LINE.sub(r"date: \1", dump(keys))
    return f"---\n{_remark(keys, article) if article else ''}{lines}---\n\n"


def _remark(keys: Mapping[str, Any], article: Article) -> str:
    known: tuple[tuple[str, Known[Any] | None], ...] = (
        ("title", article.title), ("source", article.source), ("date", article.date), ("language", article.language),
    )  # fmt: skip
    found: dict[str, list[str]] = {}
    for key, value in known:
        if key in keys and value and value.basis != "front_matter":
            found.setdefault(BASES[value.basis], []).append(key)
    said = "; ".join(f"{', '.join(names)} ({basis})" for basis, names in found.items())
    return f"# Worked out by knowledge-site add: {said}. Correct what is wrong.\n" if said else ""


# ---------------------------------------------------------------------- zones

_Line = tuple[str, ZoneKind]


def _settled(
    keys: dict[str, Any], body: str, page: Article, shown: str, outlets: Mapping[str, str]
) -> tuple[str, Article | None, tuple[Problem, ...]]:
    """Return the text of a page's file that is divided like the page, as far as `zones` in front matter can do it."""
    wanted = [(_plain(_unpinned(words)), kind) for words, kind in _lines(page) if kind not in _SET_ASIDE]
    chosen: dict[str, str] = {}
    for _ in range(_ROUNDS):
        zones: dict[str, list[str]] = {}
        for words, kind in chosen.items():
            zones.setdefault(kind, []).append(words)
        text = f"{_front({**keys, 'zones': zones} if zones else keys, page)}{body}"
        article, problems = _read(text, "article.txt", shown, outlets)
        more = _pins(article, wanted, _LONGEST - len(text) + len(body)) if article else {}
        if not more:
            break
        chosen |= more
    return text, article, problems


def _lines(article: Article) -> list[_Line]:
    """Return the lines of an article's text that have words, each with the kind of zone that most of it is."""
    found, zones, first = [], article.zones, 0
    for match in re.finditer(r"[^\n]*\S[^\n]*", article.text):
        kinds: dict[ZoneKind, int] = {}
        while first < len(zones) and zones[first].end <= match.start():
            first += 1
        for zone in zones[first:]:
            if zone.start >= match.end():
                break
            kinds[zone.kind] = kinds.get(zone.kind, 0) + min(zone.end, match.end()) - max(zone.start, match.start())
        if kinds and ZoneKind.FRONT_MATTER not in kinds and _plain(match.group()):
            found.append((match.group().strip(), max(kinds, key=lambda kind: (kinds[kind], kind.value))))
    return found


def _pins(article: Article, wanted: list[_Line], room: int) -> dict[str, str]:
    """Return the first words of lines that the written article takes for something else -> the kind they should be.

    `room` is the number of characters they may have together.
    """
    chosen = {}
    for place, ((words, kind), (_, got)) in enumerate(zip(wanted, _lines(article), strict=False)):
        if kind is not got and (kind in CONTENT_ZONES or got in CONTENT_ZONES):
            opening = _opening(words, [before for before, _ in wanted[:place]])
            room -= len(opening) + 8
            if room < 0:
                break
            if opening:
                chosen[opening] = kind.value
    return chosen


def _opening(line: str, before: list[str]) -> str:
    """Return the fewest first words by which a line is told from those before it; `""` where one begins alike."""
    words = line.split(" ")
    for count in range(min(_FEWEST_WORDS, len(words)), len(words) + 1):
        opening = " ".join(words[:count])
        before = [other for other in before if other.startswith(opening)]
        if not before:
            return opening
    return ""


def _plain(words: str) -> str:
    """Return a line as `zones` compares it: signs evened, none before the first word."""
    return " ".join(re.sub(r"^\W+", "", even(words)).split())
