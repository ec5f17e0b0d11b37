"""Every problem code, with what it means in one line. A code stands for one rule and never changes its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Files
        "bad-slug": "A file's name is not its slug: lower-case letters without accents, digits, and single hyphens.",
        "binary-file": "A file is not text: an image, an archive, a document of a word processor.",
        "duplicate-id": "Two files claim one id; the page can only be made from one of them.",
        "empty-file": "A file holds nothing to make a page of.",
        "encoding": "A file was read, but is in another encoding than UTF-8.",
        "not-utf16": "A file begins like UTF-16, but is not valid UTF-16.",
        "not-utf8": "A file is not encoded in UTF-8.",
        "outside-content": "A link in the content folder leads out of it; it is not followed.",
        "too-large": "A file is far larger than a record or an article ever needs to be.",
        "unreadable-file": "A file is there but cannot be opened.",
        "wrong-extension": "A file has an ending that is not read in its folder.",
        # YAML
        "duplicate-key": "A key is given twice in one mapping; one of the two values would be lost.",
        "yaml-syntax": "The text breaks a rule of YAML: a quotation mark, a colon, a tab or the indentation.",
        # Keys and values
        "bad-url": "An address does not begin with http:// or https://, or has no host.",
        "dates-reversed": "Something ends before it begins.",
        "impossible-date": "A date has the right form but is on no calendar, such as 30 February.",
        "missing-key": "A key that the kind of record needs is not given.",
        "out-of-range": "A number is smaller or larger than it can be.",
        "unknown-code": "A country code is in neither ISO 3166-1 nor ISO 3166-3, or has another form.",
        "unknown-event-type": "An event's type is none of the list.",
        "unknown-key": "A key is not one this kind of record has; mostly a misspelling.",
        "unknown-language": "A language is not a BCP 47 tag such as fr, en or zh-Hant.",
        "unknown-value": "A value is none of the few that the key allows.",
        "wrong-kind": "A reference leads to a kind of page that does not fit the key.",
        "wrong-type": "A value has another form than the key needs: a list for a text, a text for a date.",
        # Articles
        "ambiguous-reference": "A bare slug in double square brackets is that of several pages.",
        "bad-html": "A saved web page could not be taken apart.",
        "bad-pin": "Words in double square brackets are not a pin: an id, a bar, the words.",
        "empty-article": "An article file holds no text.",
        "front-matter-open": "The block of keys at the top of an article has no closing line of three hyphens.",
        "html-extra-missing": "Web pages can only be read with the packages of the extra `html`.",
        "language-mismatch": "Front matter names one language, the text seems to be in another.",
        "no-body": "No running text was found in an article, only headings, captions or lists.",
        "undated-article": "An article's date is neither given nor found in it.",
        "weekday": "A date and the weekday beside it do not fit each other.",
        "words-not-found": "The words by which front matter names a line do not begin any line.",
        # Content and site as a whole
        "address-collision": "An old id in redirect_from is the address of another page.",
        "broken-locale": "Words in a locale file of site_config cannot be used as they are.",
        "broken-template": "A template in site_config cannot be used; it is the site owner's to mend.",
        "contradicting-judgements": "Judgements say of the same ids both that they are one and that they are not.",
        "duplicate-code": "Two country records claim the same ISO code.",
        "missing-words": "There is no locale file for the language of the interface.",
        "near-copy": "An article copies another one, changed a little or in another outlet; both count as one source.",
        "quote-not-found": "The words quoted from an article do not stand in it.",
        "same-name": "Two records of one kind have the same name; they may mean the same entity.",
        "same-text": "Two articles of one outlet have the same text, word for word.",
        "title-outside-dates": "An article gives somebody an office that the record says was not theirs at its date.",
        "unknown-reference": "A reference leads to an id that nothing has.",
        "unsourced-record": "A record names no source for anything it says.",
    }
)
