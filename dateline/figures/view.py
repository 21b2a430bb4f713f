"""What part of the world a map shows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import pandas as pd

from dateline.figures.marks import Unit
from dateline.figures.mercator import latitude_at, northing

__all__ = ["FITTED_PIXELS", "View", "fit", "holding"]

FITTED_PIXELS: Final = (680, 440)
"""Width and height of the map that `fit` reckons with."""

_NEAREST: Final = 7.0
"""Zoom of `fit` at the most: a single town is shown with what lies around it."""
_FEW: Final = 30
"""Places that are all shown by `fit` where they lie together."""
_TOGETHER: Final = 2.0
"""Zoom that is given up at the most for the sake of showing all."""

_FILLED: Final = 0.72
"""Share of the picture that the points of `holding` fill at the most."""


class View(NamedTuple):
    """What part of the world the map shows.

    Attributes:
        longitude: Degrees east of the centre.
        latitude: Degrees north of the centre.
        zoom: MapLibre zoom: at 0 the world is 512 pixels wide, each step doubles it.
    """

    longitude: float
    latitude: float
    zoom: float


def fit(
    counts: pd.DataFrame,
    *,
    unit: Unit = "articles",
    pixels: tuple[int, int] = FITTED_PIXELS,
) -> View:
    """The view that holds most of the coverage.

    It is centred on the weighted median, and three quarters of the counts fill it in either
    direction: a few far mentions neither zoom a map of Aleppo out to the world nor draw it away.
    Few places that lie together are all shown. Countries count only where nothing finer is placed.

    Args:
        counts: As in `marks`.
        unit: The weight of a place.
        pixels: Width and height of the map; the component adapts the zoom to what they are.

    Returns:
        Centre and zoom, the zoom between 1 and 7; the whole world where nothing is placed.
    """
    latitudes, longitudes, weights = (
        counts[name].to_numpy(dtype=float) for name in ("latitude", "longitude", unit)
    )
    placed = ~np.isnan(latitudes) & ~np.isnan(longitudes) & (weights > 0)
    finer = placed & (counts["precision"] != "country").to_numpy(dtype=bool)
    rows = np.flatnonzero(finer if finer.any() else placed)
    if not len(rows):
        return View(20.0, 25.0, 1.0)
    longitude, across = _middle(longitudes[rows], weights[rows])
    north, along = _middle(northing(latitudes[rows]), weights[rows])
    # The world is 360 "degrees" wide and high on this projection, and 512 pixels at zoom 0.
    span = 2 * max(across / pixels[0], along / pixels[1], 1e-9) / 0.8
    zoom = min(_NEAREST, max(1.0, math.log2(360.0 / 512.0 / span)))
    if len(rows) <= _FEW:
        points = [*zip(longitudes[rows].tolist(), latitudes[rows].tolist(), strict=True)]
        everything = holding(points, pixels, nearest=_NEAREST, furthest=1.0)
        if everything.zoom >= zoom - _TOGETHER:
            return everything
    return View(round(longitude, 3), round(latitude_at(north), 3), round(zoom, 2))


def holding(
    points: Sequence[tuple[float, float]],
    pixels: tuple[int, int],
    *,
    nearest: float,
    furthest: float,
) -> View:
    """The nearest view that holds all points, over the antimeridian where that is shorter.

    Args:
        points: Longitude and latitude in degrees, WGS 84; at least one.
        pixels: Width and height of the map.
        nearest, furthest: The zoom lies between them.
    """
    west, span = _shortest([longitude for longitude, _ in points])
    heights = northing([latitude for _, latitude in points])
    low, high = float(heights.min()), float(heights.max())
    degrees = max(span / pixels[0], (high - low) / pixels[1], 1e-9) / _FILLED
    zoom = min(nearest, max(furthest, math.log2(360 / 512 / degrees)))
    longitude = (west + span / 2 + 180) % 360 - 180
    return View(round(longitude, 2), round(latitude_at((low + high) / 2), 2), round(zoom, 2))


def _shortest(longitudes: Sequence[float]) -> tuple[float, float]:
    """Where the shortest arc begins that holds all longitudes, and how long it is, in degrees."""
    ordered = sorted(longitude % 360 for longitude in longitudes)
    after = [*ordered[1:], ordered[0] + 360]
    gaps = [later - earlier for earlier, later in zip(ordered, after, strict=True)]
    widest = gaps.index(max(gaps))
    return after[widest] % 360, 360 - gaps[widest]


def _middle(position: Any, weight: Any) -> tuple[float, float]:
    """The weighted median, and how far around it three quarters of the weight lie."""

    def quantile(values: Any, share: float) -> float:
        order = np.argsort(values, kind="stable")
        reached = np.cumsum(weight[order]) / weight.sum()
        return float(values[order[np.searchsorted(reached, share - 1e-9)]])

    median = quantile(position, 0.5)
    return median, quantile(np.abs(position - median), 0.75)
