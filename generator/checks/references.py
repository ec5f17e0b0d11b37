"""Every id that is named somewhere leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.language.countries import country_by_slug
from generator.language.places import place_by_slug
from generator.model.article import Article, Pin
from generator.model.ids import KINDS, kind_of, make_id, slug_of
from generator.model.problem import Position, Problem, Severity
from generator.model.site import Site
from generator.reading.content import Content
from generator.reading.records.fields import Reference
from generator.reading.records.yamlhelp import locate


def references_exist(content: Content, site: Site) -> Iterator[Problem]:
    """Report each reference whose id belongs to no file, no page, and no country or city of the shipped tables."""
    known = _known(content, site)
    candidates = _candidates(site)
    for reference in content.references:
        target = reference.target
        if target in known or _in_tables(target):
            continue
        if reference.candidate and target in candidates:
            continue
        severity = Severity.WARNING if reference.candidate else Severity.ERROR
        yield Problem.at(
            reference.position, "unknown-reference", f"there is no {target}", _remedy(reference, known), severity
        )


def articles_name_known_ids(content: Content, site: Site) -> Iterator[Problem]:
    """Warn of each id in an article's `about` or `[[id|words]]` that nothing else in the site has.

    A pin is enough to make an entity, so a slip in one would otherwise make a second page in silence.
    """
    known = _with_files(content) | _found_without_pins(site)
    for article in content.articles:
        named = [(target, Position(article.path), "about") for target in article.about]
        named += [(pin.id, _place(article, pin), "pin") for pin in article.pins if pin.id]
        for target, position, key in named:
            if target not in known and not _in_tables(target):
                message = f"there is no {target}"
                hint = _remedy(Reference(position, key, target), known)
                yield Problem.at(position, "unknown-reference", message, hint, Severity.WARNING)


def _place(article: Article, pin: Pin) -> Position:
    """Return the line and column of a pin's words."""
    return Position(article.path, *locate(article.text, pin.start))


def _found_without_pins(site: Site) -> frozenset[str]:
    """Return the ids of all mentions that would be there without any pin."""
    return frozenset(
        mention.id
        for key, reading in site.readings.items()
        for mention in reading.mentions
        if mention.id
        and not any(pin.start < mention.end and mention.start < pin.end for pin in site.articles[key].pins)
    )


def _known(content: Content, site: Site) -> frozenset[str]:
    """Return every id that has a file, an old address or a page."""
    pages = (site.articles, site.entities, site.events, site.sources, site.redirects)
    return _with_files(content).union(*pages)


def _with_files(content: Content) -> frozenset[str]:
    """Return every id that has a file, or had one."""
    old = (old for record in content.records for old in record.redirect_from)
    return content.claimed.union(old)


def _candidates(site: Site) -> frozenset[str]:
    """Return every id that a mention was given or might have been given."""
    return frozenset(
        found
        for reading in site.readings.values()
        for mention in reading.mentions
        for found in (mention.id, *mention.candidates)
        if found
    )


def _in_tables(target: str) -> bool:
    """Tell whether the shipped tables know a country or city: it needs no record to be named."""
    if kind_of(target) == "countries":
        return country_by_slug(slug_of(target)) is not None
    return kind_of(target) == "places" and place_by_slug(slug_of(target)) is not None


def _remedy(reference: Reference, known: frozenset[str]) -> str:
    kind, slug = kind_of(reference.target), slug_of(reference.target)
    for other in KINDS:
        if make_id(other, slug) in known:
            return f"write {make_id(other, slug)} if you mean that one"
    words = frozenset(slug.split("-"))
    # Comparing with every id is slow on a large site; a misspelling keeps its beginning or one of its words.
    near = [
        slug_of(owner)
        for owner in sorted(known)
        if kind_of(owner) == kind and (slug_of(owner)[:2] == slug[:2] or words & frozenset(slug_of(owner).split("-")))
    ]
    meant = get_close_matches(slug, near, 1)
    if meant:
        return f"did you mean {make_id(kind, meant[0])}?"
    ending = "md" if kind == "articles" else "yml"
    return f"correct the id, or add the file {kind}/{slug}.{ending} to the content folder"
