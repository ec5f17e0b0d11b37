"""The text of an article: paragraphs of anchored sentences with linked mentions, as far as it may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.model.article import CONTENT_ZONES, Zone, ZoneKind
from generator.model.ids import kind_of
from generator.model.text import Span
from generator.pages.markdown import Md, element, join, link, safe_url, span
from generator.pages.rights import rights_of, sentences_in
from generator.pages.writer import Writer, kind_class

_SHOWN: Final = CONTENT_ZONES | {ZoneKind.SOURCE}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the text; `style` is a zone kind or `heading`."""

    style: str
    words: Md


def title(w: Writer, article_id: str) -> Md:
    """Return the heading of an article page, with the anchors of its sentences where the text has the title."""
    words, tag = w.article_title(article_id)
    zone = _title_zone(w, article_id)
    if zone is None:
        return w.in_language(words, tag)
    return w.in_language(_sentences(w, article_id, zone, steps_between(w, article_id))[0], tag)


def paragraphs(w: Writer, article_id: str) -> tuple[Paragraph, ...]:
    """Return the text in its order, the title (which stands above) left out.

    Sentences that may not be shown leave `[…]` in their place, which keeps their anchors.
    """
    article = w.site.articles[article_id]
    above = _title_zone(w, article_id)
    full = rights_of(w.site, article_id) == "full"
    found: list[Paragraph] = []
    hidden = Md("")
    steps = steps_between(w, article_id)
    for zone in article.zones:
        if zone.kind not in _SHOWN or zone is above:
            continue
        if zone.kind is ZoneKind.SOURCE:
            if full:
                words = w.build.passages(article_id).dressed(zone.span, _addresses(w, article_id, zone.span))
                found.append(Paragraph("source", words))
            continue
        words, shown = _sentences(w, article_id, zone, steps)
        if not shown:
            # Paragraphs of which nothing is shown make one gap, not many.
            hidden += words
            continue
        if hidden:
            found.append(Paragraph("gap", hidden + gap(w)))
            hidden = Md("")
        heading = zone.kind is ZoneKind.BODY and zone.reason == "heading"
        found.append(Paragraph("heading" if heading else zone.kind.value, words))
    return (*found, Paragraph("gap", hidden + gap(w))) if hidden else tuple(found)


def gap(w: Writer) -> Md:
    """Return the sign that stands in for words that are not shown."""
    return span(w.locale.say("sentence.gap"), "ks-gap")


def _title_zone(w: Writer, article_id: str) -> Zone | None:
    """Return the first zone that is the very title of the article."""
    article = w.site.articles[article_id]
    wanted = " ".join(article.title.value.split()) if article.title else None
    passages = w.build.passages(article_id)
    for zone in article.zones:
        if zone.kind is ZoneKind.TITLE:
            words = " ".join(passages.words(zone.start, zone.end).split())
            return zone if words == wanted else None
    return None


def steps_between(w: Writer, article_id: str) -> dict[tuple[int, str], Md]:
    """Return by sentence and entity the links to the sentences before and after it that name the same entity.

    They have no words of their own and are only shown in the sentence that a source mark led to; sentences that may
    not be shown are passed over.
    """
    places: dict[str, list[int]] = {}
    for index in sorted(w.build.visibility.of(article_id)):
        named = (w.build.target(mention) for mention in w.build.all_mentions(article_id, index))
        for entity in dict.fromkeys(filter(None, named)):
            places.setdefault(entity, []).append(index)
    steps: dict[tuple[int, str], Md] = {}
    for entity, found in places.items():
        name = w.plain(w.build.name(entity)) if len(found) > 1 else ""
        for key, here, there in (
            *(("step.previous", here, there) for there, here in pairwise(found)),
            *(("step.next", here, there) for here, there in pairwise(found)),
        ):
            label = w.locale.t(key, name=name, number=there + 1)
            step = element("a", "", "ks-step", key.replace("step.", "ks-"), href=f"#s{there + 1}", aria_label=label)
            steps[here, entity] = steps.get((here, entity), Md("")) + step
    return steps


def _sentences(w: Writer, article_id: str, zone: Zone, steps: Mapping[tuple[int, str], Md]) -> tuple[Md, bool]:
    """Return the sentences of a zone, each in a span with its anchor, and whether any of them is shown."""
    reading = w.site.readings[article_id]
    passages = w.build.passages(article_id)
    visible = w.build.visibility.of(article_id)
    parts: list[str | Md] = []
    at, hidden, shown = zone.start, False, False
    for index in sentences_in(w.site, article_id, zone.span):
        whole = reading.sentences[index]
        sentence = Span(max(whole.start, zone.start), min(whole.end, zone.end))
        if sentence.start >= sentence.end:
            continue
        if index not in visible:
            parts += [Md(f'<span id="s{index + 1}"></span>')]
            at, hidden = sentence.end, True
            continue
        parts += [Md(" ") + gap(w) + Md(" ")] if hidden else [passages.words(at, sentence.start)]
        words = passages.dressed(sentence, _dresses(w, article_id, index, steps))
        parts.append(Md(f'<span class="ks-sentence" id="s{index + 1}">{words}</span>'))
        at, hidden, shown = sentence.end, False, True
    if not shown:
        return join("", [part for part in parts if isinstance(part, Md)]), False
    parts.append(Md(" ") + gap(w) if hidden else passages.words(at, zone.end).rstrip())
    return join("", parts), True


def _dresses(w: Writer, article_id: str, index: int, steps: Mapping[tuple[int, str], Md]) -> list[tuple[Span, Md]]:
    """Return the mentions of a sentence with what stands in their place: a link, or a quiet mark of doubt."""
    passages = w.build.passages(article_id)
    dressed: list[tuple[Span, Md]] = []
    seen: set[str] = set()
    known = None if w.build.own(article_id) else w.site.articles[article_id].date
    date = known.value if known else None
    for mention in w.build.all_mentions(article_id, index):
        words = passages.words(mention.start, mention.end)
        target = w.build.target(mention)
        if target:
            office = w.office_words(target, date) if kind_of(target) == "people" else ""
            dress = link(words, w.href(target), "ks-mention", kind_class(target), title=office)
            if target not in seen:
                dress += steps.get((index, target), Md(""))
                seen.add(target)
        elif mention.id is None:
            dress = element("span", words, "ks-ambiguous", title=w.locale.t("mention.ambiguous"))
        else:
            continue
        dressed.append((mention.span, dress))
    return dressed + _addresses(w, article_id, w.site.sentence_span(article_id, index))


def _addresses(w: Writer, article_id: str, stretch: Span) -> list[tuple[Span, Md]]:
    """Return the web addresses of a stretch as links."""
    passages = w.build.passages(article_id)
    return [
        (found, link(words, url, "ks-address"))
        for found in passages.addresses(stretch)
        if (words := passages.words(found.start, found.end)) and (url := safe_url(words))
    ]
