"""What people can meet is written down where they look for it."""

import re
from dataclasses import fields
from pathlib import Path

import click

from generator.cli import main
from generator.model.codes import CODES
from generator.model.settings import Settings


def table_of_codes() -> str:
    """Return the table CONTRIBUTING shows between its markers."""
    rows = [f"| `{code}` | {meaning} |" for code, meaning in sorted(CODES.items())]
    return "\n".join(["| message | what it means |", "| --- | --- |", *rows])


def test_every_problem_code_is_explained_in_contributing(repository: Path) -> None:
    text = (repository / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = re.search(r"<!-- codes:start -->\n(.*?)\n?<!-- codes:end -->", text, re.DOTALL)
    assert shown

    assert shown[1] == table_of_codes(), "paste the output of `python -m tests.laws.test_documentation`"


def test_every_command_is_in_the_readme_and_has_help(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    missing = [name for name, command in main.commands.items() if f"knowledge-site {name}" not in readme]
    silent = [name for name, command in main.commands.items() if not command.help]

    assert isinstance(main, click.Group)
    assert not missing
    assert not silent


def test_every_setting_is_explained_in_site_yml_with_its_default(repository: Path) -> None:
    text = (repository / "site_config" / "site.yml").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^(\w+): (\S+)$", text, re.MULTILINE))
    defaults = Settings()
    expected = {field.name: str(getattr(defaults, field.name)) for field in fields(Settings)}

    assert {
        key: value.capitalize() if value in ("true", "false") else value for key, value in shown.items()
    } == expected


def test_every_folder_of_the_engine_is_in_the_architecture(repository: Path) -> None:
    text = (repository / "ARCHITECTURE.md").read_text(encoding="utf-8")
    folders = [path.name for path in (repository / "generator").iterdir() if path.is_dir() and path.name[0] != "_"]

    assert not [name for name in folders if f"`generator/{name}/`" not in text]


def test_files_named_in_the_architecture_exist(repository: Path) -> None:
    text = (repository / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:generator/)?(?:\w+/)+\w+\.py)`", text))
    missing = [
        name for name in sorted(named) if not any((repository / base / name).is_file() for base in ("", "generator"))
    ]

    assert not missing


if __name__ == "__main__":
    print(table_of_codes())
