"""One place of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

__all__ = ["PRECISIONS", "Place", "Precision"]

Precision = Literal["feature", "neighbourhood", "city", "district", "region", "country"]

PRECISIONS: Final[tuple[Precision, ...]] = get_args(Precision)
"""From the finest to the coarsest."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the gazetteer knows it.

    Attributes:
        gazetteer_id: Source and number, such as `geonames:170063`; it lasts over rebuilds.
        name: The name to show, in Latin script where there is one.
        latitude: Degrees north, WGS 84.
        longitude: Degrees east, WGS 84.
        country_code: ISO 3166 alpha-2, or empty for seas, continents and what spans countries.
        admin1: Name of the first-order division it lies in, or empty.
        admin2: Name of the second-order division, or empty.
        feature_code: GeoNames feature code (`PPLC`, `ADM1`, `AIRP`, …).
        precision: How large the thing is that its point stands for.
        population: People living there, 0 where unknown.
    """

    gazetteer_id: str
    name: str
    latitude: float
    longitude: float
    country_code: str
    admin1: str
    admin2: str
    feature_code: str
    precision: Precision
    population: int
