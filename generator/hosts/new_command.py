"""`knowledge-site new` as a command: the file written, what is said, and the exit status."""

from __future__ import annotations

import click

from generator.hosts.add_files import printable
from generator.hosts.new import FOLDERS, TakenError, start
from generator.hosts.project import Loaded
from generator.hosts.write_new import write_new
from generator.model.ids import slugify
from generator.reading.files import shown_path


def run(loaded: Loaded, kind: str, name: str) -> int:
    """Write the file for a name of one kind of `FOLDERS` and return the exit status.

    Raises:
        click.UsageError: the name gives no address.
    """
    if not slugify(name):
        raise click.BadParameter(f"{name!r} has no letter or digit", param_hint="NAME")
    try:
        started = start(loaded, FOLDERS[kind], name)
    except TakenError as error:
        click.echo(printable(f"failed: {error}"), err=True)
        return 1
    path = loaded.project.content_dir / started.draft.path
    shown = shown_path(path, loaded.project.root)
    try:
        write_new(path, started.draft.text)
    except FileExistsError:
        click.echo(f"failed: {shown} is already there and is never overwritten; edit it, or move it away", err=True)
        return 1
    except OSError as error:
        click.echo(f"failed: {shown} cannot be written: {error.strerror or 'unknown reason'}", err=True)
        return 1
    click.echo(f"written {shown}")
    for remark in started.remarks:
        click.echo(printable(f"  {remark}"))
    return 0
