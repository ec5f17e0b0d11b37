"""`python -m tests.evaluation.reading`: how well files are read, measured on public pages and sentences."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from generator.language.detect import detect
from tests.evaluation.circumstances import circumstances
from tests.evaluation.reading.encoding_set import single_sentences, whole_files
from tests.evaluation.reading.errors import page_errors, tally_errors
from tests.evaluation.reading.material import (
    HALVES,
    PAGES,
    TREEBANKS,
    Page,
    Treebank,
    fingerprint,
    load_pages,
    load_treebanks,
    own_sentences,
    page_files,
    treebank_files,
)
from tests.evaluation.reading.pages import PageScore, score_page
from tests.evaluation.reading.report import (
    PAGE_HEAD,
    SENTENCE_HEAD,
    PageRow,
    SentenceRow,
    as_markdown,
    as_text,
    missed_goals,
    page_rows,
    sentence_rows,
)
from tests.evaluation.readme import write_block
from tests.evaluation.sets import REPOSITORY

PACKAGES = ("knowledge-site-generator", "trafilatura", "lxml")
EXPLANATION = """\
How files are read, on public material that is given by folder and not kept here: `python -m tests.evaluation.reading`.
*HTML*: the body of the page as saved against the words that people marked. *Copied text*: the same for all that the
page shows, one line for each block. *Runs of 4 words* is the benchmark's measure, P and R averaged over pages and F
made of these; *words* is the same with single words; *words of lines* judges each line of four words or more as kept or
left out, all words alike. *Mean F*: of the pages' own F. *95 %*: the interval of a bootstrap over pages. *Old
encodings*: sentences, and passages of five, written in the encodings of their language from before UTF-8; right is only
the very same text. The rules were tuned on *development*; only *held out* tells how an unseen file will be read."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what there is material for, print, and write what was asked for; status 2 where a folder is none."""
    options = _options().parse_args(arguments)
    try:
        pages = load_pages(options.pages) if options.pages else ()
        banks = load_treebanks(options.treebanks) if options.treebanks else ()
    except ValueError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if pages and find_spec("trafilatura") is None:
        print("reading web pages needs the package trafilatura", file=sys.stderr)
        return 2
    scores = [score_page(page) for page in pages]
    rows, more = page_rows(scores), sentence_rows([*own_sentences(), *banks])
    notes = [_pages_note(pages, options.pages), _treebanks_note(options.treebanks)]
    print("\n\n".join([*notes, *([as_text(PAGE_HEAD, rows)] if rows else []), as_text(SENTENCE_HEAD, more)]))
    print("\n".join(["", "goals missed:", *(f"  {line}" for line in missed_goals([*rows, *more]))]))
    if options.errors:
        print(_errors(scores, banks, options.errors))
    if options.write:
        write_block(REPOSITORY / "README.md", "reading", _block(rows, more, notes, options.date))
    return 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.reading", description=__doc__)
    parser.add_argument("--pages", type=Path, metavar="FOLDER", help=f"a checkout of {PAGES}")
    parser.add_argument("--treebanks", type=Path, metavar="FOLDER", help=f"holds checkouts of {TREEBANKS}")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="list N errors of each kind, development only"
    )
    parser.add_argument("--write", action="store_true", help="put the figures into README.md")
    parser.add_argument(
        "--date", default=dt.date.today().isoformat(), help="date that README.md shows; today's if left out"
    )
    return parser


def _pages_note(pages: Sequence[Page], folder: Path | None) -> str:
    if not folder:
        return f"Web pages were not measured: `--pages` names no checkout of {PAGES}."
    sizes = ", ".join(f"{sum(page.half == half for page in pages)} {half}" for half in HALVES)
    tags = [detect(page.article).language for page in pages]
    return (
        f"Pages: {PAGES}, files {fingerprint(page_files(folder))}: {sizes}, by the parity of the MD5 of a page's id; "
        f"{tags.count('en')} of the articles are in English, {tags.count('fr')} in French. "
        "The rules were written with the development half in view. Two choices were made on all pages: that "
        "`trafilatura` is asked to favour precision, and which traits of a line tell running text at all."
    )


def _treebanks_note(folder: Path | None) -> str:
    own = "*articles*: those annotated in `tests/evaluation/gold`."
    if not folder:
        return f"Sentences: {own} Others were not measured: `--treebanks` names no folder with {TREEBANKS}."
    return (
        f"Sentences: {own} The others: the test parts of {TREEBANKS}, files {fingerprint(treebank_files(folder))}. "
        "Errors on pud were looked at while the rules were written; ewt is e-mail, reviews and forums with many "
        "fragments of one to three words."
    )


def _errors(scores: Sequence[PageScore], banks: Sequence[Treebank], most: int) -> str:
    """Return errors of the development half: what is held out stays unseen."""
    seen = [bank for bank in banks if bank.half == "development"]
    parts = [page_errors(scores, most), *tally_errors(seen, {"set": whole_files() + single_sentences()}, most)]
    return "\n".join(parts)


def _block(rows: Sequence[PageRow], more: Sequence[SentenceRow], notes: Sequence[str], date: str) -> str:
    missed = missed_goals([*rows, *more])
    tables = [*([as_markdown(PAGE_HEAD, rows)] if rows else []), as_markdown(SENTENCE_HEAD, more)]
    last = "Goals missed: " + ("; ".join(missed) if missed else "none") + "."
    return "\n\n".join([EXPLANATION, circumstances(date, PACKAGES), *notes, *tables, last])


if __name__ == "__main__":
    sys.exit(main())
