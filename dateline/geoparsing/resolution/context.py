"""The words around a toponym that say which of its namesakes is meant.

"Paris, Texas", "Tripoli (Lebanon)", "Mosul in northern Iraq", "Syria's Hama", "the Libyan city of
Sebha" name the container; "Aleppo province", "the town of Hit" name the kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from spacy.tokens import Doc

from dateline.geoparsing.resolution.bywords import names_a_pact, names_scholars
from dateline.geoparsing.toponym_words import kind_of, names_a_settlement, word_set
from dateline.language_model.parsed_text import text_of

__all__ = ["LINK", "Context", "context_of"]

_DIRECTION: Final = (
    r"(?:the\s+)?(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?"
    r"|central|mainland|nearby)"
)
_CALLED: Final = (
    r"(?:[ \t]+(?i:city|town|township|village|commune|district|county|territory|locality|parish"
    r"|zone|woreda|raion|municipality|department|prefecture|province|governorate|LGA|camp))?"
)
_AFTER: Final = re.compile(
    rf"{_CALLED}[ \t]*,\s?(?:{_DIRECTION}[ \t]+)?|{_CALLED}[ \t]*\([ \t]*"
    rf"|[ \t]+in[ \t]+(?:the[ \t]+)?(?:{_DIRECTION}[ \t]+)?"
)
_SORT: Final = re.compile(
    r"[ \t]+(?:[a-z]+[ \t]+)?([a-z]+)[ \t]+(?:in|of)[ \t]+(?:the[ \t]+)?"
    rf"(?:{_DIRECTION}[ \t]+)?"
)
"""What a toponym is, and where: "Mukuru slums in Nairobi", "the Hodan district of Mogadishu"."""
_NO_PLACE: Final = ("", "organisation")  # the Fatah government in Ramallah is not a place there
_APPOSITION: Final = re.compile(
    r"[ \t]*,[ \t]+(?!(?:and|or|but|then)\b)(?:(?:the|a|an)[ \t]+)?(?:[a-z-]+[ \t]+){0,2}"
    r"(?:capital|seat|headquarters|city|town|village|port|suburb|quarter|stronghold|district"
    r"|province|region|island)"
    rf"[ \t]+(?:of|in)[ \t]+(?:the[ \t]+)?(?:{_DIRECTION}[ \t]+)?"
)
_OWNER: Final = re.compile(r"['’]s[ \t]+(?:[a-z-]+[ \t]+){0,4}(?:of[ \t]+)?")
_OWNED: Final = re.compile(rf"['’]s[ \t]+(?:{_DIRECTION}[ \t]+)?")
_ADJECTIVE: Final = re.compile(
    r"[ \t]+(?:[a-z-]+[ \t]+){0,4}(?:(?:of|in|at|near)[ \t]+)?(?:the[ \t]+)?"
)
_LIST: Final = re.compile(r",?[ \t]+(?:and|or|&)[ \t]+(?:the[ \t]+)?[A-Z]|,[ \t]+[A-Z]")
LINK: Final = re.compile(r",?[ \t]*(?:and|or|,)[ \t]*(?:the[ \t]+)?")
"""What stands between two names of a list."""
_KIND_AFTER: Final = re.compile(r"(?:\s+|-)(?:refugee\s+)?([A-Za-z]+)")
_KINDS_AFTER: Final = re.compile(
    r"(?:,\s+[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*)*)*,?\s+(?:and|or)\s+(?:[A-Z][\w'’-]*\s+)+([a-z]+s)\b"
)
"""The kind that names share: in "Poonch and Kupwara districts" both are districts."""
_SHARED_WITHIN: Final = 60  # characters
_KIND_BEFORE: Final = re.compile(r"([A-Za-z]+)\s+of\s+(?:the\s+)?$|([A-Za-z]+)\s+$")
_KIND_OF_ANOTHER: Final = re.compile(r"\b(?!The\b)[A-Z][\w'’-]+\s+[a-z]+\s+of\s+(?:the\s+)?$")
"""A word of kind that belongs to the name before it: "Saltivka district of Kharkiv"."""
_OF_A_COUNTRY: Final = re.compile(
    r"\b(?:US|U\.S\.|[A-Z][a-z]+(?:an|ese|ish))\s+state\s+of\s+(?:the\s+)?$"
)
"""A country's adjective instead: "the US state of Georgia"."""

