"""Which places lie within a polygon, or within a distance of another place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely
from geopy.distance import geodesic

from dateline.distance import great_circle_km

__all__ = ["near", "within"]

_FLATTENING_MARGIN: Final = 0.006
"""A great circle on the mean sphere is at most 0.56 % off the geodesic on WGS 84."""
_ROUNDING_KM: Final = 0.001

Floats = npt.NDArray[np.float64]


def within(
    corners: Sequence[tuple[float, float]], latitudes: Floats, longitudes: Floats
) -> npt.NDArray[np.bool_]:
    """Which points lie in a polygon on the map, its edge included.

    Edges are straight on an equirectangular map, as drawn, not geodesics. A line that crosses
    itself, as one drawn by hand may, encloses what lies in either of its loops. A polygon across
    the antimeridian has longitudes beyond 180 or -180; points are looked for there too.

    Args:
        corners: (longitude, latitude) in degrees, three or more; need not be closed.
        latitudes, longitudes: Degrees, shape (n,).

    Returns:
        bool, shape (n,).
    """
    polygon = shapely.make_valid(shapely.Polygon(corners))
    shapely.prepare(polygon)
    inside = np.zeros(len(latitudes), dtype=bool)
    west, _, east, _ = polygon.bounds
    for turn in (-360.0, 0.0, 360.0):
        if west - 180 <= turn <= east + 180:
            inside |= shapely.intersects_xy(polygon, longitudes + turn, latitudes)
    return inside


def near(
    latitude: float, longitude: float, distance_km: float, latitudes: Floats, longitudes: Floats
) -> npt.NDArray[np.bool_]:
    """Which points lie within a geodesic distance on WGS 84 (geopy's) of another.

    The great circle decides all points but those within its error of the distance.

    Args:
        latitude, longitude: Degrees.
        distance_km: Kilometres.
        latitudes, longitudes: Degrees, shape (n,).

    Returns:
        bool, shape (n,).
    """
    rough_km = great_circle_km(latitude, longitude, latitudes, longitudes)
    inside = rough_km <= distance_km
    margin_km = distance_km * _FLATTENING_MARGIN + _ROUNDING_KM
    for point in np.flatnonzero(np.abs(rough_km - distance_km) <= margin_km):
        there = (latitudes[point], longitudes[point])
        inside[point] = geodesic((latitude, longitude), there).km <= distance_km
    return inside
