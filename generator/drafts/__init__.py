"""What the site found, as text for the content folder: records to begin with, judgements to decide on."""

from generator.drafts.entities import entity_draft
from generator.drafts.events import event_draft
from generator.drafts.judgements import judgement_draft
from generator.drafts.parts import Draft, MayQuote
from generator.drafts.sources import outlet_text, source_draft
from generator.drafts.starters import article_starter, starter

__all__ = [
    "Draft",
    "MayQuote",
    "article_starter",
    "entity_draft",
    "event_draft",
    "judgement_draft",
    "outlet_text",
    "source_draft",
    "starter",
]
