"""Who is reported to have said what, directly or indirectly."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.reading import Mention, Statement, StatementMode
from generator.understanding.document import Document
from generator.understanding.lexicon.speech import SpeechLexicon, speech_lexicon
from generator.understanding.speech.attribution import attribute, inserted, is_clause, opens_large
from generator.understanding.speech.cues import Cue, find_cues
from generator.understanding.speech.passages import Passage, passages
from generator.understanding.speech.passing import said_in_passing
from generator.understanding.speech.reported import TokenRange, after_cue, clause_end
from generator.understanding.speech.speakers import Speakers

_SUBJECT = 14
_SENTENCE = 8
"""Words that a quotation without any cue must have."""
_ENDS = (".", "!", "?", "…")


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
        self._tokens = document.tokens
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
        self._in_passing(number, passage, cues, sources=False)
        for index in range(len(cues)):
            self._indirect(number, passage, cues, index)
        self._in_passing(number, passage, cues, sources=True)
        self._fragments(number, passage, cues)
        self._continued(number, passage)

    # -- words in quotation marks

    def _direct(self, number: int, passage: Passage, cues: Sequence[Cue]) -> None:
        spoken: dict[Cue, Mention | None] = {}
        for place in passage.quotations:
            if self._is_claimed(place):
                continue
            found = attribute(number, passage, place, cues, self._speakers, self._text, self._lexicon)
            if found is None:
                self._announced(number, passage, place)
                continue
            cue, after = found
            # "« … », a dit X, « … »": one cue says both.
            speaker = spoken[cue] if cue in spoken else self._speaker(number, cue, place, after=after)
            spoken[cue] = speaker
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
        announced = place > 2 and passage.words[place - 1] == ":" and opens_large(quotation, self._text)
        said = quotation.inner.of(self._text)
        if announced and len(said.split()) >= (_SENTENCE // 2 if said.endswith(_ENDS) else _SENTENCE):
            self._add_quote(number, passage, place, self._speakers.subject_before(number, place), "")

    def _leads_in(self, passage: Passage, place: int, cues: Sequence[Cue]) -> bool:
        """Tell whether a quotation is only the end of the clause that was said (`Il était « content », dit X`)."""
        if place == 0:
            return False
        token, word = passage.tokens[place - 1], passage.words[place - 1]
        if token.kind != "word" or any(cue.first <= place - 1 <= cue.last for cue in cues):
            return False
        return word not in self._lexicon.that and not opens_large(passage.quotations[place], self._text)

    def _segment_start(self, passage: Passage, place: int) -> int:
        floor = max((end for _, end in self._claimed if end <= place), default=0)
        for back in range(place - 1, floor - 1, -1):
            if passage.words[back] in ":;":
                return back + 1
        return floor

    def _continued(self, number: int, passage: Passage) -> None:
        """Take quotations that go on with what the passage before, or this one, has somebody say."""
        for place, quotation in passage.quotations.items():
            if self._is_claimed(place) or not is_clause(quotation, self._text):
                continue
            alone = place == 0 or all(passage.tokens[back].kind != "word" for back in range(place))
            if not alone or (place + 1 < len(passage.words) and passage.words[place + 1] not in ".!?,;…(\0quote"):
                continue
            known = self._last
            within = inserted(number, passage, quotation, self._tokens, self._speakers, self._lexicon)
            if within is not None:
                speaker, cue, inside = within
                self._add_quote(number, passage, place, speaker, self._cue_text(inside, cue))
            elif known is not None and number - known[0] <= 1:
                self._add_quote(number, passage, place, known[1], known[2])
            elif len(quotation.inner.of(self._text).split()) >= _SENTENCE:
                speaker = self._speakers.focus(number, place) or self._speakers.opening_body(number - 1)
                self._add_quote(number, passage, place, speaker, "")

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

    def _in_passing(self, number: int, passage: Passage, cues: Sequence[Cue], *, sources: bool) -> None:
        """Take sentences that name their source in passing (`…, a-t-il dit, …`; `…, said X.`; `Selon X, …`)."""
        for cue in cues:
            if self._is_claimed(cue.first) or cue in self._used or (cue.kind == "source") != sources:
                continue
            floor = max((end for _, end in self._claimed if end <= cue.first), default=0)
            said = said_in_passing(number, passage, cue, floor, cues, self._speakers, self._lexicon)
            if said is None or self._overlaps(said[0]):
                continue
            content, first = said
            speaker = self._speakers.of(number, cue, first, after=first == cue.first)
            self._add(number, passage, content, speaker, cue)
            self._note(number, cue, speaker)

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
            after = gap[-1:] == (",",) or not any(
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
        for start, end in self._claimed:  # noqa: SIM110 - asked for every cue, and most passages have nothing claimed
            if start <= place < end:
                return True
        return False

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
        # A paragraph that opens with a dash is dialogue: its words are the speaker's own.
        spoken = first == 1 and passage.words[0] in self._lexicon.dialogue_dashes
        mode: StatementMode = "direct" if spoken else "mixed" if quoted else "indirect"
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
