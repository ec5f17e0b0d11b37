"""The site's own locale files, checked before their words are used: a fault has a line and a remedy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import Final

from generator.hosts.project import Project
from generator.model.problem import Position, Problem
from generator.pages.locale import Locale, holds, load_locale
from generator.reading.files import read_text, shown_path
from generator.reading.records.yamlfile import Mapping, Node, Scalar, Sequence, YamlError, parse_yaml

_CODE: Final = "broken-locale"


def words_of(project: Project, language: str) -> tuple[Locale | None, tuple[Problem, ...]]:
    """Return the words of an interface language, the site's own over the shipped ones; None with what is wrong."""
    folder = project.config_dir / "locales"
    shipped = load_locale(language)
    tags = dict.fromkeys(("en", language.partition("-")[0], language))
    problems = [
        problem
        for path in (folder / f"{tag}.yml" for tag in tags)
        if path.is_file()
        for problem in _check(path, project.root, shipped)
    ]
    if problems:
        return None, tuple(problems)
    locale = load_locale(language, [folder])
    if locale.words:
        return locale, ()
    missing = Problem.at(
        Position(shown_path(folder / f"{language}.yml", project.root)),
        "missing-words",
        f"there are no words of the interface in the language `{language}`",
        "write this file, or choose another `language` in site.yml",
    )
    return None, (missing,)


def _check(path: Path, root: Path, shipped: Locale) -> Iterator[Problem]:
    text, problems = read_text(path, root)
    yield from problems
    if text is None:
        return
    try:
        node = parse_yaml(text, shown_path(path, root))
    except YamlError as error:
        yield error.problem
        return
    if node is not None and not isinstance(node, Mapping):
        hint = "write `key: words` on each line, as in the shipped locale files"
        yield Problem.at(node.position, _CODE, "a locale file holds keys with their words", hint)
    elif node is not None:
        for key, words in _leaves(node, ""):
            yield from _check_words(key, words, shipped)


def _leaves(node: Node, prefix: str) -> Iterator[tuple[str, Scalar]]:
    """Yield every text below a node with its dotted key, as the locale itself counts them."""
    if isinstance(node, Scalar):
        yield prefix, node
    else:
        pairs = (
            [(str(number), item) for number, item in enumerate(node.items, 1)]
            if isinstance(node, Sequence)
            else [(name.value, item) for name, item in node.entries]
        )
        for name, item in pairs:
            yield from _leaves(item, f"{prefix}.{name}" if prefix else name)


def _check_words(key: str, words: Scalar, shipped: Locale) -> Iterator[Problem]:
    if key.startswith("plural_rules."):
        try:
            holds(words.value, 0)
        except ValueError:
            yield Problem.at(
                words.position,
                _CODE,
                f"`{words.value}` is not a plural rule",
                "write it like `n = 1` or `n % 10 = 2..4`",
            )
        return
    try:
        asked = _fields(words.value)
    except ValueError:
        hint = "close each { with }, and write {{ or }} for a brace that is to be seen"
        yield Problem.at(words.position, _CODE, f"a brace is missing in `{words.value}`", hint)
        return
    given = _given(key, shipped)
    for name in sorted(asked - given) if given is not None else ():
        hint = f"use {', '.join(f'{{{value}}}' for value in sorted(given))}" if given else "write it without braces"
        yield Problem.at(words.position, _CODE, f"nothing is given for `{{{name}}}` in `{key}`", hint)


def _given(key: str, shipped: Locale) -> frozenset[str] | None:
    """Return the values that the shipped words of a key ask for; None for a key of the site's own."""
    group = f"{key.rpartition('.')[0]}."
    found: set[str] = set()
    known = False
    for locale in filter(None, (shipped, shipped.fallback)):
        plural = f"{group}other" in locale.words
        forms = [name for name in locale.words if name.startswith(group)] if plural else [key]
        for words in (locale.words[name] for name in forms if name in locale.words):
            known = True
            found |= _fields(words) | ({"n"} if plural else set())
    return frozenset(found) if known else None


def _fields(words: str) -> frozenset[str]:
    """Return the names in braces.

    Raises:
        ValueError: a brace is missing.
    """
    return frozenset(name for _, name, _, _ in Formatter().parse(words) if name is not None)
