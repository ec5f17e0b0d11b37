from __future__ import annotations

import dataclasses
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.model import records as model
from generator.model.codes import CODES
from generator.model.dates import DateRange, PartialDate
from generator.model.ids import slugify
from generator.model.problem import Position, Problem, Severity
from generator.model.settings import Settings
from generator.model.text import LangText
from generator.reading.records.fields import Date, Form, Language, Number, OneOf, Text, Texts, YesNo
from generator.reading.records.links import CountryCode, OwnRef, Ref, Url
from generator.reading.records.parts import CLAIM, IDENTIFIER, OTHER_NAME, PARTICIPANT, ROLE, SOURCE_REF
from generator.reading.records.read import read_record_files, read_records
from generator.reading.records.schema import JUDGEMENT, RECORDS, SETTINGS
from generator.reading.records.shapes import ListOf, Shape
from tests.support import cases

SHAPES = {
    **{kind: (shape, shape.make) for kind, shape in RECORDS.items()},
    "source reference": (SOURCE_REF, model.SourceRef),
    "other name": (OTHER_NAME, model.OtherName),
    "identifier": (IDENTIFIER, model.Identifier),
    "role": (ROLE, model.Role),
    "claim": (CLAIM, model.Claim),
    "participant": (PARTICIPANT, model.Participant),
    "judgement": (JUDGEMENT, model.Judgement),
    "settings": (SETTINGS, Settings),
}


