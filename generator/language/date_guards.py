"""What stands around a phrase may show that it is no date: `2000 euros`, `The Sunday Times`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_BEFORE = re.compile(r"(?:^|[^\w'-])([^\W\d_][\w'-]*)[ -]$")
_AFTER = re.compile(r"([ -])([^\W\d_][\w-]*)")
_POSSESSIVE = re.compile(r"\w's? $")
_INSIDE = re.compile(r"[\w,;'-] *$")
_WINDOW = 40


class Guards:
    """The named conditions that rules of a pack may ask for.

    - `not_counting`: no plural noun, unit or currency follows, so the number is no quantity;
    - `not_counted`: no word before says that a quantity comes (more than, nearly);
    - `small_inside`: no capital, unless at the head of a sentence, for words written small (`le Journal du Dimanche`);
    - `phrase_end`: no word follows directly (`two days after` alone, not `two days after the vote`);
    - `not_nowadays`: the neighbours do not turn "today" into "these days";
    - `after_possessive`: an English possessive stands before;
    - `no_name_before`, `no_name_after`: the phrase is no part of a proper name.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._plural = tuple(data.get("plural_endings", ()))
        self._function = frozenset(data.get("function_words", ()))
        self._units = frozenset(data.get("unit_words", ()))
        self._signs = frozenset(data.get("unit_signs", ()))
        self._nowadays_before = frozenset(data.get("nowadays_before", ()))
        self._nowadays_after = frozenset(data.get("nowadays_after", ()))
        self._quantifiers = frozenset(data.get("quantifiers", ()))

    def allow(self, name: str, text: str, start: int, end: int) -> bool:
        """Tell whether the condition `name` holds for the phrase `text[start:end]`."""
        if name == "not_counting":
            return not self._counting(text, end)
        if name == "not_counted":
            match = _BEFORE.search(text[max(0, start - _WINDOW) : start])
            return not (match and match[1].lower() in self._quantifiers)
        if name == "no_name_before":
            match = _BEFORE.search(text[max(0, start - _WINDOW) : start])
            return not (match and match[1][0].isupper() and match[1].lower() not in self._function)
        if name == "no_name_after":
            match = _AFTER.match(text, end, end + _WINDOW)
            return not (match and (match[2][0].isupper() or match[1] == "-"))
        if name == "after_possessive":
            return bool(_POSSESSIVE.search(text[max(0, start - 4) : start]))
        if name == "small_inside":
            return not text[start].isupper() or not _INSIDE.search(text[max(0, start - 4) : start])
        if name == "phrase_end":
            return not _AFTER.match(text, end, end + _WINDOW)
        if name == "not_nowadays":
            before, after = (
                _BEFORE.search(text[max(0, start - _WINDOW) : start]),
                _AFTER.match(text, end, end + _WINDOW),
            )
            return not (
                (before and before[1].lower() in self._nowadays_before)
                or (after and after[2].lower() in self._nowadays_after)
            )
        raise ValueError(f"unknown date guard {name!r}")

    def _counting(self, text: str, end: int) -> bool:
        rest = text[end : end + 2].strip()
        if rest[:1] and rest[0] in self._signs:
            return True
        match = _AFTER.match(text, end, end + _WINDOW)
        if not match or match[1] == "-":
            return False
        word = match[2]
        if word in self._units:
            return True
        return word.islower() and len(word) > 3 and word.endswith(self._plural) and word not in self._function
