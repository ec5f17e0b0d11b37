"""Pages that should not be: people nobody annotated, countries the article does not speak of."""

from __future__ import annotations

from tests.evaluation.case import Case
from tests.evaluation.counts import Sheet
from tests.evaluation.measures.countries import country_pages
from tests.evaluation.measures.people import full_names


def false_person_pages(case: Case) -> Sheet:
    """Count people of at least two name parts who are nobody of the annotation."""
    sheet = Sheet()
    for key in sorted(map(str, full_names(case) - case.person_of.keys())):
        sheet.add_wrong(key)
    return sheet


def false_country_pages(case: Case) -> Sheet:
    """Count countries that the article does not speak of."""
    found = country_pages(case)
    return Sheet(wrong=found.wrong, errors=[error for error in found.errors if error.startswith("spurious")])


def false_pages(case: Case) -> Sheet:
    """Count both."""
    parts = false_person_pages(case), false_country_pages(case)
    return Sheet(wrong=sum(part.wrong for part in parts), errors=[error for part in parts for error in part.errors])
