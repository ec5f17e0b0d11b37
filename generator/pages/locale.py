"""Every word of the interface in one language, from locale files; a further language is one more file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from string import Formatter
from typing import Any, Final

from generator.language.normalise import fold
from generator.language.pack import load_yaml_strings
from generator.model.dates import DateRange, PartialDate
from generator.pages.markdown import Md, text

_SHIPPED: Final = Path(__file__).parents[1] / "defaults" / "locales"
_FALLBACK: Final = "en"
_CONDITION: Final = re.compile(r"n(?:\s*%\s*(\d+))?\s*(!?=)\s*([\d.,\s]+)")
_OTHER: Final = "other"
_RULES: Final = "plural_rules."


@dataclass(frozen=True)
class Locale:
    """The words of one interface language, by dotted key (`person.said_by`).

    A key that the language lacks has the words of `fallback` and stands in `missing`.
    """

    language: str
    words: Mapping[str, str]
    fallback: Locale | None = None

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """The keys that only the fallback has, plural forms that this language does without left aside."""
        known = self.fallback.words if self.fallback else {}
        return tuple(sorted(key for key in known if not key.startswith(_RULES) and not self._covers(key)))

    def _covers(self, key: str) -> bool:
        return key in self.words or f"{key.rpartition('.')[0]}.{_OTHER}" in self.words

    def t(self, key: str, **values: object) -> str:
        """Return the words of `key` with `{name}` replaced by values.

        Where a value `n` is given and the key has plural forms (`key.one`, `key.other`), the form for `n` is taken.

        Raises:
            KeyError: no locale file has the key, or the words ask for a value that was not given.
        """
        pieces = _pieces(self._find(key, values.get("n")))
        return "".join(literal + (str(values[name]) if name else "") for literal, name in pieces)

    def say(self, key: str, **values: object) -> Md:
        """Like `t`, as Markdown: values that are not `Md` are escaped as text."""
        parts = []
        for literal, name in _pieces(self._find(key, values.get("n"))):
            parts.append(text(literal))
            if name:
                parts.append(Md.escape(values[name]))
        return Md("".join(parts))

    def has(self, key: str) -> bool:
        """Tell whether there are words for a key."""
        return key in self.words or (self.fallback is not None and self.fallback.has(key))

    def word(self, group: str, name: str) -> str:
        """Return the words of `group.name`; where there are none, `name` itself in plain words.

        For names that come from content or from language packs, which may know more than the locale.
        """
        key = f"{group}.{name}"
        return self.t(key) if self.has(key) else name.replace("_", " ").replace("-", " ")

    def _find(self, key: str, number: object) -> str:
        plural = f"{key}.{_OTHER}"
        if isinstance(number, int) and plural in self.words:
            return self.words.get(f"{key}.{self.plural(number)}") or self.words[plural]
        if key in self.words or self.fallback is None:
            return self.words[key]
        return self.fallback._find(key, number)

    def plural(self, number: int) -> str:
        """Return the plural form (`one`, `few`, … `other`) for a number, by the rules of the locale file."""
        return next((form for form, rule in self._rules if holds(rule, number)), _OTHER)

    @cached_property
    def _rules(self) -> tuple[tuple[str, str], ...]:
        return tuple((key.removeprefix(_RULES), rule) for key, rule in self.words.items() if key.startswith(_RULES))

    def date(self, date: PartialDate) -> str:
        """Return a partial date with the precision it has: `2023`, `March 2023`, `31 July 2023`."""
        if date.month is None:
            return self.t("date.year", year=date.year)
        if date.day is None:
            return self.t("date.month", month=self.month(date.month), year=date.year)
        return self.t("date.day", day=self.day(date.day), month=self.month(date.month), year=date.year)

    def range(self, value: DateRange) -> str:
        """Return a date or an interval, with what both ends share written once."""
        first, last = value.start, value.end
        if last is None or last == first:
            return self.date(first)
        if first.day and last.day and (first.year, first.month) == (last.year, last.month):
            days = self.t("date.days", first=self.day(first.day), last=self.day(last.day))
            return self.t("date.day", day=days, month=self.month(first.month or 1), year=first.year)
        return self.t("date.interval", first=self.date(first), last=self.date(last))

    def any_date(self, value: str) -> str:
        """Return a written-out partial date or interval; what is neither is returned as it is."""
        try:
            return self.range(DateRange.parse(value))
        except ValueError:
            return value

    def month(self, number: int) -> str:
        """Return the name of a month, 1 to 12."""
        return self.t(f"date.months.{number}")

    def day(self, number: int) -> str:
        """Return the number of a day as it is written in a date."""
        key = f"date.numbers.{number}"
        return self.words.get(key, str(number))

    def number(self, value: int) -> str:
        """Return a whole number with its thousands set apart."""
        return f"{value:,}".replace(",", self.t("number.thousands"))

    def sort_key(self, name: str) -> tuple[str, str]:
        """Total order of names: case and accents count last."""
        return (fold(name), name)


@lru_cache(maxsize=4096)
def _pieces(words: str) -> tuple[tuple[str, str | None], ...]:
    return tuple((literal, name) for literal, name, _, _ in Formatter().parse(words))


@lru_cache(maxsize=1024)
def holds(rule: str, number: int) -> bool:
    """Apply a rule in the style of CLDR: `n = 0..1`, `n % 10 = 2..4 and n % 100 != 12..14`, joined by `or`.

    Raises:
        ValueError: it is no such rule.
    """
    return any(all(_true(condition, number) for condition in part.split(" and ")) for part in rule.split(" or "))


def _true(condition: str, number: int) -> bool:
    match = _CONDITION.fullmatch(condition.strip())
    if not match:
        raise ValueError(f"not a plural rule: {condition!r}")
    modulus, sign, ranges = match.groups()
    value = number % int(modulus) if modulus else number
    inside = False
    for item in ranges.split(","):
        low, _, high = item.strip().partition("..")
        inside = inside or int(low) <= value <= int(high or low)
    return inside == (sign == "=")


def load_locale(language: str, folders: Sequence[Path] = ()) -> Locale:
    """Read the words of a language: the shipped file, then `<language>.yml` of each folder over it, key by key.

    A regional tag (`fr-CA`) is read over its base language. Missing keys fall back to English.

    Raises:
        yaml.YAMLError: a locale file is no YAML.
    """
    places = (_SHIPPED, *folders)
    base = Locale(_FALLBACK, _merged(folder / f"{_FALLBACK}.yml" for folder in places))
    if language == _FALLBACK:
        return base
    tags = dict.fromkeys([language.partition("-")[0], language])
    return Locale(language, _merged(folder / f"{tag}.yml" for tag in tags for folder in places), base)


def _merged(paths: Iterable[Path]) -> dict[str, str]:
    words: dict[str, str] = {}
    for path in paths:
        if path.is_file():
            words.update(_flat(load_yaml_strings(path) or {}, ""))
    return words


def _flat(value: Any, prefix: str) -> dict[str, str]:
    if isinstance(value, Mapping):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = {str(number): item for number, item in enumerate(value, 1)}.items()
    else:
        return {prefix: str(value)}
    flat: dict[str, str] = {}
    for key, item in pairs:
        flat.update(_flat(item, f"{prefix}.{key}" if prefix else str(key)))
    return flat
