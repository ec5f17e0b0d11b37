"""The words of the interface: plural forms, dates, gaps, and both shipped languages word for word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.dates import DateRange, PartialDate
from generator.pages import load_locale
from generator.pages.locale import Locale
from generator.pages.markdown import Md

EN, FR = load_locale("en"), load_locale("fr")


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("2023", "2023", "2023"),
        ("2023-03", "March 2023", "mars 2023"),
        ("2023-07-31", "31 July 2023", "31 juillet 2023"),
        ("2023-08-01", "1 August 2023", "1er août 2023"),
        ("2023-03-12/2023-03-13", "12–13 March 2023", "12-13 mars 2023"),
        ("2023-03-01/2023-03-02", "1–2 March 2023", "1er-2 mars 2023"),
        ("2023-02/2023-03", "February 2023 – March 2023", "février 2023 – mars 2023"),
        ("2022/2023", "2022 – 2023", "2022 – 2023"),
        ("2023-07-31/2023-07-31", "31 July 2023", "31 juillet 2023"),
    ],
)
def test_dates_keep_their_precision(value: str, english: str, french: str) -> None:
    assert EN.range(DateRange.parse(value)) == english
    assert FR.range(DateRange.parse(value)) == french


def test_what_is_no_date_is_left_alone() -> None:
    assert EN.any_date("2023-13") == "2023-13"
    assert EN.any_date("2023-12") == EN.date(PartialDate(2023, 12)) == "December 2023"


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [(0, "articles", "article"), (1, "article", "article"), (2, "articles", "articles")],
)
def test_plural_forms(number: int, english: str, french: str) -> None:
    assert EN.t("count.articles", n=number, number=number) == f"{number} {english}"
    assert FR.t("count.articles", n=number, number=number) == f"{number} {french}"


def test_plural_rules_of_a_language_with_three_forms(tmp_path: Path) -> None:
    (tmp_path / "ru.yml").write_text(
        "plural_rules:\n"
        '  one: "n % 10 = 1 and n % 100 != 11"\n'
        '  few: "n % 10 = 2..4 and n % 100 != 12..14"\n'
        'count: {articles: {one: "{number} статья", few: "{number} статьи", other: "{number} статей"}}\n',
        encoding="utf-8",
    )
    locale = load_locale("ru", [tmp_path])
    words = [locale.t("count.articles", n=n, number=n).split()[1] for n in (1, 2, 5, 11, 12, 21, 22, 111)]
    assert words == ["статья", "статьи", "статей", "статей", "статей", "статья", "статьи", "статей"]
    # What the new file lacks is English, by English rules, and reported.
    assert locale.t("count.places", n=21, number=21) == "21 places"
    assert "count.places.other" in locale.missing
    assert not [key for key in locale.missing if key.startswith(("count.articles", "plural_rules"))]


def test_a_rule_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / "xx.yml").write_text('plural_rules: {one: "n is 1"}\na: {other: b}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="not a plural rule"):
        load_locale("xx", [tmp_path]).t("a", n=1)


def test_a_site_replaces_single_words(tmp_path: Path) -> None:
    (tmp_path / "fr.yml").write_text("section: {names: Appellations}\n", encoding="utf-8")
    locale = load_locale("fr-CA", [tmp_path])
    assert locale.t("section.names") == "Appellations"
    assert locale.t("section.roles") == FR.t("section.roles")


def test_unknown_keys_and_values_fail_loudly() -> None:
    with pytest.raises(KeyError):
        EN.t("no.such.key")
    with pytest.raises(KeyError):
        EN.t("date.month", year=2023)


def test_names_the_locale_may_not_know_are_shown_as_they_are() -> None:
    assert EN.word("event_type", "AGREE") == "Agreement"
    assert EN.word("part", "head_of-delegation") == "head of delegation"


def test_values_are_escaped_and_markdown_is_kept() -> None:
    said = EN.say("statement.by", speaker="*x*")
    assert isinstance(said, Md)
    assert said.startswith("&#42;x&#42;")
    assert EN.say("statement.by", speaker=Md("*x*")).startswith("*x*")
    assert EN.t("statement.by", speaker="*x*") == "*x*:"


def test_french_has_every_word() -> None:
    assert FR.missing == ()
    assert not set(FR.words) - set(EN.words) - {key for key in FR.words if key.startswith("date.numbers.")}


def test_both_languages_ask_for_the_same_values() -> None:
    values = re.compile(r"\{(\w+)\}")
    for key, words in FR.words.items():
        if key in EN.words:
            # The form for one may say "once" instead of the number.
            aside = {"n"} if key.endswith(".one") else set()
            assert set(values.findall(words)) - aside == set(values.findall(EN.words[key])) - aside, key


def test_everything_packs_may_name_has_words() -> None:
    """Rules of dates and reasons of zones are named by packs and readers; a new name needs new words."""
    packs = Path(__file__).parents[2] / "generator" / "language" / "packs"
    names = {
        name
        for path in packs.glob("*/dates.yml")
        for name in re.findall(r"^  - name: ([\w-]+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert names
    assert {name for name in names if not EN.has(f"date_rule.{name}")} == set()
    groups = {
        name
        for path in packs.glob("*/zones.yml")
        for name in re.findall(r"^(\w+):", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    kept = {"caption"}
    assert {name for name in groups - kept if not EN.has(f"reason.{name}")} == set()


def test_numbers_have_their_thousands_apart() -> None:
    assert EN.number(1234567) == "1,234,567"
    assert FR.number(1234) == "1\u202f234"
    assert isinstance(EN, Locale)


def test_french_signs_of_two_parts_have_their_narrow_space() -> None:
    for key, words in FR.words.items():
        assert not re.search(r"[^\S\u202f][;:!?»]|«[^\u202f]|[^\W_][;!?»]", words), (key, words)


def test_english_signs_have_no_space_before_them() -> None:
    for key, words in EN.words.items():
        assert not re.search(r"\w\s[;:!?,.]|[«»]|\s”|“\s", words), (key, words)
