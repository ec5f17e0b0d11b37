"""`knowledge-site suggest` as a command: what it says, and its exit status."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterator

import click

from generator.drafts import JUDGEMENTS, Recogniser, propose
from generator.hosts import name_model
from generator.hosts.add_files import printable
from generator.hosts.new import FOLDERS
from generator.hosts.project import Loaded
from generator.hosts.suggest import Plan, append_judgements, plan, write_draft
from generator.model.dates import PartialDate
from generator.reading.files import shown_path


def run(
    loaded: Loaded,
    today: PartialDate,
    *,
    limit: int,
    kinds: Collection[str],
    write: bool,
    recognise: Recogniser | None = None,
) -> int:
    """Show or write what a site lacks and return the exit status: 1 where something could not be written.

    With `recognise`, also show names that only a model finds; these are never written.
    """
    made = plan(loaded, today, limit, kinds)
    failed = _write(loaded, made) if write else _show(loaded, made)
    for line in _left_out(made, limit):
        click.echo(line)
    if recognise:
        _show_proposals(loaded, recognise, limit, kinds)
    if not write and (made.drafts or made.pairs):
        click.echo("Nothing was written: --write writes what is shown, never over a file that is there.")
    return 1 if failed else 0


def _show(loaded: Loaded, made: Plan) -> bool:
    for one, draft in made.drafts:
        click.echo(f"{_shown(loaded, draft.path)}  ({one.evidence})\n")
        click.echo("".join(f"    {line}\n" for line in draft.text.splitlines()))
    if made.pairs:
        click.echo(f"{_shown(loaded, JUDGEMENTS)}  (to be added; unsure joins nobody: make it same or different)\n")
        click.echo("".join(f"    {line}\n" for line in made.judgements.splitlines()))
    return False


def _write(loaded: Loaded, made: Plan) -> bool:
    """Write all that can be written; tell whether something could not."""
    failed = False
    folder = loaded.project.content_dir
    for one, draft in made.drafts:
        shown = _shown(loaded, draft.path)
        try:
            write_draft(folder, draft)
            click.echo(f"written {shown}  ({one.evidence})")
        except OSError as error:
            failed = True
            click.echo(_fault(shown, error), err=True)
    return (_write_judgements(loaded, made) if made.pairs else False) or failed


def _write_judgements(loaded: Loaded, made: Plan) -> bool:
    shown = _shown(loaded, JUDGEMENTS)
    try:
        if append_judgements(loaded.project.content_dir, made.judgements):
            click.echo(f"written {shown}  ({_pairs(len(made.pairs))} added; make each same or different)")
            return False
        fault = f"failed {shown}: nothing can be added to it as it is; add these lines to its list by hand:"
        click.echo(f"{fault}\n\n{made.judgements}", err=True)
    except OSError as error:
        click.echo(_fault(shown, error), err=True)
    return True


def _show_proposals(loaded: Loaded, recognise: Recogniser, limit: int, kinds: Collection[str]) -> None:
    found = propose(loaded.site, recognise, name_model.LANGUAGE)
    chosen = [one for one in found if not kinds or one.kind in kinds][:limit]
    if not chosen:
        return
    click.echo(
        f"\nProposed by a model ({name_model.NAME}), found by no rule. Read the sentence; then, where it is right:"
    )
    for one in chosen:
        kind = next(kind for kind, folder in FOLDERS.items() if folder == one.kind)
        article, index = one.sentences[0]
        sentence = " ".join(loaded.site.sentence(article, index).split())
        click.echo()
        click.echo(printable(f"  knowledge-site new {kind} {shlex.quote(one.name)}  ({one.evidence})"))
        click.echo(printable(f"      {article}: {sentence}"))
    click.echo()


def _left_out(made: Plan, limit: int) -> Iterator[str]:
    if not (made.drafts or made.pairs or made.waiting or made.risky or made.more):
        yield "Nothing to suggest: every page that articles give enough for has a record."
    if made.waiting:
        yield f"No record yet, because a pair in {JUDGEMENTS} has to be decided first: {', '.join(made.waiting)}"
    if made.risky:
        yield f"No record, because it would bring a problem or move another page: {', '.join(made.risky)}"
        yield "  (knowledge-site new writes one all the same; then see what check says)"
    if made.more:
        yield f"{made.more} more with less evidence: --limit {limit + made.more} takes them in."


def _pairs(number: int) -> str:
    return f"{number} pair{'' if number == 1 else 's'}"


def _shown(loaded: Loaded, path: str) -> str:
    return shown_path(loaded.project.content_dir / path, loaded.project.root)


def _fault(shown: str, error: OSError) -> str:
    if isinstance(error, FileExistsError):
        return f"failed {shown}: it is already there and is never overwritten; move it away, or add to it by hand"
    return f"failed {shown}: it cannot be written: {error.strerror or 'unknown reason'}"
