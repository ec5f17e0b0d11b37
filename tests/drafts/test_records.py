"""Drafts of records: what is found stays found, under the same address, and nothing is made up."""

from pathlib import Path
from textwrap import dedent

import pytest

from generator.drafts import Draft, entity_draft, event_draft, source_draft
from generator.hosts.project import load
from generator.model.site import Site
from tests.drafts.support import TEXTS, with_drafts, write_site


def all_drafts(site: Site) -> list[Draft]:
    return [
        *(entity_draft(site, key) for key, entity in site.entities.items() if not entity.record),
        *(event_draft(site, key) for key, event in site.events.items() if not event.record),
        *(source_draft(site, key) for key, source in site.sources.items() if not source.record),
    ]


def test_a_site_of_drafts_says_no_less_and_moves_nothing(tmp_path: Path) -> None:
    project = write_site(tmp_path)
    before = load(project).site
    drafts = all_drafts(before)
    loaded = with_drafts(project, drafts)
    after = loaded.site

    assert len(drafts) > 5
    assert loaded.problems == ()
    assert list(after.entities) == list(before.entities)
    assert list(after.events) == list(before.events)
    assert before.redirects.items() <= after.redirects.items()
    assert all(entity.reviewed for entity in after.entities.values())
    for key, entity in before.entities.items():
        assert {use.name for use in entity.names} <= {use.name for use in after.entities[key].names}
        assert len(after.roles_of.get(key, ())) == len(before.roles_of.get(key, ()))


def test_a_person_with_spellings_and_offices(tmp_path: Path) -> None:
    site = load(write_site(tmp_path)).site
    english, french = (site.sentence(f"articles/{article}", 2) for article in TEXTS)

    assert entity_draft(site, "people/anna-example") == Draft(
        "people/anna-example.yml",
        dedent(f"""\
        # Drafted from 5 mentions in 2 articles. Check every line, add what you know, then delete this one.
        name: Anna Example
        other_names:
          - {{name: Anna Éxample, lang: fr}}
        roles:
          - role: {{fr: Première ministre}}
            country: portugal
            sources:
              - {{article: 2021-03-03-accord, quote: "{french}"}}
          - role: {{en: Prime Minister}}
            country: portugal
            sources:
              - {{article: 2021-03-02-talks, quote: {english}}}
        """),
    )


def test_words_that_may_not_be_shown_are_not_quoted(tmp_path: Path) -> None:
    site = load(write_site(tmp_path)).site
    draft = entity_draft(site, "people/anna-example", lambda article, _: article != "articles/2021-03-02-talks")

    assert "{article: 2021-03-02-talks}" in draft.text
    assert "{article: 2021-03-03-accord, quote: " in draft.text


def test_an_organization_has_its_acronym_and_a_source(tmp_path: Path) -> None:
    site = load(write_site(tmp_path)).site
    text = entity_draft(site, "organizations/european-maritime-safety-agency").text

    assert "\nacronym: EMSA\n" in text
    assert "name: EMSA" not in text
    assert "\nsources:\n  - {article: 2021-03-02-talks, quote: " in text


def test_unknown_ids(tmp_path: Path) -> None:
    site = load(write_site(tmp_path)).site

    for draft in (entity_draft, event_draft, source_draft):
        with pytest.raises(KeyError):
            draft(site, "people/nobody")


HOSTILE = """\
Talks

Lisbon, 2 March 2021. President Anna "{x}: !!python" Example spoke. Minister Bob <script>alert(1)</script> Mallory left.
President *Carl* [[people/x|Carlson]] met Foreign Minister Dora &amp; Eve-- Smith # comment in Paris: "done: yes."
"""


def test_hostile_text_stays_text(tmp_path: Path) -> None:
    project = write_site(tmp_path, {"2021-03-02-a": HOSTILE, "2021-03-03-b": HOSTILE.replace("\n", "\n\n")})
    before = load(project)
    drafts = all_drafts(before.site)
    after = with_drafts(project, drafts)

    assert drafts
    assert not set(after.problems) - set(before.problems)
    assert list(after.site.entities) == list(before.site.entities)


def test_the_words_quoted_come_from_between_the_marks_of_a_pin(tmp_path: Path) -> None:
    text = "Talks\n\nLisbon, 2 March 2021. President [[people/anna-example|Anna Example]] opened the talks in Lisbon.\n"
    project = write_site(tmp_path, {"2021-03-02-a": text})
    site = load(project).site
    draft = entity_draft(site, "people/anna-example")

    assert "[[" not in draft.text
    assert not with_drafts(project, [draft]).errors


def test_a_long_sentence_is_quoted_around_the_words(tmp_path: Path) -> None:
    filler = "and so on " * 40
    text = (
        f"Talks\n\nLisbon, 2 March 2021. It was said {filler}that President Anna Example will leave {filler}at last.\n"
    )
    project = write_site(tmp_path, {"2021-03-02-a": text})
    draft = entity_draft(load(project).site, "people/anna-example")
    quoted = draft.text.partition("quote: ")[2]

    assert "President Anna Example will leave" in quoted
    assert len(quoted.split()) < 50
    assert not with_drafts(project, [draft]).problems
