"""What two versions of one record say differently, as changes of knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from typing import Any, Final

from generator.model.history import ChangeKind
from generator.model.records import Event, Record, Role, SourceRef
from generator.model.text import UNDETERMINED, LangText

Found = dict[str, Any]
"""The fields of a `KnowledgeChange` that a record tells."""

_LISTED: Final = frozenset(
    {"id", "position", "name", "other_names", "claims", "sources", "roles", "memberships", "participants",
     "identifiers", "redirect_from", "excerpt_words", "own_content"}
)  # fmt: skip
"""Fields that have changes of their own, or none that a reader would look for."""


def differences(before: Record, after: Record) -> Iterator[Found]:
    """Yield what changed between two versions of a record, in the order of its sections."""
    yield from _names(before, after)
    yield from _roles(_offices(before), _offices(after))
    yield from _claims(before, after)
    yield from _participants(before, after)
    yield from _values(before, after)
    known = {(source.article, source.url) for source in before.all_sources()}
    for source in after.sources:
        if (source.article, source.url) not in known:
            yield _found("source_added", sources=(source,))


def words_of(record: Record) -> frozenset[str]:
    """Return every name, office and value that a record has, word for word."""
    texts: list[LangText] = [record.name, *(role.role for role in _offices(record))]
    texts += [part for claim in record.claims for part in (claim.value, claim.field)]
    return frozenset([value for text in texts for _, value in text] + [name for _, name in record.all_names()])


def _found(kind: ChangeKind, **values: Any) -> Found:
    return {"kind": kind, **values}


def _names(before: Record, after: Record) -> Iterator[Found]:
    old, new = dict(_spellings(before)), dict(_spellings(after))
    for name in (name for name in new if name not in old):
        yield _found("name_added", words=_spelling(name, new[name]))
    for name in (name for name in old if name not in new):
        yield _found("name_removed", words=_spelling(name, old[name]))
    if before.name != after.name and old.keys() == new.keys():
        yield _found("renamed", words=after.name)


def _spellings(record: Record) -> Iterable[tuple[str, str | None]]:
    return ((name, tag) for tag, name in record.all_names())


def _spelling(name: str, tag: str | None) -> LangText:
    return LangText.of({tag or UNDETERMINED: name})


def _offices(record: Record) -> tuple[Role, ...]:
    return getattr(record, "roles", ()) or getattr(record, "memberships", ())


def _roles(before: Sequence[Role], after: Sequence[Role]) -> Iterator[Found]:
    left = list(before)
    unmatched = []
    for role in after:
        same = next((old for old in left if _same_office(old, role) and old.start_date == role.start_date), None)
        if same is None:
            unmatched.append(role)
        else:
            left.remove(same)
            yield from _dates(same, role)
    for role in unmatched:
        same = next((old for old in left if _same_office(old, role)), None)
        if same is None:
            yield _office("role_added", role)
        else:
            left.remove(same)
            yield from _dates(same, role)
    for role in left:
        yield _office("role_removed", role)


def _same_office(first: Role, second: Role) -> bool:
    shared = {value for _, value in first.role} & {value for _, value in second.role}
    return bool(shared) and (first.country, first.organization) == (second.country, second.organization)


def _dates(before: Role, after: Role) -> Iterator[Found]:
    if (before.start_date, before.end_date) == (after.start_date, after.end_date):
        return
    ended = before.end_date is None and after.end_date is not None
    yield _office("role_ended" if ended else "role_changed", after)


def _office(kind: ChangeKind, role: Role) -> Found:
    holder = role.organization or role.country
    return _found(
        kind, words=role.role, holder=holder, start=role.start_date, end=role.end_date, sources=role.sources
    )  # fmt: skip


def _claims(before: Record, after: Record) -> Iterator[Found]:
    old = {(claim.field, claim.value): claim for claim in before.claims}
    new = {(claim.field, claim.value): claim for claim in after.claims}
    for key, claim in new.items():
        if key not in old:
            yield _found("claim_added", words=claim.value, field=str(claim.field), sources=claim.sources)
    for key, claim in old.items():
        if key not in new:
            yield _found("claim_removed", words=claim.value, field=str(claim.field))


def _participants(before: Record, after: Record) -> Iterator[Found]:
    if not (isinstance(before, Event) and isinstance(after, Event)):
        return
    old, new = ([part.entity for part in event.participants] for event in (before, after))
    for entity in dict.fromkeys(new):
        if entity not in old:
            yield _found("participant_added", others=(entity,))
    for entity in dict.fromkeys(old):
        if entity not in new:
            yield _found("participant_removed")


def _values(before: Record, after: Record) -> Iterator[Found]:
    sources: tuple[SourceRef, ...] = after.sources
    for field in fields(after):
        if field.name in _LISTED:
            continue
        if getattr(before, field.name, None) != getattr(after, field.name):
            yield _found("value_changed", field=field.name, sources=sources)
