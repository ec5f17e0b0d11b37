"""Sites on disk for tests of drafts: written, read by the real reader, drafted from, read again."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.drafts import Draft
from generator.hosts.project import Loaded, Project, load

TEXTS = {
    "2021-03-02-talks": """\
Ministers meet in Lisbon

Lisbon, 2 March 2021. Portuguese Prime Minister Anna Example and Polish Foreign Minister Piotr Wzorowy \
signed an agreement on fisheries in Lisbon on Tuesday. "We will publish it tomorrow," Anna Example said.

The European Maritime Safety Agency (EMSA) welcomed the agreement. Example thanked the EMSA.
""",
    "2021-03-03-accord": """\
Accord sur la pêche

Lisbonne, le 3 mars 2021. La Première ministre portugaise Anna Éxample a signé mardi un accord sur la pêche avec \
le ministre des Affaires étrangères polonais, Piotr Wzorowy. « Nous allons le publier », a déclaré Anna Éxample.
""",
}


def write_site(folder: Path, articles: dict[str, str] | None = None, **records: str) -> Project:
    """Write a site of plain articles and records (`people__anna="name: Anna"`)."""
    for stem, text in (TEXTS if articles is None else articles).items():
        _write(folder / "content" / "articles" / f"{stem}.txt", text)
    for key, text in records.items():
        _write(folder / "content" / f"{key.replace('__', '/').replace('_', '-')}.yml", text)
    _write(folder / "mkdocs.yml", "site_name: X\ndocs_dir: content\n")
    return Project(folder, folder / "content", folder / "site_config")


def with_drafts(project: Project, drafts: Iterable[Draft]) -> Loaded:
    """Write drafts into a site and load it again."""
    for draft in drafts:
        path = project.content_dir / draft.path
        assert not path.exists()
        _write(path, draft.text)
    return load(project)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
