"""`knowledge-site add`: articles from files, folders and addresses into the content folder, one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final, Literal
from urllib.parse import urlsplit

from generator.drafts import outlet_text
from generator.hosts.add_files import Target, read_file
from generator.hosts.add_text import Given, Prepared, Raw, prepare
from generator.hosts.fetch import FetchError, fetch
from generator.hosts.project import Project
from generator.hosts.write_new import write_new
from generator.knowledge.duplicates import CopyIndex, Fingerprint, fingerprint, text_of
from generator.model.article import Article, ZoneKind
from generator.model.ids import make_id, slug_of, slugify
from generator.model.problem import Problem
from generator.model.reading import Reading
from generator.reading.articles import read_article
from generator.reading.content import ARTICLE_ENDINGS
from generator.reading.decode import decode
from generator.reading.files import shown_path, walk
from generator.reading.frontmatter import FrontMatter, read_front_matter, read_values
from generator.reading.outlets import outlet_names
from generator.reading.records.read import RecordFiles, read_record_files
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.known_names import build_gazetteer
from generator.understanding.pipeline import understand

_LONGEST_NAME: Final = 70
_FEWEST_WORDS: Final = 5
_ENOUGH_WORDS: Final = 20
_SENTENCE: Final = re.compile(r"[.!?…。।؟][\"'»”’)\]]*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The options of the command. `into` is a folder below `articles/`; `name` the file's, without its ending."""

    given: Given = field(default_factory=Given)
    into: str = ""
    name: str | None = None
    dry_run: bool = False
    keep_duplicates: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one target.

    `path` is the file written (or, dry, to be written), `new_outlet` the record of its outlet if there was none, both
    relative to the project.
    """

    target: str
    status: Literal["added", "skipped", "failed"]
    reason: str = ""
    path: str = ""
    new_outlet: str = ""
    prepared: Prepared | None = None


class RefusedError(Exception):
    """A target that cannot be added; the message is the reason."""


class Adder:
    """Adds one target after the other and remembers what is there already, so that nothing is added twice."""

    def __init__(self, project: Project, wishes: Wishes, *, many: bool = False) -> None:
        """Look at what the site has. Of `many` targets, one whose name is taken gets a longer one."""
        self.project = project
        self.wishes = wishes
        self.many = many
        self._articles = project.content_dir / "articles"
        self._records: RecordFiles = read_record_files(project.content_dir, project.root)
        self._outlets = outlet_names(self._records.records)
        self._sources = {owner for owner in self._records.claimed if owner.startswith("sources/")}
        self._gazetteer: Gazetteer | None = None
        self._index = CopyIndex()
        self._found: dict[str, Path] = {}
        self._ids: dict[str, str] = {}
        self._look_around()

    def _look_around(self) -> None:
        """Note the ids and texts of the articles that are there. Reading only their text is quick, and enough."""
        for path in walk(self._articles, self.project.root)[0]:
            if path.suffix not in ARTICLE_ENDINGS or path.name == "README.md":
                continue
            shown = shown_path(path, self.project.root)
            self._ids[make_id("articles", slugify(path.stem))] = shown
            self._found[shown] = path
            self._index.add(shown, self._print_of(path))

    def _print_of(self, path: Path) -> Fingerprint:
        if path.suffix == ".html":
            article = read_article(path, self.project.root, allow_legacy=True)[0]
            return fingerprint(text_of(article) if article else "")
        try:
            text = decode(read_file(path), "", allow_legacy=True).text or ""
        except OSError:
            text = ""
        return fingerprint(text[read_front_matter(text, "")[0].end :])

    # ------------------------------------------------------------------ one target

    def add(self, target: Target) -> Outcome:
        """Add one target; never raises on what the target is or holds, nor where nothing can be written."""
        if target.passed:
            return Outcome(target=target.shown, status="skipped", reason=target.passed)
        try:
            return self._add(target)
        except (RefusedError, FetchError) as error:
            return Outcome(target=target.shown, status="failed", reason=str(error))

    def _add(self, target: Target) -> Outcome:
        prepared = self._prepare(_raw(target))
        mark = fingerprint(text_of(prepared.article))
        copy = self._copy_of(mark)
        if copy and not self.wishes.keep_duplicates:
            return Outcome(target=target.shown, status="skipped", reason=copy, prepared=prepared)
        path = self._path_for(target, prepared)
        shown = shown_path(path, self.project.root)
        owner = make_id("articles", path.stem)
        if self._ids.get(owner) == shown and _holds(path, prepared.text):
            return Outcome(target=target.shown, status="skipped", reason=f"it is already there as {shown}")
        if owner in self._ids:
            raise RefusedError(f"{self._ids[owner]} has this name and another text; choose another name with --name")
        outlet = self._outlet(prepared)
        if outlet:
            record = self.project.content_dir / f"{outlet}.yml"
            self._write(record, _outlet_record(prepared))
            self._sources.add(outlet)
            outlet = shown_path(record, self.project.root)
        self._write(path, prepared.text)
        self._ids[owner] = shown
        self._index.add(shown, mark)
        named = replace(prepared, article=replace(prepared.article, id=owner, path=shown))
        return Outcome(target=target.shown, status="added", path=shown, new_outlet=outlet, prepared=named)

    def _prepare(self, raw: Raw) -> Prepared:
        folder = "/".join(part for part in ("articles", self.wishes.into) if part)
        shown = f"{shown_path(self.project.content_dir, self.project.root)}/{folder}/article.txt"
        prepared, problems = prepare(raw, shown, self._outlets, self.wishes.given)
        if prepared is None:
            raise RefusedError(reason_of(problems))
        if not _has_running_text(prepared.article):
            raise RefusedError("no running text was found in it")
        return prepared

    def understand(self, article: Article) -> Reading:
        """Return what is understood of an added article, with the names the site's records have."""
        if self._gazetteer is None:
            self._gazetteer = build_gazetteer(self._records.records)
        return understand(article, self._gazetteer)

    # ------------------------------------------------------------------ copies and names

    def _copy_of(self, mark: Fingerprint) -> str:
        """Say of which article of the site a text is a copy; `""` if of none."""
        copies = self._index.copies(mark)
        if not copies:
            return ""
        name, share = copies[0]
        if name in self._found and not self._index.is_same(name, mark):
            # The index has the whole file; whether the text is the very same is a question to the article in it.
            article = read_article(self._found[name], self.project.root, allow_legacy=True)[0]
            if article and fingerprint(text_of(article)).words == mark.words:
                return f"it has the same text as {name}"
        if self._index.is_same(name, mark):
            return f"it has the same text as {name}"
        return f"it is nearly the same text as {name} ({share:.0%}); --keep-duplicates adds it all the same"

    def _path_for(self, target: Target, prepared: Prepared) -> Path:
        """Return the path of the new file: by the name wished, else by date and title, and by outlet where taken."""
        folder = self._articles / self.wishes.into
        name = self.wishes.name or self._name(target, prepared.article, "")
        if self.many and not self.wishes.name and make_id("articles", name) in self._ids and prepared.article.source:
            longer = self._name(target, prepared.article, slug_of(prepared.article.source.value))
            name = name if _holds(folder / f"{name}{prepared.ending}", prepared.text) else longer
        return folder / f"{name}{prepared.ending}"

    def _name(self, target: Target, article: Article, outlet: str) -> str:
        stem = Path(urlsplit(target.url).path if target.url else target.shown).stem
        title = _cut(slugify(article.title.value) if article.title else "") or _cut(slugify(stem))
        date = str(article.date.value) if article.date else ""
        if not title:
            raise RefusedError(
                "neither its title nor its file name gives a name for the new file; choose one with --name"
            )
        return "-".join(part for part in (date, title.removeprefix(f"{date}-"), outlet) if part)

    # ------------------------------------------------------------------ writing

    def _outlet(self, prepared: Prepared) -> str:
        """Return the id of the article's outlet if it has no record yet."""
        source = prepared.article.source
        return source.value if source and source.value not in self._sources else ""

    def _write(self, path: Path, text: str) -> None:
        if self.wishes.dry_run:
            return
        shown = shown_path(path, self.project.root)
        try:
            write_new(path, text)
        except FileExistsError as error:
            raise RefusedError(f"{shown} is already there and is never overwritten") from error
        except OSError as error:
            raise RefusedError(f"{shown} cannot be written: {error.strerror or 'unknown reason'}") from error


