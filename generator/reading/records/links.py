"""Values that lead somewhere: ids of pages, web addresses, country codes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.language.countries import countries, country_by_code
from generator.language.normalise import fold
from generator.model.ids import make_id, slugify
from generator.reading.records.fields import Findings, Reference, read_scalar
from generator.reading.records.yamlfile import Node
from generator.reading.records.yamlhelp import shown


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of another page. A bare slug means the first of `kinds`; with `bare` off the id must be complete.

    `noted` references are checked for existence (`redirect_from` names pages that are gone); with `candidates`,
    something found in articles will do.
    """

    kinds: tuple[str, ...]
    bare: bool = True
    noted: bool = True
    candidates: bool = False

    @property
    def name(self) -> str:
        """Words that complete "… must be …"."""
        return f"the id of a page of {' or '.join(self.kinds)}"

    def read(self, node: Node, key: str, findings: Findings) -> str | None:
        """Return the complete id."""
        value = read_scalar(node, key, self, findings)
        if value is None:
            return None
        kind, slash, slug = value.rpartition("/")
        if not slash and not self.bare:
            message = f"`{key}` needs a complete id, but {shown(value)} has no kind"
            findings.say(node, "wrong-type", message, f"write {self.kinds[0]}/{slugify(value) or '…'} or another kind")
            return None
        kind = kind or self.kinds[0]
        if slug != slugify(slug) or not slug:
            wanted = slugify(re.sub(r"\.(ya?ml|md|txt|html)$", "", slug))
            message = f"{shown(value)} is not an id: ids have lower-case letters without accents, digits and hyphens"
            findings.say(node, "unknown-reference", message, f"write {wanted or 'the name of its file, without .yml'}")
            return None
        if kind not in self.kinds:
            message = f"`{key}` must be {self.name}, but is {shown(value)}"
            findings.say(node, "wrong-kind", message, f"name a page of {' or '.join(self.kinds)}")
            return None
        target = make_id(kind, slug)
        if self.noted:
            findings.references.append(Reference(node.position, key, target, self.candidates))
        return target


@dataclass(frozen=True, slots=True)
class OwnRef:
    """An old id of the record itself: a slug, or an id, of any kind."""

    kinds: tuple[str, ...]
    name: str = "an old id of this record"

    def read(self, node: Node, key: str, findings: Findings) -> str | None:
        """Return the complete id."""
        kinds = tuple(dict.fromkeys((findings.kind or self.kinds[0], *self.kinds)))
        return Ref(kinds, noted=False).read(node, key, findings)


@dataclass(frozen=True, slots=True)
class Url:
    """A web address. Other schemes (`javascript:`, `data:`, `file:`) would run or leak when clicked."""

    name: str = "a web address"

    def read(self, node: Node, key: str, findings: Findings) -> str | None:
        """Return the address as written."""
        value = read_scalar(node, key, self, findings)
        if value is None or is_web_address(value):
            return value
        known = re.fullmatch(r"(www\.)?[\w-]+(\.[\w-]+)+(/\S*)?", value)
        hint = f"write https://{value}" if known else "write an address that begins with https:// or http://"
        findings.say(node, "bad-url", f"{shown(value)} is not a web address", hint)
        return None


def is_web_address(value: str) -> bool:
    """Tell whether a text is an absolute http or https address with a host, without blanks or control characters."""
    if re.search(r"[\s\x00-\x1f\x7f<>\"\\^`{|}]", value):
        return False
    try:
        parts = urlsplit(value)
        _ = parts.port  # a port that is no number raises ValueError only here
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.hostname)


@dataclass(frozen=True, slots=True)
class CountryCode:
    """ISO 3166-1 alpha-2, or ISO 3166-3 (four letters) for a former state."""

    name: str = "an ISO 3166 country code"

    def read(self, node: Node, key: str, findings: Findings) -> str | None:
        """Return the code."""
        value = read_scalar(node, key, self, findings)
        if value is None or (value.isupper() and country_by_code(value)):
            return value
        meant = _code_of(value)
        hint = f"write {meant}" if meant else "write its two capital letters in ISO 3166-1, such as FR"
        findings.say(node, "unknown-code", f"{shown(value)} is no country's ISO 3166 code", hint)
        return None


def _code_of(value: str) -> str | None:
    """Return the code that a small-letter code or a country's name in some language stands for."""
    info = country_by_code(value)
    if info:
        return info.code
    wanted = fold(value)
    for info in countries().values():
        if any(fold(name) == wanted for names in info.names.values() for name in names):
            return info.code
    return None
