"""Records tried before they are written: no file may bring an error or a warning, or take an address away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.drafts import Draft
from generator.hosts.project import Loaded, assemble
from generator.model.site import Site
from generator.reading.files import shown_path
from generator.reading.records.read import record_of


def harmless(loaded: Loaded, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts that a site can take together: all of them, as a rule, for the price of one more look at it.

    Where they do harm, the ones that do are found by halves and left out.
    """
    return tuple(_accepted(loaded, (), tuple(drafts)))


def _accepted(loaded: Loaded, accepted: tuple[Draft, ...], more: tuple[Draft, ...]) -> tuple[Draft, ...]:
    if not more or not _harm(loaded, (*accepted, *more)):
        return (*accepted, *more)
    if len(more) == 1:
        return accepted
    half = len(more) // 2
    return _accepted(loaded, _accepted(loaded, accepted, more[:half]), more[half:])


def _harm(before: Loaded, drafts: tuple[Draft, ...]) -> bool:
    """Tell whether the site with these records has an error or warning more, or an address less."""
    after = _with(before, drafts)
    if {*after.errors, *after.warnings} - {*before.errors, *before.warnings}:
        return True
    return not _addresses(before.site) <= _addresses(after.site)


def _addresses(site: Site) -> frozenset[str]:
    return frozenset().union(site.entities, site.events, site.sources, site.redirects)


def _with(loaded: Loaded, drafts: tuple[Draft, ...]) -> Loaded:
    content, project = loaded.content, loaded.project
    records, references, problems = list(content.records), list(content.references), list(content.problems)
    claimed = set(content.claimed)
    for draft in drafts:
        owner = draft.path.removesuffix(".yml")
        record, findings = record_of(draft.text, shown_path(project.content_dir / draft.path, project.root), owner)
        records += [record] if record else []
        references += findings.references
        problems += findings.problems
        claimed.add(owner)
    return assemble(
        project,
        replace(
            content,
            records=tuple(sorted(records, key=lambda record: record.id)),
            references=tuple(references),
            claimed=frozenset(claimed),
            problems=tuple(problems),
        ),
    )
