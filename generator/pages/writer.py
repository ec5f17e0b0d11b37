"""Links, dates, names, quotations and source marks, as seen from one page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from generator.language.countries import country_by_code
from generator.model.dates import DateRange, PartialDate
from generator.model.ids import kind_of
from generator.model.records import SourceRef
from generator.model.site import Evidence, HeldRole
from generator.model.text import UNDETERMINED, LangText, Span
from generator.pages.build import Build
from generator.pages.locale import Locale
from generator.pages.markdown import Md, element, join, link, safe_url, span

MARKS_SHOWN = 6
"""Most source marks behind one entry; the rest are counted."""

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "syr", "yi"})


class Writer:
    """Makes the Markdown of small things; every link is relative to `path`, the page it stands on."""

    def __init__(self, build: Build, path: str) -> None:
        self.build = build
        self.site = build.site
        self.locale: Locale = build.locale
        self.path = path
        self._folder = posixpath.dirname(path)
        self._marks: dict[tuple[str, int | None], Md] = {}

    def href(self, page_id: str, anchor: str = "") -> str:
        """Return the relative address of a page (`people/x`, or a path like `people/index`)."""
        path = _relative(f"{page_id}.md", self._folder)
        return f"{path}#{anchor}" if anchor else path

    # Words, names and dates

    def words(self, value: LangText | None) -> Md:
        """Return a text in the best language there is, marked with that language where it is not the page's."""
        if value is None:
            return Md("")
        tag, words = value.in_language(self.locale.language)
        return self.in_language(words, tag)

    def in_language(self, words: str | Md, tag: str | None) -> Md:
        """Return words marked as being in a language, unless it is the page's own or not known."""
        if not tag or tag == UNDETERMINED or tag.partition("-")[0] == self.locale.language.partition("-")[0]:
            return Md.escape(words)
        if tag.partition("-")[0] in _RIGHT_TO_LEFT:
            return element("bdi", words, lang=tag, dir="rtl")
        return span(words, lang=tag)

    def plain(self, value: LangText) -> str:
        """Return a text without any mark, for titles."""
        return " ".join(value.best(self.locale.language).split())

    def name(self, entity_id: str) -> Md:
        """Return the name of whatever has this id."""
        return self.words(self.build.name(entity_id))

    def flag(self, entity_id: str) -> Md:
        """Return the flag of a country with a space, hidden from screen readers; nothing for all else."""
        entity = self.site.entities.get(entity_id)
        code = entity.code if entity and entity.kind == "countries" else None
        known = country_by_code(code) if code else None
        # A former state has no flag among the emoji; its letters would show in a box.
        if not code or len(code) != 2 or (known and known.former):
            return Md("")
        return Md(f'<span class="ks-flag" aria-hidden="true">{_flag(code)}</span> ')

    def to(self, entity_id: str, words: str | Md = "", *classes: str) -> Md:
        """Return a link to an entity's page, or the bare words where it has none."""
        target = self.build.page_id(entity_id)
        shown = Md.escape(words) if words else self.name(target or entity_id)
        shown = self.flag(target or entity_id) + shown
        return link(shown, self.href(target), *classes) if target else shown

    def kind_of_link(self, kind: str) -> Md:
        """Return the name of a kind of entity, dressed like the links to it in the text of an article."""
        return span(self.locale.word("kind", kind), "ks-mention", f"ks-{kind}")

    def list_of(self, parts: Iterable[str | Md]) -> Md:
        """Return parts as an enumeration in the page's language."""
        items = [Md.escape(part) for part in parts]
        if len(items) < 2:
            return join("", items)
        head = join(self.locale.t("list.comma"), items[:-1])
        return self.locale.say("list.last", head=head, last=items[-1])

    def date(self, value: PartialDate | DateRange | None) -> Md:
        """Return a date for readers and machines; an interval for readers alone."""
        if value is None:
            return Md("")
        if isinstance(value, DateRange):
            if value.end is not None and value.end != value.start:
                return Md.escape(self.locale.range(value))
            value = value.start
        return element("time", self.locale.date(value), datetime=str(value))

    def iso(self, value: str | None) -> Md:
        """Return a written-out date; what is none is shown as it is."""
        try:
            return self.date(DateRange.parse(value)) if value else Md("")
        except ValueError:
            return Md.escape(value or "")

    # Articles and outlets

    def article_title(self, article_id: str) -> tuple[str, str | None]:
        """Return an article's title and its language; a made-up title (language None) for one without."""
        article = self.site.articles[article_id]
        if article.title and article.title.value.strip() and self.build.visibility.shows_title(article_id):
            return article.title.value, article.language.value
        outlet = self.build.outlet(article_id)
        source = self.plain(outlet.name) if outlet else self.locale.t("outlet.unknown")
        if article.date:
            return self.locale.t(
                "article.untitled_dated", outlet=source, date=self.locale.date(article.date.value)
            ), None
        return self.locale.t("article.untitled", outlet=source), None

    def article(self, article_id: str, sentence: int | None = None) -> Md:
        """Return a link to an article by its title."""
        title, tag = self.article_title(article_id)
        anchor = f"s{sentence + 1}" if sentence is not None else ""
        return link(self.in_language(title, tag), self.href(article_id, anchor))

    def outlet(self, article_id: str) -> Md:
        """Return a link to the outlet of an article, its bare name, or words for an unknown one."""
        entry = self.build.outlet(article_id)
        if entry:
            return self.to(entry.id)
        return Md.escape(self.site.articles[article_id].source_name or self.locale.t("outlet.unknown"))

    def outlet_name(self, article_id: str) -> Md:
        """Return the bare name of the outlet of an article."""
        entry = self.build.outlet(article_id)
        if entry:
            return self.words(entry.name)
        return Md.escape(self.site.articles[article_id].source_name or self.locale.t("outlet.unknown"))

    def short_outlet(self, article_id: str) -> Md:
        """Return the name of an outlet for a source mark; texts written for the site are all called the same."""
        if self.build.own(article_id):
            return self.locale.say("source.own")
        return self.outlet_name(article_id)

    def article_date(self, article_id: str) -> Md:
        """Return the date of an article, or words for an unknown one."""
        known = self.site.articles[article_id].date
        return self.date(known.value) if known else self.locale.say("date.unknown")

    def elsewhere(self, key: str, article_id: str) -> Md:
        """Return the words of `key`, and where to read the article: at its outlet, as far as that is known."""
        article = self.site.articles[article_id]
        url = safe_url(article.url) or safe_url(article.archive_url)
        words = self.locale.say(key)
        if url:
            return words + Md(" ") + self.locale.say("read_at", outlet=link(self.outlet_name(article_id), url))
        if article.source or article.source_name:
            return words + Md(" ") + self.locale.say("read_at", outlet=self.outlet_name(article_id))
        return words

    # Sentences

    def sentence(self, article_id: str, index: int, marked: Sequence[Span] = ()) -> Md:
        """Return one sentence with stretches of it marked, or, where it may not be shown, where to read it."""
        if not self.build.visibility.shows(article_id, index):
            return span(self.elsewhere("sentence.hidden", article_id), "ks-quiet")
        sentence = self.site.sentence_span(article_id, index)
        words = self.build.passages(article_id).marked(sentence, marked)
        return self.in_language(words, self.site.articles[article_id].language.value)

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
        by_outlet: dict[Md, list[Md]] = {}
        left, total = limit, len(others)
        for article in sorted(by_article, key=lambda key: (self.build.own(key), self.build.rank[key])):
            found: list[int | None] = [*sorted(index for index in by_article[article] if index is not None)] or [None]
            links = self._numbered(article, found[:left])
            total += len(found)
            left -= len(found[:left])
            if links:
                by_outlet.setdefault(self.short_outlet(article), []).append(links)
        shown = [self._of_outlet(outlet, links) for outlet, links in by_outlet.items()]
        shown += list(others)[:left]
        if shown and total > limit:
            shown.append(self.locale.say("source.more", n=total - limit))
        if not shown:
            shown += [self.record_line(item) for item in items if item.record][:1]
        return Md(" ") + span(join(" · ", shown), "ks-sources") if shown else Md("")

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
        line = evidence.record.line if evidence.record else 1
        path = f"{evidence.record.path}:{line}" if evidence.record else ""
        return span(self.locale.say("source.record", line=line), "ks-record", title=path)

    # Offices

    def role(self, role: HeldRole, subject: str | None = None) -> Md:
        """Return an office with the country or body it is held for, unless that is the page's own subject."""
        holders = [holder for holder in (role.organization, role.country) if holder and holder != subject]
        return join(self.locale.t("list.comma"), [self.words(role.role), *[self.to(holder) for holder in holders]])

    def latest_role(self, person: str) -> HeldRole | None:
        """Return the office to show beside a person's name: one not ended before an ended one, then a dated one.

        A dated office says more than a rank or a title that an article gives in passing.
        """
        held = self.site.roles_of.get(person, ())
        return min(held, key=lambda role: (role.end_date is not None, role.start_date is None), default=None)

    def role_time(self, role: HeldRole) -> Md:
        """Return when an office was held, as far as it is known."""
        t = self.locale.say
        if role.start_date and role.end_date:
            return t("role.from_to", start=self.date(role.start_date), end=self.date(role.end_date))
        if role.start_date:
            return t(_by_day("role.from", role.start_date), start=self.date(role.start_date))
        if role.end_date:
            return t(_by_day("role.to", role.end_date), end=self.date(role.end_date))
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


@lru_cache(maxsize=16384)
def _relative(path: str, folder: str) -> str:
    # Not `relpath`, which asks for the working directory.
    here, there = folder.split("/") if folder else [], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


@lru_cache(maxsize=512)
def _flag(code: str) -> str:
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in code.upper()) if code.isalpha() else ""
