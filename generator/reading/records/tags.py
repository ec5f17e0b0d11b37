"""Language tags (BCP 47), as far as a file of ours may use them."""

from __future__ import annotations

import re
from typing import Final

TWO_LETTERS: Final = frozenset(
    # A hundred and eighty quoted strings would be harder to check than one table.
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st
    su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split()  # noqa: SIM905
)
"""ISO 639-1. Three-letter codes are taken as they are: there are eight thousand of them."""

_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)


def is_language_tag(value: str) -> bool:
    """Tell whether a text is a language tag in its usual spelling: `fr`, `pt-BR`, `zh-Hant`, `be-tarask`."""
    match = _TAG.fullmatch(value)
    return match is not None and (len(match["language"]) == 3 or match["language"] in TWO_LETTERS)


def tag_hint(value: str) -> str:
    """Return the remedy for a text that is no language tag: the tag it may have meant, else the rule."""
    parts = re.split(r"[-_]", value.strip())
    guess = parts[0].lower()
    if len(parts) > 1:
        guess += "".join(f"-{part.title() if len(part) == 4 else part.upper()}" for part in parts[1:])
    if is_language_tag(guess):
        return f"write {guess}"
    return "write a BCP 47 tag such as fr, en, fa or zh-Hant: a language, not a country"
