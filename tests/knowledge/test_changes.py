"""From versions of files to changes of knowledge; the cases are in tests/cases/changes."""

from __future__ import annotations

from typing import Any

import pytest

from generator.knowledge.changes import knowledge_changes
from generator.model.dates import PartialDate
from generator.model.history import Commit, FileChange, History, KnowledgeChange
from generator.reading.records.read import record_of
from generator.reading.records.schema import RECORDS
from tests.support import cases

PATH = "people/ada.yml"


def history(*versions: dict[str, str | None]) -> History:
    """Return a history of commits, each given by the texts of the files it changes (None: taken away)."""
    now: dict[str, str] = {}
    commits = []
    for number, version in enumerate(versions, 1):
        files = []
        for path, text in sorted(version.items()):
            files.append(FileChange(path, now.get(path), text))
            now = {key: value for key, value in {**now, path: text}.items() if value is not None}
        commits.append(Commit(f"{number:040x}", PartialDate(2024, 1, number), tuple(files)))
    return History("content", tuple(reversed(commits)))


def changes(*versions: dict[str, str | None]) -> tuple[KnowledgeChange, ...]:
    """Return the changes of a history, with the records of its end as those of today."""
    found = history(*versions)
    last: dict[str, str | None] = {}
    for version in versions:
        last |= version
    texts = {path: text for path, text in last.items() if text is not None}
    records = []
    for path, text in texts.items():
        kind, stem = path.partition("/")[0], path.rpartition("/")[2].removesuffix(".yml")
        if path.endswith(".yml") and kind in RECORDS:
            records += filter(None, record_of(text, f"content/{path}", f"{kind}/{stem}")[:1])
    return knowledge_changes(found, {record.id: record for record in records})


def told(change: KnowledgeChange) -> str:
    parts = [change.kind, change.field, str(change.words) if change.words else "", change.holder or "", *change.others]
    parts += [f"from {change.start}" if change.start else "", f"to {change.end}" if change.end else ""]
    return " | ".join(part for part in parts if part)


@pytest.mark.parametrize("case", cases("changes"))
def test_what_two_versions_of_a_record_say_differently(case: dict[str, Any]) -> None:
    path = case.get("path", PATH)
    found = changes({path: case["before"]}, {path: case["after"]})
    assert sorted(told(one) for one in found if one.commit.endswith("2")) == sorted(case["changes"])


def test_newest_first_with_date_commit_and_sources() -> None:
    first, second = "name: Ada\n", "name: Ada\nother_names: [{name: Ida}]\nsources: [{article: a}]\n"
    found = changes({PATH: first, "articles/a.txt": ""}, {PATH: second})
    assert [(one.kind, one.entity, str(one.date), one.commit[-1]) for one in found] == [
        ("name_added", "people/ada", "2024-01-02", "2"),
        ("source_added", "people/ada", "2024-01-02", "2"),
        ("article_added", "articles/a", "2024-01-01", "1"),
        ("record_added", "people/ada", "2024-01-01", "1"),
    ]
    assert [source.article for source in found[1].sources] == ["articles/a"]


def test_a_version_that_cannot_be_read_changes_nothing() -> None:
    good, better = "name: Ada\n", "name: Ada\nother_names: [{name: Ida}]\n"
    found = changes({PATH: good}, {PATH: "name: [\n"}, {PATH: ""}, {PATH: "other_names: x\n"}, {PATH: better})
    assert [(one.kind, one.commit[-1]) for one in found] == [("name_added", "5"), ("record_added", "1")]


def test_a_record_moved_to_another_address_or_folder() -> None:
    moved = "name: Ada\nredirect_from: [people/ada]\n"
    found = changes({PATH: "name: Ada\n"}, {PATH: None, "people/ada-ferrand.yml": moved})
    assert [(one.kind, one.entity) for one in found] == [
        ("moved", "people/ada-ferrand"),
        ("record_added", "people/ada"),
    ]
    found = changes({PATH: "name: Ada\n"}, {PATH: None, "people/former/ada.yml": "name: Ada\n"})
    assert [one.kind for one in found] == ["record_added"]
    found = changes({PATH: "name: Ada\n"}, {PATH: None})
    assert [one.kind for one in found] == ["record_removed", "record_added"]


def test_words_that_were_taken_out_are_not_repeated() -> None:
    role = "roles: [{role: Secret agent, country: france, start_date: '2001', sources: [{url: 'https://example.org/x'}]}]\n"
    claim = "claims: [{field: Nickname, value: Foxy}]\n"
    whole = "name: Ada\nother_names: [{name: Rumour}]\n" + role + claim
    found = changes({PATH: "name: Ada\n"}, {PATH: whole}, {PATH: "name: Ada\n"})
    assert not [
        word for word in ("Rumour", "Secret", "Foxy", "Nickname", "example.org", "2001", "france") if word in str(found)
    ]
    assert [one.kind for one in found] == [
        "name_removed", "role_removed", "claim_removed", "name_added", "role_added", "claim_added", "record_added",
    ]  # fmt: skip
    gone = changes({PATH: whole}, {PATH: whole.replace("Foxy", "Wolf")}, {PATH: None})
    assert not [word for word in ("Rumour", "Secret", "Foxy", "Wolf") if word in str(gone)]


def test_a_participant_that_was_taken_out_is_not_named() -> None:
    path, event = "events/talks.yml", "name: Talks\ntype: CONSULT\nparticipants: [{}]\n"
    bob, both = event.format("{entity: people/bob}"), event.format("{entity: people/ada}, {entity: people/bob}")
    found = changes({path: bob}, {path: both}, {path: bob})
    assert [(one.kind, one.others) for one in found[:2]] == [("participant_removed", ()), ("participant_added", ())]


def test_articles_added_changed_and_taken_out() -> None:
    path = "articles/2024/A Story.md"
    found = changes({path: ""}, {path: ""}, {path: None}, {"articles/x.html": "", "articles/x.yml": "title: X\n"})
    assert [(one.kind, one.entity) for one in found] == [
        ("article_added", "articles/x"), ("article_removed", "articles/a-story"),
        ("article_changed", "articles/a-story"), ("article_added", "articles/a-story"),
    ]  # fmt: skip


def test_judgements() -> None:
    same = "- {decision: same, ids: [people/a, people/b], reason: x, date: 2024-01-01}\n"
    none = "- {decision: not-an-entity, surface: Paris, article: articles/a, reason: x, date: 2024-01-01}\n"
    found = changes(
        {"judgements.yml": same}, {"judgements.yml": none + same}, {"judgements.yml": none}, {"judgements.yml": None}
    )
    assert [(one.kind, one.entity, one.others) for one in found] == [
        ("judgement_removed", "", ()),
        ("judgement_removed", "people/a", ("people/b",)),
        ("judged_not-an-entity", "", ()),
        ("judged_same", "people/a", ("people/b",)),
    ]


def test_templates_pages_and_other_files_are_no_knowledge() -> None:
    files = (
        "about.md",
        "people/_template.yml",
        "people/README.md",
        "people/ada.yaml",
        "notes/x.yml",
        "people/.ada.yml",
    )
    assert changes(dict.fromkeys(files, "name: X\n")) == ()


def test_the_oldest_known_commit_is_compared_with_what_was_before() -> None:
    only = FileChange(PATH, "name: Ada\n", "name: Ada\nother_names: [{name: Ida}]\n")
    found = knowledge_changes(History("content", (Commit("1" * 40, PartialDate(2024), (only,)),)), {})
    assert [one.kind for one in found] == ["name_added"]
