"""Templates print text unless it is Markdown of ours, and hold no words of their own."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest

from generator.pages import build_pages, load_locale
from generator.pages.markdown import Md
from generator.pages.templates import SHIPPED, environment
from tests.pages.conftest import make_site

TEMPLATES = sorted(SHIPPED.rglob("*.md.j2"))
PYTHON = sorted((SHIPPED.parents[1] / "pages").rglob("*.py"))
EN = load_locale("en")


def made(source: str, **values: object) -> str:
    return environment().from_string(source).render(**values)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_word_of_the_interface_stands_in_a_template(path: Path) -> None:
    source = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    source = re.sub(r"</?[a-z]+(?:\s[^<>]*)?>|\{[ :][^{}\n]*\}", " ", source)
    assert re.findall(r"[^\W\d_]+", source) == []
    assert not re.search(r"(?:title|aria-label|alt)=\"[^\"{]", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", [*TEMPLATES, *PYTHON], ids=lambda path: path.stem)
def test_every_key_that_is_asked_for_has_words(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    asked = re.findall(r"\b(?:t|say)\(\s*\"([\w.]+)\"\s*[,)]", source)
    groups = {"fact", "kind", "holders", "sequence", "language", "script", "key", "group", "review.to"}
    missing = {key for key in asked if key not in groups and not EN.has(key) and not EN.has(f"{key}.other")}
    assert missing == set()


def test_every_word_is_used_somewhere() -> None:
    theme = sorted((SHIPPED.parent / "theme").rglob("*.html"))
    hosts = sorted((SHIPPED.parents[1] / "hosts").glob("*.py"))
    everything = "".join(path.read_text(encoding="utf-8") for path in (*TEMPLATES, *PYTHON, *theme, *hosts))
    dynamic = (
        "plural_rules", "date.months", "number", "kind", "index.", "index_intro", "description", "fact", "role.",
        "holders", "mode.", "rights", "basis.", "zone", "reason", "date_rule", "date_doubt", "event_type", "part.",
        "notice.", "claim.", "classification", "script", "scheme", "language", "sequence.", "count.", "near_why.",
            "review.queue.", "review.intro.", "review.remark.", "review.field.", "review.choice.", "review.reason.",
            "review.to.",
            "change.", "changes.many", "changes.gone", "field.",
            "moment.", "bar.", "tie.", "ties.", "by.", "facet.",
    )  # fmt: skip
    stems = {re.sub(r"\.(?:one|other)$", "", key) for key in EN.words}
    assert {key for key in stems if not key.startswith(dynamic) and f'"{key}"' not in everything} == set()


def test_values_are_text() -> None:
    assert made("{{ x }}", x="*a* <b>") == "&#42;a&#42; &lt;b&gt;"
    assert made("{{ x }}", x=Md("*a*")) == "*a*"
    assert made("{{ x }}{{ y }}", x=None, y=3) == "3"
    assert made("{% macro m(x) %}- {{ x }}{% endmacro %}{{ m(x) }}", x="[a]") == "- &#91;a&#93;"


@pytest.mark.parametrize(
    "source", ["{{ 'a' ~ x }}", "{{ 'a' + x }}", "{{ '%s' % x }}", "{{ [x] | join }}", "{{ x | safe }}"]
)
def test_ways_around_the_escaping_are_refused(source: str) -> None:
    with pytest.raises(jinja2.TemplateError):
        made(source, x="*a*")


def test_an_unknown_value_fails() -> None:
    with pytest.raises(jinja2.UndefinedError):
        made("{{ nothing }}")


def test_a_site_replaces_a_template_and_a_part(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "names.md.j2").write_text(
        "NAMES {% for line in names %}{{ line.name }}, {% endfor %}\n\n", encoding="utf-8"
    )
    (tmp_path / "place.md.j2").write_text("PLACE {{ title }}\n", encoding="utf-8")
    pages = {page.path: page for page in build_pages(make_site(), EN, [tmp_path])}
    assert pages["places/portel.md"].markdown == "PLACE Portel\n"
    assert "\nNAMES Ada Ferrand, <bdi" in pages["people/ada-ferrand.md"].markdown