def reason_of(problems: Iterable[Problem]) -> str:
    """Return why a file is no article, in one line."""
    found = list(dict.fromkeys((problem.line, problem.message, problem.hint, problem.code) for problem in problems))
    if not found:
        return "it cannot be read"
    line, message, hint, code = found[0]
    place = f"line {line}: " if line > 1 else ""
    # The remedy for a wrong encoding is this very command.
    return f"{place}{message}" if code in ("not-utf8", "not-utf16") else f"{place}{message}; {hint}"


def _has_running_text(article: Article) -> bool:
    """Tell whether an article has a sentence, or many words: a menu alone is none."""
    visible = article.visible()
    lines = [span.of(visible).strip() for span in article.spans_of(ZoneKind.BODY)]
    counts = [len(re.findall(r"\w+", line)) for line in lines]
    sentences = (_SENTENCE.search(line) and count >= _FEWEST_WORDS for line, count in zip(lines, counts, strict=True))
    return sum(counts) >= _ENOUGH_WORDS or any(sentences)


def _raw(target: Target) -> Raw:
    """Return what a target holds."""
    if target.url:
        page = fetch(target.url)
        return Raw(page.data, page.name, url=page.url)
    if target.fault or target.path is None:
        raise RefusedError(target.fault)
    try:
        raw = Raw(read_file(target.path), target.path.name)
        beside = target.path.with_suffix(".yml")
        return replace(raw, beside=_beside(beside)) if raw.is_html and beside.is_file() else raw
    except OSError as error:
        raise RefusedError(f"cannot be opened: {error.strerror or 'unknown reason'}") from error


def _beside(path: Path) -> FrontMatter:
    """Return the values of the `.yml` file that pins what a saved page says."""
    decoded = decode(read_file(path), path.name, allow_legacy=True)
    values, problems = read_values(decoded.text or "", path.name)
    faults = (*(decoded.problems if decoded.text is None else ()), *(p for p in problems if p.code == "yaml-syntax"))
    if faults:
        raise RefusedError(f"{path.name}: {reason_of(faults)}")
    return values


def _holds(path: Path, text: str) -> bool:
    try:
        return path.read_bytes() == text.encode("utf-8")
    except OSError:
        return False


def _cut(slug: str) -> str:
    """Return a slug that is not too long, cut between words."""
    return slug if len(slug) <= _LONGEST_NAME else slug[: _LONGEST_NAME + 1].rpartition("-")[0] or slug[:_LONGEST_NAME]


def _outlet_record(prepared: Prepared) -> str:
    """Return the first record of an outlet: the name found for it, and its address where its own page was read."""
    article = prepared.worked_out
    assert article.source is not None
    keys = {"name": " ".join((article.source_name or slug_of(article.source.value)).split())}
    parts = urlsplit(article.url or "")
    if article.source.basis == "html_metadata" and parts.scheme in ("http", "https") and parts.hostname:
        keys["url"] = f"{parts.scheme}://{parts.netloc}/"
    return outlet_text(keys)
