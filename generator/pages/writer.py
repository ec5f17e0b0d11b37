"""Sentences, source marks and offices, as seen from one page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from urllib.parse import urlsplit

from generator.knowledge.office_dates import office_on
from generator.model.dates import DateRange, PartialDate
from generator.model.ids import kind_of
from generator.model.problem import Position
from generator.model.records import SourceRef
from generator.model.site import Evidence, HeldRole
from generator.model.text import Span
from generator.pages.build import Build
from generator.pages.markdown import Md, element, join, link, safe_url, span
from generator.pages.standing import Standing
from generator.pages.words import Words

MARKS_SHOWN = 6
"""Most source marks behind one entry; the rest are counted."""
TOLD_SHOWN = 2
"""Most sentences quoted below one of several values that do not agree."""


class Writer(Words):
    """Makes the Markdown of small things: names and dates, sentences, the marks that lead to them, offices."""

    def __init__(self, build: Build, path: str) -> None:
        super().__init__(build, path)
        self._marks: dict[tuple[str, int | None], Md] = {}

    # Sentences

    def sentence(self, article_id: str, index: int, marked: Sequence[Span] = ()) -> Md:
        """Return one sentence with stretches of it marked, or, where it may not be shown, where to read it."""
        if not self.build.visibility.shows(article_id, index):
            return span(self.elsewhere("sentence.hidden", article_id), "ks-quiet")
        sentence = self.site.sentence_span(article_id, index)
        words = self.build.passages(article_id).marked(sentence, marked)
        return self.in_language(words, self.site.articles[article_id].language.value)

    def sentences(
        self, article_id: str, indexes: Sequence[int], marked: Mapping[int, Sequence[Span]] = MappingProxyType({})
    ) -> tuple[tuple[Md, Md], ...]:
        """Return sentences, each with its mark; those that may not be shown make one line at the end."""
        shown = [index for index in indexes if self.build.visibility.shows(article_id, index)]
        lines = [
            (self.sentence(article_id, index, marked.get(index, ())), self.cite(article_id, index)) for index in shown
        ]
        if hidden := [index for index in indexes if index not in shown]:
            lines.append((self.sentence(article_id, hidden[0]), self.marks_in(article_id, hidden)))
        return tuple(lines)

    def told(self, evidence: Iterable[Evidence]) -> Md:
        """Return the first sentences among the evidence, one to a line, as far as they may be shown."""
        places = dict.fromkeys((item.article, item.sentence) for item in evidence)
        shown = [
            span(self.sentence(article, index), "ks-told")
            for article, index in places
            if article and index is not None and self.build.visibility.shows(article, index)
        ]
        return join(" ", ["", *shown[:TOLD_SHOWN]]) if shown else Md("")

    # Source marks

    def mark(self, article_id: str, sentence: int | None) -> Md:
        """Return the small link that jumps to a sentence of an article; without a sentence, to its page."""
        key = (article_id, sentence)
        if key not in self._marks:
            self._marks[key] = self._mark(article_id, sentence)
        return self._marks[key]

    def _mark(self, article_id: str, sentence: int | None) -> Md:
        title, _ = self.article_title(article_id)
        if sentence is None:
            words = self.locale.say("source.article")
            return link(
                words, self.href(article_id), "ks-source", title=self.locale.t("source.of_article", article=title)
            )
        number = sentence + 1
        return link(
            str(number),
            self.href(article_id, f"s{number}"),
            "ks-source",
            title=self.locale.t("source.title", article=title, number=number),
            label=self.locale.t("source.label", number=number),
        )

    def marks(self, evidence: Iterable[Evidence], limit: int = MARKS_SHOWN) -> Md:
        """Return the source marks of one entry: by article with its outlet, then web pages, then record lines."""
        items = tuple(dict.fromkeys(evidence))
        by_article: dict[str, list[int | None]] = {}
        others: dict[Md, None] = {}
        for item in items:
            if item.article and item.article in self.site.articles:
                sentences = by_article.setdefault(item.article, [])
                if item.sentence not in sentences:
                    sentences.append(item.sentence)
            elif item.source is not None and safe_url(item.source.url):
                others.setdefault(self.web_page(item.source))
        newest = sorted(by_article, key=self.build.rank.__getitem__)
        told = self._told_by([article for article in newest if not self.build.own(article)], by_article, limit)
        left = limit - told[1]
        shown = [*told[0], *list(others)[:left]]
        # Notes of the site come last: they are no outlet.
        own = [article for article in newest if self.build.own(article)]
        shown += self._told_by(own, by_article, max(0, left - len(others)))[0]
        total = len(others) + sum(max(1, len(found) - found.count(None)) for found in by_article.values())
        if shown and total > limit:
            shown.append(self.locale.say("source.more", n=total - limit))
        if not shown:
            shown += [self.record_line(item) for item in items if item.record][:1]
        return Md(" ") + span(join(" · ", shown), "ks-sources") if shown else Md("")

    def _told_by(
        self, articles: Sequence[str], sentences: Mapping[str, Sequence[int | None]], limit: int
    ) -> tuple[list[Md], int]:
        """Return the marks of articles, those of one outlet together, and how many of the `limit` they take."""
        by_outlet: dict[Md, list[Md]] = {}
        left = limit
        for article in articles:
            found: list[int | None] = [*sorted(index for index in sentences[article] if index is not None)] or [None]
            if links := self._numbered(article, found[:left]):
                by_outlet.setdefault(self.short_outlet(article), []).append(links)
            left -= len(found[:left])
        return [self._of_outlet(outlet, links) for outlet, links in by_outlet.items()], limit - left

    def sourced(
        self, evidence: Iterable[Evidence], limit: int = MARKS_SHOWN, whole: Iterable[Evidence] | None = None
    ) -> Md:
        """Return who says so in two words (several outlets, one, a named person), then the source marks.

        `whole` is what the entry rests on where the marks are only some of that.
        """
        items = tuple(dict.fromkeys(evidence))
        marks, says = self.marks(items, limit), self._says_in_part(items, tuple(whole or ()))
        return Md(" ") + says + marks if says and marks else marks

    def _says_in_part(self, shown: tuple[Evidence, ...], whole: tuple[Evidence, ...]) -> Md:
        """Return who says something of which the marks show only some, so that nobody counts the marks and wonders."""
        rest, all_of_it = self.build.standing(shown), self.build.standing(whole or shown)
        if 0 < rest.outlets < all_of_it.outlets:
            return span(self.locale.say("says.outlets_in_part", n=all_of_it.outlets), "ks-says")
        return self.says(whole or shown)

    def says(self, evidence: Iterable[Evidence]) -> Md:
        """Return who says something: outlets by number, or whose claim it is; nothing for the word of a record."""
        found = self.build.standing(tuple(evidence))
        if found.kind == "claimed":
            return span(self.locale.say("says.claimed", who=self.speakers(found)), "ks-says", "ks-claimed")
        if found.kind == "record":
            return Md("")
        if found.kind == "own":
            return span(self.locale.say("says.own"), "ks-says")
        return span(self.locale.say("says.outlets", n=found.outlets), "ks-says")

    def speakers(self, found: Standing) -> Md:
        """Return whose claim something is."""
        return self.list_of(self.to(one) if one else self.locale.t("says.somebody") for one in found.speakers)

    def _numbered(self, article_id: str, sentences: Sequence[int | None]) -> Md:
        """Return "sentences 2, 5", each number a mark; the mark of the article itself where no sentence is known."""
        if not sentences or sentences[0] is None:
            return self.mark(article_id, None) if sentences else Md("")
        numbers = join(self.locale.t("list.comma"), [self.mark(article_id, index) for index in sentences])
        return self.locale.say("source.sentences", n=len(sentences), numbers=numbers)

    def _of_outlet(self, outlet: Md, articles: Sequence[Md]) -> Md:
        """Return an outlet, named once, with the marks of each of its articles."""
        say = self.locale.say
        first = say("source.of_outlet", outlet=outlet, sentences=articles[0])
        return first + join("", [say("source.another", sentences=links) for links in articles[1:]])

    def marks_in(self, article_id: str, sentences: Sequence[int]) -> Md:
        """Return the marks of several sentences of the article that the page is about."""
        return Md(" ") + span(self._numbered(article_id, sentences), "ks-sources") if sentences else Md("")

    def places(self, sentences: Sequence[int]) -> Md:
        """Return the marks of sentences on the very page of their article: bare links, as there may be very many."""
        links = [element("a", str(index + 1), "ks-source", href=f"#s{index + 1}") for index in sentences]
        numbers = join(self.locale.t("list.comma"), links)
        return Md(" ") + span(self.locale.say("source.sentences", n=len(links), numbers=numbers), "ks-sources")

    def cite(self, article_id: str, sentence: int) -> Md:
        """Return the mark of one sentence with the word for it, where its article is named beside it."""
        return span(self._numbered(article_id, [sentence]), "ks-sources")

    def web_page(self, source: SourceRef) -> Md:
        """Return a small link to a web page that a record names as its source."""
        url = safe_url(source.url)
        host = urlsplit(source.url or "").hostname or ""
        host = host.removeprefix("www.")
        if url is None:
            return Md.escape(source.title or host)
        return link(host, url, "ks-source", title=self.locale.t("source.web", title=source.title or host))

    def record_line(self, evidence: Evidence) -> Md:
        """Return words for the line of a record that gives no further source."""
        return self.file_line("source.record", evidence.record) if evidence.record else Md("")

    def file_line(self, key: str, place: Position) -> Md:
        """Return the words of `key` for a line of a file of the site, with the file's path as its title."""
        return span(self.locale.say(key, line=place.line), "ks-record", title=f"{place.path}:{place.line}")

    def table_mark(self) -> Md:
        """Return the mark of what rests on the table of countries that comes with the engine."""
        return span(self.locale.say("source.table"), "ks-record", "ks-table")

    def commit(self, commit_id: str) -> Md:
        """Return words for the commit that made a change."""
        words = self.locale.say("source.commit", id=commit_id[:8])
        return Md(" ") + span(words, "ks-record", "ks-commit", title=commit_id)

    # Offices

    def role(self, role: HeldRole, subject: str | None = None) -> Md:
        """Return an office with the country or body it is held for, unless that is the page's own subject."""
        holders = [holder for holder in (role.organization, role.country) if holder and holder != subject]
        tag, words = role.role.in_language(self.locale.language)
        for holder in holders:
            name = next((name for _, name in self.build.name(holder) if f" {name}" in f" {words}"), None)
            if name:
                # The words of the office name its body already.
                before, _, after = words.rpartition(name)
                linked = join("", [before, self.to(holder, name), after])
                others = [self.to(other) for other in holders if other != holder]
                return join(self.locale.t("list.comma"), [self.in_language(linked, tag), *others])
        return join(self.locale.t("list.comma"), [self.words(role.role), *[self.to(holder) for holder in holders]])

    def office_words(self, person: str, date: PartialDate | DateRange | None) -> str:
        """Return in plain words the office a person held at a date, with what it is held for; empty if not known."""
        role = office_on(self.site, person, date)
        if role is None:
            return ""
        words = self.plain(role.role)
        holder = role.country or role.organization
        name = self.plain(self.build.name(holder)) if holder else ""
        return self.locale.t("role.held_for", role=words, holder=name) if name and name not in words else words

    def office(self, person: str, date: PartialDate | DateRange | None) -> Md:
        """Return the office a person held at a date, leading to where their page says so; empty if not known."""
        page = self.build.page_id(person)
        words = self.office_words(page, date) if page else ""
        return link(words, self.href(page, "roles"), "ks-office") if page and words else Md("")

    def latest_role(self, person: str) -> HeldRole | None:
        """Return the office to show beside a person's name: one not ended before an ended one, then a dated one.

        A dated office says more than a rank or a title that an article gives in passing.
        """
        held = self.site.roles_of.get(person, ())
        return min(held, key=lambda role: (role.end_date is not None, role.start_date is None), default=None)

    def period(self, start: PartialDate | None, end: PartialDate | None) -> Md:
        """Return the time between two dates of which one may not be known; empty where neither is."""
        t = self.locale.say
        if start and end:
            return t("role.from_to", start=self.date(start), end=self.date(end))
        if start:
            return t(_by_day("role.from", start), start=self.date(start))
        return t(_by_day("role.to", end), end=self.date(end)) if end else Md("")

    def role_time(self, role: HeldRole) -> Md:
        """Return when an office was held, as far as it is known."""
        t = self.locale.say
        if role.start_date or role.end_date:
            return self.period(role.start_date, role.end_date)
        if not role.stated:
            return Md("")
        if len(role.stated) == 1 or role.stated[0] == role.stated[-1]:
            return t("role.stated", date=self.date(role.stated[-1]))
        return t("role.stated_between", first=self.date(role.stated[0]), last=self.date(role.stated[-1]))


def _by_day(key: str, date: PartialDate) -> str:
    """Return the key for a date of that precision: French says "depuis mars", but "depuis le 3 mars"."""
    return f"{key}_day" if date.precision == "day" else key


def kind_class(entity_id: str) -> str:
    """Return the CSS class of a kind of entity."""
    return f"ks-{kind_of(entity_id)}"
