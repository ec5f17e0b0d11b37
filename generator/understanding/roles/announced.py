"""An office that opens the text, held by the one person of the headline (`Pour X, … / Le ministre a dit …`)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.model.article import ZoneKind
from generator.model.reading import Mention
from generator.understanding.document import Document, Sentence
from generator.understanding.roles.phrases import PhraseReader, RolePhrase


def announced(
    document: Document,
    names: Sequence[Mention],
    reader: PhraseReader,
    genders: Callable[[], Mapping[str, str]],
) -> tuple[RolePhrase, Mention] | None:
    """Return the definite office at the head of the first sentence of the text, and who is meant by it.

    That is the only person whom the headline names and whom the text names again, where nobody else is named in
    that sentence and gender allows.
    """
    opening = _opening(document)
    if opening is None or reader.has_person(opening):
        return None
    phrases = reader.read(opening)
    if not phrases:
        return None
    phrase = phrases[0]
    if phrase.lead or not phrase.definite or phrase.plural or phrase.head.group not in ("titles", "offices"):
        return None
    named = _only_one_of_headline(document, names)
    if named is None or not any(one.id == named.id and one.start > opening.span.end for one in names):
        return None
    gender = genders().get(named.id or "", phrase.head.gender)
    return (phrase, named) if phrase.head.gender in (gender, "") else None


def _opening(document: Document) -> Sentence | None:
    return next((one for one in document.sentences if one.zone.kind is ZoneKind.BODY), None)


def _only_one_of_headline(document: Document, names: Sequence[Mention]) -> Mention | None:
    titles = [one.span for one in document.sentences if one.zone.kind is ZoneKind.TITLE]
    found: dict[str, Mention] = {}
    for one in names:
        if one.kind == "person" and any(span.start <= one.start < span.end for span in titles):
            if one.id is None:
                return None
            found.setdefault(one.id, one)
    return next(iter(found.values())) if len(found) == 1 else None
