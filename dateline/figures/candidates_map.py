"""A small still map of the places that a mention may mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.figures.country_names import CountryName, country_names_on
from dateline.figures.outlines import land, pixel
from dateline.figures.view import View, holding
from dateline.gazetteer.place import PRECISIONS

__all__ = ["CandidatesMap", "Dot", "candidates_map"]

SIZE: Final = (190, 130)
"""Pixels across and down."""

_NEAREST: Final[dict[str, float]] = dict(
    zip(PRECISIONS, (5.0, 5.0, 5.0, 4.5, 4.0, 1.0), strict=True)
)
"""Zoom of a place alone, by its precision: what it lies in, and what lies around that."""
_FURTHEST: Final = -2.0


class Dot(NamedTuple):
    """A place on the map.

    Attributes:
        x, y: Pixels from the left and from the top.
        number: Its number in the list, from 1; 0 for the place that the mention has now.
        name: What it is called.
        precision: How large the thing is that its point stands for.
    """

    x: float
    y: float
    number: int
    name: str
    precision: str


@dataclass(frozen=True, slots=True)
class CandidatesMap:
    """A picture for the browser to draw.

    Attributes:
        width, height: Pixels.
        land: Outlines of countries, as the `d` of a path with the rule evenodd.
        names: Names of countries, clear of the places.
        dots: The places, the one that the mention has now last, so that it lies on top.
    """

    width: int
    height: int
    land: str
    names: tuple[CountryName, ...]
    dots: tuple[Dot, ...]


def candidates_map(
    places: Sequence[tuple[str, float, float, str]], *, numbered_from: int
) -> CandidatesMap | None:
    """Draw where the places lie that a mention may mean.

    Args:
        places: Name, latitude, longitude (degrees, WGS 84) and precision of each.
        numbered_from: Number of the first; 0 where the first is the one that the mention has now.

    Returns:
        The picture; None where there is no place.
    """
    if not places:
        return None
    nearest = min(_NEAREST[precision] for *_, precision in places)
    points = [(longitude, latitude) for _, latitude, longitude, _ in places]
    view = holding(points, SIZE, nearest=nearest, furthest=_FURTHEST)
    dots = [
        Dot(*pixel(longitude, latitude, view, SIZE), number, name, precision)
        for number, (name, latitude, longitude, precision) in enumerate(places, numbered_from)
    ]
    names = country_names_on(view, SIZE, tuple((dot.x, dot.y) for dot in dots))
    return CandidatesMap(*SIZE, _land(view), names, tuple(reversed(dots)))


@lru_cache(maxsize=256)
def _land(view: View) -> str:
    return land(view, SIZE)