def write(root: Path, files: dict[str, str | bytes]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root / "content"


def read(root: Path, files: dict[str, str | bytes]) -> tuple[tuple[model.Record, ...], tuple[Problem, ...]]:
    return read_records(write(root, files), root)


@pytest.mark.parametrize("name", SHAPES)
def test_every_field_of_the_model_is_a_key(name):
    shape, made = SHAPES[name]
    fields = {field.name for field in dataclasses.fields(made)} - {"id", "position"}
    assert {key.key for key in shape.keys} == fields


@pytest.mark.parametrize("name", SHAPES)
def test_what_the_model_needs_is_a_required_key(name):
    shape, made = SHAPES[name]
    needed = {
        field.name
        for field in dataclasses.fields(made)
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    }
    assert needed - {"id", "position"} <= {key.key for key in shape.keys if key.required}


@pytest.mark.parametrize("name", SHAPES)
def test_what_people_write_instead_is_no_key_itself(name):
    shape, _ = SHAPES[name]
    assert not {key.key for key in shape.keys} & {word for key in shape.keys for word in key.often}


def test_a_person_of_the_design(tmp_path):
    text = (
        "name: Mary Ann Example\n"
        "other_names:\n"
        "  - {name: Marie-Anne Exemple, lang: fr}\n"
        "  - {name: مریم, lang: fa}\n"
        "roles:\n"
        "  - role: {en: Minister, fr: ministre}\n"
        "    country: iran\n"
        "    start_date: 2021-08\n"
        '    sources: [{article: some-article, quote: "la ministre"}]\n'
        "identifiers: [{scheme: wikidata, identifier: Q1}]\n"
    )
    (person,), problems = read(tmp_path, {"content/people/mary-ann-example.yml": text})
    path = "content/people/mary-ann-example.yml"
    assert not problems
    assert person == model.Person(
        id="people/mary-ann-example",
        position=Position(path, 1, 1),
        name=LangText.of("Mary Ann Example"),
        other_names=(
            model.OtherName(position=Position(path, 3, 5), name="Marie-Anne Exemple", lang="fr"),
            model.OtherName(position=Position(path, 4, 5), name="مریم", lang="fa"),
        ),
        roles=(
            model.Role(
                position=Position(path, 6, 5),
                role=LangText.of({"en": "Minister", "fr": "ministre"}),
                country="countries/iran",
                start_date=PartialDate(2021, 8),
                sources=(
                    model.SourceRef(
                        position=Position(path, 9, 15), article="articles/some-article", quote="la ministre"
                    ),
                ),
            ),
        ),
        identifiers=(model.Identifier(scheme="wikidata", identifier="Q1"),),
    )


def test_an_event_of_the_design(tmp_path):
    text = (
        "name: {en: A pact, fr: Un pacte}\n"
        "type: AGREE\n"
        "start_date: 2023-07-30/2023-07-31\n"
        "location: tehran\n"
        "countries: [iran, countries/belarus]\n"
        "participants:\n"
        "  - {entity: ada, part: signatory, role: {fr: ministre}, on_behalf_of: iran}\n"
        "  - {entity: organizations/un, on_behalf_of: organizations/un}\n"
        "redirect_from: [old-pact, places/pact]\n"
    )
    (event,), problems = read(tmp_path, {"content/events/2023/a-pact.yml": text})
    assert not problems
    assert isinstance(event, model.Event)
    assert event.id == "events/a-pact"
    assert event.start_date == DateRange(PartialDate(2023, 7, 30), PartialDate(2023, 7, 31))
    assert event.location == "places/tehran"
    assert event.countries == ("countries/iran", "countries/belarus")
    assert [(one.entity, one.part, one.on_behalf_of) for one in event.participants] == [
        ("people/ada", "signatory", "countries/iran"),
        ("organizations/un", None, "organizations/un"),
    ]
    assert event.redirect_from == ("events/old-pact", "places/pact")


def test_references_have_their_places_and_old_ids_are_none(tmp_path):
    text = "name: A\nroles:\n  - {role: x, country: iran, predecessor: bo}\nredirect_from: [old]\n"
    files = read_record_files(write(tmp_path, {"content/people/a.yml": text}), tmp_path)
    assert [(one.target, one.position.line, one.position.column) for one in files.references] == [
        ("countries/iran", 3, 24),
        ("people/bo", 3, 43),
    ]


@pytest.mark.parametrize("case", cases("records"))
def test_every_fault_of_a_file_is_reported(case, tmp_path):
    _, problems = read(tmp_path, {f"content/{case['kind']}/a.yml": case["text"]})
    found = sorted(problems, key=Problem.sort_key)
    assert [f"{one.line}:{one.column} {one.code}" for one in found] == [
        line.partition(": ")[0] for line in case["problems"]
    ]
    for problem, line in zip(found, case["problems"], strict=True):
        message, _, hint = line.partition(": ")[2].partition(" | ")
        assert message in problem.message
        assert hint in problem.hint
        assert problem.code in CODES
        assert problem.path == f"content/{case['kind']}/a.yml"


def test_a_fault_costs_no_more_than_its_value(tmp_path):
    text = "name: A\nbirth_date: soon\ncountry: fr\nroles: [{role: x, end_date: never}, {country: fr}]\n"
    (person,), problems = read(tmp_path, {"content/people/a.yml": text})
    assert len(problems) == 3
    assert isinstance(person, model.Person)
    assert person.birth_date is None
    assert person.country == "countries/fr"
    assert [str(role.role) for role in person.roles] == ["x"]


def test_a_source_that_leads_nowhere_is_no_source(tmp_path):
    (person,), problems = read(tmp_path, {"content/people/a.yml": 'name: A\nsources: [{url: "data:x"}]\n'})
    assert [problem.code for problem in problems] == ["bad-url"]
    assert person.sources == ()


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "data:text/html,x", "file:///etc/passwd",
        "//example.org/x", "https:///x", "http://", "https://a b.org/", "https://[::1", "https://x:port/", "example",
        'https://x.org/"onmouseover="y', "https://x.org/<b>", "vbscript:x", "https:example.org",
    ],
)  # fmt: skip
def test_only_web_addresses_are_addresses(url, tmp_path):
    (person,), problems = read(tmp_path, {"content/people/a.yml": yaml.safe_dump({"name": "A", "url": url})})
    assert [problem.code for problem in problems] == ["bad-url"]
    assert person.url is None


@pytest.mark.parametrize(
    "url", ["https://example.org/", "http://example.org:80/a?b=c#d", "HTTPS://EXAMPLE.ORG/é", "https://[::1]/x"]
)
def test_web_addresses_are_kept_as_written(url, tmp_path):
    (person,), problems = read(tmp_path, {"content/people/a.yml": yaml.safe_dump({"name": "A", "url": url})})
    assert not problems
    assert person.url == url


