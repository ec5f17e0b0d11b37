"""What the site found, as text for the content folder: records to begin with, judgements to decide on."""

from generator.drafts.candidates import Candidate, candidates, draft_of, keys_of
from generator.drafts.entities import country_keys, entity_draft
from generator.drafts.events import event_draft
from generator.drafts.judgements import JUDGEMENTS, judgement_draft
from generator.drafts.parts import Draft, MayQuote
from generator.drafts.proposals import Proposal, Recogniser, propose
from generator.drafts.sources import outlet_text, source_draft
from generator.drafts.starters import article_starter, starter
from generator.drafts.yamltext import Value

__all__ = [
    "JUDGEMENTS",
    "Candidate",
    "Draft",
    "MayQuote",
    "Proposal",
    "Recogniser",
    "Value",
    "article_starter",
    "candidates",
    "country_keys",
    "draft_of",
    "entity_draft",
    "event_draft",
    "judgement_draft",
    "keys_of",
    "outlet_text",
    "propose",
    "source_draft",
    "starter",
]
