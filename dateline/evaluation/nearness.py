"""Whether a place is the one that was meant.

A town is known by its distance, a country by its code, a region or a sea by its name or, where the
gazetteer's point is another than the annotator's, by lying near and being as large.
"""

from __future__ import annotations

from typing import Final

from geopy.distance import great_circle

from dateline.evaluation.annotated import AnnotatedPlace
from dateline.gazetteer.place import Place
from dateline.gazetteer.spelling import normalise

__all__ = ["FIELD_KM", "SPOT_KM", "distance_km", "is_meant"]

FIELD_KM: Final = 161.0
"""100 miles: the field's custom (Gritta et al. 2018, https://doi.org/10.1007/s10579-017-9385-8)."""

SPOT_KM: Final = 25.0
"""A mark on a map of one war: another town of the same province is wrong."""

_REGION_KM: Final = 500.0
_FEATURE_KM: Final = 1_500.0  # a sea or a river is far from itself


def distance_km(meant: AnnotatedPlace, place: Place) -> float:
    """Great-circle distance between the two points in kilometres."""
    here, there = (meant.latitude, meant.longitude), (place.latitude, place.longitude)
    return float(great_circle(here, there).km)


def is_meant(meant: AnnotatedPlace, place: Place | None, within_km: float) -> bool:
    """Whether `place` is what the annotator meant.

    Args:
        meant: The annotated place.
        place: The place found, or None.
        within_km: How far the points of towns may lie apart.
    """
    if place is None:
        return False
    if meant.gazetteer_id and meant.gazetteer_id == place.gazetteer_id:
        return True
    if meant.precision == "country":
        return place.precision == "country" and place.country_code == meant.country_code
    apart = distance_km(meant, place)
    is_namesake = bool(meant.name) and normalise(meant.name) == normalise(place.name)
    if meant.precision == "region":
        is_large = place.precision in ("region", "district")
        return (is_namesake and apart <= _REGION_KM) or (is_large and apart <= FIELD_KM)
    if meant.precision == "feature" and is_namesake:
        return apart <= _FEATURE_KM
    return apart <= within_km
