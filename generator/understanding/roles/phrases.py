"""Phrases that name an office: where they stand, what they say, and for which country or organisation.

A phrase is a head ("ministre") with the words that belong to it: those before ("ancien", "foreign"), those after
("général") and complements ("de la Défense", "of State"). Mentions of countries and organisations inside or
directly before a phrase say for whom the office is held.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.language.names import Strength
from generator.language.normalise import fold
from generator.language.tokens import Token
from generator.model.reading import Mention
from generator.understanding.coverage import covered_tokens
from generator.understanding.document import Document, Sentence
from generator.understanding.lexicon.people import PeopleWords
from generator.understanding.lexicon.roles import Head
from generator.understanding.people.pronouns import find_pronouns
from generator.understanding.roles.complements import Complements


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Tokens `first..last` of a sentence that name one office (`lead` is where articles and countries before begin).

    `text` is the office as written without article and country, with the body right before it; `countries` are ISO
    codes in the order given, `organization` the id of the body it is held for. `inner` is where an office inside
    begins ("aide to President X").
    """

    sentence: Sentence
    lead: int
    first: int
    last: int
    head: Head
    text: str
    singular_text: str
    countries: tuple[str, ...]
    organization: str | None
    counterpart: bool = False
    definite: bool = False
    inner: int | None = None

    @property
    def start(self) -> int:
        """Offset of the first character, articles and countries before included."""
        return self.sentence.tokens[self.lead].start

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.sentence.tokens[self.last].end

    @property
    def plural(self) -> bool:
        """Tell whether the office is said of several persons."""
        return self.head.plural


def _counterpart(token: Token) -> Head:
    return Head((token.key,), (token.text,), "counterparts", token.key)


