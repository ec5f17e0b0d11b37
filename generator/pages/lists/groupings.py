"""Ways to group the entries of an index: by name, country, office, year, type, outlet, language, reviewed or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from generator.knowledge.relations import counted
from generator.model.ids import kind_of, slug_of
from generator.pages.build import Build
from generator.pages.lists.paging import Step, Steps, by_date, by_letters, by_words


@dataclass(frozen=True)
class Grouping:
    """One way to group: its key, which is a part of addresses and of locale keys, and the steps of each entry.

    An entry may belong to several groups. Groups are put in `order`; without it they stay in that of the list.
    """

    key: str
    steps: Callable[[Build, str], Iterable[Steps]]
    order: Callable[[Build, Step], tuple[bool, tuple[str, str]]] | None = None
    filters: bool = True
    """Whether a script can filter by it; the letters of names are no choice that anybody needs."""

    def words(self, steps: Steps) -> str:
        """Return what an entry is filtered by: of an office its words, not their first letter; of a date its year."""
        return next((step.words for step in steps if not step.quiet), steps[0].words)


def _none(build: Build) -> Step:
    return Step("none", build.locale.t("by.none"))


def _known(build: Build, steps: Iterable[Step]) -> Iterable[Steps]:
    return [(step,) for step in dict.fromkeys(steps)] or [(_none(build),)]


def _by_words(build: Build, step: Step) -> tuple[bool, tuple[str, str]]:
    """Order groups by their words, the one of entries for which nothing is known last."""
    return step.slug == "none", build.locale.sort_key(step.words)


def _named(build: Build, key: str) -> Step:
    return Step(slug_of(key), build.plain(key))


def _name(build: Build, key: str) -> Iterable[Steps]:
    return [by_letters(build.plain(key))]


def _country(build: Build, key: str) -> Iterable[Steps]:
    if kind_of(key) == "relations":
        relation = build.ties.relation_by_id[key]
        found: list[str | None] = [relation.first, relation.second]
    elif kind_of(key) == "events":
        found = list(build.site.events[key].countries)
    else:
        entry = build.site.entities.get(key) or build.site.sources.get(key)
        record = entry.record if entry else None
        found = [role.country for role in build.site.roles_of.get(key, ())] + [getattr(record, "country", None)]
    return _known(build, (_named(build, country) for country in found if country))


def _role(build: Build, key: str) -> Iterable[Steps]:
    language = build.locale.language
    words = [role.role.best(language) for role in build.site.roles_of.get(key, ())]
    steps = dict.fromkeys(by_words(" ".join(one.split()), whole=True) for one in words)
    # By letters first: offices are free words, most of them held by few.
    return [(replace(by_letters(step.words)[0], quiet=True), step) for step in steps] or [(_none(build),)]


def _review(build: Build, key: str) -> Iterable[Steps]:
    slug = "reviewed" if build.reviewed(key) else "unreviewed"
    return [(Step(slug, build.locale.t(f"by.{slug}")),)]


def _year(build: Build, key: str) -> Iterable[Steps]:
    if kind_of(key) == "events":
        date = build.site.events[key].date
        return [by_date(build.locale, date.start if date else None, slug_of(key))]
    known = build.site.articles[key].date
    return [by_date(build.locale, known.value if known else None, slug_of(key))]


def _type(build: Build, key: str) -> Iterable[Steps]:
    kind = build.site.events[key].type
    return [(Step(kind.lower(), build.locale.word("event_type", kind)),)]


def _outlet(build: Build, key: str) -> Iterable[Steps]:
    entry = build.outlet(key)
    name = build.site.articles[key].source_name
    step = _named(build, entry.id) if entry else by_words(name) if name else _none(build)
    return [(step,)]


def _language(build: Build, key: str) -> Iterable[Steps]:
    tag = build.site.articles[key].language.value
    return [(Step(tag.lower(), build.locale.word("language", tag)),)]


def _kind(build: Build, key: str) -> Iterable[Steps]:
    kinds = counted(build.ties.relation_by_id[key].ties)
    return [(Step(kind, build.locale.t(f"tie.{kind}")),) for kind in kinds]


NAME = Grouping("name", _name, filters=False)
YEAR = Grouping("year", _year)
COUNTRY = Grouping("country", _country, _by_words)
ROLE = Grouping("role", _role, _by_words)
REVIEW = Grouping("review", _review, lambda _, step: (step.slug != "reviewed", ("", "")))
TYPE = Grouping("type", _type, _by_words)
OUTLET = Grouping("outlet", _outlet, _by_words)
KIND = Grouping("kind", _kind, _by_words)
LANGUAGE = Grouping("language", _language, _by_words)
