"""Names that stand together and do the same: the towns of a list, a town and the land it lies in.

"Families from Cazin, Bihac and Kljuc": whatever one of them does in its sentence, the others do.
What is learned of one is then known of all, and none of them is torn from its list by a word that
happens to stand beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dateline.gazetteer.place import PRECISIONS
from dateline.geoparsing.roles.facts import MentionFacts
from dateline.geoparsing.roles.frames import Frame
from dateline.geoparsing.roles.syntax import MODIFIERS

__all__ = ["agreed", "together"]

_DIRECTION: Final = (
    r"(?:(?:far |deep |extreme )?(?:north|south|east|west)(?:[- ]?(?:east|west))?(?:ern)? "
    r"|central |upper |lower |neighbou?ring |nearby )"
)
_LIST: Final = re.compile(rf"(?:,|,? (?:and|or)) (?:in |at )?(?:the )?{_DIRECTION}?")
_INSIDE: Final = re.compile(rf"(?:,? in | ?\()(?:the )?{_DIRECTION}?")
_LEAST: Final = 0.01
"""Probability below which no role of one mention speaks against it for the others."""
_FIRST: Final = 4.0
"""How much the first of them weighs: the words that place them all stand beside it."""
_OWN_PART: Final = ("nsubj", "nsubjpass", "poss", *MODIFIERS)
"""What a name may be of another clause or phrase than the one before it: in X, Y denied it."""


def together(text: str, mentions: Sequence[MentionFacts], frames: Sequence[Frame]) -> list[int]:
    """Which mentions do the same thing in their sentence.

    Args:
        text: The article's text.
        mentions: In text order.
        frames: One for each.

    Returns:
        A number for each mention; those that have the same number stand together.
    """
    numbers: list[int] = []
    for at, (mention, frame) in enumerate(zip(mentions, frames, strict=True)):
        joined = at > 0 and _joined(text, mentions[at - 1], frames[at - 1], mention, frame)
        numbers.append(numbers[-1] if joined else at)
    return numbers


def agreed(
    numbers: Sequence[int], chances: Sequence[NDArray[np.float64]]
) -> list[NDArray[np.float64]]:
    """What is likely of each mention when those that stand together are heard together.

    Args:
        numbers: As `together` gives them.
        chances: Probability of each role of each mention, float64, shape (roles,).

    Returns:
        The very same arrays where all that stand together are likeliest to have one role; else the
        geometric mean of their probabilities, over the roles that are the likeliest of one of them.
    """
    kin: dict[int, list[NDArray[np.float64]]] = {}
    for number, chance in zip(numbers, chances, strict=True):
        kin.setdefault(number, []).append(chance)
    heard = {number: _mean(own) for number, own in kin.items() if _differ(own)}
    return [heard.get(number, chance) for number, chance in zip(numbers, chances, strict=True)]


def _differ(chances: Sequence[NDArray[np.float64]]) -> bool:
    return len({int(chance.argmax()) for chance in chances}) > 1


def _mean(chances: Sequence[NDArray[np.float64]]) -> NDArray[np.float64]:
    foremost = [int(chance.argmax()) for chance in chances]
    mean = np.zeros_like(chances[0])
    heard = np.log(np.maximum(chances, _LEAST))
    weights = np.array([_FIRST] + [1.0] * (len(chances) - 1))
    mean[foremost] = np.exp(np.average(heard, axis=0, weights=weights))[foremost]
    shared: NDArray[np.float64] = mean / mean.sum()
    return shared


def _joined(
    text: str, before: MentionFacts, above: Frame, mention: MentionFacts, frame: Frame
) -> bool:
    if before.demonym or mention.demonym or before.in_dateline or mention.in_dateline:
        return False
    between = text[before.end : mention.start]
    if frame.relation in _OWN_PART and above.anchor != frame.anchor:
        return False
    if _LIST.fullmatch(between):
        owns = text.startswith(("'s", "’s"), mention.end)
        return not owns or text.startswith(("'s", "’s"), before.end)
    return _INSIDE.fullmatch(between) is not None and _holds(mention, before)


def _holds(large: MentionFacts, small: MentionFacts) -> bool:
    """Whether a place is of a larger kind than another in its country."""
    if not large.precision or large.country < 0 or large.country != small.country:
        return False
    size = PRECISIONS.index
    return not small.precision or size(large.precision) > size(small.precision)
