"""Dates of birth that articles tell: a word of birth, then a date, in a sentence that names one person only."""

from __future__ import annotations

from bisect import bisect_left

from generator.language.normalise import fold
from generator.language.pack import pack_for
from generator.model.site import Entity, Evidence, Site
from generator.understanding.lexicon.people import people_words

_REACH = 40
"""Characters between the word of birth and its date: `born in the small town of Example on 3 March 1960`."""


def births_told(site: Site, entity: Entity) -> dict[str, list[Evidence]]:
    """Return by value the dates of birth of a person that articles tell, each with its sentences."""
    told: dict[str, list[Evidence]] = {}
    for article, sentence in sorted({(link.article, link.sentence) for link in entity.backlinks}):
        reading = site.readings[article]
        span = site.sentence_span(article, sentence)
        named = {one.id for one in reading.mentions if one.kind == "person" and span.contains(one.span)}
        if named != {entity.id}:
            continue
        words = people_words(pack_for(site.articles[article].language.value)).births
        text = site.articles[article].text
        first = bisect_left(reading.dates, span.start, key=lambda date: date.start)
        for date in reading.dates[first:]:
            if date.start >= span.end:
                break
            leading = fold(text[max(span.start, date.start - _REACH) : date.start])
            if date.anchor is None and not words.isdisjoint(leading.replace(",", " ").split()):
                told.setdefault(date.value, []).append(Evidence(article, sentence))
                break
    return told
