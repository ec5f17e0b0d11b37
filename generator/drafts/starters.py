"""Files to begin with: every key a file can have, each explained in a line, those not yet known commented out.

The keys and their explanations are those of the reader (`reading/records/schema.py`), so that none can be missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from generator.drafts.parts import Draft
from generator.drafts.yamltext import Value, block
from generator.model.ids import kind_of
from generator.reading import frontmatter
from generator.reading.records.fields import Date, Form, Language, Number, OneOf, Texts, YesNo
from generator.reading.records.links import CountryCode, OwnRef, Ref, Url
from generator.reading.records.parts import CLAIM, IDENTIFIER, OTHER_NAME, PARTICIPANT, ROLE, SOURCE_REF
from generator.reading.records.schema import RECORDS
from generator.reading.records.shapes import Key, ListOf, Shape

_BODY: Final = "<!-- Paste the text of the article here, in place of this line. -->"
_USE: Final = "Delete the # before a key to use it; delete what you do not need."
_SOURCE: Final[Value] = {"article": "slug-of-an-article", "quote": "Words of the article, letter by letter"}
_OF_SHAPES: Final[Mapping[str, Value]] = {
    OTHER_NAME.name: {"name": "Another Spelling", "lang": "fr"},
    IDENTIFIER.name: {"scheme": "wikidata", "identifier": "Q42"},
    CLAIM.name: {"field": "rank", "value": "general", "sources": [_SOURCE]},
    SOURCE_REF.name: _SOURCE,
    PARTICIPANT.name: {"entity": "slug-of-a-person", "part": "signatory", "on_behalf_of": "france"},
    ROLE.name: {
        "role": {"en": "Title of the office", "fr": "titre de la fonction"},
        "country": "france",
        "start_date": "2021-08",
        "sources": [_SOURCE],
    },
}
"""What an item of a list looks like, by the name of its shape."""
_OF_KINDS: Final = {
    "people": "slug-of-a-person",
    "countries": "france",
    "organizations": "slug-of-an-organization",
    "places": "paris",
    "events": "slug-of-an-event",
    "articles": "slug-of-an-article",
}
_OF_KEYS: Final[Mapping[str, Value]] = {
    "about": ["people/slug-of-a-person"],
    "authors": ["Anna Example"],
    "captions": ["First words of the caption"],
    "mentions": ["people/slug-of-a-person"],
    "source": "slug-of-an-outlet",
    "zones": {"footer": "First words of the line"},
}
"""What the value of a key looks like, where its form does not say it."""
_COMMON: Final = frozenset.intersection(*(frozenset(key.key for key in shape.keys) for shape in RECORDS.values()))


def starter(owner: str, known: Mapping[str, Value], remark: str = "") -> Draft:
    """Return the file of a new record: what is known, and the other keys of its kind as comments.

    `owner` is its id. `known` holds at least the keys its kind needs; `remark` is a comment to begin with.
    """
    shape = RECORDS[kind_of(owner)]
    first = f"# {shape.name[:1].upper()}{shape.name[1:]}. {_USE}\n"
    keys = sorted(shape.keys, key=lambda key: (key.key != "name", not key.required, key.key in _COMMON))
    return Draft(f"{owner}.yml", f"{remark}{first}\n{_keys(keys, known)}")


def article_starter(owner: str, known: Mapping[str, Value]) -> Draft:
    """Return the file of a new article, which waits for its text; `known` holds its front matter."""
    front = _keys(frontmatter.SHAPE.keys, known)
    return Draft(f"{owner}.md", f"---\n# What is not said here is worked out. {_USE}\n\n{front}---\n\n{_BODY}\n")


def _keys(keys: Iterable[Key], known: Mapping[str, Value]) -> str:
    return "\n".join(f"# {_explained(key)}\n{_key(key, known.get(key.key))}" for key in keys)


def _key(key: Key, value: Value | None) -> str:
    if value:
        return block({key.key: value})
    return "".join(f"#{line}\n" for line in block({key.key: example_of(key)}).splitlines())


def _explained(key: Key) -> str:
    form = key.form.item if isinstance(key.form, ListOf) else key.form
    choice = f" One of {', '.join(form.values)}." if isinstance(form, OneOf) else ""
    return f"{key.help}{choice}{' Needed.' if key.required else ''}"


def example_of(key: Key) -> Value:
    """Return a value that a key may have, so that people see its form."""
    given = _OF_KEYS.get(key.key)
    return given if given is not None else _example(key.form)


def _example(form: Form | Shape) -> Value:
    if isinstance(form, ListOf):
        return [_example(form.item)]
    if isinstance(form, Shape):
        return _OF_SHAPES[form.name]
    if isinstance(form, Ref | OwnRef):
        return _reference(form)
    if isinstance(form, OneOf):
        return form.values[0]
    if isinstance(form, Number):
        return str(form.high)
    return next((value for kind, value in _OF_FORMS if isinstance(form, kind)), "Some words")


def _reference(form: Ref | OwnRef) -> Value:
    if isinstance(form, OwnRef):
        return "old-slug"
    slug = _OF_KINDS[form.kinds[0]]
    return slug if form.bare else f"{form.kinds[0]}/{slug}"


_OF_FORMS: Final[tuple[tuple[type, Value], ...]] = (
    (Texts, {"en": "Some words", "fr": "Quelques mots"}),
    (Date, "2023-07-31"),
    (Language, "fr"),
    (Url, "https://example.org/"),
    (CountryCode, "FR"),
    (YesNo, "true"),
)
