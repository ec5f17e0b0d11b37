"""From running text to the words that dates are made of: each with its place, its symbol and what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from generator.language.normalise import even

Values = Mapping[str, int | str]

# A phrase without any of these categories is no date: its other words ("le", "of", "two") are everywhere.
TRIGGERS = frozenset(
    {
        "month", "month_bare", "weekday", "weekday_bare", "year", "unit", "iso", "numeric", "decade", "season",
        "period", "deictic", "said_day", "daypart", "quarter", "today",
    }
)  # fmt: skip

_PIECE = re.compile(r"\w+['.]?|[,()/–—-]")
# The lookbehinds keep a date from beginning inside of a longer figure, a path or an address.
_FIGURES = re.compile(
    r"""
    (?P<iso>(?<![\w.,/-])\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?(?![\w/-]))
  | (?P<numeric>(?<![\w.,/-])\d{1,2}(?P<between>[./-])\d{1,2}(?P=between)\d{4}(?![\w/-]))
  | (?P<number>\d+(?:[.,:/]\d+)*[^\W_]*)
    """,
    re.VERBOSE,
)


class Lexeme(NamedTuple):
    """One word, number or sign of a date phrase: offsets into the text, symbol, and value by category."""

    start: int
    end: int
    symbol: str
    values: Values


@dataclass(frozen=True, slots=True)
class Word:
    """What a written form stands for."""

    symbol: str
    values: Values


class DateWords:
    """The date vocabulary of one pack, ready to cut texts. Cutting is linear in the text."""

    def __init__(self, data: Mapping[str, Any], pattern_words: Iterable[str]) -> None:
        self._symbols: dict[frozenset[str], str] = {}
        self._by_category: dict[str, str] = {}
        self._ordinals = frozenset(data.get("ordinal_suffixes", ()))
        self._decades = frozenset(data.get("decade_suffixes", ()))
        self._order = str(data.get("numeric_order", ""))
        categories: Mapping[str, Mapping[str, list[str]]] = data.get("words", {})
        forms = {even(form) for of_category in categories.values() for some in of_category.values() for form in some}
        self._compounds, self._heads = _compounds(form for form in forms if _PIECE.fullmatch(form) is None)
        self._forms = self._collect(categories, frozenset(data.get("as_written", ())), pattern_words)
        self._number_classes()
        self.triggers = frozenset("".join(self.symbols(name) for name in TRIGGERS))
        self.trigger_forms = tuple(form for form, word in self._forms.items() if word.symbol in self.triggers)
        """Every way to write a word without which a phrase is no date; figures aside."""

    def symbols(self, name: str) -> str:
        """Return the symbols of a category, or of a plain word (`"=" + word`), as one string."""
        return self._by_category.get(name, "")

    def split(self, phrase: str) -> list[str]:
        """Cut a phrase of the pack as texts are cut."""
        text = even(phrase)
        return [text[begin:end] for begin, end, _ in self._pieces(text, 0, len(text), {})]

    def chunks(self, text: str, start: int, end: int) -> Iterator[list[Lexeme]]:
        """Yield the runs of date words in `text[start:end]` that hold at least one trigger, in text order.

        Only white space without a blank line may stand between the words of a run.
        """
        run: list[tuple[int, int, Word]] = []
        triggered = False
        for begin, stop, word in self._pieces(text, start, end, self._forms, known_only=True):
            if run and (word is None or not _joined(text, run[-1][1], begin)):
                if triggered:
                    yield [Lexeme(first, last, known.symbol, known.values) for first, last, known in run]
                run, triggered = [], False
            if word is not None:
                run.append((begin, stop, word))
                triggered = triggered or word.symbol in self.triggers
        if triggered:
            yield [Lexeme(first, last, known.symbol, known.values) for first, last, known in run]

    def _pieces(
        self, text: str, start: int, end: int, forms: Mapping[str, Word], *, known_only: bool = False
    ) -> Iterator[tuple[int, int, Word | None]]:
        """Yield the words, figures and signs of a text; None where a piece has nothing to do with dates.

        Most pieces have not: with `known_only`, of such pieces in a row only the first is yielded. This loop decides
        how fast dates are found.
        """
        free = start
        dull = False
        for match in _PIECE.finditer(text, start, end):
            written = match[0]
            begin = match.start()
            if begin < free:
                continue
            word = forms.get(written)
            free = match.end()
            if written[0].isdecimal() or written in self._heads or (word is None and written[-1] in "'."):
                free, word = self._look(text, match, end, forms)
            if word is not None or not dull:
                yield begin, free, word
            dull = known_only and word is None

    def _look(self, text: str, match: re.Match[str], end: int, forms: Mapping[str, Word]) -> tuple[int, Word | None]:
        """Return where the word that begins with a piece ends, and what it stands for."""
        written, begin = match[0], match.start()
        figures = _FIGURES.match(text, begin, end) if written[0].isdecimal() else None
        if figures:
            return figures.end(), self._figures(figures)
        whole = self._compounds.match(text, begin, end) if written in self._heads else None
        if whole:
            return whole.end(), forms.get(whole.group())
        word = forms.get(written)
        if word is None and written[-1] in "'." and written[:-1] in forms:
            return match.end() - 1, forms[written[:-1]]
        return match.end(), word

    def _figures(self, match: re.Match[str]) -> Word | None:
        written = match.group()
        if match.lastgroup == "number":
            values = self._number(written)
        else:
            values = self._full(written[:10] if match.lastgroup == "iso" else written)
        return Word(self._symbol(frozenset(values)), values) if values else None

    def _number(self, written: str) -> dict[str, int | str]:
        digits = re.match(r"\d+", written)
        assert digits is not None
        count, suffix = digits.group(), written[digits.end() :].lower()
        # Longer than any date, and int() of a hostile million digits would take for ever.
        if len(count) > 4:
            return {}
        value = int(count)
        if suffix in self._ordinals and suffix and 1 <= value <= 31:
            return {"day": value, "ordinal": value}
        if suffix in self._decades and suffix and value % 10 == 0:
            return {"decade": value} if len(count) == 4 else {"short_decade": value} if len(count) == 2 else {}
        if suffix:
            return {}
        return dict.fromkeys(_number_class(count), value)

    def _full(self, written: str) -> dict[str, int | str]:
        """Read a date written in figures alone; where day and month could be either, the pack decides or nobody."""
        first, second, third = (int(part) for part in re.split(r"\D", written))
        if first > 31:
            year, month, day = first, second, third
        else:
            if first > 12 or (self._order == "dmy" and second <= 12):
                day, month = first, second
            elif second > 12 or self._order == "mdy":
                month, day = first, second
            elif first == second:
                day = month = first
            else:
                return {}
            year = third
        if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2199):
            return {}
        return {"iso": f"{year:04d}-{month:02d}-{day:02d}"}

    def _collect(
        self, categories: Mapping[str, Mapping[str, list[str]]], as_written: frozenset[str], plain: Iterable[str]
    ) -> dict[str, Word]:
        # Round brackets group in the notation of patterns, so there they go by name.
        meanings: dict[str, dict[str, int | str]] = {"(": {"open": "("}, ")": {"close": ")"}}
        for category in sorted(categories):
            for value, forms in categories[category].items():
                meaning: int | str = int(value) if re.fullmatch(r"-?\d+", value) else value
                for form in forms:
                    for written in [even(form)] if category in as_written else _cases(even(form)):
                        meanings.setdefault(written, {})[category] = meaning
        for phrase in sorted(set(plain)):
            for word in self.split(phrase):
                for written in _cases(word):
                    meanings.setdefault(written, {})["=" + word] = word
        return {
            written: Word(self._symbol(frozenset(meaning)), meaning) for written, meaning in sorted(meanings.items())
        }

    def _number_classes(self) -> None:
        """Give every kind of number its symbol now: patterns are compiled against the symbols there are."""
        for count in ("1", "10", "32", "40", "100", "1000", "1500", "1501", "1801", "1901", "2000", "2101", "2500"):
            self._symbol(frozenset(_number_class(count)))
        for names in ({"day", "ordinal"}, {"decade"}, {"short_decade"}, {"iso"}):
            self._symbol(frozenset(names))

    def _symbol(self, names: frozenset[str]) -> str:
        symbol = self._symbols.get(names)
        if symbol is None:
            symbol = self._symbols[names] = chr(0xE000 + len(self._symbols))
            for name in names:
                self._by_category[name] = self._by_category.get(name, "") + symbol
        return symbol


def _number_class(count: str) -> tuple[str, ...]:
    """Return the categories of a number written in one to four figures.

    `short_year` may be the last two figures of a year, `old_year` those of one (68) and never a day. `year_sure` is
    hardly ever a quantity, `year_round` easily is one.
    """
    value = int(count)
    if len(count) <= 2:
        tens = ("tens",) if len(count) == 2 and value % 10 == 0 else ()
        day = ("day",) if 1 <= value <= 31 else ("old_year",) if value > 31 else ()
        return ("number", "short_year", *day, *tens)
    if len(count) == 3 or not 1000 <= value <= 2199:
        return ("number",)
    if value % 100 == 0:
        return ("year", "year_round")
    if 1900 < value < 2100:
        return ("year", "year_sure", "year_modern")
    return ("year", "year_sure") if 1800 < value < 1900 else ("year",)


def _cases(form: str) -> tuple[str, ...]:
    """Return the ways a form may be written: a small initial may be a capital, a capital never small; all capitals."""
    return (form, form[:1].upper() + form[1:], form.upper())


def _joined(text: str, last: int, begin: int) -> bool:
    if begin <= last + 1:
        return begin == last or text[last:begin].isspace()
    between = text[last:begin]
    return len(between) < 8 and between.isspace() and between.count("\n") < 2


def _compounds(forms: Iterable[str]) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of the words made of several pieces (`avant-hier`), and the first pieces they may have."""
    known = sorted(forms, key=lambda form: (-len(form), form))
    heads = {head for form in known for head in _cases(_PIECE.findall(form)[0])}
    return re.compile(rf"(?i:{'|'.join(map(re.escape, known)) or '(?!)'})(?!\w)"), frozenset(heads)