class PhraseReader:
    """Reads the role phrases of one document. `mentions` are settled names; persons end every phrase."""

    def __init__(self, document: Document, mentions: Sequence[Mention], words: PeopleWords) -> None:
        self._document = document
        self._speech = words.speech
        self._words = words
        self._lexicon = words.roles
        self._mentions = mentions
        self._inside = covered_tokens(document, mentions)
        self._read: dict[int, list[RolePhrase]] = {}

    def mention_of(self, token: Token) -> Mention | None:
        """Return the mention a token belongs to."""
        return self._inside.get(token.start)

    @cached_property
    def pronouns(self) -> tuple[Mention, ...]:
        """The pronouns that mean one of the persons of `mentions`."""
        return tuple(find_pronouns(self._document, self._mentions, self._words))

    @cached_property
    def _persons(self) -> dict[int, Mention]:
        named = {start: one for start, one in self._inside.items() if one.kind == "person"}
        return named | {one.start: one for one in self.pronouns}

    @cached_property
    def _sentences(self) -> frozenset[int]:
        found = map(self._document.sentence_at, self._persons)
        return frozenset(sentence.index for sentence in found if sentence is not None)

    def person_at(self, token: Token) -> Mention | None:
        """Return the person that a token is the name or part of the name of, or a pronoun for."""
        return self._persons.get(token.start)

    def has_person(self, sentence: Sentence) -> bool:
        """Tell whether a sentence names a person, or means one by a pronoun."""
        return sentence.index in self._sentences

    def complements(self, tokens: Sequence[Token], after: int, *, owned: bool = False) -> Complements:
        """Read what belongs to an office whose head ends before token `after`."""
        return Complements(tokens, after, self._inside, self._words, owned=owned)

    def written(self, tokens: Sequence[Token], first: int, last: int, left_out: set[int]) -> str:
        """Return tokens `first..last` as the article writes them, without those left out, one space between words."""
        source = self._document.article.text
        pieces: list[str] = []
        previous = None
        for index in range(first, last + 1):
            if index in left_out:
                continue
            token = tokens[index]
            if previous is not None and token.start > tokens[previous].end:
                pieces.append(" ")
            pieces.append(source[token.start : token.end])
            previous = index
        return "".join(pieces).strip(" ,")

    def read(self, sentence: Sentence) -> list[RolePhrase]:
        """Return the phrases of a sentence, in text order; each sentence is read once.

        None overlaps another, but for a title with its holder's name inside a complement.
        """
        known = self._read.get(sentence.index)
        if known is None:
            known = self._read[sentence.index] = self._phrases(sentence)
        return known

    def _phrases(self, sentence: Sentence) -> list[RolePhrase]:
        phrases: list[RolePhrase] = []
        done = 0
        for position in self._lexicon.beginnings(sentence.keys):
            phrase = self._phrase(sentence, position) if position >= done else self._titled(sentence, position)
            if phrase:
                phrases.append(phrase)
                done = max(done, phrase.last + 1 if phrase.inner is None else phrase.inner)
        return phrases

    def _titled(self, sentence: Sentence, position: int) -> RolePhrase | None:
        """Return the office inside another's complement whose holder's name follows (`a spokesman for President X`)."""
        phrase = self._phrase(sentence, position)
        if phrase is None or not phrase.head.takes_surname or phrase.plural:
            return None
        follows = phrase.last + 1
        mention = self.mention_of(sentence.tokens[follows]) if follows < len(sentence.tokens) else None
        return phrase if mention is not None and mention.kind == "person" else None

    def _phrase(self, sentence: Sentence, position: int) -> RolePhrase | None:
        tokens = sentence.tokens
        if tokens[position].kind != "word" or self._named(tokens[position]):
            return None
        found = self._lexicon.head_at(tokens, position)
        if found is None and tokens[position].key in self._lexicon.counterparts:
            found = _counterpart(tokens[position]), position + 1
        if found is None or self._is_name_part(tokens, found[1] - 1) or self._is_verb(tokens, position, found[1]):
            return None
        head, after = found
        first, lead, skip = self._before(tokens, position)
        lead_countries, lead_organization, lead = self._owner(tokens, lead)
        behind = self.complements(tokens, after, owned=bool(lead_countries))
        last, left_out = behind.last, {*skip, *behind.left_out}
        wording = self._body_before(tokens, first)
        text = self.written(tokens, wording, last, left_out)
        return RolePhrase(
            sentence=sentence,
            lead=lead,
            first=first,
            last=last,
            head=head,
            text=text,
            singular_text=self._singular(tokens, head, position, after, wording, last, left_out, text),
            countries=(*lead_countries, *behind.countries),
            organization=behind.organization or lead_organization,
            counterpart=head.group == "counterparts",
            definite=lead < first and tokens[lead].key in self._lexicon.articles,
            inner=behind.inner,
        )

    def _is_verb(self, tokens: Sequence[Token], position: int, end: int) -> bool:
        """Tell whether a word for an office is a verb of saying instead: French "juge" behind a quotation."""
        if end != position + 1 or tokens[position].key not in self._speech:
            return False
        before = tokens[position - 1] if position else None
        return before is None or not (before.key in self._lexicon.articles or self._lexicon.is_linker(before))

    def _named(self, token: Token) -> bool:
        mention = self._inside.get(token.start)
        return mention is not None and mention.kind in ("person", "organization", "place")

    def _is_name_part(self, tokens: Sequence[Token], last: int) -> bool:
        """Tell whether a hyphen ties the word to what follows: "ministre-président" is one, "chief-led" none."""
        behind = last + 1
        return (
            behind + 1 < len(tokens)
            and tokens[behind].text == "-"
            and tokens[behind].start == tokens[last].end
            and tokens[behind + 1].start == tokens[behind].end
            and self._lexicon.head_at(tokens, behind + 1) is None
            and tokens[behind + 1].key not in self._lexicon.after
        )

    def _before(self, tokens: Sequence[Token], position: int) -> tuple[int, int, set[int]]:
        """Return where the office begins, where its lead begins so far, and which tokens say nothing of it."""
        first = position
        skipped: set[int] = set()
        while first > 0:
            token = tokens[first - 1]
            if token.text == "-" and first > 1 and tokens[first - 2].key in self._lexicon.before:
                first -= 2
            elif token.key in self._lexicon.before and not self._inside.get(token.start):
                first -= 1
                if token.key in self._lexicon.dropped:
                    skipped.add(first)
            elif self._is_country(token) and first > 1 and tokens[first - 2].key in self._lexicon.before:
                # "former French president": the adjective stands inside the office.
                skipped.add(first - 1)
                first -= 2
                if tokens[first].key in self._lexicon.dropped:
                    skipped.add(first)
            elif self._is_written_large(tokens, first, position):
                first -= 1
            else:
                break
        while first in skipped and first < position:
            first += 1
        lead = min([first, *skipped])
        return first, lead, skipped

    def _is_written_large(self, tokens: Sequence[Token], first: int, head: int) -> bool:
        """Tell whether a capital before an office is part of it ("Water Supply Minister"), where nouns stand so."""
        if self._lexicon.adjective_endings or not (tokens[head].capital and tokens[first - 1].capital):
            return False
        token, words = tokens[first - 1], self._words
        return (
            token.kind == "word"
            and token.start not in self._inside
            and tokens[first].start - token.end == 1
            and token.key not in self._lexicon.breaks
            and token.key not in self._lexicon.articles
            and token.key not in self._lexicon.dropped
            and token.key not in words.front_words
            and token.key not in words.openers
            and not words.is_honorific(token)
            and words.strength(token) < Strength.RARE
            and self._lexicon.head_at(tokens, first - 1) is None
        )

    def _is_country(self, token: Token) -> bool:
        mention = self._inside.get(token.start)
        return mention is not None and mention.kind == "country"

    def _owner(self, tokens: Sequence[Token], lead: int) -> tuple[tuple[str, ...], str | None, int]:
        """Read leftwards over "Iran's", "Iranian", "UN" and the article before them."""
        countries: list[str] = []
        organization = None
        while lead > 0:
            token = tokens[lead - 1]
            mention = self._inside.get(token.start)
            if token.key == "'s" and lead > 1:
                # "Iran's", or "the government's" and "her mother's", which name no country but make it definite.
                lead -= 1 if self._inside.get(tokens[lead - 2].start) else 2
            elif mention and mention.kind == "country" and mention.country:
                countries.insert(0, mention.country)
                lead = self._start_of(tokens, lead - 1, mention)
            elif mention and mention.kind == "organization":
                organization = mention.id
                lead = self._start_of(tokens, lead - 1, mention)
            elif token.key in self._lexicon.articles:
                return tuple(countries), organization, lead - 1
            else:
                break
        return tuple(countries), organization, lead

    def _body_before(self, tokens: Sequence[Token], first: int) -> int:
        """Return where the wording of an office begins: with the body right before it, as in "UN envoy"."""
        mention = self._inside.get(tokens[first - 1].start) if first else None
        if mention is None or mention.kind != "organization" or tokens[first - 1].key == "'s":
            return first
        return self._start_of(tokens, first - 1, mention)

    @staticmethod
    def _start_of(tokens: Sequence[Token], index: int, mention: Mention) -> int:
        while index > 0 and tokens[index - 1].start >= mention.start:
            index -= 1
        return index

    def _singular(
        self,
        tokens: Sequence[Token],
        head: Head,
        position: int,
        after: int,
        first: int,
        last: int,
        left_out: set[int],
        text: str,
    ) -> str:
        """Return the text with a head in the plural put into the singular."""
        if not head.plural:
            return text
        before = " ".join(map(self._one, self.written(tokens, first, position - 1, left_out).split()))
        behind = self.written(tokens, after, last, left_out)
        return " ".join(part for part in (before, head.singular, behind) if part)

    def _one(self, word: str) -> str:
        """Return a word before a head in the singular, where the lexicon has it."""
        return word[:-1] if word.endswith("s") and fold(word[:-1]) in self._lexicon.before else word


_LAST: list[tuple[Document, Sequence[Mention], PhraseReader]] = []


def phrase_reader(document: Document, mentions: Sequence[Mention], words: PeopleWords) -> PhraseReader:
    """Return the reader of a document; the last one asked for is remembered, since two steps need the same."""
    if not (_LAST and _LAST[0][0] is document and _LAST[0][1] is mentions):
        _LAST[:] = [(document, mentions, PhraseReader(document, mentions, words))]
    return _LAST[0][2]
