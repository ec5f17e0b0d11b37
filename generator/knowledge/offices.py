"""When the words for two offices mean one office, when only one person can hold it, and when it is over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import lru_cache

from generator.knowledge.words import content_words
from generator.language.normalise import fold
from generator.language.pack import languages, pack_for
from generator.model.dates import PartialDate
from generator.model.site import HeldRole, Site
from generator.understanding.lexicon.roles import role_lexicon

GRACE = timedelta(days=31)
"""An article may give an office so long before it is taken or after it is left: news are early, and titles linger."""


@dataclass(frozen=True, slots=True)
class Office:
    """What an office is for, and the telling words of its name in each language."""

    country: str | None
    organization: str | None
    names: frozenset[frozenset[str]]

    @classmethod
    def of(cls, role: HeldRole) -> Office:
        """Return the office that somebody holds."""
        names = frozenset(content_words(words) for _, words in role.role)
        return cls(role.country, role.organization, names - {frozenset()})

    def is_one_with(self, other: Office) -> bool:
        """Tell whether both are one office: of no two countries or bodies, with the same words in one language.

        Two words or more may stand for all: `premier ministre` for `Premier ministre de la République`.
        """
        if (self.country and other.country and self.country != other.country) or (
            self.organization and other.organization and self.organization != other.organization
        ):
            return False
        return any(
            one == two or (min(len(one), len(two)) > 1 and (one <= two or two <= one))
            for one in self.names
            for two in other.names
        )

    def meeting_keys(self) -> Iterator[tuple[str, str | None, frozenset[str]]]:
        """Yield what two offices share that are one beyond doubt; nothing for one of no country or body."""
        holder = self.country or self.organization
        if holder:
            yield from ((holder, self.organization, words) for words in sorted(self.names, key=sorted))


def before(date: PartialDate, start: PartialDate | None) -> bool:
    """Tell whether a date lies too long before a beginning."""
    return start is not None and date.last_day() < start.first_day() - GRACE


def after(date: PartialDate, end: PartialDate | None) -> bool:
    """Tell whether a date lies too long after an end."""
    return end is not None and date.first_day() > end.last_day() + GRACE


def held_then(site: Site, role: HeldRole) -> HeldRole | None:
    """Return an office as far as its sources say that it is held at the time; None where none does.

    Recorded offices are. Of articles those count whose sentence has no word for what is over (`former minister`,
    `l’ancien ministre`).
    """
    if role.recorded:
        return role
    over = _former_words()
    if any(not over.isdisjoint(_words(words)) for _, words in role.role):
        return None
    kept = tuple(
        item
        for item in role.evidence
        if item.article
        and (item.sentence is None or over.isdisjoint(_words(site.sentence(item.article, item.sentence))))
    )
    dates = {known.value for item in kept if item.article and (known := site.articles[item.article].date)}
    return replace(role, evidence=kept, stated=tuple(date for date in role.stated if date in dates)) if kept else None


def sole_office(role: HeldRole) -> bool:
    """Tell whether only one person at a time can hold an office, as far as the language packs know."""
    return any(_sole(words) for _, words in role.role)


def _sole(phrase: str) -> bool:
    words = _words(phrase)
    data = [_one_holder(language) for language in languages()]
    if any(" ".join(words) in offices for offices, _, _ in data):
        return True
    # "minister" alone does not say which; "minister of defence" does.
    heads = any(not heads.isdisjoint(words) for _, heads, _ in data) and len(content_words(phrase)) > 1
    return heads and all(several.isdisjoint(words) for _, _, several in data)


@lru_cache(maxsize=16)
def _one_holder(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return offices that one person holds, words that make one with others, and words for what several hold."""
    data = pack_for(language).topic("roles").get("one_holder", {})
    offices, heads, several = (
        frozenset(" ".join(_words(phrase)) for phrase in data.get(key, ()))
        for key in ("offices", "with_portfolio", "several")
    )
    return offices, heads, several


@lru_cache(maxsize=1)
def _former_words() -> frozenset[str]:
    return frozenset().union(*(role_lexicon(pack_for(language)).former for language in languages()))


def _words(phrase: str) -> list[str]:
    return fold(phrase).replace("-", " ").replace("’", " ").replace("'", " ").split()
