"""Who is reported to have said what, directly or indirectly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from generator.model.reading import Mention, Statement, StatementMode
from generator.understanding.document import Document
from generator.understanding.passages import Passage, make_passage, passages
from generator.understanding.quotations import Quotation
from generator.understanding.reported import TokenRange, after_cue, around, clause_end, comma_after
from generator.understanding.speakers import Speakers
from generator.understanding.speech_cues import Cue, find_cues
from generator.understanding.speech_lexicon import SpeechLexicon, speech_lexicon

_SUBJECT = 14
_TAIL = 12
_SENTENCE = 8
"""Words that a quotation without any cue must have."""
_STRONG_ENDS = (".", "!", "?", "…", ",")


def find_statements(document: Document, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """Return the statements of an article in text order, none overlapping another.

    Words in quotation marks count when somebody is said to say them, or when they go on with such words;
    titles, terms and single words under distance do not.
    """
    lexicon = speech_lexicon(document.pack)
    found = passages(document, lexicon)
    reporter = _Reporter(document, found, Speakers(found, mentions, lexicon), lexicon)
    for number in range(len(found)):
        reporter.read(number)
    return tuple(sorted(reporter.statements, key=lambda statement: statement.start))


class _Reporter:
    """Reads the passages in order; what was said before decides on quotes without a cue."""

    def __init__(
        self, document: Document, found: Sequence[Passage], speakers: Speakers, lexicon: SpeechLexicon
    ) -> None:
        self._document = document
        self._text = document.article.text
        self._found = found
        self._speakers = speakers
        self._lexicon = lexicon
        self.statements: list[Statement] = []
        self._last: tuple[int, Mention | None, str] | None = None
        self._claimed: list[TokenRange] = []
        self._used: list[Cue] = []
        self._behind: list[Cue] = []

    def read(self, number: int) -> None:
        """Add the statements of one passage."""
        passage = self._found[number]
        cues = find_cues(passage, self._lexicon)
        self._claimed, self._used, self._behind = [], [], []
        if not cues and not passage.quotations:
            return
        self._direct(number, passage, cues)
        # A cue in passing speaks for its whole sentence, so it comes before what other cues report.
        self._closing(number, passage, cues, sources=False)
        for index in range(len(cues)):
            self._indirect(number, passage, cues, index)
        self._closing(number, passage, cues, sources=True)
        self._fragments(number, passage, cues)
        self._continued(number, passage)

    # -- words in quotation marks

    def _direct(self, number: int, passage: Passage, cues: Sequence[Cue]) -> None:
        for place in passage.quotations:
            if self._is_claimed(place):
                continue
            cue, after = self._attribution(number, passage, place, cues)
            if cue is None:
                self._announced(number, passage, place)
                continue
            speaker = self._speaker(number, cue, place, after=after)
            if after and self._leads_in(passage, place, cues):
                start = self._segment_start(passage, place)
                self._add(number, passage, (start, place + 1), speaker, cue)
            else:
                self._add_quote(number, passage, place, speaker, self._cue_text(passage, cue))
            self._note(number, cue, speaker)
            if after:
                self._behind.append(cue)

    def _announced(self, number: int, passage: Passage, place: int) -> None:
        """Take a whole sentence in quotation marks after a colon, whatever verb stands before."""
        quotation = passage.quotations[place]
        announced = place > 2 and passage.words[place - 1] == ":" and _opens_large(quotation, self._text)
        if announced and len(quotation.inner.of(self._text).split()) >= _SENTENCE:
            self._add_quote(number, passage, place, self._speakers.subject_before(number, place), "")

    def _attribution(self, number: int, passage: Passage, place: int, cues: Sequence[Cue]) -> tuple[Cue | None, bool]:
        """Return the cue of a quotation and whether its subject may follow it."""
        words = passage.words
        if place and words[place - 1] == ":":
            before = [cue for cue in cues if cue.last < place and not cue.negated and not cue.weak]
            ends = (
                place + 1 >= len(words)
                or words[place + 1] in ".,;!?"
                or _is_clause(passage.quotations[place], self._text)
            )
            if before and ends:
                return before[-1], False
        cue = self._cue_after(number, passage, place, cues)
        if cue is not None:
            return cue, True
        cue = self._cue_before(number, passage, place, cues)
        return cue, False

    def _cue_after(self, number: int, passage: Passage, place: int, cues: Sequence[Cue]) -> Cue | None:
        words, lexicon = passage.words, self._lexicon
        start = place + 1
        if start < len(words) and words[start] in ",-–—":
            start += 1
        cue = next((cue for cue in cues if cue.first >= start), None)
        if cue is not None and cue.weak and not self._speakers.follows(number, cue.last + 1):
            return None
        if cue is None or "quote" not in cue.verb.takes or cue.kind in ("gerund", "infinitive"):
            return None
        following = words[cue.last + 1] if cue.last + 1 < len(words) else ""
        if following in lexicon.that:
            return None
        gap = words[start : cue.first]
        if all(lexicon.is_adverb(word) or word in lexicon.clitics for word in gap):
            named = cue.pronoun is not None or self._speakers.follows(number, cue.last + 1)
            bare = place > 0 and words[place - 1] in lexicon.determiners
            return cue if start > place + 1 or (named and not bare) or self._ends_sentence(passage, place) else None
        if cue.kind == "source" or len(gap) > _SUBJECT or cue.pronoun is not None:
            return None
        if not self._subject_opens(passage, start):
            return None
        closed = words[place + 1] == "," or self._ends_sentence(passage, place)
        if (
            not closed
            or gap[0] in lexicon.conjunctions
            or gap[0] in lexicon.relatives
            or gap[0] in lexicon.prepositions
        ):
            return None
        blocked = any(
            word in lexicon.that or word in ":;" or word in lexicon.finite_words or at + start in passage.quotations
            for at, word in enumerate(gap)
        )
        return None if blocked else cue

    def _ends_sentence(self, passage: Passage, place: int) -> bool:
        """Tell whether quoted words end like a sentence of their own, or like one that a cue cuts (`"…," said X`)."""
        return passage.quotations[place].inner.of(self._text).endswith(_STRONG_ENDS)

    def _subject_opens(self, passage: Passage, place: int) -> bool:
        """Tell whether the words from `place` on look like a subject: a name, an article, a pronoun, an office."""
        word, token, lexicon = passage.words[place], passage.tokens[place], self._lexicon
        known = word in lexicon.determiners or word in lexicon.pronouns or token.key in lexicon.role_keys
        return token.capital or (known and word not in lexicon.reflexive_pronouns)

    def _cue_before(self, number: int, passage: Passage, place: int, cues: Sequence[Cue]) -> Cue | None:
        words, lexicon = passage.words, self._lexicon
        cue = next((cue for cue in reversed(cues) if cue.last < place), None)
        if cue is None or "quote" not in cue.verb.takes:
            return None
        if cue.weak and not self._speakers.follows(number, cue.last + 1):
            return None
        gap = words[cue.last + 1 : place]
        clausal = _is_clause(passage.quotations[place], self._text)
        if cue.kind == "source":
            return cue if clausal and gap and gap[-1] == "," and len(gap) <= _SUBJECT else None
        if not gap:
            closes = place + 1 >= len(words) or words[place + 1] in ".,;!?"
            return cue if clausal or closes else None
        if any(word in lexicon.that for word in gap[-2:]):
            return None
        if gap[-1] == "," and len(gap) <= _SUBJECT + 6 and clausal:
            return cue
        short = len(gap) <= 6 and (gap[0] in lexicon.prepositions or "addressee" in cue.verb.takes)
        return cue if short and clausal and _opens_large(passage.quotations[place], self._text) else None

    def _leads_in(self, passage: Passage, place: int, cues: Sequence[Cue]) -> bool:
        """Tell whether a quotation is only the end of the clause that was said (`Il était « content », dit X`)."""
        if place == 0:
            return False
        token, word = passage.tokens[place - 1], passage.words[place - 1]
        if token.kind != "word" or any(cue.first <= place - 1 <= cue.last for cue in cues):
            return False
        return word not in self._lexicon.that and not _opens_large(passage.quotations[place], self._text)

    def _segment_start(self, passage: Passage, place: int) -> int:
        floor = max((end for _, end in self._claimed if end <= place), default=0)
        for back in range(place - 1, floor - 1, -1):
            if passage.words[back] in ":;":
                return back + 1
        return floor

    def _continued(self, number: int, passage: Passage) -> None:
        """Take quotations that go on with what the passage before, or this one, has somebody say."""
        for place, quotation in passage.quotations.items():
            if self._is_claimed(place) or not _is_clause(quotation, self._text):
                continue
            alone = place == 0 or all(passage.tokens[back].kind != "word" for back in range(place))
            if not alone or (place + 1 < len(passage.words) and passage.words[place + 1] not in ".!?,;…(\0quote"):
                continue
            known = self._last
            inserted = self._inserted(number, quotation)
            if inserted is not None:
                self._add_quote(number, passage, place, *inserted)
            elif known is not None and number - known[0] <= 1:
                self._add_quote(number, passage, place, known[1], known[2])
            elif len(quotation.inner.of(self._text).split()) >= _SENTENCE:
                speaker = self._speakers.focus(number, place)
                self._add_quote(number, passage, place, speaker, "")

    def _inserted(self, number: int, quotation: Quotation) -> tuple[Mention | None, str] | None:
        """Return speaker and cue that stand inside the quotation marks (`« Non, dit-il, jamais »`)."""
        inner = quotation.inner
        tokens = self._document.tokens
        first = bisect_left(tokens, inner.start, key=lambda token: token.start)
        last = bisect_left(tokens, inner.end, key=lambda token: token.start)
        passage = make_passage(tokens[first:last], self._found[number])
        for cue in find_cues(passage, self._lexicon):
            if not cue.first or passage.words[cue.first - 1] != "," or "quote" not in cue.verb.takes:
                continue
            end = comma_after(passage, cue.last + 1, _TAIL, self._lexicon)
            if cue.pronoun is not None:
                gender, count = self._lexicon.pronouns[passage.words[cue.pronoun]]
                return self._speakers.focus(number, len(self._found[number].words), gender, count), self._cue_text(
                    passage, cue
                )
            named = (
                self._speakers.named_after(passage.tokens[cue.last].end, passage.tokens[(end or len(tokens)) - 1].end)
                if end
                else None
            )
            if named is not None:
                return named, self._cue_text(passage, cue)
        return None

    # -- words without quotation marks

    def _indirect(self, number: int, passage: Passage, cues: Sequence[Cue], index: int) -> None:
        cue = cues[index]
        if self._is_claimed(cue.first) or cue in self._behind:
            return
        content = after_cue(passage, index, cues, self._lexicon)
        if content is None or self._overlaps(content):
            return
        speaker = self._speaker(number, cue, len(passage.words), after=False)
        if content[1] - content[0] == 1 and content[0] in passage.quotations:
            self._add_quote(number, passage, content[0], speaker, self._cue_text(passage, cue))
        elif content[1] - content[0] > 1:
            self._add(number, passage, content, speaker, cue)
        else:
            return
        self._note(number, cue, speaker)

    def _closing(self, number: int, passage: Passage, cues: Sequence[Cue], *, sources: bool) -> None:
        """Take sentences that name their source in passing (`…, a-t-il dit, …`; `…, said X.`; `Selon X, …`)."""
        for cue in cues:
            if "closing" not in cue.verb.takes or cue.negated or cue.weak or cue.kind in ("gerund", "infinitive"):
                continue
            if self._is_claimed(cue.first) or cue in self._used or (cue.kind == "source") != sources:
                continue
            edges = (
                self._source_edges(number, passage, cue) if cue.kind == "source" else self._edges(number, passage, cue)
            )
            if edges is None:
                continue
            floor = max((end for _, end in self._claimed if end <= edges[0]), default=0)
            if cue.kind == "source" and edges[0] == floor:
                content: TokenRange | None = (
                    edges[1],
                    clause_end(passage, edges[1], [c for c in cues if c.first > cue.last], self._lexicon),
                )
            else:
                content = around(
                    passage,
                    floor,
                    edges,
                    both_sides=edges[0] != cue.first or cue.pronoun is not None or cue.kind == "source",
                )
            if content is None or content[1] - content[0] < 3 or self._overlaps(content):
                continue
            speaker = self._speaker(number, cue, len(passage.words), after=edges[0] == cue.first)
            self._add(number, passage, content, speaker, cue)
            self._note(number, cue, speaker)

    def _edges(self, number: int, passage: Passage, cue: Cue) -> TokenRange | None:
        """Return where a verb cue in passing begins and ends with its subject; None where it is not in passing."""
        words, lexicon = passage.words, self._lexicon
        before = cue.first - 1
        while before >= 0 and (words[before] in lexicon.clitics):
            before -= 1
        if before < 3:
            return None
        if cue.pronoun is not None:
            end = comma_after(passage, cue.last + 1, _TAIL, lexicon)
            return before + 1, len(words) if end is None else end
        following = words[cue.last + 1 : cue.last + 3]
        if following and (following[0] in lexicon.that or (following[0] == "," and following[-1] in lexicon.that)):
            return None
        if words[before] == ",":
            if "addressee" in cue.verb.takes:
                return None
            end = comma_after(passage, cue.last + 1, 2 * _TAIL, lexicon)
            if end is None or not (self._speakers.follows(number, cue.last + 1) or self._subject_follows(number, cue)):
                return None
            return before + 1, end
        end = cue.last + 1
        if end < len(words) and words[end] not in ",." and words[end] not in lexicon.time_words | lexicon.prepositions:
            return None
        for back in range(before, max(0, before - _TAIL), -1):
            if words[back] in lexicon.relatives or words[back] in lexicon.that or words[back] in lexicon.finite_words:
                return None
            if words[back] == ",":
                if words[back + 1] in lexicon.clause_conjunctions or words[back + 1] in lexicon.conjunctions:
                    return None
                stop = comma_after(passage, end, _TAIL, lexicon)
                return (back + 1, stop) if stop is not None and lexicon.finite_words else None
        return None

    def _subject_follows(self, number: int, cue: Cue) -> bool:
        """Tell whether somebody named is what follows the verb at once."""
        speaker = self._speakers.after(number, cue)
        head = next((head for head in self._speakers.heads(number) if head.mention is speaker), None)
        if head is None or head.first <= cue.last:
            return False
        between = self._found[number].words[cue.last + 1 : head.first]
        return len(between) <= 6 and not any(word in self._lexicon.relatives for word in between)

    def _source_edges(self, number: int, passage: Passage, cue: Cue) -> TokenRange | None:
        words = passage.words
        opens = cue.first == 0 or words[cue.first - 1] in ",;:–—(" or words[cue.first - 1] in self._lexicon.conjunctions
        end = comma_after(passage, cue.last + 1, 25, self._lexicon)
        if opens and end is not None and end < len(words) and words[end] == ",":
            return cue.first, end + 1
        if end is None or end < len(words) - 1:
            return None
        named = self._speakers.of(number, cue, 0, after=True) is not None
        sourced = any(word in self._lexicon.source_nouns for word in words[cue.last + 1 : end])
        pronoun = words[cue.last + 1 : cue.last + 2][0] in self._lexicon.pronouns if cue.last + 1 < end else False
        return (cue.first, end) if named or pronoun or (opens and sourced) else None

    def _fragments(self, number: int, passage: Passage, cues: Sequence[Cue]) -> None:
        """Take clauses of which only some words stand in quotation marks (`called it a "farce"`)."""
        for place in passage.quotations:
            if self._is_claimed(place):
                continue
            cue = next((cue for cue in reversed(cues) if cue.last < place), None)
            if cue is None or cue.negated or cue.kind == "source" or "fragment" not in cue.verb.takes:
                continue
            gap = passage.words[cue.last + 1 : place]
            words = len(passage.quotations[place].inner.of(self._text).split())
            if len(gap) > (_SUBJECT if words > 2 else _SUBJECT // 2) or any(
                word in ";:" or word in self._lexicon.titles_of_works for word in gap
            ):
                continue
            if self._is_claimed(cue.first) or any(start > cue.last and start < place for start, _ in self._claimed):
                continue
            later = [other for other in cues if other.first > cue.last]
            start = cue.last + 1
            content = (start, max(place + 1, clause_end(passage, start, later, self._lexicon)))
            if self._overlaps(content):
                continue
            speaker = self._speaker(number, cue, place, after=False)
            self._add(number, passage, content, speaker, cue)
            self._note(number, cue, speaker)

    # -- shared

    def _speaker(self, number: int, cue: Cue, place: int, *, after: bool) -> Mention | None:
        floor = max((end for _, end in self._claimed if end <= cue.first), default=0)
        if after and place < cue.first:
            floor = max(floor, place + 1)
            gap = self._found[number].words[floor : cue.first]
            after = not any(
                self._found[number].tokens[floor + at].kind == "word"
                and word not in self._lexicon.clitics
                and not self._lexicon.is_adverb(word)
                for at, word in enumerate(gap)
            )
        return self._speakers.of(number, cue, floor, after=after)

    def _note(self, number: int, cue: Cue, speaker: Mention | None) -> None:
        self._used.append(cue)
        self._speakers.note(number, cue.first, speaker)

    def _is_claimed(self, place: int) -> bool:
        return any(start <= place < end for start, end in self._claimed)

    def _overlaps(self, content: TokenRange) -> bool:
        return any(content[0] < end and start < content[1] for start, end in self._claimed)

    def _cue_text(self, passage: Passage, cue: Cue) -> str:
        return self._text[passage.tokens[cue.first].start : passage.tokens[cue.last].end]

    def _add_quote(self, number: int, passage: Passage, place: int, speaker: Mention | None, cue: str) -> None:
        self._speakers.note(number, place, speaker)
        inner = passage.quotations[place].inner
        self._claimed.append((place, place + 1))
        self._append(number, inner.start, inner.end, "direct", speaker, cue)

    def _add(self, number: int, passage: Passage, content: TokenRange, speaker: Mention | None, cue: Cue) -> None:
        first, last = content
        start, end = passage.tokens[first].start, passage.tokens[last - 1].end
        quoted = any(first <= place < last for place in passage.quotations)
        if first in passage.quotations and last - first == 1:
            inner = passage.quotations[first].inner
            start, end = inner.start, inner.end
        mode: StatementMode = "mixed" if quoted else "indirect"
        self._claimed.append(content)
        self._append(number, start, end, mode, speaker, self._cue_text(passage, cue))

    def _append(
        self, number: int, start: int, end: int, mode: StatementMode, speaker: Mention | None, cue: str
    ) -> None:
        self.statements.append(
            Statement(
                start=start,
                end=end,
                text=self._text[start:end],
                mode=mode,
                speaker=speaker.id if speaker else None,
                cue=cue,
            )
        )
        self._last = (number, speaker, cue)


def _is_clause(quotation: Quotation, text: str) -> bool:
    """Tell whether quoted words are long enough to be said on their own."""
    words = quotation.inner.of(text).split()
    return len(words) >= 5 or (len(words) >= 3 and words[-1].endswith(_STRONG_ENDS[:4]))


def _opens_large(quotation: Quotation, text: str) -> bool:
    return text[quotation.inner.start].isupper()


def _within(ranges: Iterable[TokenRange], place: int) -> bool:
    return any(start <= place < end for start, end in ranges)
