"""Words of names and offices, as the measures compare them."""

from __future__ import annotations


def name_parts(name: str) -> list[str]:
    """Return the parts of a name that hold a letter; hyphens part them."""
    return [part for part in name.replace("-", " ").split() if any(char.isalpha() for char in part)]


def content_words(role: str) -> frozenset[str]:
    """Return the words that carry the meaning of an office: longer than three letters, or acronyms."""
    return frozenset(word.lower() for word in name_parts(role) if len(word) > 3 or (len(word) > 1 and word.isupper()))
