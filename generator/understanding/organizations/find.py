"""Organisations: known ones, acronyms introduced in the text, names built on head nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.language.countries import country_by_code
from generator.language.normalise import fold
from generator.language.pack import Pack
from generator.language.tokens import Token, tokenise
from generator.model.ids import make_id, slugify
from generator.model.reading import Mention
from generator.understanding.document import Document, Sentence
from generator.understanding.gazetteer import Entry, Gazetteer
from generator.understanding.lexicon.organizations import OrganizationRules, rules_for
from generator.understanding.organizations.acronyms import (
    bracketed_acronyms,
    find_introductions,
    initials,
    other_acronyms,
    unknown_acronyms,
)
from generator.understanding.organizations.claims import BUILT, GUESSED, INTRODUCED, Claim, mention_of, settle
from generator.understanding.organizations.lookup import known_names
from generator.understanding.organizations.patterns import Find, find_patterns, is_adjective
from generator.understanding.organizations.state_bodies import state_body

_LONGEST = 14
"""Words of the longest name that is looked into for its short forms."""


def find_organizations(
    document: Document,
    gazetteer: Gazetteer,
) -> tuple[Mention, ...]:
    """Return the organisations an article names, in text order, without overlaps.

    The id comes from a record, from the shipped table, or else from the full name. A body that every state has
    (`the Ministry of Defence`) has no id unless the article itself says whose it is.
    """
    rules = rules_for(document.pack)
    claims: list[Claim] = []
    for sentence in document.sentences:
        claims += known_names(document, sentence, gazetteer)
        claims += [Claim(_built(document, sentence.tokens, find, rules)) for find in find_patterns(sentence, rules)]
    claims = _with_acronyms(document, claims, rules)
    claims += _again(document, claims)
    mentions = _join_short_forms(settle(claims), rules)
    mentions = settle([*(Claim(mention, True) for mention in mentions), *_taken_up(document, mentions, rules)])
    return settle([*(Claim(mention, True) for mention in mentions), *_guessed(document, mentions, rules)])


# ---- names the text builds


def _built(document: Document, tokens: Sequence[Token], find: Find, rules: OrganizationRules) -> Mention:
    """Make the mention of a built name; a body every state has is told apart by its country, or has no id."""
    ends = first, last = tokens[find.first], tokens[find.last]
    name = " ".join(document.text[first.start : last.end].split())
    body = state_body(tokens, find.first, find.last, rules, document.pack)
    if body is None:
        return mention_of(document, ends, _id_of(name), name, "name", INTRODUCED if find.introduced else BUILT)
    info = country_by_code(body.country) if body.country else None
    if info is None:
        return mention_of(document, ends, None, body.name, "name", BUILT)
    land = info.names.get(document.pack.language, (info.slug,))[0]
    return mention_of(document, ends, _id_of(f"{body.name} {info.slug}"), f"{body.name} ({land})", "name", BUILT)


def _id_of(name: str) -> str | None:
    slug = slugify(name)
    return make_id("organizations", slug) if slug else None


# ---- acronyms


def _with_acronyms(document: Document, claims: list[Claim], rules: OrganizationRules) -> list[Claim]:
    """Add the full names and acronyms that the text introduces; both sides get one id."""
    ordered = sorted(claims, key=Claim.sort_key)
    by_end = {claim.mention.end: claim.mention for claim in reversed(ordered)}
    by_start = {claim.mention.start: claim.mention for claim in reversed(ordered)}
    added: list[Claim] = []
    renamed: dict[str, Mention] = {}
    for sentence in document.sentences:
        if "(" not in sentence.keys:
            continue
        for token, full in _introduced_in(document, sentence, by_end, rules):
            best = _surer(full, by_start.get(token.start))
            if best.id is None:
                best = replace(best, id=_id_of(best.name))
            if full.id and full.id != best.id:
                renamed[full.id] = best
            acronym = mention_of(document, (token, token), best.id, best.name, "acronym", INTRODUCED)
            # The acronym of a known name is known from this text alone: its later uses are looked for.
            added += [Claim(_as(full, best)), Claim(replace(_as(acronym, best), confidence=INTRODUCED))]
    spans = {claim.mention.span for claim in added}
    return [_rename(claim, renamed) for claim in claims if claim.recorded or claim.mention.span not in spans] + added


def _introduced_in(
    document: Document, sentence: Sentence, by_end: Mapping[int, Mention], rules: OrganizationRules
) -> Iterator[tuple[Token, Mention]]:
    """Yield each acronym a sentence introduces, with the full name beside it."""
    tokens = sentence.tokens
    seen = set()
    for intro in find_introductions(tokens, rules):
        first, last = tokens[intro.first], tokens[intro.last]
        full = by_end.get(last.end)
        if full is None or full.start > first.start:
            name = " ".join(document.text[first.start : last.end].split())
            full = mention_of(document, (first, last), _id_of(name), name, "name", INTRODUCED)
        seen.add(intro.acronym)
        yield tokens[intro.acronym], full
    for index, before in bracketed_acronyms(tokens):
        found = by_end.get(tokens[before].end)
        if index not in seen and found is not None and tokens[index].text not in rules.not_acronyms:
            yield tokens[index], found


def _surer(full: Mention, known: Mention | None) -> Mention:
    """Of a full name and its acronym, the one whose identity is better known."""
    if known is not None and known.id and (full.id is None or known.confidence > full.confidence):
        return known
    return full


def _as(mention: Mention, best: Mention) -> Mention:
    """The same words, with the identity of `best`."""
    return replace(mention, id=best.id, name=best.name, confidence=max(mention.confidence, best.confidence))


def _rename(claim: Claim, renamed: dict[str, Mention]) -> Claim:
    best = renamed.get(claim.mention.id or "")
    return Claim(_as(claim.mention, best), claim.recorded) if best else claim


def _guessed(document: Document, mentions: Sequence[Mention], rules: OrganizationRules) -> Iterator[Claim]:
    """Acronyms that nothing introduces: of a name the article has in full, or of an organisation nobody knows."""
    spelled: dict[str, Mention] = {}
    for mention in mentions:
        if mention.id and mention.form == "name" and " " in mention.name:
            words = tokenise(mention.name, document.pack)
            spelled.setdefault(initials(words, rules), mention)
    others = {
        acronym
        for sentence in document.sentences
        if "(" in sentence.keys
        for acronym in other_acronyms(sentence.tokens, rules)
    }
    for sentence in document.sentences:
        guesses = set(unknown_acronyms(sentence, rules))
        for index in sentence.capitals:
            token = sentence.tokens[index]
            full = spelled.get(token.text)
            if full is not None and len(token.text) > 1 and token.text not in rules.not_acronyms:
                yield Claim(mention_of(document, (token, token), full.id, full.name, "acronym", BUILT))
            elif index in guesses and token.text not in others:
                entity = _id_of(token.text)
                yield Claim(mention_of(document, (token, token), entity, token.text, "acronym", GUESSED))


# ---- further uses


def _again(document: Document, claims: Iterable[Claim]) -> list[Claim]:
    """Find other uses of names the text has introduced: the acronym, the name said to be a paper or a company's."""
    entries: dict[str, Entry] = {}
    for claim in claims:
        mention = claim.mention
        if mention.id is None or mention.confidence != INTRODUCED:
            continue
        for spelling in _spellings(mention, document.pack):
            entry = Entry(
                spelling=spelling,
                kind="organization",
                id=mention.id,
                name=mention.name,
                form=mention.form,
                exact=True,
            )
            entries.setdefault(spelling, entry)
    if not entries:
        return []
    introduced = Gazetteer(entries.values())
    claims = []
    for sentence in document.sentences:
        for match in introduced.find(sentence.tokens):
            entry = match.entries[0]
            ends = sentence.tokens[match.first], sentence.tokens[match.last]
            claims.append(Claim(mention_of(document, ends, entry.id, entry.name, entry.form, BUILT)))
    return claims


