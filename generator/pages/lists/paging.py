"""Long lists divided into sheets: pages of their own below the page the list belongs to, at addresses that stay."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Generic, TypeVar

from generator.language.normalise import fold
from generator.model.dates import PartialDate
from generator.model.ids import slugify
from generator.pages.locale import Locale
from generator.pages.markdown import Md

T = TypeVar("T")

LIMIT: Final = 150
"""Most entries on one page; a longer list is divided."""

NEWEST: Final = 20
"""How many entries of each section a page shows whose lists are divided."""

_LETTERS: Final = 3
"""First letters of a name by which a list of names is divided, one at a time."""


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """The newest entries of a list, and how many there are beyond them."""

    lines: tuple[T, ...]
    more: int
    subjects: tuple[tuple[Md, Md], ...] = ()
    """For statements, if they speak of several countries: each country, and links to the entries that name it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a sheet's address: its part of the address, by which steps are told apart, and its words.

    `whole` steps say in their words what the step before says (`2023`, then `July 2023`); `quiet` ones divide what is
    long and are no heading on a sheet that is not divided further.
    """

    slug: str
    words: str = field(compare=False)
    whole: bool = field(default=False, compare=False)
    quiet: bool = field(default=False, compare=False)

    @property
    def anchor(self) -> str:
        """The id of a heading with these words."""
        return f"y{self.slug}" if self.slug[:1].isdigit() else self.slug


Steps = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a divided list: where it is, what stands on it, what is below it and beside it, with counts.

    Each entry comes with all its steps; the first sheet, with no steps, is the page that the list belongs to.
    """

    steps: Steps
    entries: tuple[tuple[Steps, T], ...]
    below: tuple[tuple[Step, int], ...] = ()
    beside: tuple[tuple[Step, int], ...] = ()

    @property
    def address(self) -> str:
        """The path of its page below that of the list, without ending; empty for the first."""
        return "/".join(step.slug for step in self.steps)

    def title(self, locale: Locale) -> str:
        """Return the words of its steps."""
        words: list[str] = []
        for step in self.steps:
            words = [*(words[:-1] if step.whole else words), step.words]
        return locale.t("list.comma").join(words)


def divide(entries: Iterable[tuple[Steps, T]], limit: int = LIMIT) -> tuple[Sheet[T], ...]:
    """Return the sheets of a list, the first one for the page itself; a sheet that is too long has sheets below it.

    The order of entries is kept, and that of steps is the order in which they first come. An entry whose steps end
    stays on the sheet they lead to, however long that gets.
    """
    found: list[Sheet[T]] = []
    _divide((), list(entries), (), limit, found)
    return tuple(found)


def _divide(
    steps: Steps,
    entries: Sequence[tuple[Steps, T]],
    beside: tuple[tuple[Step, int], ...],
    limit: int,
    found: list[Sheet[T]],
) -> None:
    depth = len(steps)
    if len(entries) <= limit:
        found.append(Sheet(steps, tuple(entries), (), beside))
        return
    groups: dict[Step, list[tuple[Steps, T]]] = {}
    for entry in entries:
        if len(entry[0]) > depth:
            groups.setdefault(entry[0][depth], []).append(entry)
    here = tuple(entry for entry in entries if len(entry[0]) <= depth)
    below = tuple((step, len(group)) for step, group in groups.items())
    found.append(Sheet(steps, here, below, beside))
    for step, group in groups.items():
        _divide((*steps, step), group, below, limit, found)


def by_date(locale: Locale, date: PartialDate | None, slug: str = "") -> Steps:
    """Return the steps of a dated entry: year, month, day, as far as known; of an undated one by its slug's letters."""
    if date is None:
        return (Step("undated", locale.t("sheet.undated")), *by_letters(slug))
    steps = [Step(f"{date.year:04d}", locale.date(PartialDate(date.year)))]
    if date.month:
        steps.append(Step(f"{date.month:02d}", locale.date(PartialDate(date.year, date.month)), whole=True, quiet=True))
    if date.month and date.day:
        steps.append(Step(f"{date.day:02d}", locale.date(date), whole=True, quiet=True))
    return tuple(steps)


def by_letters(name: str) -> Steps:
    """Return the steps of a name: its first letter, its first two letters, its first three."""
    letters = "".join(sign for sign in fold(name) if sign.isalnum())
    if not letters[:1].isalpha():
        return (Step("other", "#"),)
    return tuple(
        Step(_ascii(letters[:number]), letters[:number].capitalize(), number > 1, number > 1)
        for number in range(1, min(_LETTERS, len(letters)) + 1)
    )


def by_words(words: str, *, whole: bool = False) -> Step:
    """Return the step of a group that is called by free words."""
    return Step(slugify(words) or "other", words, whole)


def _ascii(letters: str) -> str:
    """Return letters for an address; those of another script by their numbers, so that no two look the same."""
    return letters if letters.isascii() else "-".join(f"{ord(letter):x}" for letter in letters)
