"""The settings of a site, from `site_config/site.yml`."""

from __future__ import annotations

from pathlib import Path

from generator.model.problem import Problem
from generator.model.settings import Settings
from generator.reading.files import read_text, shown_path
from generator.reading.records.fields import Findings
from generator.reading.records.schema import SETTINGS
from generator.reading.records.yamlfile import YamlError, parse_yaml

FILE = "site.yml"


def read_settings(config_dir: Path, root: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Return what the file sets, and the defaults for all else: for a missing or empty file, nothing but defaults."""
    path = config_dir / FILE
    if not path.exists() and not path.is_symlink():
        return Settings(), ()
    text, problems = read_text(path, root)
    if text is None:
        return Settings(), problems
    findings = Findings()
    try:
        node = parse_yaml(text, shown_path(path, root))
    except YamlError as error:
        return Settings(), (error.problem,)
    settings = SETTINGS.read(node, FILE, findings) if node else None
    return settings or Settings(), tuple(findings.problems)
