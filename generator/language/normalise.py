"""Making spellings comparable: same-length clean-up of a text, and folded keys of words."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SAME_LENGTH = {
    **dict.fromkeys("’‘ʼʹ′＇`´", "'"),  # every apostrophe a keyboard or a CMS may write
    **dict.fromkeys("\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u2004\u2005\u2006\u2008\u3000\t\u000b\u000c", " "),
    **dict.fromkeys("\u2010\u2011\u00ad", "-"),
}
_IN_ASCII = {written: plain for written, plain in _SAME_LENGTH.items() if written.isascii()}


def even(text: str) -> str:
    """Return `text` with one kind of apostrophe, space and hyphen; same length, so offsets keep their meaning."""
    # A search for one character is far cheaper than `translate`, which looks up every character of the text.
    for written, plain in (_IN_ASCII if text.isascii() else _SAME_LENGTH).items():
        text = text.replace(written, plain)
    return text


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return the key under which spellings that differ only in case and accents meet (`Zoë` -> `zoe`).

    Letters of other scripts keep their script; only case and combining marks go. The length may change.
    """
    if word.isascii():
        return even(word).lower()
    decomposed = unicodedata.normalize("NFKD", even(word).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).replace("œ", "oe").replace("æ", "ae")
