"""What the contributor says about an article: the block between `---` lines, or the `.yml` file beside a web page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Map
from dataclasses import dataclass, field, replace
from typing import Any, Final

from generator.model.article import Rights, ZoneKind
from generator.model.dates import PartialDate
from generator.model.ids import ENTITY_KINDS
from generator.model.problem import Position, Problem
from generator.model.text import Span
from generator.reading.records.fields import Date, Findings, Form, Language, OneOf, Text
from generator.reading.records.links import Ref, Url
from generator.reading.records.shapes import Key, Shape
from generator.reading.records.yamlfile import Mapping, Node, Scalar, Sequence, YamlError, parse_yaml
from generator.reading.records.yamlhelp import shown

_OPENING: Final = re.compile(r"---[ \t]*\n")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY_LINE: Final = re.compile(r"^[A-Za-z_]+[ \t]*:(?:\s|$)", re.MULTILINE)
_MAX_LENGTH: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The values a contributor gave; what is not given is None or empty.

    `end` is the offset where the article's own text begins. `spans` tells where in the text each value stands.
    `zones` are opening words of blocks by the kind of zone they are to be; `mentions` are ids, `pinned_words` words
    with the id they mean (None: no entity).
    """

    title: str | None = None
    source: str | None = None
    date: PartialDate | None = None
    language: str | None = None
    url: str | None = None
    archive_url: str | None = None
    authors: tuple[str, ...] = ()
    rights: Rights | None = None
    captions: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    mentions: tuple[str, ...] | dict[str, str | None] = ()
    zones: Map[str, tuple[str, ...]] = field(default_factory=dict)
    end: int = 0
    spans: Map[str, Span] = field(default_factory=dict)
    positions: Map[str, Position] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _OneOrMore:
    """One value or a list of them."""

    item: Form

    @property
    def name(self) -> str:
        return f"{self.item.name}, or a list"

    def read(self, node: Node, key: str, findings: Findings) -> tuple[Any, ...]:
        nodes = node.items if isinstance(node, Sequence) else (node,)
        values = (self.item.read(one, key, findings) for one in nodes)
        return tuple(value for value in values if value is not None)


@dataclass(frozen=True, slots=True)
class _ZoneWords:
    """Kinds of zones, each with the first words of one block or several."""

    name: str = "a mapping from a kind of zone to the first words of a block"

    def read(self, node: Node, key: str, findings: Findings) -> dict[str, tuple[str, ...]] | None:
        if not isinstance(node, Mapping):
            findings.say(node, "wrong-type", f"`{key}` must be {self.name}", "write {footer: first words of the line}")
            return None
        kinds = OneOf(tuple(kind.value for kind in ZoneKind if kind is not ZoneKind.FRONT_MATTER))
        chosen = {}
        for name, words in node.entries:
            kind = kinds.read(name, key, findings)
            if kind:
                chosen[kind] = _OneOrMore(Text()).read(words, f"{key}.{kind}", findings)
        return chosen


@dataclass(frozen=True, slots=True)
class _Mentions:
    """Ids of what the article mentions, or a mapping from words to the id they mean (empty: they name no entity)."""

    name: str = "a list of ids, or a mapping from words of the text to an id"

    def read(self, node: Node, key: str, findings: Findings) -> tuple[str, ...] | dict[str, str | None]:
        identifier = Ref(ENTITY_KINDS, bare=False)
        if not isinstance(node, Mapping):
            return _OneOrMore(identifier).read(node, key, findings)
        return {
            words.value: None if isinstance(value, Scalar) and value.absent else identifier.read(value, key, findings)
            for words, value in node.entries
        }


