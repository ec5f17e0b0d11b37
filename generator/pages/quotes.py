"""From the source a record names to the sentence that holds the words it quotes."""

from __future__ import annotations

from generator.language.normalise import even
from generator.model.problem import Position
from generator.model.records import SourceRef
from generator.model.site import Evidence, Site


def find_quote(site: Site, article_id: str, quote: str) -> int | None:
    """Return the index of the first sentence of an article that holds `quote`; white space and signs are evened."""
    wanted = " ".join(even(quote).split()).casefold()
    text = even(site.articles[article_id].text)
    for index, span in enumerate(site.readings[article_id].sentences):
        if wanted in " ".join(span.of(text).split()).casefold():
            return index
    return None


def cite(site: Site, source: SourceRef) -> Evidence:
    """Turn a record's source into evidence: the quoted sentence, the article, or the web page."""
    if source.article is None or source.article not in site.articles:
        return Evidence(record=source.position, source=source)
    sentence = find_quote(site, source.article, source.quote) if source.quote else None
    return Evidence(source.article, sentence, source.position, source)


def cite_all(site: Site, sources: tuple[SourceRef, ...], line: Position) -> tuple[Evidence, ...]:
    """Return the evidence of a recorded value: its sources, or the record's own line where it names none."""
    return tuple(cite(site, source) for source in sources) or (Evidence(record=line),)