_ALONG: Final = re.compile(
    r"\b(?:along|beside|astride|banks? of|bend of|bed of|mouth of|waters of|level of|upstream on"
    r"|downstream on|tributar(?:y|ies) of|cross(?:ed|ing)|where)\s+the\s+$",
    re.IGNORECASE,
)
_FLOWING: Final = re.compile(
    r"\s+(?:(?:has|had)\s+)?(?:flow(?:s|ed|ing)|burst|overflow(?:s|ed|ing)|meets?|joins)\b"
)

COUNTY_LIKE: Final = word_set("county parish district raion municipality township twp co")
PROVINCE_LIKE: Final = word_set(
    "province governorate region oblast republic prefecture territory kingdom"
)
_UNITS: Final = {
    **dict.fromkeys(COUNTY_LIKE, "county"),
    **dict.fromkeys(PROVINCE_LIKE, "province"),
    "state": "state",
}


class Context(NamedTuple):
    """What the words around a mention say of it.

    Attributes:
        containers: Surfaces of the mentions said to contain it, nearest first.
        stated: The first of them follows a comma or bracket and does not go on as a list would:
            "Odessa, Texas, where", but not "Georgia, Texas and Ohio". Or it owns it: "India's
            Punjab".
        kind: Kind of thing that a word beside it or in it names, or empty; see `toponym_words`.
        unit: `county`, `province`, `state` or empty: what sort of division that word means.
        definite: The article before it is its own, as of rivers: "the Don", not "the Don basin".
        flows: It is definite, and said to have banks or to flow, as no country does.
        within: The first container follows *in*: "Syracuse in Sicily".
        pact: It stands in the name of a pact: "the Paris Agreement".
        scholarly: It stands for a university: "researchers at Oxford".
    """

    containers: tuple[str, ...]
    stated: bool
    kind: str
    unit: str
    definite: bool
    flows: bool = False
    within: bool = False
    pact: bool = False
    scholarly: bool = False


def context_of(
    doc: Doc,
    spans: Sequence[tuple[int, int]],
    surfaces: Sequence[str],
    number: int,
    is_demonym: Callable[[str], bool],
) -> Context:
    """What the words around one mention say.

    Args:
        doc: The parsed article.
        spans: Its mentions as half-open code points, in text order, without overlaps.
        surfaces: Their texts.
        number: Which of them.
        is_demonym: Whether a name is a people or its adjective.
    """
    text = text_of(doc)
    after, stated = _after(text, spans, surfaces, number)
    if after and _acts_after(doc, spans, number):
        after, stated = [], False
    containers = tuple(
        name
        for name in (*after, *_before(text, spans, surfaces, number, is_demonym))
        if name.lower() != surfaces[number].lower()
    )
    kind, unit = _kind(text, *spans[number])
    definite = _is_definite(doc, text, *spans[number])
    stated = stated or (not after and _is_owned(text, spans, number))
    flows = definite and (kind == "water" or _flows(text, *spans[number]))
    within = bool(after) and " in " in text[spans[number][1] : spans[number + 1][0]]
    return Context(
        containers,
        stated and bool(containers),
        kind,
        unit,
        definite,
        flows,
        within,
        names_a_pact(text, *spans[number]),
        names_scholars(text, *spans[number]),
    )


def _after(
    text: str, spans: Sequence[tuple[int, int]], surfaces: Sequence[str], number: int
) -> tuple[list[str], bool]:
    """Containers that follow ("Paris, Texas", "Mosul in northern Iraq") and if they are stated."""
    found: list[str] = []
    at = number
    while at + 1 < len(spans) and at - number < 2:
        between = text[spans[at][1] : spans[at + 1][0]]
        if len(between) > 50 or not (
            _AFTER.fullmatch(between) or _APPOSITION.fullmatch(between) or _tells_a_sort(between)
        ):
            break
        found.append(surfaces[at + 1])
        at += 1
        if not text.startswith(",", spans[at][1]):
            break
    if not found:
        return [], False
    link = text[spans[number][1] : spans[number + 1][0]]
    listed = _LIST.match(text, spans[at][1]) or at - number > 1
    before = text[spans[number - 1][1] : spans[number][0]] if number else "."
    if _APPOSITION.fullmatch(link) or _tells_a_sort(link):
        return found, True
    if " in " not in link and _is_paired(text, spans, number):
        return found[:1], True
    return found, bool(" in " not in link and not listed and not LINK.fullmatch(before))


