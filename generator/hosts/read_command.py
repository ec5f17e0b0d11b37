"""`knowledge-site read`: one article understood, as the JSON contract of DESIGN or as text for people."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.hosts.project import Project
from generator.model.article import CONTENT_ZONES, Article, ZoneKind
from generator.model.ids import slug_of
from generator.model.problem import Problem
from generator.model.reading import Reading
from generator.reading.articles import read_article
from generator.reading.outlets import outlet_names
from generator.reading.pins import complete_pins, slugs_of
from generator.reading.records.read import read_records
from generator.understanding.known_names import build_gazetteer
from generator.understanding.pipeline import understand


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of one file; without an article, the problems say why."""

    article: Article | None
    reading: Reading | None
    problems: tuple[Problem, ...]


def read_one(file: Path, project: Project | None) -> ReadResult:
    """Read and understand one file, with the names of the project's records if there is a project."""
    file = file.resolve()
    records = read_records(project.content_dir, project.root)[0] if project else ()
    root = project.root if project and file.is_relative_to(project.root) else file.parent
    article, problems = read_article(file, root, outlets=outlet_names(records))
    if article:
        article, doubts = complete_pins(article, slugs_of(record.id for record in records))
        problems = (*problems, *doubts)
    reading = understand(article, build_gazetteer(records)) if article else None
    return ReadResult(article, reading, problems)


def as_json(result: ReadResult) -> dict[str, Any]:
    """Return the contract's object. Keys may be added here, never removed or retyped."""
    article, reading = result.article, result.reading
    problems = [
        {
            "path": problem.path,
            "line": problem.line,
            "column": problem.column,
            "code": problem.code,
            "severity": str(problem.severity),
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in result.problems
    ]
    if article is None or reading is None:
        empty: dict[str, Any] = {key: [] for key in ("zones", "mentions", "dates", "roles", "statements", "events")}
        return {"text": "", "article": {}, **empty, "problems": problems}
    return {
        "text": article.text,
        "article": _article(article),
        "zones": [
            {"start": zone.start, "end": zone.end, "zone": str(zone.kind), "reason": zone.reason}
            for zone in article.zones
        ],
        "mentions": [
            {
                "start": mention.start,
                "end": mention.end,
                "surface": article.text[mention.start : mention.end],
                "kind": mention.kind,
                "id": mention.id,
                "name": mention.name,
                "form": mention.form,
                "country": mention.country,
                "confidence": round(mention.confidence, 3),
                "candidates": list(mention.candidates),
            }
            for mention in reading.mentions
        ],
        "dates": [
            {
                "start": date.start,
                "end": date.end,
                "surface": article.text[date.start : date.end],
                "value": date.value,
                "rule": date.rule,
                "anchor": date.anchor,
                "doubt": date.doubt,
            }
            for date in reading.dates
        ],
        "roles": [
            {
                "person": role.person,
                "role": role.role,
                "country": role.country,
                "organization": role.organization,
                "start": role.start,
                "end": role.end,
            }
            for role in reading.roles
        ],
        "statements": [
            {
                "start": said.start,
                "end": said.end,
                "text": article.text[said.start : said.end],
                "mode": said.mode,
                "speaker": said.speaker,
                "cue": said.cue,
            }
            for said in reading.statements
        ],
        "events": [
            {
                "type": event.type,
                "main": event.main,
                "date": event.date,
                "place": event.place,
                "participants": list(event.participants),
                "parts": dict(event.parts),
                "countries": list(event.countries),
                "start": event.start,
                "end": event.end,
                "label": event.label,
            }
            for event in reading.events
        ],
        "problems": problems,
    }


def _article(article: Article) -> dict[str, Any]:
    def known(value: object) -> Any:
        return {"value": str(value.value), "basis": value.basis} if value else None  # type: ignore[attr-defined]

    return {
        "title": article.title.value if article.title else None,
        "language": article.language.value,
        "date": known(article.date),
        "source": slug_of(article.source.value) if article.source else None,
        "url": article.url,
        "authors": list(article.authors),
        "rights": article.rights,
    }


def as_text(result: ReadResult) -> str:
    """Return the same for people: the article's data, who and what was found, what was set aside."""
    lines = [str(problem) for problem in result.problems]
    article, reading = result.article, result.reading
    if article is None or reading is None:
        return "\n".join(lines)
    lines.append(f"title     {article.title.value if article.title else '-'}")
    lines.append(f"language  {article.language.value} ({article.language.basis})")
    lines.append(f"date      {article.date.value} ({article.date.basis})" if article.date else "date      -")
    lines.append(f"source    {article.source.value} ({article.source.basis})" if article.source else "source    -")
    named: dict[str, list[str]] = {}
    for mention in reading.mentions:
        named.setdefault(mention.id or "? ambiguous", []).append(" ".join(mention.surface.split()))
    lines.append(f"\nmentions ({len(reading.mentions)})")
    lines += [f"  {key}: {', '.join(dict.fromkeys(named[key]))}" for key in sorted(named)]
    lines.append(f"\ndates ({len(reading.dates)})")
    lines += [f"  {date.value}  {' '.join(date.surface.split())}" for date in reading.dates]
    lines.append(f"\nroles ({len(reading.roles)})")
    lines += [f"  {role.person}: {role.role} ({role.country or role.organization or '-'})" for role in reading.roles]
    lines.append(f"\nstatements ({len(reading.statements)})")
    lines += [f"  {said.speaker or '?'} [{said.cue}] {' '.join(said.text.split())}" for said in reading.statements]
    lines.append(f"\nevents ({len(reading.events)})")
    for event in reading.events:
        lines.append(f"  {'*' if event.main else ' '} {event.type} {event.date or '?'} {event.label}")
    lines.append("\nset aside")
    for zone in article.zones:
        if zone.kind not in CONTENT_ZONES and zone.kind is not ZoneKind.FRONT_MATTER:
            words = " ".join(article.text[zone.start : zone.end].split())
            lines.append(f"  {zone.kind} ({zone.reason}): {words[:100]}")
    return "\n".join(lines)
