"""Whatever a value is, our reader gives it back; and what people read is what they would have written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.drafts.yamltext import block, flow, scalar
from generator.reading.records.yamlfile import Mapping, Node, Scalar, parse_yaml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


def plain(node: Node | None) -> object:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    return [plain(one) for one in node.items] if node else None


def evened(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: evened(one) for key, one in value.items()}
    return [evened(one) for one in value] if isinstance(value, list) else value


@given(TEXTS, TEXTS)
def test_every_value_is_read_back(one: str, other: str) -> None:
    values = {
        "name": one,
        "other_names": [{"name": other, "lang": "fr"}, one],
        "roles": [{"role": {"en": one * 30}, "sources": [{"article": "a", "quote": other * 30}, {"quote": one}]}],
    }

    assert plain(parse_yaml(block(values), "x.yml")) == evened(values)
    assert plain(parse_yaml(block({"deep": [values]}), "x.yml")) == evened({"deep": [values]})


@given(TEXTS)
def test_nothing_hidden_is_written_raw(value: str) -> None:
    """Control characters would steer a terminal, marks of direction show other words than there are."""
    written = scalar(value)

    assert not any(unicodedata.category(char) == "Cc" for char in written)
    assert not any(unicodedata.bidirectional(char) in {"LRO", "RLO", "LRI", "RLI", "FSI", "PDF"} for char in written)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Anna Example", "Anna Example"),
        ("O’Neill (Jr.)", "O’Neill (Jr.)"),
        ("Лукашенко", "Лукашенко"),
        ("2021-08", "2021-08"),
        ("No", '"No"'),
        ("- a", '"- a"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("{a}", '"{a}"'),
        ('say "x" \\', r'"say \"x\" \\"'),
        ("a\nname: b", '"a name: b"'),
        ("a\u202eb\x1b[2J", r'"a\u202eb\u001b[2J"'),
        ("half \ud800", '"half \ufffd"'),
    ],
)
def test_quoted_only_where_needed(value: str, written: str) -> None:
    assert scalar(value) == written


def test_short_items_stand_on_one_line() -> None:
    assert flow({"name": "Anna", "lang": "fr", "of": ["a", "b"]}) == "{name: Anna, lang: fr, of: [a, b]}"
