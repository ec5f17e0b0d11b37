"""What `knowledge-site add` says: a few lines for one article, one line for one of many, the failures at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from generator.hosts.add import Outcome
from generator.hosts.add_files import printable
from generator.hosts.add_text import BASES, Prepared
from generator.model.article import CONTENT_ZONES, Article, Known, ZoneKind
from generator.model.ids import slug_of
from generator.model.reading import Reading

_MOST_PEOPLE = 8


def one_line(outcome: Outcome, *, dry_run: bool = False) -> str:
    """Return what became of one target of many, with the codes of what was remarked."""
    if outcome.status == "added":
        codes = sorted({problem.code for problem in outcome.prepared.remarks} if outcome.prepared else ())
        remarks = f" ({', '.join(codes)})" if codes else ""
        return printable(f"{_done(dry_run)} {outcome.path}  <- {outcome.target}{remarks}")
    return printable(f"{outcome.status} {outcome.target}: {outcome.reason}")


def in_full(outcome: Outcome, reading: Reading | None, *, dry_run: bool = False) -> str:
    """Return what was understood of one target and what became of it."""
    lines = [outcome.target]
    if outcome.prepared:
        lines += _understood(outcome.prepared, reading)
    if outcome.status == "added":
        lines.append(f"  {_done(dry_run):9} {outcome.path}")
        if outcome.new_outlet:
            lines.append(f"  outlet    {_done(dry_run)} as well: {outcome.new_outlet}; check its name")
    else:
        lines.append(f"  {outcome.status:9} {outcome.reason}")
    return "\n".join(printable(line) for line in lines)


def closing(outcomes: Iterable[Outcome], *, dry_run: bool = False) -> str:
    """Return the number of targets by what became of them."""
    counts = Counter(outcome.status for outcome in outcomes)
    words = {"added": "to be added (nothing was written)" if dry_run else "added", "skipped": "skipped"}
    said = [f"{counts[status]} {words.get(status, status)}" for status in ("added", "skipped", "failed")]
    return ", ".join(said)


def failures(outcomes: Iterable[Outcome]) -> str:
    """Return every failure with its reason, a line each; `""` if there is none."""
    failed = [outcome for outcome in outcomes if outcome.status == "failed"]
    return "\n".join(printable(f"failed {outcome.target}: {outcome.reason}") for outcome in failed)


def _done(dry_run: bool) -> str:
    return "to add" if dry_run else "added"


def _understood(prepared: Prepared, reading: Reading | None) -> list[str]:
    article, found = prepared.article, prepared.worked_out
    outlet = slug_of(found.source.value) if found.source else ""
    name = f"{found.source_name} = {outlet}" if found.source_name else outlet
    lines = [
        f"  title     {_said(found.title, found.title.value if found.title else '')}",
        f"  outlet    {_said(found.source, name)}",
        f"  date      {_said(found.date, str(found.date.value) if found.date else '')}",
        f"  language  {_said(found.language, found.language.value)}",
        f"  zones     {_zones(found)}",
    ]
    if reading is not None:
        lines.append(f"  people    {_people(reading)}")
    address = article.url if article.url else ""
    lines += [f"  url       {address}"] if address else []
    lines += [f"  authors   {', '.join(article.authors)}"] if article.authors else []
    lines += [f"  {problem.severity:9} {problem.message}" for problem in prepared.remarks]
    return lines


def _said(known: Known[Any] | None, value: str) -> str:
    return f"{' '.join(value.split())} ({BASES[known.basis]})" if known and value else "-"


def _zones(article: Article) -> str:
    kinds = Counter(zone.kind for zone in article.zones)
    kept = [f"{kinds[kind]} {kind}" for kind in ZoneKind if kind in CONTENT_ZONES and kinds[kind]]
    aside = [
        f"{kinds[kind]} {kind.replace('_', ' ')}"
        for kind in ZoneKind
        if kind not in CONTENT_ZONES and kind is not ZoneKind.FRONT_MATTER and kinds[kind]
    ]
    return f"kept {', '.join(kept) or 'none'}; set aside {', '.join(aside) or 'none'}"


def _people(reading: Reading) -> str:
    counts = Counter(mention.name for mention in reading.mentions if mention.kind == "person" and mention.id)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    more = f" and {len(names) - _MOST_PEOPLE} more" if len(names) > _MOST_PEOPLE else ""
    return f"{', '.join(names[:_MOST_PEOPLE])}{more}" or "-"
