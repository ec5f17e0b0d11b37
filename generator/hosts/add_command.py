"""`knowledge-site add` as a command: its options checked, its progress shown, its exit status."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, cast, get_args

import click

from generator.hosts.add import Adder, Outcome, Wishes
from generator.hosts.add_files import Target, targets_of
from generator.hosts.add_report import closing, failures, in_full, one_line
from generator.hosts.add_text import Given
from generator.hosts.project import Project
from generator.model.article import Rights
from generator.model.dates import PartialDate
from generator.model.ids import slugify
from generator.reading.records.tags import is_language_tag, tag_hint

RIGHTS: Final[tuple[str, ...]] = get_args(Rights)
SHOWN_IN_FULL: Final = 10
"""Up to so many targets are shown with what was understood of them; more get a line each."""


def wishes(
    given: Mapping[str, str | None], *, name: str | None, into: str, dry_run: bool, keep_duplicates: bool
) -> Wishes:
    """Return the options as data. `given` has the keys of `Given`.

    Raises:
        click.UsageError: a value is none that an article can have.
    """
    return Wishes(
        given=Given(
            source=_source(given.get("source")),
            date=_date(given.get("date")),
            language=_language(given.get("language")),
            rights=cast("Rights | None", given.get("rights")),
        ),
        into=_folder(into),
        name=_name(name),
        dry_run=dry_run,
        keep_duplicates=keep_duplicates,
    )


def run(arguments: Sequence[str], project: Project, wishes: Wishes) -> int:
    """Add what the arguments name and return the exit status.

    Raises:
        click.UsageError: a name is given for more than one article.
    """
    targets = targets_of(arguments)
    many = len(targets) > 1
    if wishes.name and many:
        raise click.BadParameter(f"one name cannot be that of {len(targets)} articles", param_hint="--name")
    adder = Adder(project, wishes, many=many)
    if len(targets) <= SHOWN_IN_FULL:
        outcomes = [_in_full(adder, target) for target in targets]
    else:
        with _progress(targets, wishes.dry_run) as said:
            outcomes = [said(adder.add(target)) for target in targets]
    if many:
        click.echo(closing(outcomes, dry_run=wishes.dry_run))
    failed = failures(outcomes)
    if failed:
        click.echo(failed, err=True)
    return 1 if failed else 0


def _in_full(adder: Adder, target: Target) -> Outcome:
    outcome = adder.add(target)
    reading = adder.understand(outcome.prepared.article) if outcome.prepared else None
    if adder.many or outcome.status != "failed":  # of a single failure the list at the end says all
        click.echo(in_full(outcome, reading, dry_run=adder.wishes.dry_run))
    return outcome


@contextmanager
def _progress(targets: Sequence[Target], dry_run: bool) -> Iterator[Callable[[Outcome], Outcome]]:
    """Give a function to be told each outcome: it moves a bar in a terminal, and prints a line elsewhere."""
    if not _in_terminal():

        def say(outcome: Outcome) -> Outcome:
            click.echo(one_line(outcome, dry_run=dry_run))
            return outcome

        yield say
        return
    with click.progressbar(length=len(targets), label="Adding articles", show_pos=True) as bar:

        def move(outcome: Outcome) -> Outcome:
            bar.update(1)
            return outcome

        yield move


def _in_terminal() -> bool:
    return sys.stdout.isatty()


# ---------------------------------------------------------------------- options


def _source(value: str | None) -> str | None:
    if value is not None and not slugify(value):
        raise click.BadParameter(f"{value!r} has no letter or digit", param_hint="--source")
    return value


def _date(value: str | None) -> PartialDate | None:
    try:
        return PartialDate.parse(value) if value is not None else None
    except ValueError as error:
        message = f"{value!r} is no date; write 2023-07-31, 2023-07 or 2023"
        raise click.BadParameter(message, param_hint="--date") from error


def _language(value: str | None) -> str | None:
    if value is not None and not is_language_tag(value):
        raise click.BadParameter(f"{value!r} is no language; {tag_hint(value)}", param_hint="--language")
    return value


def _folder(value: str) -> str:
    parts = [part for part in value.replace("\\", "/").split("/") if part and part != "."]
    if parts[:2] == ["content", "articles"]:
        parts = parts[2:]
    wrong = [part for part in parts if part == ".." or part.startswith(("_", ".")) or not part.isprintable()]
    if wrong or value.startswith("/"):
        message = f"{value!r} is no folder below content/articles/"
        raise click.BadParameter(message, param_hint="--into")
    return "/".join(parts)


def _name(value: str | None) -> str | None:
    if value is None:
        return None
    stem = value.removesuffix(".txt").removesuffix(".md")
    if not stem or stem != slugify(stem):
        fitting = slugify(stem)
        hint = f"write {fitting}" if fitting else "use lower-case letters, digits and hyphens"
        raise click.BadParameter(f"{value!r} is not fit for an address; {hint}", param_hint="--name")
    return stem
