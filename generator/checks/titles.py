"""Articles call people by the office they held at the time."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from generator.knowledge.office_dates import named_alike, ran_on
from generator.knowledge.offices import GRACE
from generator.language.normalise import even, fold
from generator.language.pack import pack_for
from generator.language.tokens import tokenise
from generator.model.article import Article
from generator.model.dates import PartialDate
from generator.model.problem import Position, Problem, Severity
from generator.model.reading import RoleMention
from generator.model.records import Person, Role
from generator.model.site import Site
from generator.model.text import Span
from generator.reading.content import Content


def titles_in_their_time(_content: Content, site: Site) -> Iterator[Problem]:
    """Warn of each office an article gives to somebody who, by their record, did not hold it at the article's date.

    Only where it is beyond doubt: the record has dates for that very office, the sentence speaks of no other time,
    names no date, and is at least a month from the beginning or end. Texts written for the site look back anyway.
    """
    for article in site.articles.values():
        if article.date and not site.is_own(article.id):
            warned: set[tuple[str, int]] = set()
            for found in site.readings[article.id].roles:
                role = _out_of_time(site, article, found)
                if role and (found.person, role.position.line) not in warned:
                    warned.add((found.person, role.position.line))
                    yield _warning(article, found, role)


def _out_of_time(site: Site, article: Article, found: RoleMention) -> Role | None:
    """Return the recorded office that an article names at a date when it was not held; None if all is well."""
    entity = site.entities.get(found.person)
    if entity is None or not isinstance(entity.record, Person) or article.date is None:
        return None
    language = article.language.value
    country = site.country_of_code.get(found.country or "")
    alike = [
        role
        for role in entity.record.roles
        if named_alike(found.role, language, role.role) and not (country and role.country and country != role.country)
    ]
    # An office that the record has without any date may have been held at any time.
    if any(ran_on(role.start_date, role.end_date, article.date.value, GRACE) for role in alike):
        return None
    if not alike or _speaks_of_another_time(site, article, found.span):
        return None
    return alike[0]


def _speaks_of_another_time(site: Site, article: Article, span: Span) -> bool:
    reading = site.readings[article.id]
    place = bisect_right(reading.sentences, span.start, key=lambda sentence: sentence.start) - 1
    sentence = reading.sentences[place] if place >= 0 else span
    if any(sentence.overlaps(date.span) for date in reading.dates):
        return True
    pack = pack_for(article.language.value)
    words = {token.key for token in tokenise(even(sentence.of(article.text)), pack)}
    return bool(words & _other_time(article.language.value))


@lru_cache(maxsize=8)
def _other_time(language: str) -> frozenset[str]:
    return frozenset(map(fold, pack_for(language).topic("roles").get("other_time", ())))


def _warning(article: Article, found: RoleMention, role: Role) -> Problem:
    before = article.text[: found.start]
    place = Position(article.path, before.count("\n") + 1, found.start - before.rfind("\n"))
    date = article.date.value if article.date else ""
    message = (
        f"{found.person} is called `{' '.join(found.role.split())}` in an article of {date}, but has that office "
        f"{_period(role.start_date, role.end_date)} in the record ({role.position.path}:{role.position.line})"
    )
    hint = "check the date of the article and those of the record; a second term is a second entry under roles"
    return Problem.at(place, "title-outside-dates", message, hint, Severity.WARNING)


def _period(start: PartialDate | None, end: PartialDate | None) -> str:
    if start and end:
        return f"from {start} to {end}"
    return f"from {start}" if start else f"until {end}"
