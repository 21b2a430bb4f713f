"""Coordinates made coarse, for files that are to say roughly where and no more."""

from __future__ import annotations

from functools import cache
from typing import Final, Literal, get_args

import numpy as np
import pandas as pd

from dateline.errors import ChoiceError
from dateline.gazetteer import Gazetteer
from dateline.gazetteer.place import PRECISIONS

__all__ = ["COORDINATES", "Coordinates", "coarsened", "said_of"]

Coordinates = Literal["exact", "grid", "district"]

COORDINATES: Final[tuple[Coordinates, ...]] = get_args(Coordinates)
"""As the gazetteer has them; to a tenth of a degree; or of the division the place lies in."""

_SAID: Final = {
    "exact": "",
    "grid": "Coordinates are rounded to 0.1 degrees, about 10 km",
    "district": "Coordinates are those of the district or province a place lies in, or rounded to "
    "0.1 degrees where it lies in none",
}
_FINE: Final = ("feature", "neighbourhood", "city")


def said_of(coordinates: Coordinates) -> str:
    """What a file says of its coordinates, without a full stop; empty of exact ones.

    Raises:
        ChoiceError: There is no such way.
    """
    if coordinates not in _SAID:
        raise ChoiceError(
            f"coordinates {coordinates!r}", f"one of {', '.join(COORDINATES)}", "choose one of them"
        )
    said = _SAID[coordinates]
    return f"{said}; names and sentences are as they were" if said else ""


def coarsened(places: pd.DataFrame, coordinates: Coordinates) -> pd.DataFrame:
    """Places whose points say no more than is wanted.

    Args:
        places: Columns `latitude`, `longitude` (degrees), `precision` (of
            `dateline.gazetteer.place.PRECISIONS`) and `gazetteer_id`.
        coordinates: `exact`; `grid`, rounded to 0.1 degrees; or `district`, where a feature, a
            neighbourhood or a town has the point and the precision of the division it lies in.

    Returns:
        The same rows. Where coordinates are coarse, `gazetteer_id` is empty for what is finer than
        a district, since any gazetteer has the exact point under it.

    Raises:
        ChoiceError: There is no such way.
        GazetteerError: `district`, and there is no gazetteer.
    """
    if not said_of(coordinates):
        return places
    rounded = places.assign(
        latitude=places["latitude"].round(1), longitude=places["longitude"].round(1)
    )
    fine = rounded["precision"].isin(_FINE).to_numpy()
    ids = places["gazetteer_id"].astype("str")
    if coordinates == "district":
        divisions = [_division(place) for place in ids[fine]]
        known = np.array([one is not None for one in divisions], dtype=bool)
        moved = np.flatnonzero(fine)[known]
        rows = [one for one in divisions if one is not None]
        for column, position in (("latitude", 0), ("longitude", 1), ("precision", 2)):
            values = rounded[column].astype(object)
            values.iloc[moved] = [row[position] for row in rows]
            rounded[column] = values.astype(places[column].dtype)
    return rounded.assign(gazetteer_id=ids.where(~fine, ""))


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _division(gazetteer_id: str) -> tuple[float, float, str] | None:
    """Latitude, longitude and precision of the smallest division a place lies in."""
    gazetteer = _gazetteer()
    row = gazetteer.row(gazetteer_id)
    if row is None:
        return None
    for whole in (int(gazetteer.admin2[row]), int(gazetteer.admin1[row])):
        if whole >= 0:
            return (
                round(float(gazetteer.latitude[whole]), 5),
                round(float(gazetteer.longitude[whole]), 5),
                PRECISIONS[gazetteer.precision[whole]],
            )
    return None
