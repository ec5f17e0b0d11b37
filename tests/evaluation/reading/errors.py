"""What went wrong in the material that may be looked at: the development half, never the one held out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.evaluation.reading.material import Treebank
from tests.evaluation.reading.pages import PageScore
from tests.evaluation.reading.sentences import OLD_ENCODINGS, Tally, encodings_read, languages_told


def page_errors(scores: Sequence[PageScore], most: int) -> str:
    """Return the development pages with the most wrong and missing words, as a saved page and as copied text."""
    lines = []
    for what in ("html_words", "text_lines"):
        counted = [(score.id, getattr(score, what)) for score in scores if score.half == "development"]
        counted.sort(key=lambda one: (-one[1].wrong - one[1].missed, one[0]))
        lines += [
            f"{what} {key[:12]}: {counts.right} right, {counts.wrong} wrong, {counts.missed} missed"
            for key, counts in counted[:most]
        ]
    return "\n".join(lines)


def tally_errors(banks: Sequence[Treebank], others: Mapping[str, Tally], most: int) -> list[str]:
    """Return wrong answers about the sentences of development treebanks, and of other tallies by name."""
    named = dict(others)
    for bank in banks:
        if bank.half == "development":
            key = f"{bank.language} {bank.name}"
            named[f"language {key}"] = languages_told(bank.sentences, bank.language)
            named[f"encoding {key}"] = encodings_read(bank.sentences, OLD_ENCODINGS[bank.language])
    return [f"{name} {error}" for name, tally in named.items() for error in tally.errors[:most]]
