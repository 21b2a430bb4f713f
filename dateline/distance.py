"""Distances on the globe."""

from __future__ import annotations

from typing import Final

import numpy as np

__all__ = ["great_circle_km"]

_EARTH_KM: Final = 6371.0088  # mean radius, IUGG


def great_circle_km(
    latitude: float | np.ndarray,
    longitude: float | np.ndarray,
    to_latitude: np.ndarray,
    to_longitude: np.ndarray,
) -> np.ndarray:
    """Distances in kilometres on a sphere, by the haversine formula.

    Args:
        latitude, longitude: Degrees.
        to_latitude, to_longitude: Degrees; arrays broadcast.
    """
    a, b = np.radians(latitude), np.radians(to_latitude)
    half = np.sin((b - a) / 2) ** 2
    half = half + np.cos(a) * np.cos(b) * np.sin(np.radians(to_longitude - longitude) / 2) ** 2
    return np.asarray(2 * _EARTH_KM * np.arcsin(np.sqrt(np.minimum(1.0, half))))
