"""Records of `content/`: one YAML file, one entity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.model.ids import kind_of, make_id, slug_of, slugify
from generator.model.problem import Position, Problem, Severity
from generator.model.records import Record
from generator.reading.files import read_text, shown_path, walk, wrong_extension
from generator.reading.records.fields import Findings, Reference
from generator.reading.records.schema import RECORDS
from generator.reading.records.shapes import Shape
from generator.reading.records.yamlfile import Node, YamlError, parse_yaml


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """What the record folders hold: records by id, every reference they make, and what is wrong with them.

    `claimed` are the ids of all files, so that a reference to a record with a fault is not reported as a second one.
    """

    records: tuple[Record, ...]
    references: tuple[Reference, ...]
    claimed: frozenset[str]
    problems: tuple[Problem, ...]


def read_records(content_dir: Path, root: Path) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """Read every record below `content_dir`, sorted by id, and the problems of all of them.

    `root` is the project folder that problem paths are relative to. A file with a faulty value still gives a record
    without that value, as long as the keys its kind needs are there.
    """
    files = read_record_files(content_dir, root)
    return files.records, files.problems


def read_record_files(content_dir: Path, root: Path) -> RecordFiles:
    """Like `read_records`, with the references the records make."""
    records: list[Record] = []
    references: list[Reference] = []
    claimed: set[str] = set()
    problems: list[Problem] = []
    for kind in RECORDS:
        paths, found = walk(content_dir / kind, root)
        problems.extend(found)
        for path in paths:
            claimed.add(make_id(kind, slugify(path.stem)))
            record, findings = read_record(path, root, kind)
            problems.extend(findings.problems)
            references.extend(findings.references)
            if record:
                records.append(record)
    kept, doubles = drop_doubles((record.id, record.position) for record in records)
    return RecordFiles(
        tuple(sorted((record for record in records if record.position in kept), key=lambda record: record.id)),
        tuple(references),
        frozenset(claimed),
        (*problems, *doubles),
    )


def read_record(path: Path, root: Path, kind: str) -> tuple[Record | None, Findings]:
    """Read one file of the folder `kind`; None where no record can be made of it."""
    findings = Findings(kind)
    if path.suffix != ".yml":
        if path.name != "README.md":
            findings.problems.append(_wrong_extension(path, root))
        return None, findings
    slug = slugify(path.stem)
    node = read_document(path, root, RECORDS[kind], findings)
    if slug != path.stem:
        findings.problems.append(_bad_slug(path, root, slug))
    return _record(node, kind, slug, findings), findings


def record_of(text: str, shown: str, owner: str) -> tuple[Record | None, Findings]:
    """Read the text of a record that is not in its file yet. `owner` is its id, `shown` the path problems name."""
    kind, slug = kind_of(owner), slug_of(owner)
    findings = Findings(kind)
    return _record(_parsed(text, shown, RECORDS[kind], findings), kind, slug, findings), findings


def _record(node: Node | None, kind: str, slug: str, findings: Findings) -> Record | None:
    values = RECORDS[kind].values(node, "record", findings) if node else None
    if values is None or not slug:
        return None
    record: Record = RECORDS[kind].make(id=make_id(kind, slug), **values)
    return record


def read_document(path: Path, root: Path, shape: Shape, findings: Findings) -> Node | None:
    """Return the root node of a YAML file; None, with the problem noted, where there is none."""
    text, problems = read_text(path, root, walked=True)
    findings.problems.extend(problems)
    return None if text is None else _parsed(text, shown_path(path, root), shape, findings)


def _parsed(text: str, shown: str, shape: Shape, findings: Findings) -> Node | None:
    try:
        node = parse_yaml(text, shown)
    except YamlError as error:
        findings.problems.append(error.problem)
        return None
    if node is None:
        findings.problems.append(
            Problem.at(
                Position(shown),
                "empty-file",
                f"this file is empty, but should hold {shape.name}",
                f"write `{shape.example}`, or delete the file",
            )
        )
    return node


def drop_doubles(owners: Iterable[tuple[str, Position]]) -> tuple[frozenset[Position], tuple[Problem, ...]]:
    """Return the places that may keep their id, and a problem for each later claim to the same one."""
    first: dict[str, Position] = {}
    problems = []
    for owner, position in sorted(owners, key=lambda pair: (pair[0], pair[1].path, pair[1].line)):
        kept = first.setdefault(owner, position)
        if kept is not position:
            problems.append(
                Problem.at(
                    position,
                    "duplicate-id",
                    f"the id {owner} already belongs to {kept.path}",
                    "rename one of the two files, or move what this one says into the other",
                )
            )
    return frozenset(first.values()), tuple(problems)


def _wrong_extension(path: Path, root: Path) -> Problem:
    if path.suffix.lower() in (".yaml", ".yml"):
        return wrong_extension(path, root, f"rename it to {path.stem}.yml")
    return wrong_extension(path, root, "records are .yml files; move this file elsewhere", Severity.WARNING)


def _bad_slug(path: Path, root: Path, slug: str) -> Problem:
    return Problem.at(
        Position(shown_path(path, root)),
        "bad-slug",
        f"the file name `{path.stem}` is not fit for an address",
        f"rename it to {slug}.yml" if slug else "name it with letters and digits, such as the entity's name",
    )
