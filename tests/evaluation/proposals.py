"""What the model of the extra `ml` adds to the rules on annotated articles: `python -m tests.evaluation.proposals`.

A proposed name is right where it shares words with a name of its kind in the annotation of an article it stands in.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable

from generator.drafts import Proposal, Recogniser, propose
from generator.hosts.name_model import LANGUAGE, load_recogniser
from generator.knowledge.build import build_site
from generator.model.settings import Settings
from generator.model.site import Site
from generator.reading.articles import read_article
from generator.understanding.gazetteer import Gazetteer
from generator.understanding.pipeline import understand
from tests.evaluation.gold import GoldArticle
from tests.evaluation.sets import known_sets


def site_of(articles: Iterable[GoldArticle]) -> tuple[Site, dict[str, GoldArticle]]:
    """Return a site without records of annotated articles, and the articles by their ids in it."""
    read = {one: read_article(one.path, one.path.parent)[0] for one in articles}
    gold = {article.id: one for one, article in read.items() if article}
    made = [article for article in read.values() if article]
    nobody = Gazetteer(())
    return build_site(made, {one.id: understand(one, nobody) for one in made}, (), Settings()), gold


def is_right(proposal: Proposal, gold: dict[str, GoldArticle]) -> bool:
    """Tell whether a proposed name overlaps an annotated one of its kind."""
    for key, _ in proposal.sentences:
        article = gold[key]
        for entity in getattr(article, proposal.kind):
            names = (" ".join(mention.span.of(article.text).split()) for mention in entity.mentions)
            if any(name in proposal.name or proposal.name in name for name in names):
                return True
    return False


def report(recognise: Recogniser) -> Iterable[str]:
    """Yield the lines of the report."""
    for one in known_sets():
        articles = [article for article in one.articles if article.language == LANGUAGE]
        site, gold = site_of(articles)
        found = propose(site, recognise, LANGUAGE)
        right = Counter(proposal.kind for proposal in found if is_right(proposal, gold))
        yield f"{one.name}, {len(articles)} articles"
        for kind, number in sorted(Counter(proposal.kind for proposal in found).items()):
            yield f"  {kind}: {number} proposed, {right[kind]} right"


def main() -> int:
    """Print the report; status 0 also without the extra, which is said."""
    recognise = load_recogniser()
    print("\n".join(report(recognise)) if recognise else "skipped: the extra `ml` is not installed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
