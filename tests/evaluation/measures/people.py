"""People: who is there at all, and who is meant by every mention by name."""

from __future__ import annotations

from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.spans import shared
from tests.evaluation.words import name_parts


def full_names(case: Case) -> set[str | None]:
    """Return the predicted ids that are called by at least two name parts somewhere."""
    return {item.id for item in case.named_people if len(name_parts(item.name or item.surface)) >= 2}


def people(case: Case) -> Sheet:
    """Score the distinct people of at least two name parts. One person under two ids is one right and one wrong."""
    sheet = Sheet()
    wanted = {person.id: person for person in case.gold.people if len(name_parts(person.name)) >= 2 and person.page}
    predicted = full_names(case)
    known = {key for key in predicted if key in case.person_of}
    hit = {case.person_of[key] for key in known}
    sheet.right = len(hit & wanted.keys())
    for key, person in wanted.items():
        if key not in hit:
            sheet.miss(person.name)
    for invented in sorted(map(str, predicted - known)):
        sheet.add_wrong(f"{invented}: nobody of the annotation")
    doubles = len(known) - len(hit)
    for _ in range(doubles):
        sheet.add_wrong(f"double: one person under several of {sorted(map(str, known))}")
    return sheet


def person_mentions(case: Case) -> Sheet:
    """Score every mention by name, linked to the right person. A wrong link is both missed and wrong."""
    sheet = Sheet()
    used: set[int] = set()
    for person in case.gold.people:
        for wanted in person.mentions:
            near = [n for n, item in enumerate(case.named_people) if shared(item.span, wanted.span)]
            used.update(near)
            linked = [case.named_people[n].id for n in near]
            if any(case.person_of.get(key) == person.id for key in linked):
                sheet.right += 1
            elif not wanted.optional:
                sheet.miss(f"{case.words(wanted.span)} = {person.id}, got {linked or 'nothing'}")
                sheet.wrong += bool(near)
    for number, item in enumerate(case.named_people):
        if number not in used:
            sheet.add_wrong(f"{case.words(item.span)} -> {item.id}")
    return sheet
