"""Organisations known by name: from the site's records and from the shipped table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from generator.language.organizations import known_organizations
from generator.language.pack import Pack
from generator.language.tokens import Token
from generator.model.reading import Mention
from generator.understanding.document import Document, Sentence
from generator.understanding.gazetteer import Entry, Gazetteer, Match
from generator.understanding.organizations.claims import KNOWN, RECORDED, Claim
from generator.understanding.organizations.patterns import starts_clause


@lru_cache(maxsize=8)
def _shipped(pack: Pack) -> Gazetteer:
    """The shipped table as entries for texts in the pack's language."""
    entries = []
    for known in known_organizations().values():
        for spelling in known.spellings:
            if (spelling.acronym or spelling.common) and spelling.language not in (None, pack.language):
                continue
            entries.append(
                Entry(
                    spelling=spelling.text,
                    kind="organization",
                    id=known.id,
                    name=known.name.best(pack.language),
                    form="acronym" if spelling.acronym else "name",
                    exact=spelling.exact,
                )
            )
    return Gazetteer(entries)


@lru_cache(maxsize=8)
def _firsts(gazetteer: Gazetteer, pack: Pack) -> frozenset[str]:
    """The words with which a name of the records or of the shipped table may begin."""
    return gazetteer.firsts | _shipped(pack).firsts


@lru_cache(maxsize=1)
def _common() -> frozenset[tuple[str, str]]:
    """Pairs of id and spelling that are ordinary words as well."""
    return frozenset(
        (known.id, spelling.text)
        for known in known_organizations().values()
        for spelling in known.spellings
        if spelling.common
    )


def known_names(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Claim]:
    """Yield the names of records and of the shipped table that a sentence holds; they may overlap."""
    tokens = sentence.tokens
    shipped = _shipped(document.pack)
    for index in sentence.places_of(_firsts(gazetteer, document.pack)):
        if tokens[index].kind != "word":
            continue
        match = gazetteer.match_at(tokens, index)
        if match and (entries := _organizations(match)):
            yield _entry_claim(document, tokens, match, entries)
        match = shipped.match_at(tokens, index)
        if match and (entries := tuple(entry for entry in match.entries if _cased(entry, tokens, match))):
            yield _entry_claim(document, tokens, match, entries)


def _organizations(match: Match) -> tuple[Entry, ...]:
    return tuple(entry for entry in match.entries if entry.kind == "organization")


def _cased(entry: Entry, tokens: Sequence[Token], match: Match) -> bool:
    """Tell whether the capitals of the text are those of a name and not owed to the start of a sentence."""
    if (entry.id, entry.spelling) in _common() and starts_clause(tokens, match.first):
        return False
    if entry.exact or entry.spelling[:1].islower():
        return True
    words = [word for word in entry.spelling.replace("-", " ").replace("'", " ").split() if len(word) > 1]
    capitals = sum(word[:1].isupper() for word in words)
    return sum(token.capital for token in tokens[match.first : match.last + 1] if len(token.text) > 1) >= capitals


def _entry_claim(document: Document, tokens: Sequence[Token], match: Match, entries: Sequence[Entry]) -> Claim:
    ids = tuple(dict.fromkeys(entry.id for entry in entries))
    entry = entries[0]
    first, last = tokens[match.first], tokens[match.last]
    mention = Mention(
        start=first.start,
        end=last.end,
        surface=document.article.text[first.start : last.end],
        kind="organization",
        id=ids[0] if len(ids) == 1 else None,
        name=entry.name,
        form=entry.form,
        confidence=RECORDED if entry.recorded else KNOWN,
        candidates=ids if len(ids) > 1 else (),
    )
    return Claim(mention, entry.recorded)
