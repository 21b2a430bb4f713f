"""Where places lie on a still picture, and the outlines of the land around them, as SVG paths."""

from __future__ import annotations

import json
import math
from functools import cache
from typing import Any, Final

import shapely
from shapely.affinity import translate

from dateline.figures.view import View
from dateline.resources import static_folder

__all__ = ["land", "pixel"]

_WORLD: Final = 512
"""Pixels of the world at zoom 0, as MapLibre has it."""


def pixel(
    longitude: float, latitude: float, view: View, size: tuple[int, int]
) -> tuple[float, float]:
    """Where a point lies in the picture, on Web Mercator, on the nearer side of the antimeridian.

    Args:
        longitude, latitude: Degrees, WGS 84.
        view: Centre and zoom of the picture.
        size: Its width and height in pixels.

    Returns:
        Pixels from the left and from the top, to a tenth.
    """
    east = (longitude - view.longitude + 180) % 360 - 180
    return _pixel(view.longitude + east, latitude, view, size)


def land(view: View, size: tuple[int, int]) -> str:
    """Outlines of the countries in view, as the `d` of one path with the rule evenodd.

    Args:
        view: Centre and zoom of the picture.
        size: Its width and height in pixels.
    """
    per_pixel = 360 / (_WORLD * 2**view.zoom)
    across, along = per_pixel * size[0] * 0.6, per_pixel * size[1] * 0.6
    south, north = max(view.latitude - along, -84.0), min(view.latitude + along, 84.0)
    window = (view.longitude - across, south, view.longitude + across, north)
    parts = []
    for turn in (-360, 0, 360):
        for country in _countries():
            west, _, east, _ = country.bounds
            if west + turn > window[2] or east + turn < window[0]:
                continue
            turned = translate(country, turn) if turn else country
            shown = shapely.clip_by_rect(turned, *window).simplify(per_pixel / 2)
            for piece in getattr(shown, "geoms", [shown]):
                if piece.geom_type == "Polygon" and not piece.is_empty:
                    parts += [
                        _ring(ring, view, size) for ring in (piece.exterior, *piece.interiors)
                    ]
    return "".join(parts)


def _pixel(
    longitude: float, latitude: float, view: View, size: tuple[int, int]
) -> tuple[float, float]:
    scale = _WORLD * 2**view.zoom / 360

    def northing(degrees: float) -> float:
        clipped = math.radians(min(max(degrees, -84.0), 84.0))
        return math.degrees(math.log(math.tan(math.pi / 4 + clipped / 2)))

    return (
        round(size[0] / 2 + (longitude - view.longitude) * scale, 1),
        round(size[1] / 2 - (northing(latitude) - northing(view.latitude)) * scale, 1),
    )


@cache
def _countries() -> tuple[Any, ...]:
    found = json.loads((static_folder() / "countries.geojson").read_text("utf-8"))
    return tuple(shapely.geometry.shape(one["geometry"]) for one in found["features"])


def _ring(ring: Any, view: View, size: tuple[int, int]) -> str:
    corners = (_pixel(x, y, view, size) for x, y in ring.coords)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in corners) + "z"
