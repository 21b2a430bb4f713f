"""TopoJSON undone: arcs into rings, and polygons that the 180th meridian does not cross."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby, pairwise
from typing import Any, Final

from shapely.geometry import Polygon, box

__all__ = ["DECIMALS", "Coordinates", "decode", "polygons_of", "ring_of", "uncrossed"]

Coordinates = list[tuple[float, float]]

DECIMALS: Final = 3


def decode(topology: Mapping[str, Any]) -> list[Coordinates]:
    """Undo TopoJSON's quantisation and delta encoding.

    Args:
        topology: A TopoJSON topology with a `transform`
            (https://github.com/topojson/topojson-specification, section 2.1.2).

    Returns:
        The arcs, each a list of longitude and latitude in degrees.
    """
    (scale_x, scale_y) = topology["transform"]["scale"]
    (origin_x, origin_y) = topology["transform"]["translate"]
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc: Coordinates = []
        for step_x, step_y in deltas:
            x, y = x + step_x, y + step_y
            arc.append((x * scale_x + origin_x, y * scale_y + origin_y))
        arcs.append(arc)
    return arcs


def ring_of(indices: Iterable[int], arcs: list[Coordinates]) -> Coordinates:
    """Join arcs end to end, rounded; a negative index ~i is arc i walked backwards."""
    ring: Coordinates = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return [
        point for point, _ in groupby((round(x, DECIMALS), round(y, DECIMALS)) for x, y in ring)
    ]


def polygons_of(geometry: Mapping[str, Any]) -> list[list[list[int]]]:
    """The arcs of a Polygon or MultiPolygon, always as a list of polygons."""
    return geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]


def uncrossed(polygon: list[Coordinates]) -> list[list[Coordinates]]:
    """Cut a polygon that crosses the 180th meridian in two; else it would fill the world between.

    The one that goes around a pole, Antarctica, is closed along the pole.
    """
    outer = polygon[0]
    if all(abs(b[0] - a[0]) < 180 for a, b in pairwise(outer)):
        return [polygon]
    turns, unrolled = 0.0, [outer[0]]
    for (before, _), (x, y) in pairwise(outer):
        turns += 360.0 * ((x - before < -180) - (x - before > 180))
        unrolled.append((x + turns, y))
    if turns:
        unrolled += [(unrolled[-1][0], -90.0), (unrolled[0][0], -90.0)]
    whole = Polygon(unrolled).buffer(0)
    parts = []
    for shift in (-360.0, 0.0, 360.0):
        part = whole.intersection(box(shift - 180, -90, shift + 180, 90))
        for piece in getattr(part, "geoms", [part]):
            if isinstance(piece, Polygon) and not piece.is_empty:
                ring = [(round(x - shift, DECIMALS), y) for x, y in piece.exterior.coords]
                parts.append([ring])
    return parts
