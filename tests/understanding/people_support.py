"""What the tests of people, roles and references share: an article read as far as they need, and short notations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.model.article import Pin, Zone, ZoneKind
from generator.model.reading import Mention, RoleMention
from generator.understanding.document import Document, prepare
from generator.understanding.gazetteer import Entry, Gazetteer
from generator.understanding.mentions import settle
from generator.understanding.people.find import find_people
from generator.understanding.references import resolve_references
from generator.understanding.roles.find import find_roles
from tests.support import article

NOBODY = Gazetteer(())


def marked(text: str, words: Mapping[str, str], kind: str) -> tuple[Mention, ...]:
    """Make mentions of every place where the words stand; the value is the country code, or for a body its slug."""
    found = []
    for surface, value in words.items():
        for match in re.finditer(rf"(?<!\w){re.escape(surface)}(?!\w)", text):
            country = kind in ("country", "place")
            found.append(
                Mention(
                    start=match.start(),
                    end=match.end(),
                    surface=surface,
                    kind=kind,  # type: ignore[arg-type]
                    id=f"countries/{value.lower()}" if country else f"organizations/{value}",
                    name=surface,
                    form="name" if surface[0].isupper() else "demonym",
                    country=value if country else None,
                    confidence=0.8,
                )
            )
    return tuple(found)


class Read:
    """One text with its people, roles and references. A first line "# X" is a title."""

    def __init__(
        self,
        text: str,
        language: str,
        countries: Mapping[str, str] | None = None,
        organizations: Mapping[str, str] | None = None,
        gazetteer: Gazetteer = NOBODY,
        pins: tuple[Pin, ...] = (),
    ) -> None:
        self.text = text
        plain = article(text, language)
        zones = tuple(
            Zone(zone.start + 2, zone.end, ZoneKind.TITLE) if text[zone.start] == "#" else zone for zone in plain.zones
        )
        self.document: Document = prepare(
            type(plain)(
                id=plain.id, path=plain.path, text=text, zones=zones, language=plain.language, date=None, pins=pins
            )
        )
        lands = marked(text, countries or {}, "country")
        bodies = marked(text, organizations or {}, "organization")
        found = find_people(self.document, gazetteer, bodies, lands)
        self.names = settle(self.document, gazetteer, found, bodies, lands)
        self.roles: tuple[RoleMention, ...] = find_roles(self.document, self.names)
        self.mentions = resolve_references(self.document, self.names, self.roles)

    @property
    def people(self) -> list[str]:
        """Each mention by name as "surface = slug", "surface = ?" where nobody is chosen."""
        return [note(one) for one in self.names if one.kind == "person"]

    @property
    def references(self) -> list[str]:
        """Each role phrase and pronoun as "surface = slug"."""
        return [note(one) for one in self.mentions if one.kind == "person" and one.form == "role"]

    @property
    def offices(self) -> list[str]:
        """Each role as "slug: role, CC, organisation's slug"; what is unknown is left out."""
        return [
            ", ".join(
                filter(
                    None,
                    (
                        f"{role.person.partition('/')[2]}: {role.role}",
                        role.country,
                        (role.organization or "").partition("/")[2],
                    ),
                )
            )
            for role in self.roles
        ]


def note(mention: Mention) -> str:
    """Write a mention as "surface = slug"."""
    return f"{mention.surface} = {(mention.id or '?').rpartition('/')[2]}"


def recorded(*names: tuple[str, str, str]) -> Gazetteer:
    """Make a gazetteer of `(slug, name, spelling)`."""
    return Gazetteer(_entries(names))


def _entries(names: Iterable[tuple[str, str, str]]) -> Iterable[Entry]:
    for slug, name, spelling in names:
        yield Entry(spelling=spelling, kind="person", id=f"people/{slug}", name=name, recorded=True)
