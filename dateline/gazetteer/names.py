"""Where a note means that says several names at once: *al-Amal, Khan Younis, Gaza*.

Compilers of incident lists write the finest place first, then what it lies in, often in English and
Arabic. Each name alone may mean many places; together they mean one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from dateline.gazetteer.lookup import Gazetteer
from dateline.gazetteer.place import PRECISIONS, Place

__all__ = ["locate"]

_REACH_KM: Final = dict(zip(PRECISIONS, (5.0, 5.0, 15.0, 40.0, 120.0, 0.0), strict=True))
"""How far from the point of a place something in it can lie; a country is asked by its code."""

_FACILITY: Final = re.compile(
    r"\b(?:mosque|church|school|college|university|hospital|clinic|street|road|junction|roundabout"
    r"|square|market|building|buildings|tower|towers|house|home|hotel|restaurant|cemetery|station"
    r"|bank|factory|farm|checkpoint|club|shop|bridge|kindergarten|centre|center)\b",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(
    r"\b(?:within|in|inside|near|next to|opposite|behind|(?:north|south|east|west)(?:ern)? of)\b",
    re.IGNORECASE,
)
_KEPT: Final = 12

_Reading = tuple[float, int]
"""What speaks against it, and the row."""


def locate(names: Sequence[Mapping[str, str]], gazetteer: Gazetteer) -> list[Place]:
    """Find the finest place that can be located.

    Read from the coarsest name to the finest: each must lie within reach of what the coarser ones
    mean. A name that nothing fits is passed over, so that a mosque nobody knows falls back to its
    quarter, and the quarter to its town.

    Args:
        names: The finest place first; each a mapping of language (`en`, `ar`) to a name.
        gazetteer: Where to look.

    Returns:
        The places found, the finest first; empty if no name is known.
    """
    found: list[list[_Reading]] = []
    around: list[_Reading] = []
    for name in reversed(names):
        readings = _within(_readings(name, gazetteer), around, gazetteer)
        if readings:
            around = readings
            found.append(readings)
    rows = [readings[0][1] for readings in reversed(found)]
    return [gazetteer.place(row) for row in dict.fromkeys(rows)]


def _readings(name: Mapping[str, str], gazetteer: Gazetteer) -> list[_Reading]:
    """Rows that a name may mean, by what speaks against each: bad spelling, few people."""
    costs: dict[int, list[float]] = {}
    texts = [text for text in name.values() if text]
    for text in texts:
        facility = bool(_FACILITY.search(text))
        parts = [text, *_WITHIN.split(text)[1:]]
        for place, part in enumerate(part.strip() for part in parts):
            for candidate in gazetteer.candidates(part, 60) if part else ():
                if facility and candidate.quality > 2:
                    continue  # it sounds like something else, or is only the town of that name
                prominence = float(gazetteer.prominence[candidate.row]) / 20
                cost = candidate.quality + 2.0 * place - prominence
                costs.setdefault(candidate.row, []).append(cost)
    # A place that bears the name in both languages is preferred to one that bears it in one.
    readings = [(min(each) - 1.5 * (len(each) > 1), row) for row, each in costs.items()]
    return sorted(readings)


def _within(
    readings: list[_Reading], around: list[_Reading], gazetteer: Gazetteer
) -> list[_Reading]:
    if not around:
        return readings[:_KEPT]
    kept = []
    for cost, row in readings:
        costs = [c for c, whole in around if _reaches(gazetteer, row, whole)]
        if costs:
            kept.append((cost + min(costs), row))
    return sorted(kept)[:_KEPT]


def _reaches(gazetteer: Gazetteer, row: int, whole: int) -> bool:
    precision = PRECISIONS[gazetteer.precision[whole]]
    if precision == "country":
        return bool(gazetteer.country[row] == gazetteer.country[whole])
    # Flat: the reach is a town or a province, not a way to be measured.
    north = float(gazetteer.latitude[row] - gazetteer.latitude[whole])
    east = float(gazetteer.longitude[row] - gazetteer.longitude[whole])
    east *= float(np.cos(np.radians(gazetteer.latitude[whole])))
    return bool(np.hypot(north, east) * 111.2 <= _REACH_KM[precision])
