"""Sections about what was said: statements with who said them, how, where and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.model.ids import kind_of
from generator.model.site import SaidStatement
from generator.pages.lists.paging import Listed
from generator.pages.markdown import Md, element, join, span
from generator.pages.writer import Writer

SORTED_FROM = 4
"""Statements from which a list says which of them speak of which country."""


@dataclass(frozen=True, slots=True)
class StatementLine:
    """What somebody is reported to have said: by whom, the words, and how they are given, where and when.

    `anchor` is the id of the entry in a list that is sorted by subject; else it is empty.
    """

    speaker: Md
    words: Md
    given: Md
    mark: Md
    anchor: str = ""


def statement_line(w: Writer, said: SaidStatement, *, at_home: bool = False) -> StatementLine:
    """Return a statement as a line; words that may not be shown are replaced by where to read them.

    `at_home` is for the page of the article itself, which need not say again whose article it is.
    """
    statement, article = said.statement, said.article
    language = w.site.articles[article].language.value
    shown = w.build.visibility.shows_span(article, statement.span)
    if not shown:
        words = span(w.elsewhere("sentence.hidden", article), "ks-quiet")
    else:
        text = w.build.passages(article).words(statement.start, statement.end)
        # The language is always given: the quotation marks of `<q>` follow it.
        words = element("q" if statement.mode == "direct" else "span", _whole(text, statement.mode), lang=language)
    cue = w.in_language(" ".join(statement.cue.split()), language)
    mode = w.locale.t(f"mode.{statement.mode}")
    given = w.locale.say("statement.mode", mode=mode, cue=cue) if cue and shown else Md.escape(mode)
    return StatementLine(
        _speaker(w, said),
        words,
        _given(w, given, article, at_home=at_home) + _circumstances(w, said),
        w.cite(article, said.sentence),
    )


def _circumstances(w: Writer, said: SaidStatement) -> Md:
    """Return to whom something was said, and on what occasion, as far as the text says."""
    words = Md("")
    if said.to:
        words += Md(" ") + w.locale.say("statement.to", who=w.list_of(w.to(one) for one in said.to))
    occasion = w.build.occasion(said)
    if occasion:
        words += Md(" ") + w.locale.say("statement.occasion", event=w.to(occasion))
    return words


def _speaker(w: Writer, said: SaidStatement) -> Md:
    """Return who said it, with the office held at the date of the article; notes look back, so theirs says nothing."""
    who, known = said.statement.speaker, w.site.articles[said.article].date
    if not who:
        return w.locale.say("statement.unknown_speaker")
    office = w.office(who, known.value) if known and not w.build.own(said.article) else None
    return join(w.locale.t("list.comma"), [w.to(who), office]) if office else w.to(who)


def _whole(words: str, mode: str) -> str:
    """Return the words of a statement; what begins in the middle of its sentence begins with an ellipsis."""
    words = words.lstrip()
    return f"… {words}" if mode != "direct" and words[:1].islower() else words


def _given(w: Writer, given: Md, article: str, *, at_home: bool) -> Md:
    if at_home:
        return w.locale.say("statement.given_here", mode=given)
    return w.locale.say("statement.given", mode=given, outlet=w.outlet(article), date=w.article_date(article))


def statements(
    w: Writer, found: Sequence[SaidStatement], more: int = 0, anchor: str = ""
) -> Listed[StatementLine] | None:
    """Return statements in the order given, with how many more stand elsewhere.

    With an `anchor` (what the ids of the entries begin with), a list about several countries is sorted by them.
    """
    if not found:
        return None
    lines = statement_lines(w, found)
    subjects = _by_country(found) if anchor and len(lines) == len(found) >= SORTED_FROM else {}
    if len(subjects) < 2:
        return Listed(lines, more)
    numbered = tuple(replace(line, anchor=f"{anchor}-{number}") for number, line in enumerate(lines, 1))
    return Listed(numbered, more, tuple((w.to(country), _jumps(w, anchor, subjects[country])) for country in subjects))


def _by_country(found: Sequence[SaidStatement]) -> dict[str, list[int]]:
    """Return the countries that statements speak of, the most frequent first, with the numbers of the statements.

    One that all of them name, as on its own page, tells none from another.
    """
    numbers: dict[str, list[int]] = {}
    for number, said in enumerate(found, 1):
        for entity in said.about:
            if kind_of(entity) == "countries":
                numbers.setdefault(entity, []).append(number)
    some = ((country, named) for country, named in numbers.items() if len(named) < len(found))
    return dict(sorted(some, key=lambda pair: (-len(pair[1]), pair[0])))


def _jumps(w: Writer, anchor: str, numbers: Iterable[int]) -> Md:
    links = [element("a", str(number), href=f"#{anchor}-{number}") for number in numbers]
    return join(w.locale.t("list.comma"), links)


def statement_lines(w: Writer, found: Iterable[SaidStatement], *, at_home: bool = False) -> tuple[StatementLine, ...]:
    """Return statements as lines; one line for all that a person said in an article and that may not be shown."""
    hidden: dict[tuple[str | None, str], list[SaidStatement]] = {}
    lines: list[StatementLine | tuple[str | None, str]] = []
    for said in found:
        key = (said.statement.speaker, said.article)
        if w.build.visibility.shows_span(said.article, said.statement.span):
            lines.append(statement_line(w, said, at_home=at_home))
        elif key in hidden:
            hidden[key].append(said)
        else:
            hidden[key] = [said]
            lines.append(key)
    return tuple(
        line if isinstance(line, StatementLine) else _hidden_line(w, hidden[line], at_home=at_home) for line in lines
    )


def _hidden_line(w: Writer, found: Sequence[SaidStatement], *, at_home: bool) -> StatementLine:
    said = found[0]
    if len(found) == 1:
        return statement_line(w, said, at_home=at_home)
    marks = w.marks_in(said.article, list(dict.fromkeys(item.sentence for item in found)))
    number = w.locale.say("statement.number", n=len(found))
    one = statement_line(w, said, at_home=at_home)
    return replace(one, given=_given(w, number, said.article, at_home=at_home), mark=marks)
