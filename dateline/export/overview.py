"""A small map of everywhere, in the corner of a map that does not hold all its places."""

from __future__ import annotations

import math
from html import escape
from typing import Final, NamedTuple

import pandas as pd

from dateline.figures.country_names import country_names_on
from dateline.figures.outlines import land, pixel
from dateline.figures.view import FITTED_PIXELS, View, holding

__all__ = ["Overview", "overview"]

_SIZE: Final = (176, 112)
_WORLD: Final = View(10.0, 25.0, round(math.log2(_SIZE[0] / 512), 2))
"""All of it, as wide as the small map is."""
_NEAREST: Final = 4.0

_LETTERS: Final = 9
"""Size of the names of countries in pixels of the large map."""
_CLEAR: Final = 2
"""Pixels around a speck that no name covers."""


class Overview(NamedTuple):
    """The small map.

    Attributes:
        box: What it takes of the large one: left, top, right, bottom in pixels.
        svg: A `<g>` with all places as specks, names of countries, and a frame
            around what the large one shows.
    """

    box: tuple[float, float, float, float]
    svg: str


def overview(table: pd.DataFrame, shown: View, points: list[tuple[float, float]]) -> Overview:
    """Draw it where the fewest marks lie.

    Args:
        table: Places with `longitude` and `latitude` in degrees.
        shown: What the large map shows.
        points: Where they lie on the large map, in its pixels.
    """
    left, top = _corner(points)
    view = _around(table)
    spots = sorted(
        {
            pixel(longitude, latitude, view, _SIZE)
            for longitude, latitude in zip(table["longitude"], table["latitude"], strict=True)
        }
    )
    specks = "".join(f"M{x:g} {y:g}h0" for x, y in spots)
    x, y = pixel(shown.longitude, shown.latitude, view, _SIZE)
    shrunk = 2.0 ** (view.zoom - shown.zoom)
    wide, high = (
        max(least, side * shrunk) for least, side in zip((11, 8), FITTED_PIXELS, strict=True)
    )
    width, height = _SIZE
    return Overview(
        (left, top, left + width, top + height),
        f'<clipPath id="overview"><rect width="{width}" height="{height}"/></clipPath>'
        f'<g transform="translate({left} {top})"><g clip-path="url(#overview)">'
        f'<rect class="inset" width="{width}" height="{height}"/>'
        f'<path class="ground" d="{land(view, _SIZE, detail=1.0)}"/>'
        f'<path class="specks" d="{specks}"/>'
        f'<rect class="here" x="{x - wide / 2:.1f}" y="{y - high / 2:.1f}" width="{wide:.1f}" '
        f'height="{high:.1f}"/>'
        f'<g class="wide" font-size="{_LETTERS}" text-anchor="middle">'
        f"{_names(view, spots)}</g></g>"
        f'<rect class="frame" width="{width}" height="{height}"/></g>',
    )


def _names(view: View, spots: list[tuple[float, float]]) -> str:
    named = country_names_on(view, _SIZE, tuple(spots), letters=_LETTERS, clear=_CLEAR)
    return "".join(
        f'<text class="country-name" x="{name.x:g}" y="{name.y + _LETTERS / 3:.1f}">'
        f"{escape(name.text)}</text>"
        for name in named
    )


def _corner(points: list[tuple[float, float]]) -> tuple[int, int]:
    """Left and top of the corner with the fewest marks; of equals the lower right."""
    (width, height), (across, along) = FITTED_PIXELS, _SIZE
    corners = [(left, top) for top in (height - along - 8, 8) for left in (width - across - 8, 8)]
    return min(
        corners,
        key=lambda corner: sum(
            corner[0] - 8 <= x <= corner[0] + across + 8
            and corner[1] - 8 <= y <= corner[1] + along + 8
            for x, y in points
        ),
    )


def _around(table: pd.DataFrame) -> View:
    """A view that holds every place; the whole world where they lie all over it."""
    points = [*zip(table["longitude"], table["latitude"], strict=True)]
    view = holding(points, _SIZE, nearest=_NEAREST, furthest=_WORLD.zoom)
    return view if view.zoom > _WORLD.zoom else _WORLD
