"""A made-up site of any size: the same number and seed give the same bytes.

N articles of about 4 kB in turn English and French; N/4 people (at least 12) of Zipf popularity, so that the best
known stands in a large share of all articles; records for every second person, half of the bodies, some countries,
all outlets, and an event for every tenth article.
"""

from __future__ import annotations

import datetime as dt
import random
from bisect import bisect
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Final, Generic, TypeVar

from generator.model.ids import slugify
from tests.benchmarks import vocabulary as words
from tests.benchmarks.vocabulary import State
from tests.sitebuild import bare_site

T = TypeVar("T")

PEOPLE_EACH: Final = 7
SENTENCES: Final = 38
FIRST_DAY: Final = dt.date(2015, 1, 1)
DAYS: Final = 3600


@dataclass(frozen=True, slots=True)
class Actor:
    """A person of the made-up world."""

    given: str
    family: str
    state: State
    office: tuple[str, str]

    @property
    def full(self) -> str:
        """Given and family name."""
        return f"{self.given} {self.family}"

    @property
    def slug(self) -> str:
        """The stem of the record."""
        return slugify(self.full)


class Zipf(Generic[T]):
    """Draws items, the first ones by far the most often."""

    def __init__(self, items: Sequence[T], slope: float) -> None:
        self.items = items
        self.sums = list(accumulate(1 / (rank + 2) ** slope for rank in range(len(items))))

    def draw(self, chance: random.Random) -> T:
        """Return one item."""
        return self.items[bisect(self.sums, chance.random() * self.sums[-1])]


def make_people(number: int, chance: random.Random) -> list[Actor]:
    """Return so many people, no two with the same family name."""
    families = [head + middle + tail for head in words.HEADS for middle in words.MIDDLES for tail in words.TAILS]
    if number > len(families):
        raise ValueError(f"there are only {len(families)} family names")
    return [
        Actor(chance.choice(words.GIVEN), family, chance.choice(words.STATES), chance.choice(words.OFFICES))
        for family in chance.sample(families, number)
    ]


def write_site(folder: Path, number: int, seed: int = 1) -> Path:
    """Write a site of `number` articles into a new folder and return it."""
    chance = random.Random(seed)
    people = make_people(max(12, number // 4), chance)
    bare_site(folder)
    content = folder / "content"
    popular, near = Zipf(people, 0.75), Zipf(words.STATES, 0.9)
    for index in range(number):
        day = FIRST_DAY + dt.timedelta(days=index * DAYS // number)
        language = ("en", "fr")[index % 2]
        cast = list(dict.fromkeys(popular.draw(chance) for _ in range(PEOPLE_EACH)))
        text = make_article(chance, language, day, cast, near)
        (content / "articles" / f"{article_slug(index)}.txt").write_text(text, encoding="utf-8")
        if index % 10 == 0:
            _record(content, f"events/opening-{index:05d}", _event(index, day, cast))
    _write_records(content, people)
    return folder


def article_slug(index: int) -> str:
    """Return the stem of the file of an article."""
    return f"report-{index:05d}"


def make_article(chance: random.Random, language: str, day: dt.date, cast: Sequence[Actor], near: Zipf[State]) -> str:
    """Return the file of one article: front matter, title, paragraphs of three sentences."""
    firsts = [_sentence(chance, language, words.FIRST, day, actor, near) for actor in cast]
    laters = [
        _sentence(chance, language, words.LATER, day, chance.choice(cast), near) for _ in range(SENTENCES - len(firsts))
    ]
    told = firsts + laters
    paragraphs = [" ".join(told[start : start + 3]) for start in range(0, len(told), 3)]
    title = _sentence(chance, language, words.LATER, day, cast[0], near).rstrip(".")
    front = f"---\nsource: {slugify(chance.choice(words.OUTLETS))}\ndate: {day}\nlanguage: {language}\n---\n"
    return front + "\n\n".join([title, *paragraphs]) + "\n"


def _sentence(
    chance: random.Random,
    language: str,
    patterns: Mapping[str, tuple[str, ...]],
    day: dt.date,
    actor: Actor,
    near: Zipf[State],
) -> str:
    french = language == "fr"
    other = near.draw(chance)
    thing = chance.choice(words.THINGS_FRENCH if french else words.THINGS_ENGLISH)
    body = chance.choice(words.BODIES)[french]
    month = (words.MONTHS_FRENCH if french else words.MONTHS_ENGLISH)[day.month - 1]
    return chance.choice(patterns[language]).format(
        full=actor.full,
        short=actor.family,
        office=actor.office[french],
        country=other.english,
        home=actor.state.english,
        nationality=actor.state.adjective_french if french else actor.state.adjective_english,
        capital=other.capital,
        in_country=other.in_french,
        thing=thing,
        thing_capital=thing[0].upper() + thing[1:],
        body=body,
        body_capital=body[0].upper() + body[1:],
        date=f"{day.day} {month} {day.year}",
        month=month,
        year=day.year - chance.randint(1, 4),
    )


def _write_records(content: Path, people: Sequence[Actor]) -> None:
    for actor in people[::2]:
        _record(content, f"people/{actor.slug}", _person(actor))
    for state in words.STATES[::4]:
        _record(content, f"countries/{slugify(state.english)}", _country(state))
    for english, french in words.BODIES[::2]:
        _record(content, f"organizations/{slugify(english)}", f"name: {{en: {english}, fr: {french}}}\n")
    for outlet in words.OUTLETS:
        _record(content, f"sources/{slugify(outlet)}", f"name: {outlet}\nrights: full\n")


def _record(content: Path, key: str, text: str) -> None:
    path = content / f"{key}.yml"
    path.parent.mkdir(exist_ok=True)
    source = "sources:\n  - {url: 'https://example.org/register'}\n"
    path.write_text(f"{text}{source}", encoding="utf-8")


def _person(actor: Actor) -> str:
    english, french = actor.office
    return (
        f"name: {actor.full}\nroles:\n  - role: {{en: {english}, fr: {french}}}\n"
        f"    start_date: 2014-05\n    sources: [{{url: 'https://example.org/register'}}]\n"
    )


def _country(state: State) -> str:
    codes = {"Peru": "PE", "Kenya": "KE", "Vietnam": "VN", "Austria": "AT", "Ghana": "GH"}
    return f"name: {{en: {state.english}, fr: {state.french}}}\ncode: {codes[state.english]}\n"


def _event(index: int, day: dt.date, cast: Sequence[Actor]) -> str:
    part = f"participants:\n  - {{entity: people/{cast[0].slug}, part: host}}\n"
    return f"name: {{en: Opening {index}, fr: Ouverture {index}}}\ntype: CONSULT\nstart_date: {day}\n{part}"
