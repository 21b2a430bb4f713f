"""A line drawn around places, made short enough for an address."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from geopy.distance import geodesic
from shapely.geometry import Polygon

__all__ = ["MOST_CORNERS", "circle", "simplify"]

MOST_CORNERS: Final = 40


def simplify(
    corners: Iterable[Sequence[float]], *, most: int = MOST_CORNERS
) -> tuple[tuple[float, float], ...]:
    """Keep the shape of a polygon with fewer corners (Douglas and Peucker 1973).

    Args:
        corners: Longitude and latitude in degrees; longitudes beyond ±180, from a map that repeats
            the world, are brought back.
        most: Corners to keep at the most.

    Returns:
        The corners with 4 decimals, not closed; nothing if they enclose no area or are no numbers.
    """
    points = []
    for corner in corners:
        if len(corner) != 2 or not all(math.isfinite(value) for value in corner):
            return ()
        points.append((float(corner[0]), min(90.0, max(-90.0, float(corner[1])))))
    if len(points) < 3:
        return ()
    middle = sum(x for x, _ in points) / len(points)
    turns = 360.0 * math.floor((middle + 180.0) / 360.0)
    polygon = Polygon([(x - turns, y) for x, y in points])
    tolerance = math.sqrt(abs(polygon.area)) / 500 or 1e-4
    ring = list(polygon.exterior.coords)[:-1]
    while len(ring) > most:
        ring = list(polygon.exterior.simplify(tolerance, preserve_topology=False).coords)[:-1]
        tolerance *= 1.3
    rounded = [(round(x, 4), round(y, 4)) for x, y in ring]
    # A corner that repeats the one before, or closes the ring, says nothing.
    kept = tuple(point for i, point in enumerate(rounded) if point != rounded[i - 1])
    return kept if len(set(kept)) >= 3 and Polygon(kept).area > 0 else ()


def circle(
    longitude: float, latitude: float, distance_km: float, *, corners: int = 48
) -> tuple[tuple[float, float], ...]:
    """The points at a geodesic distance on WGS 84 (geopy's) from another, as a polygon.

    Args:
        longitude, latitude: Degrees.
        distance_km: Kilometres.
        corners: How many points.

    Returns:
        Longitude and latitude in degrees, not closed; longitudes go on beyond ±180.
    """
    points = []
    for number in range(corners):
        there = geodesic(kilometers=distance_km).destination(
            (latitude, longitude), bearing=360.0 * number / corners
        )
        turns = round((there.longitude - longitude) / 360.0)
        points.append((round(there.longitude - 360.0 * turns, 4), round(there.latitude, 4)))
    return tuple(points)
