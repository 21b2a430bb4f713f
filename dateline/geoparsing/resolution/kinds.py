"""Namesakes of two kinds, of which the words around a name mean one: a state, a river, a lake."""

from __future__ import annotations

from typing import Final

import numpy as np

from dateline.geoparsing.name_facts import COUNTRY, MAIN_NAME, REGION
from dateline.geoparsing.resolution.candidates import RIVER, PlaceCandidates
from dateline.geoparsing.toponym_words import kind_of

__all__ = ["rivers", "states"]

_OF_RIVERS: Final = ("", "water")  # kinds that a word beside a river's name says, if any


def states(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of a country and the state of its name that is meant by "the state of Georgia".

    Args:
        candidates: Of one article.

    Returns:
        Who yields, and to whom.
    """
    pairs: list[tuple[int, int]] = []
    for number, group in enumerate(candidates.groups):
        if group.unit != "state":
            continue
        here = candidates.slice_of(number)
        named = here.start + np.flatnonzero(candidates.quality[here] <= MAIN_NAME)
        own = [k for k in named.tolist() if candidates.precision[k] == REGION]
        lands = [k for k in named.tolist() if candidates.precision[k] == COUNTRY]
        pairs += [(k, own[0]) for k in lands if own]
    return pairs


def rivers(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of a town or division and the river or lake that its name means.

    English puts no article before the name of a town: *the Dnipro* is the river, Dnipro the city.
    *Lake Chad* is the lake, and not the district on its shore that is also called so. *The Niger*
    is a river where the article says that it has banks or flows; *the Gambia* may be a country.

    Args:
        candidates: Of one article.

    Returns:
        Who yields, and to whom.
    """
    pairs: list[tuple[int, int]] = []
    flowing = {group.surface for group in candidates.groups if group.flows}
    for number, group in enumerate(candidates.groups):
        here = candidates.slice_of(number)
        if kind_of(group.surface.split()[0]) == "water":
            pairs += _called_after(candidates, here)
        if not group.definite or group.kind not in _OF_RIVERS:
            continue
        lands = candidates.precision[here] == COUNTRY
        if lands.any() and group.surface not in flowing:
            continue
        named = here.start + np.flatnonzero(candidates.quality[here] <= MAIN_NAME)
        water = [k for k in named.tolist() if candidates.feature(k) == RIVER]
        if water:
            land = here.start + np.flatnonzero(candidates.precision[here])
            pairs += [(k, water[0]) for k in land.tolist()]
    return pairs


def _called_after(candidates: PlaceCandidates, here: slice) -> list[tuple[int, int]]:
    """Pairs of what is but also called as a lake is, and that lake."""
    of_its_own = candidates.quality[here] <= MAIN_NAME
    lakes = here.start + np.flatnonzero(of_its_own & (candidates.precision[here] == 0))
    others = here.start + np.flatnonzero(~of_its_own & (candidates.precision[here] > 0))
    return [(k, int(lakes[0])) for k in others.tolist()] if len(lakes) else []
