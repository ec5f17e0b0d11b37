"""Events: type, date, place, participants and the part they play."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.model.article import ZoneKind
from generator.model.reading import DateMention, FoundEvent, Mention, RoleMention, Statement
from generator.understanding.document import Document, Sentence
from generator.understanding.events.choice import choose, first_of_text, headline_stems, news_score, trigger_rank
from generator.understanding.events.labels import LONGEST, clause_label, tidy
from generator.understanding.events.merge import Cluster, is_title, merge
from generator.understanding.events.parts import describe, named_later
from generator.understanding.events.recasts import recast
from generator.understanding.events.scene import Candidate, Scene, date_range, is_old
from generator.understanding.events.triggers import Trigger, find_triggers
from generator.understanding.lexicon.events import EventRules, Group, event_rules_for

_TOLD_IN = frozenset({ZoneKind.TITLE, ZoneKind.BODY})
_UNNAMED = Group("OTHER", "unnamed", 1.0, ("participant", "participant", "participant"))
"""The event of a lead without any trigger."""
_WHOLE = Trigger(0, 0, _UNNAMED, noun=False, finite=True, passive=False, planned=False)
_CROWD = 10
"""Most participants of an event; more are bystanders."""
_GUESSED_PEOPLE = 2
"""People of headline and lead that are taken for participants where the event's own clause names nobody."""
_A_STORY = 4
"""Fewest words of a sentence that can tell something."""
_AHEAD = 60
"""Days after the article beyond which a date is a goal, not when the event of the headline is."""
_HARM = frozenset({"harm", "arrest", "court"})
"""Kinds of events whose doer is named only later, as the suspect."""
_OPENING = 3
"""Sentences from the lead on that tell when the event of the headline was."""
_OWNED = 4
"""Tokens after a noun within which a date is the noun's own (`the elections of Sunday 17 June`)."""


def find_events(
    document: Document,
    mentions: tuple[Mention, ...],
    dates: tuple[DateMention, ...],
    roles: tuple[RoleMention, ...],
    statements: tuple[Statement, ...],
) -> tuple[FoundEvent, ...]:
    """Return what the article tells happened, in text order, with its main event or events marked.

    Participants are ids of people, organisations and countries that act or are acted on. A date that is nowhere
    stated is left out, but for the main event: its month is that of the article.
    """
    rules = event_rules_for(document.pack)
    scene = Scene(document, mentions, dates, roles, statements)
    candidates = [
        candidate
        for sentence in document.sentences
        if sentence.zone.kind in _TOLD_IN
        for candidate in describe(scene, sentence, _triggers(scene, sentence, rules), rules)
    ]
    lead = first_of_text(document)
    if lead is not None:
        candidates = _with_lead(scene, candidates, lead, rules)
    clusters = merge(_without_weak(candidates, rules))
    if not clusters:
        return ()
    stems = headline_stems(document)
    scores = [news_score(cluster, stems, lead.index if lead else 0, scene.today) for cluster in clusters]
    mains, kept = choose(clusters, scores)
    events = [_event(scene, clusters[number], number in mains, lead, rules) for number in kept]
    return tuple(sorted(events, key=lambda event: (event.start, event.end, event.type, event.label)))


def _triggers(scene: Scene, sentence: Sentence, rules: EventRules) -> list[Trigger]:
    return recast(sentence.tokens, find_triggers(sentence, rules, scene.taken(sentence)), rules)


def _with_lead(scene: Scene, candidates: list[Candidate], lead: Sentence, rules: EventRules) -> list[Candidate]:
    """Make sure the lead tells something: news opens with it, also in words no pack has, or put in a mouth."""
    if sum(token.kind == "word" for token in lead.tokens) < _A_STORY:
        return candidates
    told = [replace(one, said=None) if one.sentence is lead and _reported(one) else one for one in candidates]
    if any(
        one.trigger.group.weight > _UNNAMED.weight and not one.trigger.planned for one in told if one.sentence is lead
    ):
        return told
    whole = next(describe(scene, lead, [_WHOLE], rules))
    place = next((number for number, one in enumerate(told) if one.sentence.index >= lead.index), len(told))
    return [*told[:place], replace(whole, said=None, parts={}), *told[place:]]


def _reported(candidate: Candidate) -> bool:
    """Tell whether the words are the newspaper's own account of what somebody reported, not a quotation."""
    return candidate.said is not None and candidate.said.mode == "indirect"


def _without_weak(candidates: Sequence[Candidate], rules: EventRules) -> list[Candidate]:
    """Leave out what only might be an event: plans without date, words said without date or place.

    Of the headline only its strongest trigger counts: the others are what it is about.
    """
    titles = [one for one in candidates if is_title(one)]
    best = max(titles, key=lambda one: (trigger_rank(one, titles, rules), -one.trigger.first), default=None)
    kept = []
    for one in candidates:
        if is_title(one):
            if one is best:
                kept.append(one)
        elif (one.said is not None and not (one.dated or one.place)) or (one.trigger.planned and not one.dated):
            continue
        else:
            kept.append(one)
    return kept


