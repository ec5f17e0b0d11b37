"""The YAML beside an entry of the review desk, and the links that open the file it belongs into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.drafts import entity_draft, event_draft, judgement_draft, source_draft
from generator.drafts.judgements import JUDGEMENTS
from generator.drafts.parts import sources
from generator.drafts.yamltext import Value, block
from generator.model.article import ZoneKind
from generator.model.ids import kind_of
from generator.model.site import Evidence
from generator.pages.build import below_content, record_path
from generator.pages.markdown import Md, link, verbatim
from generator.pages.writer import Writer
from generator.reading.records.schema import RECORDS
from generator.review import Choice, Item

_DATE = "# date: the day of publication, such as 2023-07-31, or 2023-07 or 2023\n"


@dataclass(frozen=True, slots=True)
class File:
    """What to write: what it is for, the link that opens the file (empty without a repository), and the YAML."""

    label: Md
    open: Md
    yaml: Md


def record_file(w: Writer, item: Item) -> File | None:
    """Return the file that an entry asks to be written or corrected; None where a decision is all it needs."""
    if item.write is None:
        return None
    kind = kind_of(item.write)
    if kind == "articles":
        return _article(w, item)
    record = _record(w, item.write)
    path = record_path(record)
    if path is None:
        draft = _draft(w, item)
        return _new(w, f"{item.write}.yml", draft)
    return _edit(w, path, _lines(w, item))


def _record(w: Writer, entry_id: str) -> Any:
    site = w.site
    entry = site.entities.get(entry_id) or site.events.get(entry_id) or site.sources.get(entry_id)
    return entry.record if entry else None


def _draft(w: Writer, item: Item) -> str:
    """Return a record drafted from what was found."""
    key, shows = item.write or "", w.build.visibility.shows
    if key in w.site.entities:
        return entity_draft(w.site, key, shows).text
    if key in w.site.events:
        return event_draft(w.site, key, shows).text
    if key in w.site.sources:
        return source_draft(w.site, key).text
    return _lines(w, item)


def _lines(w: Writer, item: Item) -> str:
    """Return the lines to add to a file: what was found, with its sources, and a comment for what only people know."""
    keys: dict[str, Any] = dict(item.added)
    if item.claims:
        keys["claims"] = [{**claim, "sources": _cited(w, evidence)} for claim, evidence in item.claims]
    keys["sources"] = _cited(w, item.evidence)
    advice = f"# {item.advice}\n" if item.advice else ""
    return advice + block(keys) + "".join(_wanted(item.write or "", key) for key in item.wanted)


def _cited(w: Writer, evidence: tuple[Evidence, ...]) -> list[Value]:
    return sources(w.site, ((one, "") for one in evidence), w.build.visibility.shows)


def _wanted(entry_id: str, key: str) -> str:
    """Return a comment that asks for a key, with what the schema says of it."""
    shape = RECORDS.get(kind_of(entry_id))
    said = next((known.help for known in shape.keys if known.key == key), "") if shape else ""
    return f"# {key}: …{'  # ' + said if said else ''}\n"


def _article(w: Writer, item: Item) -> File:
    article = w.site.articles[item.write or ""]
    path = below_content(article.path, "articles")
    if not (item.added or item.wanted):
        return _edit(w, path, "")
    lines = block(item.added) or _DATE
    if path.endswith((".html", ".htm")):
        # A saved page has its keys in a file beside it.
        return _new(w, f"{path.rpartition('.')[0]}.yml", lines)
    has_head = any(zone.kind is ZoneKind.FRONT_MATTER for zone in article.zones)
    return _edit(w, path, lines if has_head else f"---\n{lines}---\n")


def decision(w: Writer, choice: Choice) -> File:
    """Return a judgement as a file entry: what it says, and the lines for `judgements.yml`."""
    names = {"words": choice.surface or "", "name": w.to(choice.ids[0]) if choice.ids else Md("")}
    of = "words" if choice.surface else "ids"
    key = f"{choice.decision.replace('-', '_')}_{of}"
    text = judgement_draft(
        choice.decision,
        ids=choice.ids,
        surface=choice.surface,
        article=choice.article,
        reason=w.locale.t(f"review.reason.{key}"),
    )
    return File(w.locale.say(f"review.choice.{key}", **names), Md(""), verbatim(text, "ks-yaml"))


def judgements_link(w: Writer, choices: tuple[Choice, ...]) -> Md:
    """Return the link that opens `judgements.yml`, or begins it; empty without a repository."""
    repository = w.build.repository
    if repository is None or not choices:
        return Md("")
    if JUDGEMENTS in repository.files:
        return link(w.locale.t("review.edit", path=JUDGEMENTS), repository.edit(JUDGEMENTS))
    start = repository.new(JUDGEMENTS, w.locale.t("review.begin_judgements"))
    return link(w.locale.t("review.create", path=JUDGEMENTS), start) if start else Md("")


def _new(w: Writer, path: str, text: str) -> File:
    repository = w.build.repository
    address = repository.new(path, text) if repository else None
    opened = link(w.locale.t("review.create", path=path), address) if address else Md("")
    return File(w.locale.say("review.draft", path=path), opened, verbatim(text, "ks-yaml"))


def _edit(w: Writer, path: str, text: str) -> File:
    repository = w.build.repository
    opened = link(w.locale.t("review.edit", path=path), repository.edit(path)) if repository else Md("")
    label = w.locale.say("review.lines", path=path)
    return File(label, opened, verbatim(text, "ks-yaml") if text else Md(""))
