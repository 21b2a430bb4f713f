"""Mentions of one article that are the same name in the same kind of context.

Each group is resolved once. A headline leaves out what the body says: its bare names are taken to
mean what their first mention below says of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from dateline.geoparsing.headline import headline_end
from dateline.geoparsing.resolution.clauses import frames
from dateline.geoparsing.resolution.context import LINK, Context, context_of
from dateline.language_model.parsed_text import text_of

__all__ = ["Group", "group_mentions"]

_LISTED_WITHIN: Final = 4
"""Names before and after a name in a list that speak for what sort of place it is."""
_CLOSED: Final = re.compile(r"\s?(?:[,;)]|\.(?:\s|\Z))")
"""What stands after a container that a comma sets off: "in Paris, Texas, on Monday"."""

_NEAR: Final = re.compile(
    r",?[ \t]+(?:just[ \t]+)?(?:near|below|above|outside|close to|not far from)[ \t]+\Z"
)
"""What stands between a place and that beside which it lies: "San Francisco, below Ayna"."""
_A_TOWN: Final = re.compile(
    r",\s+an?\s+(?:[a-z-]+\s+){0,3}(?:town|village|township|hamlet|city|suburb)"
    r"(?:,|\s+(?:of|in|near|on|outside|about|some|with|where|that|north|south|east|west|\d))\b"
)
"""What follows a town alone: "Peru, a village of 400", not "Peru, a village elder said"."""
_A_VILLAGE: Final = re.compile(r"(?i)\b(?:village|hamlet) of\s+\Z")
"""What stands before the name of no city: "in the village of Nairobi they burned nine huts"."""
_BEFORE: Final = 20  # code points in which it stands


@dataclass(frozen=True, slots=True)
class Group:
    """Mentions of one article that are the same name in the same kind of context.

    Attributes:
        surface: The name.
        members: Their numbers among the article's mentions.
        containers, stated, kind, unit, definite, flows, within, pact, scholarly: As in `Context`.
        subject: Some member is the subject of a verb, as a capital or country that acts is.
        listed: Numbers of the mentions beside its members in lists: "Oregon, Washington and Idaho".
        frames: Names that open the clauses of its members: "In Niger State, gunmen attacked X".
        near: Names near which some member is said to lie: "San Francisco, below Ayna".
        set_off: Commas set off the container of some member: "in Paris, Texas, on Monday".
        town: Some member is said to be a town: "Norway, a township north of Elkader".
        village: Some member is called a village before its name: "the village of Nairobi".
    """

    surface: str
    members: tuple[int, ...]
    containers: tuple[str, ...]
    stated: bool
    kind: str
    unit: str
    subject: bool
    definite: bool = False
    listed: tuple[int, ...] = ()
    flows: bool = False
    within: bool = False
    pact: bool = False
    scholarly: bool = False
    set_off: bool = False
    town: bool = False
    village: bool = False
    frames: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


def group_mentions(
    doc: Doc,
    spans: Sequence[tuple[int, int]],
    is_demonym: Callable[[str], bool],
) -> list[Group]:
    """Gather mentions whose name and context agree, so that each is resolved once.

    Args:
        doc: The parsed article.
        spans: Mentions as half-open code points, in text order, without overlaps.
        is_demonym: Whether a name is a people or its adjective.

    Returns:
        Every mention is in exactly one group.
    """
    text = text_of(doc)
    surfaces = [text[start:end] for start, end in spans]
    contexts = [
        context_of(doc, spans, surfaces, number, is_demonym) for number in range(len(spans))
    ]
    _told_in_body(text, spans, surfaces, contexts)
    members: dict[tuple[str, Context], list[int]] = {}
    for number, key in enumerate(zip(surfaces, contexts, strict=True)):
        members.setdefault(key, []).append(number)
    lists, opening = _lists(text, spans), frames(text, spans)
    return [
        Group(
            name,
            tuple(own),
            context.containers,
            context.stated,
            context.kind,
            context.unit,
            _acts(doc, spans, own),
            context.definite,
            tuple(_listed(lists, own, surfaces, {name, *(context.containers * context.stated)})),
            context.flows,
            context.within,
            context.pact,
            context.scholarly,
            any(_is_set_off(text, spans, number) for number in own),
            any(_is_told_a_town(text, spans, number) for number in own),
            any(_is_called_a_village(text, spans[number][0]) for number in own),
            tuple(dict.fromkeys(surfaces[opening[m]] for m in own if m in opening)),
            tuple(surfaces[m + 1] for m in own if _is_told_near(text, spans, m)),
        )
        for (name, context), own in members.items()
    ]


def _told_in_body(
    text: str,
    spans: Sequence[tuple[int, int]],
    surfaces: Sequence[str],
    contexts: list[Context],
) -> None:
    """Give bare names of a headline the context of their first mention below it.

    A headline leaves out what the body says at once: *Idlib* above, "Idlib province" below. But
    where the body says *Gaza city*, the headline may mean the land around it.
    """
    above = bisect_left(spans, (headline_end(text), 0))
    first: dict[str, Context] = {}
    for number in range(above, len(spans)):
        if not text.startswith(" city", spans[number][1]):
            first.setdefault(surfaces[number].lower(), contexts[number])
    for number in range(above):
        own = contexts[number]
        if not (own.containers or own.unit or own.definite or own.pact or own.scholarly):
            said = first.get(surfaces[number].lower(), own)
            contexts[number] = said._replace(pact=False, scholarly=False)


def _lists(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """The number of the list that each mention stands in; most are alone in theirs."""
    number, numbers = 0, []
    for at, (start, _) in enumerate(spans):
        if at:
            number += not LINK.fullmatch(text, spans[at - 1][1], start)
        numbers.append(number)
    return numbers


def _listed(
    lists: Sequence[int], own: Sequence[int], surfaces: Sequence[str], without: set[str]
) -> Iterator[int]:
    """The mentions beside some of one name in their lists, but of some names."""
    for at in own:
        for other in range(max(0, at - _LISTED_WITHIN), min(len(lists), at + _LISTED_WITHIN + 1)):
            if lists[other] == lists[at] and surfaces[other] not in without:
                yield other


def _is_set_off(text: str, spans: Sequence[tuple[int, int]], number: int) -> bool:
    if number + 1 == len(spans):
        return False
    (_, end), (start, beyond) = spans[number], spans[number + 1]
    return text[end:start] == ", " and _CLOSED.match(text, beyond) is not None


def _is_told_a_town(text: str, spans: Sequence[tuple[int, int]], number: int) -> bool:
    """Whether "a town" is said of a mention, not of that before it: Battle Creek, Mich., a city."""
    inside = number > 0 and text[spans[number - 1][1] : spans[number][0]].strip() == ","
    return not inside and _A_TOWN.match(text, spans[number][1]) is not None


def _is_told_near(text: str, spans: Sequence[tuple[int, int]], number: int) -> bool:
    if number + 1 == len(spans):
        return False
    return _NEAR.match(text, spans[number][1], spans[number + 1][0]) is not None


def _is_called_a_village(text: str, start: int) -> bool:
    return _A_VILLAGE.search(text, max(0, start - _BEFORE), start) is not None


def _acts(doc: Doc, spans: Sequence[tuple[int, int]], numbers: Sequence[int]) -> bool:
    for number in numbers:
        span = doc.char_span(*spans[number], alignment_mode="expand")
        if span is not None and span.root.dep_ in {"nsubj", "nsubjpass"}:
            return True
    return False