def _event(scene: Scene, cluster: Cluster, main: bool, lead: Sentence | None, rules: EventRules) -> FoundEvent:
    if main:
        cluster = _filled(scene, cluster, lead, rules)
    primary = cluster.primary
    tokens = primary.sentence.tokens
    parts = _parts(cluster, main)
    countries = dict.fromkeys(code for one in cluster.tellings for code in one.countries)
    sentences = {one.sentence.index: one.sentence.span for one in cluster.tellings if one is not primary}
    sentences.pop(primary.sentence.index, None)
    return FoundEvent(
        type=_type(cluster),
        main=main,
        date=_date(scene, cluster, lead) if main and lead is not None else cluster.date,
        place=cluster.place,
        participants=tuple(parts),
        parts=tuple(parts.items()),
        countries=tuple(countries),
        start=tokens[primary.clause[0]].start,
        end=tokens[primary.clause[1]].end,
        label=_label(scene.document, cluster, main, rules),
        evidence=(primary.sentence.span, *(sentences[index] for index in sorted(sentences))),
    )


def _type(cluster: Cluster) -> str:
    title = next((one for one in cluster.tellings if is_title(one)), None)
    return (title or cluster.primary).trigger.group.type


def _parts(cluster: Cluster, main: bool) -> dict[str, str]:
    """Return who takes part: of a main event those of its best telling and of the headline, others only if none."""
    primary = cluster.primary
    tellings = [primary, *cluster.tellings]
    if main:
        chosen = [primary, *(one for one in tellings if is_title(one))]
        if not any(one.people for one in chosen):
            chosen = [*chosen, *tellings]
        tellings = chosen
    parts: dict[str, str] = {}
    for one in tellings:
        for entity, part in one.parts.items():
            parts.setdefault(entity, part)
    return dict(list(parts.items())[:_CROWD])


def _filled(scene: Scene, cluster: Cluster, lead: Sentence | None, rules: EventRules) -> Cluster:
    """Give a main event the people and countries of headline and lead, where its own clauses lack them."""
    if lead is None:
        return cluster
    telling = cluster.tellings[0]
    opening = [*(sentence for sentence in scene.document.sentences if sentence.zone.kind is ZoneKind.TITLE), lead]
    placed = [one for sentence in opening for one in scene.placed(sentence)]
    if not cluster.people:
        people = [one.mention.id for one in placed if one.mention.kind == "person"]
        group = telling.trigger.group
        part = group.parts[0] if group.actor_of else group.parts[1]
        guessed = {one: part for one in people[:_GUESSED_PEOPLE] if one}
        if not guessed and group.kin in _HARM:
            guessed = dict(list(named_later(scene, rules))[:_GUESSED_PEOPLE])
        telling = replace(telling, parts={**telling.parts, **guessed})
    headline = [one.mention.country for sentence in opening[:-1] for one in scene.placed(sentence)]
    codes = [*headline, *telling.countries]
    if not cluster.countries and not any(headline):
        codes = [one.mention.country for one in placed] if any(one.mention.country for one in placed) else []
        codes = codes or _usual_country(scene)
    telling = replace(telling, countries=tuple(code for code in dict.fromkeys(codes) if code))
    return Cluster([telling, *cluster.tellings[1:]])


def _date(scene: Scene, cluster: Cluster, lead: Sentence) -> str | None:
    """Return the date of a main event: the news' own where its clauses have none, only the year, or another time's.

    Of the event of the headline what the opening says counts more than a page further down.
    """
    date = cluster.date
    announced = cluster.headline and _type(cluster) == _UNNAMED.type
    if date is None or (announced and _another_time(scene, date)):
        return _date_of_news(scene, lead)
    news = _date_of_news(scene, lead)
    if _only_year(scene, date):
        return news if news and news.startswith(date) else date
    opening = any(one.date and one.sentence.index - lead.index <= _OPENING for one in cluster.tellings)
    if not cluster.headline or opening or not news or news.startswith(date) or date.startswith(news):
        return date
    return news


def _another_time(scene: Scene, date: str) -> bool:
    """Tell whether a date is background, or so far ahead that it is no date of what the headline tells."""
    ahead = scene.today is not None and (date_range(date).first_day() - scene.today.last_day()).days > _AHEAD
    return ahead or is_old(date, scene.today)


def _only_year(scene: Scene, date: str) -> bool:
    """Tell whether a date is just the article's own year: the `2020 election` says not when it was news."""
    article = scene.document.article.date
    return article is not None and date == str(article.value.year)


def _date_of_news(scene: Scene, lead: Sentence) -> str | None:
    """Return the recent date the lead states by itself, else the month of the article: news is of these days."""
    article = scene.document.article.date
    rules = event_rules_for(scene.document.pack)
    events = [one for one in find_triggers(lead, rules, scene.taken(lead)) if one.noun]
    for date, first, _ in scene.dates_in(lead):
        if any(token.key in rules.limits for token in lead.tokens[max(0, first - 2) : first + 1]):
            continue
        if article is not None and date.value == str(article.value.year):
            continue
        if not any(0 < first - event.last <= _OWNED for event in events) and not is_old(date.value, scene.today):
            return date.value
    return str(article.value)[:7] if article else None


def _usual_country(scene: Scene) -> list[str | None]:
    """Return the country the article names most."""
    counts = Counter(mention.country for mention in scene.mentions if mention.kind == "country" and mention.country)
    return [code for code, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0] or ""))[:1]]


def _label(document: Document, cluster: Cluster, main: bool, rules: EventRules) -> str:
    title = next((one.sentence.zone for one in cluster.tellings if is_title(one)), None)
    if title is None and cluster.group.weight <= _UNNAMED.weight:
        title = next((one.zone for one in document.sentences if one.zone.kind is ZoneKind.TITLE), None)
    if main and title is not None and len(title.span) <= LONGEST:
        return tidy(title.span.of(document.article.visible()))
    return clause_label(document.article.visible(), cluster.primary, rules)
