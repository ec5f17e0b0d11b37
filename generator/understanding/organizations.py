"""Organisations: known ones, acronyms introduced in the text, names built on head nouns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.language.organizations import known_organizations
from generator.language.pack import Pack
from generator.language.tokens import Token
from generator.model.ids import make_id, slugify
from generator.model.reading import Mention, MentionForm
from generator.understanding.acronyms import bracketed_acronyms, find_introductions, unknown_acronyms
from generator.understanding.document import Document, Sentence
from generator.understanding.gazetteer import Entry, Gazetteer, Match
from generator.understanding.organization_patterns import Find, find_patterns, starts_clause
from generator.understanding.organization_rules import OrganizationRules, rules_for

_RECORDED, _KNOWN, _INTRODUCED, _BUILT, _GUESSED = 1.0, 0.97, 0.9, 0.8, 0.55
"""How sure a find of each kind is."""


class _Claim(NamedTuple):
    """A mention that wants its place. Recorded names win, then the longer one, then the surer one."""

    mention: Mention
    recorded: bool = False

    def sort_key(self) -> tuple[bool, int, float, int]:
        mention = self.mention
        return (not self.recorded, mention.start - mention.end, -mention.confidence, mention.start)


def find_organizations(
    document: Document,
    gazetteer: Gazetteer,
) -> tuple[Mention, ...]:
    """Return the organisations an article names, in text order, without overlaps.

    The id comes from a record, from the shipped table, or else from the full name. A body that every state has
    (`the Ministry of Defence`) has no id unless the article itself says whose it is.
    """
    rules = rules_for(document.pack)
    claims: list[_Claim] = []
    for sentence in document.sentences:
        claims += _known(document, sentence, gazetteer)
        claims += [
            _Claim(_built(document, sentence.tokens, find, gazetteer)) for find in find_patterns(sentence.tokens, rules)
        ]
    claims = _with_acronyms(document, claims, rules)
    claims += _again(document, claims)
    mentions = _join_short_forms(_settle(claims))
    taken = {mention.start for mention in mentions}
    guesses = [claim for claim in _guessed(document, rules) if claim.mention.start not in taken]
    return _settle([*(_Claim(mention, True) for mention in mentions), *guesses])


def _mention(
    document: Document, first: Token, last: Token, entity: str | None, name: str, form: MentionForm, sure: float
) -> Mention:
    return Mention(
        start=first.start,
        end=last.end,
        surface=document.article.text[first.start : last.end],
        kind="organization",
        id=entity,
        name=name,
        form=form,
        confidence=sure,
    )


# ---- known names


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


@lru_cache(maxsize=1)
def _common() -> frozenset[tuple[str, str]]:
    """Pairs of id and spelling that are ordinary words as well."""
    return frozenset(
        (known.id, spelling.text)
        for known in known_organizations().values()
        for spelling in known.spellings
        if spelling.common
    )


def _known(document: Document, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[_Claim]:
    tokens = sentence.tokens
    shipped = _shipped(document.pack)
    for index, token in enumerate(tokens):
        if token.kind != "word":
            continue
        match = gazetteer.match_at(tokens, index)
        entries = _organizations(match)
        if match and entries:
            yield _entry_claim(document, tokens, match, entries)
        match = shipped.match_at(tokens, index)
        if match:
            fitting = tuple(entry for entry in match.entries if _cased(entry, tokens, match))
            if fitting:
                yield _entry_claim(document, tokens, match, fitting)


def _organizations(match: Match | None) -> tuple[Entry, ...]:
    return tuple(entry for entry in match.entries if entry.kind == "organization") if match else ()


def _cased(entry: Entry, tokens: Sequence[Token], match: Match) -> bool:
    """Tell whether the capitals of the text are those of a name and not owed to the start of a sentence."""
    if (entry.id, entry.spelling) in _common() and starts_clause(tokens, match.first):
        return False
    if entry.exact or entry.spelling[:1].islower():
        return True
    words = [word for word in entry.spelling.replace("-", " ").replace("'", " ").split() if len(word) > 1]
    capitals = sum(word[:1].isupper() for word in words)
    return sum(token.capital for token in tokens[match.first : match.last + 1] if len(token.text) > 1) >= capitals


def _entry_claim(document: Document, tokens: Sequence[Token], match: Match, entries: Sequence[Entry]) -> _Claim:
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
        confidence=_RECORDED if entry.recorded else _KNOWN,
        candidates=ids if len(ids) > 1 else (),
    )
    return _Claim(mention, entry.recorded)


# ---- names the text builds


def _built(document: Document, tokens: Sequence[Token], find: Find, gazetteer: Gazetteer) -> Mention:
    first, last = tokens[find.first], tokens[find.last]
    name = " ".join(document.text[first.start : last.end].split())
    anonymous = find.generic and not _names_a_land(tokens[find.first : find.last + 1], gazetteer)
    slug = slugify(name)
    entity = make_id("organizations", slug) if slug and not anonymous else None
    return _mention(document, first, last, entity, name, "name", _INTRODUCED if find.introduced else _BUILT)


def _names_a_land(tokens: Sequence[Token], gazetteer: Gazetteer) -> bool:
    for index, token in enumerate(tokens):
        match = gazetteer.match_at(tokens, index) if token.kind == "word" else None
        if match and any(entry.kind in ("country", "place") for entry in match.entries):
            return True
    return False


# ---- acronyms


def _with_acronyms(document: Document, claims: list[_Claim], rules: OrganizationRules) -> list[_Claim]:
    """Add the full names and acronyms that the text introduces; both sides get one id."""
    by_end: dict[int, Mention] = {}
    by_start: dict[int, Mention] = {}
    for claim in sorted(claims, key=_Claim.sort_key):
        by_end.setdefault(claim.mention.end, claim.mention)
        by_start.setdefault(claim.mention.start, claim.mention)
    added: list[_Claim] = []
    renamed: dict[str, Mention] = {}
    for sentence in document.sentences:
        tokens = sentence.tokens
        pairs: dict[int, tuple[Mention, bool]] = {}
        for intro in find_introductions(tokens, rules):
            full = by_end.get(tokens[intro.last].end)
            if full is None or full.start > tokens[intro.first].start:
                name = " ".join(document.text[tokens[intro.first].start : tokens[intro.last].end].split())
                entity = make_id("organizations", slugify(name)) if slugify(name) else None
                full = _mention(document, tokens[intro.first], tokens[intro.last], entity, name, "name", _INTRODUCED)
                pairs[intro.acronym] = full, True
            else:
                pairs[intro.acronym] = full, False
        for acronym, last in bracketed_acronyms(tokens):
            if acronym not in pairs and (full := by_end.get(tokens[last].end)):
                pairs[acronym] = full, False
        for acronym, (full, is_new) in pairs.items():
            known = by_start.get(tokens[acronym].start)
            best = _surer(full, known)
            if is_new or best is not full:
                added.append(_Claim(_as(full, best), False))
            if full.id and full.id != best.id:
                renamed[full.id] = best
            token = tokens[acronym]
            added.append(
                _Claim(_as(_mention(document, token, token, full.id, full.name, "acronym", _INTRODUCED), best))
            )
    kept = (
        [claim for claim in claims if not any(claim.mention.span == new.mention.span for new in added)]
        if added
        else claims
    )
    return [_rename(claim, renamed) for claim in kept] + added


def _surer(full: Mention, known: Mention | None) -> Mention:
    """Of a full name and its acronym, the one whose identity is better known."""
    if known is not None and known.id and (full.id is None or known.confidence > full.confidence):
        return known
    return full


def _as(mention: Mention, best: Mention) -> Mention:
    """The same words, with the identity of `best`."""
    return Mention(
        start=mention.start,
        end=mention.end,
        surface=mention.surface,
        kind="organization",
        id=best.id,
        name=best.name,
        form=mention.form,
        confidence=max(mention.confidence, best.confidence),
    )


def _rename(claim: _Claim, renamed: dict[str, Mention]) -> _Claim:
    best = renamed.get(claim.mention.id or "")
    return _Claim(_as(claim.mention, best), claim.recorded) if best else claim


def _guessed(document: Document, rules: OrganizationRules) -> Iterator[_Claim]:
    for sentence in document.sentences:
        for index in unknown_acronyms(sentence.tokens, rules):
            token = sentence.tokens[index]
            entity = make_id("organizations", slugify(token.text))
            yield _Claim(_mention(document, token, token, entity, token.text, "acronym", _GUESSED))


# ---- further uses


def _again(document: Document, claims: Iterable[_Claim]) -> list[_Claim]:
    """Find other uses of names the text has introduced: the acronym, the name said to be a paper or a company's."""
    entries: dict[str, Entry] = {}
    for claim in claims:
        mention = claim.mention
        if mention.id is None or mention.confidence != _INTRODUCED:
            continue
        for spelling in _spellings(mention, document.pack):
            entries.setdefault(
                spelling,
                Entry(
                    spelling=spelling,
                    kind="organization",
                    id=mention.id,
                    name=mention.name,
                    form=mention.form,
                    exact=True,
                ),
            )
    if not entries:
        return []
    introduced = Gazetteer(entries.values())
    return [
        _Claim(
            _mention(
                document,
                sentence.tokens[match.first],
                sentence.tokens[match.last],
                match.entries[0].id,
                match.entries[0].name,
                match.entries[0].form,
                _BUILT,
            )
        )
        for sentence in document.sentences
        for match in introduced.find(sentence.tokens)
    ]


