"""What the site found, as text for the content folder: records to begin with, judgements to decide on."""

from generator.drafts.entities import entity_draft
from generator.drafts.events import event_draft
from generator.drafts.judgements import judgement_draft
from generator.drafts.parts import Draft, MayQuote
from generator.drafts.sources import source_draft

__all__ = ["Draft", "MayQuote", "entity_draft", "event_draft", "judgement_draft", "source_draft"]
