"""Photo captions and credits: which lines are captions, and whether a caption belongs to the article at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final, Literal

import generator.language
from generator.language.detect import detect, stop_words_of
from generator.language.pack import load_yaml_strings
from generator.model.text import UNDETERMINED
from generator.reading.zones.blocks import Block, folded
from generator.reading.zones.phrases import Hit, phrases_of

_TABLE: Final = Path(generator.language.__file__).parent / "tables" / "agencies.yml"
_SIGN: Final = re.compile(r"\s*[(\[/|–—-]?\s*(?:©|®|℗|\([cC]\)\s(?=[A-ZÉ]))")
_SIGNS: Final = ("©", "®", "℗", "(c)", "(C)")
_BRACKET: Final = re.compile(r"\s*[(\[]([^()\[\]]{2,120})[)\]]?[.\s]*$")
_AFTER_SENTENCE: Final = re.compile(r".*[.!?»”\"]\s+(?=\S)")
_NAME: Final = re.compile(r"[^\W\d_][\w'-]*")
_NAME_SLASH_OUTLET: Final = re.compile(r"(?:[A-ZÉÈÀ][\w'.-]*\s+){1,4}?[A-ZÉÈÀ][\w'.-]*\s*/\s*[A-ZÉÈÀ][\w' .-]{1,40}")
_CLOSING_WINDOW: Final = 90
_CLOSING_SIGN: Final = re.compile(r"[:/|]|\bvia\b", re.I)
_LONG_WORD: Final = re.compile(r"[^\W\d_]{5,}")
_MAX_CAPTION: Final = 90
_MAX_CHARACTERS: Final = 1200
_MAX_CREDIT: Final = 12


Sureness = Literal["sure", "weak"]


@dataclass(frozen=True, slots=True)
class Credit:
    """Where in a block the photo credit begins, and how it can be told (`weak`: only a news agency in brackets)."""

    offset: int
    strength: Sureness
    names_person: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What an article speaks of: its names (folded, and as consonant skeletons) and the stems of its other words."""

    language: str
    names: frozenset[str]
    skeletons: frozenset[str]
    stems: frozenset[str]

    @classmethod
    def of(cls, blocks: Iterable[Block], language: str) -> Vocabulary:
        """Collect the words of the blocks that surely belong to the article."""
        capitalised: set[str] = set()
        stems: set[str] = set()
        for block in blocks:
            capitalised.update(word for word in _NAME.findall(block.text) if not word.islower())
            stems.update(word[:5] for word in _LONG_WORD.findall(block.key))
        names: set[str] = set()
        stop_words = stop_words_of(language)
        for word in capitalised:
            bare = word.rpartition("'")[2] if word[1:2] == "'" else word
            if bare[:1].isupper() and bare.lower() not in stop_words:
                names.update(_pieces(folded(bare)))
        skeletons = frozenset(skeleton for name in names if len(skeleton := _skeleton(name)) > 2)
        return cls(language, frozenset(names), skeletons, frozenset(stems))

    def with_block(self, block: Block) -> Vocabulary:
        """Return the vocabulary with the words of one more block."""
        more = Vocabulary.of([block], self.language)
        return Vocabulary(
            self.language, self.names | more.names, self.skeletons | more.skeletons, self.stems | more.stems
        )

    def knows(self, word: str) -> bool:
        """Tell whether a name of the article is this word, perhaps in another spelling."""
        return any(
            piece in self.names or (len(skeleton := _skeleton(piece)) > 2 and skeleton in self.skeletons)
            for piece in _pieces(folded(word))
        )

    def shared(self, text: str) -> int:
        """Count the different names and longer words of `text` that the article has too."""
        usual = stop_words_of(self.language)
        words = {folded(word) for word in _NAME.findall(text) if len(word) > 4 and word.lower() not in usual}
        return sum(word[:5] in self.stems or word in self.names for word in words)


def credit_of(block: Block) -> Credit | None:
    """Find the photo credit that closes a block (or is all of it); None where there is none."""
    text = block.text
    if block.words > _MAX_CAPTION or len(text) > _MAX_CHARACTERS:
        return None
    marked = any(sign in text for sign in _SIGNS)
    sign = next((match for match in _SIGN.finditer(text) if _short(text[match.end() :])), None) if marked else None
    if sign and sign.end() < len(text):
        return Credit(sign.start(), "sure", _names_person(text[sign.start() :]))
    bracket = _BRACKET.search(text) if text.rstrip(". ")[-1:] in ")]" else None
    if bracket:
        strength = _strength(bracket.group(1))
        return Credit(bracket.start(), strength, _names_person(bracket.group(1))) if strength else None
    after = _AFTER_SENTENCE.match(text)
    offset = after.end() if after else 0
    tail = text[offset:]
    if _short(tail):
        strength = _strength(tail)
        if strength == "sure" or (strength == "weak" and offset == 0):
            return Credit(offset, strength, _names_person(tail))
    window = max(0, len(text) - _CLOSING_WINDOW)
    closing = _closing().search(text, window) if _CLOSING_SIGN.search(text, window) else None
    if closing:
        return Credit(closing.start(), "sure", _names_person(text[closing.start() :]))
    return None


