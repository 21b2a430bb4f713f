"""The places that corrections name, beside those a corpus has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import astuple, replace
from functools import cache
from typing import Final

import numpy as np
import pandas as pd

from dateline.corrections.correction import Correction, Point
from dateline.gazetteer import Gazetteer, Place
from dateline.gazetteer.place import PRECISIONS
from dateline.tables import PLACES, column_of

__all__ = ["place_of", "search", "shared_gazetteer", "with_places"]

_FOUND: Final = 8

_NEAR_KM: Final = 30.0
"""A point no further from a town lies in the country and the province of that town."""
_KM: Final = 111.2
"""Of a degree of latitude."""
_TOWN: Final = PRECISIONS.index("city")


@cache
def shared_gazetteer() -> Gazetteer:
    """The gazetteer that comes with the program, opened once a process."""
    return Gazetteer.open()


def search(name: str) -> list[Place]:
    """Places of a name, the likeliest first, at most 8: `Tripoli`, or `Tripoli, Libya`."""
    if not name.strip(" ,\n\t\r"):
        return []
    found = shared_gazetteer().geocode(name, exactly_one=False, limit=_FOUND) or []
    return [Place(**location.raw) for location in found]


def place_of(correction: Correction, gazetteer: Gazetteer) -> Place | None:
    """The place that a correction names; None where it names none, or one that is unknown."""
    point = Point.parse(correction.place)
    if point is None:
        return gazetteer.by_gazetteer_id(correction.place_id) if correction.place_id else None
    name = " ".join(correction.surface.split()) or f"{point.latitude}, {point.longitude}"
    own = Place(
        point.gazetteer_id, name, point.latitude, point.longitude, "", "", "", "",
        point.precision, 0,
    )  # fmt: skip
    town = _town_by(point, gazetteer)
    if town is None:
        return own
    return replace(own, country_code=town.country_code, admin1=town.admin1, admin2=town.admin2)


def with_places(
    places: pd.DataFrame,
    corrections: Iterable[Correction],
    gazetteer: Callable[[], Gazetteer] = shared_gazetteer,
) -> tuple[pd.DataFrame, dict[str, int]]:
    """A table of places in which all those are that corrections name.

    Args:
        places: A table PLACES.
        corrections: What was put right.
        gazetteer: Asked only where a place is not in the table yet.

    Returns:
        The table with new rows at its end, and the row of each place that a correction names, by
        gazetteer id; one that no gazetteer has is not among them.
    """
    named = {one.place_id: one for one in reversed(list(corrections)) if one.place_id}
    rows = pd.Index(places["gazetteer_id"], dtype="str").get_indexer(pd.Index(list(named)))
    known = {place: int(row) for place, row in zip(named, rows, strict=True) if row >= 0}
    new: list[Place] = []
    for place, correction in named.items():
        if place not in known and (found := place_of(correction, gazetteer())) is not None:
            known[place] = len(places) + len(new)
            new.append(found)
    return (_appended(places, new) if new else places), known


def _appended(places: pd.DataFrame, new: list[Place]) -> pd.DataFrame:
    fields = pd.DataFrame([astuple(place) for place in new], columns=list(Place.__slots__))
    fields["place_id"] = np.arange(len(places), len(places) + len(new))
    fields["country_code"] = fields["country_code"].replace("", None)
    return pd.DataFrame(
        {
            column.name: column_of([*places[column.name], *fields[column.name]], column)
            for column in PLACES.columns
        }
    )


def _town_by(point: Point, gazetteer: Gazetteer) -> Place | None:
    """The nearest town within `_NEAR_KM`; flat, since that is near."""
    reach = _NEAR_KM / _KM
    near = np.flatnonzero(
        (np.abs(gazetteer.latitude - point.latitude) <= reach) & (gazetteer.precision == _TOWN)
    )
    east = (gazetteer.longitude[near] - point.longitude + 180) % 360 - 180
    east *= np.cos(np.radians(point.latitude))
    north = gazetteer.latitude[near] - point.latitude
    distance = np.hypot(north, east)
    if not len(near) or distance.min() > reach:
        return None
    return gazetteer.place(int(near[distance.argmin()]))
