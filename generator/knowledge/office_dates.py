"""Which office somebody held on a day, as far as records and articles say."""

from __future__ import annotations

from datetime import timedelta

from generator.knowledge.words import content_words
from generator.model.dates import DateRange, PartialDate
from generator.model.site import HeldRole, Site
from generator.model.text import UNDETERMINED, LangText


def named_alike(words: str, language: str, role: LangText) -> bool:
    """Tell whether words of an article in a language name the very office: the same content words in any order."""
    wanted = content_words(words)
    base = language.partition("-")[0]
    return bool(wanted) and any(
        content_words(name) == wanted for tag, name in role if tag == UNDETERMINED or tag.partition("-")[0] == base
    )


def ran_on(
    start: PartialDate | None, end: PartialDate | None, date: PartialDate | DateRange, slack: timedelta = timedelta(0)
) -> bool:
    """Tell whether a period may touch a date, both taken as widely as they may be meant, `slack` at either end more."""
    return not (start and date.last_day() < start.first_day() - slack) and not (
        end and date.first_day() > end.last_day() + slack
    )


def office_on(site: Site, person: str, date: PartialDate | DateRange | None) -> HeldRole | None:
    """Return the office to name beside a person at a date; None where nobody says which it was.

    A recorded office counts from its start on (with an end alone it is not known since when), one that only articles
    give between the first and the last date at which they give it. Recorded ones come first, then those held for a
    country or body: a rank says less. An office that somebody only claims is not named.
    """
    if date is None:
        return None
    held = [role for role in site.roles_of.get(person, ()) if _surely(role, date)]
    return min(held, key=lambda role: (not role.recorded, not (role.country or role.organization)), default=None)


def _surely(role: HeldRole, date: PartialDate | DateRange) -> bool:
    """Tell whether an office was held on every day that a date may mean."""
    first, last = date.first_day(), date.last_day()
    if all(item.claimed for item in role.evidence):
        return False
    if role.start_date:
        return first >= role.start_date.first_day() and not (role.end_date and last > role.end_date.last_day())
    if role.end_date and last > role.end_date.last_day():
        return False
    return bool(role.stated) and role.stated[0].first_day() <= first and last <= role.stated[-1].last_day()