FILES: dict[str, tuple[str, str | bytes, str, Severity]] = {
    "capital": ("Ada.yml", "name: A", "bad-slug", Severity.ERROR),
    "accent": ("adé.yml", "name: A", "bad-slug", Severity.ERROR),
    "blank": ("a b.yml", "name: A", "bad-slug", Severity.ERROR),
    "no letters": ("!.yml", "name: A", "bad-slug", Severity.ERROR),
    "yaml": ("a.yaml", "name: A", "wrong-extension", Severity.ERROR),
    "upper case": ("a.YML", "name: A", "wrong-extension", Severity.ERROR),
    "other": ("a.json", "{}", "wrong-extension", Severity.WARNING),
    "empty": ("a.yml", "", "empty-file", Severity.ERROR),
    "comments": ("a.yml", "# name: A\n", "empty-file", Severity.ERROR),
    "latin-1": ("a.yml", b"name: A\nurl: \xe9", "not-utf8", Severity.ERROR),
    "utf-16": ("a.yml", "name: A".encode("utf-16"), "encoding", Severity.NOTE),
    "broken utf-16": ("a.yml", "name: A".encode("utf-16") + b"x", "not-utf16", Severity.ERROR),
    "nul bytes": ("a.yml", b"name: A\x00", "binary-file", Severity.ERROR),
    "large": ("a.yml", b"#" * 2_000_001, "too-large", Severity.ERROR),
}


@pytest.mark.parametrize("name", FILES)
def test_files_that_cannot_be_a_record(name, tmp_path):
    file, text, code, severity = FILES[name]
    _, problems = read(tmp_path, {f"content/people/{file}": text})
    assert [(problem.code, problem.severity) for problem in problems] == [(code, severity)]


def test_a_byte_that_is_not_utf8_has_its_place(tmp_path):
    _, (problem,) = read(tmp_path, {"content/people/a.yml": "name: é\nurl: é".encode() + b"\xff"})
    assert (problem.line, problem.column) == (2, 7)
    _, (problem,) = read(tmp_path, {"content/people/a.yml": b"\xef\xbb\xbfname: \xff"})
    assert (problem.line, problem.column) == (1, 7)


def test_a_byte_order_mark_is_no_fault(tmp_path):
    (person,), problems = read(tmp_path, {"content/people/a.yml": b"\xef\xbb\xbfname: A\r\n"})
    assert not problems
    assert str(person.name) == "A"


def test_templates_and_readme_are_left_out(tmp_path):
    files: dict[str, str | bytes] = {
        "content/people/_template.yml": "name:",
        "content/people/.hidden.yml": "x",
        "content/people/_old/b.yml": "x",
        "content/people/README.md": "x",
    }
    assert read(tmp_path, files) == ((), ())


def test_an_id_belongs_to_one_file(tmp_path):
    files: dict[str, str | bytes] = {"content/people/a/x.yml": "name: First", "content/people/b/x.yml": "name: Second"}
    (person,), (problem,) = read(tmp_path, files)
    assert str(person.name) == "First"
    assert problem.code == "duplicate-id"
    assert problem.path == "content/people/b/x.yml"
    assert "content/people/a/x.yml" in problem.message


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    outside = tmp_path / "secret.yml"
    outside.write_text("name: Secret\n")
    content = write(tmp_path, {"content/people/a.yml": "name: A\n"})
    (content / "people" / "b.yml").symlink_to(outside)
    (content / "people" / "c.yml").symlink_to(content / "people" / "a.yml")
    records, problems = read_records(content, tmp_path)
    assert [record.id for record in records] == ["people/a", "people/c"]
    assert [(problem.code, problem.path) for problem in problems] == [("outside-content", "content/people/b.yml")]


def test_a_link_to_itself_is_reported(tmp_path):
    content = write(tmp_path, {"content/people/a.yml": "name: A\n"})
    (content / "people" / "b.yml").symlink_to(content / "people" / "b.yml")
    (content / "people" / "c.yml").symlink_to(content / "people" / "none.yml")
    records, problems = read_records(content, tmp_path)
    assert [record.id for record in records] == ["people/a"]
    assert [(problem.code, problem.path) for problem in problems] == [
        ("outside-content", "content/people/b.yml"),
        ("outside-content", "content/people/c.yml"),
    ]


def test_records_are_sorted_by_id(tmp_path):
    files: dict[str, str | bytes] = {
        "content/sources/b.yml": "name: B",
        "content/people/z/a.yml": "name: A",
        "content/people/b.yml": "name: B",
        "content/countries/c.yml": "{name: C, code: FR}",
    }
    records, problems = read(tmp_path, files)
    assert not problems
    assert [record.id for record in records] == ["countries/c", "people/a", "people/b", "sources/b"]


def test_no_content_no_records(tmp_path):
    assert read_records(tmp_path / "content", tmp_path) == ((), ())


# Arbitrary files --------------------------------------------------------------------------------------------------

_JUNK = st.one_of(
    st.binary(max_size=40),
    st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(alphabet=st.sampled_from(list("name: {}[]-\n\"'&*!|>#é")), max_size=60).map(str.encode),
)


