"""Organisations: known ones, acronyms introduced in the text, names built on head nouns."""
