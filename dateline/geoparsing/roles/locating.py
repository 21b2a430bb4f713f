"""Names that only say where the place named before them lies: X, 40 km north of Y; X near Y.

What happens at the one is told of the other, and what is only background there is so here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.findings import ROLES
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame

__all__ = ["followed", "located"]

_COMPASS: Final = r"(?:north|south|east|west)(?:[- ]?(?:east|west))?"
_DIRECTION: Final = rf"(?:(?:{_COMPASS}(?:ern)?|central|neighbou?ring|nearby) )?"
_UNIT: Final = r"(?:km|kms|kilomet(?:re|er)s?|miles?|mi|m|met(?:re|er)s?)"
_ABOUT: Final = r"(?:(?:about|some|around|nearly|roughly|just|only|over|less than|more than) ){0,2}"
_DISTANCE: Final = rf"{_ABOUT}(?:\d[\d.,]*|(?:a )?\w+)[ -]?{_UNIT}(?: \([^()\n]{{1,24}}\))?"
_BEARING: Final = rf"(?:just )?(?:to the )?(?:due )?{_COMPASS} (?:of|from)"
_KIND: Final = r"(?:(?:city|town|village|port|capital|province|region|district)(?: of|,)? )?"
_SETTLEMENT: Final = (
    r"(?:\w+ ){0,2}(?:city|town|village|hamlet|suburb|district|province|region|area)"
)
_BETWEEN: Final = re.compile(
    rf",? (?:which (?:is|lies) )?(?:{_DISTANCE},? (?:{_BEARING}|from|off|outside)|{_BEARING}"
    rf"|near|close to|(?:on|near|along|close to) (?:the|its) (?:\w+ )?(?:border|frontier) with)"
    rf" (?:the )?{_DIRECTION}{_KIND}"
    rf"|,? (?:the |its )?(?:\w+ )?(?:capital|seat) of (?:the )?{_DIRECTION}"
    rf"|,? (?:a|the) {_SETTLEMENT} (?:in|of|near|outside) (?:the )?{_DIRECTION}{_KIND}"
)
_SHARED: Final = frozenset(("event", "setting", "background"))
"""What is so of the place that locates another as well; it acts for nobody."""


def located(text: str, mentions: Sequence[MentionFacts], frames: Sequence[Frame]) -> list[bool]:
    """Which mentions say no more than where the one before them lies.

    Countries and capitals are left out where they stand first, and subjects of their own: they do
    what the place beside them does not.

    Args:
        text: The article's text.
        mentions: In text order.
        frames: One for each.

    Returns:
        One value for each mention.
    """
    out = [False] * len(mentions)
    for at in range(1, len(mentions)):
        before, mention = mentions[at - 1], mentions[at]
        if before.in_dateline or before.demonym or mention.in_dateline or mention.demonym:
            continue
        if before.governs or frames[at].relation == "nsubj":
            continue
        out[at] = _BETWEEN.fullmatch(text, before.end, mention.start) is not None
    return out


def followed(
    following: Sequence[bool], chances: Sequence[NDArray[np.float64]]
) -> list[NDArray[np.float64]]:
    """What is likely of each mention when those that only locate another are what it is.

    Args:
        following: As `located` gives it.
        chances: Probability of each role of each mention, float64, shape (roles,).

    Returns:
        The very same arrays, but that of the one before where a mention follows it.
    """
    out: list[NDArray[np.float64]] = []
    for follows, chance in zip(following, chances, strict=True):
        shared = follows and ROLES[int(out[-1].argmax())] in _SHARED
        out.append(out[-1] if shared else chance)
    return out
