"""What people decided about identity, from `content/judgements.yml`: a list, newest decisions anywhere in it."""

from __future__ import annotations

from pathlib import Path

from generator.model.problem import Problem
from generator.model.records import Judgement
from generator.reading.files import read_text, shown_path
from generator.reading.records.fields import Findings, Reference
from generator.reading.records.schema import JUDGEMENT
from generator.reading.records.shapes import ListOf
from generator.reading.records.yamlfile import YamlError, parse_yaml

FILE = "judgements.yml"


def read_judgements(
    content_dir: Path, root: Path
) -> tuple[tuple[Judgement, ...], tuple[Reference, ...], tuple[Problem, ...]]:
    """Return the judgements in file order, the references they make, and what is wrong with them.

    A missing or empty file holds no judgement; that is no problem.
    """
    path = content_dir / FILE
    if not path.exists() and not path.is_symlink():
        return (), (), ()
    text, problems = read_text(path, root)
    return ((), (), problems) if text is None else parse_judgements(text, shown_path(path, root))


def parse_judgements(text: str, shown: str) -> tuple[tuple[Judgement, ...], tuple[Reference, ...], tuple[Problem, ...]]:
    """Like `read_judgements`, of the text of a file. `shown` is the path problems name."""
    findings = Findings()
    try:
        node = parse_yaml(text, shown)
    except YamlError as error:
        return (), (), (error.problem,)
    judgements = ListOf(JUDGEMENT).read(node, FILE, findings) if node else ()
    return judgements or (), tuple(findings.references), tuple(findings.problems)
