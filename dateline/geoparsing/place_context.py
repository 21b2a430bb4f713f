"""The words around a toponym that say which of its namesakes is meant.

"Paris, Texas", "Tripoli (Lebanon)", "Mosul in northern Iraq", "Syria's Hama", "the Libyan city of
Sebha" name the container; "Aleppo province", "the town of Hit" name the kind.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from dateline.geoparsing.toponym_words import kind_of

__all__ = ["Group", "group_mentions"]

_DIRECTION: Final = (
    r"(?:the\s+)?(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?"
    r"|central|mainland|nearby)"
)
_AFTER: Final = re.compile(
    rf"\s*,\s*(?:{_DIRECTION}\s+)?|\s*\(\s*|\s+in\s+(?:the\s+)?(?:{_DIRECTION}\s+)?"
)
_OWNER: Final = re.compile(rf"['’]s\s+(?:[a-z-]+\s+){{0,4}}(?:of\s+)?")
_ADJECTIVE: Final = re.compile(r"\s+(?:[a-z-]+\s+){0,4}(?:(?:of|in|at|near)\s+)?(?:the\s+)?")
_KIND_AFTER: Final = re.compile(r"(?:\s+|-)(?:refugee\s+)?([A-Za-z]+)")
_KIND_BEFORE: Final = re.compile(r"([A-Za-z]+)\s+of\s+(?:the\s+)?$|([A-Za-z]+)\s+$")

COUNTY_LIKE: Final = frozenset("county parish district raion municipality township twp co".split())
PROVINCE_LIKE: Final = frozenset(
    "province governorate region state oblast republic prefecture territory kingdom".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one article that are the same name in the same kind of context.

    Attributes:
        surface: The name.
        members: Their numbers among the article's mentions.
        containers: Surfaces of the mentions said to contain it, nearest first.
        kind: Kind of thing that a word beside it or in it names, or empty; see `toponym_words`.
        unit: `county`, `province` or empty: what sort of division that word means.
        subject: Some member is the subject of a verb, as a capital or country that acts is.
    """

    surface: str
    members: tuple[int, ...]
    containers: tuple[str, ...]
    kind: str
    unit: str
    subject: bool


def group_mentions(doc: Doc, spans: Sequence[tuple[int, int]]) -> list[Group]:
    """Gather mentions whose name and context agree, so that each is resolved once.

    Args:
        doc: The parsed article.
        spans: Mentions as half-open code points, in text order, without overlaps.

    Returns:
        Every mention is in exactly one group.
    """
    text = doc.text
    surfaces = [text[start:end] for start, end in spans]
    members: dict[tuple[str, tuple[str, ...], str, str], list[int]] = {}
    for number, surface in enumerate(surfaces):
        containers = _containers(text, spans, surfaces, number)
        kind, unit = _kind(text, *spans[number])
        members.setdefault((surface, containers, kind, unit), []).append(number)
    return [
        Group(surface, tuple(numbers), containers, kind, unit, _acts(doc, spans, numbers))
        for (surface, containers, kind, unit), numbers in members.items()
    ]


def _containers(
    text: str, spans: Sequence[tuple[int, int]], surfaces: Sequence[str], number: int
) -> tuple[str, ...]:
    found = []
    at = number
    while at + 1 < len(spans) and at - number < 2:
        between = text[spans[at][1] : spans[at + 1][0]]
        if len(between) > 30 or not _AFTER.fullmatch(between):
            break
        found.append(surfaces[at + 1])
        at += 1
        if not text[spans[at][1] : spans[at][1] + 1].startswith(","):
            break
    if number > 0:
        between = text[spans[number - 1][1] : spans[number][0]]
        if len(between) <= 40 and (_OWNER.fullmatch(between) or _ADJECTIVE.fullmatch(between)):
            found.append(surfaces[number - 1])
    return tuple(found)


def _kind(text: str, start: int, end: int) -> tuple[str, str]:
    inside = text[start:end].rsplit(" ", 1)[-1].lower() if " " in text[start:end] else ""
    after = _KIND_AFTER.match(text[end : end + 24])
    before = _KIND_BEFORE.search(text[max(0, start - 24) : start])
    words = (
        inside,
        after[1].lower() if after else "",
        (before[1] or before[2] or "").lower() if before else "",
    )
    for word in words:
        kind = kind_of(word)
        if kind:
            unit = "county" if word in COUNTY_LIKE else "province" if word in PROVINCE_LIKE else ""
            return kind, unit
    return "", ""


def _acts(doc: Doc, spans: Sequence[tuple[int, int]], numbers: Sequence[int]) -> bool:
    for number in numbers:
        span = doc.char_span(*spans[number], alignment_mode="expand")
        if span is not None and span.root.dep_ in {"nsubj", "nsubjpass"}:
            return True
    return False