def picture_words(block: Block, found_phrases: Iterable[Hit]) -> Sureness | None:
    """Tell how surely the words say that a picture is described (`File photo:`; weak: `(left)`), credit or not."""
    if block.words > _MAX_CAPTION:
        return None
    found: Sureness | None = None
    for hit in found_phrases:
        if hit.group != "caption":
            continue
        if hit.place == "anywhere":
            found = "weak"
            continue
        # "Image" may open any sentence; followed by a colon or a bar it opens a caption.
        following = block.key[hit.end :].lstrip()[:1]
        if following in (":", "|", "-", "(", "/") or " " in block.key[hit.start : hit.end]:
            return "sure"
    return found


def belongs(caption: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a caption is about the article: its language, its names and its words must not all be strange."""
    names = _names(caption, vocabulary.language)
    known = sum(any(vocabulary.knows(word) for word in name) for name in names)
    if _other_language(caption, vocabulary.language):
        return known >= 1 and known * 10 >= len(names) * 3
    if not names:
        return True
    if known:
        return known * 5 >= len(names)
    stop_words = stop_words_of(vocabulary.language)
    words = [folded(word) for word in _NAME.findall(caption) if word[0].islower() and word not in stop_words]
    stems = {word[:5] for word in words if len(word) > 4}
    shared = len(stems & vocabulary.stems) / len(stems) if stems else 0.0
    several = any(len(name) > 1 for name in names)
    return shared >= (0.34 if several else 0.2)


def _other_language(caption: str, language: str) -> bool:
    guess = detect(caption)
    known = UNDETERMINED not in (guess.language, language)
    return known and guess.language != language.partition("-")[0] and guess.confidence >= 0.6


def _names(caption: str, language: str) -> list[tuple[str, ...]]:
    """Return the runs of capitalised words, less the words that are capitalised for other reasons."""
    usual = stop_words_of(language) | stop_words_of("en")
    names: list[tuple[str, ...]] = []
    run: list[str] = []
    previous = 0
    for match in _NAME.finditer(caption):
        word = match.group()
        word = word.rpartition("'")[2] or word if word[1:2] == "'" else word
        joined = caption[previous : match.start()].strip() == ""
        if run and not (joined and word[0].isupper()):
            names.append(tuple(run))
            run = []
        if word[0].isupper() and len(word) > 2 and word.lower() not in usual:
            run.append(word)
        previous = match.end()
    return [*names, tuple(run)] if run else names


def _pieces(key: str) -> list[str]:
    return [piece for piece in re.split(r"['-]", key) if len(piece) > 2]


def _skeleton(name: str) -> str:
    """Return the consonants of a name, those that transliterations exchange made one."""
    key = folded(name)
    for sound, letter in (("sch", "s"), ("ch", "s"), ("sh", "s"), ("kh", "k"), ("ph", "f"), ("c", "k"), ("q", "k")):
        key = key.replace(sound, letter)
    key = re.sub(r"[aeiouyhw]", "", key.replace("z", "s").replace("w", "v"))
    return re.sub(r"(.)\1+", r"\1", key)


def _short(text: str) -> bool:
    return len(text.split()) <= _MAX_CREDIT


def _strength(tail: str) -> Sureness | None:
    """Return how surely a closing stretch is a photo credit: by an agency, or by a word such as `photo:`."""
    key = folded(tail).strip(" .([")
    for phrase in phrases_of("credit", "start"):
        rest = key.removeprefix(phrase)
        if rest != key and (
            not rest or rest.lstrip()[:1] in (":", "/", "|", "-") or rest.startswith((" by ", " par ", " of "))
        ):
            return "sure"
    if _NAME_SLASH_OUTLET.fullmatch(tail.strip(" .()[]")):
        return "sure"
    found = _agency().search(tail)
    if not found or not _short(tail):
        return None
    if "/" in tail or "|" in tail or _agency("photo").search(tail) or any(word in key for word in ("photo", "image")):
        return "sure"
    return "weak" if len(tail.split()) <= 4 else None


def _names_person(credit: str) -> bool:
    """Tell whether a credit holds words besides the agency: most likely the photographer's name."""
    rest = _agency().sub(" ", credit)
    words = [word for word in _NAME.findall(rest) if word[0].isupper()]
    return len(words) >= 2


@lru_cache(maxsize=4)
def _agency(sort: str = "") -> re.Pattern[str]:
    """Return the pattern of agency names, capitals as they are written or all of them."""
    table = load_yaml_strings(_TABLE)
    news, photo = set(table["news"]), set(table["photo"])
    chosen = photo - news if sort == "photo" else news | photo
    spellings = sorted(chosen | {name.upper() for name in chosen}, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, spellings))})(?!\w)")


@lru_cache(maxsize=1)
def _closing() -> re.Pattern[str]:
    """Return the pattern of a credit that follows without a full stop: `… Photo: Name`, `… / AGENCY`."""
    words = "|".join(sorted(map(re.escape, phrases_of("credit", "start")), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"\s+(?:(?i:{words})s?\s*[:/]\s*\S.{{0,60}}|(?:[/|]|via|VIA)\s*{_agency().pattern}(?:\s+(?:via\s+)?\S+){{0,4}})$"
    )


def agency_at(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """Return the first name of a news or photo agency in `text[start:end]`."""
    return _agency().search(text, start, len(text) if end is None else end)
