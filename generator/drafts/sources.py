"""Drafts of records of outlets that articles come from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.drafts.parts import Draft, by_language
from generator.drafts.yamltext import Value, block
from generator.model.site import Site
from generator.reading.records.tags import is_language_tag

_REMARK: Final = """\
# An outlet. What else can be said of it: other_names, country, language, ownership, description,
# rights (full, excerpt or link: how much of its articles may be shown), excerpt_words. See CONTRIBUTING.md.
"""


def source_draft(site: Site, source_id: str) -> Draft:
    """Return the draft of a record of an outlet that has none: its name, and its language if its articles have one.

    Raises:
        KeyError: the site has no such outlet.
    """
    return Draft(f"{source_id}.yml", outlet_text(source_keys(site, source_id)))


def source_keys(site: Site, source_id: str) -> dict[str, Value]:
    """Return the values of that draft by key.

    Raises:
        KeyError: the site has no such outlet.
    """
    source = site.sources[source_id]
    tags = {site.articles[article].language for article in source.articles}
    given = {tag.value for tag in tags if tag.basis != "default"}
    keys: dict[str, Value] = {"name": by_language(source.name)}
    if len(given) == 1 and len({tag.value for tag in tags}) == 1 and is_language_tag(next(iter(given))):
        keys["language"] = given.pop()
    return keys


def outlet_text(keys: Mapping[str, Value]) -> str:
    """Return the record of an outlet, with a comment on what else it can hold."""
    return _REMARK + block(keys)
