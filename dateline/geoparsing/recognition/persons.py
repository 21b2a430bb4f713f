"""Words that name a person in their place, whatever else is called so: Mr. Jordan, Layla Aden."""

from __future__ import annotations

import re
from typing import Final

from dateline.geoparsing.recognition.words import Words, marks_a_speaker
from dateline.geoparsing.toponym_words import (
    ARTICLES,
    DIRECTIONS,
    GIVEN_NAMES,
    LOCATIVE,
    PERSONAL_TITLES,
    TITLES,
    kind_of,
    word_set,
)

__all__ = ["begins_with_a_title", "ends_a_person", "is_a_person"]

_OFFICES: Final = TITLES | {"pm", "premier"}
_OFFICE: Final = word_set(
    "minister president senator mp mpp mla spokesman spokeswoman spokesperson"
)
"""Whose name follows at once; a land that they are of stands before them."""
_RANKS: Final = word_set("capt lt sgt maj cpl col gen det insp supt const cmdr brig adm sen pvt")
"""Abbreviations, with their dot, that only a person's name follows."""
_CALLED: Final = word_set(
    "comrade comandante alias aka a.k.a nicknamed codenamed callsign callsigns"
)
"""What follows is what somebody is called among his own."""
_KIN: Final = word_set(
    "son sons daughter daughters brother brothers sister sisters wife husband mother father uncle "
    "aunt cousin nephew niece grandson granddaughter grandmother grandfather"
)
_WHOSE: Final = word_set("my his her their our your 's ’s a")
"""Before such a word: nobody's *sister city*, nor Mother Russia."""
_INITIAL: Final = re.compile(r"[A-Z]\.")
_QUOTES: Final = frozenset("\"'“”‘’«»") | {"``", "''"}
_LIKENESSES: Final = frozenset({"portrait", "portraits", "statue", "statues", "bust", "busts"})
_SAID: Final = frozenset({"said", "says", "added", "recalled"})
_OF_PERSONS: Final = frozenset({",", "said", "says", "told", "who", "was", "is", "has", "had"})


def is_a_person(words: Words, first: int, last: int) -> bool:
    """After a personal title, or a given name with what is said of a person.

    "Mr. Jordan", "Capt. Stratford", "Ana Aden-Smith", "Chad Porter, a driver",
    "said Sofia, a nurse", "a portrait of Garibaldi", "my uncle Troyan", "Vernon J. Ames".
    """
    before = words.lower[first - 1] if first else ""
    if before.rstrip(".") in PERSONAL_TITLES or _follows_a_rank(words, first):
        return True
    if _follows_an_office(words, first, last) or _is_what_one_is_called(words, first):
        return True
    if _is_kin(words, first, last) or _has_an_initial(words, first, last):
        return True
    if _is_half_a_surname(words, first, last):
        return True
    if before.rstrip(".") in _OFFICES and words.lower[first] in ARTICLES:
        return True  # "PM al-Sudani", but not "President of al-Bab"
    if before == "of" and first > 1 and words.lower[first - 2] in _LIKENESSES:
        return words.doc[first].ent_type_ not in ("GPE", "LOC")  # a portrait of Aleppo
    if before in _SAID and words.lower[last : last + 2] == [",", "who"]:
        return True  # says Hodan, who sells phones
    if last - first > 1 or words.text[first] not in GIVEN_NAMES or last + 1 >= len(words):
        return False
    if before in _SAID and words.text[last] == ",":
        return True
    surname = words.lower[last]
    if not words.capital[last] or kind_of(surname) or surname in TITLES or surname in DIRECTIONS:
        return False
    if _is_named_in_full(words, first):
        return True
    return words.lower[last + 1] in _OF_PERSONS and words.line[last + 1] == words.line[first]


def begins_with_a_title(words: Words, first: int, last: int) -> bool:
    """Whether a personal title is the first word of a span: Cllr Abdi, but not DR Congo."""
    return (
        last - first > 1
        and words.lower[first].rstrip(".") in PERSONAL_TITLES
        and not words.text[first].isupper()
    )


def _is_named_in_full(words: Words, first: int) -> bool:
    """Whether the parse takes a given name and a surname after it for a person.

    "Charlotte Smith of Carolina", but not "the Charlotte Panthers", "Jordan High pupils".
    """
    family, doc = first + 1, words.doc
    after = doc[family + 1].tag_ if family + 1 < len(doc) else ""
    return (
        doc[first].ent_type_ == "PERSON"
        and doc[family].ent_iob_ == "I"
        and doc[family].tag_ == "NNP"
        and after != "POS"
        and not after.startswith("NN")
    )


def _is_what_one_is_called(words: Words, first: int) -> bool:
    """Whether a name of war stands there, in quotation marks or not: comrade "Trujillo"."""
    at = first - 1
    if words.lower[at] == "and" and at and words.capital[at - 1]:
        at -= 2  # call signs Bakhmut and Don
    while at > 0 and words.text[at] in _QUOTES:
        at -= 1
    if at > 0 and words.lower[at] in ("sign", "signs"):
        return words.lower[at - 1] == "call"
    return at >= 0 and words.lower[at].rstrip(".") in _CALLED