@given(st.sampled_from(sorted(RECORDS)), _JUNK)
def test_any_bytes_are_a_record_or_a_problem(kind, data):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        records, problems = read(root, {f"content/{kind}/a.yml": data})
    assert records or problems
    assert all(problem.code in CODES for problem in problems)


_SCALARS = st.sampled_from(
    ["", "a", "2023", "2023-02-30", "https://x.org", "fr", "AGREE", "true", "12", "people/a", "a/b"]
)
_ANY = st.recursive(
    _SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "role", "article", "fr", "entity", "x"]), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.data(), st.sampled_from(sorted(RECORDS)))
def test_any_value_under_any_key_is_read_or_reported(data, kind):
    keys = [key.key for key in RECORDS[kind].keys]
    tree = data.draw(st.dictionaries(st.sampled_from(keys), _ANY, min_size=1, max_size=5))
    with tempfile.TemporaryDirectory() as folder:
        records, problems = read(Path(folder), {f"content/{kind}/a.yml": yaml.safe_dump(tree, allow_unicode=True)})
    assert records or problems
    assert all(problem.line >= 1 and problem.message and problem.hint for problem in problems)


# Valid records, made from the schema itself -------------------------------------------------------------------------

_LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Z"])
_TEXT = st.text(alphabet=_LETTERS, min_size=1, max_size=8)
_SLUG = st.text(alphabet="abc-1", min_size=1, max_size=6).filter(lambda slug: slugify(slug) == slug)
_DATE = st.sampled_from(["2023", "1992-02", "2024-02-29"])
_TAG = st.sampled_from(["fr", "en", "zh-Hant", "pt-BR", "fas"])


def trees(form: Form, kind: str) -> st.SearchStrategy[Any]:
    """Return a strategy for what may be written under a key of this form."""
    match form:
        case Text():
            return _TEXT
        case Texts():
            return _TEXT | st.dictionaries(_TAG, _TEXT, min_size=1, max_size=2)
        case Date():
            return _DATE | st.just("2022/2023-05") if form.interval else _DATE
        case OwnRef():
            return _SLUG.map(lambda slug: f"{kind}/{slug}")
        case Ref():
            return st.tuples(st.sampled_from(form.kinds), _SLUG).map("/".join)
        case Url():
            return st.sampled_from(["https://example.org/", "http://example.org/a?b=c"])
        case CountryCode():
            return st.sampled_from(["FR", "IR"])
        case Language():
            return _TAG
        case OneOf():
            return st.sampled_from(form.values)
        case Number():
            return st.integers(form.low, form.high).map(str)
        case YesNo():
            return st.sampled_from(["true", "false"])
        case ListOf():
            return st.lists(trees(form.item, kind), min_size=1, max_size=2)
        case Shape():
            return mappings(form, kind)
    raise AssertionError(form)


def mappings(shape: Shape, kind: str) -> st.SearchStrategy[dict[str, Any]]:
    if shape is SOURCE_REF:
        return st.fixed_dictionaries({"article": trees(Ref(("articles",)), kind)}, optional={"quote": _TEXT})
    return st.fixed_dictionaries(
        {key.key: trees(key.form, kind) for key in shape.keys if key.required},
        optional={key.key: trees(key.form, kind) for key in shape.keys if not key.required},
    )


def dump(value: Any) -> Any:
    """Return what a contributor would write for a value of the model."""
    if isinstance(value, PartialDate | DateRange):
        return str(value)
    if isinstance(value, LangText):
        values = dict(value.by_language)
        return values["und"] if list(values) == ["und"] else values
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, tuple):
        return [dump(item) for item in value]
    if dataclasses.is_dataclass(value):
        fields = ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {name: dump(item) for name, item in fields if name not in ("id", "position") and item not in (None, ())}
    return value


@given(st.data(), st.sampled_from(sorted(RECORDS)))
def test_a_record_dumped_and_read_back_is_the_same(data, kind):
    tree = data.draw(mappings(RECORDS[kind], kind))
    with tempfile.TemporaryDirectory() as folder:
        name = f"content/{kind}/a.yml"
        (first,), problems = read(Path(folder), {name: yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)})
        assert not problems
        again = yaml.safe_dump(dump(first), allow_unicode=True, sort_keys=False, default_style='"', width=10**6)
        (second,), problems = read(Path(folder), {name: again})
        assert not problems
    assert dump(second) == dump(first)
    # Every key that was written is in the record: nothing is lost on the way.
    assert dump(first).keys() | {key for key, value in tree.items() if value == "false"} >= tree.keys()