def _spellings(mention: Mention, pack: Pack) -> Iterator[str]:
    """The name as written, and for a company the name without its legal form, or its leading acronym."""
    words = mention.surface.split()
    yield mention.surface
    if mention.form == "acronym" or len(words) < 2:
        return
    if words[-1].rstrip(".").lower() in rules_for(pack).legal_forms:
        yield " ".join(words[:-1]).rstrip(",")
    if len(words[0]) > 2 and words[0].isalpha() and words[0].isupper():
        yield words[0]


def _join_short_forms(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Give a name without an id the id of the one longer name of the article that contains it (`Supreme Court`)."""
    named = {mention.name: mention for mention in mentions if mention.id}
    joined = []
    for mention in mentions:
        if mention.id is None and not mention.candidates:
            key = f" {mention.name.casefold()} "
            longer = {
                other.id: other
                for other in named.values()
                if key in f" {' '.join(other.surface.split()).casefold()} " or key in f" {other.name.casefold()} "
            }
            if len(longer) == 1:
                mention = _as(mention, next(iter(longer.values())))
        joined.append(mention)
    return tuple(joined)


def _settle(claims: Iterable[_Claim]) -> tuple[Mention, ...]:
    """Keep the best claim of each stretch of text, in text order."""
    starts: list[int] = []
    kept: list[Mention] = []
    for claim in sorted(claims, key=_Claim.sort_key):
        mention = claim.mention
        place = bisect_right(starts, mention.start)
        if place and kept[place - 1].end > mention.start:
            continue
        if place < len(kept) and kept[place].start < mention.end:
            continue
        starts.insert(place, mention.start)
        kept.insert(place, mention)
    return tuple(kept)
