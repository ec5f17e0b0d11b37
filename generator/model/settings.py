"""What a site owner may set in `site_config/site.yml` (name, address and repository are mkdocs.yml's)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.article import Rights


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings, with the values that hold where nothing is set.

    `language` is the interface language of the pages. A candidate without record gets a page when it is named
    in at least `min_articles` articles, or at least `min_mentions` times in one, or by a full name with a role.
    """

    language: str = "en"
    rights: Rights = "excerpt"
    excerpt_words: int = 90
    min_mentions: int = 2
    min_articles: int = 2
    page_for_full_name: bool = True