SHAPE: Final = Shape(
    "an article",
    (
        Key("title", Text(), "Its headline.", often=("headline", "name", "titre")),
        Key(
            "source",
            Text(),
            "The outlet: its name, or the slug of its record.",
            often=("outlet", "publisher", "sources", "site"),
        ),
        Key("date", Date(), "When it was published.", often=("published", "publication_date", "created", "datetime")),
        Key("language", Language(), "Language it is written in, as a BCP 47 tag.", often=("lang", "locale", "langue")),
        Key("url", Url(), "Where it was published.", often=("link", "href", "permalink", "original_url")),
        Key("archive_url", Url(), "Where a copy is kept.", often=("archive", "archived", "wayback")),
        Key("authors", _OneOrMore(Text()), "Who wrote it.", often=("author", "by", "byline", "auteur")),
        Key("rights", OneOf(("full", "excerpt", "link")), "How much of it may be shown.", often=("licence", "license")),
        Key("captions", _OneOrMore(Text()), "First words of the captions that belong to it.", often=("caption",)),
        Key(
            "about", _OneOrMore(Ref(ENTITY_KINDS, bare=False)), "Ids of what it is about.", often=("subject", "topics")
        ),
        Key(
            "mentions",
            _Mentions(),
            "Ids of what it mentions, or words and the id they mean.",
            often=("entities", "people"),
        ),
        Key(
            "zones",
            _ZoneWords(),
            "Kinds of zones and the first words of their blocks, where the reading is wrong.",
            often=("zone",),
        ),
    ),
    FrontMatter,
    "title: …",
    positioned=False,
)
"""Every key of an article's front matter."""


def read_front_matter(text: str, path: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Read the block between `---` lines at the top of a text; an empty `FrontMatter` where there is none."""
    opening = _OPENING.match(text)
    if not opening:
        return FrontMatter(), ()
    closing = _CLOSING.search(text, opening.end(), _MAX_LENGTH)
    if not closing:
        return FrontMatter(), tuple(_never_closed(text, opening.end(), path))
    block = text[opening.end() : closing.start()]
    if block.strip() and not _KEY_LINE.search(block):
        # Two rules with words between them are decoration, unless one of the words is a key.
        return FrontMatter(), ()
    values, problems = read_values(block, path, 2)
    spans = {key: _span_at(text, place) for key, place in values.positions.items()}
    return replace(values, end=closing.end(), spans=spans), problems


def read_values(yaml_text: str, path: str, first_line: int = 1) -> tuple[FrontMatter, tuple[Problem, ...]]:
    """Read the keys of an article from YAML that begins on `first_line` of the file `path`."""
    try:
        node = parse_yaml(yaml_text, path, first_line)
    except YamlError as error:
        return FrontMatter(), (error.problem,)
    if node is None:
        return FrontMatter(), ()
    findings = Findings("articles")
    made = SHAPE.read(node, "front matter", findings)
    values = made if isinstance(made, FrontMatter) else FrontMatter()
    if isinstance(node, Mapping):
        values = replace(values, positions={key.value: value.position for key, value in node.entries})
    return values, tuple(sorted(findings.problems, key=Problem.sort_key))


def unmatched(path: str, values: FrontMatter, key: str, words: str) -> Problem:
    """Make the problem for words of `zones` or `captions` that the text does not have."""
    message = f"no line of the text begins with {shown(words)}"
    hint = "copy the first words of the line letter by letter"
    return Problem.at(values.positions.get(key, Position(path)), "words-not-found", message, hint)


def _never_closed(text: str, start: int, path: str) -> Iterator[Problem]:
    """Yield the problem of a block that is opened and never closed, if it looks like front matter at all."""
    first = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)]
    if _KEY_LINE.match(first):
        hint = "put a line with `---` between the keys and the text of the article"
        yield Problem.at(Position(path), "front-matter-open", "the front matter that begins here never ends", hint)


def _span_at(text: str, position: Position) -> Span:
    """Return the stretch from a place to the end of its line, quotation marks and blanks aside."""
    start = 0
    for _ in range(position.line - 1):
        start = text.find("\n", start) + 1
    start += position.column - 1
    end = text.find("\n", start)
    end = len(text) if end < 0 else end
    while end > start and text[end - 1] in " \t\"'":
        end -= 1
    while start < end and text[start] in "\"'":
        start += 1
    return Span(start, end)
