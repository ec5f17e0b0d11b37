"""The `Site` as pages of Markdown."""

from generator.pages.assemble import build_pages
from generator.pages.locale import Locale, load_locale
from generator.pages.page import Page
from generator.pages.rights import Visibility, visible_sentences

__all__ = ["Locale", "Page", "Visibility", "build_pages", "load_locale", "visible_sentences"]
