"""Identifiers: `kind/slug`, unique over the whole site, stable for ever."""

from __future__ import annotations

import hashlib
import re
from typing import Final

from anyascii import anyascii

ENTITY_KINDS: Final = ("people", "countries", "organizations", "places", "events")
"""Kinds that get a page because articles speak of them, in reading order."""

KINDS: Final = (*ENTITY_KINDS, "articles", "sources")
"""Every kind of page that has a record or file of its own; also the folder names of `content/`."""

KIND_OF_MENTION: Final = {
    "person": "people",
    "country": "countries",
    "organization": "organizations",
    "place": "places",
}
"""From the `kind` of a mention (singular, in the `read` contract) to the folder of its page."""

LONGEST_SLUG: Final = 200
"""Slugs become names of files and folders, which most file systems limit to 255 bytes, endings included."""

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_DIGEST = 8
_INDEX = "index"


def slugify(name: str) -> str:
    """Return the slug of `name`: ASCII lower case, words joined by `-`; `""` if nothing is left.

    Depends on `name` alone, so adding other entities never changes an address. A slug that would be too long is cut
    and ends in a digest of all of it; `index`, the address of the list of a kind, becomes `index-page`.
    """
    ascii_name = anyascii(name.replace("’", "'").replace("ʼ", "'")).lower().replace("'", "")
    slug = _NOT_SLUG.sub("-", ascii_name).strip("-")
    if len(slug) > LONGEST_SLUG:
        digest = hashlib.sha256(slug.encode("ascii")).hexdigest()[:_DIGEST]
        return f"{slug[: LONGEST_SLUG - _DIGEST - 1].strip('-')}-{digest}"
    return f"{slug}-page" if slug == _INDEX else slug


def make_id(kind: str, slug: str) -> str:
    """Join a kind of `KINDS` and a slug."""
    return f"{kind}/{slug}"


def kind_of(entity_id: str) -> str:
    """Return the kind part of an id."""
    return entity_id.partition("/")[0]


def slug_of(entity_id: str) -> str:
    """Return the slug part of an id."""
    return entity_id.partition("/")[2]
