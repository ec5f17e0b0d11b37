"""The command line: `knowledge-site add | read | who | check | suggest | new | pages`."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from generator.checks.report import FORMATS, report
from generator.hosts import add_command, new_command, suggest_command, who_command
from generator.hosts.disk import refusal, write_pages
from generator.hosts.name_model import ModelError, load_recogniser
from generator.hosts.new import FOLDERS
from generator.hosts.project import Loaded, Project, ProjectError, find_project, load
from generator.hosts.read_command import as_json, as_text, read_one
from generator.hosts.render import render
from generator.model.dates import PartialDate
from generator.reading.records.tags import is_language_tag

RECORD_KINDS = tuple(kind for kind in FOLDERS if kind != "article")
"""What people call the kinds that have records."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="knowledge-site-generator")
def main() -> None:
    """Turn news articles into a knowledge site in which every line says who says so."""


@main.command()
@click.argument("targets", nargs=-1, required=True, metavar="PATH|URL...")
@click.option("--dry-run", is_flag=True, help="Show what would be added; write nothing.")
@click.option("--source", metavar="SLUG", help="The outlet: its slug or its name.")
@click.option("--date", metavar="DATE", help="When it was published: 2023-07-31, 2023-07 or 2023.")
@click.option("--language", metavar="TAG", help="Language of the text, such as fr.")
@click.option("--rights", type=click.Choice(add_command.RIGHTS), help="How much of the text may be shown.")
@click.option("--into", default="", metavar="FOLDER", help="Folder below content/articles/ to write into.")
@click.option("--name", help="Name of the new file, without its ending; for a single article.")
@click.option("--keep-duplicates", is_flag=True, help="Add copies of articles the site has, too.")
def add(
    targets: tuple[str, ...], name: str | None, into: str, dry_run: bool, keep_duplicates: bool, **given: str
) -> None:
    """Add articles: files, all files of folders, or web pages (https://…).

    Each is read, what was understood is shown, and a file with front matter is written into content/articles/. No
    file is ever overwritten, and an article the site already has is skipped.

    Exit status: 0 all added or there already, 1 some could not be added, 2 wrong usage.
    """
    wishes = add_command.wishes(given, name=name, into=into, dry_run=dry_run, keep_duplicates=keep_duplicates)
    sys.exit(add_command.run(targets, _project(), wishes))


@main.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_data", is_flag=True, help="Print the machine-readable form.")
def read(file: Path, as_data: bool) -> None:
    """Show what the generator understands of one article FILE, without building anything."""
    result = read_one(file, find_project(Path.cwd()))
    click.echo(json.dumps(as_json(result), ensure_ascii=False, indent=1) if as_data else as_text(result))
    sys.exit(1 if result.article is None else 0)


@main.command()
@click.argument("names", nargs=-1, metavar="NAME...")
@click.option("--json", "as_data", is_flag=True, help="Print one JSON object for each name.")
def who(names: tuple[str, ...], as_data: bool) -> None:
    """Show whom or what each NAME may mean on this site, and why; names are read from standard input if none is given.

    `link`: one meaning, sure enough for a machine. `unsure`: a person must decide. `none`: nobody known.
    """
    directory = who_command.directory_of(find_project(Path.cwd()))
    asked: Iterable[str] = names or sys.stdin
    for answer in who_command.answers(asked, directory):
        click.echo(json.dumps(answer, ensure_ascii=False) if as_data else who_command.as_text(answer))


@main.command()
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
def check(form: str, strict: bool) -> None:
    """Check all content and list every problem with its place and remedy.

    Exit status: 0 no errors, 1 errors (with --strict warnings too), 2 wrong usage.
    """
    loaded = _load(_project())
    broken = render(loaded)[1]
    click.echo(report((*broken, *loaded.problems), form))
    sys.exit(1 if broken or loaded.errors or (strict and loaded.warnings) else 0)


@main.command()
@click.option("--write", is_flag=True, help="Write the files; none is ever overwritten.")
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(RECORD_KINDS), help="Only this kind; may be repeated."
)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(min=1), help="So many records at most.")
def suggest(write: bool, kinds: tuple[str, ...], limit: int) -> None:
    """Draft records of what has a page but no record yet, best evidence first, and name pairs that may be one.

    Shows the files; with --write writes them below the content folder, for people to check. Countries and places of
    the shipped tables are drafted only with --kind. With the extra `ml`, names that only its model finds are listed.

    Exit status: 0 done, 1 something could not be written, or the content has errors to be mended first, 2 wrong usage.
    """
    loaded = _load(_project())
    if write and loaded.errors:
        click.echo(report(loaded.errors, "text"), err=True)
        sys.exit(1)
    today = PartialDate.from_date(dt.date.today())
    folders = [FOLDERS[kind] for kind in kinds]
    try:
        recognise = load_recogniser()
    except ModelError as error:
        recognise = None
        click.echo(f"no names from a model: {error}", err=True)
    sys.exit(suggest_command.run(loaded, today, limit=limit, kinds=folders, write=write, recognise=recognise))


@main.command()
@click.argument("kind", type=click.Choice(tuple(FOLDERS)))
@click.argument("name")
def new(kind: str, name: str) -> None:
    """Write a file to begin with: a record, or an article, called NAME, with every key explained.

    What articles say of somebody who has a page already stands in it. A date before the name of an event or article is
    taken for its date. No file is ever overwritten, and a name that has one is refused.

    Exit status: 0 written, 1 refused, 2 wrong usage.
    """
    sys.exit(new_command.run(_load(_project()), kind, name))


@main.command()
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write into.")
@click.option("--language", help="Interface language; the site's own by default.")
def pages(out: Path, language: str | None) -> None:
    """Write the generated pages as plain Markdown files with relative links."""
    if language and not is_language_tag(language):
        raise click.BadParameter(f"{language} is no language tag such as fr or pt-BR", param_hint="--language")
    project = _project()
    if refused := refusal(out, project):
        raise click.BadParameter(refused, param_hint="--out")
    loaded = _load(project, with_history=True)
    made, broken = render(loaded, language)
    if made is None or loaded.errors:
        click.echo(report((*broken, *loaded.errors), "text"), err=True)
        sys.exit(1)
    try:
        number = write_pages(made, out)
    except OSError as error:
        raise ProjectError(f"{error.filename or out} cannot be written: {error.strerror or error}") from error
    click.echo(f"{number} pages written to {out}")


def _project() -> Project:
    project = find_project(Path.cwd())
    if project is None:
        raise click.UsageError("no mkdocs.yml here or in a folder above: run this inside a site")
    return project


def _load(project: Project, *, with_history: bool = False) -> Loaded:
    if not project.content_dir.is_dir():
        raise ProjectError(f"there is no folder {project.content_dir}: set docs_dir in mkdocs.yml, or make the folder")
    return load(project, with_history=with_history)
