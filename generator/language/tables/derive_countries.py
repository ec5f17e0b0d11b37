"""Write `countries_names_cldr.tsv`: the usual name of every country in languages the site has no pack for.

Run by hand when Babel ships a newer CLDR: `python generator/language/tables/derive_countries.py`.
The engine never imports this file.

Source: Unicode CLDR, territory display names, read through Babel (PyPI `Babel` 2.18.0; Unicode-3.0 licence).
Written by hand instead, and read by nobody here but checked for their codes: `countries.tsv` (codes, slugs, capitals)
and `countries_names_{fr,en}.tsv` (all spellings and adjectives of the two languages with a pack).
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale  # authoring time only

HERE = Path(__file__).parent
LANGUAGES = ("ar", "be", "de", "el", "es", "fa", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ro", "ru", "sv")
MORE_LANGUAGES = ("tr", "uk", "zh")


def main() -> None:
    """Write the table, one row a country, one column a language."""
    codes = [line.split("\t")[0] for line in (HERE / "countries.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    names = {language: Locale(language).territories for language in (*LANGUAGES, *MORE_LANGUAGES)}
    lines = ["\t".join(("code", *names))]
    for code in sorted(codes):
        # CLDR gives a former state's code, where it knows it at all, the name of a successor.
        known = [territories.get(code, "") for territories in names.values()]
        if all(known):
            lines.append("\t".join((code, *known)))
    (HERE / "countries_names_cldr.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
