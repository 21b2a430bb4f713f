"""Places that the text says lie near another: "San Francisco, below Ayna", "Sake, near Goma"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from dateline.geoparsing.name_facts import CITY, MAIN_NAME
from dateline.geoparsing.resolution.candidates import PlaceCandidates

__all__ = ["is_told_elsewhere", "told_near"]

_NEAR_KM: Final = 50.0
_FAR_KM: Final = 200.0
_ELSEWHERE_KM: Final = 500.0
_FEW: Final = 8  # places of a name; near Riverside there is one of any name


def told_near(candidates: PlaceCandidates) -> list[tuple[int, int]]:
    """Pairs of a place and its namesake that lies where the text says: (who yields, to whom).

    Only where namesakes in one country alone lie so near, and the name that is said to be near is
    one that few places bear.

    Args:
        candidates: Of one article.
    """
    pairs: list[tuple[int, int]] = []
    for number, group in enumerate(candidates.groups):
        if group.containers or not group.near:
            continue
        here = candidates.slice_of(number)
        away = _away(candidates, here, group.near[0])
        close = here.start + np.flatnonzero(away < _NEAR_KM)
        close = close[candidates.quality[close] <= MAIN_NAME]
        if len({*candidates.country[close].tolist()}) == 1:
            meant = int(close[np.argmin(away[close - here.start])])
            pairs += ((here.start + k, meant) for k in np.flatnonzero(away > _FAR_KM).tolist())
    return pairs


def is_told_elsewhere(
    candidates: PlaceCandidates, number: int, row: int, best: Mapping[str, int]
) -> bool:
    """Whether a name's best place, a town or less, lies nowhere near what it is said to be near.

    Where the gazetteer lacks the quarter, "Marka, near Amman" is not the town in Somalia.

    Args:
        candidates: Of one article.
        number: The group of the name.
        row: Its best place.
        best: The best place of each surface.
    """
    group, gazetteer = candidates.groups[number], candidates.book.gazetteer
    if group.containers or not group.near:
        return False
    there = best.get(group.near[0])
    if there is None or (gazetteer.precision[[row, there]] > CITY).any():
        return False
    if len(_bearers(candidates, group.near[0])) > _FEW:
        return False
    away = gazetteer.km_between(np.array([row]), np.array([there]))
    return bool(away[0, 0] > _ELSEWHERE_KM)


def _away(candidates: PlaceCandidates, here: slice, name: str) -> np.ndarray:
    """How far each candidate lies from the nearest town of a name, km; none has a name of many."""
    gazetteer, rows = candidates.book.gazetteer, _bearers(candidates, name)
    if not 0 < len(rows) <= _FEW or (gazetteer.precision[rows] > CITY).any():
        return np.full(here.stop - here.start, np.nan)
    return np.asarray(gazetteer.km_between(candidates.row[here], rows).min(axis=1))


def _bearers(candidates: PlaceCandidates, name: str) -> np.ndarray:
    fact = candidates.book[name]
    return fact.rows[fact.qualities <= MAIN_NAME]
