"""Names that no gazetteer need have: what stands where only the name of a place can.

Villages and quarters at war are spelt in many ways, and their texts are often poor copies.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from dateline.geoparsing.recognition.words import Words, run_start
from dateline.geoparsing.toponym_words import (
    ARTICLES,
    TITLES,
    kind_of,
    names_a_settlement,
    word_set,
)
from dateline.geoparsing.word_classes import word_classes

__all__ = [
    "is_called_after_a_saint",
    "name_end",
    "owns_nothing",
    "possessives",
    "slots",
    "villages",
]

_SHORTEST_POSSESSIVE: Final = 5  # "Irans"
_VILLAGE: Final = word_set("village hamlet town")
_BEFORE_ITS_NAME: Final = word_set("barangay brgy sitio purok")
_IN_SMALL: Final = word_set("kampung desa vereda corregimiento barrio colonia ejido aldea")
"""What a village or quarter is called in its land, where the name follows at once; these only in
small letters, since gangs and firms bear them in capitals: Barrio Azteca."""
_OF_MEN: Final = word_set("gang gangs crew captain captains council hall official officials chief")
_QUARTERS: Final = word_set("quarter neighbourhood neighborhood suburb township")
_ORDINALS: Final = word_set("first second third fourth last other")
_LIVING: Final = word_set("villagers residents inhabitants")
_OF_A_PLACE: Final = frozenset({"of", "from"})
_ELECTED: Final = word_set("member mp mps mla")
"""Who is *for* the place that elects him: the Honourable Member for Zebilla."""
_VILLAGES: Final = word_set("villages hamlets towns townships neighbourhoods neighborhoods")
"""What only the bare name of a place follows after *of*."""
_GOES_ON: Final = word_set("' ’ - ‑ – / & 's ’s of") | ARTICLES
"""After these a name is not at its end."""
_OFFICERS: Final = word_set("elder elders head clerk manager attorney")
_ENDS: Final = word_set(". , : ; in near")
_SAINT: Final = frozenset({"st.", "st", "saint"})
_SAINTS: Final = word_set(
    """agnes andrew ann anna anne anthony augustine barbara bartholomew basil benedict bernard
    brigid catherine cecilia charbel clare clement columba cyril demetrius dominic elias elizabeth
    francis george gregory helena ignatius james john joseph jude lawrence luke margaret mark maron
    martin mary matthew methodius michael monica nicholas olaf patrick paul peter philip rita rose
    sava sergius simon sophia stephen teresa theresa thomas vincent xavier"""
)
"""Whom churches and schools are called after; towns are too, but rarely have a Cathedral of theirs
named so: "St. Petersburg's Airport"."""
_LINKS: Final = frozenset({"and", "or"})


def possessives(words: Words, is_known: Callable[[str], bool]) -> set[tuple[int, int]]:
    """Tokens that are a known name and the s of a possessive without its mark: "Syrias north"."""
    return {
        (at, at + 1)
        for at, word in enumerate(words.text)
        if words.capital[at]
        and len(word) >= _SHORTEST_POSSESSIVE
        and word.endswith("s")
        and is_known(word[:-1])
    }


def owns_nothing(words: Words, first: int, at: int) -> bool:
    """Whether a token ends the name of a saint's town, and nothing follows that it could own.

    "Flights to Halifax and St. John's were late", but not "St. John's mayor".

    Args:
        words: The tokens of an article.
        first: Where the name begins.
        at: The token.
    """
    if words.text[at] not in ("'s", "’s") or words.lower[first] not in _SAINT:
        return False
    follows = _word(words, at + 1)
    return not follows[:1].isalnum() or words.doc[at + 1].is_stop


def is_called_after_a_saint(words: Words, first: int, last: int) -> bool:
    """Whether a name is the saint of a church, a school or a square, or the bare word for it.

    In "St. Anthony's Chapel" neither "St. Anthony" nor "Chapel" is a town; but the first is in "St.
    Petersburg's Airport".

    Args:
        words: The tokens of an article.
        first, last: The name's tokens, half open.
    """
    owner = last
    if last - first == 1 and first > 1 and words.text[first - 1] in ("'s", "’s"):
        owner = first - 1
    begin = first if owner == last else max(owner - 2, 0)
    return (
        words.lower[begin] in _SAINT
        and words.lower[begin + 1] in _SAINTS
        and owner + 1 < len(words)
        and words.text[owner] in ("'s", "’s")
        and words.capital[owner + 1]
        and kind_of(words.lower[owner + 1]) in ("building", "street")
    )


def slots(words: Words) -> set[tuple[int, int]]:
    """Spans of tokens in a town's or a district's place: "the X quarter", "the villages of X"."""
    spans = set()
    for at, word in enumerate(words.lower):
        if words.capital[at] or not names_a_settlement(word):
            continue
        spans.add((_start(words, at), at))
        if word in _VILLAGE:  # the village Tell Qarmish
            spans.add((at + 1, name_end(words, at + 1)))
        if words.lower[at + 1 : at + 2] == ["of"]:
            spans.add((at + 2, name_end(words, at + 2)))
    return {(first, last) for first, last in spans if first < last}


def villages(words: Words) -> set[tuple[int, int]]:
    """Spans of tokens that nothing but a place can be: each of "the villages of X, Y and Z"."""
    spans = _called_so(words) | _lived_in(words)
    for at, word in enumerate(words.lower):
        many = word in _VILLAGES
        if (many or (word in _VILLAGE and not words.capital[at])) and _word(words, at + 1) == "of":
            named = _listed(words, at + 2)
            if not words.capital[at] or len(named) > 1:  # not "the Villages of Loudoun, a firm"
                spans.update(named if many else named[:1])
        if word in _VILLAGE and at and words.lower[at - 1] == "the":
            last = name_end(words, at + 1)
            if last > at + 1 and _is_set_beside(words, at + 1, last):
                spans.add((at + 1, last))
    return spans


def _called_so(words: Words) -> set[tuple[int, int]]:
    """Names after what their land calls a village: "barrio Siloé", "in Barangay Tomicor"."""
    spans = set()
    for at, word in enumerate(words.lower):
        called = word in _BEFORE_ITS_NAME or (word in _IN_SMALL and not words.capital[at])
        last = name_end(words, at + 1) if called and not words.loud[at] else at + 1
        if last == at + 1:
            continue
        about = {words.lower[at + 1], words.lower[last - 1], _word(words, last)}
        if about.isdisjoint(_OF_MEN | _OFFICERS | _GOES_ON):
            spans.add((at if words.capital[at] else at + 1, last))
    return spans


def _lived_in(words: Words) -> set[tuple[int, int]]:
    """Names of quarters, and of what people live in: "Kirkuk's Dumiz quarter", "villagers of X".

    And of the constituency that somebody is the Member for.
    """
    spans = set()
    for at, word in enumerate(words.lower):
        if word in _QUARTERS and not words.capital[at]:
            first = _start(words, at)
            owned = first > 0 and words.lower[first - 1] in ("the", "'s", "’s")
            if first < at and owned and words.lower[first] not in _ORDINALS:
                spans.add((first, at))
        if word in _LIVING and _word(words, at + 1) in _OF_A_PLACE:
            last = name_end(words, at + 2)
            dated = last > at + 2 and words.doc[at + 2].ent_type_ in ("DATE", "TIME")
            if last > at + 2 and not dated and _word(words, last) not in _GOES_ON:
                spans.add((at + 2, last))
        if word in _ELECTED and words.capital[at] and _word(words, at + 1) == "for":
            last = name_end(words, at + 2)
            odd = any(part not in word_classes() for part in words.lower[at + 2 : last])
            if odd and _word(words, last) not in _GOES_ON:  # not Labour
                spans.add((at + 2, last))
    return {
        (first, last)
        for first, last in spans
        if words.doc[first].ent_type_ != "NORP"
        and words.lower[first] not in TITLES | _OFFICERS
        and not kind_of(words.lower[last - 1])
    }


def _is_set_beside(words: Words, first: int, last: int) -> bool:
    """Whether a name stands by itself behind "the village", as no office, body or day does."""
    return (
        _word(words, last) in _ENDS
        and words.lower[first] not in TITLES | _OFFICERS
        and not kind_of(words.lower[last - 1])
        and not names_a_settlement(words.lower[last - 1])
        and words.doc[first].ent_type_ not in ("DATE", "TIME", "NORP")
    )


def _listed(words: Words, at: int) -> list[tuple[int, int]]:
    """The names of a list that begins at a token; the first alone where no *and* ends the list.

    A name that may go on in small letters is none of them, and none after it is.
    """
    names: list[tuple[int, int]] = []
    while at < (last := name_end(words, at)) and _word(words, last) not in _GOES_ON:
        names.append((at, last))
        if words.lower[at - 1] in _LINKS:
            return names
        at = last + (_word(words, last) == ",")
        at += _word(words, at) in _LINKS
    return names[:1]


def _start(words: Words, last: int) -> int:
    """Where the name begins that ends just before a token: with its article, as in al-Bab."""
    first = run_start(words, last)
    while first > 1 and words.text[first - 1] == "-" and words.lower[first - 2] in ARTICLES:
        first -= 2
    return first


def name_end(words: Words, first: int) -> int:
    """The token after the name that begins at one, with its article; the same if none does.

    Args:
        words: The tokens of an article.
        first: Where the name begins.
    """
    has_article = words.text[first + 1 : first + 2] == ["-"] and words.lower[first] in ARTICLES
    at = begin = first + 2 if has_article else first
    while at < len(words) and words.capital[at] and words.line[at] == words.line[first]:
        at += 1
    return at if at > begin else first


def _word(words: Words, at: int) -> str:
    """The token in small letters; empty past the end."""
    return words.lower[at] if at < len(words) else ""
