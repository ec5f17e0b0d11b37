from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model.codes import CODES
from generator.model.problem import Position
from generator.reading.records import yamlfile
from generator.reading.records.yamlfile import MAX_DEPTH, Mapping, Node, Scalar, Sequence, YamlError, parse_yaml
from tests.support import cases


def plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.value: plain(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if node else None


@pytest.mark.parametrize("case", cases("yaml"))
def test_a_mistake_is_explained_where_it_is(case):
    with pytest.raises(YamlError) as caught:
        parse_yaml(case["text"], "content/people/a.yml")
    problem = caught.value.problem
    assert f"{problem.line}:{problem.column}" == case["at"]
    assert problem.path == "content/people/a.yml"
    assert problem.code == case.get("code", "yaml-syntax")
    assert problem.code in CODES
    assert case["message"] in problem.message
    assert case["hint"] in problem.hint


@pytest.mark.parametrize("case", cases("yaml"))
def test_the_slow_parser_points_at_the_same_line(case, monkeypatch):
    """Where PyYAML was built without its C part, words may differ, the line and the code may not."""
    monkeypatch.setattr(yamlfile, "_LOADER", yaml.BaseLoader)
    with pytest.raises(YamlError) as caught:
        parse_yaml(case["text"], "a.yml")
    assert str(caught.value.problem.line) == case["at"].split(":")[0]
    assert caught.value.problem.code == case.get("code", "yaml-syntax")


def test_nothing_is_guessed():
    text = "a: NO\nb: 2023-07\nc: 0012\nd: yes\ne: 1.50\nf: ~\ng: null\nh: 0x1F\ni: 12:30:45\n"
    assert plain(parse_yaml(text, "a.yml")) == {
        "a": "NO", "b": "2023-07", "c": "0012", "d": "yes", "e": "1.50", "f": "~", "g": "null",
        "h": "0x1F", "i": "12:30:45",
    }  # fmt: skip


def test_every_node_knows_its_place():
    node = parse_yaml("# comment\nname: Ada\nroles:\n  - {role: chief}\n", "a.yml")
    assert isinstance(node, Mapping)
    (name, ada), (roles, items) = node.entries
    assert name.position == Position("a.yml", 2, 1)
    assert ada.position == Position("a.yml", 2, 7)
    assert roles.position == Position("a.yml", 3, 1)
    assert isinstance(items, Sequence)
    (role,) = items.items
    assert role.position == Position("a.yml", 4, 5)
    assert isinstance(role, Mapping)
    assert role.entries[0][1] == Scalar(Position("a.yml", 4, 12), "chief")
    assert node.get("name") == ada
    assert node.get("other") is None


def test_lines_of_front_matter_count_from_the_file():
    node = parse_yaml("title: A\ndate: B\n", "a.md", first_line=2)
    assert isinstance(node, Mapping)
    assert [key.position.line for key, _ in node.entries] == [2, 3]
    with pytest.raises(YamlError) as caught:
        parse_yaml("title: A\ntitle: B\n", "a.md", first_line=2)
    assert caught.value.problem.line == 3
    assert "line 2" in caught.value.problem.message


@pytest.mark.parametrize("text", ["", "\n\n", "# only words\n", "---\n", "\ufeff"])
def test_a_text_without_content_is_none(text):
    assert parse_yaml(text, "a.yml") is None


@pytest.mark.parametrize("text", ["a:\n", "a: \nb: c\n", "a: # later\n"])
def test_a_key_without_value_is_absent(text):
    node = parse_yaml(text, "a.yml")
    assert isinstance(node, Mapping)
    value = node.entries[0][1]
    assert isinstance(value, Scalar)
    assert value.absent


def test_a_quoted_empty_text_is_not_absent():
    node = parse_yaml('a: ""\n', "a.yml")
    assert isinstance(node, Mapping)
    value = node.entries[0][1]
    assert isinstance(value, Scalar)
    assert not value.absent


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_once(newline):
    node = parse_yaml(newline.join(["a: 1", "b: 2", "c: 3", ""]), "a.yml")
    assert isinstance(node, Mapping)
    assert [key.position.line for key, _ in node.entries] == [1, 2, 3]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_a_separator_that_no_editor_counts_moves_no_line(separator):
    node = parse_yaml(f'a: "x{separator}y"\nb: 2\n', "a.yml")
    assert isinstance(node, Mapping)
    assert plain(node) == {"a": "x y", "b": "2"}
    assert node.entries[1][0].position.line == 2


def test_columns_count_characters():
    node = parse_yaml("- {é𝄞: x, b: y}\n", "a.yml")
    assert isinstance(node, Sequence)
    inner = node.items[0]
    assert isinstance(inner, Mapping)
    assert inner.entries[1][0].position.column == 11


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[{a: "])
def test_depth_is_limited(opening):
    with pytest.raises(YamlError, match="inside each other"):
        parse_yaml(opening * 5000, "a.yml")


def test_depth_within_the_limit_is_read():
    assert plain(parse_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH, "a.yml")) is not None
    with pytest.raises(YamlError):
        parse_yaml("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "a.yml")


_YAML_LIKE = st.text(alphabet=st.sampled_from(list("abz09 \n\t:-[]{}\"'#&*!|>%@`,?~\\/.é’\u2028\r\x00")), max_size=60)


@given(st.one_of(st.text(), _YAML_LIKE))
def test_any_text_is_read_or_refused_with_a_place_inside_it(text):
    problem = None
    try:
        parse_yaml(text, "a.yml")
    except YamlError as error:
        problem = error.problem
    if problem:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message
        assert problem.hint
        assert "\n" not in problem.message + problem.hint


_WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
_TREES = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(_WORDS, inner, min_size=1),
    max_leaves=8,
)


@given(st.dictionaries(_WORDS, _TREES, min_size=1))
def test_what_is_dumped_is_read_back(tree):
    text = yaml.safe_dump(tree, allow_unicode=True, default_style='"')
    assert plain(parse_yaml(text, "a.yml")) == tree
