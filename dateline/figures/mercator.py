"""Web Mercator, the projection of the maps: how far north latitudes lie on it."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

__all__ = ["latitude_at", "northing"]

_EDGE: Final = 84.0
"""Degrees beyond which nothing is drawn: the poles lie infinitely far away."""


def northing(latitude: Any) -> Any:
    """Where latitudes lie on the map, in degrees of its width.

    Args:
        latitude: Degrees, a number or an array; beyond 84 either way it counts as 84.

    Returns:
        float64, of the same shape; 0 at the equator.
    """
    clipped = np.radians(np.clip(latitude, -_EDGE, _EDGE))
    return np.degrees(np.log(np.tan(np.pi / 4 + clipped / 2)))


def latitude_at(northing: float) -> float:
    """The latitude in degrees that lies so far north on the map."""
    return float(np.degrees(2 * np.arctan(np.exp(np.radians(northing)))) - 90)