def _taken_up(document: Document, mentions: Sequence[Mention], rules: OrganizationRules) -> Iterator[Claim]:
    """Find heads alone that take up the last name of the article they begin (`le Conseil national … le Conseil`)."""
    if not rules.definite:
        return
    named = [mention for mention in mentions if mention.id and mention.form == "name" and " " in mention.surface]
    known: dict[str, Mention] = {}
    position = 0
    for sentence in document.sentences:
        for index, token in enumerate(sentence.tokens):
            while position < len(named) and named[position].end <= token.start:
                known[fold(named[position].surface.split()[0])] = named[position]
                position += 1
            if not (index and token.capital and token.key in known and token.key in rules.heads):
                continue
            if _stands_alone(sentence.tokens, index, rules):
                full = known[token.key]
                yield Claim(mention_of(document, (token, token), full.id, full.name, "short_name", BUILT))


def _stands_alone(tokens: Sequence[Token], index: int, rules: OrganizationRules) -> bool:
    """Tell whether a head has its article before it and nothing that makes another name of it behind."""
    before = tokens[index - 1]
    if before.key not in rules.definite or before.capital:
        return False
    if index + 1 == len(tokens):
        return True
    after = tokens[index + 1]
    named = after.capital or after.key in rules.prepositions or after.text == "-"
    return not named and not is_adjective(after, rules)


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


def _join_short_forms(mentions: tuple[Mention, ...], rules: OrganizationRules) -> tuple[Mention, ...]:
    """Give a built name the id of the one longer name of the article that begins or ends with it (`Unity Party`).

    A name that every state uses (`Supreme Court`) has no other chance of an id.
    """
    longer_by_end: dict[str, dict[str, Mention]] = {}
    for mention in mentions:
        words = mention.name.casefold().split()
        if mention.id is None or mention.form != "name" or len(words) > _LONGEST:
            continue
        for size in range(1, len(words)):
            longer_by_end.setdefault(" ".join(words[:size]), {})[mention.id] = mention
            if fold(words[-size - 1]) not in rules.function_words:
                longer_by_end.setdefault(" ".join(words[-size:]), {})[mention.id] = mention
    joined = []
    for mention in mentions:
        if mention.confidence <= BUILT and mention.form == "name" and (mention.id is None or " " in mention.surface):
            longer = longer_by_end.get(" ".join(mention.name.casefold().split()), {})
            if len(longer) == 1:
                mention = replace(_as(mention, next(iter(longer.values()))), form="short_name")
        joined.append(mention)
    return tuple(joined)
