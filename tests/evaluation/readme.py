"""The figures in the README: between two markers, one named block for each program that writes there."""

from __future__ import annotations

import re
from pathlib import Path

START, END = "<!-- figures:start -->", "<!-- figures:end -->"


def with_block(readme: str, name: str, block: str) -> str:
    """Return the README with one named block of figures replaced, or added after the others.

    Raises:
        ValueError: the two markers are not there.
    """
    before, start, rest = readme.partition(START)
    inside, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"no {START} … {END} in the README")
    opening, closing = f"<!-- {name}:start -->", f"<!-- {name}:end -->"
    new = f"{opening}\n{block.strip()}\n{closing}"
    known = re.compile(f"{re.escape(opening)}.*?{re.escape(closing)}", re.DOTALL)
    inside = known.sub(lambda _: new, inside) if known.search(inside) else f"{inside.rstrip()}\n{new}\n"
    return f"{before}{start}{inside}{end}{after}"


def write_block(path: Path, name: str, block: str) -> None:
    """Replace one named block in a README file."""
    path.write_text(with_block(path.read_text(encoding="utf-8"), name, block), encoding="utf-8")
