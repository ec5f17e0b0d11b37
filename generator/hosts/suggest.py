"""`knowledge-site suggest`: what a site lacks, as files for people to check: records, outlets, pairs to be decided."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.drafts import JUDGEMENTS, Candidate, Draft, candidates, draft_of, judgement_draft
from generator.hosts.project import Loaded
from generator.hosts.trial import harmless
from generator.hosts.write_new import write_new
from generator.model.dates import PartialDate
from generator.model.site import NearPair
from generator.reading.records.judgements import parse_judgements

_ASKED: Final = "found by knowledge-site suggest; decide: same or different?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What would be written. `drafts` and `pairs` are best evidence first.

    `waiting` are ids without a record that may be somebody else's page: a pair of them is to be decided first.
    `risky` are ids whose record would bring a problem or move a page. `more` is the number left out by the limit.
    """

    drafts: tuple[tuple[Candidate, Draft], ...] = ()
    pairs: tuple[NearPair, ...] = ()
    judgements: str = ""
    waiting: tuple[str, ...] = ()
    risky: tuple[str, ...] = ()
    more: int = 0


def plan(loaded: Loaded, today: PartialDate, limit: int, kinds: Collection[str] = ()) -> Plan:
    """Return what is worth writing, at most `limit` records and `limit` pairs."""
    site = loaded.site
    pairs = sorted(site.near_pairs, key=lambda pair: (-pair.score, pair.first, pair.second))
    pairs = [] if kinds and "people" not in kinds else pairs
    undecided = {one for pair in site.near_pairs for one in (pair.first, pair.second)}
    undecided |= {one for made in loaded.content.judgements if made.decision == "unsure" for one in made.ids}
    found = [one for one in candidates(site, kinds) if one.id not in loaded.content.claimed]
    ready = [one for one in found if one.id not in undecided]
    chosen = [(one, draft_of(site, one.id)) for one in ready[:limit]]
    kept = {draft.path for draft in harmless(loaded, [draft for _, draft in chosen])}
    return Plan(
        drafts=tuple((one, draft) for one, draft in chosen if draft.path in kept),
        pairs=tuple(pairs[:limit]),
        judgements="".join(_judgement(pair, today) for pair in pairs[:limit]),
        waiting=tuple(one.id for one in found if one.id in undecided),
        risky=tuple(one.id for one, draft in chosen if draft.path not in kept),
        more=len(ready[limit:]) + len(pairs[limit:]),
    )


def _judgement(pair: NearPair, today: PartialDate) -> str:
    """Return the pair as a judgement that joins nobody: what the two are is for people to say."""
    reason = f"{'; '.join(pair.why)} ({_ASKED})"
    return judgement_draft("unsure", ids=(pair.first, pair.second), reason=reason, date=today)


def write_draft(content_dir: Path, draft: Draft) -> None:
    """Write a new file.

    Raises:
        OSError: it cannot be written, or (FileExistsError) there is a file of that name.
    """
    write_new(content_dir / draft.path, draft.text)


def append_judgements(content_dir: Path, items: str) -> bool:
    """Add items to the list of judgements, of which nothing is changed; False where its form does not allow that.

    Raises:
        OSError: the file cannot be read or written.
    """
    path = content_dir / JUDGEMENTS
    if not path.exists():
        write_new(path, items)
        return True
    before = path.read_bytes()
    after = _appended(before, items)
    try:
        old, new = (text.decode("utf-8-sig").replace("\r\n", "\n") for text in (before, after))
    except UnicodeDecodeError:
        return False
    if not _only_added(old, new, items):
        return False
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as file:
            file.write(after)
        part.chmod(path.stat().st_mode)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return True


def _appended(before: bytes, items: str) -> bytes:
    """Return a file with lines after its last one, indented as its list is and with its ends of lines."""
    ends = b"\r\n" if b"\r\n" in before else b"\n"
    dash = next((line for line in before.splitlines() if line.lstrip(b" ").startswith(b"- ")), b"- ")
    indent = dash[: len(dash) - len(dash.lstrip(b" "))]
    gap = b"" if not before or before.endswith(b"\n") else ends
    return before + gap + b"".join(indent + line.encode() + ends for line in items.splitlines())


def _only_added(old: str, new: str, items: str) -> bool:
    """Tell whether the new text holds the old judgements and the added ones, and no fault more."""
    first, second, third = (parse_judgements(text, JUDGEMENTS) for text in (old, new, items))
    made = [(one.decision, one.ids, one.reason) for one in second[0]]
    return second[2] == first[2] and made == [(one.decision, one.ids, one.reason) for one in (*first[0], *third[0])]