def _is_paired(text: str, spans: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether a list goes by pairs, and a mention begins one: "Cordoba, Spain, and Lima, Ohio".

    A list of single names ends with that after *and*.
    """
    first = last = number
    while first and LINK.fullmatch(text, spans[first - 1][1], spans[first][0]):
        first -= 1
    while last + 1 < len(spans) and LINK.fullmatch(text, spans[last][1], spans[last + 1][0]):
        last += 1
    final = last - 1  # the name after "and"
    commas = [text[spans[at][1] : spans[at + 1][0]].strip() == "," for at in range(first, last)]
    if final <= first or [at for at in range(first, last) if not commas[at - first]] != [final - 1]:
        return False
    return number == final or ((final - first) % 2 == 0 and (number - first) % 2 == 0)


def _acts_after(doc: Doc, spans: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether the next mention is who does something, and the comma only ends a phrase before it.

    "In Lebanon, Israel has struck a depot", "Rebels took the fort, Pretoria says"; but "Paris,
    Texas is a town".
    """
    here, beyond = (
        doc.char_span(*spans[at], alignment_mode="expand") for at in (number, number + 1)
    )
    return (
        here is not None
        and beyond is not None
        and here.root.dep_ in ("pobj", "dobj", "conj")
        and beyond.root.dep_ in ("nsubj", "nsubjpass")
        and beyond.root.head.i > beyond.root.i
    )


def _tells_a_sort(between: str) -> bool:
    sort = _SORT.fullmatch(between)
    return bool(sort and (kind_of(sort[1]) not in _NO_PLACE or names_a_settlement(sort[1])))


def _before(
    text: str,
    spans: Sequence[tuple[int, int]],
    surfaces: Sequence[str],
    number: int,
    is_demonym: Callable[[str], bool],
) -> list[str]:
    """Containers that come before: "Syria's Hama", "the Libyan city of Sebha"."""
    if not number:
        return []
    between = text[spans[number - 1][1] : spans[number][0]]
    name = surfaces[number - 1]
    if len(between) <= 40 and (
        _OWNER.fullmatch(between) or (is_demonym(name) and _ADJECTIVE.fullmatch(between))
    ):
        return [name]
    return []


def _is_owned(text: str, spans: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether the mention before is said to have this one: *India's Punjab*, *Libya's east*."""
    return number > 0 and _OWNED.fullmatch(text, spans[number - 1][1], spans[number][0]) is not None


def _kind(text: str, start: int, end: int) -> tuple[str, str]:
    inside = text[start:end].rsplit(" ", 1)[-1].lower() if " " in text[start:end] else ""
    after = _KIND_AFTER.match(text[end : end + 24])
    shared = _KINDS_AFTER.match(text[end : end + _SHARED_WITHIN])
    nearby = text[max(0, start - 24) : start]
    of_another = _KIND_OF_ANOTHER.search(nearby) and not _OF_A_COUNTRY.search(nearby)
    before = None if of_another else _KIND_BEFORE.search(nearby)
    words = (
        inside,
        *((after[1].lower(), _singular(after[1].lower())) if after else ()),
        _singular(shared[1]) if shared else "",
        _sort_before(before) if before else "",
    )
    for word in words:
        kind = kind_of(word)
        if kind:
            return kind, _UNITS.get(word, "")
    return "", ""


def _sort_before(before: re.Match[str]) -> str:
    word = before[1] or before[2]
    return "banks" if word == "bank" else word.lower()  # "the left bank of the Dnipro"


def _singular(plural: str) -> str:
    return f"{plural[:-3]}y" if plural.endswith("ies") else plural[:-1]


def _flows(text: str, start: int, end: int) -> bool:
    before = _ALONG.search(text[max(0, start - 24) : start])
    flowing = _FLOWING.match(text[end : end + 24])
    if before and before[0].lower().startswith("where"):
        return flowing is not None  # "where the Niger meets the Benue"
    met = flowing is not None and flowing[0].split()[-1] in ("meet", "meets", "joins")
    return before is not None or (flowing is not None and not met)


def _is_definite(doc: Doc, text: str, start: int, end: int) -> bool:
    if text[max(0, start - 4) : start].lower() != "the ":
        return False
    span = doc.char_span(start, end, alignment_mode="expand")
    return span is not None and any(child.lower_ == "the" for child in span.root.children)