def _is_kin(words: Words, first: int, last: int) -> bool:
    """Whether a name follows a word of kin, with a comma where it is one that people bear.

    "My uncle Troyan", "a sister, Georgia, of Phoenix"; but "his brother, Syria's envoy", "her
    mother Aleppo-born".
    """
    comma = first > 1 and words.text[first - 1] == ","
    at = first - 1 - comma
    if at < 1 or words.lower[at] not in _KIN or words.lower[at - 1] not in _WHOSE:
        return False
    after = words.text[last] if last < len(words) else ""
    if comma:
        given = last - first == 1 and words.text[first] in GIVEN_NAMES
        return given and (after in (",", "and") or words.capital[last])
    return after[:1] not in ("-", "'", "’") and words.doc[first].ent_type_ != "NORP"


def _has_an_initial(words: Words, first: int, last: int) -> bool:
    """Whether an initial stands between a title and a name, or a name and another in capitals.

    "Mr P. Oss", "Vernon J. Ames"; but "Washington, D. C. police".
    """
    if first > 1 and _INITIAL.fullmatch(words.text[first - 1]):
        return words.lower[first - 2].rstrip(".") in PERSONAL_TITLES
    return (
        last - first == 1
        and last + 1 < len(words)
        and not (first and words.lower[first - 1] in LOCATIVE)
        and _INITIAL.fullmatch(words.text[last]) is not None
        and words.capital[last + 1]
        and words.text[last + 1][-1].isalpha()
        and words.line[first] == words.line[last + 1]
        and words.doc[last + 1].tag_ == "NNP"
        and not words.doc[last + 1].is_sent_start
        and not kind_of(words.lower[last + 1])
        and not words.loud[first]
    )


def _is_half_a_surname(words: Words, first: int, last: int) -> bool:
    """Whether a hyphen joins a name to another behind a given name: Ana Aden-Smith.

    "Kampala-Entebbe" stands behind none, nor is the parse's person found in "New Delhi-Mumbai".
    """
    if last - first > 1:
        return False
    left = first if _is_joined(words, first) else first - 2
    if left < 1 or not _is_joined(words, left):
        return False
    halves = words.doc[left], words.doc[left + 2]
    before = words.doc[left - 1]
    return (
        all(half.ent_type_ == "PERSON" for half in halves)
        and before.ent_type_ == "PERSON"
        and words.capital[left - 1]
        and words.line[left - 1] == words.line[left]
        and not kind_of(words.lower[left - 1])
        and words.lower[left - 1] not in DIRECTIONS
    )


def _is_joined(words: Words, at: int) -> bool:
    """Whether a hyphen without blanks joins a word to another in capitals."""
    return (
        at + 2 < len(words)
        and words.text[at + 1] in ("-", "‑")
        and words.end[at] == words.start[at + 1]
        and words.end[at + 1] == words.start[at + 2]
        and words.capital[at]
        and words.capital[at + 2]
    )


def _follows_an_office(words: Words, first: int, last: int) -> bool:
    """Whether an office stands before a given name: Defence Minister Israel Kerem."""
    return (
        last - first == 1
        and first > 0
        and last < len(words)
        and words.lower[first - 1] in _OFFICE
        and words.capital[last]
        and words.doc[last].tag_ == "NNP"
        and words.line[last] == words.line[first]
        and not words.text[first].isupper()
        and not kind_of(words.lower[last])
        and words.lower[last] not in DIRECTIONS | TITLES
    )


def _follows_a_rank(words: Words, first: int) -> bool:
    """Whether an abbreviated rank stands before a name, its dot a token of its own or not."""
    dotted = first > 0 and words.text[first - 1].endswith(".") and words.capital[first]
    at = first - 1 - (dotted and words.text[first - 1] == ".")
    return dotted and at >= 0 and words.capital[at] and words.lower[at].rstrip(".") in _RANKS


def ends_a_person(words: Words, at: int) -> bool:
    """Whether the parse takes a word for the last in a person's name: Layla Aden, of Aden.

    Nobody is *in* a person: where commas are lost, "in Tal Abyad Raqqa" names two towns.
    """
    doc, before = words.doc, words.lower[at - 1]
    if doc[at].ent_type_ != "PERSON" or doc[at].ent_iob_ != "I":
        return False
    first = at
    while doc[first].ent_iob_ == "I":
        first -= 1
    if first and words.lower[first - 1] in LOCATIVE:
        return False
    if first == at - 1 and marks_a_speaker(words.text, first):
        return False
    if kind_of(before) or before in DIRECTIONS or not words.capital[at - 1]:
        return False  # Eastern Ghouta, Camp Ashraf, Deir al-Balah
    return at + 1 == len(doc) or doc[at + 1].ent_iob_ != "I"
