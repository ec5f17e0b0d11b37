"""Making MkDocs' search index answer without accents: `Zoe` finds `Zoë`.

Material's search folds case but no accents. So every entry also gets the folded form of its accented words.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

from generator.language.normalise import fold

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"[^\W\d_]+")


def fold_index(path: Path) -> None:
    """Add accent-free words to a `search_index.json` in place; does nothing where there is none.

    Raises:
        OSError: the file cannot be read or written.
    """
    if not path.is_file():
        return
    index = json.loads(path.read_text(encoding="utf-8"))
    for entry in index.get("docs", ()):
        words = plain_words(f"{entry.get('title', '')} {entry.get('text', '')}")
        if words:
            entry["text"] = f"{entry['text']}<p class=ks-folded>{html.escape(' '.join(words))}</p>"
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.write_text(text, encoding="utf-8")


def plain_words(markup: str) -> tuple[str, ...]:
    """Return the folded form of each accented Latin word of an HTML text, sorted, each once."""
    text = html.unescape(_TAG.sub(" ", markup))
    found = {word: fold(word) for word in set(_WORD.findall(text))}
    return tuple(sorted({folded for word, folded in found.items() if folded != word.lower() and folded.isascii()}))
