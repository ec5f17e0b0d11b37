"""Comparing spellings of personal names across languages and scripts: sounds, parts, likeness, an index of people.

Nothing here decides who is one person; `understanding.same_person` and `knowledge.identity` do.
"""
