"""Names, dates, articles and outlets in the words of the interface, as seen from one page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from functools import lru_cache

from generator.language.countries import country_by_code
from generator.model.dates import DateRange, PartialDate
from generator.model.text import UNDETERMINED, LangText
from generator.pages.build import Build
from generator.pages.locale import Locale
from generator.pages.markdown import Md, element, join, link, safe_url, span

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "syr", "yi"})


class Words:
    """Makes the Markdown of names and dates; every link is relative to `path`, the page it stands on."""

    def __init__(self, build: Build, path: str) -> None:
        self.build = build
        self.site = build.site
        self.locale: Locale = build.locale
        self.path = path
        self._folder = posixpath.dirname(path)

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

    def page_link(self, page_id: str, words: str) -> Md:
        """Return a link to a page of the site itself, such as an index."""
        return link(words, self.href(page_id))

    def flag(self, entity_id: str) -> Md:
        """Return the flag of a country with a space that does not break, hidden from screen readers; else nothing."""
        entity = self.site.entities.get(entity_id)
        code = entity.code if entity and entity.kind == "countries" else None
        known = country_by_code(code) if code else None
        # A former state has no flag among the emoji; its letters would show in a box.
        if not code or len(code) != 2 or (known and known.former):
            return Md("")
        return Md(f'<span class="ks-flag" aria-hidden="true">{_flag(code)}</span>\u00a0')

    def to(self, entity_id: str, words: str | Md = "", *classes: str) -> Md:
        """Return a link to an entity's page, or the bare words where it has none."""
        target = self.build.page_id(entity_id)
        shown = Md.escape(words) if words else self.name(target or entity_id)
        shown = self.flag(target or entity_id) + shown
        return link(shown, self.href(target), *classes) if target else shown

    def to_page(self, page_id: str, words: str | Md) -> Md:
        """Return a link to a page that is no entity's, such as that of two countries."""
        return link(words, self.href(page_id))

    def more(self, number: int) -> Md:
        """Return a link to the bar of years on the same page, which lead to so many further entries."""
        return link(self.locale.say("more", n=number), "#by-year")

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
