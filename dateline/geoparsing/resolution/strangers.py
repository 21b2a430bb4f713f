"""Places that nothing in an article speaks for: a hamlet on another continent that has the name.

Where the gazetteer lacks a village, the only bearer of its name may lie a thousand kilometres from
all that the article names, in a land that it names nothing of. Such a place is rather none.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from dateline.geoparsing.name_facts import CITY, NEIGHBOURHOOD
from dateline.geoparsing.resolution.features import SECOND_ROUND

__all__ = ["is_a_stranger"]

_DOUBTFUL: Final = 0.5
"""Confidence below which it takes more than the name."""
_GREAT: Final = 4.5  # decimal logarithm of its people
_SPEAKING: Final = 4
"""Other names below which an article does not tell where it plays."""
_FAR: Final = np.log10(801.0)
_HEARD: Final = 0.03  # share of the other names' votes
_CONTAINERS: Final = ("in_country", "in_admin1", "in_admin2", "near_container")
_COLUMN: Final = {name: number for number, name in enumerate(SECOND_ROUND)}


def is_a_stranger(row: np.ndarray, confidence: float) -> bool:
    """Whether a name's best place is too small, too far and too little sure to be meant.

    Args:
        row: What `PlaceView.second_round` gives of it, shape (`SECOND_ROUND`,).
        confidence: That it is right, 0..1.
    """
    value = {name: float(row[at]) for name, at in _COLUMN.items()}
    return bool(
        confidence < _DOUBTFUL
        and NEIGHBOURHOOD <= value["precision"] <= CITY
        and value["population"] < _GREAT
        and value["names"] > _SPEAKING
        and value["nearest_km"] >= _FAR
        and value["country_pull"] < _HEARD
        and not any(value[name] for name in _CONTAINERS)
    )
